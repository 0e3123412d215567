"""Which events are possible in a state, without asking each of them.

The naive way tests every condition. Here conditions are sorted into a tree by the plain facts that they ask for, in
truth or of one mind (successor generator: Helmert 2006): at each node one such place, a branch per worth, and a branch
for those that do not care. Only what the tree leaves is tested in full. Cost per state: about the number of events
found.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.epistemics.evaluate import Condition, Holding, plain_fact
from kizuna.model.formulas import And, Believes, Compare, Constant, Formula, Read
from kizuna.model.values import Value

Place: TypeAlias = tuple[int, int]
"""A fluent (second) in the mind of a character (first; below 0: in truth)."""

NOWHERE: Place = (-1, -1)


@dataclass(slots=True)
class _Node:
    place: Place = NOWHERE
    branches: dict[Value, _Node] = field(default_factory=dict)
    indifferent: _Node | None = None
    events: list[int] = field(default_factory=list)


class Matcher:
    """Finds the events whose conditions hold. ``formulas`` and ``conditions`` say the same thing, event by event."""

    def __init__(
        self, formulas: Sequence[Formula], conditions: Sequence[Condition], character_ids: Mapping[str, int]
    ) -> None:
        self._conditions = conditions
        self._root = _grow([(number, _wanted(formula, character_ids)) for number, formula in enumerate(formulas)])

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
        values, beliefs = state.values, state.beliefs
        found: list[int] = []
        stack = [self._root]
        while stack:
            node = stack.pop()
            found += node.events
            mind, fluent = node.place
            if fluent >= 0:
                if node.indifferent is not None:
                    stack.append(node.indifferent)
                branch = node.branches.get(values[fluent] if mind < 0 else beliefs[mind].values[fluent])
                if branch is not None:
                    stack.append(branch)
        found.sort()
        return found


def _wanted(formula: Formula, character_ids: Mapping[str, int]) -> dict[Place, Value]:
    """The plain facts that a condition cannot do without."""
    parts = formula.parts if isinstance(formula, And) else (formula,)
    facts = (_placed_fact(part, character_ids) for part in parts)
    return dict(fact for fact in facts if fact is not None)


def _placed_fact(formula: Formula, character_ids: Mapping[str, int]) -> tuple[Place, Value] | None:
    """A single plain fact, in truth or in one mind."""
    match formula:
        case Believes(who=Constant(value=str(who)), body=body):
            mind, fact = character_ids[who], plain_fact(body)
        case Compare(operator="==", left=Believes(who=Constant(value=str(who)), body=Read() as read), right=Constant()):
            mind, fact = character_ids[who], plain_fact(Compare("==", read, formula.right))
        case _:
            mind, fact = -1, plain_fact(formula)
    return None if fact is None else ((mind, fact[0]), fact[1])


def _grow(events: list[tuple[int, dict[Place, Value]]]) -> _Node:
    """The tree for events and the facts that they still ask for; the place most asked for stands on top."""
    node = _Node()
    work = [(node, events)]
    while work:
        node_, waiting = work.pop()
        counts: dict[Place, int] = {}
        for number, facts in waiting:
            if not facts:
                node_.events.append(number)
            for place in facts:
                counts[place] = counts.get(place, 0) + 1
        waiting = [(number, facts) for number, facts in waiting if facts]
        if not waiting:
            continue
        node_.place = top = max(counts, key=lambda place: (counts[place], -place[0], -place[1]))
        groups: dict[Value, list[tuple[int, dict[Place, Value]]]] = {}
        others = [(number, facts) for number, facts in waiting if top not in facts]
        for number, facts in waiting:
            if top in facts:
                rest = {place: value for place, value in facts.items() if place != top}
                groups.setdefault(facts[top], []).append((number, rest))
        for value, group in groups.items():
            node_.branches[value] = _Node()
            work.append((node_.branches[value], group))
        if others:
            node_.indifferent = _Node()
            work.append((node_.indifferent, others))
    return node
