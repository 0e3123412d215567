"""A store loses no cell that it has, whatever happens; workers may be lost, cells are not."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from kizuna import api
from kizuna.backends import Processes, SqliteStore, processes
from kizuna.diagnostics import Outcome
from kizuna.model.world import World
from kizuna.sweeping import Cell, Desk, Halted, Here, Job, Map, Task, prepared, run, sweep

THEFT = Path(__file__).parents[1] / "support" / "theft.story"
VARY = ("loves(Ana, Tom) = 0..4", "Ana wants ring = 0..3")
posix_only = pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")


def theft() -> World:
    return api.read(str(THEFT)).unwrap()


def job(*vary: str) -> Job:
    return prepared(theft(), vary or VARY).unwrap()


def code(outcome: Outcome[Map]) -> str:
    assert outcome.value is None
    return outcome.diagnostics[-1].code


class Counted(Here):
    """Notes which cells were asked for."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
        for cell in super().answers(job, tasks):
            self.asked.append(cell.number)
            yield cell


@pytest.mark.parametrize("ask", ["would", "can", "must"])
def test_cells_come_out_of_a_store_as_they_went_in(tmp_path: Path, ask: str) -> None:
    with closing(SqliteStore(tmp_path / "map.sweep")) as store:
        here = sweep(theft(), VARY, ask=ask).unwrap()
        kept = sweep(theft(), VARY, ask=ask, store=store).unwrap()
        assert kept.outcomes == here.outcomes
        assert [store.cell(cell.number) for cell in here.cells] == list(here.cells)
        actions = [[story.actions for _, story in cell.stories] for cell in here.cells]
        assert [[story.actions for _, story in cell.stories] for cell in kept.cells] == actions
        assert store.cell(1000) is None
        store.keep((replace(here.cells[3], expanded=-1),))
        assert store.cell(3) == here.cells[3]


def test_a_store_of_another_sweep_or_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "map.sweep"
    sweep(theft(), VARY, store=SqliteStore(path)).unwrap()
    before = path.read_bytes()
    changed = api.read_text(THEFT.read_text("utf-8").replace("ring 3", "ring 4"), name="theft.story", language="story")
    for outcome, said in (
        (sweep(changed.unwrap(), VARY, store=SqliteStore(path)), "another version of the world"),
        (sweep(theft(), VARY[:1], store=SqliteStore(path)), "other things vary"),
        (sweep(theft(), VARY, ask="can", store=SqliteStore(path)), "it asks what would happen"),
        (sweep(theft(), VARY, endings=["ana_has"], store=SqliteStore(path)), "other endings"),
        (sweep(theft(), VARY, events=2, store=SqliteStore(path)), "its events is"),
    ):
        assert code(outcome) == "store-of-another-sweep"
        assert said in outcome.diagnostics[-1].message
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert code(sweep(theft(), VARY, store=SqliteStore(path))) == "store-of-another-sweep"


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Buy milk. " * 500, encoding="utf-8")
    assert code(sweep(theft(), VARY, store=SqliteStore(tmp_path / "notes.txt"))) == "store-unreadable"
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection:
        connection.execute("CREATE TABLE mine (a)")
    assert code(sweep(theft(), VARY, store=SqliteStore(tmp_path / "other.db"))) == "store-unreadable"
    assert code(sweep(theft(), VARY, store=SqliteStore(tmp_path / "nowhere" / "map.sweep"))) == "store-unreadable"
    assert (tmp_path / "notes.txt").read_text("utf-8") == "Buy milk. " * 500


def test_a_full_disk_ends_the_sweep_and_costs_no_cell(tmp_path: Path) -> None:
    class Full(SqliteStore):
        def keep(self, cells: Iterable[Cell]) -> None:
            if len(self.known()) == 5:
                pages = self._open.execute("PRAGMA page_count").fetchone()[0]
                self._open.execute(f"PRAGMA max_page_count = {pages}")
            super().keep(cells)

    path = tmp_path / "map.sweep"
    outcome = sweep(theft(), VARY, store=Full(path))
    assert code(outcome) == "cannot-save"
    assert "full" in outcome.diagnostics[-1].message
    with closing(SqliteStore(path)) as store:
        store.open(job().identity)
        known = set(store.known())
        assert len(known) >= 5
        counted = Counted()
        whole = run(job(), store, counted).unwrap()
    assert set(counted.asked) == set(range(20)) - known
    assert whole.outcomes == sweep(theft(), VARY).unwrap().outcomes


@posix_only
def test_killed_in_the_midst_it_goes_on_where_it_was(tmp_path: Path) -> None:
    path, vary = tmp_path / "map.sweep", ("loves(Ana, Tom) = 0..10", "Ana wants ring = 0..60 by 1/4")
    words = ["sweep", str(THEFT), *(word for each in vary for word in ("--vary", each)), "--store", str(path)]
    command = [sys.executable, "-m", "kizuna", *words, "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        while count(path) < 20:
            assert process.poll() is None, "it was done before it could be killed"
            time.sleep(0.02)
        process.kill()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    with closing(SqliteStore(path)) as store:
        store.open(job(*vary).identity)
        known = set(store.known())
        assert 20 <= len(known) < job(*vary).grid.size
        desk = Desk(job(*vary))
        for number in sorted(known)[:10]:
            assert store.cell(number) == desk.answer(Task(number))
        counted = Counted()
        run(job(*vary), store, counted, lambda tally: tally.answered == 30).unwrap()
        assert known.isdisjoint(counted.asked)
        assert set(store.known()) == known | set(counted.asked)


def count(path: Path) -> int:
    """How many cells a store has that another process writes to."""
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM cells").fetchone()[0])
    except sqlite3.Error:
        return 0


# --- workers ---------------------------------------------------------------------------------------------------------


@posix_only
def test_a_worker_that_is_killed_costs_no_cell_and_none_is_answered_twice() -> None:
    answers, numbers = Processes(2).answers(job(), (Task(number) for number in range(20))), []
    for cell in answers:
        numbers.append(cell.number)
        if len(numbers) in (3, 9):
            os.kill(min(child.pid or 0 for child in multiprocessing.active_children()), signal.SIGKILL)
    assert sorted(numbers) == list(range(20))
    assert not multiprocessing.active_children()


@posix_only
def test_a_cell_with_which_every_worker_is_lost_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes._Worker, "take", lambda worker: None)
    monkeypatch.setattr(processes, "TRIALS", 2)
    with pytest.raises(Halted) as halted:
        list(Processes(1).answers(job(), [Task(4)]))
    assert halted.value.diagnostic.code == "worker-lost"
    assert "at cell 4" in halted.value.diagnostic.message
    assert not multiprocessing.active_children()


def test_whoever_stops_early_leaves_nobody_behind() -> None:
    answers = Processes(1).answers(job(), (Task(number) for number in range(20)))
    assert next(answers).number in range(20)
    answers.close()  # type: ignore[attr-defined]
    assert not multiprocessing.active_children()


def test_what_goes_wrong_in_a_worker_is_raised_here() -> None:
    unheard = replace(job(), question=replace(job().question, ask="nonsense"))  # type: ignore[arg-type]
    with pytest.raises(KeyError, match="nonsense"):
        list(Processes(1).answers(unheard, [Task(0)]))
