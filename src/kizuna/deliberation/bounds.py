"""How well off somebody could be at most so many actions from here: it refutes most plans before they are made.

The naive way walks the plans. Here a utility is bounded by intervals over the facts that may be so by then
(:mod:`kizuna.deliberation.relaxation`); anything read of a mind is taken to be as one likes. So the bound is never too
low, and a plan that would have to end above it does not exist. Cost: one look at each motive for each set of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from copy import copy
from fractions import Fraction
from math import inf
from typing import TypeAlias

from kizuna.deliberation.relaxation import MOST_NUMBERS, Effects, Mask, Relaxation, Vocabulary, met
from kizuna.deliberation.utility import Floor, Weights
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import (
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
    fluents_read,
)
from kizuna.model.values import Number, Value, is_number

End: TypeAlias = Fraction | int | float
"""An exact number, or an infinite float."""
Interval: TypeAlias = tuple[End, End]
Span: TypeAlias = Callable[[Mask], Interval]
ANYTHING: Interval = (-inf, inf)
DEEPEST = 5
"""So many fluents that are reckoned one from the other are followed."""


class Bounds:
    """Upper bounds on utilities for one world."""

    def __init__(self, world: GroundWorld) -> None:
        self._world = world
        self.vocabulary = Vocabulary(world)
        self._reckoned: dict[int, Span] = {}
        self._read_by: dict[int, Mask] = {}
        self._understand()
        rules = Effects(world.rules, self.vocabulary)
        foreseen = [action for action in world.actions if action.consenting or action.due]
        self._planned = Relaxation(Effects(foreseen, self.vocabulary), rules)
        self._all = Relaxation(Effects(world.actions, self.vocabulary), rules)
        self._scores = [[self._score(motive.score) for motive in motives] for motives in world.motives]
        self._author = self._span(world.utility)
        self._read = [self._facts_of(motive.score for motive in motives) for motives in world.motives]
        self._known: dict[tuple[int, Mask, Weights], End] = {}
        self._authors: dict[Mask, End] = {}
        self._single: dict[int, Effects] = {}

    def among(self, foreseen: Sequence[bool]) -> Bounds:
        """The bounds of somebody who counts on no actions but those of which ``foreseen`` says so."""
        actions = [action for action, is_foreseen in zip(self._world.actions, foreseen, strict=True) if is_foreseen]
        other = copy(self)
        other._planned = Relaxation(Effects(actions, self.vocabulary), self._planned.rules)
        return other

    def of(self, character: int, values: Values, weights: Weights, steps: int) -> End:
        """The most that a character's utility could be within ``steps`` actions that are willed, or due."""
        return self._weighed(character, self._planned.after(self.vocabulary.mask(values), steps), weights)

    def reach(self, character: int, values: Values, weights: Weights, steps: int, floor: Floor) -> bool:
        """Whether that is above ``floor``; quicker than to ask for it, since fewer steps may do."""
        return self.steps(character, values, weights, steps, floor) is not None

    def steps(self, character: int, values: Values, weights: Weights, most: int, floor: Floor) -> int | None:
        """The fewest actions within which a utility could be above ``floor``; None if more than ``most``."""
        start = self.vocabulary.mask(values)
        for n in range(most + 1):
            if self._weighed(character, self._planned.after(start, n), weights) > floor:
                return n
        return None

    def now(self, character: int, values: Values, weights: Weights) -> End:
        """The most that a character's utility could be with these facts, whatever is believed."""
        return self._weighed(character, self.vocabulary.mask(values), weights)

    def distance(self, values: Values, goal: Number, most: int) -> int | None:
        """The fewest events after which the author's utility could be ``goal``; None if more than ``most``."""
        start = self.vocabulary.mask(values)
        for steps in range(most + 1):
            if self.authors_most(self._all.after(start, steps)) >= goal:
                return steps
        return None

    def attainable(self, values: Values, goal: Number, actions: Sequence[int]) -> bool:
        """Whether the author's utility could be ``goal`` after some of these actions, in their order."""
        mask = self._all.after(self.vocabulary.mask(values), 0)
        for action in actions:
            brought_about = self._single.get(action)
            if brought_about is None:
                brought_about = self._single[action] = Effects((self._world.actions[action],), self.vocabulary)
            further, _ = brought_about.come_about(mask, brought_about.all)
            if further != mask:
                mask = self._all.after(further, 0)
        return self.authors_most(mask) >= goal

    def authors_most(self, mask: Mask) -> End:
        """The most that the author's utility could be with these facts."""
        if mask not in self._authors:
            self._authors[mask] = self._author(mask)[1]
        return self._authors[mask]

    def _facts_of(self, formulas: Iterable[Formula]) -> Mask:
        """All facts of the fluents that are read."""
        mask = 0
        for formula in formulas:
            for fluent in fluents_read(formula):
                mask |= self.vocabulary.facts_of(fluent) | self._read_by.get(fluent, 0)
        return mask

    def _understand(self) -> None:
        """Take in how fluents are reckoned from others, a few levels deep; what is reckoned from itself may be any."""
        waiting = self.vocabulary.reckoned.items()
        for _ in range(DEEPEST):
            ready = [
                (fluent, expressions)
                for fluent, expressions in waiting
                if fluent not in self._reckoned
                and len(expressions) <= MOST_NUMBERS
                and all(
                    other in self._reckoned or other not in self.vocabulary.reckoned
                    for expression in expressions
                    for other in fluents_read(expression)
                )
            ]
            for fluent, expressions in ready:
                self._read_by[fluent] = self._facts_of(expressions)
                self._reckoned[fluent] = self._any_of(tuple(expressions))

    def _weighed(self, character: int, mask: Mask, weights: Weights) -> End:
        asked = (character, mask & self._read[character], weights)
        most = self._known.get(asked)
        if most is None:
            spans = [
                (weight, score(mask)) for weight, score in zip(weights, self._scores[character], strict=True) if weight
            ]
            most = self._known[asked] = sum([_times(weight, span[weight > 0]) for weight, span in spans if any(span)])
        return most

    def _score(self, formula: Formula) -> Span:
        """What a motive's score may be, remembered by the facts that it reads."""
        return self._any_of((formula,))

    def _any_of(self, formulas: Sequence[Formula]) -> Span:
        """What one of several expressions may be worth, remembered by the facts that they read."""
        spans, read = [self._span(formula) for formula in formulas], self._facts_of(formulas)
        known: dict[Mask, Interval] = {}

        def recalled(mask: Mask) -> Interval:
            facts = mask & read
            interval = known.get(facts)
            if interval is None:
                interval = known[facts] = _hull([span(mask) for span in spans])
            return interval

        return recalled

    def _span(self, formula: Formula) -> Span:
        """The least and the most that an expression may be worth; truth values count 1 and 0."""
        match formula:
            case Constant(value=value):
                number = _number(value)
                return lambda _: (number, number)
            case Read(fluent=fluent):
                return lambda mask: self._span_of(fluent, mask)
            case Arithmetic(operator=operator, parts=parts):
                return _reckoned(operator, [self._span(part) for part in parts])
            case Conditional(branches=branches, otherwise=otherwise):
                choices = [
                    (self.vocabulary.clauses(condition, True), self._span(result)) for condition, result in branches
                ]
                last = self._span(otherwise)
                return lambda mask: _hull([*(span(mask) for needs, span in choices if met(needs, mask)), last(mask)])
            case Not() | And() | Or() | Compare():
                true, false = self.vocabulary.clauses(formula, True), self.vocabulary.clauses(formula, False)
                return lambda mask: (0 if met(false, mask) else 1, 1 if met(true, mask) else 0)
            case Believes(body=Not() | And() | Or() | Compare()) | Believes(definite=True):
                return lambda _: (0, 1)
        return lambda _: ANYTHING

    def _span_of(self, fluent: int, mask: Mask) -> Interval:
        worths = self.vocabulary.worths(fluent, mask)
        if worths is None:
            return ANYTHING
        numbers = [_number(value) for value in worths if value is not None]
        spans: list[Interval] = [(min(numbers), max(numbers))] if numbers else []
        if self.vocabulary.may_be_reckoned(fluent, mask):
            reckoned = self._reckoned.get(fluent)
            spans.append(ANYTHING if reckoned is None else reckoned(mask))
        return _hull(spans) if spans else ANYTHING


def _hull(spans: list[Interval]) -> Interval:
    return min(low for low, _ in spans), max(high for _, high in spans)


def _reckoned(operator: str, parts: list[Span]) -> Span:
    def reckoned(mask: Mask) -> Interval:
        low, high = parts[0](mask)
        for part in parts[1:]:
            least, most = part(mask)
            if operator == "+":
                low, high = low + least, high + most
            elif operator == "-":
                low, high = low - most, high - least
            elif operator == "*":
                low, high = _around(_times(a, b) for a in (low, high) for b in (least, most))
            elif least <= 0 <= most or inf in (-least, most):
                return ANYTHING
            else:
                low, high = _around(_times(a, Fraction(1) / b) for a in (low, high) for b in (least, most))
        return low, high

    return reckoned


def _around(ends: Iterable[End]) -> Interval:
    every = list(ends)
    return min(every), max(every)


def _number(value: Value) -> Fraction | int:
    """What a value counts as: truth values 1 and 0."""
    return value if is_number(value) else int(value is True)  # type: ignore[return-value]


def _times(a: End, b: End) -> End:
    return 0 if 0 in (a, b) else a * b
