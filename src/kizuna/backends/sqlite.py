"""The cells of a sweep in an SQLite file, each committed before the next one is asked for.

In WAL mode a commit is appended to a log and never overwrites what was there; a process killed between two of them, or
a full disk in the midst of one, loses that one alone. Others may read while it is written (docs/formats.md).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import msgspec

from kizuna.diagnostics import diagnose
from kizuna.fabula import Event, Fabula, Limits
from kizuna.fabula.saved import SavedFabula, load, save
from kizuna.sweeping import Cell, Halted, Standing

APPLICATION = 0x6B697A75
"""What marks an SQLite file as ours: ``kizu``."""
VERSION = 1
WAITING = 30.0
"""Seconds to wait for another program that writes to the same store."""

_TABLES = """
CREATE TABLE sweep (identity TEXT NOT NULL);
CREATE TABLE cells (
    number INTEGER PRIMARY KEY, standings TEXT NOT NULL,
    rest TEXT, reached TEXT, expanded INTEGER NOT NULL, problem TEXT
);
CREATE TABLE stories (
    cell INTEGER NOT NULL, place INTEGER NOT NULL, ending TEXT NOT NULL, events TEXT NOT NULL, fabula BLOB NOT NULL,
    PRIMARY KEY (cell, place)
) WITHOUT ROWID;
"""


class SqliteStore:
    """A :class:`~kizuna.sweeping.Store` in the file ``path``."""

    def __init__(self, path: str | Path) -> None:
        self.path = Path(path)
        self._connection: sqlite3.Connection | None = None

    def open(self, identity: dict[str, Any]) -> None:
        """Makes the file, or goes on with it if it holds that sweep."""
        with self._halting("cannot be opened", "store-unreadable"):
            self.close()
            self._connection = connection = sqlite3.connect(self.path, timeout=WAITING, isolation_level=None)
            if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._make(connection, identity)
            self._check(connection, identity)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")

    def _make(self, connection: sqlite3.Connection, identity: dict[str, Any]) -> None:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in filter(str.strip, _TABLES.split(";")):
            connection.execute(statement)
        connection.execute("INSERT INTO sweep VALUES (?)", (json.dumps(identity),))
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")

    def _check(self, connection: sqlite3.Connection, identity: dict[str, Any]) -> None:
        """Makes sure that the file holds the sweep of that identity, and nothing else."""
        marks = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
        if marks[0] != APPLICATION:
            raise Halted(diagnose("store-unreadable", f"{self.path} is a database of another program."))
        if marks[1] != VERSION:
            message = f"{self.path} was written by another version of kizuna ({marks[1]}; this one reads {VERSION})."
            raise Halted(diagnose("store-of-another-sweep", message, help=_ELSEWHERE))
        theirs = json.loads(connection.execute("SELECT identity FROM sweep").fetchone()[0])
        mine = json.loads(json.dumps(identity))
        if theirs != mine:
            message = f"{self.path} keeps another sweep: {_difference(theirs, mine)}."
            raise Halted(diagnose("store-of-another-sweep", message, help=_ELSEWHERE))

    def known(self) -> Collection[int]:
        """The numbers of the cells that are kept."""
        with self._reading() as connection:
            return {number for (number,) in connection.execute("SELECT number FROM cells")}

    def keep(self, cells: Iterable[Cell]) -> None:
        """Keeps cells in one commit."""
        with self._halting("cannot be written", "cannot-save"):
            connection = self._open
            connection.execute("BEGIN IMMEDIATE")
            try:
                for cell in cells:
                    _insert(connection, cell)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def cells(self) -> Iterator[Cell]:
        """All cells by number; their stories have the events without the reasons."""
        with self._reading() as connection:
            told: dict[int, list[tuple[str, Fabula]]] = {}
            for number, ending, events in connection.execute("SELECT cell, ending, events FROM stories"):
                happened = tuple(Event(action) for action in json.loads(events))
                fabula = Fabula("", "", Limits(max(1, len(happened)), 1, 0), 0, 0, happened)
                told.setdefault(number, []).append((ending, fabula))
            for row in connection.execute(f"SELECT {_COLUMNS} FROM cells ORDER BY number"):
                yield _cell(row, tuple(told.get(row[0], ())))

    def cell(self, number: int) -> Cell | None:
        """One cell with its stories, reasons and all."""
        with self._reading() as connection:
            row = connection.execute(f"SELECT {_COLUMNS} FROM cells WHERE number = ?", (number,)).fetchone()
            told = connection.execute("SELECT ending, fabula FROM stories WHERE cell = ? ORDER BY place", (number,))
            stories = tuple((ending, load(msgspec.json.decode(saved, type=SavedFabula))) for ending, saved in told)
            return None if row is None else _cell(row, stories)

    def close(self) -> None:
        """Lets go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def _open(self) -> sqlite3.Connection:
        if self._connection is None:
            raise ValueError("the store has not been opened")
        return self._connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._halting("cannot be read", "store-unreadable"):
            yield self._open

    @contextmanager
    def _halting(self, how: str, code: str) -> Iterator[None]:
        """Turns what goes wrong with the file into a diagnostic."""
        try:
            yield
        except (sqlite3.Error, msgspec.MsgspecError, OSError, json.JSONDecodeError) as error:
            message = f"The store {self.path} {how}: {error}."
            kept = "What it has is kept: make room, and begin again with the same words."
            raise Halted(diagnose(code, message, help=kept if code == "cannot-save" else ())) from error


_COLUMNS = "number, standings, rest, reached, expanded, problem"
_ELSEWHERE = "Choose another file for --store, or delete this one if nothing in it is needed any more."
_NAMED = {
    "world": "it is of the world {}",
    "digest": "it is of another version of the world",
    "ask": "it asks what {} happen",
    "vary": "other things vary, or by other steps",
    "endings": "it asks about other endings",
    "conditions": "its endings mean something else",
    "story": "it follows another story, or none",
}


def _difference(theirs: dict[str, Any], mine: dict[str, Any]) -> str:
    """The first thing that two sweeps do not have in common."""
    name = next((name for name in (*_NAMED, *mine) if theirs.get(name) != mine.get(name)), "")
    return _NAMED.get(name, f"its {name} is {{}}").format(theirs.get(name))


def _insert(connection: sqlite3.Connection, cell: Cell) -> None:
    standings = json.dumps([standing.value for standing in cell.standings])
    row = (cell.number, standings, cell.rest, cell.reached, cell.expanded, cell.problem)
    insert = f"INSERT OR IGNORE INTO cells ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"
    with closing(connection.execute(insert, row)) as done:
        if not done.rowcount:
            return
    connection.executemany(
        "INSERT INTO stories VALUES (?, ?, ?, ?, ?)",
        [
            (cell.number, place, ending, json.dumps(fabula.actions), msgspec.json.encode(save(fabula)))
            for place, (ending, fabula) in enumerate(cell.stories)
        ],
    )


def _cell(row: tuple[Any, ...], stories: tuple[tuple[str, Fabula], ...]) -> Cell:
    number, standings, rest, reached, expanded, problem = row
    return Cell(number, tuple(map(Standing, json.loads(standings))), stories, rest, reached, expanded, problem)
