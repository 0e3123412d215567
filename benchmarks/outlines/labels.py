"""What an outline really is, proven: the exhaustive search lists the explained events of each state.

An outline is valid if every event is among those listed after the ones before it, and invalid from the first that is
not. The check has a way of its own through an outline, with gaps, guesses and limits; this has none. ``naively`` asks
the definition itself, with code that the deliberation shares nothing with; it is far too slow but for tiny worlds.
"""

from __future__ import annotations

from collections.abc import Sequence

from kizuna.fabula import Limits
from kizuna.fabula.naive_reasons import NaiveReasons
from kizuna.grounding import GroundWorld
from kizuna.search import Problem
from kizuna.search.exhaustive import Exhaustive


class Judge:
    """Says of outlines of one world where they first fail."""

    def __init__(self, world: GroundWorld, limits: Limits) -> None:
        self.problem = Problem(world)
        self.exhaustive = Exhaustive(self.problem, limits)

    def first_hole(self, events: Sequence[str]) -> int | None:
        """The number (from 0) of the first event that does not hold; None where the whole outline is valid."""
        state = self.problem.dynamics.initial
        for number, event in enumerate(events):
            after = dict(self.exhaustive.steps(state)).get(self.problem.world.action_ids.get(event, -1))
            if after is None:
                return number
            state = after
        return None


def naively(world: GroundWorld, limits: Limits, events: Sequence[str]) -> int | None:
    """The same, straight from the definition."""
    reasons = NaiveReasons(world)
    tree = reasons.dynamics.initial()
    for number, event in enumerate(events):
        action = world.action_ids.get(event)
        if action is None or not reasons.possible(tree, action):
            return number
        if not reasons.explained(tree, action, limits.foresight, limits.depth):
            return number
        tree = reasons.step(tree, action)
    return None
