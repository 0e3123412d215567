"""The search's one verb: widen the limits step by step until there is a story, or until the work allowed is done.

Nobody has to know the limits: those that are not given grow together, smallest first, so that the stories that need
the least foresight of anyone are found first. All steps share every state and every answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kizuna.deliberation import Cancelled, EffortSpent, Progress, explain
from kizuna.fabula import Event, Fabula, Limits
from kizuna.search.different import different
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.kernels import Kernel, kernel
from kizuna.search.problem import Problem
from kizuna.search.result import SearchResult, Statistics, Stop
from kizuna.search.rungs import Found

WIDENING = ((3, 2, 1), (4, 3, 1), (5, 4, 1), (6, 4, 2), (8, 5, 2), (10, 6, 2), (13, 8, 3), (16, 10, 3))
"""Events, foresight and depth of each step, for those limits that are not given."""


def find(
    problem: Problem,
    *,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    count: int | None = 1,
    max_expansions: int | None = 200_000,
    max_states: int | None = 1_000_000,
    observer: Callable[[Progress], bool | None] | None = None,
) -> SearchResult:
    """Stories of ``problem``: the first ``count``, or with None all of them within the widest limits.

    A count has no two stories with the same :class:`~kizuna.search.kernels.Kernel`: of those in which the same happens
    for the same causes in another order, only the first.
    """
    effort = problem.effort
    effort.max_expansions = None if max_expansions is None else effort.expanded + max_expansions
    effort.max_states, effort.observer = max_states, observer
    problem.forget_begun()
    start = effort.expanded
    found: dict[Kernel | int, Fabula] = {}
    completed, stopped, reached = None, Stop.EXHAUSTED, None
    steps = list(_widening(events, foresight, depth))
    limits = steps[0]
    try:
        for limits in steps if count is not None else steps[-1:]:
            effort.doing = f"stories of up to {limits.events} events, foresight {limits.foresight}"
            if _gathered(problem, limits, count, found):
                stopped = Stop.SATISFIED
                break
            completed = limits
    except EffortSpent as spent:
        stopped, reached = Stop.LIMIT, spent.what
    except Cancelled:
        stopped = Stop.CANCELLED
    statistics = Statistics(effort.expanded - start, len(problem.dynamics.store))
    begun = None if found else problem.begun
    return SearchResult(tuple(found.values()), stopped, limits, completed, statistics, problem.goal, reached, begun)


def _gathered(problem: Problem, limits: Limits, count: int | None, found: dict[Kernel | int, Fabula]) -> bool:
    """Adds the stories within ``limits`` to those found, and says whether these are as many as asked for."""
    for story, within in _stories(problem, limits, count):
        fabula = tell_why(problem, story, within)
        found.setdefault(len(found) if count in (1, None) else kernel(problem.dynamics, fabula), fabula)
        if len(found) == count:
            return True
    return False


def _widening(events: int | None, foresight: int | None, depth: int | None) -> Iterator[Limits]:
    widest = None
    for step in WIDENING:
        limits = Limits(
            step[0] if events is None else events,
            step[1] if foresight is None else foresight,
            step[2] if depth is None else depth,
        )
        if limits != widest:
            yield limits
        widest = limits


def _stories(problem: Problem, limits: Limits, count: int | None) -> Iterator[Found]:
    """Stories within ``limits``: all of them, shorter ones first, or for a count those first that are unlike others."""
    if count is None:
        return (Found(story, limits) for story in Exhaustive(problem, limits).stories())
    return different(problem, limits)


def tell_why(problem: Problem, story: tuple[int, ...], limits: Limits) -> Fabula:
    """The fabula of a sequence of explained actions: every event with the reason of everyone who consents."""
    state = problem.dynamics.initial
    events = []
    for action in story:
        explanations = explain(problem.reasons, state, action, limits.foresight, limits.depth)
        assert explanations is not None, "an explained action has lost its reason"
        events.append(Event(problem.world.actions[action].name, explanations))
        state = problem.dynamics.after(state, action)
    before, utility = problem.before, problem.utility(state)
    assert before is not None
    assert utility is not None
    return Fabula(problem.world.name, problem.world.digest, limits, before, utility, tuple(events))
