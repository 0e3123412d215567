"""The commands that ask what could be otherwise: whatif, why-not, requires."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from kizuna import alternatives
from kizuna.diagnostics import Diagnostic
from kizuna.inquiry.whatif import WhatIf
from kizuna.sources import Files
from kizuna.surfaces.cli import otherwise
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    read_world,
    say,
    search_options,
    show_diagnostics,
    watched,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.otherwise_document import requires_document, whatif_document, whynot_document
from kizuna.surfaces.cli.parting import draw_parting
from kizuna.surfaces.cli.picture import is_picture
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import story_of

_STORY = click.option(
    "--story", type=click.Path(), help="A saved story (kizuna find --save); without it, one is found first."
)

_MOST = f"{alternatives.MOST_TRIED:,}, for an outline {alternatives.MOST_REPLAYED:,}"


@click.command("whatif")
@world_argument
@click.argument("changes", metavar="CHANGE...", nargs=-1, required=True)
@search_options
@_STORY
@click.option("--live", is_flag=True, help="What would happen from there with nobody steering.")
@click.option("--picture", type=click.Path(dir_okay=False), help="Also draw both stories into this .svg or .png file.")
def whatif_command(
    world: str,
    changes: tuple[str, ...],
    story: str | None,
    live: bool,
    picture: str | None,
    language: str | None,
    form: str,
    concise: bool,
    **options: Any,
) -> None:
    """Change something, and see where the old story flips, whose choice that is, and how it goes on.

    A CHANGE is a line of the world's own language: "at(Tom) = yard", "Ana believes at(Tom) = yard", "Ana loves Tom 2",
    "Ana wants gold 2" (what the motive weighs), "never steal(Ben, _)", "then give(Ana, ring)". Several may be given.
    "always at(Tom) = yard" keeps it so whatever happens, "sleep(Tom) after call(Ana, Tom)" (or before) puts an event
    into the old story, and "call(Ana, Tom) anyway" lets one happen whether or not anybody has a reason.
    """
    if picture is not None and not is_picture(picture):
        raise click.BadParameter("its name has to end in .svg or .png", param_hint="--picture")
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    with watched() as observer:
        outcome = alternatives.whatif(
            read,
            changes,
            fabula,
            live=live,
            events=options["events"],
            foresight=options["foresight"],
            depth=options["depth"],
            max_expansions=options["max_expansions"],
            observer=observer,
        )
    answer = answer_of(outcome, form, concise, diagnostics)
    problem = None if picture is None else _drawn(answer, picture)
    diagnostics = merged(diagnostics, outcome.diagnostics, () if problem is None else (problem,))
    if form == "json":
        say(with_diagnostics(whatif_document(answer), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(otherwise.what_if(answer))
    sys.exit(Exit.NONE if problem is not None else Exit.LIMIT if answer.reached else Exit.FOUND)


def _drawn(answer: WhatIf, path: str) -> Diagnostic | None:
    """Draws the picture; what is wrong is returned, and the answer is not lost with it."""
    outcome = draw_parting(answer, Path(path).suffix.lower())
    return outcome.diagnostics[0] if outcome.value is None else save(outcome.value, path, "The picture")


@click.command("why-not")
@world_argument
@click.argument("event")
@click.option("--at", type=click.IntRange(1), required=True, help="Before which event of the story, from 1.")
@search_options
@_STORY
def whynot_command(
    world: str,
    event: str,
    at: int,
    story: str | None,
    language: str | None,
    form: str,
    concise: bool,
    **options: Any,
) -> None:
    """Say why an EVENT, such as "steal(Ben, gold)", does not happen at a place of a story.

    It is not possible there, or somebody who would have to will it has no reason or a better option, or somebody does
    not put up with it; and what they would have to want or believe.
    """
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    with watched() as observer:
        outcome = alternatives.why_not(
            read,
            event,
            at,
            fabula,
            foresight=options["foresight"],
            depth=options["depth"],
            max_expansions=options["max_expansions"],
            observer=observer,
        )
    answer = answer_of(outcome, form, concise, diagnostics)
    diagnostics = merged(diagnostics, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(whynot_document(answer), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(otherwise.why_not(answer))
    sys.exit(Exit.LIMIT if answer.happens is None else Exit.FOUND)


@click.command("requires")
@world_argument
@click.option("--ending", metavar="ENDING", help="An ending of the plot by its name, or a condition; by any way.")
@click.option("--outline", type=click.Path(), help="A file of events, one a line, all of which have to hold.")
@click.option(
    "--vary", multiple=True, metavar="WHAT", help='What may change: "loves(A, B) = 0..10"; may be given again.'
)
@click.option("--count", type=click.IntRange(1), default=3, show_default=True, help="How many ways to look for.")
@click.option("--size", type=click.IntRange(1, 3), default=2, show_default=True, help="Most changes at once.")
@click.option("--most", type=click.IntRange(1), help=f"Most sets to try. [default: {_MOST}]")
@click.option("--events", type=click.IntRange(1), help="Most events in the story.")
@click.option("--foresight", type=click.IntRange(1), help="Actions that a character plans ahead.")
@click.option("--depth", type=click.IntRange(0), help="Layers of minds in which plans are sought.")
@click.option("--max-expansions", type=click.IntRange(1), default=200_000, show_default=True, help="Work limit.")
def requires_command(
    world: str, ending: str | None, outline: str | None, language: str | None, form: str, concise: bool, **options: Any
) -> None:
    """Find the fewest and smallest changes of the start with which an ending can be reached, or an outline holds.

    Bonds, weights of motives and beliefs may change, or what --vary says. Every answer was tried out. --ending does not
    ask for the steps of the plot on the way to it; to keep a way, write it down as an --outline.
    """
    if (ending is None) == (outline is None):
        raise click.UsageError("Say either --ending or --outline.")
    read, warnings = read_world(world, language, form, concise)
    lines = None if outline is None else answer_of(Files().load(outline), form, concise, warnings)
    with watched() as observer:
        outcome = alternatives.requires(read, ending=ending, outline=lines, observer=observer, **options)
    answer = answer_of(outcome, form, concise, warnings)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(requires_document(answer), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(otherwise.required(answer))
    sys.exit({True: Exit.FOUND, False: Exit.NONE, None: Exit.LIMIT}[answer.holds])
