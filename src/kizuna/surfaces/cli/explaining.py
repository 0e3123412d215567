"""The command ``kizuna why``."""

from __future__ import annotations

from typing import Any

import click

from kizuna import api
from kizuna.surfaces.cli.account import accounted
from kizuna.surfaces.cli.account_document import account_document
from kizuna.surfaces.cli.answering import answer_of, say, search_options, show_diagnostics, world_argument
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.stories import story_of


@click.command("why")
@world_argument
@search_options
@click.argument("story", required=False, type=click.Path())
def why_command(world: str, story: str | None, language: str | None, form: str, concise: bool, **options: Any) -> None:
    """Explain every event: the plan, the beliefs it rests on, what it gains and costs.

    STORY is a saved story (kizuna find --save); without it, one is found first.
    """
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    account = answer_of(api.why(read, fabula), form, concise, diagnostics)
    if form == "json":
        say(with_diagnostics(account_document(account), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(accounted(account, api.recount(read, fabula.actions).unwrap()))
