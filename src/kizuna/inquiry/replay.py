"""Events of another world, lived through here: does everybody have a reason for each?

Naive: ask event by event. Better: most worlds fail where the last one failed, so that event is asked about first, and
those before it only if it holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search import Problem


@dataclass
class Replay:
    """Events that may hold in a world; the place of the one that failed last is remembered, and asked about first."""

    events: tuple[str, ...]
    weakest: int = 0

    def holds(self, problem: Problem, limits: Limits, *, ends: bool = False) -> bool:
        """Whether every event can happen and is explained, and (``ends``) the last one leads to an ending."""
        asked: list[tuple[int, State, int]] = []
        state = problem.dynamics.initial
        for place, name in enumerate(self.events):
            number = problem.world.action_ids.get(name)
            if number is None or not problem.dynamics.holds(state, number):
                self.weakest = place
                return False
            if place == self.weakest and not _explained(problem, state, number, limits):
                return False
            asked.append((place, state, number))
            state = problem.dynamics.after(state, number)
        if ends and not problem.is_ending(state):
            return False
        for place, before, number in asked:
            if place != self.weakest and not _explained(problem, before, number, limits):
                self.weakest = place
                return False
        return True


def _explained(problem: Problem, state: State, action: int, limits: Limits) -> bool:
    return problem.reasons.explained(state, action, limits.foresight, limits.depth)
