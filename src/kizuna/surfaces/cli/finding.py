"""The command ``kizuna find``: stories that reach the author's ending, in text or JSON, saved, ranked, or ruled out."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from kizuna import api
from kizuna.api.finding import reaching
from kizuna.diagnostics import Diagnostic
from kizuna.inquiry import By
from kizuna.search import SearchResult
from kizuna.surfaces.cli import text
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
from kizuna.surfaces.cli.document import as_text, with_diagnostics
from kizuna.surfaces.cli.proving import prove
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import exit_code, searched
from kizuna.surfaces.cli.story_document import result_document

if TYPE_CHECKING:
    from kizuna.inquiry import Ranking


@click.command("find")
@world_argument
@search_options
@click.option(
    "--count", type=click.IntRange(1), help=f"How many different stories to look for: 1, or {api.CANDIDATES} to rank."
)
@click.option(
    "--rank", "by", type=click.Choice([by.value for by in By]), help="The most interesting first, with the reason."
)
@click.option("--ending", metavar="ENDING", help="Only this ending, by any way: its name, or a condition.")
@click.option("--all", "every", is_flag=True, help="All stories within the limits.")
@click.option("--save", "path", type=click.Path(dir_okay=False), help="Also save the result, with its certificate.")
@click.option("--must", metavar="CONDITION", help="Prove or refute instead that this comes to hold in every story.")
def find_command(world: str, language: str | None, form: str, concise: bool, **options: Any) -> None:
    """Find stories that reach the author's ending."""
    read, warnings = read_world(world, language, form, concise)
    path = options.pop("path")
    condition = options.pop("must")
    ending = options.pop("ending")
    if ending is not None:
        if path is not None:
            raise click.UsageError(
                "--save does not go with --ending: write the ending into the plot, and save its story."
            )
        read = answer_of(reaching(read, ending), form, concise, warnings)
    if condition is not None:
        prove(read, warnings, condition, form, concise, options)
    by = options.pop("by")
    usual = 1 if by is None else api.CANDIDATES
    options["count"] = None if options.pop("every") else options["count"] or usual
    result, diagnostics = searched(read, warnings, form, concise, options)
    ranking = None if by is None else answer_of(api.rank(read, result.fabulas, by), form, concise, diagnostics)
    if ranking is not None:
        result = replace(result, fabulas=ranking.fabulas)
    problem = None if path is None else _saved(result, ranking, path)
    if problem is not None:
        diagnostics = merged(diagnostics, (problem,))
    if form == "json":
        say(with_diagnostics(result_document(result, ranking), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        told = [api.recount(read, fabula.actions).unwrap() for fabula in result.fabulas]
        say(text.found(result, told, ranking))
    sys.exit(exit_code(result) if problem is None else Exit.NONE)


def _saved(result: SearchResult, ranking: Ranking | None, path: str) -> Diagnostic | None:
    return save(as_text(result_document(result, ranking)).encode() + b"\n", path, "The result")
