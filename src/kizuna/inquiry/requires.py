"""What it takes: the fewest and smallest changes of how things stand at the start with which a story comes out so.

Naive: ground and search the world for all settings of all dials. Better: one change before two, small steps before
large ones; first those that seem to supply the reason that the unchanged world lacks (:mod:`kizuna.inquiry.leaning`),
and from what they come to down again, step by step, to the smallest; one grounding and one memory for all
(:mod:`kizuna.inquiry.warm`). Sets are first asked what little work can say (stories that are known, bounds); a search
is made for those that it leaves open, as far as they are smaller than what was found by then. Every answer was
verified: its story was found, or the outline replayed, in the world so changed; that no smaller set does it is only
said where each was ruled out, and what was not is counted (:mod:`kizuna.inquiry.tally`). Cost: one replay for each set
of changes, and a bounded search for some; dials that nothing reads are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain, combinations
from typing import Protocol

from kizuna.deliberation import Progress
from kizuna.epistemics import EndlessRulesError
from kizuna.grounding import GroundWorld
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.leaning import Leaning
from kizuna.inquiry.nearby import Nearby
from kizuna.inquiry.tally import Sets, Tally, counted, tally
from kizuna.inquiry.warm import Warm
from kizuna.model.values import Number, Value, exact, is_number
from kizuna.narration import sentence
from kizuna.search import Problem

MOST_LEANING = 100
"""So many changes, those that do most for the choice that stands in the way, are looked at together."""

_Set = tuple[Turn, ...]


class Test(Protocol):
    """Asks a world for a story, by the names of its events, and says whether there being none is settled."""

    def first(self, problem: Problem) -> tuple[tuple[str, ...] | None, bool]:
        """What little work can say."""

    def last(self, problem: Problem) -> tuple[tuple[str, ...] | None, bool]:
        """What can be said at all, within the work allowed for one world."""

    @property
    def settles(self) -> bool:
        """Whether little work is enough for a world: its answer is always settled."""

    @property
    def is_spent(self) -> bool:
        """Whether no work is left."""

    def bystanders(self, problem: Problem) -> frozenset[str]:
        """Those whose beliefs make no difference to there being no story, which was the last answer."""

    def sparing(self) -> AbstractContextManager[None]:
        """For what is not likely: little of the work is allowed for it."""


@dataclass(frozen=True, slots=True)
class Required:
    """Changes with which it comes out so, the sum of their steps, and the story that shows it, in sentences too."""

    changes: tuple[str, ...]
    steps: Number
    story: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failing:
    """Where an outline fails as things are: event ``at`` (from 1) cannot happen, or ``who`` lacks a reason for it."""

    at: int
    event: str
    who: str | None


@dataclass(frozen=True, slots=True)
class Requires:
    """What it takes for ``wanted``; ``already`` says that nothing has to change, and shows the story.

    ``answers`` have the same number of changes, the smallest first; no smaller set of changes that was tried does it.
    ``tried`` sets were tried; ``tally`` says what became of those that are smaller than the first answer or, without
    one, of all of up to ``size`` changes; ``fewer`` the same of those with fewer than ``size`` changes.
    ``fails`` says where an outline fails in the world as it is.
    """

    wanted: str
    already: Required | None
    answers: tuple[Required, ...]
    size: int
    tried: int
    tally: Tally
    fewer: Tally
    fails: Failing | None = None

    @property
    def unsettled(self) -> int:
        """How many of the smaller sets were given up for too much work."""
        return self.tally.unsettled

    @property
    def untried(self) -> int:
        """How many of the smaller sets were not tried."""
        return self.tally.untried

    @property
    def is_minimal(self) -> bool | None:
        """Whether the first answer is proven to be a smallest one; None where that is not proven, or there is none."""
        if self.already is not None:
            return True
        return True if self.answers and self.tally.is_proof else None

    @property
    def is_fewest(self) -> bool | None:
        """Whether it is proven that fewer changes than the answers have do not do it; None where that is not proven, or
        there is no answer.
        """
        if self.already is not None:
            return True
        return True if self.answers and self.fewer.is_proof else None

    @property
    def holds(self) -> bool | None:
        """Whether it can be had; None where it was not found and not ruled out."""
        if self.already is not None or self.answers:
            return True
        return False if self.tally.is_proof else None


@dataclass
class Search:
    """Tries sets of changes: at most ``most`` of them, until ``count`` alternatives are found.

    While more changes may still be tried together, half of what is left of ``most`` is kept for them.
    """

    warm: Warm
    dials: tuple[Dial, ...]
    test: Test
    wanted: str
    count: int
    size: int
    most: int
    leaning: Leaning | None = None
    observer: Callable[[Progress], bool | None] | None = None
    tried: int = 0
    _ruled_out: set[_Set] = field(default_factory=set)
    _unsettled: set[_Set] = field(default_factory=set)
    _open: list[_Set] = field(default_factory=list)
    _waiting: Iterator[_Set] = field(default_factory=lambda: iter(()))
    _asked_first: set[_Set] = field(default_factory=set)
    _bystanders: dict[_Set, frozenset[str]] = field(default_factory=dict)
    _cancelled: bool = False

    def run(self, start: Problem) -> Requires:
        """The answer; ``start`` is the world as it is."""
        story, settled = self.test.first(start)
        if story is None and not settled:
            story, settled = self.test.last(start)
        self._note((), story is not None, settled, start)
        answers: list[Required] = []
        size = 0
        while story is None and not answers and size < self.size and not self._cancelled:
            size += 1
            answers = self._of_size(size)
        size = len(answers[0].changes) if answers else size
        already = None if story is None else self._shown((), story, start.world)
        steps = 0 if already is not None else answers[0].steps if answers else None
        smaller = tally(self._counts, size, steps, self._ruled_out, self._unsettled)
        fewer = tally(self._counts, size, 0, self._ruled_out, self._unsettled)
        return Requires(self.wanted, already, tuple(answers), size, self.tried, smaller, fewer)

    @cached_property
    def _counts(self) -> Sets:
        return counted(self.dials, self.size)

    @cached_property
    def _places(self) -> dict[Dial, int]:
        return {dial: place for place, dial in enumerate(self.dials)}

    def _note(self, turns: _Set, has_story: bool, settled: bool, problem: Problem | None = None) -> None:
        """Notes what became of a set that was asked about."""
        self._unsettled.discard(turns)
        if not has_story:
            (self._ruled_out if settled else self._unsettled).add(turns)
            if settled and problem is not None:
                self._bystanders[turns] = self.test.bystanders(problem)

    def _of_size(self, size: int) -> list[Required]:
        """The answers of so many changes; or of fewer, if sets that waited turn out to do it."""
        found: dict[_Set, Required] = {}
        self._waiting = chain(self._waiting, self._sets(size))
        self._first(iter(self._likely(size)), found, self.most)
        for turns in list(found):
            self._descend(turns, found)
        is_last = bool(found) or size == self.size
        with nullcontext() if self.test.settles and is_last else self.test.sparing():
            self._first(self._waiting, found, self.most if is_last else (self.tried + self.most) // 2)
            if () in self._ruled_out or (not found and size == self.size):
                self._search(found)
        best: dict[tuple[Dial, ...], Required] = {}
        for turns, answer in sorted(found.items(), key=lambda item: _far(item[0])):
            if len(turns) == min(map(len, found)):
                best.setdefault(tuple(turn.dial for turn in turns), answer)
        return list(best.values())[: self.count]

    def _search(self, found: dict[_Set, Required]) -> None:
        """Searches after the sets that are open still, as far as the work goes."""
        left, self._open = sorted(self._open, key=_far), []
        for turns in left:
            if self._is_beaten(turns, found):
                continue
            if self.test.is_spent or self._is_cancelled(turns):
                return
            self._asked(turns, self.test.last, found)

    def _first(self, sets: Iterator[_Set], found: dict[_Set, Required], most: int) -> None:
        """Asks sets, smaller ones first, what little work can say, until enough are better, or no work is left."""
        while self.tried < most and not self.test.is_spent:
            turns = next(sets, None)
            if turns is None or self._are_enough(turns, found) or self._is_cancelled(turns):
                return
            if turns in self._asked_first or self._is_beaten(turns, found):
                continue
            if self._adds_bystanders(turns):
                self._note(turns, has_story=False, settled=True)
            else:
                self._ask_first(turns, found)

    def _adds_bystanders(self, turns: _Set) -> bool:
        """Whether some of the changes are ruled out, and the others beliefs that make no difference to that."""
        return any(
            few in self._bystanders and all(turn in few or _whose(turn) in self._bystanders[few] for turn in turns)
            for size in range(len(turns))
            for few in combinations(turns, size)
        )

    def _ask_first(self, turns: _Set, found: dict[_Set, Required]) -> bool:
        """Asks one set what little work can say, and whether that is a story; notes where it is open."""
        self.tried += 1
        self._asked_first.add(turns)
        has_story, settled = self._asked(turns, self.test.first, found)
        if not has_story and not settled:
            self._open.append(turns)
        return has_story

    def _descend(self, turns: _Set, found: dict[_Set, Required]) -> None:
        """Asks for less and less of a change that does it, until it does not."""
        if len(turns) > 1 or not is_number(turns[0].value):
            return
        dial, steps = turns[0].dial, turns[0].steps
        less = [Turn(dial, choice) for choice in dial.choices if _is_between(choice, dial.now, turns[0].value)]
        for turn in sorted(less, key=lambda turn: turn.steps, reverse=True):
            is_new = turn.steps < steps and (turn,) not in self._asked_first
            if is_new and (self.tried >= self.most or not self._ask_first((turn,), found)):
                return

    def _is_beaten(self, turns: _Set, found: dict[_Set, Required]) -> bool:
        """Whether there are better answers already: with the same dials, or as many as are wanted."""
        dials = [turn.dial for turn in turns]
        better = (other for other in found if _far(other) <= _far(turns))
        return any([turn.dial for turn in other] == dials for other in better) or self._are_enough(turns, found)

    def _are_enough(self, turns: _Set, found: Iterable[_Set]) -> bool:
        """Whether as many answers as are wanted are known, and the smallest is no greater than a set."""
        is_behind = any(_far(other) <= _far(turns) for other in found)
        return is_behind and len({tuple(turn.dial for turn in other) for other in found}) >= self.count

    def _asked(
        self, turns: _Set, ask: Callable[[Problem], tuple[tuple[str, ...] | None, bool]], found: dict[_Set, Required]
    ) -> tuple[bool, bool]:
        """Whether there is a story after changes, which is then noted, and whether there being none is settled."""
        problem = None
        try:
            problem = self.warm.problem(turns)
            story, settled = ask(problem)
        except (EndlessRulesError, ZeroDivisionError):
            story, settled, problem = None, True, None
        else:
            if story is not None:
                found[turns] = self._shown(turns, story, problem.world)
        self._note(turns, story is not None, settled, problem)
        return story is not None, settled

    def _sets(self, size: int) -> Iterator[_Set]:
        """Sets of so many changes of different dials, small steps first."""
        for steps in sorted(self._counts[size]):
            yield from self._nearby.of(size, steps)

    @cached_property
    def _turns(self) -> tuple[Turn, ...]:
        return tuple(Turn(dial, choice) for dial in self.dials for choice in dial.choices)

    @cached_property
    def _gains(self) -> dict[Turn, Number]:
        """How much each change seems to do for the choice that stands in the way, by itself."""
        gains: dict[Turn, Number] = dict.fromkeys(self._turns, 0)
        if self.leaning is not None:
            for dial in self.dials:
                gains |= self.leaning.gains(dial)
        return gains

    @cached_property
    def _nearby(self) -> Nearby:
        who = None if self.leaning is None else self.leaning.who
        foreign = [who is not None and who not in turn.dial.says for turn in self._turns]
        return Nearby(self._turns, [self._gains[turn] for turn in self._turns], foreign)

    def _likely(self, size: int) -> list[_Set]:
        """Sets of so many changes after which the choice that stands in the way would be made, for all one can see."""
        if self.leaning is None:
            return []
        leading = sorted((turn for turn, gain in self._gains.items() if gain > 0), key=lambda turn: -self._gains[turn])
        few = combinations(leading if size == 1 else leading[:MOST_LEANING], size)
        apart = (self._in_order(turns) for turns in few if len({turn.dial for turn in turns}) == size)
        choice = self.leaning.choice
        made = [turns for turns in apart if choice.made(exact(choice.lead + self._gain(turns)))]
        return sorted(made, key=lambda turns: (_steps(turns), max(turn.steps for turn in turns)))

    def _in_order(self, turns: _Set) -> _Set:
        """The same set, its changes in the order of the dials."""
        return tuple(sorted(turns, key=lambda turn: self._places[turn.dial]))

    def _gain(self, turns: _Set) -> Number:
        """How much changes seem to do, one by one."""
        return exact(sum((self._gains[turn] for turn in turns), start=0))

    def _is_cancelled(self, turns: _Set) -> bool:
        """Tells the observer what is tried next, and asks whether to stop."""
        doing = f"with {'; '.join(turn.says for turn in turns)}"
        self._cancelled = self.observer is not None and bool(self.observer(Progress(self.tried, 0, doing)))
        return self._cancelled

    def _shown(self, turns: _Set, story: tuple[str, ...], world: GroundWorld) -> Required:
        told = tuple(sentence(world.actions[world.action_ids[event]], world) for event in story)
        return Required(tuple(turn.says for turn in turns), _steps(turns), story, told)


def _steps(turns: _Set) -> Number:
    return exact(sum((turn.steps for turn in turns), start=0))


def _whose(turn: Turn) -> str | None:
    """Whose belief a change is of, if it is of one."""
    return turn.dial.minds[0] if turn.dial.minds and turn.dial.motive is None else None


def _far(turns: _Set) -> tuple[int, Number]:
    """What sets are compared by: the fewer changes the smaller; of as many, the fewer steps."""
    return (len(turns), _steps(turns))


def _is_between(value: Value, one: Value, other: Value) -> bool:
    """Whether a number lies between two others."""
    if not (is_number(value) and is_number(one) and is_number(other)):
        return False
    return min(one, other) < value < max(one, other)  # type: ignore[type-var, operator]
