"""What if something were otherwise: where an old story stops holding, what tipped it, and how it goes on.

The old story is replayed in the changed world, within the limits under which its reasons held. The first event that is
not possible, or that somebody has no reason for, is the flip. From there on, either the story is sought that differs
least from the old one (*can*), or everybody does as they like (*would*).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kizuna import search
from kizuna.deliberation import Cancelled, EffortSpent, Progress
from kizuna.epistemics import State
from kizuna.fabula import Fabula, Limits
from kizuna.inquiry.flip import Flip, Shift, Tipping, explanation_of
from kizuna.inquiry.hindrance import Hindrance, Hindrances, Obstacle
from kizuna.inquiry.staging import Staging
from kizuna.search import Life, Rest, Stop
from kizuna.search.find import tell_why
from kizuna.search.resembling import differences, most_alike

WEIGHING = 20_000
"""States looked through, in any mind, before no more is said about what tipped an event."""


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
    ``gained`` and ``lost`` are the plot's endings that the end of the new course has or has not any more.
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

    @property
    def holds(self) -> bool | None:
        """Whether the old story still holds, from the first event to the ending; None where that was not settled."""
        if self.flip is not None:
            return False
        return True if self.stopped is None else None


@dataclass
class Question:
    """The old world and the changed one, the old story, and how far to look; ``course``: and how it goes on."""

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
        before, after = self.old.endings(states[-1]), self.new.endings(self._end(course))
        changed = flip is not None and self.course
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
        )

    # --- where it parts ----------------------------------------------------------------------------------------------

    def _flip(self, states: list[State]) -> Flip | None:
        """The first event that does not hold any more, or the ending that is missed."""
        problem = self.new.problem
        self.new.allow(self.max_expansions)
        state = problem.dynamics.initial
        for place, event in enumerate(self.story.events):
            number = self.new.world.action_ids.get(event.action)
            if number is None or not problem.dynamics.holds(state, number) or not self._explained(state, number):
                return self._told(place, states[place], state)
            state = problem.dynamics.after(state, number)
        if problem.is_ending(state):
            return None
        missed = Hindrance(Obstacle.IMPOSSIBLE, unmet=self.new.missing(state))
        return Flip(len(self.story.events), None, (missed,))

    def _explained(self, state: State, action: int) -> bool:
        return self.new.reasons.explained(state, action, self.limits.foresight, self.limits.depth)

    def _told(self, place: int, was: State, now: State) -> Flip:
        """An event that flips, as far as the work allowed suffices to say why."""
        event = self.story.events[place]
        self.new.allow(WEIGHING)
        hindrances: tuple[Hindrance, ...] = ()
        try:
            asked = Hindrances(self.new.reasons, self.new.conditions, self.limits, self.new.forbidden)
            hindrances = asked.of(now, self.old.event(event.action))
            return self._tipped(Flip(place, event.action, hindrances), was, now)
        except (EffortSpent, Cancelled):
            self.weighed = False
            return Flip(place, event.action, hindrances)
        finally:
            self.new.allow(None)

    def _tipped(self, flip: Flip, was: State, now: State) -> Flip:
        tipping = Tipping(self.old.reasons, self.new.reasons, self.limits)
        first = flip.hindrances[0] if flip.hindrances else None
        if first is None or flip.event is None:
            return flip
        explanation = explanation_of(self.story.events[flip.at], first.who)
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
        self.new.allow(self.max_expansions)
        if not self.unsteered:
            story = self._nearest(flip)
            if story is not None:
                self.new.allow(None)
                fabula = tell_why(self.new.problem, story, self.limits)
                return self._told_course(fabula.actions, fabula=fabula)
        self.new.allow(self.max_expansions)
        return self._unsteered(flip)

    def _nearest(self, flip: Flip) -> tuple[int, ...] | None:
        """The story that differs least: first of those that share all up to the flip, then of all."""
        old = tuple(self.new.world.action_ids.get(action) for action in self.story.actions)
        try:
            for kept in dict.fromkeys((flip.at, 0)):
                story = most_alike(self.new.problem, self.limits, old, kept)
                if story is not None:
                    self.stopped = Stop.SATISFIED
                    return story
            self.stopped = Stop.EXHAUSTED
        except EffortSpent as spent:
            self.stopped, self.reached = Stop.LIMIT, spent.what
        except Cancelled:
            self.stopped = Stop.CANCELLED
        return None

    def _unsteered(self, flip: Flip) -> Course:
        kept = self.story.actions[: flip.at]
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

    def _end(self, course: Course) -> State:
        return self._after(course.events)

    def _after(self, events: tuple[str, ...]) -> State:
        state = self.new.problem.dynamics.initial
        for event in events:
            state = self.new.problem.dynamics.after(state, self.new.world.action_ids[event])
        return state
