"""The command that begins a story: new."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.language import usable_name
from kizuna.surfaces.cli.answering import Exit, answer_of, fail, merged, say, show_diagnostics
from kizuna.surfaces.cli.saving import create

DEFAULT = "pair"
_OUTLINES = (".txt", ".md")
_ENDING = ".story"
# Names that Windows keeps for devices, whatever comes after a full stop.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)


@click.command("new")
@click.argument("name", required=False)
@click.option("--from", "start", metavar="TEMPLATE|OUTLINE", help="A template, or a file with the lines of an outline.")
@click.option("--list", "listing", is_flag=True, help="List the templates.")
@click.option("--concise", is_flag=True, help="One line per diagnostic.")
def new_command(name: str | None, start: str | None, listing: bool, concise: bool) -> None:
    """Begin a story: write NAME.story, small and full of comments, for you to change.

    It begins with two people unless --from names a template, or a file (.txt, .md) with an outline in plain lines, such
    as "Ana asks Ben to stay."; from that a first cast sheet is made. Nothing is ever overwritten.
    """
    if listing:
        say("\n".join(f"{each:<10} {_title(each)}".rstrip() for each in api.templates()))
        return
    if name is None and start is None:
        raise click.UsageError("Say what the story is called: kizuna new NAME")
    path = _path(name, start)
    problem = _unusable(path.stem)
    if problem is not None:
        fail((problem,), "text", concise)
    text, notes = _text(path.stem, start or DEFAULT, concise)
    problem = create(text.encode(), path)
    if problem is not None:
        fail(merged(notes.diagnostics, (problem,)), "text", concise)
    show_diagnostics(notes.diagnostics, concise)
    say(_next(path, notes.value))
    sys.exit(Exit.FOUND)


def _title(template: str) -> str:
    """The title of a template."""
    found = api.read_text(api.begin(template, template).unwrap(), name=template, language="story")
    return found.value.title or "" if found.value is not None else ""


def _path(name: str | None, start: str | None) -> Path:
    """The file to write; without a name it is called like what it begins with."""
    if name is None:
        return Path(_suggested(Path(start or DEFAULT).stem) + _ENDING)
    return Path(name if name.endswith(_ENDING) else name + _ENDING)


def _suggested(name: str) -> str:
    """The nearest name that a story can have, if there is one."""
    close = re.sub(r"[^\w']+", "_", name).strip("_'")
    return close if usable_name(close) else name


def _unusable(name: str) -> Diagnostic | None:
    """What is wrong with the name of a story, if anything is."""
    if _DEVICES.fullmatch(name) or name.endswith("."):
        help = "Windows keeps this name for itself, and the file could not be passed on. Choose another name."
        return diagnose("unusable-name", f"No file should be called `{name}`.", help=help)
    if usable_name(name):
        return None
    close = _suggested(name)
    hint = (
        f"Write `{close}`." if close != name else "Names are words of letters, digits and `_`, and begin with a letter."
    )
    return diagnose("unusable-name", f"A story cannot be called `{name}`.", help=hint)


def _text(name: str, start: str, concise: bool) -> tuple[str, Outcome[str]]:
    """The text to write, with what is to be said about it."""
    if start.lower().endswith(_OUTLINES) or (Path(start).is_file() and not start.endswith(_ENDING)):
        source: Source = answer_of(api.Files().load(start), "text", concise)
        outcome = api.sketch(source.text, name, of=source.name)
        sketched = answer_of(outcome, "text", concise)
        unread = len(sketched.unread)
        said = f"{sketched.events} events were read" + (
            f", {unread} {'line was' if unread == 1 else 'lines were'} not" if unread else ""
        )
        advice = f"{said}. Look for `guess:`" + (" and `not read` in the file." if unread else " in the file.")
        return sketched.text, conclude(advice, outcome.diagnostics)
    return answer_of(api.begin(name, start), "text", concise), conclude("", [])


def _next(path: Path, advice: str | None) -> str:
    """What was written, and what to do next."""
    shown = f'"{path}"' if " " in str(path) else str(path)
    steps = {
        "check": "is everything in order?",
        "find": "is there a story in which everyone has reasons?",
        "tell": "the story in sentences; with --why also the reasons",
    }
    width = max(len(f"kizuna {step} {shown}") for step in steps)
    lines = [f"{path} is written. {advice}".rstrip(), "Open it in any editor, change what you like, and ask:", ""]
    return "\n".join([*lines, *(f"  {f'kizuna {step} {shown}':<{width}}  {what}" for step, what in steps.items())])
