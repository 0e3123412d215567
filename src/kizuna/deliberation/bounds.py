"""How well off somebody could be at most so many actions from here: it refutes most plans before they are made.

The naive way walks the plans. Here facts are only ever added (delete relaxation: Bonet, Geffner 2001): after k actions
a fluent may have any worth that some action or rule could have given it by then, whatever is believed and whoever
consents; anything read of a mind is taken to be as one likes. A utility is bounded by intervals over those worths. So
the bound is never too low, and a plan that would have to end above it does not exist. Sets of facts are the bits of
one number, conditions are tuples of such sets of which each must be met. Cost: about one look at each effect that has
not come about yet, for each different set of facts and each layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import NamedTuple

from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import And, Arithmetic, Believes, Compare, Conditional, Constant, Formula, Not, Or, Read
from kizuna.model.values import Number, Value, is_number
from kizuna.model.worth import compared

Mask = int
"""A set of facts: fluents with worths that they may have."""
Clauses = tuple[Mask, ...]
"""A condition, relaxed: of each of these sets some fact has to be so."""
Interval = tuple[float, float]
Span = Callable[[Mask], Interval]
Weights = tuple[Fraction | int | None, ...]
ANYTHING: Interval = (-inf, inf)


class _Effect(NamedTuple):
    """What may come to be, and what has to be so first."""

    needs: Clauses
    adds: Mask


@dataclass
class _Layers:
    """The facts that may be so after 0, 1, 2 ... actions, and the effects that have not come about by then."""

    masks: list[Mask]
    pending: list[_Effect]
    rules: list[_Effect]
    closed: bool = False


@dataclass
class Bounds:
    """Upper bounds on utilities for one world, remembered by the facts that one starts from."""

    world: GroundWorld
    _bits: dict[tuple[int, type, Value], Mask] = field(default_factory=dict)
    _worths: dict[int, list[tuple[Value, Mask]]] = field(default_factory=dict)
    _anything: list[Mask] = field(default_factory=list)
    _planned_layers: dict[Mask, _Layers] = field(default_factory=dict)
    _author_layers: dict[Mask, _Layers] = field(default_factory=dict)
    _spans: dict[tuple[int, Mask], list[Interval]] = field(default_factory=dict)
    _authors: dict[Mask, float] = field(default_factory=dict)
    _masks: dict[Values, Mask] = field(default_factory=dict)

    def __post_init__(self) -> None:
        world = self.world
        self._anything = [1 << fluent for fluent in range(len(world.fluents))]
        for fluent, value in _named(world):
            key = (fluent, value.__class__, value)
            if key not in self._bits:
                self._bits[key] = 1 << (len(world.fluents) + len(self._bits))
                self._worths.setdefault(fluent, []).append((value, self._bits[key]))
        foreseen = (action for action in world.actions if action.consenting or action.due)
        self._planned = [effect for action in foreseen for effect in self._effects(action)]
        self._actions = [effect for action in world.actions for effect in self._effects(action)]
        self._rules = [effect for rule in world.rules for effect in self._effects(rule)]
        self._scores = [[self._span(motive.score) for motive in motives] for motives in world.motives]
        self._author = self._span(world.utility)

    # --- bounds ------------------------------------------------------------------------------------------------------

    def of(self, character: int, values: Values, weights: Weights, steps: int) -> float:
        """The most that a character's utility could be within ``steps`` actions that are willed, or due."""
        mask = self._after(values, steps, self._planned, self._planned_layers)
        key = (character, mask)
        if key not in self._spans:
            self._spans[key] = [score(mask) for score in self._scores[character]]
        pairs = zip(weights, self._spans[key], strict=True)
        return _rounded_up(sum(float(weight) * span[weight > 0] for weight, span in pairs if weight))

    def distance(self, values: Values, goal: Number, most: int) -> int | None:
        """The fewest events after which the author's utility could be ``goal``; None if more than ``most``."""
        for steps in range(most + 1):
            mask = self._after(values, steps, self._actions, self._author_layers)
            if mask not in self._authors:
                self._authors[mask] = _rounded_up(self._author(mask)[1])
            if self._authors[mask] >= goal:
                return steps
        return None

    def _after(self, values: Values, steps: int, effects: list[_Effect], known: dict[Mask, _Layers]) -> Mask:
        """The facts that may be so within ``steps`` actions."""
        start = self._mask(values)
        layers = known.get(start)
        if layers is None:
            settled, rules = _settled(start, self._rules)
            layers = known[start] = _Layers([settled], effects, rules)
        while len(layers.masks) <= steps and not layers.closed:
            mask = layers.masks[-1]
            further, layers.pending = _come_about(mask, layers.pending)
            layers.closed = further == mask
            if not layers.closed:
                further, layers.rules = _settled(further, layers.rules)
                layers.masks.append(further)
        return layers.masks[min(steps, len(layers.masks) - 1)]

    # --- facts -------------------------------------------------------------------------------------------------------

    def _mask(self, values: Values) -> Mask:
        mask = self._masks.get(values)
        if mask is None:
            mask = 0
            for fluent, value in enumerate(values):
                mask |= self._bit(fluent, value)
            self._masks[values] = mask
        return mask

    def _bit(self, fluent: int, value: Value) -> Mask:
        """The bit of a fact; a worth that nothing in the world names may be any."""
        return self._bits.get((fluent, value.__class__, value), self._anything[fluent])

    def _effects(self, event: GroundAction | GroundRule) -> Iterator[_Effect]:
        """The effects of an event, each with all that it needs; those that can never come about are left out."""
        first = self._clauses(event.precondition, True)
        together: dict[Clauses, Mask] = {}
        for effect in event.effects:
            needs = tuple(dict.fromkeys((*first, *self._clauses(effect.condition, True))))
            if 0 not in needs:
                together[needs] = together.get(needs, 0) | self._given(effect)
        yield from (_Effect(needs, adds) for needs, adds in together.items())

    def _given(self, effect: GroundEffect) -> Mask:
        named = isinstance(effect.value, Constant)
        return self._bit(effect.fluent, effect.value.value) if named else self._anything[effect.fluent]  # type: ignore[union-attr]

    # --- conditions --------------------------------------------------------------------------------------------------

    def _clauses(self, formula: Formula, wanted: bool) -> Clauses:
        """What has to be for a condition to be so (or, not ``wanted``, other than so); what is not understood is so."""
        match formula:
            case Constant(value=value):
                return () if (value is True) is wanted else (0,)
            case Read(fluent=fluent):
                return (self._among(fluent, lambda value: (value is True) is wanted),)
            case Not(body=body):
                return self._clauses(body, not wanted)
            case And(parts=parts) | Or(parts=parts):
                inside = [self._clauses(part, wanted) for part in parts]
                if isinstance(formula, And) is wanted:
                    return tuple(clause for part in inside for clause in part)
                return _either(inside)
            case Compare(operator=operator, left=Read(fluent=fluent), right=Constant(value=other)):
                return (self._among(fluent, lambda value: (compared(operator, value, other) is True) is wanted),)
        return ()

    def _among(self, fluent: int, test: Callable[[Value], bool]) -> Mask:
        """The facts that say that a fluent has, or may have, a worth that passes a test."""
        mask = self._anything[fluent]
        for value, bit in self._worths[fluent]:
            if test(value):
                mask |= bit
        return mask

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
                choices = [(self._clauses(condition, True), self._span(result)) for condition, result in branches]
                last = self._span(otherwise)
                return lambda mask: _hull([*(span(mask) for needs, span in choices if _met(needs, mask)), last(mask)])
            case Not() | And() | Or() | Compare():
                true, false = self._clauses(formula, True), self._clauses(formula, False)
                return lambda mask: (0.0 if _met(false, mask) else 1.0, 1.0 if _met(true, mask) else 0.0)
            case Believes(body=Not() | And() | Or() | Compare()) | Believes(definite=True):
                return lambda _: (0.0, 1.0)
        return lambda _: ANYTHING

    def _span_of(self, fluent: int, mask: Mask) -> Interval:
        if mask & self._anything[fluent]:
            return ANYTHING
        worths = [value for value, bit in self._worths[fluent] if mask & bit and value is not None]
        numbers = [float(value) if is_number(value) else float(value is True) for value in worths]
        return (min(numbers), max(numbers)) if numbers else ANYTHING


def _named(world: GroundWorld) -> Iterable[tuple[int, Value]]:
    """Every fluent with each worth that the world names for it."""
    yield from enumerate(world.facts)
    yield from ((fluent, value) for _, fluent, value in world.beliefs)
    for action in world.actions:
        yield from _given_by(action.effects)
    for rule in world.rules:
        yield from _given_by(rule.effects)


def _given_by(effects: tuple[GroundEffect, ...]) -> Iterator[tuple[int, Value]]:
    return ((effect.fluent, effect.value.value) for effect in effects if isinstance(effect.value, Constant))


def _come_about(mask: Mask, effects: list[_Effect]) -> tuple[Mask, list[_Effect]]:
    """The facts with all that effects may add to them at once, and the effects that are still to come."""
    further = mask
    pending = []
    for effect in effects:
        for clause in effect.needs:
            if not mask & clause:
                pending.append(effect)
                break
        else:
            further |= effect.adds
    return further, pending


def _settled(mask: Mask, rules: list[_Effect]) -> tuple[Mask, list[_Effect]]:
    """The facts with all that rules may make of them, and the rules' effects that are still to come."""
    while True:
        further, rules = _come_about(mask, rules)
        if further == mask:
            return mask, rules
        mask = further


def _met(needs: Clauses, mask: Mask) -> bool:
    return all(mask & clause for clause in needs)


def _either(inside: list[Clauses]) -> Clauses:
    """That one of several conditions is met, relaxed to one clause: of each the first counts."""
    if any(not part for part in inside):
        return ()
    together = 0
    for part in inside:
        together |= 0 if 0 in part else part[0]
    return (together,)


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
