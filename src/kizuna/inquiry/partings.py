"""Ways to another ending that share the beginning of a known story: which of them lack the fewest reasons?

Naive: search the whole world for every ending. Better: the known story is followed up to a parting, and from there the
shortest ways to the ending are listed as if everybody agreed to everything; then it is counted who would not. The ways
with the fewest reasons lacking say whose heart or mind would have to be otherwise. Cost: no reason is asked for but
those of the ways that were found, and states in between are cut off by the bound on the events ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kizuna.deliberation import EffortSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.inquiry.near_miss import lacking
from kizuna.search import Problem

FARTHEST = 4
"""Events from a parting to the ending, at most."""
FROM_EACH = 6
"""Ways that are listed from one parting."""
ENOUGH = 3
"""Ways that lack at most one reason; with so many none is weighed any more."""


@dataclass(frozen=True, slots=True)
class Parting:
    """Events that lead to an ending, the first ``kept`` of them those of a known story; ``lacking`` says at which place
    (from 0) who lacks a reason.
    """

    events: tuple[int, ...]
    kept: int
    lacking: tuple[tuple[int, int], ...] = ()


def partings(problem: Problem, story: Sequence[str], limits: Limits, max_expansions: int) -> list[Parting]:
    """Ways from partings of a story to an ending of ``problem``: those that lack the fewest reasons first, of these the
    shortest.

    They are weighed in order of the events that follow the parting, until there are enough. What the work allowed does
    not suffice for is left out.
    """
    effort = problem.effort
    effort.max_expansions = effort.expanded + max_expansions
    found: list[Parting] = []
    try:
        for way in _listed(problem, story, limits):
            found.append(_weighed(problem, limits, way))
            if not found[-1].lacking or sum(len(each.lacking) < 2 for each in found) >= ENOUGH:
                break
    except EffortSpent:
        pass
    finally:
        effort.max_expansions = None
    return sorted(found, key=lambda way: (len(way.lacking), len(way.events)))


def _listed(problem: Problem, story: Sequence[str], limits: Limits) -> Iterator[Parting]:
    """Some of the shortest ways from each parting, in order of the events that follow it."""
    begun = [
        (kept, tuple(problem.world.action_ids[name] for name in story[:kept]), state)
        for kept, state in enumerate(_states(problem, story))
    ]
    for length in range(FARTHEST + 1):
        left = []
        for kept, beginning, state in begun:
            ways = islice(_of_length(problem, state, length), FROM_EACH) if length <= limits.events - kept else iter(())
            found = [Parting((*beginning, *way), kept) for way in ways]
            yield from found
            left += [] if found else [(kept, beginning, state)]
        begun = left


def _states(problem: Problem, story: Sequence[str]) -> Iterator[State]:
    """The states that a story passes, as far as it is possible."""
    state = problem.dynamics.initial
    yield state
    for name in story:
        number = problem.world.action_ids.get(name)
        if number is None or not problem.dynamics.holds(state, number):
            return
        state = problem.dynamics.after(state, number)
        yield state


def _of_length(problem: Problem, state: State, length: int) -> Iterator[tuple[int, ...]]:
    if length == 0:
        if problem.is_ending(state):
            yield ()
        return
    if problem.distance(state, length) is None:
        return
    problem.effort.expand()
    for action in problem.dynamics.possible(state):
        for rest in _of_length(problem, problem.dynamics.after(state, action), length - 1):
            yield (action, *rest)


def _weighed(problem: Problem, limits: Limits, way: Parting) -> Parting:
    """A way with those who would not go it; what is kept of the old story is asked about too."""
    state, found = problem.dynamics.initial, []
    for place, action in enumerate(way.events):
        found += [(place, who) for who in lacking(problem, state, action, limits)]
        state = problem.dynamics.after(state, action)
    return Parting(way.events, way.kept, tuple(found))
