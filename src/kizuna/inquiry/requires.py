"""What it takes: the fewest and smallest changes of how things stand at the start with which a story comes out so.

Naive: try all settings of all dials. Better: one change before two, small steps before large ones, and of those that
are alike first what would supply the reason that the unchanged world lacks. Every answer was verified: the story was
found, or the outline replayed, in the world so changed. Cost: one search or replay for each set of changes; sets that
leave the world the same to everybody are not searched, and their number is bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations, islice, product

from kizuna.deliberation import Progress
from kizuna.epistemics import EndlessRulesError
from kizuna.grounding import GroundWorld
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.near_miss import NearMiss
from kizuna.model.values import Number, exact
from kizuna.model.world import World
from kizuna.narration import sentence

Test = Callable[[GroundWorld], tuple[tuple[str, ...] | None, bool]]
"""Asks a world for a story, by the names of its events; and whether the answer is settled where there is none."""


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

    world: World
    dials: tuple[Dial, ...]
    ground: Callable[[World], GroundWorld | None]
    test: Test
    wanted: str
    count: int
    size: int
    most: int
    lacking: NearMiss | None = None
    observer: Callable[[Progress], bool | None] | None = None
    tried: int = 0
    unsettled: int = 0

    def run(self, start: GroundWorld) -> Requires:
        """The answer."""
        story, settled = self.test(start)
        self.unsettled += 0 if story is not None or settled else 1
        answers: list[Required] = []
        size, complete = 0, True
        while story is None and not answers and size < self.size and complete:
            size += 1
            complete = self._of_size(size, start, answers)
        already = None if story is None else self._shown((), story, start)
        return Requires(self.wanted, already, tuple(answers), size, self.tried, self.unsettled, complete)

    def _of_size(self, size: int, start: GroundWorld, answers: list[Required]) -> bool:
        """Tries all sets of so many changes; whether all of them were."""
        done: set[tuple[Dial, ...]] = set()
        for turns in self._sets(size):
            dials = tuple(turn.dial for turn in turns)
            if dials in done:
                continue
            if self.tried >= self.most or len(answers) >= self.count or self._is_cancelled(turns):
                return False
            answer = self._try(turns, start)
            if answer is not None:
                done.add(dials)
                answers.append(answer)
        return True

    def _sets(self, size: int) -> list[tuple[Turn, ...]]:
        """Sets of so many changes of different dials, small steps first."""
        few = combinations(self.dials, size)
        every = (turns for dials in few for turns in product(*([Turn(d, c) for c in d.choices] for d in dials)))
        bounded = list(islice(every, 200_000))
        return sorted(bounded, key=lambda turns: (_steps(turns), -sum(map(self._helps, turns))))

    def _helps(self, turn: Turn) -> int:
        """How much a change is like what the nearest story lacks."""
        miss, dial = self.lacking, turn.dial
        if miss is None:
            return 0
        if miss.weight is not None and (dial.minds[:1], dial.motive) == ((miss.who,), miss.weight.motive):
            return 2
        if miss.belief is not None and dial.says == f"{miss.who} believes {miss.belief.fluent}":
            return 2
        return 1 if miss.who in dial.says else 0

    def _is_cancelled(self, turns: tuple[Turn, ...]) -> bool:
        """Tells the observer what is tried next, and asks whether to stop."""
        doing = f"with {'; '.join(turn.says for turn in turns)}"
        return self.observer is not None and bool(self.observer(Progress(self.tried, 0, doing)))

    def _try(self, turns: tuple[Turn, ...], start: GroundWorld) -> Required | None:
        self.tried += 1
        world = self.world
        for turn in turns:
            world = turn.made(world)
        ground = self.ground(world)
        if ground is None or replace(ground, digest=start.digest) == start:
            return None
        try:
            story, settled = self.test(ground)
        except (EndlessRulesError, ZeroDivisionError):
            return None
        self.unsettled += 0 if story is not None or settled else 1
        return None if story is None else self._shown(turns, story, ground)

    def _shown(self, turns: tuple[Turn, ...], story: tuple[str, ...], world: GroundWorld) -> Required:
        told = tuple(sentence(world.actions[world.action_ids[event]], world) for event in story)
        return Required(tuple(turn.says for turn in turns), _steps(turns), story, told)


def _steps(turns: tuple[Turn, ...]) -> Number:
    return exact(sum((turn.steps for turn in turns), start=0))
