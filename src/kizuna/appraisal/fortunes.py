"""What an event means for one's own motives: joy for those that rise, distress for those that fall; and surprise."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.appraisal.course import Course, differences, size, total
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.epistemics.literals import Holding
from kizuna.epistemics.state import State, Values
from kizuna.grounding.plot import HIDDEN
from kizuna.model.values import Value


def fortunes(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """Joy and distress: two sums, and both can be there. To have done one's duty is no joy."""
    moved = course.rises(event, who)
    name, owed = course.world.characters[who], course.marked.owed[who] if course.marked.owed else frozenset()
    wished = {place: rise for place, rise in moved.items() if rise > 0 and place not in owed}
    rising = [Cause(Of.MOTIVE, course.motive(who, place), rise) for place, rise in wished.items()]
    falling = [Cause(Of.MOTIVE, course.motive(who, place), -rise) for place, rise in moved.items() if rise < 0]
    yield from summed(Kind.JOY, name, event, rising)
    yield from summed(Kind.DISTRESS, name, event, falling)


def surprise(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """A belief is corrected: not what is new about the world, and not what was unknown."""
    corrected = corrections(course, event, who)
    if not corrected or not course.feels(event - 1, who):
        return
    mind = course.mind(event - 1, who)
    weights = course.weights(who, course.states[event - 1])
    righted = _Righted(mind, who, tuple(corrected.get(n, value) for n, value in enumerate(mind.values)))
    change = total(differences(weights, course.scores_in(who, mind), course.scores_of(who, righted)).values())
    strength = max(size(change), 1)
    first, *more = (course.world.fluents[number].name for number in corrected)
    causes = (Cause(Of.BELIEF, first, strength), *(Cause(Of.BELIEF, name, 0) for name in more))
    yield Emotion(Kind.SURPRISE, course.world.characters[who], event, strength, causes)


def corrections(course: Course, event: int, who: int) -> dict[int, Value]:
    """The fluents that somebody took to be something else than they were, and now believes otherwise, with their worth.

    What an event changes in truth corrects nobody who had it right before.
    """
    old, new = course.mind(event - 1, who).values, course.mind(event, who).values
    if old is new:
        return {}
    was, now = course.states[event - 1].values, course.states[event].values
    fluents = course.world.fluents
    return {
        number: after
        for number, (before, after) in enumerate(zip(old, new, strict=True))
        if before is not None
        and after is not None
        and before != after
        and (was[number] == now[number] or before != was[number])
        and not fluents[number].name.startswith(HIDDEN)
    }


class _Righted:
    """A mind as it would be with other facts in it, and nothing else different."""

    __slots__ = ("beliefs", "values")

    def __init__(self, mind: State, who: int, values: Values) -> None:
        self.values = values
        beliefs: list[Holding] = [self if belief is mind else belief for belief in mind.beliefs]
        beliefs[who] = self
        self.beliefs: tuple[Holding, ...] = tuple(beliefs)
