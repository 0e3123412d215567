"""A sweep of 10,000 cells of a small world: cells a second on one worker and on two, work around a cell, resuming.

    python -m benchmarks.sweeping [--cells N] [--ask would|can|must]

Prints lines for docs/understanding/sweeping.md.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

from kizuna import api, grounding
from kizuna.backends import Processes, SqliteStore
from kizuna.sweeping import Desk, Job, Task, prepared, run

WORLD = Path(__file__).parents[1] / "tests" / "support" / "promise.story"
T = TypeVar("T")


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What some work comes to, and the seconds that it took."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def job(cells: int, ask: str) -> Job:
    """A square of so many cells."""
    side = round(cells**0.5)
    vary = [f"Ana wants gold = 0..{side - 1}", f"Ben wants ring = 0..{side - 1}"]
    return prepared(api.read(str(WORLD)).unwrap(), vary, ask=ask).unwrap()


def parts(asked: Job, number: int = 200) -> str:
    """Where the time of a cell goes, without any worker or store."""
    desk, grid, world = Desk(asked), asked.grid, asked.world
    desk.answer(Task(0))
    _, whole = timed(lambda: [desk.answer(Task(cell)) for cell in range(number)])
    _, unfolding = timed(lambda: [grounding.unfold(grid.changed(world, cell)) for cell in range(number)])
    each = 1000 / number
    return f"a cell {whole * each:.2f} ms; unfolding, which is shared, would add {unfolding * each:.2f} ms"


def swept(asked: Job, workers: int, path: Path) -> str:
    """A whole sweep into a new store."""
    before = os.times()
    with closing(SqliteStore(path)) as store:
        _, seconds = timed(lambda: run(asked, store, Processes(workers)).unwrap())
    after, cells = os.times(), asked.grid.size
    mine = after.user + after.system - before.user - before.system
    theirs = after.children_user + after.children_system - before.children_user - before.children_system
    work = f"work {1000 * theirs / cells:.2f} ms a cell in the workers, {1000 * mine / cells:.2f} ms around it"
    return f"{workers} worker(s): {seconds:.1f} s, {cells / seconds:.0f} cells a second; {work}; {_megabytes(path)}"


def _megabytes(path: Path) -> str:
    return f"a store of {path.stat().st_size / 1e6:.1f} MB"


def resumed(asked: Job, path: Path, words: list[str]) -> str:
    """A sweep killed in the midst, and gone on with."""
    command = [sys.executable, "-m", "kizuna", "sweep", str(WORLD), *words, "--store", str(path), "--workers", "2"]
    with (
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process,
        closing(SqliteStore(path)) as store,
    ):
        while process.poll() is None and not (path.exists() and _kept(store, asked) > asked.grid.size // 3):
            time.sleep(0.3)
        process.kill()
        process.wait()
        before = _kept(store, asked)
        _, opening = timed(lambda: _kept(store, asked))
        whole, seconds = timed(lambda: run(asked, store, Processes(2)).unwrap())
    missing = asked.grid.size - before
    assert whole.is_complete
    return f"killed with {before:,} cells: known again in {opening:.2f} s, the other {missing:,} in {seconds:.1f} s"


def _kept(store: SqliteStore, asked: Job) -> int:
    store.open(asked.identity)
    return len(store.known())


def main() -> None:
    """Prints what was measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cells", type=int, default=10_000)
    parser.add_argument("--ask", default="would")
    options = parser.parse_args()
    asked = job(options.cells, options.ask)
    print(f"{asked.grid.size:,} cells ({options.ask}), load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(parts(asked), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for workers in (1, 2):
            print(swept(asked, workers, Path(folder) / f"{workers}.sweep"), flush=True)
        side = round(options.cells**0.5) - 1
        words = ["--vary", f"Ana wants gold = 0..{side}", "--vary", f"Ben wants ring = 0..{side}", "--ask", options.ask]
        print(resumed(asked, Path(folder) / "killed.sweep", words), flush=True)


if __name__ == "__main__":
    main()
