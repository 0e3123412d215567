"""What would have to happen for conditions to come true, if facts were only ever added.

The naive way adds up what each condition costs by itself, and counts a step as often as it is needed. Here every fact
remembers the effect that it comes about by most cheaply (by the sum of costs: Bonet, Geffner 2001), and what is needed
is collected from the conditions backwards, each event once (a relaxed plan: Hoffmann, Nebel 2001; from additive costs:
Keyder, Geffner 2008). Cost: one pass over all effects whose needs can be met, and one over those of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from math import inf
from typing import NamedTuple

from kizuna.deliberation.relaxation import Clauses, Mask

START = -1
"""Stands for the effect that brings about what is so already."""


class Effect(NamedTuple):
    """What an event brings about (each a single bit), the clauses that it needs for that, and the event's number."""

    needs: Clauses
    adds: tuple[Mask, ...]
    event: int


class Support(NamedTuple):
    """How conditions come true from some facts: for each clause what it costs (infinite where it cannot be met) and the
    fact that meets it; for each fact the number of the effect that it comes by. All by number.
    """

    costs: list[float]
    met: list[int]
    effects: list[int]

    def cost(self, needs: Sequence[int]) -> float:
        """The sum of what the clauses cost."""
        return sum(self.costs[clause] for clause in needs)


class RelaxedPlans:
    """Relaxed plans over some effects; ``wanted`` are the clauses that will be asked for besides what effects need.

    Facts and clauses have small numbers here: as masks they would be long ones, slow to look up.
    """

    def __init__(self, effects: Sequence[Effect], wanted: Iterable[Mask]) -> None:
        wanted = tuple(wanted)
        effects = _relevant(effects, wanted)
        self._numbers: dict[Mask, int] = {}
        needs = [tuple(self._number(clause) for clause in dict.fromkeys(effect.needs)) for effect in effects]
        self._wanted = frozenset(self._number(clause) for clause in wanted)
        self._needs = needs
        self._adds = [tuple(mask.bit_length() - 1 for mask in effect.adds) for effect in effects]
        self._events = [effect.event for effect in effects]
        self._needed = [sum(1 << clause for clause in each) for each in needs]
        self._waiting: list[list[int]] = [[] for _ in self._numbers]
        for number, clauses in enumerate(needs):
            for clause in clauses:
                self._waiting[clause].append(number)
        facts = {bit: fact_number(bit) for clause in self._numbers for bit in bits(clause)}
        count = 1 + max((*facts.values(), *(fact for adds in self._adds for fact in adds)), default=0)
        self._clauses_with: list[list[int]] = [[] for _ in range(count)]
        for clause, number in self._numbers.items():
            for bit in bits(clause):
                self._clauses_with[facts[bit]].append(number)

    def _number(self, clause: Mask) -> int:
        return self._numbers.setdefault(clause, len(self._numbers))

    def clauses(self, needs: Clauses) -> tuple[int, ...]:
        """The numbers of clauses that something needs or that are wanted."""
        return tuple(self._numbers[clause] for clause in dict.fromkeys(needs))

    def support(self, start: Mask, prices: Sequence[float]) -> Support:
        """How what is wanted comes true most cheaply (Dijkstra 1959, over effects), by prices of events.

        It ends as soon as all that is wanted has come true; what cannot is not met.
        """
        costs, met, by = self._so_already(start)
        missing = sum(1 << clause for clause, cost in enumerate(costs) if cost)
        lacking = [needed & missing for needed in self._needed]
        wanted, waiting, adds, events = self._wanted, self._waiting, self._adds, self._events
        unmet = sum(costs[clause] == inf for clause in wanted)
        heap = [
            (prices[events[number]], fact, number)
            for number, lacks in enumerate(lacking)
            if not lacks
            for fact in adds[number]
            if by[fact] is None
        ]
        heapify(heap)
        owing, spent = list(map(int.bit_count, lacking)), [0.0] * len(lacking)
        while heap and unmet:
            cost, fact, supporter = heappop(heap)
            if by[fact] is not None:
                continue
            by[fact] = supporter
            for clause in self._clauses_with[fact]:
                if met[clause] != START:
                    continue
                costs[clause], met[clause] = cost, fact
                unmet -= clause in wanted
                for number in waiting[clause]:
                    owing[number] -= 1
                    spent[number] += cost
                    if not owing[number]:
                        price = spent[number] + prices[events[number]]
                        for given in adds[number]:
                            if by[given] is None:
                                heappush(heap, (price, given, number))
        return Support(costs, met, [START if each is None else each for each in by])

    def _so_already(self, start: Mask) -> tuple[list[float], list[int], list[int | None]]:
        """What the clauses cost, what meets them, and what facts come by, where nothing has happened."""
        costs, met = [inf] * len(self._waiting), [START] * len(self._waiting)
        by: list[int | None] = [None] * len(self._clauses_with)
        for fact in map(fact_number, bits(start)):
            if fact < len(by):
                by[fact] = START
                for clause in self._clauses_with[fact]:
                    costs[clause], met[clause] = 0.0, fact
        return costs, met, by

    def events(self, needs: Iterable[int], support: Support) -> Iterator[int]:
        """The events of a relaxed plan for clauses that can be met, some more than once."""
        waiting, seen = list(needs), set[int]()
        while waiting:
            fact = support.met[waiting.pop()]
            effect = support.effects[fact]
            if effect != START and fact not in seen:
                yield self._events[effect]
                waiting += self._needs[effect]
            seen.add(fact)


def _relevant(effects: Sequence[Effect], wanted: Iterable[Mask]) -> list[Effect]:
    """The effects that what is wanted may come about by, however indirectly; of what they add, what is of use."""
    adding: dict[Mask, list[int]] = {}
    for number, effect in enumerate(effects):
        for fact in effect.adds:
            adding.setdefault(fact, []).append(number)
    facts, clauses, waiting, relevant = set[Mask](), set[Mask](), list(wanted), set[int]()
    while waiting:
        clause = waiting.pop()
        if clause in clauses:
            continue
        clauses.add(clause)
        for fact in set(bits(clause)) - facts:
            facts.add(fact)
            for number in adding.get(fact, ()):
                if number not in relevant:
                    relevant.add(number)
                    waiting += effects[number].needs
    kept = (effects[number] for number in sorted(relevant))
    return [effect._replace(adds=tuple(fact for fact in effect.adds if fact in facts)) for effect in kept]


def fact_number(bit: Mask) -> int:
    """The number of a fact that is a single bit."""
    return bit.bit_length() - 1


def bits(mask: Mask) -> Iterator[Mask]:
    """The single bits of a mask."""
    while mask:
        last = mask & -mask
        yield last
        mask ^= last
