"""What all commands share: options, showing diagnostics, exit codes, and ending in good order."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic, Outcome
from kizuna.diagnostics.render import render_concise, render_full
from kizuna.model.values import Number, exact
from kizuna.model.world import World
from kizuna.search import Progress
from kizuna.surfaces.cli.document import with_diagnostics

T = TypeVar("T")
Command = TypeVar("Command", bound=Callable[..., Any])

_NUMBER = re.compile(r"[-+]?[0-9.]{1,400}(/[0-9]{1,400})?", re.ASCII)


class Exit(IntEnum):
    """Exit codes."""

    FOUND = 0
    NONE = 1
    USAGE = 2
    LIMIT = 3
    BUG = 70


class ExactNumber(click.ParamType):  # type: ignore[type-arg]
    """A number as it is written, kept exact: ``2``, ``0.5``, ``1/3``."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Number:
        """The number, or a usage error."""
        try:
            # Not everything that Fraction reads: 1e999999999 would take for ever.
            if _NUMBER.fullmatch(str(value)) is None:
                raise ValueError(value)
            return exact(Fraction(str(value)))
        except (ValueError, ZeroDivisionError):
            self.fail(f"{value!r} is not a number; write it as 2, 0.5 or 1/3", param, ctx)


LANGUAGE = click.option(
    "--language", type=click.Choice(["story", "sabre"]), help="Of the world file; by its ending if not given."
)


def world_argument(command: Command) -> Command:
    """WORLD and the options on how to read it and how to answer."""
    for decorate in (
        click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer."),
        click.option("--concise", is_flag=True, help="One line per diagnostic."),
        LANGUAGE,
        click.argument("world"),
    ):
        command = decorate(command)
    return command


def search_options(command: Command) -> Command:
    """The limits of a search. None of them has to be given: they widen by themselves."""
    for decorate in (
        click.option("--max-states", type=click.IntRange(1), default=1_000_000, show_default=True, help="Work limit."),
        click.option(
            "--max-expansions", type=click.IntRange(1), default=200_000, show_default=True, help="Work limit."
        ),
        click.option("--goal", type=ExactNumber(), help="Author's utility to reach."),
        click.option("--depth", type=click.IntRange(0), help="Layers of minds in which plans are sought."),
        click.option("--foresight", type=click.IntRange(1), help="Actions that a character plans ahead."),
        click.option("--events", type=click.IntRange(1), help="Most events in the story."),
    ):
        command = decorate(command)
    return command


def read_world(name: str, language: str | None, form: str, concise: bool) -> tuple[World, tuple[Diagnostic, ...]]:
    """The world and the warnings about it; ends the program with its errors where there is none."""
    outcome = api.read(name, language=language)
    return answer_of(outcome, form, concise), outcome.diagnostics


def answer_of(outcome: Outcome[T], form: str, concise: bool, earlier: tuple[Diagnostic, ...] = ()) -> T:
    """The value of an outcome; ends the program with the diagnostics where there is none."""
    if outcome.value is None:
        fail(merged(earlier, outcome.diagnostics), form, concise)
    return outcome.value


def merged(*groups: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Diagnostics of several stages, each once."""
    return tuple(dict.fromkeys(diagnostic for group in groups for diagnostic in group))


def fail(diagnostics: tuple[Diagnostic, ...], form: str, concise: bool) -> NoReturn:
    """Shows the diagnostics and ends with the exit code for errors."""
    show_failure(diagnostics, form, concise)
    sys.exit(Exit.NONE)


def show_failure(diagnostics: tuple[Diagnostic, ...], form: str, concise: bool) -> None:
    """The diagnostics of a question that has no answer."""
    if form == "json":
        say(with_diagnostics({"format": "kizuna-failure", "version": 1}, diagnostics))
    else:
        show_diagnostics(diagnostics, concise)


def say(answer: str) -> None:
    """Prints; if the reader has gone (``kizuna ... | head``), the rest goes nowhere and the exit code stays true."""
    try:
        click.echo(answer)
    except BrokenPipeError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def show_diagnostics(diagnostics: tuple[Diagnostic, ...], concise: bool) -> None:
    """Diagnostics for people, on standard error."""
    if diagnostics:
        colour = sys.stderr.isatty()
        click.echo(render_concise(diagnostics) if concise else render_full(diagnostics, color=colour), err=True)


@contextmanager
def watched() -> Iterator[Callable[[Progress], bool]]:
    """An observer that shows progress on a terminal, and that Ctrl-C makes cancel instead of killing."""
    with interruptible() as stopped:

        def observe(progress: Progress) -> bool:
            if sys.stderr.isatty():
                click.echo(f"\r\x1b[2K{_line(progress)[:110]}", nl=False, err=True)
            return stopped()

        try:
            yield observe
        finally:
            if sys.stderr.isatty():
                click.echo("\r\x1b[2K", nl=False, err=True)


def _line(progress: Progress) -> str:
    """Progress in a line, what matters most first."""
    parts = [f"{progress.doing}: {progress.expanded:,} expansions, {progress.states:,} states"]
    parts += [f"nearest so far {len(progress.best)} events"] if progress.best else []
    parts += [f"asking about {progress.asking}"] if progress.asking else []
    return "; ".join(parts)


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Says whether Ctrl-C was pressed, which does not kill meanwhile.

    A second Ctrl-C does not wait until that is noticed.
    """
    stop = False

    def interrupted(_signal: int, _frame: object) -> None:
        nonlocal stop
        stop = True
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, interrupted)
    try:
        yield lambda: stop
    finally:
        signal.signal(signal.SIGINT, before)
