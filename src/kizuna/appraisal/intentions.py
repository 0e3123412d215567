"""Intentions on their way: held until they are done, dropped, or believed impossible.

An intention is the plan that somebody last acted on. Dropping it because a belief was corrected is *hesitating*;
holding it for impossible is *giving up*. Whoever asked somebody, since that pays either way, waits for an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum

from kizuna.appraisal.bounded import at_most
from kizuna.deliberation import Asked, EffortSpent, Plan, Reasons, called_for, improves
from kizuna.epistemics import State
from kizuna.fabula import Event, Explanation, Grade, Limits
from kizuna.model.values import Number

WORK = 300
"""States opened, in any mind, to tell whether what somebody means to do would still serve them."""


class Ending(Enum):
    """How an intention ends."""

    DONE = "has done"
    HESITATES = "hesitates"
    GIVES_UP = "gives up"


@dataclass(frozen=True, slots=True)
class Intention:
    """What a character means to do: what is left of the ``plan``, or the answers that are ``awaited``.

    It was adopted at event ``since``; ``first`` is the first event of all that was done in one go for it. ``action`` is
    what it was adopted with, ``floor`` how things stood then, and ``hoped`` how they were to stand.
    """

    who: int
    action: int
    plan: Plan
    since: int
    first: int
    floor: Number
    hoped: Number
    awaited: tuple[int, ...] = ()

    @property
    def net(self) -> Number:
        """The hoped rise."""
        return self.hoped - self.floor

    @property
    def left(self) -> int:
        """The steps that are left."""
        return len(self.plan) or 1


@dataclass(frozen=True, slots=True)
class Ended:
    """An intention that somebody no longer has after an event, and how it ended."""

    intention: Intention
    how: Ending


@dataclass(slots=True)
class Intentions:
    """What everyone still means to do, event by event from the start.

    Somebody has dropped one if they would not do its next step any more; with ``lenient``, which is much less work,
    only if what is left of it would no longer make them better off, as they see it.
    """

    reasons: Reasons
    limits: Limits
    lenient: bool = False
    held: dict[int, Intention] = field(default_factory=dict)
    _events: int = 0
    _state: State | None = None

    def after(self, event: Event, state: State) -> tuple[Ended, ...]:
        """The intentions that end with an event, after which the story is in ``state``."""
        before = self.reasons.dynamics.initial if self._state is None else self._state
        self._state, self._events = state, self._events + 1
        happened = self.reasons.dynamics.world.action_ids[event.action]
        old = dict(self.held)
        self._advance(happened)
        for explanation in event.explanations:
            if explanation.grade is not Grade.PERMITS:
                intention = self._adopted(before, explanation, happened, old)
                self.held[intention.who] = intention
        done = [Ended(each, Ending.DONE) for each in self.held.values() if not each.plan and not each.awaited]
        for each in done:
            del self.held[each.intention.who]
        return (*done, *self._without_hope(state))

    def _advance(self, happened: int) -> None:
        for who, intention in self.held.items():
            if happened in intention.plan[:1]:
                self.held[who] = replace(intention, plan=intention.plan[1:])
            elif happened in intention.awaited:
                self.held[who] = replace(intention, awaited=())

    def _adopted(self, before: State, why: Explanation, happened: int, old: dict[int, Intention]) -> Intention:
        world = self.reasons.dynamics.world
        who = world.character_ids[why.character]
        former = old.get(who)
        goes_on = former is not None and happened in former.plan[:1]
        return Intention(
            who,
            happened,
            tuple(world.action_ids[step.action] for step in why.plan[1:]),
            self._events,
            former.first if former is not None and goes_on else self._events,
            why.before if why.floor is None else why.floor,
            why.after if why.outlook is None else why.outlook,
            tuple(self._answers(before, who, happened)) if why.grade is Grade.EITHER_WAY else (),
        )

    def _answers(self, before: State, who: int, asking: int) -> Iterator[int]:
        asked = self.reasons.asked_in_story(before, who, self.limits.foresight, self.limits.depth)
        yield from dict.fromkeys(answer for _, answer in called_for(self.reasons, asked, asking))

    def _without_hope(self, state: State) -> Iterator[Ended]:
        for who, intention in list(self.held.items()):
            how = self._ends(intention, state)
            if how is not None:
                del self.held[who]
                yield Ended(intention, how)

    def _ends(self, intention: Intention, state: State) -> Ending | None:
        dynamics = self.reasons.dynamics
        mind = state.beliefs[intention.who]
        if intention.awaited:
            return None if any(dynamics.holds(mind, answer) for answer in intention.awaited) else Ending.GIVES_UP
        for step in intention.plan:
            if not dynamics.holds(mind, step):
                return Ending.GIVES_UP
            mind = dynamics.after(mind, step)
        if intention.who not in dynamics.world.actions[intention.plan[0]].consenting:
            return None
        asked = self.reasons.asked_in_story(state, intention.who, self.limits.foresight, self.limits.depth)
        would = self._is_worthwhile(asked, mind) if self.lenient else self._would(asked, intention.plan[0])
        return None if would else Ending.HESITATES

    def _would(self, asked: Asked, step: int) -> bool:
        return self.reasons.reason(asked, step) is not None

    def _is_worthwhile(self, asked: Asked, end: State) -> bool:
        try:
            with at_most(WORK, self.reasons.effort):
                return improves(self.reasons.worth(asked, end), self.reasons.worth(asked, asked.believed))
        except EffortSpent:
            return True  # as far as anybody can tell
