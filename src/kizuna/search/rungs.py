"""The first story, by short plans before long ones.

To refute a reason takes the more work the further everybody plans ahead, and most stories need little of it. So within
given limits less foresight and fewer layers of minds are tried first, in haste and each with a bounded amount of work
that grows from rung to rung; a story found so is held against the limits themselves, and whatever can be left out of
it is. Before that every rung is looked at briefly, the limits included: what is easy anywhere is found at once. On the
last rung, the limits, haste and patience take turns until one of them has come to its end: only that can say that there
is no story. They go on where their work ran out; but twice haste begins anew, with much more work: it has luck or not,
and all the answers that are remembered by then lead it another way (restarts: Gomes, Selman, Kautz 1998). Cost: what
all the attempts before may take, a fixed number of expansions, more than the last alone; and there up to four times
what the better of the two would take.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from kizuna.deliberation import Effort, EffortSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.nearest import Search
from kizuna.search.problem import Problem

RUNGS = ((2, 1), (3, 1), (5, 1), (3, 2), (8, 1), (5, 3))
"""Foresight and depth of the rungs, as far as they are below the limits."""
QUICK = 300
"""Expansions for a first look at each rung and at the limits themselves."""
SLICE = 500
"""Expansions on the first rung, that look included; each further one has as many more."""
RESTARTS = (6000, 48_000)
"""Expansions in haste each time that it begins anew; it goes on with as many as the last time, for patience a third."""
PROOF = 500
"""Expansions for holding a story against the limits asked for."""
PATIENCE, HASTE = 1, 3
"""How many times as much the way ahead counts as the way behind; see :class:`Search`."""


class Found(NamedTuple):
    """A story, as the numbers of its actions, and the limits within which it is one."""

    story: tuple[int, ...]
    limits: Limits


def first_story(problem: Problem, limits: Limits) -> Found | None:
    """A story within ``limits``; None where there is none.

    One that was found with less foresight, and of which ``PROOF`` expansions do not tell whether it is one with more as
    well, stays one with less.
    """
    for search, work in attempts(problem, limits):
        story, ended = _attempt(search, work)
        is_last, is_shortest = search.limits == limits, search.haste == PATIENCE
        found = None
        if story is not None:
            found = Found(story, limits) if is_last and is_shortest else _held(problem, story, search.limits, limits)
        if found is not None or (ended and is_last):
            return found
    return None


def _held(problem: Problem, story: tuple[int, ...], rung: Limits, limits: Limits) -> Found | None:
    """What is left of a story within wider limits, or within its own where the wider ones are too much work."""
    parts: list[tuple[int, ...] | None] = []
    is_done = rung == limits or within_work(
        problem.effort, PROOF, lambda: parts.append(shortest_part(problem, story, limits))
    )
    held = limits if is_done and parts else rung
    part = parts[0] if parts else shortest_part(problem, story, rung)
    return None if part is None else Found(part, held)


def attempts(problem: Problem, limits: Limits) -> Iterator[tuple[Search, int]]:
    """The searches to be tried or taken up again, each with its expansions."""
    rungs = [Search(problem, rung, HASTE) for rung in _rungs(limits)]
    last, patient = Search(problem, limits, HASTE), Search(problem, limits, PATIENCE)
    yield from ((search, QUICK) for search in (*rungs, last))
    work = SLICE
    for search in rungs:
        yield search, work - QUICK
        work += SLICE
    yield last, work - QUICK
    yield patient, SLICE
    for work in RESTARTS:
        last = Search(problem, limits, HASTE)
        yield last, work
        yield patient, work // 3
    while True:  # until one of them has come to its end
        yield last, work
        yield patient, work // 3


def _rungs(limits: Limits) -> Iterator[Limits]:
    """The rungs below limits; where these are low, one that asks for no more than one before it is left out."""
    tried: list[tuple[int, int]] = []
    for foresight, depth in ((min(f, limits.foresight), min(d, limits.depth)) for f, d in RUNGS):
        is_new = not any(foresight <= f and depth <= d for f, d in tried)
        if is_new and (foresight, depth) != (limits.foresight, limits.depth):
            tried.append((foresight, depth))
            yield Limits(limits.events, foresight, depth)


def _attempt(search: Search, work: int) -> tuple[tuple[int, ...] | None, bool]:
    """A story that a search finds, if that much work suffices to find one, and whether it came to its end."""
    stories: list[tuple[int, ...] | None] = []
    ended = within_work(search.problem.effort, work, lambda: stories.append(search.run()))
    return (stories[0] if stories else None), ended


def within_work(effort: Effort, work: int, task: Callable[[], None]) -> bool:
    """Does a task, if so many expansions suffice, and says whether they did; the effort's own limits count as ever."""
    most = effort.max_expansions
    slice_end = effort.expanded + work
    effort.max_expansions = slice_end if most is None else min(most, slice_end)
    try:
        task()
    except EffortSpent as spent:
        if spent.what != "max-expansions" or (most is not None and effort.expanded >= most):
            raise
        return False
    finally:
        effort.max_expansions = most
    return True


def shortest_part(problem: Problem, story: tuple[int, ...], limits: Limits) -> tuple[int, ...] | None:
    """The shortest part of a story that is one within wider limits too: nothing can be left out of it any more.

    Every state that some part of the story reaches is remembered with the shortest way there. Reasons are only asked
    for on ways that lead to an ending.
    """
    dynamics, reasons = problem.dynamics, problem.reasons
    ways: dict[State, tuple[int, ...]] = {dynamics.initial: ()}
    for action, useful in zip(story, _leading_on(problem, story), strict=True):
        further = {
            state: way for state, way in ways.items() if state in useful and not reasons.is_awaited(state, action)
        }
        for state, way in ways.items():
            after = dynamics.after(state, action) if dynamics.holds(state, action) else None
            if after is None or after not in useful or len(further.get(after, (*way, action, action))) <= len(way) + 1:
                continue
            if reasons.explained(state, action, limits.foresight, limits.depth):
                further[after] = (*way, action)
        ways = further
    return min(ways.values(), key=len, default=None)


def _leading_on(problem: Problem, story: tuple[int, ...]) -> list[set[State]]:
    """After each event of a story, the states that a part of it reaches and from which the rest leads to an ending.

    States from which it could not, were facts only ever added, are left behind at once.
    """
    dynamics, is_awaited = problem.dynamics, problem.reasons.is_awaited
    layers: list[dict[State, list[State]]] = []
    states = [dynamics.initial]
    for position, action in enumerate(story, 1):
        layer = {}
        for state in states:
            layer[state] = [] if is_awaited(state, action) else [state]
            if dynamics.holds(state, action):
                layer[state].append(dynamics.after(state, action))
        layers.append(layer)
        reached = dict.fromkeys(after for following in layer.values() for after in following)
        states = [state for state in reached if problem.could_end(state, story[position:])]
    useful = [{state for state in states if problem.is_ending(state)}]
    for layer in layers[:0:-1]:
        useful.append({state for state, following in layer.items() if any(after in useful[-1] for after in following)})
    return useful[::-1]
