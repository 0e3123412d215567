"""Betrayals and their discovery.

A betrayal is an act of one's own that breaks one's word, or harms somebody who relies on one; its discovery is the
event at which the betrayed comes to believe it. A word that is broken by no act of one's own is a failing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizuna.appraisal.course import Course
from kizuna.appraisal.marks import HARM, RELIANCE
from kizuna.epistemics import State


class Breach(Enum):
    """How somebody who relied on one was let down."""

    BREAKS = "breaks their word"
    FAILS = "fails to keep their word"
    HARMS = "harms who relies on them"


@dataclass(frozen=True, slots=True)
class Betrayal:
    """At ``event`` ``who`` lets ``whom`` down, about a word if it is one.

    ``discovered`` is the event at which they come to believe it, if they do.
    """

    event: int
    who: str
    whom: str
    how: Breach
    about: str
    discovered: int | None


def betrayals(course: Course) -> Iterator[Betrayal]:
    """All betrayals and failings of a story, in the order in which they happen."""
    names = course.world.characters
    for event in range(1, course.last + 1):
        before, after = course.states[event - 1], course.states[event]
        if before is after:
            continue
        for who in course.characters:
            for whom in course.others(who):
                own = who in course.doers(event)
                for about in _newly_broken(course, before, after, who, whom):
                    how = Breach.BREAKS if own else Breach.FAILS
                    found = next(_knowing(course, event, who, whom, about), None)
                    yield Betrayal(event, names[who], names[whom], how, about, found)
                if own and _newly_harmed(course, before, after, who, whom):
                    found = next(_knowing(course, event, who, whom, None), None)
                    yield Betrayal(event, names[who], names[whom], Breach.HARMS, "", found)


def _newly_broken(course: Course, before: State, after: State, who: int, whom: int) -> list[str]:
    known = course.broken(before, who, whom)
    return [about for about in course.broken(after, who, whom) if about not in known]


def _newly_harmed(course: Course, before: State, after: State, who: int, whom: int) -> bool:
    relied = course.holds(RELIANCE, before, whom, who)
    return relied and course.holds(HARM, after, who, whom) and not course.holds(HARM, before, who, whom)


def _knowing(course: Course, since: int, who: int, whom: int, about: str | None) -> Iterator[int]:
    """The events from ``since`` on after which the one who was let down believes it."""
    for event in range(since, course.last + 1):
        mind = course.mind(event, whom)
        is_known = course.holds(HARM, mind, who, whom) if about is None else about in course.broken(mind, who, whom)
        if is_known:
            yield event
