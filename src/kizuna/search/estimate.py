"""How much is left to be done for an ending: a guess that adds up what the parts of it cost (Bonet, Geffner 2001).

The bound of :mod:`kizuna.deliberation.bounds` says how many events an ending is away at least, and sees no difference
between one thing missing and three. Here facts cost what it costs to bring them about if facts were only ever added,
each part of a condition paid for by itself. That is often too much, so it may order a search but must not prune it.
Cost: one pass over all effects whose needs can be met, for each different set of facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from math import inf

from kizuna.deliberation.relaxation import Clauses, Mask, Vocabulary, effects_of
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundRule, GroundWorld
from kizuna.model.formulas import Arithmetic, Conditional, Constant, Formula
from kizuna.model.values import Number, is_number

DEAREST = 6
"""How many events more than one an action counts at most that is refused wherever it was asked about."""


class Estimate:
    """The guessed cost of reaching a worth of the author's utility, in events, remembered by the facts."""

    def __init__(self, world: GroundWorld, goal: Number) -> None:
        self._vocabulary = Vocabulary(world)
        self._goal = goal
        self._effects: list[tuple[Clauses, tuple[Mask, ...], int]] = []
        self._refused = [0] * len(world.actions)
        self._done = [0] * len(world.actions)
        self._prices_of = [1] * len(world.actions) + [0]
        self._add(world)
        self._waiting: dict[Mask, list[int]] = {}
        self._clauses_with: dict[Mask, list[Mask]] = {}
        self._parts = [list(_branches(part, self._vocabulary)) for part in _summands(world.utility)]
        self._index()
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
        self._prices_of = [1] * len(self._refused) + [0]
        self._known.clear()

    def learn(self, action: int, is_explained: bool) -> None:
        """Take in whether somebody had a reason for an action somewhere: what is refused again and again gets dear."""
        self._done[action] += is_explained
        self._refused[action] += not is_explained
        price = 1 + min(DEAREST, self._refused[action] // (1 + 2 * self._done[action]))
        if price != self._prices_of[action]:
            self._prices_of[action] = price
            self._known.clear()

    def _add(self, world: GroundWorld) -> None:
        events: tuple[GroundAction | GroundRule, ...] = (*world.actions, *world.rules)
        for number, event in enumerate(events):
            for needs, adds in effects_of([event], self._vocabulary):
                self._effects.append((needs, tuple(_bits(adds)), min(number, len(world.actions))))

    def _index(self) -> None:
        clauses = {clause: None for needs, _, _ in self._effects for clause in needs}
        clauses |= {clause: None for branches in self._parts for needs, _ in branches for clause in needs}
        for clause in clauses:
            for bit in _bits(clause):
                self._clauses_with.setdefault(bit, []).append(clause)
        for number, (needs, _, _) in enumerate(self._effects):
            for clause in dict.fromkeys(needs):
                self._waiting.setdefault(clause, []).append(number)

    def _guess(self, start: Mask) -> float:
        prices = self._prices(start)
        worth: Number = 0
        offers: list[tuple[float, Number]] = []
        for branches in self._parts:
            costs = [(sum(prices.get(clause, inf) for clause in needs), value) for needs, value in branches]
            now = next((value for cost, value in costs if cost == 0), costs[-1][1])
            worth += now
            offers += [(cost / float(value - now), value - now) for cost, value in costs if value > now and cost < inf]
        total = 0.0
        for rate, gain in sorted(offers, key=lambda offer: offer[0]):
            if worth >= self._goal:
                break
            worth += gain
            total += rate * float(gain)
        return total if worth >= self._goal else 0.0

    def _prices(self, start: Mask) -> dict[Mask, float]:
        """What each clause costs that can be met (Dijkstra 1959, over effects)."""
        prices: dict[Mask, float] = {}
        owing = [len(dict.fromkeys(needs)) for needs, _, _ in self._effects]
        spent = [0.0] * len(self._effects)
        heap: list[tuple[float, Mask]] = []
        seen: set[Mask] = set()
        for number, (_, adds, event) in enumerate(self._effects):
            if not owing[number]:
                for bit in adds:
                    heappush(heap, (self._prices_of[event], bit))
        for bit in _bits(start):
            heappush(heap, (0.0, bit))
        while heap:
            cost, bit = heappop(heap)
            if bit in seen:
                continue
            seen.add(bit)
            for clause in self._clauses_with.get(bit, ()):
                if clause in prices:
                    continue
                prices[clause] = cost
                for number in self._waiting.get(clause, ()):
                    owing[number] -= 1
                    spent[number] += cost
                    if not owing[number]:
                        _, adds, event = self._effects[number]
                        for given in adds:
                            if given not in seen:
                                heappush(heap, (spent[number] + self._prices_of[event], given))
        return prices


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


def _bits(mask: Mask) -> Iterator[Mask]:
    while mask:
        last = mask & -mask
        yield last
        mask ^= last
