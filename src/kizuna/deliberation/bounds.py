"""How well off somebody could be at most so many actions from here: it refutes most plans before they are made.

The naive way walks the plans. Here facts are only ever added (delete relaxation: Bonet, Geffner 2001): after k actions
a fluent may have any worth that some action or rule could have given it by then, whatever is believed and whoever
consents; anything read of a mind is taken to be as one likes. A utility is bounded by intervals over those worths. So
the bound is never too low, and a plan that would have to end above it does not exist. Sets of facts are the bits of
one number. Cost: about one look at each action for each different set of facts and each layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf

from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
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
)
from kizuna.model.values import Value, is_number
from kizuna.model.worth import compared

Mask = int
"""A set of facts: fluents with worths that they may have."""

Interval = tuple[float, float]
Possible = Callable[[Mask], bool]
Span = Callable[[Mask], Interval]
Weights = tuple[Fraction | int | None, ...]
ANYTHING: Interval = (-inf, inf)


@dataclass
class _Happening:
    """An action or rule, relaxed: if it is possible, these facts may come to be."""

    possible: Possible
    adds: list[tuple[Possible | None, Mask]]


@dataclass
class Bounds:
    """Upper bounds on utilities for one world, remembered by the facts that one starts from."""

    world: GroundWorld
    _bits: dict[tuple[int, type, Value], Mask] = field(default_factory=dict)
    _any: dict[int, Mask] = field(default_factory=dict)
    _worths: dict[int, list[tuple[Value, Mask]]] = field(default_factory=dict)
    _planned_layers: dict[Values, list[Mask]] = field(default_factory=dict)
    _author_layers: dict[Values, list[Mask]] = field(default_factory=dict)
    _spans: dict[tuple[int, Mask], list[Interval]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for fluent, fact in enumerate(self.world.facts):
            self._bit(fluent, fact)
        for _, fluent, value in self.world.beliefs:
            self._bit(fluent, value)
        for effect in _effects(self.world):
            if isinstance(effect.value, Constant):
                self._bit(effect.fluent, effect.value.value)
        foreseen = [action for action in self.world.actions if action.consenting or action.due]
        self._planned = [self._happening(action) for action in foreseen]
        self._actions = [self._happening(action) for action in self.world.actions]
        self._rules = [self._happening(rule) for rule in self.world.rules]
        self._scores = [[self._span(motive.score) for motive in motives] for motives in self.world.motives]
        self._author = self._span(self.world.utility)

    # --- bounds ------------------------------------------------------------------------------------------------------

    def of(self, character: int, values: Values, weights: Weights, steps: int) -> float:
        """The most that a character's utility could be within ``steps`` actions that are willed, or due."""
        mask = self._after(values, steps, self._planned, self._planned_layers)
        key = (character, mask)
        if key not in self._spans:
            self._spans[key] = [score(mask) for score in self._scores[character]]
        pairs = zip(weights, self._spans[key], strict=True)
        return _rounded_up(sum(float(weight) * span[weight > 0] for weight, span in pairs if weight))

    def of_author(self, values: Values, steps: int) -> float:
        """The most that the author's utility could be within ``steps`` events."""
        return _rounded_up(self._author(self._after(values, steps, self._actions, self._author_layers))[1])

    def _after(self, values: Values, steps: int, happenings: list[_Happening], known: dict[Values, list[Mask]]) -> Mask:
        """The facts that may be so within ``steps`` actions."""
        layers = known.get(values)
        if layers is None:
            layers = known[values] = [self._settled(self._mask(values))]
        while len(layers) <= steps:
            mask = layers[-1]
            further = mask
            for happening in happenings:
                if happening.possible(mask):
                    for condition, adds in happening.adds:
                        if adds & ~further and (condition is None or condition(mask)):
                            further |= adds
            if further == mask:
                return mask
            layers.append(self._settled(further))
        return layers[steps]

    def _settled(self, mask: Mask) -> Mask:
        """The facts with all that rules may make of them."""
        while True:
            further = mask
            for rule in self._rules:
                for condition, adds in rule.adds:
                    if adds & ~further and rule.possible(further) and (condition is None or condition(further)):
                        further |= adds
            if further == mask:
                return mask
            mask = further

    # --- facts -------------------------------------------------------------------------------------------------------

    def _bit(self, fluent: int, value: Value) -> Mask:
        """The bit of a fact; ``yes`` and ``1`` are different facts."""
        key = (fluent, value.__class__, value)
        if key not in self._bits:
            self._bits[key] = 1 << (len(self._bits) + len(self._any))
            self._worths.setdefault(fluent, []).append((value, self._bits[key]))
        return self._bits[key]

    def _anything(self, fluent: int) -> Mask:
        """The bit that says that a fluent may be worth anything."""
        if fluent not in self._any:
            self._any[fluent] = 1 << (len(self._bits) + len(self._any))
        return self._any[fluent]

    def _mask(self, values: Values) -> Mask:
        mask = 0
        for fluent, value in enumerate(values):
            mask |= self._bit(fluent, value)
        return mask

    def _happening(self, event: GroundAction | GroundRule) -> _Happening:
        adds = []
        for effect in event.effects:
            condition = None if effect.condition == Constant(True) else self._possible(effect.condition, True)
            adds.append((condition, self._given(effect)))
        return _Happening(self._possible(event.precondition, True), adds)

    def _given(self, effect: GroundEffect) -> Mask:
        if isinstance(effect.value, Constant):
            return self._bit(effect.fluent, effect.value.value)
        return self._anything(effect.fluent)

    # --- conditions --------------------------------------------------------------------------------------------------

    def _possible(self, formula: Formula, wanted: bool) -> Possible:
        """Whether a condition may be so (or, not ``wanted``, may be other than so)."""
        match formula:
            case Constant(value=value):
                is_so = (value is True) is wanted
                return lambda _: is_so
            case Read(fluent=fluent):
                return self._among(fluent, lambda value: (value is True) is wanted)
            case Not(body=body):
                return self._possible(body, not wanted)
            case And(parts=parts) | Or(parts=parts):
                inside = [self._possible(part, wanted) for part in parts]
                if isinstance(formula, And) is wanted:
                    return lambda mask: all(test(mask) for test in inside)
                return lambda mask: any(test(mask) for test in inside)
            case Compare(operator=operator, left=Read(fluent=fluent), right=Constant(value=other)):
                return self._among(fluent, lambda value: (compared(operator, value, other) is True) is wanted)
        return lambda _: True

    def _among(self, fluent: int, test: Callable[[Value], bool]) -> Possible:
        """Whether a fluent may have a worth that passes a test; worths that are met later are looked at then."""
        worths = self._worths.setdefault(fluent, [])
        anything = self._anything(fluent)
        seen = 0
        wanted = anything

        def possible(mask: Mask) -> bool:
            nonlocal seen, wanted
            if seen != len(worths):
                wanted = anything
                for value, bit in worths:
                    if test(value):
                        wanted |= bit
                seen = len(worths)
            return bool(mask & wanted)

        return possible

    # --- numbers -----------------------------------------------------------------------------------------------------

    def _span(self, formula: Formula) -> Span:
        """The least and the most that an expression may be worth; truth values count 1 and 0."""
        match formula:
            case Constant(value=value):
                number = float(value) if is_number(value) else float(value is True)  # type: ignore[arg-type]
                return lambda _: (number, number)
            case Read(fluent=fluent):
                return lambda mask: self._span_of(fluent, mask)
            case Arithmetic(operator=operator, parts=parts) if operator in "+-*":
                return _reckoned(operator, [self._span(part) for part in parts])
            case Conditional(branches=branches, otherwise=otherwise):
                choices = [(self._possible(condition, True), self._span(result)) for condition, result in branches]
                last = self._span(otherwise)
                return lambda mask: _hull([*(span(mask) for test, span in choices if test(mask)), last(mask)])
            case Not() | And() | Or() | Compare():
                true, false = self._possible(formula, True), self._possible(formula, False)
                return lambda mask: (0.0 if false(mask) else 1.0, 1.0 if true(mask) else 0.0)
            case Believes(body=Not() | And() | Or() | Compare()) | Believes(definite=True):
                return lambda _: (0.0, 1.0)
        return lambda _: ANYTHING

    def _span_of(self, fluent: int, mask: Mask) -> Interval:
        if mask & self._anything(fluent):
            return ANYTHING
        worths = [value for value, bit in self._worths[fluent] if mask & bit and value is not None]
        numbers = [float(value) if is_number(value) else float(value is True) for value in worths]
        return (min(numbers), max(numbers)) if numbers else ANYTHING


def _effects(world: GroundWorld) -> Iterable[GroundEffect]:
    for action in world.actions:
        yield from action.effects
    for rule in world.rules:
        yield from rule.effects


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
            else:
                ends = [_times(a, b) for a in (low, high) for b in (least, most)]
                low, high = min(ends), max(ends)
        return low, high

    return reckoned


def _rounded_up(number: float) -> float:
    """A little more, so that nothing is lost to floating point."""
    return number + 1e-6 * (1 + abs(number)) if number not in (inf, -inf) else number


def _times(a: float, b: float) -> float:
    return 0.0 if 0.0 in (a, b) else a * b
