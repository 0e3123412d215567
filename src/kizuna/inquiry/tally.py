"""How many sets of changes there are, how far each goes, and how many of the smaller ones were ruled out.

Naive: list them all, of which there may be millions. Better: count them, dial by dial, by how many changes they have
and how far these go in all; only those that are asked about are ever made. So what was not tried is counted, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

from kizuna.inquiry.dials import Dial, Turn
from kizuna.model.values import Number, exact

Set: TypeAlias = tuple[Turn, ...]
"""Changes of different dials."""

Sets: TypeAlias = list[Counter[Number]]
"""By the number of changes: how many sets go how far."""


def counted(dials: Iterable[Dial], most: int) -> Sets:
    """The sets of up to ``most`` changes of different dials, none at all included."""
    sets: Sets = [Counter({0: 1}), *(Counter[Number]() for _ in range(most))]
    for dial in dials:
        steps = Counter(Turn(dial, choice).steps for choice in dial.choices)
        for size in range(most, 0, -1):
            for so_far, number in list(sets[size - 1].items()):
                for more, choices in steps.items():
                    sets[size][exact(so_far + more)] += number * choices
    return sets


@dataclass(frozen=True, slots=True)
class Tally:
    """Sets of changes smaller than an answer (with fewer changes, or as many and fewer steps), or all there are.

    ``ruled_out``: nothing comes of them, proven. ``unsettled``: nothing was found, and too much work to be sure.
    The others were not tried. That nothing changes is one of them.
    """

    smaller: int
    ruled_out: int
    unsettled: int

    @property
    def untried(self) -> int:
        """Those that were not tried."""
        return self.smaller - self.ruled_out - self.unsettled

    @property
    def is_proof(self) -> bool:
        """Whether nothing comes of any of them."""
        return self.ruled_out == self.smaller


def tally(sets: Sets, size: int, steps: Number | None, ruled_out: Iterable[Set], unsettled: Iterable[Set]) -> Tally:
    """Of all sets of up to ``size`` changes, those that are smaller than one of ``size`` changes and ``steps``."""

    def is_smaller(changes: int, far: Number) -> bool:
        return changes < size or (changes == size and (steps is None or far < steps))

    def number(found: Iterable[Set]) -> int:
        return sum(is_smaller(len(turns), exact(sum((turn.steps for turn in turns), start=0))) for turns in found)

    smaller = sum(
        count for changes, far in enumerate(sets) for steps_, count in far.items() if is_smaller(changes, steps_)
    )
    return Tally(smaller, number(ruled_out), number(unsettled))
