"""What it takes: the fewest and smallest changes of how things stand at the start with which a story comes out so.

Naive: ground and search the world for all settings of all dials. Better: one change before two, small steps before
large ones, and of those that are alike first what would supply the reason that the unchanged world lacks; one grounding
and one memory for all (:mod:`kizuna.inquiry.warm`). Sets are first asked what little work can say (stories that are
known, bounds); a search is made for those that it leaves open, as far as they are smaller than what was found by then.
Every answer was verified: its story was found, or the outline replayed, in the world so changed. Cost: one replay for
each set of changes, and a bounded search for some; dials that nothing reads are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import combinations, islice, product
from typing import Protocol

from kizuna.deliberation import Progress
from kizuna.epistemics import EndlessRulesError
from kizuna.grounding import GroundWorld
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.near_miss import NearMiss
from kizuna.inquiry.warm import Warm
from kizuna.model.values import Number, exact
from kizuna.narration import sentence
from kizuna.search import Problem

MOST_SETS = 200_000
"""More sets of one size than this are not put in order."""

LIKELY = 2
"""Changes at least so much like what is lacking are asked before all others: what they come to leaves less to ask."""

_Set = tuple[Turn, ...]


class Test(Protocol):
    """Asks a world for a story, by the names of its events, and says whether there being none is settled."""

    def first(self, problem: Problem) -> tuple[tuple[str, ...] | None, bool]:
        """What little work can say."""

    def last(self, problem: Problem) -> tuple[tuple[str, ...] | None, bool]:
        """What can be said at all, within the work allowed for one world."""


@dataclass(frozen=True, slots=True)
class Required:
    """Changes with which it comes out so, the sum of their steps, and the story that shows it, in sentences too."""

    changes: tuple[str, ...]
    steps: Number
    story: tuple[str, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Requires:
    """What it takes for ``wanted``; ``already`` says that nothing has to change, and shows the story.

    ``answers`` have the same number of changes, the smallest first; no smaller set of changes that was tried does it.
    ``tried`` sets were tried, of which ``unsettled`` were given up for too much work; ``complete`` says that all sets
    of up to ``size`` changes were.
    """

    wanted: str
    already: Required | None
    answers: tuple[Required, ...]
    size: int
    tried: int
    unsettled: int
    complete: bool

    @property
    def holds(self) -> bool | None:
        """Whether it can be had; None where it was not found and not ruled out."""
        if self.already is not None or self.answers:
            return True
        return False if self.complete and not self.unsettled else None


@dataclass
class Search:
    """Tries sets of changes: at most ``most`` of them, until ``count`` alternatives are found."""

    warm: Warm
    dials: tuple[Dial, ...]
    test: Test
    wanted: str
    count: int
    size: int
    most: int
    lacking: NearMiss | None = None
    observer: Callable[[Progress], bool | None] | None = None
    tried: int = 0
    unsettled: int = 0
    _open: list[_Set] = field(default_factory=list)
    _asked_first: set[_Set] = field(default_factory=set)
    _weighing: dict[str, frozenset[str]] | None = None

    def run(self, start: Problem) -> Requires:
        """The answer; ``start`` is the world as it is."""
        story, settled = self.test.first(start)
        if story is None and not settled:
            story, settled = self.test.last(start)
        self.unsettled += 0 if story is not None or settled else 1
        answers: list[Required] = []
        size, complete = 0, True
        while story is None and not answers and size < self.size and complete:
            size += 1
            answers, complete = self._of_size(size)
        already = None if story is None else self._shown((), story, start.world)
        return Requires(self.wanted, already, tuple(answers), size, self.tried, self.unsettled, complete)

    def _of_size(self, size: int) -> tuple[list[Required], bool]:
        """The answers of so many changes, and whether all sets of them were tried to the end."""
        found: dict[_Set, Required] = {}
        left = self._sets(size)
        likely = [turns for turns in left if size == 1 and self._helps(turns[0]) >= LIKELY]
        likely.sort(key=lambda turns: (-self._helps(turns[0]), _steps(turns)))
        self._open = []
        self._first(likely, found)
        complete = self._first(left, found)
        for turns in self._open:
            if self._is_beaten(turns, found):
                continue
            complete = complete and not self._is_cancelled(turns)
            has_story, settled = self._asked(turns, self.test.last, found)
            self.unsettled += 0 if has_story or settled else 1
        best: dict[tuple[Dial, ...], Required] = {}
        for turns, answer in sorted(found.items(), key=lambda item: item[1].steps):
            best.setdefault(tuple(turn.dial for turn in turns), answer)
        return list(best.values())[: self.count], complete

    def _first(self, sets: list[_Set], found: dict[_Set, Required]) -> bool:
        """Asks sets what little work can say, unless there is better already; notes what is open."""
        for turns in sets:
            if turns in self._asked_first or self._is_beaten(turns, found):
                continue
            if self.tried >= self.most or self._is_cancelled(turns):
                return False
            self.tried += 1
            self._asked_first.add(turns)
            has_story, settled = self._asked(turns, self.test.first, found)
            if not has_story and not settled:
                self._open.append(turns)
        return True

    def _is_beaten(self, turns: _Set, found: dict[_Set, Required]) -> bool:
        """Whether there are better answers already: with the same dials, or as many as are wanted."""
        dials, steps = [turn.dial for turn in turns], _steps(turns)
        if any(answer.steps <= steps and [turn.dial for turn in other] == dials for other, answer in found.items()):
            return True
        alike = {tuple(turn.dial for turn in other): 0 for other, answer in found.items() if answer.steps <= steps}
        return len(alike) >= self.count

    def _asked(
        self, turns: _Set, ask: Callable[[Problem], tuple[tuple[str, ...] | None, bool]], found: dict[_Set, Required]
    ) -> tuple[bool, bool]:
        """Whether there is a story after changes, which is then noted, and whether there being none is settled."""
        try:
            problem = self.warm.problem(turns)
            story, settled = ask(problem)
        except (EndlessRulesError, ZeroDivisionError):
            return False, True
        if story is not None:
            found[turns] = self._shown(turns, story, problem.world)
        return story is not None, settled

    def _sets(self, size: int) -> list[_Set]:
        """Sets of so many changes of different dials, small steps first."""
        few = combinations(self.dials, size)
        every = (turns for dials in few for turns in product(*([Turn(d, c) for c in d.choices] for d in dials)))
        bounded = list(islice(every, MOST_SETS))
        return sorted(bounded, key=lambda turns: (_steps(turns), -sum(map(self._helps, turns))))

    def _helps(self, turn: Turn) -> int:
        """How much a change is like what the nearest story lacks."""
        miss, dial = self.lacking, turn.dial
        if miss is None or miss.who not in dial.says:
            return 0
        if miss.belief is not None and dial.says == f"{miss.who} believes {miss.belief.fluent}":
            return 3
        is_own = dial.minds[:1] in ((), (miss.who,))
        motives = {dial.motive} if dial.motive is not None else self._weighed_by(dial.says.rpartition(" believes ")[2])
        if is_own and motives:
            return 3 if miss.weight is not None and miss.weight.motive in motives else 2
        return 1

    def _weighed_by(self, fluent: str) -> set[str | None]:
        """The motives of whoever lacks a reason whose weights are read from a fluent."""
        if self._weighing is None:
            self._weighing = {} if self.lacking is None else self.warm.weighing(self.lacking.who)
        return {motive for motive, read in self._weighing.items() if fluent in read}

    def _is_cancelled(self, turns: _Set) -> bool:
        """Tells the observer what is tried next, and asks whether to stop."""
        doing = f"with {'; '.join(turn.says for turn in turns)}"
        return self.observer is not None and bool(self.observer(Progress(self.tried, 0, doing)))

    def _shown(self, turns: _Set, story: tuple[str, ...], world: GroundWorld) -> Required:
        told = tuple(sentence(world.actions[world.action_ids[event]], world) for event in story)
        return Required(tuple(turn.says for turn in turns), _steps(turns), story, told)


def _steps(turns: _Set) -> Number:
    return exact(sum((turn.steps for turn in turns), start=0))
