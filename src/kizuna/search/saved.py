"""Search results on paper: ``kizuna-result``, version 1. Its ``fabulas`` are saved fabulas."""

from __future__ import annotations

import msgspec

from kizuna.fabula import Fabula
from kizuna.fabula.saved import Numeral, SavedFabula, SavedLimits, load, numeral, save, save_limits
from kizuna.search.result import SearchResult

FORMAT = "kizuna-result"
VERSION = 1


class SavedStatistics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Work done: states opened, different states made."""

    expanded: int
    states: int


class SavedResult(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A search result: what was found, why the search stopped, and what it looked through to the end."""

    stopped: str
    limits: SavedLimits
    completed: SavedLimits | None
    reached: str | None
    goal: Numeral
    statistics: SavedStatistics
    fabulas: list[SavedFabula]
    format: str = FORMAT
    version: int = VERSION


def save_result(result: SearchResult) -> SavedResult:
    """The result as it is saved."""
    return SavedResult(
        stopped=result.stopped.value,
        limits=save_limits(result.limits),
        completed=save_limits(result.completed) if result.completed else None,
        reached=result.reached,
        goal=numeral(result.goal),
        statistics=SavedStatistics(result.statistics.expanded, result.statistics.states),
        fabulas=[save(fabula) for fabula in result.fabulas],
    )


def load_fabulas(text: bytes | str) -> tuple[Fabula, ...]:
    """The fabulas in a saved result or a saved fabula; ValueError (with the place in the JSON) where it is neither."""
    head = msgspec.json.decode(text, type=_Head)
    if head.format == FORMAT:
        saved = msgspec.json.decode(text, type=SavedResult)
        if saved.version != VERSION:
            raise ValueError(f"{FORMAT} version {saved.version} is not {VERSION}, the one that can be read")
        return tuple(load(fabula) for fabula in saved.fabulas)
    return (load(msgspec.json.decode(text, type=SavedFabula)),)


class _Head(msgspec.Struct):
    format: str
