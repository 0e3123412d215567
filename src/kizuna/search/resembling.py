"""The story that differs least from another: that keeps as many of its events as can be, in their order.

Naive: find all stories and compare. Better: one search over pairs of a state and how much of the old story is behind,
by the number of differences so far: an event of the old one that is left out, and an event that it has not (the
distance of Levenshtein 1966 without exchanges). What the bound on the events ahead says must still come, and the old
story cannot give, counts too (A*: Hart, Nilsson, Raphael 1968), so the ending reached first is reached with the fewest
differences. A story from which something can be left out is none; its shortest part counts instead, and the least
different of these is taken once no other way can be closer. Cost: one expansion a pair.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.problem import Problem
from kizuna.search.rungs import shortest_part

Story = tuple[int, ...]


class _Place(NamedTuple):
    """A state, how many events of the old story are behind (kept or left out), and how many have happened."""

    state: State
    behind: int
    length: int


def most_alike(problem: Problem, limits: Limits, old: tuple[int | None, ...], kept: int = 0) -> Story | None:
    """The story of ``problem`` that differs least from ``old`` and begins with its first ``kept`` events.

    Those have to be explained still; an event of ``old`` that the world does not have is None. None where there is no
    such story within ``limits``.
    """
    return _Search(problem, limits, old).run(kept)


def differences(one: Story, other: tuple[int | None, ...]) -> int:
    """How many events only one of two stories has, those that both have counting in their order alone."""
    row = [0] * (len(other) + 1)
    for event in one:
        before = row
        row = [0]
        for place, theirs in enumerate(other):
            row.append(before[place] + 1 if event == theirs else max(before[place + 1], row[place]))
    return len(one) + len(other) - 2 * row[-1]


class _Search:
    def __init__(self, problem: Problem, limits: Limits, old: tuple[int | None, ...]) -> None:
        self.problem = problem
        self.limits = limits
        self.old = old
        self.waiting: list[tuple[int, int, int, _Place, int, _Place, int]] = []
        self.came: dict[_Place, tuple[_Place, int] | None] = {}
        self.order = 0
        self.best: Story | None = None

    def run(self, kept: int) -> Story | None:
        state = self.problem.dynamics.initial
        events = tuple(action for action in self.old[:kept] if action is not None)
        for action in events:
            state = self.problem.dynamics.after(state, action)
        start = _Place(state, kept, kept)
        self.came[start] = None
        self._open(start, 0)
        while self.waiting:
            lowest, _, _, before, action, after, cost = heappop(self.waiting)
            if self.best is not None and differences(self.best, self.old) <= lowest:
                break
            if after in self.came or not self._is_explained(before.state, action):
                continue
            self.came[after] = before, action
            if self.problem.is_ending(after.state):
                self._end((*events, *self._way(after)))
            if after.length < self.limits.events:
                self._open(after, cost)
        return self.best

    def _open(self, place: _Place, cost: int) -> None:
        """Line up what can happen at a place, after so many differences."""
        problem = self.problem
        problem.effort.expand()
        for action in problem.dynamics.possible(place.state):
            after = problem.dynamics.after(place.state, action)
            far = problem.distance(after, self.limits.events - place.length - 1)
            if far is None:
                continue
            for behind, more in self._moves(action, place.behind):
                lowest = cost + more + max(0, far - (len(self.old) - behind))
                self.order += 1
                reached = _Place(after, behind, place.length + 1)
                heappush(self.waiting, (lowest, -behind, self.order, place, action, reached, cost + more))

    def _moves(self, action: int, behind: int) -> Iterator[tuple[int, int]]:
        """How an event can stand to the old story: as the next of its events that is kept, or as a new one."""
        if action in self.old[behind:]:
            place = self.old.index(action, behind)
            yield place + 1, place - behind
        yield behind, 1

    def _is_explained(self, state: State, action: int) -> bool:
        return self.problem.reasons.explained(state, action, self.limits.foresight, self.limits.depth)

    def _end(self, story: Story) -> None:
        """Take a way to an ending for the best so far, if the part of it that is a story is that."""
        part = shortest_part(self.problem, story, self.limits)
        if part is None:
            return
        if self.best is None or differences(part, self.old) < differences(self.best, self.old):
            self.best = part

    def _way(self, place: _Place) -> Story:
        actions: list[int] = []
        while (step := self.came[place]) is not None:
            place, action = step
            actions.append(action)
        return tuple(reversed(actions))
