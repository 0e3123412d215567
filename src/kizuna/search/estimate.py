"""How much is left to be done for an ending: a guess by a relaxed plan (:mod:`kizuna.search.relaxed_plan`).

The bound of :mod:`kizuna.deliberation.bounds` says how many events an ending is away at least, and sees no difference
between one thing missing and three. Here the events are counted that would do if facts were only ever added; one that
is refused again and again, wherever it is asked about, counts for more. That may be too much, so the guess may order a
search but must not prune it. Cost: one relaxed plan for each different set of facts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from copy import copy
from math import inf
from typing import NamedTuple

from kizuna.deliberation.relaxation import Clauses, Mask, Vocabulary
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundRule, GroundWorld
from kizuna.model.formulas import Arithmetic, Compare, Conditional, Constant, Formula, Read
from kizuna.model.values import Number, is_number, roughly
from kizuna.model.worth import counted
from kizuna.search.relaxed_plan import Effect, RelaxedPlans, bits

CHEAPEST = 1.0
"""The price of an event that nobody refuses."""

DEAREST = 6
"""How many events more than one an action counts at most that is refused wherever it was asked about."""


class _Guess(NamedTuple):
    """What an ending costs from some facts, and the events that this counts."""

    cost: float
    events: Collection[int]


_NO_TELLING = _Guess(0.0, ())


class Estimate:
    """The guessed cost of reaching a worth of the author's utility, in events, remembered by the facts."""

    def __init__(self, world: GroundWorld, goal: Number, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._goal = goal
        self._actions = len(world.actions)
        summands = _summands(world.utility, _derived(world), 1)
        parts = [list(_branches(part, factor, self._vocabulary)) for part, factor in summands]
        wanted = [clause for branches in parts for needs, _ in branches for clause in needs]
        self._plans = RelaxedPlans(list(_effects(world, self._vocabulary)), wanted)
        self._parts = [[(self._plans.clauses(needs), value) for needs, value in branches] for branches in parts]
        self._learn_anew()

    def of(self, values: Values) -> float:
        """The guess for these facts; 0 where there is no telling."""
        return self._of(values).cost

    def after(self, values: Values, action: int) -> float:
        """What may be left after an action, before anybody looks: its price less, or that of the cheapest event."""
        guess = self._of(values)
        return max(0.0, guess.cost - (self._prices[action] if action in guess.events else CHEAPEST))

    def _of(self, values: Values) -> _Guess:
        guess = self._known.get(values)
        if guess is None:
            guess = self._known[values] = self._guess(self._vocabulary.mask(values))
        return guess

    def afresh(self) -> Estimate:
        """The same with nothing learned: under other limits other reasons count."""
        other = copy(self)
        other._learn_anew()
        return other

    def _learn_anew(self) -> None:
        self._refused = [0] * self._actions
        self._done = [0] * self._actions
        self._prices = [CHEAPEST] * self._actions + [0.0]
        self._known: dict[Values, _Guess] = {}

    def learn(self, action: int, is_explained: bool) -> None:
        """Take in whether somebody had a reason for an action somewhere: what is refused again and again gets dear."""
        self._done[action] += is_explained
        self._refused[action] += not is_explained
        price = CHEAPEST + min(DEAREST, self._refused[action] // (1 + 2 * self._done[action]))
        if price != self._prices[action]:
            self._prices[action] = price
            self._known.clear()

    def _guess(self, start: Mask) -> _Guess:
        support = self._plans.support(start, self._prices)
        worth: Number = 0
        offers: list[tuple[float, Number, tuple[int, ...]]] = []
        for branches in self._parts:
            costs = [(support.cost(needs), value, needs) for needs, value in branches]
            now = next((value for cost, value, _ in costs if cost == 0), costs[-1][1])
            worth += now
            offers += [(cost / roughly(v - now), v - now, needs) for cost, v, needs in costs if v > now and cost < inf]
        events: dict[int, None] = {}
        for _, gain, needs in sorted(offers, key=lambda offer: offer[0]):
            if worth >= self._goal:
                break
            worth += gain
            events.update(dict.fromkeys(self._plans.events(needs, support)))
        if worth < self._goal:
            return _NO_TELLING
        return _Guess(sum(self._prices[event] for event in events), events.keys())


def _effects(world: GroundWorld, vocabulary: Vocabulary) -> Iterator[Effect]:
    """What the events of a world bring about; all rules are one event, which costs nothing."""
    events: tuple[GroundAction | GroundRule, ...] = (*world.actions, *world.rules)
    for number, event in enumerate(events):
        for needs, adds in vocabulary.effects(event):
            yield Effect(needs, tuple(bits(adds)), min(number, len(world.actions)))


def _derived(world: GroundWorld) -> dict[int, Formula]:
    """The fluents that rules reckon from others, each with the first expression that gives it its worth."""
    derived: dict[int, Formula] = {}
    for effect in (effect for rule in world.rules for effect in rule.effects):
        if not effect.minds and not isinstance(effect.value, Constant):
            derived.setdefault(effect.fluent, effect.value)
    return derived


def _summands(utility: Formula, derived: dict[int, Formula], factor: Number) -> Iterator[tuple[Formula, Number]]:
    """The parts that a utility is the sum of, each with what it counts for; what rules reckon by what it is made of."""
    match utility:
        case Arithmetic(operator="+", parts=parts):
            for part in parts:
                yield from _summands(part, derived, factor)
        case Arithmetic(operator="-", parts=(more, less)):
            yield from _summands(more, derived, factor)
            yield from _summands(less, derived, -factor)
        case Arithmetic(operator="*", parts=(Constant(value=weight), part)):
            yield from _summands(part, derived, factor * (counted(weight) or 0))
        case Read(fluent=fluent) if fluent in derived:
            yield from _summands(derived[fluent], {}, factor)
        case _:
            yield utility, factor


def _branches(part: Formula, factor: Number, vocabulary: Vocabulary) -> Iterator[tuple[Clauses, Number]]:
    """What a part of a utility may count for, each with what has to be so for it."""
    match part:
        case Conditional(branches=branches, otherwise=otherwise):
            for condition, result in branches:
                needed = vocabulary.clauses(condition, True)
                yield from ((needed + needs, worth) for needs, worth in _branches(result, factor, vocabulary))
            yield from _branches(otherwise, factor, vocabulary)
        case Constant(value=value):
            yield (), factor * (counted(value) or 0)
        case Read(fluent=fluent) if any(map(is_number, vocabulary.named(fluent))):
            numbers = (number for number in map(counted, vocabulary.named(fluent)) if number is not None)
            worths = {number * factor: number for number in numbers}
            for worth in sorted(worths, reverse=True):
                yield vocabulary.clauses(Compare("==", part, Constant(worths[worth])), True), worth
        case _:
            yield vocabulary.clauses(part, True), factor
            yield (), 0
