"""What a search found, and why it stopped."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.fabula import Fabula, Limits
from kizuna.model.values import Number


class Stop(Enum):
    """Why a search stopped. EXHAUSTED alone allows "there is no such story", and then within the limits named."""

    SATISFIED = "satisfied"
    EXHAUSTED = "exhausted"
    LIMIT = "limit"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Work done: states opened (in any mind), different states made."""

    expanded: int
    states: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A story begun, by the names of its events, and what it is worth to the author so far."""

    events: tuple[str, ...]
    utility: Number


@dataclass(frozen=True, slots=True)
class SearchResult:
    """Fabulas in the order found, and why there are no more.

    ``limits`` are the widest that were searched; ``completed`` the widest that were searched to the end (None if none
    was); ``reached`` names the limit on work that stopped the search, if one did; ``begun`` is, where none
    of a count was found, what came nearest to a story (None where nothing could begin).
    """

    fabulas: tuple[Fabula, ...]
    stopped: Stop
    limits: Limits
    completed: Limits | None
    statistics: Statistics
    goal: Number
    reached: str | None = None
    begun: Begun | None = None
