"""What is asked of a changed world: that it has a story to an ending, or that an outline of plain events holds.

Most changes are refuted by little: the event that failed last time is asked about first, before those that come before
it. For an ending the stories that are known (what the unchanged world nearly has, what was found after another change)
are replayed first, and bounds say where there can be none; only then a story is searched.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field

from kizuna import search
from kizuna.deliberation import EffortSpent, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.inquiry.hindrance import Hindrances
from kizuna.inquiry.hindrance import named as name_of
from kizuna.inquiry.near_miss import NearMiss, near_miss
from kizuna.inquiry.staging import Staging
from kizuna.model.world import EventPattern
from kizuna.search import Problem, Stop
from kizuna.search.nearest import nearest
from kizuna.search.rungs import within_work

EACH = 100
"""One world is allowed no more than this part of all the work."""
LEAST = 1000
"""But so many expansions, if there are as many left."""
AT_FIRST = 4
"""The unchanged world is allowed this part of it."""
LOOKING = 2000
"""States looked through, in any mind, for what the unchanged world lacks."""

Answer = tuple[tuple[str, ...] | None, bool]
"""A story by the names of its events, or None; and whether there being none is settled."""


@dataclass
class Replay:
    """Events that may hold in a world; the place of the one that failed last is remembered, and asked about first."""

    events: tuple[str, ...]
    weakest: int = 0

    def holds(self, problem: Problem, limits: Limits, *, ends: bool = False) -> bool:
        """Whether every event can happen and is explained, and (``ends``) the last one leads to an ending."""
        asked: list[tuple[int, State, int]] = []
        state = problem.dynamics.initial
        for place, name in enumerate(self.events):
            number = problem.world.action_ids.get(name)
            if number is None or not problem.dynamics.holds(state, number):
                self.weakest = place
                return False
            if place == self.weakest and not _explained(problem, state, number, limits):
                return False
            asked.append((place, state, number))
            state = problem.dynamics.after(state, number)
        if ends and not problem.is_ending(state):
            return False
        for place, before, number in asked:
            if place != self.weakest and not _explained(problem, before, number, limits):
                self.weakest = place
                return False
        return True


def _explained(problem: Problem, state: State, action: int, limits: Limits) -> bool:
    return problem.reasons.explained(state, action, limits.foresight, limits.depth)


@dataclass
class _Budget:
    """Work that many worlds share: ``left`` of ``whole`` expansions."""

    limits: Limits
    whole: int
    left: int

    def slice(self) -> int:
        """What the next world is allowed."""
        part = AT_FIRST if self.left == self.whole else EACH
        return min(self.left, max(LEAST, self.whole // part))

    def spent(self, problem: Problem, before: int) -> None:
        """Counts what a world has taken, one at least."""
        self.left -= max(1, problem.effort.expanded - before)


@dataclass
class AnEnding(_Budget):
    """That there is a story to an ending of the plot, within limits; ``known`` are stories to try first."""

    known: list[Replay] = field(default_factory=list)

    def first(self, problem: Problem) -> Answer:
        """What the stories that are known say, and the bounds: much is refuted by them, and little work."""
        if problem.before is not None and problem.before >= 1:
            return (), True
        before = problem.effort.expanded
        try:
            problem.effort.max_expansions = before + self.slice()
            if problem.distance(problem.dynamics.initial, self.limits.events) is None:
                return None, True
            for each in self.known:
                if each.holds(problem, self.limits, ends=True):
                    return each.events, True
        except EffortSpent:
            pass
        finally:
            self.spent(problem, before)
        return None, False

    def last(self, problem: Problem) -> Answer:
        """What a search says, as far as the work allowed for one world goes."""
        if self.left <= 0:
            return None, False
        limits, before = self.limits, problem.effort.expanded
        found = search.find(
            problem,
            events=limits.events,
            foresight=limits.foresight,
            depth=limits.depth,
            max_expansions=self.slice(),
        )
        self.spent(problem, before)
        if not found.fabulas:
            return None, found.stopped is Stop.EXHAUSTED
        story = found.fabulas[0].actions
        self.known.append(Replay(story))
        return story, True

    def lacking(self, staging: Staging) -> NearMiss | None:
        """The single reason that the unchanged world lacks; what comes near to a story there is kept in mind."""
        miss = near_miss(staging.problem, self.limits, LOOKING)
        if miss is not None:
            self.known.append(Replay(miss.actions, miss.at))
        self.known += [Replay(story) for story in _if_all_agreed(staging.problem, self.limits)]
        return miss


@dataclass
class AnOutline(_Budget):
    """That every event of an outline can happen, and everybody has a reason for it."""

    events: tuple[EventPattern, ...] = ()

    def __post_init__(self) -> None:
        self._replay = Replay(tuple(name_of(event) for event in self.events))

    def first(self, problem: Problem) -> Answer:
        """The events, and whether their failing is settled."""
        if self.left <= 0:
            return None, False
        before = problem.effort.expanded
        problem.effort.max_expansions = before + self.slice()
        try:
            holds = self._replay.holds(problem, self.limits)
        except EffortSpent:
            return None, False
        finally:
            self.spent(problem, before)
        return (self._replay.events if holds else None), True

    last = first

    def lacking(self, staging: Staging) -> NearMiss | None:
        """The first reason that the unchanged world lacks."""
        answer, settled = self.first(staging.problem)
        if answer is not None or not settled:
            return None
        place = self._replay.weakest
        state, events = staging.problem.dynamics.initial, self._replay.events
        for event in events[:place]:
            state = staging.problem.dynamics.after(state, staging.world.action_ids[event])
        staging.allow(LOOKING)
        asked = Hindrances(staging.reasons, staging.conditions, self.limits, supply=True)
        try:
            first = next((each for each in asked.of(state, self.events[place]) if each.who is not None), None)
        except EffortSpent:  # what would supply it is not known then, but whose it is
            asked.supply = False
            staging.allow(LOOKING)
            try:
                first = next((each for each in asked.of(state, self.events[place]) if each.who is not None), None)
            except EffortSpent:
                return None
        return None if first is None else NearMiss(events, place, first.who or "", first.weight, first.belief)


class _Agreeing(Reasons):
    """Everybody has a reason for everything."""

    def explained(self, state: State, action: int, foresight: int, depth: int) -> bool:
        return True


def _if_all_agreed(problem: Problem, limits: Limits) -> Iterator[tuple[str, ...]]:
    """A shortest way to an ending if everybody agreed to everything, where one is soon found."""
    easy = copy(problem)
    easy.reasons = _Agreeing(problem.dynamics, problem.effort)
    ways: list[tuple[int, ...] | None] = []
    problem.effort.max_expansions = None
    within_work(problem.effort, LOOKING, lambda: ways.append(nearest(easy, limits)))
    for way in ways:
        if way is not None:
            yield tuple(problem.world.actions[action].name for action in way)
