"""What is asked of a changed world: that it has a story to an ending, or that an outline of plain events holds.

Most changes are refuted by little: the event that failed last time is asked about first, before those that come before
it. For an ending the stories that are known (what the unchanged world nearly has, what was found after another change)
are replayed first, and bounds say where there can be none; only then a story is searched.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple

from kizuna import search
from kizuna.deliberation import EffortSpent, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.inquiry.bystanders import Bystanders
from kizuna.inquiry.hindrance import named as name_of
from kizuna.inquiry.near_miss import lacking, near_miss
from kizuna.inquiry.partings import Parting, partings
from kizuna.inquiry.replay import Replay
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
UNLIKELY = 40
"""Changes that do not seem to help are allowed this part of it, all together."""
REPLAYED = 4
"""The same where events are only replayed: that is soon done, and what they rule out is proven."""
LOOKING = 2000
"""States looked through, in any mind, for what the unchanged world lacks."""
PARTING = 10_000
"""The same for ways from the world's own story to the ending."""


class Lack(NamedTuple):
    """A reason that is lacking: ``who`` will not do ``action`` (or put up with it) after the events ``before``."""

    before: tuple[int, ...]
    action: int
    who: int


Answer = tuple[tuple[str, ...] | None, bool]
"""A story by the names of its events, or None; and whether there being none is settled."""


@dataclass
class _Budget:
    """Work that many worlds share: ``left`` of ``whole`` expansions."""

    limits: Limits
    whole: int
    left: int

    unlikely: ClassVar[int] = UNLIKELY

    def slice(self) -> int:
        """What the next world is allowed."""
        part = AT_FIRST if self.left == self.whole else EACH
        return min(self.left, max(LEAST, self.whole // part))

    @property
    def is_spent(self) -> bool:
        """Whether no work is left."""
        return self.left <= 0

    @contextmanager
    def sparing(self) -> Iterator[None]:
        """For what is not likely: little of the work is allowed for it."""
        kept = max(0, self.left - self.whole // self.unlikely)
        self.left -= kept
        try:
            yield
        finally:
            self.left += kept

    def spent(self, problem: Problem, before: int) -> None:
        """Counts what a world has taken, one at least."""
        self.left -= max(1, problem.effort.expanded - before)


@dataclass
class AnEnding(_Budget):
    """That there is a story to an ending of the plot, within limits; ``own`` is the story that the world has, if it is
    known, and ``known`` are stories to try first.
    """

    own: tuple[str, ...] = ()
    known: list[Replay] = field(default_factory=list)

    settles: ClassVar[bool] = False

    def first(self, problem: Problem) -> Answer:
        """What the stories that are known say, and the bounds: much is refuted by them, and little work."""
        if problem.before is not None and problem.before >= 1:
            return (), True
        if self.left <= 0:
            return None, False
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

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The events that the world has to have."""
        return self.own

    def bystanders(self, problem: Problem) -> frozenset[str]:
        """Nobody: any event may happen on the way."""
        return frozenset()

    def lacking(self, problem: Problem) -> Lack | None:
        """The single reason that the unchanged world lacks; what comes near to a story there is kept in mind.

        First that is the world's own story up to a parting, and then the ending; then any.
        """
        ways = partings(problem, self.own, self.limits, PARTING)
        for way in _differently_lacking(ways):
            names = tuple(problem.world.actions[action].name for action in way.events)
            self.known.append(Replay(names, way.lacking[0][0] if way.lacking else 0))
        if ways and len(ways[0].lacking) == 1:
            (at, who), events = ways[0].lacking[0], ways[0].events
            return Lack(events[:at], events[at], who)
        miss = None if ways and not ways[0].lacking else near_miss(problem, self.limits, LOOKING)
        self.known += [Replay(story) for story in _if_all_agreed(problem, self.limits)]
        if miss is None:
            return None
        self.known.append(Replay(miss.actions, miss.at))
        numbers = tuple(problem.world.action_ids[name] for name in miss.actions)
        return Lack(numbers[: miss.at], numbers[miss.at], problem.world.character_ids[miss.who])


@dataclass
class AnOutline(_Budget):
    """That every event of an outline can happen, and everybody has a reason for it."""

    events: tuple[EventPattern, ...] = ()
    knows_bystanders: bool = False
    """Whether the worlds that are asked have the same events and rules, all of them."""

    unlikely: ClassVar[int] = REPLAYED
    settles: ClassVar[bool] = True

    def __post_init__(self) -> None:
        self._replay = Replay(tuple(name_of(event) for event in self.events))
        self._bystanders: Bystanders | None = None
        self._is_settled = False

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

    @property
    def spoken_of(self) -> tuple[str, ...]:
        """The events that the world has to have."""
        return self._replay.events

    def failing(self, lack: Lack | None) -> tuple[int, str, int | None] | None:
        """The place (from 0) and the name of the event that failed last, and who lacked a reason for it, if anybody;
        None where that is not settled.
        """
        if not self._is_settled:
            return None
        at = self._replay.weakest
        return at, self._replay.events[at], None if lack is None else lack.who

    def bystanders(self, problem: Problem) -> frozenset[str]:
        """Those who have nothing to do with the events up to the one that failed, nor with the reasons for that."""
        if not self.knows_bystanders:
            return frozenset()
        if self._bystanders is None:
            self._bystanders = Bystanders(problem, self._replay.events)
        *before, failed = self._replay.events[: self._replay.weakest + 1]
        state = problem.dynamics.initial
        states, number = [state], problem.world.action_ids.get(failed)
        for name in before:
            state = problem.dynamics.after(state, problem.world.action_ids[name])
            states.append(state)
        asked = () if number is None else problem.world.actions[number].consenting
        if number is not None:
            asked = (*asked, *problem.reasons.permitting(state, number))
        return frozenset(problem.world.characters[each] for each in self._bystanders.of(problem, states, asked))

    def lacking(self, problem: Problem) -> Lack | None:
        """The first reason that the unchanged world lacks."""
        answer, settled = self.first(problem)
        self._is_settled = settled
        numbers = [problem.world.action_ids.get(name) for name in self._replay.events[: self._replay.weakest + 1]]
        known = tuple(number for number in numbers if number is not None)
        if answer is not None or not settled or len(known) < len(numbers):
            return None
        state = problem.dynamics.initial
        for number in known[:-1]:
            state = problem.dynamics.after(state, number)
        if not problem.dynamics.holds(state, known[-1]):
            return None
        return Lack(known[:-1], known[-1], lacking(problem, state, known[-1], self.limits)[-1])


class _Agreeing(Reasons):
    """Everybody has a reason for everything."""

    def explained(self, state: State, action: int, foresight: int, depth: int) -> bool:
        return True


def _differently_lacking(ways: Sequence[Parting]) -> list[Parting]:
    """The first of those ways that lack the same reasons: the others would be a roundabout to the same choices."""
    first: dict[tuple[tuple[int, int], ...], Parting] = {}
    for way in ways:
        first.setdefault(tuple((way.events[at], who) for at, who in way.lacking), way)
    return list(first.values())


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
