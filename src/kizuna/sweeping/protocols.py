"""What a sweep needs of the outside, as protocols, and the simplest of each: here and in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any, Protocol

from kizuna.diagnostics import Diagnostic
from kizuna.sweeping.cells import Cell
from kizuna.sweeping.desk import Desk, Task
from kizuna.sweeping.job import Job


class Halted(Exception):  # noqa: N818 (an answer, not an error)
    """A store or an executor cannot go on, and why; what was kept until then stays kept."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Store(Protocol):
    """Keeps the cells of one sweep. Every method may raise :class:`Halted`."""

    def open(self, identity: dict[str, Any]) -> None:
        """Begins, or goes on with, the sweep of that identity; of another one nothing is touched."""

    def known(self) -> Collection[int]:
        """The numbers of the cells that are kept."""

    def keep(self, cells: Iterable[Cell]) -> None:
        """Keeps cells, for good, before it returns; a cell that is kept already stays as it is."""

    def cells(self) -> Iterator[Cell]:
        """All cells that are kept, by number; whoever only wants the map need not be given their stories."""

    def cell(self, number: int) -> Cell | None:
        """One cell with its stories, if it is kept."""


class Executor(Protocol):
    """Answers cells, wherever that is done."""

    def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
        """The answer of each task once, in any order; raises :class:`Halted` where it cannot go on."""


class Memory:
    """A store that keeps cells as long as it lives."""

    def __init__(self) -> None:
        self._cells: dict[int, Cell] = {}

    def open(self, identity: dict[str, Any]) -> None:
        """Nothing has to be done."""

    def known(self) -> Collection[int]:
        """The numbers of the cells that are kept."""
        return self._cells.keys()

    def keep(self, cells: Iterable[Cell]) -> None:
        """Keeps cells."""
        for cell in cells:
            self._cells.setdefault(cell.number, cell)

    def cells(self) -> Iterator[Cell]:
        """All cells that are kept, by number."""
        return (self._cells[number] for number in sorted(self._cells))

    def cell(self, number: int) -> Cell | None:
        """One cell, if it is kept."""
        return self._cells.get(number)


class Here:
    """Answers cells where it is asked, one after the other."""

    def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
        """The answers, in the order of the tasks."""
        desk = Desk(job)
        return map(desk.answer, tasks)
