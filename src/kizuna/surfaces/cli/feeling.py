"""The command ``kizuna feelings``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kizuna import api
from kizuna.appraisal import HALVING, Feelings
from kizuna.diagnostics import Diagnostic
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    say,
    search_options,
    show_diagnostics,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.mood_document import feelings_document
from kizuna.surfaces.cli.moods import moods_told
from kizuna.surfaces.cli.picture import draw, is_picture
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import story_of


@click.command("feelings")
@world_argument
@search_options
@click.option("--story", "named", type=click.Path(), help="The same as STORY.")
@click.option("--who", multiple=True, metavar="NAME", help="Only what this character feels; may be given again.")
@click.option("--picture", type=click.Path(dir_okay=False), help="Also draw curves into this .svg or .png file.")
@click.option("--fears/--no-fears", default=True, help="Whether to work out what everyone fears: most of the work.")
@click.option(
    "--halving", type=click.IntRange(1), default=HALVING, show_default=True, help="Events that halve an emotion."
)
@click.argument("story", required=False, type=click.Path())
def feelings_command(
    world: str,
    story: str | None,
    named: str | None,
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

    STORY is a saved story (kizuna find --save); without it, one is found first. The strongest of what somebody feels is
    marked with a star.
    """
    if story is not None and named is not None:
        raise click.UsageError("Say the story once: as STORY, or as --story.")
    if picture is not None and not is_picture(picture):
        raise click.BadParameter("its name has to end in .svg or .png", param_hint="--picture")
    read, fabula, diagnostics = story_of(world, story or named, language, form, concise, options)
    strangers = [name for name in who if name not in read.characters]
    if strangers:
        raise click.BadParameter(f"nobody in it is called {strangers[0]}", param_hint="--who")
    outcome = api.feelings(read, fabula, who=who or None, fears=fears, halving=halving)
    felt = answer_of(outcome, form, concise, diagnostics)
    problem = None if picture is None else _drawn(felt, picture)
    diagnostics = merged(diagnostics, outcome.diagnostics, () if problem is None else (problem,))
    if form == "json":
        say(with_diagnostics(feelings_document(felt), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(moods_told(felt, api.recount(read, fabula.actions).unwrap()))
    sys.exit(Exit.FOUND if problem is None else Exit.NONE)


def _drawn(felt: Feelings, path: str) -> Diagnostic | None:
    """Draws the picture; what is wrong is returned, and the answer is not lost with it."""
    outcome = draw(felt, Path(path).suffix.lower())
    return outcome.diagnostics[0] if outcome.value is None else save(outcome.value, path, "The picture")
