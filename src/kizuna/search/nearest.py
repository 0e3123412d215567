"""The shortest story, looked for where an ending seems nearest.

Breadth first would explain every possible action of every state. Here (A*: Hart, Nilsson, Raphael 1968) the states
that may be nearest to an ending come first, by a bound that is never too high: how many events it would take if facts
were only ever added and everybody agreed to everything (:mod:`kizuna.deliberation.bounds`). An action is asked for its
reasons only when its turn comes, and most never get a turn. The first ending reached is a shortest one, and where no
action is left to ask there is none within the limits. Cost: one expansion per state on the way, one bound per
successor.
"""

from __future__ import annotations

from heapq import heappop, heappush

from kizuna.deliberation import SliceSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.model.values import Number
from kizuna.search.problem import Problem

PATIENCE = 100
"""Expansions for the first try at an action's reasons, in haste; then it waits, and has twice as many."""


def nearest(problem: Problem, limits: Limits, haste: int = 1) -> tuple[int, ...] | None:
    """A shortest story within ``limits``; None where there is none.

    With ``haste`` above 1 what is left of the way counts so many times as much as what is behind, together with what
    the author's utility still lacks: then some story comes first, not always a shortest one (weighted A*: Pohl 1970); and
    an action whose reasons are not soon found waits for a while.
    """
    search = _Search(problem, limits, haste)
    search.open(problem.dynamics.initial, 0)
    return search.run()


class _Search:
    def __init__(self, problem: Problem, limits: Limits, haste: int) -> None:
        self.haste = haste
        self.problem = problem
        self.limits = limits
        self.came: dict[State, tuple[State, int] | None] = {problem.dynamics.initial: None}
        self.at: dict[State, int] = {problem.dynamics.initial: 0}
        self.waiting: list[tuple[Number, int, int, State, int, State, int]] = []
        self.order = 0

    def open(self, state: State, events: int) -> None:
        """Line up the actions of a state that is so many events from the start."""
        self.problem.effort.expand()
        left = self.limits.events - events - 1
        for action in self.problem.dynamics.possible(state):
            after = self.problem.dynamics.after(state, action)
            if events + 1 < self.at.get(after, self.limits.events + 1):
                distance = self.problem.distance(after, left)
                if distance is not None:
                    self.order += 1
                    ahead = events + 1 + self._ahead(after, distance)
                    heappush(self.waiting, (ahead, events + 1, self.order, state, action, after, PATIENCE))

    def _ahead(self, state: State, distance: int) -> Number:
        """How long the way from a state to an ending is held to be."""
        if self.haste == 1:
            return distance
        utility = self.problem.utility(state)
        return self.haste * (distance + max(0, self.problem.goal - (utility or 0)))

    def run(self) -> tuple[int, ...] | None:
        limits = self.limits
        while self.waiting:
            ahead, events, order, state, action, after, patience = heappop(self.waiting)
            if events >= self.at.get(after, limits.events + 1):
                continue
            is_explained = self._is_explained(state, action, None if self.haste == 1 else patience)
            if is_explained is None:  # not yet: others have their turn first
                heappush(self.waiting, (ahead + self.haste, events, order, state, action, after, 2 * patience))
            if not is_explained:
                continue
            self.came[after], self.at[after] = (state, action), events
            if self.problem.is_ending(after):
                return self._way(after)
            if events < limits.events:
                self.open(after, events)
        return None

    def _is_explained(self, state: State, action: int, patience: int | None) -> bool | None:
        """Whether everyone has a reason for an action; None if so many expansions did not tell."""
        try:
            with self.problem.effort.at_most(patience):
                return self.problem.reasons.explained(state, action, self.limits.foresight, self.limits.depth)
        except SliceSpent:
            return None

    def _way(self, state: State) -> tuple[int, ...]:
        actions: list[int] = []
        while (step := self.came[state]) is not None:
            state, action = step
            actions.append(action)
        return tuple(reversed(actions))
