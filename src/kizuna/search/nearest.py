"""The shortest story, looked for where an ending seems nearest.

Breadth first would explain every possible action of every state. Here (A*: Hart, Nilsson, Raphael 1968) the states
that may be nearest to an ending come first, by a bound that is never too high: how many events it would take if facts
were only ever added and everybody agreed to everything (:mod:`kizuna.deliberation.bounds`). An action is asked for its
reasons only when its turn comes, and most never get a turn. The first ending reached is a shortest one, and where no
action is left to ask there is none within the limits. Cost: one expansion per state on the way, one bound per
successor.
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush

from kizuna.deliberation import SliceSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.problem import Problem

PATIENCE = 50
"""Expansions for the first try at an action's reasons, in haste; then it waits, and has twice as many."""


def nearest(problem: Problem, limits: Limits, haste: int = 1) -> tuple[int, ...] | None:
    """A shortest story within ``limits``; None where there is none.

    With ``haste`` above 1 what is left of the way counts so many times as much as what is behind, and is guessed
    (:mod:`kizuna.search.estimate`): then some story comes first, not always a shortest one (weighted A*: Pohl 1970);
    and an action whose reasons are not soon found waits for a while.
    """
    problem.estimate.forget()
    search = _Search(problem, limits, haste)
    search.open(problem.dynamics.initial, 0)
    return search.run()


@dataclass(slots=True)
class _Step:
    """An action that waits for its turn: the event that it would be, from which state, and where it leads.

    ``distance`` bounds the way from there. Each try that its ``patience`` was too short for adds to its ``delay``.
    """

    events: int
    state: State
    action: int
    after: State
    distance: int
    patience: int = PATIENCE
    delay: int = 0


class _Search:
    def __init__(self, problem: Problem, limits: Limits, haste: int) -> None:
        self.haste = haste
        self.problem = problem
        self.limits = limits
        self.came: dict[State, tuple[State, int] | None] = {problem.dynamics.initial: None}
        self.at: dict[State, int] = {problem.dynamics.initial: 0}
        self.waiting: list[tuple[float, int, int, _Step]] = []
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
                    self._line_up(_Step(events + 1, state, action, after, distance))

    def _line_up(self, step: _Step) -> None:
        self.order += 1
        heappush(self.waiting, (step.events + self._ahead(step), step.events, self.order, step))

    def _ahead(self, step: _Step) -> float:
        """How long the way from a state to an ending is held to be."""
        if self.haste == 1:
            return step.distance
        lacking = max(0.0, float(self.problem.goal - (self.problem.utility(step.after) or 0)))
        return step.delay + self.haste * (max(step.distance, self.problem.estimate.of(step.after.values)) + lacking)

    def run(self) -> tuple[int, ...] | None:
        limits, estimate = self.limits, self.problem.estimate
        while self.waiting:
            *_, step = heappop(self.waiting)
            if step.events >= self.at.get(step.after, limits.events + 1):
                continue
            is_explained = self._is_explained(step)
            if is_explained is None:  # not yet: others have their turn first
                step.patience *= 2
                step.delay += self.haste
                self._line_up(step)
                continue
            estimate.learn(step.action, is_explained)
            if not is_explained:
                continue
            self.came[step.after], self.at[step.after] = (step.state, step.action), step.events
            if self.problem.is_ending(step.after):
                return self._way(step.after)
            if step.events < limits.events:
                self.open(step.after, step.events)
        return None

    def _is_explained(self, step: _Step) -> bool | None:
        """Whether everyone has a reason for a step; None if its patience did not suffice to tell."""
        try:
            with self.problem.effort.at_most(None if self.haste == 1 else step.patience):
                return self.problem.reasons.explained(step.state, step.action, self.limits.foresight, self.limits.depth)
        except SliceSpent:
            return None

    def _way(self, state: State) -> tuple[int, ...]:
        actions: list[int] = []
        while (step := self.came[state]) is not None:
            state, action = step
            actions.append(action)
        return tuple(reversed(actions))
