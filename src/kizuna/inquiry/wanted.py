"""What is asked of a changed world: that it has a story to an ending, or that an outline of plain events holds."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna import search
from kizuna.deliberation import EffortSpent
from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld
from kizuna.inquiry.hindrance import Hindrances
from kizuna.inquiry.hindrance import named as name_of
from kizuna.inquiry.near_miss import NearMiss, near_miss
from kizuna.inquiry.staging import Staging
from kizuna.model.world import EventPattern
from kizuna.search import Problem, Stop

EACH = 20
"""One world is allowed no more than this part of all the work."""
LEAST = 1000
"""But so many expansions, if there are as many left."""
LOOKING = 2000
"""States looked through, in any mind, for what the unchanged world lacks."""

Answer = tuple[tuple[str, ...] | None, bool]


@dataclass
class _Budget:
    """Work that many worlds share: ``left`` of ``whole`` expansions."""

    limits: Limits
    whole: int
    left: int

    def slice(self) -> int:
        """What the next world is allowed."""
        return min(self.left, max(LEAST, self.whole // EACH))

    def spend(self, problem: Problem) -> None:
        """Counts what a world has taken, one at least."""
        self.left -= max(1, problem.effort.expanded)


class AnEnding(_Budget):
    """That there is a story to an ending of the plot, within limits."""

    def __call__(self, world: GroundWorld) -> Answer:
        """A story, and whether there being none is settled."""
        problem = Problem(world)
        if problem.before is not None and problem.before >= 1:
            return (), True
        if self.left <= 0:
            return None, False
        limits = self.limits
        found = search.find(
            problem,
            events=limits.events,
            foresight=limits.foresight,
            depth=limits.depth,
            max_expansions=self.slice(),
        )
        self.spend(problem)
        return (found.fabulas[0].actions, True) if found.fabulas else (None, found.stopped is Stop.EXHAUSTED)

    def lacking(self, staging: Staging) -> NearMiss | None:
        """The single reason that the unchanged world lacks."""
        return near_miss(staging.problem, self.limits, LOOKING)


@dataclass
class AnOutline(_Budget):
    """That every event of an outline can happen, and everybody has a reason for it."""

    events: tuple[EventPattern, ...] = ()

    def __call__(self, world: GroundWorld) -> Answer:
        """The events, and whether their failing is settled."""
        if self.left <= 0:
            return None, False
        problem = Problem(world)
        problem.effort.max_expansions = self.slice()
        state = problem.dynamics.initial
        names = tuple(name_of(event) for event in self.events)
        try:
            for name in names:
                number = world.action_ids.get(name)
                if number is None or not problem.dynamics.holds(state, number):
                    return None, True
                if not problem.reasons.explained(state, number, self.limits.foresight, self.limits.depth):
                    return None, True
                state = problem.dynamics.after(state, number)
        except EffortSpent:
            return None, False
        finally:
            self.spend(problem)
        return names, True

    def lacking(self, staging: Staging) -> NearMiss | None:
        """The first reason that the unchanged world lacks."""
        staging.allow(LOOKING)
        dynamics, state = staging.problem.dynamics, staging.problem.dynamics.initial
        asked = Hindrances(staging.reasons, staging.conditions, self.limits, supply=True)
        try:
            for place, event in enumerate(self.events):
                hindrances = asked.of(state, event)
                if hindrances:
                    first = next((each for each in hindrances if each.who is not None), None)
                    names = tuple(name_of(each) for each in self.events)
                    return (
                        None if first is None else NearMiss(names, place, first.who or "", first.weight, first.belief)
                    )
                state = dynamics.after(state, staging.world.action_ids[name_of(event)])
        except EffortSpent:
            pass
        return None
