"""The commands that write stories: format, convert."""

from __future__ import annotations

import difflib
import sys
from pathlib import Path

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic, Source
from kizuna.surfaces.cli.answering import LANGUAGE, Exit, answer_of, fail, read_world, say, show_diagnostics
from kizuna.surfaces.cli.saving import save


@click.command("format")
@click.argument("file", type=click.Path())
@click.option("--check", is_flag=True, help="Change nothing; say whether anything would change.")
@click.option("--stdout", is_flag=True, help="Print the result and leave the file as it is.")
@click.option("--concise", is_flag=True, help="One line per diagnostic.")
def format_command(file: str, check: bool, stdout: bool, concise: bool) -> None:
    """Lay a .story file out in the one usual way; what it says stays the same."""
    source: Source = answer_of(api.Files().load(file), "text", concise)
    outcome = api.format_text(source.text, name=source.name)
    formatted = answer_of(outcome, "text", concise)
    show_diagnostics(outcome.diagnostics, concise)
    if stdout:
        click.echo(formatted, nl=False)
        return
    if formatted == source.text:
        say(f"{file} is well laid out.")
        return
    if check:
        before, after = source.text.splitlines(), formatted.splitlines()
        changed = sum(line[0] in "+-" for line in difflib.ndiff(before, after))
        say(f"{file} would change in {changed} lines.")
        sys.exit(Exit.NONE)
    _write(formatted, source.name, "The story", had_mark=_has_mark(source.name), concise=concise)
    say(f"{file} is laid out anew.")


@click.command("convert")
@click.argument("world")
@click.option("-o", "--output", "path", type=click.Path(dir_okay=False), help="The .story file to write.")
@LANGUAGE
@click.option("--concise", is_flag=True, help="One line per diagnostic.")
def convert_command(world: str, path: str | None, language: str | None, concise: bool) -> None:
    """Write a world, of whatever language, as a .story file; without -o it is printed."""
    read, warnings = read_world(world, language, "text", concise)
    show_diagnostics(warnings, concise)
    written = api.write(read)
    if path is None:
        click.echo(written, nl=False)
        return
    _write(written, path, "The story", had_mark=False, concise=concise)
    say(f"{read.name} is written to {path}.")


def _write(text: str, path: str, what: str, *, had_mark: bool, concise: bool) -> None:
    problem: Diagnostic | None = save(text.encode("utf-8-sig" if had_mark else "utf-8"), path, what)
    if problem is not None:
        fail((problem,), "text", concise)


def _has_mark(path: str) -> bool:
    """Whether a file begins with a byte order mark, which stays."""
    try:
        with Path(path).open("rb") as file:
            return file.read(3) == b"\xef\xbb\xbf"
    except OSError:
        return False
