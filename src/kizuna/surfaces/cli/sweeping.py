"""The command that maps a world over what varies: sweep."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from kizuna import sweeping
from kizuna.backends import Cluster, Processes, SqliteStore
from kizuna.diagnostics import Diagnostic, Outcome, diagnose
from kizuna.model.world import World
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    interruptible,
    merged,
    read_world,
    say,
    show_diagnostics,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.map_page import map_page
from kizuna.surfaces.cli.map_picture import MOST_PANELS, draw_map, is_drawable
from kizuna.surfaces.cli.map_text import as_table, map_document, mapped
from kizuna.surfaces.cli.picture import is_picture
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import load_stories
from kizuna.surfaces.cli.sweep_cell import show_cell
from kizuna.sweeping import Ask, Executor, Job, Map, Memory, Store, Tally

Files = tuple[tuple[str | None, str, Callable[[], bytes]], ...]


@click.command("sweep")
@world_argument
@click.option(
    "--vary", multiple=True, required=True, metavar="WHAT", help='An axis: "loves(A, B) = 0..10"; may be given again.'
)
@click.option(
    "--ask", type=click.Choice([each.value for each in Ask]), default="would", show_default=True, help="What to map."
)
@click.option(
    "--ending", "endings", multiple=True, metavar="NAME", help='Only this ending; or a further one, "NAME: CONDITION".'
)
@click.option("--story", type=click.Path(), help="A saved story that happens as long as everybody wants it (would).")
@click.option(
    "--store", type=click.Path(dir_okay=False), help="Keep every cell in this file, and go on with what it has."
)
@click.option("--workers", type=click.IntRange(1), help="Processes that work at it; as many as there are cores.")
@click.option("--scheduler", metavar="ADDRESS", help="Work on the cluster behind this dask scheduler instead.")
@click.option("--picture", type=click.Path(dir_okay=False), help="Also draw the map into this .svg or .png file.")
@click.option("--csv", "table", type=click.Path(dir_okay=False), help="Also write a row for each cell into this file.")
@click.option("--cell", type=click.IntRange(0), help="Show the story of this cell instead (with --store: kept or not).")
@click.option("--save", "path", type=click.Path(dir_okay=False), help="With --cell: save its first story.")
@click.option("--save-world", type=click.Path(dir_okay=False), help="With --cell: save its world, as a .story file.")
@click.option("--yes", is_flag=True, help=f"Do not ask before more than {sweeping.MOST_CELLS:,} cells.")
@click.option("--events", type=click.IntRange(1), help="Most events of a story.")
@click.option("--foresight", type=click.IntRange(1), help="Actions that a character plans ahead.")
@click.option("--depth", type=click.IntRange(0), help="Layers of minds in which plans are sought.")
@click.option(
    "--max-expansions", type=click.IntRange(1), default=200_000, show_default=True, help="Work limit, a search."
)
def sweep_command(
    world: str,
    language: str | None,
    form: str,
    concise: bool,
    vary: tuple[str, ...],
    story: str | None,
    store: str | None,
    workers: int | None,
    scheduler: str | None,
    picture: str | None,
    table: str | None,
    cell: int | None,
    path: str | None,
    save_world: str | None,
    yes: bool,
    **question: Any,
) -> None:
    """Map which endings would, can or must happen, over everything that may vary.

    Each choice is a world of its own. WHAT is written as for `requires`; the first axis runs across, the second up,
    further ones have a panel each.
    """
    _check(picture, story, cell, (path, save_world), question["ask"])
    read, warnings = read_world(world, language, form, concise)
    question["story"] = None if story is None else load_stories(story, form, concise)[0]
    prepared = _prepared(read, vary, yes, question)
    job, diagnostics = answer_of(prepared, form, concise, warnings), merged(warnings, prepared.diagnostics)
    kept: Store = Memory() if store is None else SqliteStore(store)
    with closing(kept) if isinstance(kept, SqliteStore) else nullcontext():
        if cell is not None:
            show_cell(job, kept, cell, (path, save_world), form, concise, diagnostics)
        outcome = _swept(job, kept, Processes(workers) if scheduler is None else Cluster(scheduler))
        map = answer_of(outcome, form, concise, diagnostics)
    files = (*_pictures(map, picture), (table, "The table", lambda: as_table(map).encode()))
    diagnostics = merged(diagnostics, outcome.diagnostics, tuple(_written(map, picture, files)))
    _show(map, form, concise, diagnostics)
    failed = any(each.is_error for each in diagnostics)
    sys.exit(Exit.NONE if failed else Exit.FOUND if map.is_complete else Exit.LIMIT)


def _check(
    picture: str | None, story: str | None, cell: int | None, saving: tuple[str | None, str | None], ask: str
) -> None:
    """Makes sure that the options go together."""
    if picture is not None and not is_picture(picture):
        raise click.BadParameter("its name has to end in .svg or .png", param_hint="--picture")
    if story is not None and ask != Ask.WOULD.value:
        raise click.UsageError("--story goes with --ask would alone.")
    if cell is None and saving != (None, None):
        raise click.UsageError("--save and --save-world go with --cell.")


def _swept(job: Job, kept: Store, executor: Executor) -> Outcome[Map]:
    """The map, with its progress on a terminal; Ctrl-C ends the sweep in good order."""
    with interruptible() as stopped, _progress() as shown:
        return sweeping.run(job, kept, executor, lambda tally: shown(tally) or stopped())


def _show(map: Map, form: str, concise: bool, diagnostics: tuple[Diagnostic, ...]) -> None:
    if form == "json":
        say(with_diagnostics(map_document(map), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(mapped(map))


def _prepared(world: World, vary: tuple[str, ...], yes: bool, question: dict[str, Any]) -> Outcome[Job]:
    """The sweep; where it is very large and somebody is there to be asked, they are."""
    outcome = sweeping.prepared(world, vary, most=None if yes else sweeping.MOST_CELLS, **question)
    large = next((each for each in outcome.diagnostics if each.code == "too-many-cells"), None)
    if large is None or not is_asked(f"{large.message} Go on?"):
        return outcome
    return sweeping.prepared(world, vary, most=None, **question)


def is_asked(message: str) -> bool:
    """Whether somebody is there to be asked, and says yes."""
    return sys.stdin.isatty() and click.confirm(message, err=True)


# --- progress --------------------------------------------------------------------------------------------------------


@contextmanager
def _progress() -> Iterator[Callable[[Tally], None]]:
    """Shows on a terminal how far a sweep is, and how long the rest may take."""
    began, last = time.monotonic(), 0.0

    def show(tally: Tally) -> None:
        nonlocal last
        now = time.monotonic()
        if sys.stderr.isatty() and (now - last > 0.2 or tally.kept == tally.cells):
            last = now
            each = (now - began) / tally.answered
            line = f"{tally.kept:,} of {tally.cells:,} cells, {span(each * (tally.cells - tally.kept))} left"
            click.echo(f"\r\x1b[2K{line}", nl=False, err=True)

    try:
        yield show
    finally:
        if sys.stderr.isatty():
            click.echo("\r\x1b[2K", nl=False, err=True)


def span(seconds: float) -> str:
    """A length of time, roughly."""
    if seconds < 90:
        return f"about {max(1, round(seconds))} s"
    return f"about {round(seconds / 60)} min" if seconds < 5400 else f"about {seconds / 3600:.1f} h"


# --- files -----------------------------------------------------------------------------------------------------------


def _pictures(map: Map, picture: str | None) -> Files:
    """The page of stories beside a picture."""
    return ((None if picture is None else _page(picture), "The page of stories", lambda: map_page(map).encode()),)


def _page(picture: str) -> str:
    return str(Path(picture).with_suffix(".stories.html"))


def _written(map: Map, picture: str | None, files: Files) -> Iterator[Diagnostic]:
    """Draws and writes; what is wrong is said, and the answer is not lost with it."""
    if picture is not None and not is_drawable(map):
        message = f"The map has more than {MOST_PANELS} panels, too many for a picture."
        yield diagnose("cannot-save", message, help="Let fewer things vary beyond the first two.")
    elif picture is not None:
        drawn = draw_map(map, Path(picture).suffix.lower(), Path(_page(picture)).name)
        if drawn.value is None:
            yield from drawn.diagnostics
        else:
            files = (*files, (picture, "The picture", drawn.unwrap))
    for path, what, content in files:
        problem = None if path is None else save(content(), path, what)
        if problem is not None:
            yield problem
