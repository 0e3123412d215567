"""The sweep itself: what is kept already is not done again, what is answered is kept at once.

For `can` and `must` every third cell along the last axis is answered first; then its neighbours are told its stories.
Which cell is told of which is fixed by the grid, so the answers depend on neither how many work at them nor how often
the sweep was killed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kizuna.diagnostics import Diagnostic, Outcome, conclude
from kizuna.model.world import World
from kizuna.sweeping.cells import Ask
from kizuna.sweeping.desk import Task
from kizuna.sweeping.job import Job, prepared
from kizuna.sweeping.map import Map
from kizuna.sweeping.protocols import Executor, Halted, Here, Memory, Store


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a sweep is: cells kept, of how many, and how many of them were answered this time."""

    kept: int
    cells: int
    answered: int


Observer = Callable[[Tally], bool | None]


def sweep(
    world: World,
    vary: Sequence[str],
    *,
    store: Store | None = None,
    executor: Executor | None = None,
    observer: Observer | None = None,
    **question: Any,
) -> Outcome[Map]:
    """The map of ``world`` over what varies: which endings would, can or must come, cell by cell.

    ``vary`` and ``question`` (``ask``, ``endings``, ``events``, ``foresight``, ``depth``, ``max_expansions``, ``most``)
    are as for :func:`prepared`. A ``store`` that has some of the cells is gone on with. An ``observer`` is told of
    every cell that is kept, and stops the sweep by returning True; then the map has what there is.
    """
    job = prepared(world, vary, **question)
    if job.value is None:
        return conclude(None, job.diagnostics)
    made = run(job.value, store, executor, observer)
    return conclude(made.value, [*job.diagnostics, *made.diagnostics])


def run(
    job: Job, store: Store | None = None, executor: Executor | None = None, observer: Observer | None = None
) -> Outcome[Map]:
    """Does a sweep that was prepared."""
    kept = Memory() if store is None else store
    try:
        kept.open(job.identity)
        for phase in _phases(job):
            if not _done(job, phase, kept, executor or Here(), observer):
                break
        return conclude(Map(job, tuple(kept.cells())), [])
    except Halted as halted:
        return conclude(None, [halted.diagnostic])


def opened(job: Job, store: Store) -> Outcome[Map]:
    """The map of what a store has of a sweep, with nothing done."""
    found: list[Diagnostic] = []
    try:
        store.open(job.identity)
        return conclude(Map(job, tuple(store.cells())), found)
    except Halted as halted:
        return conclude(None, [halted.diagnostic])


def _phases(job: Job) -> Iterator[range | list[int]]:
    """The cells in the order of the work: first those whose stories are told to others."""
    every = range(job.grid.size)
    if job.question.ask is Ask.WOULD:
        yield every
        return
    yield [number for number in every if job.grid.anchor(number) == number]
    yield [number for number in every if job.grid.anchor(number) != number]


def _done(job: Job, phase: Collection[int], store: Store, executor: Executor, observer: Observer | None) -> bool:
    """Answers what is missing of some cells; False where the observer stops it."""
    known = frozenset(store.known())
    missing = [number for number in phase if number not in known]
    if not missing:
        return True
    kept = len(known)
    answers = executor.answers(job, (_task(job, number, store) for number in missing))
    for answered, cell in enumerate(answers, 1):
        store.keep((cell,))
        if observer is not None and observer(Tally(kept + answered, job.grid.size, answered)):
            return False
    return True


def _task(job: Job, number: int, store: Store) -> Task:
    if job.question.ask is Ask.WOULD:
        return Task(number)
    anchor = None if job.grid.anchor(number) == number else store.cell(job.grid.anchor(number))
    return Task(number, () if anchor is None else anchor.stories)
