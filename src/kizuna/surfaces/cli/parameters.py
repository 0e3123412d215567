"""The options that say how a story is to be told; each is a line of a `telling` block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic
from kizuna.discourse import Distance, Form, Order, Person, Telling, Tense
from kizuna.model.world import World
from kizuna.surfaces.cli.answering import answer_of, merged

Command = TypeVar("Command", bound=Callable[..., Any])
_CHOICES = {
    "order": (Order, "In which order."),
    "distance": (Distance, "How near it comes to what people feel and think."),
    "tense": (Tense, "The narrator's tense."),
    "person": (Person, "Whether the one it is told through says I."),
    "form": (Form, "What is written."),
}
_WRITTEN = {
    "through": ("NAME", "Through whose eyes; or everyone, or nobody."),
    "begin": ("EVENT", "What medias-res begins with, and a flashforward shows first."),
    "withhold": ("WHAT", "An event, a fact, somebody, a kind of things, a topic; may be given again."),
    "opening": ("FACTS", "What the reader is told at once, or everything; may be given again."),
    "at": ("'EVENT HOW'", "Tell an event otherwise: 'walk through Ana'; may be given again."),
}
_SEVERAL = ("withhold", "opening", "at")


def telling_options(command: Command) -> Command:
    """How a story is to be told: what the world says itself counts where nobody says otherwise."""
    decorators = [click.option("--telling", "telling_file", type=click.Path(), help="A file with a `telling` block.")]
    for name, (metavar, help) in _WRITTEN.items():
        several = name in _SEVERAL
        decorators.append(click.option(f"--{name}", f"telling_{name}", multiple=several, metavar=metavar, help=help))
    for name, (kind, help) in _CHOICES.items():
        choice = click.Choice([each.value for each in kind])
        decorators.append(click.option(f"--{name}", f"telling_{name}", type=choice, help=help))
    for decorate in reversed(decorators):
        command = decorate(command)
    return command


def telling_from(
    world: World, options: dict[str, Any], form: str, concise: bool, earlier: tuple[Diagnostic, ...]
) -> tuple[Telling, tuple[Diagnostic, ...]]:
    """The telling that options ask for, taken out of them; ends the program with what is wrong with it."""
    file = options.pop("telling_file")
    chosen = {word: options.pop(f"telling_{word}") for word in (*_WRITTEN, *_CHOICES)}
    outcome = api.telling(world, file=file, options=tuple(_lines(chosen)))
    return answer_of(outcome, form, concise, earlier), merged(earlier, outcome.diagnostics)


def another_telling(
    world: World, said: str, form: str, concise: bool, earlier: tuple[Diagnostic, ...]
) -> tuple[Telling, tuple[Diagnostic, ...]]:
    """Another telling, to hold one against: a file with a `telling` block, or its lines with `;` between them."""
    if said.endswith(".telling") or Path(said).is_file():
        outcome = api.telling(world, file=said)
    else:
        words = (line.split(maxsplit=1) for line in said.split(";") if line.strip())
        outcome = api.telling(world, options=tuple((each[0], " ".join(each[1:])) for each in words))
    return answer_of(outcome, form, concise, earlier), merged(earlier, outcome.diagnostics)


def _lines(chosen: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for word, value in chosen.items():
        for each in value if isinstance(value, tuple) else () if value is None else (value,):
            yield word, " ".join(str(each).split())
