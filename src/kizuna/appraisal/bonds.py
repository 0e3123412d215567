"""What bonds make one feel - grief and tenderness -, and how they go through a story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.appraisal.course import Course
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.appraisal.marks import BOND, NEARNESS
from kizuna.deliberation.bounds import End
from kizuna.model.values import Number

EVER = 1_000_000
"""More steps than anything takes: within them comes whatever can come at all."""


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds ``who`` to ``whom`` after an event: in truth, as ``who`` believes, and as ``whom`` believes."""

    who: str
    whom: str
    strength: Number
    own: Number
    other: Number


def grief(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """A motive that a bond gives weight to has fallen, or could rise until now, and never can again.

    All that is lost with somebody counts, the heaviest first.
    """
    if not course.is_touched(event, who):
        return
    weights = course.weights(who, course.states[event - 1])
    for whom in course.others(who):
        if course.bond(who, whom, course.states[event - 1]) > 0:
            lost = [
                Cause(Of.MOTIVE, course.motive(who, place), weights[place])
                for place, ends in enumerate(course.marked.bound[who])
                if whom in ends and weights[place] > 0 and _is_lost(course, event, who, place)
            ]
            heaviest = sorted(lost, key=lambda cause: -cause.amount)
            names = course.world.characters
            yield from summed(Kind.GRIEF, names[who], event, heaviest, names[whom])


def _is_lost(course: Course, event: int, who: int, place: int) -> bool:
    """Whether a motive is below what could be until now, and nothing that anybody could do raises it."""
    before, after = (course.scores(each, who)[place] for each in (event - 1, event))
    if before is None or after is None:
        return False
    top = _most(course, event, who, place)
    return top <= after and (after < before or top < _most(course, event - 1, who, place))


def _most(course: Course, event: int, who: int, place: int) -> End:
    """The most that a motive could ever score from what somebody believes after an event."""
    alone = tuple(int(each == place) for each in range(len(course.world.motives[who])))
    return course.bounds.of(who, course.mind(event, who).values, alone, EVER)


def tenderness(course: Course, event: int, who: int) -> Iterator[Emotion]:
    """Closeness with somebody dear whose bond is believed returned: as it begins, is learned, or in what both do."""
    if not course.is_touched(event, who):
        return
    for whom in course.others(who):
        before, now = (_returned(course, each, who, whom) for each in (event - 1, event))
        together = {who, whom} <= course.willing(event) and bool(course.doers(event))
        if now > before or (together and now > 0):
            name = course.world.characters[whom]
            yield from summed(Kind.TENDERNESS, course.world.characters[who], event, [Cause(Of.BOND, name, now)], name)


def _returned(course: Course, event: int, who: int, whom: int) -> Number:
    """The smaller of two bonds between those who are close, as one of them believes them; 0 where they are not."""
    mind = course.mind(event, who)
    if not course.holds(NEARNESS, mind, who, whom):
        return 0
    return max(min(course.bond(who, whom, mind), course.bond(whom, who, mind)), 0)


def bonds(course: Course, event: int) -> Iterator[Bond]:
    """Every bond that the story knows, as it is after an event, unless it is nothing to anybody."""
    state, names = course.states[event], course.world.characters
    for who in course.characters:
        for whom in course.others(who):
            if course.marks(BOND, who, whom):
                readings = (state, state.beliefs[who], state.beliefs[whom])
                amounts = [course.bond(who, whom, each) for each in readings]
                if any(amounts):
                    yield Bond(names[who], names[whom], *amounts)
