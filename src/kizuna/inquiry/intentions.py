"""Intentions on their way: held until they are done, dropped, or believed impossible.

An intention is the plan that somebody last acted on. Dropping it because a belief was corrected is *hesitating*;
holding it for impossible is *giving up*.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from kizuna.deliberation import Plan, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Event, Limits


class Ending(Enum):
    """How an intention ends that is not carried out."""

    HESITATES = "hesitates"
    GIVES_UP = "gives up"


@dataclass(frozen=True, slots=True)
class Dropped:
    """An intention that somebody no longer has after an event: whose, what was left of the plan, and how it ends."""

    who: str
    plan: tuple[str, ...]
    how: Ending


@dataclass(slots=True)
class Intentions:
    """What everyone still means to do, event by event."""

    reasons: Reasons
    limits: Limits
    _plans: dict[int, Plan] = field(default_factory=dict)

    def after(self, event: Event, state: State) -> tuple[Dropped, ...]:
        """The intentions that end with an event, after which the story is in ``state``."""
        world = self.reasons.dynamics.world
        happened = world.action_ids[event.action]
        for character, plan in list(self._plans.items()):
            if plan[0] == happened:
                self._plans[character] = plan[1:]
        for explanation in event.explanations:
            plan = tuple(world.action_ids[step.action] for step in explanation.plan)
            self._plans[world.character_ids[explanation.character]] = plan[1:]
        self._plans = {character: plan for character, plan in self._plans.items() if plan}
        dropped = []
        for character, plan in list(self._plans.items()):
            how = self._ends(character, plan, state)
            if how is not None:
                del self._plans[character]
                dropped.append(Dropped(world.characters[character], tuple(world.actions[s].name for s in plan), how))
        return tuple(dropped)

    def _ends(self, character: int, plan: Plan, state: State) -> Ending | None:
        dynamics = self.reasons.dynamics
        mind = state.beliefs[character]
        for step in plan:
            if not dynamics.holds(mind, step):
                return Ending.GIVES_UP
            mind = dynamics.after(mind, step)
        if character not in dynamics.world.actions[plan[0]].consenting:
            return None
        asked = self.reasons.asked_in_story(state, character, self.limits.foresight, self.limits.depth)
        return Ending.HESITATES if self.reasons.reason(asked, plan[0]) is None else None
