"""What is asked of every cell, and what its answer says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from kizuna.fabula import Fabula


class Ask(Enum):
    """WOULD: what happens with nobody steering. CAN: what there is a story to. MUST: what every story comes by."""

    WOULD = "would"
    CAN = "can"
    MUST = "must"


class Standing(Enum):
    """How an ending stands in a cell. YES has a story or a proof, NO is proven within the limits, OPEN is neither."""

    YES = "yes"
    NO = "no"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Cell:
    """The answer of one cell.

    ``standings`` has one for each ending asked about. ``stories`` are by the name of the ending that they show: of a
    run with nobody steering (``would``) there is one, named so; of ``can`` the story to each ending, of ``must`` for
    each that need not come a story without it. ``rest`` says why a run ended, or that there is no story at all,
    ``reached`` which limit on work was, ``problem`` why the world of this cell cannot be lived in.
    """

    number: int
    standings: tuple[Standing, ...]
    stories: tuple[tuple[str, Fabula], ...] = ()
    rest: str | None = None
    reached: str | None = None
    expanded: int = 0
    problem: str | None = None

    @property
    def story(self) -> Fabula | None:
        """The first of its stories."""
        return self.stories[0][1] if self.stories else None


NONE, UNSETTLED, UNLIVABLE, NO_STORY = "none of them", "not settled", "cannot be lived in", "no story"


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Names what a cell comes to, so that cells in which the same endings come are one region of the map."""

    ask: Ask
    endings: tuple[str, ...]

    def of(self, cell: Cell) -> str:
        """The endings that come in a cell, in one short phrase; those that are open are marked with ``?``."""
        if cell.problem is not None:
            return UNLIVABLE
        said = list(self._said(cell.standings))
        if said:
            return (" + " if self.ask is not Ask.CAN else " or ").join(said)
        if cell.reached is not None:
            return UNSETTLED
        return NO_STORY if cell.rest == NO_STORY else NONE

    def _said(self, standings: Sequence[Standing]) -> Iterator[str]:
        if Standing.YES not in standings and self.ask is Ask.WOULD:
            return
        for name, standing in zip(self.endings, standings, strict=True):
            if standing is Standing.YES:
                yield name
            elif standing is Standing.OPEN and self.ask is not Ask.WOULD:
                yield f"{name}?"
