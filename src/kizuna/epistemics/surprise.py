"""What an observer learns from an event that they believed impossible.

The event happened, so its condition was true. Of every way in which it was true, whatever the observer had wrong is
corrected: what an equality shows is learned; what only an inequality shows becomes unknown in the peer's semantics,
and is learned in ours (minds.md, section 10). After Shirvani, Ware, Farrell 2017.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeAlias

from kizuna.model.formulas import And, Arithmetic, Believes, Compare, Conditional, Constant, Formula, Not, Or, Read
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import worth

Lessons: TypeAlias = dict[tuple[tuple[int, ...], int], Value]


class View(Protocol):
    """A state that can be looked into along chains of minds."""

    @property
    def values(self) -> tuple[Value, ...]: ...  # noqa: D102
    def at(self, chain: Iterable[int]) -> View: ...  # noqa: D102


class Surprise:
    """The lessons of one event's condition for somebody in state ``believed`` when it really happens in ``actual``."""

    def __init__(self, logic: Logic, character_ids: dict[str, int], actual: View, believed: View) -> None:
        self._logic = logic
        self._ids = character_ids
        self._actual = actual
        self._believed = believed
        self._learned: Lessons = {}
        self._doubted: Lessons = {}

    def lessons(self, condition: Formula) -> Lessons:
        """What to set, by chain of minds and fluent; what is learned outweighs what becomes unknown."""
        if self._is(condition, ()) is True:
            self._learn(condition, False, ())
        return self._doubted | self._learned

    def _worth(self, formula: Formula, chain: tuple[int, ...], state: View) -> Value:
        start = state.at(chain)
        return worth(formula, lambda names, f: start.at(self._ids[name] for name in names).values[f], self._logic)

    def _is(self, formula: Formula, chain: tuple[int, ...]) -> Value:
        return self._worth(formula, chain, self._actual)

    def _learn(self, formula: Formula, denied: bool, chain: tuple[int, ...]) -> None:
        """Collects the lessons of a formula that is actually true (or, ``denied``, actually false)."""
        match formula:
            case Read(fluent=fluent):
                self._exactly(fluent, chain)
            case Believes(who=Constant(value=str(who)), body=body):
                self._learn(body, denied, (*chain, self._ids[who]))
            case Not(body=body):
                self._learn(body, not denied, chain)
            case And(parts=parts) | Or(parts=parts):
                every = isinstance(formula, And) is not denied
                for part in parts:
                    if every or self._is(part, chain) is not denied:
                        self._learn(part, denied, chain)
            case Conditional():
                self._learn(self._taken(formula, chain), denied, chain)
            case Compare(operator=operator):
                self._compare(_DENIED[operator] if denied else operator, formula, chain)

    def _taken(self, formula: Conditional, chain: tuple[int, ...]) -> Formula:
        """The branch that is actually taken, having learned from the conditions that lead to it."""
        for condition, result in formula.branches:
            if self._is(condition, chain) is True:
                self._learn(condition, False, chain)
                return result
            self._learn(condition, True, chain)
        return formula.otherwise

    def _compare(self, operator: str, formula: Compare, chain: tuple[int, ...]) -> None:
        left, right = (self._unfolded(side, chain) for side in (formula.left, formula.right))
        actual = self._is(left, chain), self._is(right, chain)
        if any(isinstance(value, bool) for value in actual):
            for side, value in zip((left, right), actual, strict=True):
                self._learn(side, value is not True, chain)
            return
        between_existents = not any(
            isinstance(v, int) or isinstance(s, Arithmetic) for v, s in zip(actual, (left, right), strict=True)
        )
        both = isinstance(left, Read) and isinstance(right, Read) and between_existents
        if both and isinstance(right, Read):
            self._exactly(right.fluent, chain)
            right = Constant(actual[1])
        test = Compare(operator, left, right)
        if self._worth(test, chain, self._believed) is not True:
            for fluent in _reads(test):
                if operator == "==" or self._logic is Logic.THREE_VALUED:
                    self._exactly(fluent, chain)
                else:
                    self._doubted[chain, fluent] = None

    def _unfolded(self, formula: Formula, chain: tuple[int, ...]) -> Formula:
        while isinstance(formula, Conditional):
            formula = self._taken(formula, chain)
        return formula

    def _exactly(self, fluent: int, chain: tuple[int, ...]) -> None:
        value = self._actual.at(chain).values[fluent]
        if self._believed.at(chain).values[fluent] != value:
            self._learned[chain, fluent] = value


_DENIED = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def _reads(formula: Formula) -> list[int]:
    """The plain fluents of a comparison (those inside further beliefs are left as they are)."""
    found: list[int] = []
    stack: list[Formula] = [formula]
    while stack:
        match stack.pop():
            case Read(fluent=fluent):
                found.append(fluent)
            case Compare(left=left, right=right):
                stack += [left, right]
            case Arithmetic(parts=parts):
                stack += parts
    return found
