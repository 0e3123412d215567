"""All that is felt in a story, as one value."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.appraisal.appraiser import Appraiser
from kizuna.appraisal.betrayals import Betrayal
from kizuna.appraisal.bonds import Bond
from kizuna.appraisal.course import total
from kizuna.appraisal.emotion import Emotion, Felt
from kizuna.fabula import Fabula
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Mood:
    """What ``who`` feels after an event, the strongest first; ``tension`` is what they stand to gain and to lose.

    ``weighed`` is False where the work allowed did not suffice to tell what they fear.
    """

    who: str
    felt: tuple[Felt, ...]
    tension: Number
    weighed: bool = True

    @property
    def dominant(self) -> Felt | None:
        """What they feel most; None where they feel nothing."""
        return self.felt[0] if self.felt else None

    def strength(self, kind: str) -> Number:
        """How strong the strongest emotion of a kind is, by its name: ``"joy"``; 0 where there is none."""
        return max((felt.strength for felt in self.felt if felt.emotion.kind.value == kind), default=0)


@dataclass(frozen=True, slots=True)
class Moment:
    """An event (None: the start), everybody's mood after it, and the bonds as they are then."""

    action: str | None
    moods: tuple[Mood, ...]
    bonds: tuple[Bond, ...]

    @property
    def tension(self) -> Number:
        """The tension of all who were asked about."""
        return total(mood.tension for mood in self.moods)


@dataclass(frozen=True, slots=True)
class Feelings:
    """What is felt in ``fabula``: ``moments[0]`` is the start, ``moments[n]`` the moment after event n."""

    fabula: Fabula
    moments: tuple[Moment, ...]
    betrayals: tuple[Betrayal, ...]

    def at(self, event: int, who: str) -> Mood:
        """Somebody's mood after an event; KeyError for a stranger."""
        for mood in self.moments[event].moods:
            if mood.who == who:
                return mood
        raise KeyError(who)

    def arising(self, kind: str, who: str) -> tuple[Emotion, ...]:
        """All emotions of a kind that somebody comes to feel, in order; hope and fear again whenever they change."""
        emotions: Iterator[Emotion] = (
            felt.emotion
            for moment in self.moments
            for mood in moment.moods
            if mood.who == who
            for felt in mood.felt
            if felt.emotion.kind.value == kind
        )
        return tuple(dict.fromkeys(emotions))


def feelings(appraiser: Appraiser, who: tuple[str, ...] | None = None) -> Feelings:
    """Everybody's feelings at every event, or those of some."""
    names = appraiser.course.world.characters
    asked = [number for number in appraiser.course.characters if who is None or names[number] in who]
    moments = []
    for event in range(appraiser.course.last + 1):
        moods = tuple(
            Mood(
                names[number],
                appraiser.felt(event, number),
                appraiser.tension(event, number),
                appraiser.is_weighed(event, number),
            )
            for number in asked
        )
        moments.append(Moment(appraiser.fabula.actions[event - 1] if event else None, moods, appraiser.bonds(event)))
    return Feelings(appraiser.fabula, tuple(moments), appraiser.betrayals())
