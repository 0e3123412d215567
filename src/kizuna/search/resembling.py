"""The story that differs least from another: that keeps as many of its events as can be, in their order.

Naive: find all stories and compare. Better: one search over pairs of a state and how much of the old story is behind,
by the number of differences so far: an event of the old one that is left out, and an event that it has not (the
distance of Levenshtein 1966 without exchanges), and by those that must still come (:mod:`kizuna.search.likeness`; A*:
Hart, Nilsson, Raphael 1968). So the ending reached first is reached with the fewest differences.

* Nobody looks where an event leads before its turn has come (deferred evaluation: Richter, Helmert 2009), and of those
  whose turn it is the one with most of the old story behind it comes first: the old story is repaired where it broke.
* Until there is a story at all, every second turn is that of the way that seems nearest to an ending. So where the work
  allowed is done first, there mostly is a story to show, though none of which it is certain that no other is nearer.
* And until then one way to a state stands for all that are no shorter: that there is no story is known once every state
  was tried. Then those are taken up that could lead to a better one: a way still stands for another that is no shorter
  and has not kept more than it could make up for.

A story from which something can be left out is none; its shortest part counts instead, and the ways that the longer one
stood for are taken up again. Cost: one expansion a state, and where there is a story, a pair.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from typing import NamedTuple

from kizuna.deliberation import Effort, EffortSpent
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.likeness import Likeness
from kizuna.search.problem import Problem
from kizuna.search.rungs import shortest_part, within_work

Story = tuple[int, ...]
Old = tuple[int | None, ...]

HASTE = 3
"""How many times as much what seems to be left counts as a difference, where the way that seems nearest comes first."""


class Alike(NamedTuple):
    """The story that differs least; ``spent`` names the limit on work if that one is nearer was not ruled out."""

    story: Story | None
    spent: str | None = None


def most_alike(problem: Problem, limits: Limits, old: Old, kept: int = 0, spared: Collection[int] = ()) -> Alike:
    """The story of ``problem`` that differs least from ``old``: first of those that begin with its first ``kept``
    events, then of all.

    Those have to be explained still; an event of ``old`` that the world does not have is None, and actions that are
    ``spared`` never happen. There is no story where there is none within ``limits``.
    """
    search = _Search(problem, limits, tuple(None if each in spared else each for each in old), spared)
    try:
        is_settled = not kept or _within_half(problem.effort, lambda: search.run(kept))
        if search.best is not None:
            return Alike(search.best, None if is_settled else "max-expansions")
        search.forget(is_settled)
        search.run(0)
    except EffortSpent as spent:
        return Alike(search.best, spent.what)
    return Alike(search.best)


def _within_half(effort: Effort, task: Callable[[], None]) -> bool:
    """Does a task, if half of the work that is left suffices, and says whether it did."""
    if effort.max_expansions is not None:
        return within_work(effort, (effort.max_expansions - effort.expanded) // 2, task)
    task()
    return True


def differences(one: Story, other: Old) -> int:
    """How many events only one of two stories has, those that both have counting in their order alone."""
    row = [0] * (len(other) + 1)
    for event in one:
        before = row
        row = [0]
        for place, theirs in enumerate(other):
            row.append(before[place] + 1 if event == theirs else max(before[place + 1], row[place]))
    return len(one) + len(other) - 2 * row[-1]


class _Place(NamedTuple):
    """A state, how many events of the old story are behind (kept or left out), how many have happened, and how many
    differences that makes.
    """

    state: State
    behind: int
    length: int
    cost: int

    def stands_for(self, other: _Place) -> bool:
        """Whether any way on from ``other``, which is at the same state, is from here no longer and no more unlike."""
        return self.length <= other.length and self.cost + abs(self.behind - other.behind) <= other.cost


@dataclass(slots=True)
class _Step:
    """An event that waits for its turn: what it would be in all, at least, in differences; where it leads, if known."""

    lowest: int
    place: _Place
    action: int
    behind: int
    cost: int
    after: _Place | None = None
    is_over: bool = False


class _Search:
    def __init__(self, problem: Problem, limits: Limits, old: Old, spared: Collection[int]) -> None:
        self.problem = problem
        self.limits = limits
        self.old = old
        self.likeness = Likeness(problem, old, limits.events, spared)
        self.estimate = problem.estimate.afresh()
        self.waiting: list[tuple[int, int, int, _Step]] = []
        self.hasty: list[tuple[float, int, _Step]] = []
        self.came: dict[_Place, tuple[_Place, int]] = {}
        self.known: dict[State, list[_Place]] = {}
        self.aside: dict[State, list[_Step]] = {}
        self.longer: dict[State, None] = {}
        self.hopeless: dict[State, list[_Place]] = {}
        self.order = self.turn = 0
        self.events: Story = ()
        self.best: Story | None = None
        self.nearest: int | None = None

    def run(self, kept: int) -> None:
        """Look for the best story; it is known as ``best`` where work runs out, too."""
        state = self.problem.dynamics.initial
        self.events = tuple(action for action in self.old[:kept] if action is not None)
        for action in self.events:
            state = self.problem.dynamics.after(state, action)
        start = _Place(state, kept, kept, 0)
        lowest = self.likeness.differences(state.values, kept)
        if lowest is not None:
            self._come(start, lowest)
            self._go_on()
            while self._take_up():
                self._go_on()

    def forget(self, is_settled: bool) -> None:
        """Begin anew; with ``is_settled`` it is known that no story comes by any state tried so far."""
        self.hopeless = self.known if is_settled else {}
        self.waiting, self.hasty = [], []
        self.known, self.aside = {}, {}

    def _go_on(self) -> None:
        while (step := self._next()) is not None:
            after = self._looked(step)
            if after is None or self._is_put_aside(step, after) or not self._is_explained(step):
                continue
            had_none = self.best is None
            self.came[after] = step.place, step.action
            self._come(after, step.lowest)
            if had_none and self.best is not None:
                self._line_up_again([step for steps in self.aside.values() for step in steps])
                self.aside.clear()

    def _next(self) -> _Step | None:
        """The event whose turn it is; None where no way is left that could lead to a better story."""
        while self.waiting:
            self.turn += 1
            is_hasty = self.best is None and self.hasty and self.turn % 2
            step = heappop(self.hasty)[-1] if is_hasty else heappop(self.waiting)[-1]
            if not step.is_over and self._could_be_better(step):
                step.is_over = True
                return step
        return None

    def _could_be_better(self, step: _Step) -> bool:
        return self.nearest is None or step.lowest < self.nearest

    def _looked(self, step: _Step) -> _Place | None:
        """Where an event leads, if an ending can come of it and others have no better claim to the turn."""
        if step.after is not None:
            return step.after
        problem, place = self.problem, step.place
        problem.effort.look()
        state = problem.dynamics.after(place.state, step.action)
        ahead = self.likeness.differences(state.values, step.behind)
        if ahead is None or problem.distance(state, self.limits.events - place.length - 1) is None:
            return None
        step.after = _Place(state, step.behind, place.length + 1, step.cost)
        was, step.lowest = step.lowest, max(step.lowest, step.cost + ahead)
        if step.lowest == was:
            return step.after
        self._line_up(step, self.estimate.of(state.values))
        return None

    def _is_put_aside(self, step: _Step, after: _Place) -> bool:
        """Whether another way stands for this one, or no story can come of it."""
        if any(place.length <= after.length for place in self.hopeless.get(after.state, ())):
            return True
        known = self.known.get(after.state, ())
        any_will_do = self.best is None
        if any(place.stands_for(after) or (any_will_do and place.length <= after.length) for place in known):
            self.aside.setdefault(after.state, []).append(step)
            return True
        return False

    def _come(self, place: _Place, lowest: int) -> None:
        """Take in that the story may come to a place, and line up what can happen there."""
        self.known.setdefault(place.state, []).append(place)
        if self.problem.is_ending(place.state):
            self._end(place)
        if place.length == self.limits.events:
            return
        self.problem.effort.expand()
        for action in self.problem.dynamics.possible(place.state):
            for behind, more in self._moves(action, place.behind):
                step = _Step(max(lowest, place.cost + more), place, action, behind, place.cost + more)
                if self._could_be_better(step):
                    self._line_up(step, self.estimate.after(place.state.values, action))

    def _line_up(self, step: _Step, left: float) -> None:
        step.is_over = False
        self.order += 1
        heappush(self.waiting, (step.lowest, -step.behind, self.order, step))
        if self.best is None:
            heappush(self.hasty, (step.cost + HASTE * left, self.order, step))

    def _moves(self, action: int, behind: int) -> Iterator[tuple[int, int]]:
        """How an event can stand to the old story: as the next of its events that is kept, or as a new one."""
        if action in self.old[behind:]:
            place = self.old.index(action, behind)
            yield place + 1, place - behind
        yield behind, 1

    def _is_explained(self, step: _Step) -> bool:
        limits = self.limits
        is_so = self.problem.reasons.explained(step.place.state, step.action, limits.foresight, limits.depth)
        self.estimate.learn(step.action, is_so)
        return is_so

    # --- endings -----------------------------------------------------------------------------------------------------

    def _end(self, place: _Place) -> None:
        """Take a way to an ending for the best so far, if the part of it that is a story is that."""
        passed, actions = [place], list[int]()
        while (step := self.came.get(passed[-1])) is not None:
            passed.append(step[0])
            actions.append(step[1])
        part = self._story((*self.events, *reversed(actions)))
        if len(part) < len(actions) + len(self.events):
            self.longer.update(dict.fromkeys(each.state for each in passed))
        unlike = differences(part, self.old)
        if self.nearest is None or unlike < self.nearest:
            self.best, self.nearest = part, unlike

    def _story(self, way: Story) -> Story:
        """A way to an ending, if nothing can be left out of it, or its shortest part."""
        part = shortest_part(self.problem, way, self.limits)
        assert part is not None, "an explained way to an ending has no part that is one"
        if len(part) == len(way):
            return way
        ends, states = self._states(part)[-1], self._states(way)
        is_as_good = (self.problem.utility(ends) or 0) >= (self.problem.utility(states[-1]) or 0)
        can_be_shortened = is_as_good or Exhaustive(self.problem, self.limits).can_be_shortened(states, list(way))
        return part if can_be_shortened else way

    def _states(self, way: Story) -> list[State]:
        states = [self.problem.dynamics.initial]
        for action in way:
            states.append(self.problem.dynamics.after(states[-1], action))
        return states

    def _take_up(self) -> bool:
        """Line up what was put aside for a way that turned out to be longer than a story; whether there was any."""
        states, self.longer = self.longer, {}
        steps = [step for state in states for step in self.aside.pop(state, ())]
        for state in states:
            self.known.pop(state, None)
        return self._line_up_again(steps)

    def _line_up_again(self, steps: list[_Step]) -> bool:
        """Line up what was put aside, as far as it could lead to a better story; whether there was any."""
        better = [step for step in steps if self._could_be_better(step)]
        for step in better:
            self._line_up(step, 0)
        return bool(better)
