"""How much is left to be done for an ending: a guess by a relaxed plan (:mod:`kizuna.search.relaxed_plan`).

The bound of :mod:`kizuna.deliberation.bounds` says how many events an ending is away at least, and sees no difference
between one thing missing and three. Here the events are counted that would do if facts were only ever added; one that
is refused again and again, wherever it is asked about, counts for more. That may be too much, so the guess may order a
search but must not prune it. Cost: one relaxed plan for each different set of facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from kizuna.deliberation.relaxation import Clauses, Mask, Vocabulary, effects_of
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundRule, GroundWorld
from kizuna.model.formulas import Arithmetic, Conditional, Constant, Formula
from kizuna.model.values import Number, is_number
from kizuna.search.relaxed_plan import Effect, RelaxedPlans, bits

DEAREST = 6
"""How many events more than one an action counts at most that is refused wherever it was asked about."""


class Estimate:
    """The guessed cost of reaching a worth of the author's utility, in events, remembered by the facts."""

    def __init__(self, world: GroundWorld, goal: Number) -> None:
        self._vocabulary = Vocabulary(world)
        self._goal = goal
        self._refused = [0] * len(world.actions)
        self._done = [0] * len(world.actions)
        self._prices = [1.0] * len(world.actions) + [0.0]
        self._parts = [list(_branches(part, self._vocabulary)) for part in _summands(world.utility)]
        wanted = [clause for branches in self._parts for needs, _ in branches for clause in needs]
        self._plans = RelaxedPlans(list(_effects(world, self._vocabulary)), wanted)
        self._known: dict[Values, float] = {}

    def of(self, values: Values) -> float:
        """The guess for these facts; 0 where there is no telling."""
        if values not in self._known:
            self._known[values] = self._guess(self._vocabulary.mask(values))
        return self._known[values]

    def forget(self) -> None:
        """Take all that was learned for unlearned: under other limits other reasons count."""
        self._refused = [0] * len(self._refused)
        self._done = [0] * len(self._done)
        self._prices = [1.0] * len(self._refused) + [0.0]
        self._known.clear()

    def learn(self, action: int, is_explained: bool) -> None:
        """Take in whether somebody had a reason for an action somewhere: what is refused again and again gets dear."""
        self._done[action] += is_explained
        self._refused[action] += not is_explained
        price = 1.0 + min(DEAREST, self._refused[action] // (1 + 2 * self._done[action]))
        if price != self._prices[action]:
            self._prices[action] = price
            self._known.clear()

    def _guess(self, start: Mask) -> float:
        support = self._plans.support(start, self._prices)
        worth: Number = 0
        offers: list[tuple[float, Number, Clauses]] = []
        for branches in self._parts:
            costs = [(support.cost(needs), value, needs) for needs, value in branches]
            now = next((value for cost, value, _ in costs if cost == 0), costs[-1][1])
            worth += now
            offers += [(cost / float(v - now), v - now, needs) for cost, v, needs in costs if v > now and cost < inf]
        events: dict[int, None] = {}
        for _, gain, needs in sorted(offers, key=lambda offer: offer[0]):
            if worth >= self._goal:
                break
            worth += gain
            events.update(dict.fromkeys(self._plans.events(needs, support)))
        return sum(self._prices[event] for event in events) if worth >= self._goal else 0.0


def _effects(world: GroundWorld, vocabulary: Vocabulary) -> Iterator[Effect]:
    """What the events of a world bring about; all rules are one event, which costs nothing."""
    events: tuple[GroundAction | GroundRule, ...] = (*world.actions, *world.rules)
    for number, event in enumerate(events):
        for needs, adds in effects_of([event], vocabulary):
            yield Effect(needs, tuple(bits(adds)), min(number, len(world.actions)))


def _summands(utility: Formula) -> tuple[Formula, ...]:
    if isinstance(utility, Arithmetic) and utility.operator == "+":
        return tuple(each for part in utility.parts for each in _summands(part))
    return (utility,)


def _branches(part: Formula, vocabulary: Vocabulary) -> Iterator[tuple[Clauses, Number]]:
    """What a part of a utility may be worth, each with what has to be so for it."""
    match part:
        case Conditional(branches=branches, otherwise=otherwise):
            for condition, result in branches:
                yield from (
                    (vocabulary.clauses(condition, True) + needs, w) for needs, w in _branches(result, vocabulary)
                )
            yield from _branches(otherwise, vocabulary)
        case Constant(value=value) if is_number(value):
            yield (), value  # type: ignore[misc]
        case Constant(value=value):
            yield (), int(value is True)
        case _:
            yield vocabulary.clauses(part, True), 1
            yield (), 0
