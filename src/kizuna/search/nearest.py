"""The shortest story, looked for where an ending seems nearest.

Breadth first would explain every possible action of every state. Here (A*: Hart, Nilsson, Raphael 1968) the states
that may be nearest to an ending come first, by a bound that is never too high: how many events it would take if facts
were only ever added and everybody agreed to everything (:mod:`kizuna.deliberation.bounds`). An action is asked for its
reasons only when its turn comes, and most never get a turn. The first ending reached is a shortest one, and where no
action is left to ask there is none within the limits. In haste every second turn is that of an action that somebody
already means to do (:mod:`kizuna.search.intentions`; two queues, one preferred: Helmert 2006). Cost: one expansion per
state on the way, one bound per successor.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from heapq import heappop, heappush
from typing import TypeAlias

from kizuna.deliberation import SliceSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.intentions import Intentions
from kizuna.search.leading_on import leads_on
from kizuna.search.problem import Problem

DOUBT = 1
"""The delay, in haste, of an action that those who will it seem to get nowhere by."""

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

    ``distance`` bounds the way from there. It has a ``delay`` if nobody seems to get nearer to anything by it, and more
    for each try that its ``patience`` was too short for; ``is_asked`` says that its turn is over.
    """

    events: int
    state: State
    action: int
    after: State
    distance: int
    delay: int = 0
    patience: int = PATIENCE
    is_asked: bool = False


_Place: TypeAlias = tuple[float, int, int, _Step]
"""A place in a line: by the length of the whole way, then of the way behind, then in order of coming."""


class _Search:
    def __init__(self, problem: Problem, limits: Limits, haste: int) -> None:
        self.haste = haste
        self.problem = problem
        self.limits = limits
        self.came: dict[State, tuple[State, int] | None] = {problem.dynamics.initial: None}
        self.at: dict[State, int] = {problem.dynamics.initial: 0}
        self.intentions = Intentions(problem.reasons, limits)
        self.waiting: list[_Place] = []
        self.meant: list[_Place] = []
        self.order = 0
        self.turn = 0

    def open(self, state: State, events: int) -> None:
        """Line up the actions of a state that is so many events from the start."""
        self.problem.effort.expand()
        left = self.limits.events - events - 1
        for action in self.problem.dynamics.possible(state):
            after = self.problem.dynamics.after(state, action)
            if events + 1 < self.at.get(after, self.limits.events + 1):
                distance = self.problem.distance(after, left)
                if distance is not None:
                    self._line_up(_Step(events + 1, state, action, after, distance, self._doubt(state, action)))

    def _doubt(self, state: State, action: int) -> int:
        """The delay of an action that those who will it seem to get nowhere by."""
        certain = self.haste == 1 or leads_on(self.problem.reasons, state, action, self.limits.foresight)
        return 0 if certain else DOUBT

    def _line_up(self, step: _Step) -> None:
        self.order += 1
        place = (step.events + self._ahead(step), step.events, self.order, step)
        heappush(self.waiting, place)
        if self.haste > 1 and self.intentions.is_meant(step.state, step.action):
            heappush(self.meant, place)

    def _next(self) -> _Step | None:
        """The step whose turn it is; None if none is left."""
        while self.waiting:
            self.turn += 1
            *_, step = heappop(self.meant if self.meant and self.turn % 2 else self.waiting)
            if not step.is_asked:
                step.is_asked = True
                return step
        return None

    def _ahead(self, step: _Step) -> float:
        """How long the way from a state to an ending is held to be."""
        if self.haste == 1:
            return step.distance
        lacking = max(0.0, float(self.problem.goal - (self.problem.utility(step.after) or 0)))
        return step.delay + self.haste * (max(step.distance, self.problem.estimate.of(step.after.values)) + lacking)

    def run(self) -> tuple[int, ...] | None:
        limits, estimate = self.limits, self.problem.estimate
        while (step := self._next()) is not None:
            if step.events >= self.at.get(step.after, limits.events + 1):
                continue
            is_explained = self._is_explained(step)
            if is_explained is None:  # not yet: others have their turn first
                delay = step.delay + self.haste
                self._line_up(replace(step, patience=2 * step.patience, delay=delay, is_asked=False))
                continue
            estimate.learn(step.action, is_explained)
            if not is_explained:
                continue
            self.came[step.after], self.at[step.after] = (step.state, step.action), step.events
            if self.haste > 1:
                self.intentions.act(step.state, step.action, step.after)
            self.problem.begin(partial(self._way, step.after), step.after, step.distance)
            if self.problem.is_ending(step.after):
                return self._way(step.after)
            if step.events < limits.events:
                self.open(step.after, step.events)
        return None

    def _is_explained(self, step: _Step) -> bool | None:
        """Whether everyone has a reason for a step; None if its patience did not suffice to tell."""
        self.problem.effort.asking = self.problem.world.actions[step.action].name
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
