"""Sweeps with something wrong, one for each code that speaks of sweeps."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from kizuna import api, sweeping
from kizuna.backends import Cluster, SqliteStore, cluster, processes
from kizuna.diagnostics import Diagnostic
from kizuna.surfaces.cli.sweep_cell import no_such_cell
from kizuna.sweeping import Halted

THEFT = Path(__file__).with_name("theft.story")
LOVE = "loves(Ana, Tom) = 0..4"


def swept(*vary: str, without: str = "", path: str | None = None) -> tuple[Diagnostic, ...]:
    """What is said of a sweep of the theft, its plot left out where it is ``without`` one."""
    text = THEFT.read_text("utf-8")
    kept = text.partition(without)[0] if without else text
    world = api.read_text(kept, name="theft.story", language="story").unwrap()
    store = None if path is None else SqliteStore(path)
    return sweeping.sweep(world, vary, store=store).diagnostics


def in_a_store(name: str, content: bytes | None = None) -> tuple[Diagnostic, ...]:
    """What is said of a store that holds something else."""
    if content is None:
        swept(LOVE, path=name)
    else:
        Path(name).write_bytes(content)
    return swept("loves(Ana, Tom) = 0..9", path=name)


def without_library() -> tuple[Diagnostic, ...]:
    """What is said where dask.distributed is missing."""
    world = api.read(str(THEFT)).unwrap()
    with patch.dict(sys.modules, {"distributed": None}):
        try:
            list(Cluster("tcp://10.0.0.5:8786").answers(sweeping.prepared(world, [LOVE]).unwrap(), ()))
        except Halted as halted:
            return (halted.diagnostic,)
    return ()


SWEEPS: dict[str, Callable[[], tuple[Diagnostic, ...]]] = {
    "empty-range": lambda: swept("loves(Ana, Tom) = 4..0"),
    "out-of-bounds": lambda: swept("loves(Ana, Tom) = 0..20"),
    "varies-twice": lambda: swept(LOVE, "loves(Ana, Tom) = 9"),
    "too-many-cells": lambda: swept("Ana wants ring = 0..999", "Tom wants ring = 0..999"),
    "no-endings": lambda: swept(LOVE, without="plot\n"),
    "no-such-cell": lambda: (no_such_cell(66, 66),),
    "store-unreadable": lambda: in_a_store("notes.txt", b"Buy milk. " * 500),
    "store-of-another-sweep": lambda: in_a_store("map.sweep"),
    "worker-lost": lambda: (processes.lost(4),),
    "cluster-missing": without_library,
    "scheduler-unreachable": lambda: (cluster.unreachable("tcp://10.0.0.5:8786", "it has no workers"),),
}
