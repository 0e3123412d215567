"""What could ever come to be, if every change only added possibilities (delete relaxation).

Each fluent collects every worth that it could have in the truth or in any mind. A worth may be ``ANY`` (arithmetic can
make any number). Events whose condition cannot hold over these collections can never happen; fluents with a single
worth never change. Sound: nothing that can happen is ever left out. (Bonet, Geffner 2001.)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from kizuna.grounding.ground_world import GroundAction, GroundEffect, GroundRule
from kizuna.model.formulas import (
    TRUE,
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
    Read,
    parts_of,
    subformulas,
)
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import compared

Worths: TypeAlias = set[Value] | None
ANY: None = None
_MANY = 64  # beyond this many numbers a fluent counts as ANY: only growing sums get there


class Reachable:
    """The collections, grown to a fixpoint over ``actions`` and ``rules``.

    What only the author makes happen counts as always possible, unless ``strict``.
    """

    def __init__(
        self,
        worths: list[Worths],
        actions: Sequence[GroundAction],
        rules: Iterable[GroundRule],
        logic: Logic,
        *,
        strict: bool = False,
    ) -> None:
        self.worths = worths
        self._possible: dict[int, Formula] = {}  # what could hold once could hold ever after; by address, kept alive
        self._three_valued = logic is Logic.THREE_VALUED
        events: list[tuple[Formula | None, tuple[GroundEffect, ...]]] = [
            (a.precondition if a.consenting or strict else None, a.effects) for a in actions
        ]
        events += [(r.precondition, r.effects) for r in rules]
        self._readers = _readers(events)
        self._waiting = set(range(len(events)))
        compared_together = dict.fromkeys(_compared_together(action.precondition for action in actions))
        while self._waiting:
            for number, (condition, effects) in enumerate(events):
                if number in self._waiting:
                    self._waiting.remove(number)
                    if condition is None or self.can_hold(condition):
                        for effect in effects:
                            self._apply(effect)
                        lasting = [each for each in effects if not _is_plain(each)]
                        events[number] = None, tuple(lasting)  # what could happen once can happen ever after
            for fluents in compared_together:
                self._surprise(fluents)

    def can_hold(self, formula: Formula) -> bool:
        """Whether a condition could be true in some reachable state or mind."""
        for part in parts_of(formula):
            if id(part) not in self._possible:
                if not self._truths(part)[0]:
                    return False
                self._possible[id(part)] = part
        return True

    def worths_of(self, formula: Formula) -> Worths:
        """Every worth that a formula could have in some reachable state or mind; ANY where they are not listed."""
        return self._worths(formula)

    def only_worth(self, fluent: int) -> tuple[Value] | None:
        """The single worth that a fluent can have, in a tuple; None if it has several."""
        worths = self.worths[fluent]
        return (next(iter(worths)),) if worths is not None and len(worths) == 1 else None

    def _apply(self, effect: GroundEffect) -> None:
        if self.worths[effect.fluent] is not ANY and self.can_hold(effect.condition):
            self._add(effect.fluent, self._worths(effect.value))

    def _add(self, fluent: int, more: Worths) -> None:
        known = self.worths[fluent]
        if known is ANY or (more is not ANY and more <= known):
            return
        self._waiting |= self._readers.get(fluent, frozenset())
        if more is ANY:
            self.worths[fluent] = ANY
            return
        known |= more
        if len(known) > _MANY and all(not isinstance(v, str) for v in known):
            self.worths[fluent] = ANY

    def _surprise(self, fluents: tuple[int, ...]) -> None:
        """A surprised mind may come to hold a fluent of a failed inequality unknown, if anything in it can vary."""
        if any(self.only_worth(fluent) is None for fluent in fluents):
            for fluent in fluents:
                self._add(fluent, {None})

    def _truths(self, formula: Formula) -> tuple[bool, bool]:
        """Whether a condition can be true, and whether it can be other than true."""
        match formula:
            case Compare(operator=operator, left=left, right=right):
                return self._comparisons(operator, self._worths(left), self._worths(right))
            case Constant(value=value):
                return value is True, value is not True
            case Read(fluent=fluent):
                worths = self.worths[fluent]
                return worths is ANY or True in worths, worths is ANY or worths != {True}
            case Believes(body=body):
                return self._truths(body)
            case Not(body=body):
                can, cannot = self._truths(body)
                return cannot, can
            case And(parts=parts):
                pairs = [self._truths(part) for part in parts]
                return all(can for can, _ in pairs), any(cannot for _, cannot in pairs)
            case Or(parts=parts):
                pairs = [self._truths(part) for part in parts]
                return any(can for can, _ in pairs), all(cannot for _, cannot in pairs)
            case _:
                worths = self._worths(formula)
                return worths is ANY or True in worths, worths is ANY or worths != {True}

    def _comparisons(self, operator: str, left: Worths, right: Worths) -> tuple[bool, bool]:
        if left is ANY or right is ANY:
            return True, True
        can = cannot = False
        for a in left:
            for b in right:
                result = compared(operator, a, b)
                can, cannot = can or result is True, cannot or result is False
            if can and cannot:
                break
        return can, cannot

    def _worths(self, formula: Formula) -> Worths:
        match formula:
            case Read(fluent=fluent):
                return self.worths[fluent]
            case Constant(value=value):
                return {value}
            case Believes(body=body, definite=False):
                return self._worths(body)
            case Conditional(branches=branches, otherwise=otherwise):
                results = [self._worths(result) for _, result in branches] + [self._worths(otherwise)]
                return ANY if any(r is ANY for r in results) else set[Value]().union(*(r for r in results if r))
            case Arithmetic():
                return ANY
        can, cannot = self._truths(formula)
        unknown = self._three_valued and any(map(self._may_be_unknown, subformulas(formula)))
        return ({True} if can else set()) | ({False} if cannot else set()) | ({None} if unknown else set())

    def _may_be_unknown(self, formula: Formula) -> bool:
        if isinstance(formula, Read):
            worths = self.worths[formula.fluent]
            return worths is ANY or None in worths
        return isinstance(formula, Arithmetic) or formula == Constant(None)


def _is_plain(effect: GroundEffect) -> bool:
    """Whether an effect gives the same worth whatever is so."""
    return effect.condition == TRUE and isinstance(effect.value, Constant)


def _readers(events: list[tuple[Formula | None, tuple[GroundEffect, ...]]]) -> dict[int, set[int]]:
    """The events that read a fluent, in their conditions or in what they make of others."""
    readers: dict[int, set[int]] = {}
    known: dict[int, tuple[int, ...]] = {}  # by the addresses of formulas, most of which are parts of many
    for number, (condition, effects) in enumerate(events):
        formulas = [] if condition is None else list(parts_of(condition))
        formulas += [formula for effect in effects for formula in (effect.condition, effect.value)]
        for formula in formulas:
            read = known.get(id(formula))
            if read is None:
                read = known[id(formula)] = tuple(_fluents(formula))
            for fluent in read:
                readers.setdefault(fluent, set()).add(number)
    return readers


def _compared_together(preconditions: Iterable[Formula]) -> Iterator[tuple[int, ...]]:
    """The fluents of each comparison in preconditions."""
    parts = {id(part): part for condition in preconditions for part in parts_of(condition)}
    for part in parts.values():
        for formula in subformulas(part):
            if isinstance(formula, Compare):
                yield tuple(dict.fromkeys(_fluents(formula)))


def _fluents(formula: Formula) -> Iterator[int]:
    """The fluents that are read anywhere in a formula, be it in minds."""
    return (part.fluent for part in subformulas(formula) if isinstance(part, Read))
