"""Two tellings of one story as they are read: for every event that either tells, how high each curve stands in both.

A beat of one is held against the beat of the other that tells the same event of the story or of the past; where an
event is told twice, the first time against the first. Cost: one look at each beat.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from kizuna.discourse.beats import Beat
from kizuna.discourse.reading import CURVES, Readings
from kizuna.model.values import Number, exact


@dataclass(frozen=True, slots=True)
class Compared:
    """One event in two tellings: the numbers of the beats that tell it, and the curves there; None where none does."""

    action: str
    event: int | None
    past: int | None
    beat: int | None
    other: int | None
    level: dict[str, Number] | None
    against: dict[str, Number] | None

    @property
    def difference(self) -> dict[str, Number]:
        """By how much each curve stands higher here than there; empty where only one of the two tells the event."""
        if self.level is None or self.against is None:
            return {}
        return {curve: exact(self.level[curve] - self.against[curve]) for curve in CURVES}


_Place = tuple[int | None, int | None, int]


def compared(one: Readings, other: Readings) -> tuple[Compared, ...]:
    """Every event that either telling tells: in the order of the first, then those that only the other tells."""
    mine, theirs = _placed(one), _placed(other)
    return tuple(_compared(place, one, mine.get(place), other, theirs.get(place)) for place in {**mine, **theirs})


def _placed(readings: Readings) -> dict[_Place, Beat]:
    """The beats by what they tell, and how often it was told before."""
    found: dict[_Place, Beat] = {}
    told = Counter[tuple[int | None, int | None]]()
    for beat in readings.discourse.beats:
        found[beat.event, beat.past, told[beat.event, beat.past]] = beat
        told[beat.event, beat.past] += 1
    return found


def _compared(place: _Place, one: Readings, mine: Beat | None, other: Readings, theirs: Beat | None) -> Compared:
    told = mine or theirs
    assert told is not None
    return Compared(
        told.action,
        place[0],
        place[1],
        None if mine is None else mine.number,
        None if theirs is None else theirs.number,
        None if mine is None else one.at(mine.number).level,
        None if theirs is None else other.at(theirs.number).level,
    )
