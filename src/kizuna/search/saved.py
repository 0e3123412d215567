"""Search results on paper: ``kizuna-result``, version 1. Its ``fabulas`` are saved fabulas."""

from __future__ import annotations

from typing import Any

import msgspec

from kizuna.fabula import Fabula
from kizuna.fabula import saved as fabulas
from kizuna.fabula.saved import Numeral, SavedFabula, SavedLimits, load, numeral, save, save_limits
from kizuna.search.result import SearchResult

FORMAT = "kizuna-result"
VERSION = 1


class SavedStatistics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Work done: states opened, different states made."""

    expanded: int
    states: int


class SavedBegun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What came nearest to a story: its events, and what they are worth to the author."""

    events: list[str]
    utility: Numeral


class SavedResult(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search result: what was found, why the search stopped, and what it looked through to the end.

    ``ranking`` and ``diagnostics`` are what ``kizuna find`` adds to it; nothing is read from there.
    """

    format: str
    version: int
    stopped: str
    limits: SavedLimits
    completed: SavedLimits | None
    reached: str | None
    goal: Numeral
    statistics: SavedStatistics
    fabulas: list[SavedFabula]
    begun: SavedBegun | None = None
    ranking: dict[str, Any] | msgspec.UnsetType = msgspec.UNSET
    diagnostics: list[dict[str, Any]] = []


def save_result(result: SearchResult) -> SavedResult:
    """The result as it is saved."""
    return SavedResult(
        format=FORMAT,
        version=VERSION,
        stopped=result.stopped.value,
        limits=save_limits(result.limits),
        completed=save_limits(result.completed) if result.completed else None,
        reached=result.reached,
        goal=numeral(result.goal),
        statistics=SavedStatistics(result.statistics.expanded, result.statistics.states),
        fabulas=[save(fabula) for fabula in result.fabulas],
        begun=SavedBegun(list(result.begun.events), numeral(result.begun.utility)) if result.begun else None,
    )


def load_fabulas(text: bytes | str) -> tuple[Fabula, ...]:
    """The fabulas in a saved result or a saved fabula; ValueError (with the place in the JSON) where it is neither."""
    head = msgspec.json.decode(text, type=_Head)
    readable = {FORMAT: VERSION, fabulas.FORMAT: fabulas.VERSION}
    if readable.get(head.format) != head.version:
        known = " and ".join(f"{format}, version {version}," for format, version in readable.items())
        raise ValueError(f"this is {head.format}, version {head.version}; {known} can be read")
    if head.format == FORMAT:
        saved = msgspec.json.decode(text, type=SavedResult)
        return tuple(load(fabula) for fabula in saved.fabulas)
    return (load(msgspec.json.decode(text, type=SavedFabula)),)


class _Head(msgspec.Struct):
    """What every document says first, so that a newer one is called newer rather than broken."""

    format: str
    version: int
