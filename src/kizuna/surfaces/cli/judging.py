"""The commands ``kizuna check`` and ``kizuna validate``: a world looked over, and a story checked against it."""

from __future__ import annotations

import sys

import click

from kizuna import api
from kizuna.fabula.validator import DEFAULT_EFFORT
from kizuna.surfaces.cli import text
from kizuna.surfaces.cli.answering import Exit, answer_of, merged, read_world, say, show_diagnostics, world_argument
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.stories import load_stories
from kizuna.surfaces.cli.story_document import overview_document, verdict_document


@click.command("check")
@world_argument
def check_command(world: str, language: str | None, form: str, concise: bool) -> None:
    """Check a world for mistakes."""
    read, warnings = read_world(world, language, form, concise)
    outcome = api.check(read)
    overview = answer_of(outcome, form, concise, warnings)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(overview_document(overview), diagnostics))
        return
    show_diagnostics(diagnostics, concise)
    cast = ", ".join(overview.characters) or "nobody"
    sizes = f"{overview.fluents} fluents, {overview.actions} actions, {overview.rules} rules"
    say(f"{read.name}: no errors. Cast: {cast}. Ground: {sizes}.")


_EFFORT = "Looks at conditions, fluents and minds before it is left open whether a plan could be shorter."


@click.command("validate")
@world_argument
@click.argument("story", type=click.Path())
@click.option("--effort", type=click.IntRange(0), default=DEFAULT_EFFORT, show_default=True, help=_EFFORT)
def validate_command(world: str, story: str, language: str | None, form: str, concise: bool, effort: int) -> None:
    """Check a saved story independently of the search that found it."""
    read, warnings = read_world(world, language, form, concise)
    fabulas = load_stories(story, form, concise)
    verdicts = [answer_of(api.validate(read, f, effort=effort), form, concise, warnings) for f in fabulas]
    if form == "json":
        say(with_diagnostics(verdict_document(verdicts), warnings))
    else:
        show_diagnostics(warnings, concise)
        for verdict in verdicts:
            say(text.judged(verdict))
    sys.exit(Exit.FOUND if all(verdict.accepted for verdict in verdicts) else Exit.NONE)
