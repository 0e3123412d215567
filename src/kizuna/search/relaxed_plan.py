"""What would have to happen for conditions to come true, if facts were only ever added.

The naive way adds up what each condition costs by itself, and counts a step as often as it is needed. Here every fact
remembers the effect that it comes about by most cheaply (by the sum of costs: Bonet, Geffner 2001), and what is needed
is collected from the conditions backwards, each event once (a relaxed plan: Hoffmann, Nebel 2001; from additive costs:
Keyder, Geffner 2008). Cost: one pass over all effects whose needs can be met, and one over those of the plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
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
    """How conditions come true from some facts: for each clause its cost and the bit that meets it; for each bit the
    number of the effect that it comes by.
    """

    met: dict[Mask, tuple[float, Mask]]
    effects: dict[Mask, int]

    def cost(self, needs: Clauses) -> float:
        """The sum of what the clauses cost; infinite where one of them cannot be met."""
        return sum(self.met[clause][0] if clause in self.met else inf for clause in needs)


class RelaxedPlans:
    """Relaxed plans over some effects; ``wanted`` are the clauses that will be asked for besides what effects need."""

    def __init__(self, effects: Sequence[Effect], wanted: Iterable[Mask]) -> None:
        self._effects = effects
        self._wanted = frozenset(wanted)
        self._waiting: dict[Mask, list[int]] = {}
        self._clauses_with: dict[Mask, list[Mask]] = {}
        self._owing = [len(dict.fromkeys(effect.needs)) for effect in effects]
        for number, effect in enumerate(effects):
            for clause in dict.fromkeys(effect.needs):
                self._waiting.setdefault(clause, []).append(number)
        for clause in dict.fromkeys([*self._waiting, *sorted(self._wanted)]):
            for bit in bits(clause):
                self._clauses_with.setdefault(bit, []).append(clause)

    def support(self, start: Mask, prices: Sequence[float]) -> Support:
        """How what is wanted comes true most cheaply (Dijkstra 1959, over effects), by prices of events.

        It ends as soon as all that is wanted has come true; what cannot is not met.
        """
        met: dict[Mask, tuple[float, Mask]] = {}
        by: dict[Mask, int] = {}
        owing, spent = list(self._owing), [0.0] * len(self._effects)
        unmet = len(self._wanted)
        heap = [(0.0, bit, START) for bit in bits(start)]
        for number, effect in enumerate(self._effects):
            if not owing[number]:
                for bit in effect.adds:
                    heappush(heap, (prices[effect.event], bit, number))
        while heap and unmet:
            cost, bit, supporter = heappop(heap)
            if bit in by:
                continue
            by[bit] = supporter
            for clause in self._clauses_with.get(bit, ()):
                if clause in met:
                    continue
                met[clause] = (cost, bit)
                unmet -= clause in self._wanted
                for number in self._waiting.get(clause, ()):
                    owing[number] -= 1
                    spent[number] += cost
                    if not owing[number]:
                        _, adds, event = self._effects[number]
                        for given in adds:
                            if given not in by:
                                heappush(heap, (spent[number] + prices[event], given, number))
        return Support(met, by)

    def events(self, needs: Clauses, support: Support) -> Iterator[int]:
        """The events of a relaxed plan for clauses that can be met, some more than once."""
        waiting, seen = list(needs), set[Mask]()
        while waiting:
            bit = support.met[waiting.pop()][1]
            effect = support.effects[bit]
            if effect != START and bit not in seen:
                yield self._effects[effect].event
                waiting += self._effects[effect].needs
            seen.add(bit)


def bits(mask: Mask) -> Iterator[Mask]:
    """The single bits of a mask."""
    while mask:
        last = mask & -mask
        yield last
        mask ^= last
