"""The command ``kizuna``: find, why, feelings, tell, check, validate, format, convert."""

from __future__ import annotations

import gc
import io
import os
import sys
import traceback
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from kizuna import api
from kizuna.appraisal import HALVING, Feelings
from kizuna.diagnostics import Diagnostic
from kizuna.fabula.validate import DEFAULT_EFFORT
from kizuna.inquiry import By
from kizuna.surfaces.cli import document, text
from kizuna.surfaces.cli.account import accounted
from kizuna.surfaces.cli.alternatives import requires_command, whatif_command, whynot_command
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    read_world,
    say,
    search_options,
    show_diagnostics,
    world_argument,
)
from kizuna.surfaces.cli.beginning import new_command
from kizuna.surfaces.cli.living import live_command
from kizuna.surfaces.cli.mood_document import feelings_document
from kizuna.surfaces.cli.moods import moods_told
from kizuna.surfaces.cli.outlining import outline_command
from kizuna.surfaces.cli.picture import draw, is_picture
from kizuna.surfaces.cli.proving import prove
from kizuna.surfaces.cli.reading import reader_command
from kizuna.surfaces.cli.rewriting import convert_command, format_command
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import exit_code, load_stories, searched, story_of
from kizuna.surfaces.cli.sweeping import sweep_command
from kizuna.surfaces.cli.telling import tell_command


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
    "--count", type=click.IntRange(1), help=f"How many different stories to look for: 1, or {api.CANDIDATES} to rank."
)
@click.option(
    "--rank", "by", type=click.Choice([by.value for by in By]), help="The most interesting first, with the reason."
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
    by = options.pop("by")
    usual = 1 if by is None else api.CANDIDATES
    options["count"] = None if options.pop("every") else options["count"] or usual
    result, diagnostics = searched(read, warnings, form, concise, options)
    ranking = None if by is None else answer_of(api.rank(read, result.fabulas, by), form, concise, diagnostics)
    if ranking is not None:
        result = replace(result, fabulas=ranking.fabulas)
    answer = document.result_document(result, ranking)
    problem = None if path is None else save(document.as_text(answer).encode() + b"\n", path, "The result")
    if problem is not None:
        diagnostics = merged(diagnostics, (problem,))
    if form == "json":
        say(document.with_diagnostics(answer, diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        told = [api.recount(read, fabula.actions).unwrap() for fabula in result.fabulas]
        say(text.found(result, told, ranking))
    sys.exit(exit_code(result) if problem is None else Exit.NONE)


@cli.command()
@world_argument
@search_options
@click.argument("story", required=False, type=click.Path())
def why(world: str, story: str | None, language: str | None, form: str, concise: bool, **options: Any) -> None:
    """Explain every event: the plan, the beliefs it rests on, what it gains and costs.

    STORY is a saved story (kizuna find --save); without it, one is found first.
    """
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    account = answer_of(api.why(read, fabula), form, concise, diagnostics)
    if form == "json":
        say(document.with_diagnostics(document.account_document(account), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(accounted(account, api.recount(read, fabula.actions).unwrap()))


@cli.command()
@world_argument
@search_options
@click.option("--story", type=click.Path(), help="A saved story (kizuna find --save); without it, one is found first.")
@click.option("--who", multiple=True, metavar="NAME", help="Only what this character feels; may be given again.")
@click.option("--picture", type=click.Path(dir_okay=False), help="Also draw curves into this .svg or .png file.")
@click.option("--fears/--no-fears", default=True, help="Whether to work out what everyone fears: most of the work.")
@click.option(
    "--halving", type=click.IntRange(1), default=HALVING, show_default=True, help="Events that halve an emotion."
)
def feelings(
    world: str,
    story: str | None,
    who: tuple[str, ...],
    picture: str | None,
    fears: bool,
    halving: int,
    language: str | None,
    form: str,
    concise: bool,
    **options: Any,
) -> None:
    """Say what everyone feels at every event, how strongly, and what of.

    The strongest of what somebody feels is marked with a star.
    """
    if picture is not None and not is_picture(picture):
        raise click.BadParameter("its name has to end in .svg or .png", param_hint="--picture")
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    strangers = [name for name in who if name not in read.characters]
    if strangers:
        raise click.BadParameter(f"nobody in it is called {strangers[0]}", param_hint="--who")
    outcome = api.feelings(read, fabula, who=who or None, fears=fears, halving=halving)
    felt = answer_of(outcome, form, concise, diagnostics)
    problem = None if picture is None else _drawn(felt, picture)
    diagnostics = merged(diagnostics, outcome.diagnostics, () if problem is None else (problem,))
    if form == "json":
        say(document.with_diagnostics(feelings_document(felt), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(moods_told(felt, api.recount(read, fabula.actions).unwrap()))
    sys.exit(Exit.FOUND if problem is None else Exit.NONE)


def _drawn(felt: Feelings, path: str) -> Diagnostic | None:
    """Draws the picture; what is wrong is returned, and the answer is not lost with it."""
    outcome = draw(felt, Path(path).suffix.lower())
    return outcome.diagnostics[0] if outcome.value is None else save(outcome.value, path, "The picture")


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
    fabulas = load_stories(story, form, concise)
    verdicts = [answer_of(api.validate(read, f, effort=effort), form, concise, warnings) for f in fabulas]
    if form == "json":
        say(document.with_diagnostics(document.verdict_document(verdicts), warnings))
    else:
        show_diagnostics(warnings, concise)
        for verdict in verdicts:
            say(text.judged(verdict))
    sys.exit(Exit.FOUND if all(verdict.accepted for verdict in verdicts) else Exit.NONE)


cli.add_command(reader_command)
cli.add_command(tell_command)
cli.add_command(live_command)
cli.add_command(whatif_command)
cli.add_command(whynot_command)
cli.add_command(requires_command)
cli.add_command(sweep_command)
cli.add_command(new_command)
cli.add_command(outline_command)
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
