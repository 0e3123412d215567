"""Emotions as values: which, whose, how strong, towards whom, since when, and what of.

The kinds are those of Ortony, Clore and Collins (1988) as far as a fabula shows them; docs/understanding/feeling.md
says exactly when each of them is there. Numbers are exact.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from kizuna.model.values import Number, exact

HALVING = 4
"""Events after which an emotion is half as strong, unless somebody asks for another number."""
HALVINGS = 8
"""An emotion that was halved so often is gone."""


class Kind(Enum):
    """What an emotion is called, in the order in which ties are broken."""

    GRIEF = "grief"
    REMORSE = "remorse"
    GUILT = "guilt"
    FEARS_CONFIRMED = "fears confirmed"
    DISTRESS = "distress"
    ANGER = "anger"
    SHAME = "shame"
    DISAPPOINTMENT = "disappointment"
    FEAR = "fear"
    RELIEF = "relief"
    TENDERNESS = "tenderness"
    GRATITUDE = "gratitude"
    JOY = "joy"
    SATISFACTION = "satisfaction"
    HOPE = "hope"
    PRIDE = "pride"
    PITY = "pity"
    GLADNESS = "gladness"
    GLOATING = "gloating"
    ENVY = "envy"
    SURPRISE = "surprise"


HELD = frozenset((Kind.HOPE, Kind.FEAR))
"""Emotions that last as long as what they are of, and are as strong as that is near; all others fade."""


class Of(Enum):
    """What kind of thing an emotion comes from."""

    MOTIVE = "motive"
    BOND = "bond"
    WORD = "word"
    HARM = "harm"
    PLAN = "plan"
    THREAT = "threat"
    DANGER = "danger"
    BELIEF = "belief"


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that an emotion comes from, and its part in the strength.

    ``name`` is a motive, the character at the other end of a bond, an action, or a fluent, as ``of`` says.
    """

    of: Of
    name: str
    amount: Number


@dataclass(frozen=True, slots=True)
class Emotion:
    """What ``who`` comes to feel at an event (counted from 1; 0 is the start), ``towards`` somebody or at large.

    ``strength`` is above 0, and there is a cause.
    """

    kind: Kind
    who: str
    event: int
    strength: Number
    causes: tuple[Cause, ...]
    towards: str | None = None

    def __post_init__(self) -> None:
        if self.strength <= 0 or not self.causes:
            raise ValueError("an emotion has a strength and a cause")


@dataclass(frozen=True, slots=True)
class Felt:
    """An emotion as it is felt at some event: ``strength`` is what is left of it by then."""

    emotion: Emotion
    strength: Number

    @property
    def is_held(self) -> bool:
        """Whether it lasts as long as what it is of, and does not fade."""
        return self.emotion.kind in HELD


def summed(
    kind: Kind, who: str, event: int, causes: Iterable[Cause], towards: str | None = None
) -> tuple[Emotion, ...]:
    """The emotion that causes add up to; none where they come to nothing."""
    counted = tuple(cause for cause in causes if cause.amount)
    strength = exact(sum((cause.amount for cause in counted), Fraction(0)))
    return (Emotion(kind, who, event, strength, counted, towards),) if strength > 0 else ()


def fading(events: int, halving: int) -> Fraction:
    """What is left of 1 after so many events: a half after each ``halving`` of them, evenly in between."""
    halved, between = divmod(events, halving)
    if halved >= HALVINGS:
        return Fraction(0)
    return Fraction(1, 2**halved) * (1 - Fraction(between, 2 * halving))


def order(felt: Felt) -> tuple[Number, int, int]:
    """Sorts the strongest first, of these the latest, of these as the kinds stand."""
    return (-felt.strength, -felt.emotion.event, list(Kind).index(felt.emotion.kind))
