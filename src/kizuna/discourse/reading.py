"""What a reader makes of a telling, beat by beat, as values; docs/understanding/telling.md defines each of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kizuna.discourse.beats import Discourse
from kizuna.model.values import Number, Value, exact


class How(Enum):
    """How a reader comes to a withheld fact: by what an event needs or a rule says, or by explaining a change."""

    CONCLUDED = "concluded"
    EXPLAINED = "explained"


@dataclass(frozen=True, slots=True)
class Believed:
    """Something that the reader comes to believe, or no longer knows (``now`` None)."""

    fluent: str
    before: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Irony:
    """The reader knows that ``fluent`` is ``known``, and ``who`` believes ``believed``.

    In their own eyes they would be better off by ``stake`` (below 0: worse) if they knew.
    """

    who: str
    fluent: str
    known: Value
    believed: Value
    stake: Number

    @property
    def size(self) -> Number:
        """How much is at stake, for better or worse."""
        return -self.stake if self.stake < 0 else self.stake


@dataclass(frozen=True, slots=True)
class Mystery:
    """``who`` acts on believing that ``fluent`` is ``believed``, of which the reader knows nothing."""

    who: str
    fluent: str
    believed: Value


@dataclass(frozen=True, slots=True)
class Suspense:
    """The reader knows of a plan of ``who`` that would cost ``whom`` something, who has not seen it coming.

    ``plan`` is what is still to come of it.
    """

    who: str
    whom: str
    plan: tuple[str, ...]
    cost: Number


@dataclass(frozen=True, slots=True)
class Surprise:
    """A belief of the reader is corrected: it was ``believed`` and is ``now`` (None: they no longer know)."""

    fluent: str
    believed: Value
    now: Value


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that the reader knows they have not been told: how it came to be that ``fluent`` is as it is.

    Where that is a bond on which an act turned, ``between`` are the two: who has it, and to whom.
    """

    fluent: str
    since: int
    between: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Inferred:
    """A withheld fact that can be concluded although nobody says it."""

    fluent: str
    value: Value
    how: How


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader makes of one beat, by its number; 0 is the opening."""

    beat: int
    believed: tuple[Believed, ...] = ()
    irony: tuple[Irony, ...] = ()
    mystery: tuple[Mystery, ...] = ()
    suspense: tuple[Suspense, ...] = ()
    surprise: tuple[Surprise, ...] = ()
    curiosity: tuple[Gap, ...] = ()
    inferred: tuple[Inferred, ...] = ()

    @property
    def level(self) -> dict[str, Number]:
        """How high each curve stands: what is at stake for irony and suspense, how many things for the others."""
        return {
            "irony": _sum(each.size for each in self.irony),
            "mystery": len(self.mystery),
            "suspense": _sum(each.cost for each in self.suspense),
            "surprise": len(self.surprise),
            "curiosity": len(self.curiosity),
        }


def _sum(numbers: Iterable[Number]) -> Number:
    return exact(sum(numbers, Fraction(0)))


CURVES = ("irony", "mystery", "suspense", "surprise", "curiosity")
"""The curves of a reading, in the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Readings:
    """A whole telling as it is read: ``readings[0]`` is the opening, ``readings[n]`` what beat n does."""

    discourse: Discourse
    readings: tuple[Reading, ...]

    def at(self, beat: int) -> Reading:
        """The reading of a beat."""
        return self.readings[beat]

    def inferable(self, fluent: str) -> int | None:
        """The beat at which a withheld fact can first be concluded; None where it never can."""
        found = (each.beat for each in self.readings if any(it.fluent == fluent for it in each.inferred))
        return next(found, None)
