"""The command `tell`: a story in words, in a form, as text, Markdown, HTML or JSON."""

from __future__ import annotations

import sys
from typing import Any

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic
from kizuna.discourse import Telling
from kizuna.fabula import Fabula
from kizuna.model.world import World
from kizuna.narration import as_html, as_markdown, as_text
from kizuna.surfaces.cli.account import accounted, reasons_of
from kizuna.surfaces.cli.answering import (
    LANGUAGE,
    Exit,
    answer_of,
    merged,
    say,
    search_options,
    show_diagnostics,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.narrators import narrator_from, narrator_options
from kizuna.surfaces.cli.parameters import telling_from, telling_options
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import story_of
from kizuna.surfaces.cli.telling_document import telling_document


@click.command("tell")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html", "json"]),
    default="text",
    help="In which form: prose, a synopsis scene by scene, an outline that can be checked, or dialogue.",
)
@click.option("--concise", is_flag=True, help="One line per diagnostic.")
@LANGUAGE
@click.argument("world")
@search_options
@telling_options
@narrator_options
@click.option("--output", type=click.Path(dir_okay=False), help="Write it into this file.")
@click.option(
    "--why", "reasons", is_flag=True, help="With everyone's reasons, all of them, and with what the telling withholds."
)
@click.argument("story", required=False, type=click.Path())
def tell_command(
    world: str,
    story: str | None,
    language: str | None,
    form: str,
    concise: bool,
    output: str | None,
    reasons: bool,
    **options: Any,
) -> None:
    """Tell a story.

    STORY is a saved story (kizuna find --save); without it, one is found first. How it is told the world says in its
    telling block, and the options say otherwise.
    """
    asked = {name: options.pop(name) for name in tuple(options) if name.startswith("telling_")}
    narrator = narrator_from(options, form, concise)
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    telling, diagnostics = telling_from(read, asked, form, concise, diagnostics)
    outcome = api.told(read, fabula, telling, narrator=narrator)
    told = answer_of(outcome, form, concise, diagnostics)
    diagnostics = merged(diagnostics, outcome.diagnostics)
    written = _written(told, telling, read, fabula, form, diagnostics, reasons)
    if form != "json":
        show_diagnostics(diagnostics, concise)
    if output is None:
        say(written.rstrip("\n"))
        return
    problem = save(f"{written.rstrip()}\n".encode(), output, "The telling")
    if problem is not None:
        show_diagnostics((problem,), concise)
        sys.exit(Exit.NONE)


def _written(
    told: api.Told,
    telling: Telling,
    world: World,
    fabula: Fabula,
    form: str,
    diagnostics: tuple[Diagnostic, ...],
    reasons: bool,
) -> str:
    """The telling in the format that was asked for."""
    prose = told.prose
    match form:
        case "json":
            return with_diagnostics(telling_document(prose, telling.form), diagnostics)
        case "markdown":
            written = as_markdown(prose, telling.form)
        case "html":
            if reasons:
                return as_html(prose, telling.form, reasons_of(api.why(world, fabula).unwrap()))
            return as_html(prose, telling.form, _opened(told), told.veiled)
        case _:
            written = as_text(prose, telling.form)
    if not reasons:
        return written
    account, lines = api.why(world, fabula).unwrap(), api.recount(world, fabula.actions).unwrap()
    return f"{written}\n\nWhy:\n\n{accounted(account, lines)}"


def _opened(told: api.Told) -> dict[int, list[str]]:
    """The reasons of every event that is told, as far as they do not name what the telling withholds."""
    return {
        event: [line for line in lines if not told.withholds(event, line)]
        for event, lines in reasons_of(told.account).items()
    }
