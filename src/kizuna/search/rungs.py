"""The first story, by short plans before long ones.

To refute a reason takes the more work the further everybody plans ahead, and most stories need little of it. So within
given limits less foresight and fewer layers of minds are tried first, in haste and each with a bounded amount of work
that doubles from rung to rung; a story found so is held against the limits themselves, and whatever can be left out of
it is. On the last rung, the limits, patience is tried before haste, and then patience without any bound but that of the
whole search: only that can say that there is no story. Cost: at most a fixed amount more than that alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.deliberation import EffortSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.nearest import nearest
from kizuna.search.problem import Problem

RUNGS = ((2, 1), (3, 1), (3, 2), (4, 2), (5, 3))
"""Foresight and depth of the rungs, as far as they are below the limits."""
FIRST_SLICE = 1000
"""Expansions on the first rung."""
LAST_SLICE = 8000
"""Expansions with patience, and then in haste, on the last."""
PATIENCE, HASTE = 1, 3
"""How many times as much the way ahead counts as the way behind; see :func:`nearest`."""


def first_story(problem: Problem, limits: Limits) -> tuple[int, ...] | None:
    """A story within ``limits``; None where there is none."""
    for rung, haste, work in _attempts(limits):
        story, ended = _attempt(problem, rung, haste, work)
        is_shortest = haste == PATIENCE and rung == limits
        part = story if story is None or is_shortest else _shortest_part(problem, story, limits)
        if part is not None or (ended and rung == limits):
            return part
    return nearest(problem, limits)


def _attempts(limits: Limits) -> Iterator[tuple[Limits, int, int]]:
    """The limits of each attempt, its haste, and its expansions."""
    work = FIRST_SLICE
    for foresight, depth in dict.fromkeys((min(f, limits.foresight), min(d, limits.depth)) for f, d in RUNGS):
        if (foresight, depth) != (limits.foresight, limits.depth):
            yield Limits(limits.events, foresight, depth), HASTE, work
            work *= 2
    yield limits, PATIENCE, LAST_SLICE
    yield limits, HASTE, LAST_SLICE


def _attempt(problem: Problem, limits: Limits, haste: int, work: int) -> tuple[tuple[int, ...] | None, bool]:
    """A story within limits, if that much work suffices to find one, and whether the search came to its end."""
    effort = problem.effort
    most = effort.max_expansions
    slice_end = effort.expanded + work
    effort.max_expansions = slice_end if most is None else min(most, slice_end)
    try:
        return nearest(problem, limits, haste), True
    except EffortSpent as spent:
        if spent.what != "max-expansions" or (most is not None and effort.expanded >= most):
            raise
        return None, False
    finally:
        effort.max_expansions = most


def _shortest_part(problem: Problem, story: tuple[int, ...], limits: Limits) -> tuple[int, ...] | None:
    """The shortest part of a story that is one within wider limits too: nothing can be left out of it any more.

    Every state that some part of the story reaches is remembered with the shortest way there.
    """
    dynamics, reasons = problem.dynamics, problem.reasons
    ways: dict[State, tuple[int, ...]] = {dynamics.initial: ()}
    for action in story:
        further = {state: way for state, way in ways.items() if not reasons.is_awaited(state, action)}
        for state, way in ways.items():
            if dynamics.holds(state, action) and reasons.explained(state, action, limits.foresight, limits.depth):
                after = dynamics.after(state, action)
                if after not in further or len(further[after]) > len(way) + 1:
                    further[after] = (*way, action)
        ways = further
    endings = [way for state, way in ways.items() if problem.is_ending(state)]
    return min(endings, key=len, default=None)
