"""One cell of a sweep: what comes of it, its story in sentences, and both on paper, to be asked further."""

from __future__ import annotations

import sys
from typing import NoReturn

import msgspec

from kizuna import api, sweeping
from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.fabula.saved import save as saved
from kizuna.surfaces.cli.answering import Exit, answer_of, fail, merged, say, show_diagnostics
from kizuna.surfaces.cli.document import as_text, with_diagnostics
from kizuna.surfaces.cli.map_text import cell_document, question, shown_by
from kizuna.surfaces.cli.saving import save
from kizuna.sweeping import Cell, Job, Map, Store


def show_cell(
    job: Job,
    store: Store,
    number: int,
    paths: tuple[str | None, str | None],
    form: str,
    concise: bool,
    diagnostics: tuple[Diagnostic, ...],
) -> NoReturn:
    """Shows a cell, from the store or answered now, writes its first story and its world, and ends the program."""
    if number >= job.grid.size:
        fail(merged(diagnostics, (no_such_cell(number, job.grid.size),)), form, concise)
    answer_of(sweeping.opened(job, store), form, concise, diagnostics)
    cell = store.cell(number) or sweeping.Desk(job).answer(sweeping.Task(number))
    problems = tuple(filter(None, (_story(cell, paths[0]), _world(job, cell, paths[1]))))
    diagnostics = merged(diagnostics, problems)
    if form == "json":
        say(with_diagnostics(cell_document(Map(job, (cell,)), cell), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(_told(job, cell))
    sys.exit(Exit.NONE if problems else Exit.LIMIT if cell.reached else Exit.FOUND)


def no_such_cell(number: int, cells: int) -> Diagnostic:
    """That a cell was asked about that the sweep does not have."""
    help = "The tables of --csv and --format json have the numbers; a link on the map ends with one."
    return diagnose("no-such-cell", f"There is no cell {number}: the sweep has {cells:,}, counted from 0.", help=help)


def _story(cell: Cell, path: str | None) -> Diagnostic | None:
    """Writes the first story of a cell."""
    if path is None:
        return None
    if cell.story is None:
        return diagnose("cannot-save", f"Cell {cell.number} has no story to save.")
    return save(as_text(msgspec.to_builtins(saved(cell.story))).encode() + b"\n", path, "The story")


def _world(job: Job, cell: Cell, path: str | None) -> Diagnostic | None:
    """Writes the world of a cell, in which its first story can be asked about."""
    if path is None:
        return None
    ending = cell.stories[0][0] if cell.stories else None
    return save(api.write(job.asked_world(ending, cell.number)).encode(), path, "The world")


def _told(job: Job, cell: Cell) -> str:
    lines = [f"{question(job)}.", f"Cell {cell.number} of {job.grid.size:,}: {'; '.join(_changes(job, cell))}."]
    lines.append(f"It comes to: {job.outcomes.of(cell)}.")
    if cell.problem is not None:
        lines.append(cell.problem)
    for ending, story in cell.stories:
        lines += shown_by(job, ending)
        told = api.recount(job.asked_world(ending, cell.number), story.actions).unwrap()
        pairs = zip(told, story.actions, strict=True)
        lines += [f"  {number}. {each.text}  [{name}]" for number, (each, name) in enumerate(pairs, 1)]
    if cell.rest is not None:
        lines.append(f"Then {cell.rest}." if cell.stories else f"There is {cell.rest}.")
    return "\n".join(lines)


def _changes(job: Job, cell: Cell) -> list[str]:
    return [turn.says for turn in job.grid.turns(cell.number)]
