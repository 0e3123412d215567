"""Stories one after another, the next unlike those before, and in the end every story there is.

The naive way lists all stories, most of which are one in another order, or one with a detour. Here what a found story
does is forbidden, event by event, and a first story is looked for without it: any story that does not do all that a
found one does can do without some event of it (the tree of hitting sets: Reiter 1987; forbidding what was found:
Katz, Sohrabi, Udrea 2020). Only what happens is forbidden: minds may still plan it. Nothing is searched where even
with facts only ever added no ending is near (what was forbidden is a landmark then: Hoffmann, Porteous, Sebastia
2004). No search starves the others: one that comes to no end within its work waits, is later allowed double, and is
given up in the end. Then the exhaustive search gives the rest, so that the end of the line means that there are no
more. Cost: a search for each set of events forbidden, which all share states and reasons.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace

from kizuna.deliberation.bounds import Bounds
from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Limits
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.problem import Problem
from kizuna.search.rungs import Found, first_story, within_work

FIRST_SLICE, LAST_SLICE = 2000, 8000
"""Expansions that the search for a story without something is allowed at first, and at most."""


def different(problem: Problem, limits: Limits) -> Iterator[Found]:
    """Stories within ``limits``, every one at least once; the first is the one that is found first."""
    first = first_story(problem, limits)
    if first is not None:
        yield first
        yield from _sparing_what_was_found(problem, limits, first)
        yield from (Found(story, limits) for story in Exhaustive(problem, limits).stories())


def _sparing_what_was_found(problem: Problem, limits: Limits, first: Found) -> Iterator[Found]:
    """Stories of which each does without something that each one before it does."""
    found, hopeless = [first], list[frozenset[int]]()
    waiting = deque([(frozenset[int](), FIRST_SLICE)])
    seen = {frozenset[int]()}
    while waiting:
        spared, work = waiting.popleft()
        if any(less <= spared for less in hopeless):
            continue
        story = next((each for each in found if spared.isdisjoint(each.story)), None)
        if story is None:
            story, ended = _without(problem, limits, spared, work)
            if not ended:
                waiting.extend([(spared, 2 * work)] if work < LAST_SLICE else [])
                continue
            if story is None:
                hopeless.append(spared)
                continue
            found.append(story)
            yield story
        further = [spared | {action} for action in dict.fromkeys(story.story)]
        waiting.extend((more, FIRST_SLICE) for more in further if more not in seen)
        seen.update(further)


def _without(problem: Problem, limits: Limits, spared: frozenset[int], work: int) -> tuple[Found | None, bool]:
    """A story in which none of these actions happens, if so much work finds one, and whether the search ended."""
    sparing = Sparing(problem, spared)
    if sparing.distance(problem.dynamics.initial, limits.events) is None:
        return None, True
    stories: list[Found | None] = []
    ended = within_work(problem.effort, work, lambda: stories.append(first_story(sparing, limits)))
    return (stories[0] if stories else None), ended


class Sparing(Problem):
    """The same problem, in which some actions never happen, though everybody may plan them; memory is shared."""

    def __init__(self, problem: Problem, spared: frozenset[int]) -> None:
        vars(self).update(vars(problem))
        self.dynamics = _SparingDynamics(problem.dynamics, spared)
        kept = tuple(action for number, action in enumerate(problem.world.actions) if number not in spared)
        self._bounds = Bounds(replace(problem.world, actions=kept))

    def distance(self, state: State, most: int) -> int | None:
        """How many events an ending is away at least, of those that may happen; None where that is more than most."""
        near = super().distance(state, most)
        spared = None if near is None else self._bounds.distance(state.values, self.goal, most)
        return None if near is None or spared is None else max(near, spared)


class _SparingDynamics(Dynamics):
    """The same steps between the same states, without those of some actions."""

    def __init__(self, dynamics: Dynamics, spared: frozenset[int]) -> None:
        vars(self).update(vars(dynamics))
        self._spared = spared

    def possible(self, state: State) -> tuple[int, ...]:
        """The possible actions that may happen."""
        return tuple(action for action in super().possible(state) if action not in self._spared)

    def holds(self, state: State, action: int) -> bool:
        """Whether an action is possible and may happen."""
        return action not in self._spared and super().holds(state, action)
