"""The options that have somebody else put a telling into words."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from kizuna import extension
from kizuna.extension import Narrator
from kizuna.surfaces.cli.answering import answer_of

Command = TypeVar("Command", bound=Callable[..., Any])
KEY = "KIZUNA_NARRATOR_KEY"
"""The environment variable with the key that a narrator may need; so it stands in no history of commands."""
_SETTINGS = ("endpoint", "model", "timeout")


def narrator_options(command: Command) -> Command:
    """Who narrates, and what they need for it."""
    for decorate in (
        click.option("--timeout", type=click.FloatRange(0, min_open=True), help="Seconds it may take to answer."),
        click.option("--model", metavar="NAME", help="With --narrator openai: which model to ask."),
        click.option("--endpoint", metavar="URL", help=f"With --narrator openai: where; a key is taken from {KEY}."),
        click.option("--narrator", metavar="NAME", help="Have it put into other words: openai, or one installed."),
    ):
        command = decorate(command)
    return command


def narrator_from(options: dict[str, Any], form: str, concise: bool) -> Narrator | None:
    """The narrator that options ask for, taken out of them; ends the program with why there is none."""
    name = options.pop("narrator")
    given = {each: options.pop(each) for each in _SETTINGS}
    settings = {each: str(value) for each, value in given.items() if value is not None}
    if name is None:
        if settings:
            raise click.UsageError(f"--{next(iter(settings))} needs --narrator")
        return None
    if key := os.environ.get(KEY):
        settings["key"] = key
    return answer_of(extension.narrator(name, settings), form, concise)
