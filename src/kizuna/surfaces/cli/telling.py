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
from kizuna.narration import Prose, as_html, as_markdown, as_text
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
@click.option("--why", "reasons", is_flag=True, help="With everyone's reasons (HTML always has them).")
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
    outcome = api.tell(read, fabula, telling, narrator=narrator)
    prose = answer_of(outcome, form, concise, diagnostics)
    diagnostics = merged(diagnostics, outcome.diagnostics)
    written = _written(prose, telling, read, fabula, form, diagnostics, reasons)
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
    prose: Prose,
    telling: Telling,
    world: World,
    fabula: Fabula,
    form: str,
    diagnostics: tuple[Diagnostic, ...],
    reasons: bool,
) -> str:
    """The telling in the format that was asked for."""
    match form:
        case "json":
            return with_diagnostics(telling_document(prose, telling.form), diagnostics)
        case "markdown":
            written = as_markdown(prose, telling.form)
        case "html":
            return as_html(prose, telling.form, reasons_of(api.why(world, fabula).unwrap()))
        case _:
            written = as_text(prose, telling.form)
    if not reasons:
        return written
    account, lines = api.why(world, fabula).unwrap(), api.recount(world, fabula.actions).unwrap()
    return f"{written}\n\nWhy:\n\n{accounted(account, lines)}"
