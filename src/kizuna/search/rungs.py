"""The first story, by short plans before long ones.

To refute a reason takes the more work the further everybody plans ahead, and most stories need little of it. So within
given limits less foresight and fewer layers of minds are tried first, each with a bounded amount of work that doubles
from rung to rung; a story found so is held against the limits themselves before it counts. The last rung is the
limits, without any bound but that of the whole search: only it can say that there is no story. Cost: at most a fixed
amount more than the last rung alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.deliberation import EffortSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.nearest import nearest
from kizuna.search.problem import Problem

RUNGS = ((2, 1), (3, 1), (3, 2), (4, 2), (5, 3))
"""Foresight and depth of the rungs, as far as they are below the limits."""
FIRST_SLICE = 1000
"""Expansions on the first rung."""


def first_story(problem: Problem, limits: Limits) -> tuple[int, ...] | None:
    """A story within ``limits``; None where there is none."""
    work = FIRST_SLICE
    for rung in _below(limits):
        story = _within(problem, rung, work)
        if story is not None and _stands(problem, story, limits):
            return story
        work *= 2
    return nearest(problem, limits)


def _below(limits: Limits) -> Iterator[Limits]:
    rungs = dict.fromkeys((min(foresight, limits.foresight), min(depth, limits.depth)) for foresight, depth in RUNGS)
    for foresight, depth in rungs:
        if (foresight, depth) != (limits.foresight, limits.depth):
            yield Limits(limits.events, foresight, depth)


def _within(problem: Problem, limits: Limits, work: int) -> tuple[int, ...] | None:
    """A shortest story within limits, if that much work suffices to find one."""
    effort = problem.effort
    most = effort.max_expansions
    slice_end = effort.expanded + work
    effort.max_expansions = slice_end if most is None else min(most, slice_end)
    try:
        return nearest(problem, limits)
    except EffortSpent as spent:
        if spent.what != "max-expansions" or (most is not None and effort.expanded >= most):
            raise
        return None
    finally:
        effort.max_expansions = most


def _stands(problem: Problem, story: tuple[int, ...], limits: Limits) -> bool:
    """Whether everybody has a reason within wider limits too, and nothing could be left out."""
    states: list[State] = [problem.dynamics.initial]
    for action in story:
        if not problem.reasons.explained(states[-1], action, limits.foresight, limits.depth):
            return False
        states.append(problem.dynamics.after(states[-1], action))
    return not Exhaustive(problem, limits).can_be_shortened(states, list(story))
