"""Sets of changes in the order in which they are worth asking about: those that go least far first.

Naive: list all sets of so many changes and sort them, of which there may be millions. Better: changes are grouped by
how far each goes, and the sets that go so far in all are put together from the groups when their turn comes; nothing
farther is ever made. Of those that go equally far the more promising come first. Cost: of one distance, a sort.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from kizuna.inquiry.dials import Turn
from kizuna.inquiry.tally import Set
from kizuna.model.values import Number, exact

MOST_SETS = 200_000
"""Of more sets than this that go equally far, those that are made first are put in order and the others left out."""

_Places = tuple[int, ...]


class Nearby:
    """Sets of ``turns``, of different dials each; ``gains`` says how promising each is, and ``foreign`` which have
    nothing to do with what is asked.
    """

    def __init__(self, turns: Sequence[Turn], gains: Sequence[Number], foreign: Sequence[bool]) -> None:
        self._turns, self._gains, self._foreign = turns, gains, foreign
        dials = {dial: number for number, dial in enumerate(dict.fromkeys(turn.dial for turn in turns))}
        self._dials = [dials[turn.dial] for turn in turns]
        self._groups: defaultdict[Number, list[int]] = defaultdict(list)
        for place, turn in enumerate(turns):
            self._groups[turn.steps].append(place)

    def of(self, size: int, steps: Number) -> Iterator[Set]:
        """The sets of so many changes that go so far in all, the most promising first."""
        every = (
            tuple(sorted(places)) for places in self._made(size, steps, sorted(self._groups)) if self._apart(places)
        )
        for places in sorted(islice(every, MOST_SETS), key=self._rank):
            yield tuple(self._turns[place] for place in places)

    def _made(self, size: int, steps: Number, groups: Sequence[Number]) -> Iterator[_Places]:
        """So many places out of the groups, some of one dial, that go so far in all."""
        if size == 0:
            if steps == 0:
                yield ()
            return
        for number, each in enumerate(groups):
            if each * size > steps:
                return
            for count in range(1, size + 1):
                rest = (size - count, exact(steps - each * count), groups[number + 1 :])
                if next(self._made(*rest), None) is not None:
                    for few in combinations(self._groups[each], count):
                        yield from ((*few, *more) for more in self._made(*rest))

    def _apart(self, places: _Places) -> bool:
        """Whether no dial is set twice."""
        return len({self._dials[place] for place in places}) == len(places)

    def _rank(self, places: _Places) -> tuple[Number, bool, _Places]:
        gain = sum((self._gains[place] for place in places), start=0)
        return (-gain, all(self._foreign[place] for place in places), places)
