"""What a sweep is asked: the world, what varies in it, the endings, how far to look; read from an author's words."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from kizuna import answers, grounding
from kizuna.alternatives.varying import axes
from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.fabula import Fabula
from kizuna.language.endings import ending_of, towards
from kizuna.model.values import show_worth
from kizuna.model.world import Ending, Plot, World
from kizuna.sweeping.cells import Ask, Outcomes
from kizuna.sweeping.grid import Grid

MOST_CELLS = 20_000
"""More cells than this are only swept when that is said."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of each cell. Limits that are None are the world's, or the usual ones of `live` and `find`.

    Of ``story``, for `would`, the events happen as long as they can and everybody wants them; then nobody steers.
    """

    ask: Ask
    endings: tuple[Ending, ...]
    story: tuple[str, ...] = ()
    events: int | None = None
    foresight: int | None = None
    depth: int | None = None
    max_expansions: int | None = 200_000


@dataclass(frozen=True, slots=True)
class Job:
    """A sweep to be done: all that a worker has to know. Picklable."""

    world: World
    grid: Grid
    question: Question

    @property
    def outcomes(self) -> Outcomes:
        """How the cells of this sweep are named by what they come to."""
        return Outcomes(self.question.ask, tuple(ending.name for ending in self.question.endings))

    def asked_world(self, ending: str | None, number: int) -> World:
        """The world of a cell in which its story to that ending was found: as it is for a run with nobody steering."""
        changed = self.grid.changed(self.world, number)
        if ending is None or self.question.ask is Ask.WOULD:
            return changed
        return replace(changed, plot=self.plot(ending) if ending else self.every_ending)

    def plot(self, ending: str) -> Plot:
        """The plot whose stories are looked for: `can` has that one ending, `must` all of them but forbids that one.

        What must never be stays; the steps on the way to the endings are not asked for.
        """
        plot = self.world.plot
        one = next(each for each in self.question.endings if each.name == ending)
        if self.question.ask is Ask.CAN:
            return towards(self.world, one).plot
        return replace(self.every_ending, never=(*plot.never, one.condition))

    @property
    def every_ending(self) -> Plot:
        """The plot with no steps that ends in any of its own endings or of those asked about."""
        plot = self.world.plot
        return Plot(endings=tuple(dict.fromkeys((*plot.endings, *self.question.endings))), never=plot.never)

    @property
    def identity(self) -> dict[str, Any]:
        """What two sweeps have in common that may share a store: plain values, the same on every machine."""
        question = self.question
        conditions = repr([(ending.name, ending.condition) for ending in question.endings])
        return {
            "world": self.world.name,
            "digest": self.world.digest,
            "ask": question.ask.value,
            "vary": [[axis.dial.says, [show_worth(value) for value in axis.values]] for axis in self.grid.axes],
            "endings": [ending.name for ending in question.endings],
            "conditions": hashlib.sha256(conditions.encode()).hexdigest(),
            "story": list(question.story),
            "events": question.events,
            "foresight": question.foresight,
            "depth": question.depth,
            "max_expansions": question.max_expansions,
        }


def prepared(
    world: World,
    vary: Sequence[str],
    *,
    ask: Ask | str = Ask.WOULD,
    endings: Sequence[str] = (),
    story: Fabula | None = None,
    most: int | None = MOST_CELLS,
    **limits: Any,
) -> Outcome[Job]:
    """The sweep that an author asks for, or what is wrong with the question.

    ``vary`` is written as for :func:`kizuna.requires`. ``endings`` are names of the plot's own endings, or further ones
    written ``name: condition``; without any, all of the plot's own are asked about. More than ``most`` cells are
    refused (None: never). ``story`` is one of ``world``; ``limits`` are those of :class:`Question`. ValueError where
    nothing varies, or where `can` or `must` are asked along a story.
    """
    if not vary:
        raise ValueError("nothing varies")
    if story is not None and Ask(ask) is not Ask.WOULD:
        raise ValueError("only what would happen is asked along a story")
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    read = axes(world, vary, unfolded.value)
    asked = _endings(world, endings)
    misfit = None if story is None else answers.misfit(unfolded.value.shrunk(), story)
    found = [*unfolded.diagnostics, *read.diagnostics, *asked.diagnostics, *([] if misfit is None else [misfit])]
    if read.value is None or asked.value is None or misfit is not None:
        return conclude(None, found)
    grid = Grid(read.value)
    if most is not None and grid.size > most:
        return conclude(None, [*found, _too_many(grid)])
    events = () if story is None else story.actions
    return conclude(Job(world, grid, Question(Ask(ask), asked.value, events, **limits)), found)


def _endings(world: World, texts: Sequence[str]) -> Outcome[tuple[Ending, ...]]:
    """The endings asked about: those of the plot where nobody says."""
    read = [ending_of(world, text) for text in texts]
    found = [each for outcome in read for each in outcome.diagnostics]
    asked = {each.value.name: each.value for each in read if each.value is not None}
    endings = tuple(asked.values()) if texts else world.plot.endings
    if not endings and not found:
        hint = "Name some in the plot (`ending home: at(Ana) = house`), or say `--ending 'home: at(Ana) = house'`."
        found.append(diagnose("no-endings", f"The plot of {world.name} names no endings to map.", help=hint))
    return conclude(endings, found)


def _too_many(grid: Grid) -> Diagnostic:
    lengths = " by ".join(f"{len(axis.values):,}" for axis in grid.axes)
    message = f"That is {grid.size:,} cells ({lengths}), each a world of its own."
    hint = "Take longer steps (`0..10 by 2`), or say --yes if you mean it; what is done is kept if you stop."
    return diagnose("too-many-cells", message, help=hint)
