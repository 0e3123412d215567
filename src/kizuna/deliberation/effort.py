"""How much work may be done, counted in work and not in seconds, so that the same question ends at the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search is: states opened, states known, in words what it is at.

    ``asking`` is the action for which reasons are sought, or being refuted; ``best`` the events of the story begun that
    came nearest to an ending so far.
    """

    expanded: int
    states: int
    doing: str
    asking: str = ""
    best: tuple[str, ...] = ()


REPORTED = 512
"""So many expansions lie between two reports of progress."""

LOOKS = 20
"""So many looks at where an action leads count as one expansion."""


class EffortSpent(Exception):  # noqa: N818 (a limit reached is an answer, not an error)
    """The allowed work is done; ``what`` names the limit."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class SliceSpent(Exception):  # noqa: N818 (likewise)
    """The work allowed for one part of a search is done."""


class Cancelled(Exception):  # noqa: N818 (likewise)
    """The observer asked to stop."""


@dataclass(slots=True)
class Effort:
    """A budget of work: ``expanded`` counts states whose actions were looked through, in any mind, and looks at states.

    ``observer`` is told of the progress every 512 expansions or so, and cancels by returning True.
    """

    max_expansions: int | None = None
    max_states: int | None = None
    observer: Callable[[Progress], bool | None] | None = None
    expanded: int = 0
    doing: str = ""
    asking: str = ""
    best: tuple[str, ...] = ()
    states: Callable[[], int] = field(default=lambda: 0)
    _slice_end: int | None = None
    _looks: int = 0
    _report_at: int = REPORTED

    def expand(self) -> None:
        """Counts one expansion; raises EffortSpent at the limit and Cancelled where the observer says so."""
        if self.max_expansions is not None and self.expanded >= self.max_expansions:
            raise EffortSpent("max-expansions")
        if self._slice_end is not None and self.expanded >= self._slice_end:
            raise SliceSpent
        if self.max_states is not None and self.states() >= self.max_states:
            raise EffortSpent("max-states")
        self.expanded += 1
        if self.observer is not None and self.expanded >= self._report_at:
            self._report_at = self.expanded + REPORTED
            if self.observer(Progress(self.expanded, self.states(), self.doing, self.asking, self.best)):
                raise Cancelled

    def look(self) -> None:
        """Counts a look at where an action leads, without opening what is there; limits are only held by expansions."""
        self._looks += 1
        if self._looks % LOOKS == 0:
            self.expanded += 1

    @contextmanager
    def at_most(self, expansions: int | None) -> Iterator[None]:
        """Work on one part of a search, which raises SliceSpent after so many expansions (None: any number)."""
        self._slice_end = None if expansions is None else self.expanded + expansions
        try:
            yield
        finally:
            self._slice_end = None
