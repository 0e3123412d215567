"""Which events are possible in a state, without asking each of them.

The naive way tests every condition. Here what conditions ask of the facts is told from what they ask of minds. For each
set of facts, of which there are far fewer than states, the events are found once, by a tree: conditions sorted by the
plain facts that they ask for, at each node one fluent, a branch per worth, and a branch for those that do not care
(successor generator: Helmert 2006), grown where it is visited. What is left to ask of the minds is then asked of those
alone. Cost per state: a look at each event that the facts allow and a mind may still forbid.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kizuna.epistemics.evaluate import Compiler
from kizuna.epistemics.literals import Condition, Holding
from kizuna.model.formulas import Formula, looks_into_minds, parts_of
from kizuna.model.values import Value

Wanted: TypeAlias = dict[int, Value]
"""Facts that a condition cannot do without: fluents with their worths."""


@dataclass(slots=True)
class _Node:
    """A place in the tree: the events whose facts are all given here, and where the others ask for more facts.

    ``asking`` are those others until somebody comes by, for few places are ever visited.
    """

    asking: list[tuple[int, Wanted]]
    fluent: int = -1
    branches: dict[Value, _Node] = field(default_factory=dict)
    indifferent: _Node | None = None
    events: list[int] = field(default_factory=list)

    def grow(self) -> None:
        """Make the branches for those that ask for more; by the fluent most asked for."""
        asking, self.asking = self.asking, []
        self.events = [number for number, facts in asking if not facts]
        counts = Counter(fluent for _, facts in asking for fluent in facts)
        if not counts:
            return
        self.fluent = top = max(counts, key=lambda fluent: (counts[fluent], -fluent))
        others: list[tuple[int, Wanted]] = []
        for number, facts in asking:
            if top in facts:
                rest = {fluent: value for fluent, value in facts.items() if fluent != top}
                self.branches.setdefault(facts[top], _Node([])).asking.append((number, rest))
            elif facts:
                others.append((number, facts))
        if others:
            self.indifferent = _Node(others)


class _Facts(NamedTuple):
    """Facts without any minds."""

    values: tuple[Value, ...]
    beliefs: tuple[Holding, ...] = ()


class _Parts(NamedTuple):
    """What a condition asks of facts and of minds, besides the plain facts that it cannot do without."""

    of_facts: list[Formula]
    of_minds: list[Formula]
    wanted: Wanted

    @classmethod
    def of(cls, formula: Formula, compiler: Compiler) -> _Parts:
        """The parts of a condition."""
        parts = cls([], [], {})
        for part in parts_of(formula):
            simple = compiler.literal(part)
            asks_minds = looks_into_minds(part) if simple is None else simple.chain != ()
            if simple is not None and simple.equal and not asks_minds and simple.fluent not in parts.wanted:
                parts.wanted[simple.fluent] = simple.value
            else:
                (parts.of_minds if asks_minds else parts.of_facts).append(part)
        return parts


class Matcher:
    """Finds the events whose conditions, given by number, hold."""

    def __init__(self, formulas: Sequence[Formula], compiler: Compiler) -> None:
        self._compiler = compiler
        self._parts = [_Parts.of(formula, compiler) for formula in formulas]
        self._compiled: dict[int, tuple[Condition | None, Condition | None]] = {}
        self._root = _Node([(number, parts.wanted) for number, parts in enumerate(self._parts)])
        self._known: dict[tuple[Value, ...], tuple[tuple[int, Condition | None], ...]] = {}

    def matching(self, state: Holding) -> list[int]:
        """The numbers of all events whose condition holds in ``state``, in order."""
        return [number for number, holds in self._allowed(state.values) if holds is None or holds(state)]

    def first(self, state: Holding) -> int | None:
        """The lowest number among them, or None."""
        for number, holds in self._allowed(state.values):
            if holds is None or holds(state):
                return number
        return None

    def _allowed(self, values: tuple[Value, ...]) -> tuple[tuple[int, Condition | None], ...]:
        """The events that the facts allow, in order, each with what is left to ask of minds."""
        known = self._known.get(values)
        if known is None:
            facts, allowed = _Facts(values), []
            for number in self._candidates(values):
                of_facts, of_minds = self._compiled.get(number) or self._conditions(number)
                if of_facts is None or of_facts(facts):
                    allowed.append((number, of_minds))
            known = self._known[values] = tuple(allowed)
        return known

    def _conditions(self, number: int) -> tuple[Condition | None, Condition | None]:
        """What an event still asks of facts and of minds; compiled once it is a candidate, which few ever are."""
        of_facts, of_minds, _ = self._parts[number]
        compile_ = self._compiler.conditions
        compiled = (compile_(of_facts) if of_facts else None, compile_(of_minds) if of_minds else None)
        self._compiled[number] = compiled
        return compiled

    def _candidates(self, values: tuple[Value, ...]) -> list[int]:
        found: list[int] = []
        stack = [self._root]
        while stack:
            node = stack.pop()
            if node.asking:
                node.grow()
            found += node.events
            if node.fluent >= 0:
                if node.indifferent is not None:
                    stack.append(node.indifferent)
                branch = node.branches.get(values[node.fluent])
                if branch is not None:
                    stack.append(branch)
        found.sort()
        return found
