"""Which events are possible in a state, without asking each of them.

The naive way tests every condition. Here conditions are sorted into a tree by the plain facts that they ask for
(successor generator: Helmert 2006): at each node one fluent, a branch per worth, and a branch for those that do not
care. Only what the tree leaves is tested in full. Cost per state: about the number of events found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kizuna.epistemics.evaluate import Condition, Holding, plain_fact
from kizuna.model.formulas import And, Formula
from kizuna.model.values import Value


@dataclass(slots=True)
class _Node:
    fluent: int = -1
    branches: dict[Value, _Node] = field(default_factory=dict)
    indifferent: _Node | None = None
    events: list[int] = field(default_factory=list)


class Matcher:
    """Finds the events whose conditions hold. ``formulas`` and ``conditions`` say the same thing, event by event."""

    def __init__(self, formulas: Sequence[Formula], conditions: Sequence[Condition]) -> None:
        self._conditions = conditions
        self._root = _grow([(number, _wanted(formula)) for number, formula in enumerate(formulas)])

    def matching(self, state: Holding) -> list[int]:
        """The numbers of all events whose condition holds in ``state``, in order."""
        conditions = self._conditions
        return [number for number in self._candidates(state) if conditions[number](state)]

    def first(self, state: Holding) -> int | None:
        """The lowest number among them, or None."""
        for number in self._candidates(state):
            if self._conditions[number](state):
                return number
        return None

    def _candidates(self, state: Holding) -> list[int]:
        values = state.values
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


def _wanted(formula: Formula) -> dict[int, Value]:
    facts = (plain_fact(part) for part in (formula.parts if isinstance(formula, And) else (formula,)))
    return dict(fact for fact in facts if fact is not None)


def _grow(events: list[tuple[int, dict[int, Value]]]) -> _Node:
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
        groups: dict[Value, list[tuple[int, dict[int, Value]]]] = {}
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
