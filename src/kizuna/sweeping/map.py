"""What a sweep comes to: the cells, and the regions in which the same comes of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kizuna.sweeping.cells import Cell
from kizuna.sweeping.job import Job


@dataclass(frozen=True)
class Map:
    """The cells of a sweep, by number; with some of them missing where it was stopped."""

    job: Job
    cells: tuple[Cell, ...]

    @property
    def is_complete(self) -> bool:
        """Whether every cell has been answered."""
        return len(self.cells) == self.job.grid.size

    @cached_property
    def outcomes(self) -> dict[int, str]:
        """What each cell comes to, by its number."""
        named = self.job.outcomes
        return {cell.number: named.of(cell) for cell in self.cells}

    @cached_property
    def regions(self) -> dict[str, int]:
        """How many cells come to the same, the largest region first; of two as large the one met first."""
        counts: dict[str, int] = {}
        for outcome in self.outcomes.values():
            counts[outcome] = counts.get(outcome, 0) + 1
        return dict(sorted(counts.items(), key=lambda each: -each[1]))
