"""The shortest story, looked for where an ending seems nearest.

Breadth first would explain every possible action of every state. Here (A*: Hart, Nilsson, Raphael 1968) the states
that may be nearest to an ending come first, by a bound that is never too high: how many events it would take if facts
were only ever added and everybody agreed to everything (:mod:`kizuna.deliberation.bounds`). An action is asked for its
reasons only when its turn comes, and most never get a turn. The first ending reached is a shortest one, and where no
action is left to ask there is none within the limits.

In haste what is left of the way is guessed (:mod:`kizuna.search.estimate`) and counts more than what is behind. Nobody
even looks where an action leads before its turn seems to have come (deferred evaluation: Richter, Helmert 2009), and
every second turn is that of an action that somebody already means to do (:mod:`kizuna.search.intentions`; two queues,
one preferred: Helmert 2006). Cost: one expansion per state on the way, one bound per successor that is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from heapq import heappop, heappush
from typing import TypeAlias

from kizuna.deliberation import EffortSpent, SliceSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.model.values import roughly
from kizuna.search.intentions import Intentions
from kizuna.search.leading_on import leads_on
from kizuna.search.problem import Problem

DOUBT = 1
"""The delay, in haste, of an action that those who will it seem to get nowhere by."""

PATIENCE = 50
"""Expansions for the first try at an action's reasons, in haste; then it waits, and has twice as many."""


def nearest(problem: Problem, limits: Limits, haste: int = 1) -> tuple[int, ...] | None:
    """A shortest story within ``limits``; None where there is none. With ``haste``, see :class:`Search`."""
    return Search(problem, limits, haste).run()


@dataclass(slots=True)
class _Step:
    """An action that waits for its turn: in order of coming, the event that it would be, from which state, to which.

    ``distance`` bounds the way from there; while nobody has looked where it leads, ``after`` is None. It has a
    ``delay`` if nobody seems to get nearer to anything by it, and more for each try that its ``patience`` was too short
    for; ``is_asked`` says that its turn is over.
    """

    order: int
    events: int
    state: State
    action: int
    after: State | None = None
    distance: int = 0
    delay: int = 0
    patience: int = PATIENCE
    is_asked: bool = False


_Place: TypeAlias = tuple[float, int, int, bool, _Step]
"""A place in a line: by the length of the whole way, then of the way behind, then in order of coming."""


class Search:
    """A search for a story within ``limits`` that can be taken up again where its work ran out.

    With ``haste`` above 1 what is left of the way counts so many times as much as what is behind, and is guessed: then
    some story comes first, not always a shortest one (weighted A*: Pohl 1970); and an action whose reasons are not soon
    found waits for a while.
    """

    def __init__(self, problem: Problem, limits: Limits, haste: int) -> None:
        self.haste = haste
        self.problem = problem
        self.limits = limits
        start = problem.dynamics.initial
        self.came: dict[State, tuple[State, int] | None] = {start: None}
        self.at: dict[State, int] = {start: 0}
        self.unopened: State | None = start
        self.estimate = problem.estimate.afresh()
        self.intentions = Intentions(problem.reasons, limits)
        self.waiting: list[_Place] = []
        self.meant: list[_Place] = []
        self.order = 0
        self.turn = 0

    def run(self) -> tuple[int, ...] | None:
        """The story, as the numbers of its actions, or None; called again after EffortSpent it goes on."""
        self._open()
        while (step := self._next()) is not None:
            after = step.after
            assert after is not None, "nobody has looked where a step leads whose turn it is"
            if step.events >= self.at.get(after, self.limits.events + 1):
                continue
            is_explained = self._is_explained(step, after)
            if is_explained is None:
                self._wait(step, after)
                continue
            self.estimate.learn(step.action, is_explained)
            if is_explained:
                self._come(step, after)
                if self.problem.is_ending(after):
                    return self._way(after)
                self._open()
        return None

    def _come(self, step: _Step, after: State) -> None:
        """Take in that the story may come to a state."""
        self.came[after], self.at[after] = (step.state, step.action), step.events
        if self.haste > 1:
            self.intentions.act(step.state, step.action, after)
        self.problem.begin(partial(self._way, after), after, step.distance)
        self.unopened = after

    def _open(self) -> None:
        """Line up the actions of the state that the story has come to, unless that was done."""
        state = self.unopened
        if state is None or self.at[state] == self.limits.events:
            return
        self.problem.effort.expand()
        self.unopened = None
        for action in self.problem.dynamics.possible(state):
            self.order += 1
            step = _Step(self.order, self.at[state] + 1, state, action)
            if self.haste > 1:
                self._line_up(step, self._guessed(step))
            else:
                self._look(step)

    def _look(self, step: _Step) -> None:
        """Line a step up by where it leads, if that is no detour."""
        self.problem.effort.look()
        after = self.problem.dynamics.after(step.state, step.action)
        if step.events < self.at.get(after, self.limits.events + 1):
            distance = self.problem.distance(after, self.limits.events - step.events)
            if distance is not None:
                seen = replace(step, after=after, distance=distance, delay=self._doubt(step), is_asked=False)
                self._line_up(seen, self._ahead(seen, after))

    def _doubt(self, step: _Step) -> int:
        """The delay of an action that those who will it seem to get nowhere by."""
        certain = self.haste == 1 or leads_on(self.problem.reasons, step.state, step.action, self.limits.foresight)
        return 0 if certain else DOUBT

    def _wait(self, step: _Step, after: State) -> None:
        """Let others have their turn before a step whose patience did not suffice, and then more patience."""
        self.order += 1
        patient = replace(step, order=self.order, patience=2 * step.patience, delay=step.delay + self.haste)
        patient.is_asked = False
        self._line_up(patient, self._ahead(patient, after))

    def _line_up(self, step: _Step, ahead: float) -> None:
        place = (step.events + ahead, step.events, step.order, step.after is not None, step)
        heappush(self.waiting, place)
        if self.haste > 1 and self.intentions.is_meant(step.state, step.action):
            heappush(self.meant, place)

    def _next(self) -> _Step | None:
        """The step whose turn it is; None if none is left."""
        while self.waiting:
            *_, step = heappop(self.meant if self.meant and self.turn % 2 == 0 else self.waiting)
            if not step.is_asked:
                step.is_asked = True
                if step.after is not None:
                    self.turn += 1
                    return step
                self._look(step)
        return None

    def _guessed(self, step: _Step) -> float:
        """How long the way is held to be from where a step leads before anybody has looked."""
        left = self.estimate.after(step.state.values, step.action)
        return self.haste * (left + self._lacking(step.state))

    def _ahead(self, step: _Step, after: State) -> float:
        """How long the way from a state to an ending is held to be."""
        if self.haste == 1:
            return step.distance
        left = max(step.distance, self.estimate.of(after.values))
        return step.delay + self.haste * (left + self._lacking(after))

    def _lacking(self, state: State) -> float:
        """What the author still lacks."""
        return max(0.0, roughly(self.problem.goal - (self.problem.utility(state) or 0)))

    def _is_explained(self, step: _Step, after: State) -> bool | None:
        """Whether everyone has a reason for a step; None if its patience did not suffice to tell."""
        self.problem.effort.asking = self.problem.world.actions[step.action].name
        try:
            with self.problem.effort.at_most(None if self.haste == 1 else step.patience):
                return self.problem.reasons.explained(step.state, step.action, self.limits.foresight, self.limits.depth)
        except SliceSpent:
            return None
        except EffortSpent:
            step.is_asked = False
            self._line_up(step, self._ahead(step, after))
            raise

    def _way(self, state: State) -> tuple[int, ...]:
        actions: list[int] = []
        while (step := self.came[state]) is not None:
            state, action = step
            actions.append(action)
        return tuple(reversed(actions))
