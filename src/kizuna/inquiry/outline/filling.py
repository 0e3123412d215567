"""What can fill a gap: explained events after which something can follow, the shortest and nearest first.

Naive: every sequence of explained events. Better (A*: Hart, Nilsson, Raphael 1968): states that may be nearest to what
is to follow come first, by how many events it takes at least if facts were only ever added and everybody agreed; and an
event is asked for its reasons only when its turn comes. It comes to an end only when nothing else fills the gap. Cost:
one bound for each state met, one question for each that gets its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from heapq import heappop, heappush

from kizuna.deliberation.bounds import Bounds
from kizuna.epistemics import State
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.values import Answer
from kizuna.model.formulas import ONE, ZERO, Conditional, Formula, Or

Way = tuple[State, tuple[int, ...]]
"""A state, and the events that lead there."""
Waiting = tuple[int, int, int, State, tuple[int, ...], int, State]
"""At best how many events in all, how many so far, the turn; the state before, the way there, an action, its end."""
Distance = Callable[[State, int], int | None]


def fillings(
    stage: Stage, start: State, most: int, distance: Distance, is_there: Callable[[State], bool], least: int = 0
) -> Iterator[Way]:
    """All different states in which ``is_there`` after ``least`` to ``most`` explained events, with a way to each.

    ``distance`` bounds from below how many events are still needed, and is None where that is more than it is given.
    Raises EffortSpent where the work allowed is done.
    """
    order = 0
    at = {start: 0}
    near = distance(start, most)
    waiting: list[Waiting] = [] if near is None else [(near, 0, order, start, (), -1, start)]
    while waiting:
        _, events, _, before, way, action, state = heappop(waiting)
        if action >= 0:
            if at.get(state, most + 1) <= events:
                continue
            if stage.reasons.explained(before, action, stage.limits.foresight, stage.limits.depth):
                at[state] = events
                way = (*way, action)
            else:
                continue
        if events >= least and is_there(state):
            yield state, way
        if events == most:
            continue
        stage.problem.effort.expand()
        for following in stage.dynamics.possible(state):
            after = stage.dynamics.after(state, following)
            if events + 1 < at.get(after, most + 1):
                near = distance(after, most - events - 1)
                if near is not None:
                    order += 1
                    heappush(waiting, (events + 1 + near, events + 1, order, state, way, following, after))


def until_possible(stage: Stage, actions: tuple[int, ...]) -> Distance:
    """How many events it takes at least until one of some actions is possible."""
    conditions: tuple[Formula, ...] = tuple(stage.world.actions[action].precondition for action in actions)
    bounds = Bounds(replace(stage.world, utility=Conditional(((Or(conditions), ONE),), ZERO)))
    return lambda state, most: bounds.distance(state.values, 1, most)


def can_follow(stage: Stage, actions: tuple[int, ...]) -> Callable[[State], bool]:
    """Whether one of some actions happens in a state, as far as can be told."""
    return lambda state: any(stage.judge(state, action) is not Answer.FAILS for action in actions)
