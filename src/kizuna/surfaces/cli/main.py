"""The command ``kizuna``: find, why, tell, check, validate, format, convert."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from typing import Any

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.fabula import Fabula
from kizuna.fabula.validate import DEFAULT_EFFORT
from kizuna.model.world import World
from kizuna.search import SearchResult, Stop
from kizuna.surfaces.cli import document, text
from kizuna.surfaces.cli.account import accounted
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    fail,
    merged,
    read_world,
    say,
    search_options,
    show_diagnostics,
    show_failure,
    watched,
    world_argument,
)
from kizuna.surfaces.cli.beginning import new_command
from kizuna.surfaces.cli.living import live_command
from kizuna.surfaces.cli.proving import prove
from kizuna.surfaces.cli.rewriting import convert_command, format_command
from kizuna.surfaces.cli.saving import save

MAX_SAVED_BYTES = 500_000_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="kizuna", prog_name="kizuna")
def cli() -> None:
    """Find stories in which everyone acts for reasons of their own.

    WORLD is a file, a folder with a world file in it, or the name of a world that comes with kizuna.
    """


@cli.command()
@world_argument
@search_options
@click.option(
    "--count", type=click.IntRange(1), default=1, show_default=True, help="How many different stories to look for."
)
@click.option("--all", "every", is_flag=True, help="All stories within the limits.")
@click.option("--save", "path", type=click.Path(dir_okay=False), help="Also save the result, with its certificate.")
@click.option("--must", metavar="CONDITION", help="Prove or refute instead that this comes to hold in every story.")
def find(world: str, language: str | None, form: str, concise: bool, **options: Any) -> None:
    """Find stories that reach the author's ending."""
    read, warnings = read_world(world, language, form, concise)
    path = options.pop("path")
    condition = options.pop("must")
    if condition is not None:
        prove(read, warnings, condition, form, concise, options)
    if options.pop("every"):
        options["count"] = None
    result, diagnostics = _find(read, warnings, form, concise, options)
    problem = None if path is None else _save(result, path)
    if problem is not None:
        diagnostics = merged(diagnostics, (problem,))
    if form == "json":
        say(document.with_diagnostics(document.result_document(result), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        told = [api.tell(read, fabula).unwrap() for fabula in result.fabulas]
        say(text.found(result, told))
    sys.exit(_exit_code(result) if problem is None else Exit.NONE)


def _find(
    world: World, warnings: tuple[Diagnostic, ...], form: str, concise: bool, options: dict[str, Any]
) -> tuple[SearchResult, tuple[Diagnostic, ...]]:
    with watched() as observer:
        outcome = api.find(world, observer=observer, **options)
    return answer_of(outcome, form, concise, warnings), merged(warnings, outcome.diagnostics)


def _exit_code(result: SearchResult) -> Exit:
    if result.stopped in (Stop.LIMIT, Stop.CANCELLED):
        return Exit.LIMIT
    return Exit.FOUND if result.fabulas else Exit.NONE


def _save(result: SearchResult, path: str) -> Diagnostic | None:
    """Writes the result; what is wrong is returned, and the story is not lost with it."""
    return save(document.as_text(document.result_document(result)).encode() + b"\n", path, "The result")


@cli.command()
@world_argument
@search_options
@click.argument("story", required=False, type=click.Path())
def why(world: str, story: str | None, language: str | None, form: str, concise: bool, **options: Any) -> None:
    """Explain every event: the plan, the beliefs it rests on, what it gains and costs.

    STORY is a saved story (kizuna find --save); without it, one is found first.
    """
    read, fabula, diagnostics = _story(world, story, language, form, concise, options)
    account = answer_of(api.why(read, fabula), form, concise, diagnostics)
    if form == "json":
        say(document.with_diagnostics(document.account_document(account), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(accounted(account, api.tell(read, fabula).unwrap()))


@cli.command()
@world_argument
@search_options
@click.option("--why", "reasons", is_flag=True, help="With everyone's reasons.")
@click.argument("story", required=False, type=click.Path())
def tell(
    world: str, story: str | None, language: str | None, form: str, concise: bool, reasons: bool, **options: Any
) -> None:
    """Tell a story in plain sentences.

    STORY is a saved story (kizuna find --save); without it, one is found first.
    """
    read, fabula, diagnostics = _story(world, story, language, form, concise, options)
    sentences = answer_of(api.tell(read, fabula), form, concise, diagnostics)
    if form == "json":
        say(document.with_diagnostics(document.telling_document(sentences), diagnostics))
        return
    show_diagnostics(diagnostics, concise)
    say(text.told(sentences))
    if reasons:
        say("\nWhy:\n")
        say(accounted(answer_of(api.why(read, fabula), form, concise), sentences))


def _story(
    world: str, story: str | None, language: str | None, form: str, concise: bool, options: dict[str, Any]
) -> tuple[World, Fabula, tuple[Diagnostic, ...]]:
    """The world and the story asked about: the saved one, or the first that is found; ends the program without one."""
    read, warnings = read_world(world, language, form, concise)
    if story is not None:
        return read, _load(story, form, concise)[0], warnings
    result, diagnostics = _find(read, warnings, form, concise, options)
    if not result.fabulas:
        show_failure(diagnostics, form, concise)
        sys.exit(_exit_code(result))
    return read, result.fabulas[0], diagnostics


def _load(story: str, form: str, concise: bool) -> tuple[Fabula, ...]:
    try:
        with Path(story).open("rb") as file:
            data = file.read(MAX_SAVED_BYTES + 1)
    except OSError as error:
        fail((diagnose("file-unreadable", f"{story} cannot be read: {error.strerror}."),), form, concise)
    if len(data) > MAX_SAVED_BYTES:
        message = f"{story} is larger than a saved story can be ({MAX_SAVED_BYTES:,} bytes)."
        fail((diagnose("saved-story-unreadable", message),), form, concise)
    fabulas = answer_of(api.load(story, data), form, concise)
    if not fabulas:
        message = f"{story} holds a result without stories."
        fail((diagnose("saved-story-unreadable", message, help="Save one that was found."),), form, concise)
    return fabulas


@cli.command()
@world_argument
def check(world: str, language: str | None, form: str, concise: bool) -> None:
    """Check a world for mistakes."""
    read, warnings = read_world(world, language, form, concise)
    outcome = api.check(read)
    overview = answer_of(outcome, form, concise, warnings)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(document.with_diagnostics(document.overview_document(overview), diagnostics))
        return
    show_diagnostics(diagnostics, concise)
    cast = ", ".join(overview.characters) or "nobody"
    sizes = f"{overview.fluents} fluents, {overview.actions} actions, {overview.rules} rules"
    say(f"{read.name}: no errors. Cast: {cast}. Ground: {sizes}.")


_EFFORT = "Looks at conditions, fluents and minds before it is left open whether a plan could be shorter."


@cli.command()
@world_argument
@click.argument("story", type=click.Path())
@click.option("--effort", type=click.IntRange(0), default=DEFAULT_EFFORT, show_default=True, help=_EFFORT)
def validate(world: str, story: str, language: str | None, form: str, concise: bool, effort: int) -> None:
    """Check a saved story independently of the search that found it."""
    read, warnings = read_world(world, language, form, concise)
    fabulas = _load(story, form, concise)
    verdicts = [answer_of(api.validate(read, f, effort=effort), form, concise, warnings) for f in fabulas]
    if form == "json":
        say(document.with_diagnostics(document.verdict_document(verdicts), warnings))
    else:
        show_diagnostics(warnings, concise)
        for verdict in verdicts:
            say(text.judged(verdict))
    sys.exit(Exit.FOUND if all(verdict.accepted for verdict in verdicts) else Exit.NONE)


cli.add_command(live_command)
cli.add_command(new_command)
cli.add_command(format_command)
cli.add_command(convert_command)


def main() -> None:
    """Runs the command line; a bug of ours ends in a short report and exit code 70."""
    gc.set_threshold(100_000)  # nearly all that a command makes stays: to look for garbage more often only takes time
    sys.set_int_max_str_digits(0)  # a world's numbers may grow longer than Python likes to print
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # and its names hold letters that the terminal has not
    try:
        sys.exit(cli.main(standalone_mode=False))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        _report("cancelled; nothing was proven.")
        sys.exit(Exit.LIMIT)
    except OSError as error:
        _report(f"the answer cannot be written: {error.strerror or error}")
        os._exit(Exit.NONE)
    except Exception as error:
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        _report(
            f"this is a bug in kizuna: {type(error).__name__}: {error} ({place})\n"
            "Please report it with the world file and the command that you ran."
        )
        sys.exit(Exit.BUG)


def _report(message: str) -> None:
    with suppress(OSError):
        sys.stderr.write(f"kizuna: {message}\n")
        sys.stderr.flush()
