"""The world in which an outline is checked: what can happen in it, who would do it, and how far the work goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from kizuna.deliberation import Cancelled, EffortSpent, Progress
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld, Unfolded
from kizuna.grounding.idle_talk import without_idle_talk
from kizuna.grounding.shrink import shrink
from kizuna.inquiry.outline.values import Answer, Outline
from kizuna.search import Problem

CANCELLED = "cancelled"
"""What is said to be reached where somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A world without variables, twice: ``open`` with all that could ever happen, ``lean`` without idle talk."""

    unfolded: Unfolded
    open: GroundWorld
    lean: GroundWorld

    def world(self, outline: Outline) -> GroundWorld:
        """The lean world, and in it whatever the outline speaks of and could ever happen."""
        spoken = {name for line in outline.lines for name in line.readings} | set(self.lean.action_ids)
        return replace(self.open, actions=tuple(each for each in self.open.actions if each.name in spoken))


def setting(unfolded: Unfolded) -> Setting:
    """The world that unfolds to ``unfolded``, without whatever can never matter."""
    whole = shrink(unfolded.whole, unfolded.reachable())
    return Setting(unfolded, whole, without_idle_talk(whole))


class Stage:
    """One world with what everybody in it would do; it notes which limit on work was reached first."""

    def __init__(
        self,
        world: GroundWorld,
        limits: Limits,
        max_expansions: int | None,
        observer: Callable[[Progress], bool | None] | None = None,
    ) -> None:
        self.world = world
        self.problem = Problem(world)
        effort = self.problem.effort
        effort.max_expansions, effort.observer, effort.doing = max_expansions, observer, "checking the outline"
        self.dynamics = self.problem.dynamics
        self.reasons = self.problem.reasons
        self.limits = limits
        self.reached: str | None = None

    def allow(self, max_expansions: int | None) -> None:
        """So much work from now on."""
        effort = self.problem.effort
        effort.max_expansions = None if max_expansions is None else effort.expanded + max_expansions
        self.reached = None

    def is_explained(self, state: State, action: int) -> Answer:
        """Whether everyone who has to consent to a possible action does."""
        try:
            explained = self.reasons.explained(state, action, self.limits.foresight, self.limits.depth)
        except (EffortSpent, Cancelled) as spent:
            self.note(spent)
            return Answer.OPEN
        return Answer.HOLDS if explained else Answer.FAILS

    def note(self, spent: EffortSpent | Cancelled) -> None:
        """Remember which limit was reached first; after Ctrl-C nothing more is asked."""
        self.reached = self.reached or (spent.what if isinstance(spent, EffortSpent) else CANCELLED)
        if isinstance(spent, Cancelled):
            self.problem.effort.max_expansions = self.problem.effort.expanded

    def judge(self, state: State, action: int) -> Answer:
        """Whether an action is possible, and everyone who has to consent to it does."""
        return self.is_explained(state, action) if self.dynamics.holds(state, action) else Answer.FAILS
