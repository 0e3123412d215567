"""Which events are possible in a state, without asking each of them.

The naive way tests every condition. Here what conditions ask of the facts is told from what they ask of minds. For each
set of facts, of which there are far fewer than states, the events are found once, by a tree: conditions sorted by the
plain facts that they ask for, at each node one fluent, a branch per worth, and a branch for those that do not care
(successor generator: Helmert 2006). What is left to ask of the minds is then asked of those alone. Cost per state: a
look at each event that the facts allow and a mind may still forbid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kizuna.epistemics.evaluate import Compiler
from kizuna.epistemics.literals import Condition, Holding, literal, parts_of
from kizuna.model.formulas import Formula, looks_into_minds
from kizuna.model.values import Value

Wanted: TypeAlias = dict[int, Value]
"""Facts that a condition cannot do without: fluents with their worths."""


@dataclass(slots=True)
class _Node:
    fluent: int = -1
    branches: dict[Value, _Node] = field(default_factory=dict)
    indifferent: _Node | None = None
    events: list[int] = field(default_factory=list)


class _Facts(NamedTuple):
    """Facts without any minds."""

    values: tuple[Value, ...]
    beliefs: tuple[Holding, ...] = ()


class Matcher:
    """Finds the events whose conditions, given by number, hold."""

    def __init__(self, formulas: Sequence[Formula], compiler: Compiler) -> None:
        of_facts = [[p for p in parts_of(formula) if not looks_into_minds(p)] for formula in formulas]
        of_minds = [[p for p in parts_of(formula) if looks_into_minds(p)] for formula in formulas]
        self._of_facts = [compiler.conditions(parts) for parts in of_facts]
        self._of_minds = [compiler.conditions(parts) if parts else None for parts in of_minds]
        self._root = _grow([(number, _wanted(parts, compiler)) for number, parts in enumerate(of_facts)])
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
            facts, of_facts, of_minds = _Facts(values), self._of_facts, self._of_minds
            known = tuple((n, of_minds[n]) for n in self._candidates(values) if of_facts[n](facts))
            self._known[values] = known
        return known

    def _candidates(self, values: tuple[Value, ...]) -> list[int]:
        found: list[int] = []
        stack = [self._root]
        while stack:
            node = stack.pop()
            found += node.events
            if node.fluent >= 0:
                if node.indifferent is not None:
                    stack.append(node.indifferent)
                branch = node.branches.get(values[node.fluent])
                if branch is not None:
                    stack.append(branch)
        found.sort()
        return found


def _wanted(parts: list[Formula], compiler: Compiler) -> Wanted:
    """The plain facts that a condition cannot do without."""
    literals = (literal(part, compiler.character_ids, compiler.logic) for part in parts)
    return {each.fluent: each.value for each in literals if each is not None and each.equal}


def _grow(events: list[tuple[int, Wanted]]) -> _Node:
    """The tree for events and the facts that they still ask for; the fluent most asked for stands on top."""
    node = _Node()
    work = [(node, events)]
    while work:
        node_, waiting = work.pop()
        counts: dict[int, int] = {}
        for number, facts in waiting:
            if not facts:
                node_.events.append(number)
            for fluent in facts:
                counts[fluent] = counts.get(fluent, 0) + 1
        waiting = [(number, facts) for number, facts in waiting if facts]
        if not waiting:
            continue
        node_.fluent = top = max(counts, key=lambda fluent: (counts[fluent], -fluent))
        groups: dict[Value, list[tuple[int, Wanted]]] = {}
        others = [(number, facts) for number, facts in waiting if top not in facts]
        for number, facts in waiting:
            if top in facts:
                rest = {fluent: value for fluent, value in facts.items() if fluent != top}
                groups.setdefault(facts[top], []).append((number, rest))
        for value, group in groups.items():
            node_.branches[value] = _Node()
            work.append((node_.branches[value], group))
        if others:
            node_.indifferent = _Node()
            work.append((node_.indifferent, others))
    return node
