"""What if something were otherwise: where an old story stops holding, what tipped it, and how it goes on.

The old story is replayed in the changed world, within the limits under which its reasons held. The first event that is
not possible, or that somebody has no reason for, is the flip. From there on, either the story is sought that differs
least from the old one (*can*), or everybody does as they like (*would*).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from kizuna import search
from kizuna.deliberation import Cancelled, EffortSpent, Progress
from kizuna.epistemics import State
from kizuna.fabula import Fabula, Limits
from kizuna.inquiry.flip import Flip, Shift, Tipping, explanation_of
from kizuna.inquiry.hindrance import Hindrance, Hindrances, Obstacle, is_of, named
from kizuna.inquiry.intervention import AllTheSame
from kizuna.inquiry.staging import Staging
from kizuna.model.world import EventPattern
from kizuna.search import Life, Rest, Stop
from kizuna.search.resembling import differences, most_alike

WEIGHING = 20_000
"""States looked through, in any mind, before no more is said about what tipped an event."""

NEAREST = 10
"""The story that differs least is sought with no more than this part of the work that is allowed;"""
LEAST = 2000
"""but with so many expansions, if as many are allowed."""


class Placed(NamedTuple):
    """An event put into a story before that of its events that has this number (from 0)."""

    at: int
    event: EventPattern


@dataclass(frozen=True, slots=True)
class Course:
    """How it goes in the changed world, from the start: the events, and each in a sentence.

    ``fabula`` is the story that differs least from the old one, with everybody's reasons (can); ``life`` what happens
    from the parting on with nobody steering (would). With neither there is no course. ``differences`` are the events
    that only one of the two stories has.
    """

    events: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    fabula: Fabula | None = None
    life: Life | None = None
    differences: int = 0


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The old story in the changed world: ``flip`` is the first of its events that does not hold any more.

    ``stopped`` says why the search for another story ended (None: not searched) and ``reached`` at which limit on work;
    ``gained`` and ``lost`` are the plot's endings that the end of the new course has or has not any more. ``put_in``
    are the events that a change puts into the old story: the number of that before which each comes, its name, and
    itself in a sentence; one that is not possible there is the flip.
    """

    changes: tuple[str, ...]
    story: Fabula
    told: tuple[str, ...]
    limits: Limits
    flip: Flip | None
    course: Course
    stopped: Stop | None = None
    reached: str | None = None
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    weighed: bool = True
    put_in: tuple[tuple[int, str, str], ...] = ()

    @property
    def is_misplaced(self) -> bool:
        """Whether what flips is no event of the old story but one that was put in."""
        flip, old = self.flip, self.story.actions
        return flip is not None and flip.event is not None and flip.event not in old[flip.at : flip.at + 1]

    @property
    def holds(self) -> bool | None:
        """Whether the old story still holds, from the first event to the ending; None where that was not settled."""
        if self.flip is not None:
            return False
        return True if self.stopped is None else None


@dataclass
class Question:
    """The old world and the changed one, the old story, and how far to look; ``course``: and how it goes on.

    ``made`` are events that nobody is asked a reason for, ``put_in`` those that come to the old story, in order.
    """

    old: Staging
    new: Staging
    changes: tuple[str, ...]
    story: Fabula
    limits: Limits
    unsteered: bool = False
    max_expansions: int | None = 200_000
    observer: Callable[[Progress], bool | None] | None = None
    course: bool = True
    weighed: bool = True
    stopped: Stop | None = None
    reached: str | None = None
    made: tuple[EventPattern, ...] = ()
    put_in: tuple[Placed, ...] = ()

    def __post_init__(self) -> None:
        world = self.new.world
        events = {action.name: EventPattern(action.schema, action.arguments) for action in world.actions}
        made = (name for name, event in events.items() if any(is_of(event, each) for each in self.made))
        self._steered = AllTheSame(self.new.problem, frozenset(world.action_ids[name] for name in made))
        self._replayed = tuple(self._with_what_is_put_in())

    def _with_what_is_put_in(self) -> Iterator[Placed]:
        """The old story event by event, with what is put in, each with the number of the next old one."""
        for place, name in enumerate((*self.story.actions, None)):
            yield from (each for each in self.put_in if each.at == place)
            if name is not None:
                yield Placed(place, self.old.event(name))

    def answer(self) -> WhatIf:
        """Replays the story, and says what comes of it."""
        states = self.old.states(self.story)
        told = tuple(self.old.told(event) for event in self.story.actions)
        self.new.problem.effort.observer = self.observer
        flip, course = None, Course()
        try:
            flip = self._flip(states)
        except EffortSpent as spent:
            self.stopped, self.reached = Stop.LIMIT, spent.what
        except Cancelled:
            self.stopped = Stop.CANCELLED
        if flip is not None and self.course:
            course = self._course(flip)
        before, after = self.old.endings(states[-1]), self.new.endings(self._end(flip, course))
        changed = self.stopped is None if flip is None else self.course
        return WhatIf(
            self.changes,
            self.story,
            told,
            self.limits,
            flip,
            course,
            self.stopped,
            self.reached,
            tuple(name for name in after if changed and name not in before),
            tuple(name for name in before if changed and name not in after),
            self.weighed,
            tuple(self._put_in()),
        )

    def _put_in(self) -> Iterator[tuple[int, str, str]]:
        """What is put in, where, and in a sentence; of what this world does not know, only its name."""
        for at, event in self.put_in:
            name = named(event)
            yield at, name, self.new.told(name) if name in self.new.world.action_ids else name

    # --- where it parts ----------------------------------------------------------------------------------------------

    def _flip(self, states: list[State]) -> Flip | None:
        """The first event that does not hold any more, or the ending that is missed."""
        problem = self._steered
        self.new.allow(self.max_expansions)
        state = problem.dynamics.initial
        for number, (place, event) in enumerate(self._replayed):
            action = self.new.world.action_ids.get(named(event))
            if action is None or not problem.dynamics.holds(state, action) or not self._explained(state, action):
                self._kept = number
                return self._told(place, event, states[place], state)
            state = problem.dynamics.after(state, action)
        self._kept = len(self._replayed)
        if problem.is_ending(state):
            return None
        missed = Hindrance(Obstacle.IMPOSSIBLE, unmet=self.new.missing(state))
        return Flip(len(self.story.events), None, (missed,))

    def _explained(self, state: State, action: int) -> bool:
        return self._steered.reasons.explained(state, action, self.limits.foresight, self.limits.depth)

    def _told(self, place: int, event: EventPattern, was: State, now: State) -> Flip:
        """An event that flips, as far as the work allowed suffices to say why."""
        name = named(event)
        self.new.allow(WEIGHING)
        hindrances: tuple[Hindrance, ...] = ()
        try:
            asked = Hindrances(self.new.reasons, self.new.conditions, self.limits, self.new.forbidden)
            hindrances = asked.of(now, event)
            if any(is_of(event, each) for each in self.made):  # whether anybody wants it is not asked
                hindrances = tuple(replace(each, instead=None) for each in hindrances if each.who is None)
            return self._tipped(Flip(place, name, hindrances), was, now)
        except (EffortSpent, Cancelled):
            self.weighed = False
            return Flip(place, name, hindrances)
        finally:
            self.new.allow(None)

    def _tipped(self, flip: Flip, was: State, now: State) -> Flip:
        tipping = Tipping(self.old.reasons, self.new.reasons, self.limits)
        first = flip.hindrances[0] if flip.hindrances else None
        if first is None or flip.event is None:
            return flip
        explanation = None if first.who is None else explanation_of(self.story.events[flip.at], first.who)
        if first.who is None or first.obstacle is Obstacle.DISBELIEVED:
            read = {actual.fluent for unmet in first.unmet for actual in unmet.actual}
            minds = () if first.who is None else (first.who,)
            shifts = tuple(shift for shift in tipping.shifts(was, now, minds) if shift.what in read)
            tipped: tuple[tuple[Shift, ...], ...] = tuple((shift,) for shift in shifts)
        else:
            shifts = tipping.in_mind(was, now, first.who)
            action = self.new.world.action_ids[flip.event]
            tipped = tipping.tipped(now, first.who, action, shifts)
        return Flip(flip.at, flip.event, flip.hindrances, explanation, shifts, tipped)

    # --- how it goes on ----------------------------------------------------------------------------------------------

    def _course(self, flip: Flip) -> Course:
        most = self.max_expansions
        self.new.allow(None if most is None else min(most, max(LEAST, most // NEAREST)))
        if not self.unsteered:
            story = self._nearest()
            if story is not None:
                self.new.allow(None)
                fabula = self._steered.told(story, self.limits)
                return self._told_course(fabula.actions, fabula=fabula)
        self.new.allow(self.max_expansions)
        return self._unsteered(flip)

    def _nearest(self) -> tuple[int, ...] | None:
        """The story that differs least: first of those that share all up to the flip, then of all.

        Where the work allowed did not suffice to rule out a nearer one, it is the nearest found.
        """
        old = tuple(self.new.world.action_ids.get(named(each.event)) for each in self._replayed)
        limits = replace(self.limits, events=self.limits.events + len(self.put_in))
        try:
            story, self.reached = most_alike(self._steered, limits, old, self._kept, self.new.spared)
        except Cancelled:
            self.stopped = Stop.CANCELLED
            return None
        found = Stop.EXHAUSTED if story is None else Stop.SATISFIED
        self.stopped = found if self.reached is None else Stop.LIMIT
        return story

    def _unsteered(self, flip: Flip) -> Course:
        kept = tuple(named(each.event) for each in self._replayed[: self._kept])
        left = max(1, self.limits.events - flip.at)
        limits = Limits(left, self.limits.foresight, self.limits.depth)
        life = search.live(self.new.problem, limits, self._after(kept))
        if life.rest is Rest.EFFORT:
            self.reached = self.reached or "max-expansions"
        return self._told_course((*kept, *life.actions), life=life)

    def _told_course(self, events: tuple[str, ...], fabula: Fabula | None = None, life: Life | None = None) -> Course:
        told = tuple(self.new.told(event) for event in events)
        numbers = {name: number for number, name in enumerate(dict.fromkeys((*events, *self.story.actions)))}
        apart = differences(
            tuple(numbers[name] for name in events), tuple(numbers[name] for name in self.story.actions)
        )
        return Course(events, told, fabula, life, apart)

    def _end(self, flip: Flip | None, course: Course) -> State:
        if flip is None and self.stopped is None:
            return self._after(tuple(named(each.event) for each in self._replayed))
        return self._after(course.events)

    def _after(self, events: tuple[str, ...]) -> State:
        state = self.new.problem.dynamics.initial
        for event in events:
            state = self.new.problem.dynamics.after(state, self.new.world.action_ids[event])
        return state
