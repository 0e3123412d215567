"""What an observer learns from an event that they believed impossible.

The event happened, so its condition was true. Of every way in which it was true, whatever the observer had wrong is
corrected: what an equality shows is learned; what only an inequality shows becomes unknown in the peer's semantics,
and is learned in ours (minds.md, section 10). After Shirvani, Ware, Farrell 2017.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeAlias

from kizuna.epistemics.literals import Place
from kizuna.model.formulas import And, Believes, Compare, Conditional, Constant, Formula, Not, Or, Read, children
from kizuna.model.values import Value, is_number
from kizuna.model.world import Logic
from kizuna.model.worth import worth

Lessons: TypeAlias = dict[Place, Value]


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
                self._exactly((chain, fluent))
            case Believes(who=Constant(value=str(who)), body=body):
                self._learn(body, denied, (*chain, self._ids[who]))
            case Not(body=body):
                self._learn(body, not denied, chain)
            case And(parts=parts) | Or(parts=parts):
                every = isinstance(formula, And) is not denied
                for part in parts:
                    if every or self._is(part, chain) is (not denied):
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
        of_existents = not any(is_number(value) for value in actual)
        if of_existents and not isinstance(left, Constant) and not isinstance(right, Constant):
            for place in self._places(right, chain):  # the two are told apart worth by worth: the right one is learned
                self._exactly(place)
            right = Constant(actual[1])
        test = Compare(operator, left, right)
        if self._worth(test, chain, self._believed) is not True:
            for place in [*self._places(left, chain), *self._places(right, chain)]:
                if operator == "==" or self._logic is Logic.THREE_VALUED:
                    self._exactly(place)
                else:
                    self._doubted[place] = None

    def _unfolded(self, formula: Formula, chain: tuple[int, ...]) -> Formula:
        while isinstance(formula, Conditional):
            formula = self._taken(formula, chain)
        return formula

    def _exactly(self, place: Place) -> None:
        chain, fluent = place
        value = self._actual.at(chain).values[fluent]
        if self._believed.at(chain).values[fluent] != value:
            self._learned[place] = value

    def _places(self, formula: Formula, chain: tuple[int, ...]) -> Iterator[Place]:
        """The fluents in one side of a comparison, each with the chain of minds at whose end it is read."""
        match formula:
            case Read(fluent=fluent):
                yield chain, fluent
            case Believes(who=Constant(value=str(who)), body=body):
                yield from self._places(body, (*chain, self._ids[who]))
            case _:
                for part in children(formula):
                    yield from self._places(part, chain)


_DENIED = {"==": "!=", "!=": "==", "<": ">=", "<=": ">", ">": "<=", ">=": "<"}
