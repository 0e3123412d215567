"""The command that checks an author's own outline: outline."""

from __future__ import annotations

import sys
from typing import Any

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic, Source
from kizuna.diagnostics.render import diagnostic_data
from kizuna.inquiry.outline import LONGEST_GAP, MENDING, Answer, Checked, Judged, shown_as_settled
from kizuna.model.world import World
from kizuna.sources import Files
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    read_world,
    say,
    show_diagnostics,
    watched,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics

_EXITS = {Answer.HOLDS: Exit.FOUND, Answer.FAILS: Exit.NONE, Answer.OPEN: Exit.LIMIT}
_MARKS = {Answer.HOLDS: "holds", Answer.FAILS: "DOES NOT HOLD", Answer.OPEN: "not proven"}


@click.command("outline")
@world_argument
@click.argument("outline", required=False, type=click.Path())
@click.option("--foresight", type=click.IntRange(1), help="Actions that a character plans ahead.")
@click.option("--depth", type=click.IntRange(0), help="Layers of minds in which plans are sought.")
@click.option("--gap", type=click.IntRange(0), default=LONGEST_GAP, show_default=True, help="Most events in a gap.")
@click.option("--max-expansions", type=click.IntRange(1), default=200_000, show_default=True, help="Work limit.")
@click.option("--mending", type=click.IntRange(0), default=MENDING, show_default=True, help="Work limit for repairs.")
def outline_command(
    world: str, outline: str | None, language: str | None, form: str, concise: bool, **options: Any
) -> None:
    """Check an author's own OUTLINE: can every event happen there, and would everybody?

    One event a line, as an action, walk(Ana, house, well), or as its sentence, "Ana walks from the house to the well".
    A line of ... is a gap, which is filled. # begins a comment; "# meant: reason" settles what is found on its line.
    Without OUTLINE, the file outline.txt beside the world is taken.
    """
    read, warnings = read_world(world, language, form, concise)
    source = answer_of(api.outline_of(world) if outline is None else Files().load(outline), form, concise, warnings)
    with watched() as observer:
        outcome = api.outline(read, source.text, of=source.name, observer=observer, **options)
    checked = answer_of(outcome, form, concise, warnings)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(outline_document(read, checked, options["gap"]), diagnostics))
    else:
        show_diagnostics((*diagnostics, *_findings(checked)), concise)
        say(_answered(read, checked, source, options["gap"]))
    sys.exit(_EXITS[checked.answer])


def _findings(checked: Checked) -> tuple[Diagnostic, ...]:
    """What is wrong, then what is settled, then what is only advice."""
    wrong = [finding.diagnostic for finding in checked.findings if finding.settled is None]
    settled = [shown_as_settled(finding) for finding in checked.findings if finding.settled is not None]
    return (*wrong, *settled, *checked.advice)


def _answered(world: World, checked: Checked, source: Source, gap: int) -> str:
    lines = [_line(world, number, judged) for number, judged in enumerate(checked.lines, 1)]
    within = f"within foresight {checked.limits.foresight}, depth {checked.limits.depth}"
    if any(line.is_gap for line in checked.outline.lines):
        within += f", gaps of up to {gap} events"
    settled = sum(finding.settled is not None for finding in checked.findings)
    kept = f" ({settled} settled)" if settled else ""
    return "\n".join([*lines, f"{source.name} {checked.answer.value}{kept}, {within}."])


def _line(world: World, number: int, judged: Judged) -> str:
    said = judged.line.text
    if judged.line.is_gap and judged.events:
        told = [sentence.text for sentence in api.recount(world, judged.events).unwrap()]
        said = f"... {' '.join(told)}"
    return f"{number:>3}. {said}  [{_MARKS[judged.answer]}]"


def outline_document(world: World, checked: Checked, gap: int) -> dict[str, Any]:
    """``kizuna-outline``."""
    lines = [
        {
            "line": judged.line.span.source.line_and_column(judged.line.span.start)[0],
            "text": judged.line.text,
            "answer": judged.answer.value,
            "events": list(judged.events),
            "meant": judged.line.meant,
        }
        for judged in checked.lines
    ]
    findings = [
        {
            "line": lines[finding.line]["line"],
            "who": finding.who,
            "settled": finding.settled,
            "diagnostic": diagnostic_data(finding.diagnostic),
            "repairs": [
                {"kind": each.kind.value, "says": each.says, "events": list(each.events)} for each in finding.repairs
            ],
        }
        for finding in checked.findings
    ]
    return {
        "format": "kizuna-outline",
        "version": 1,
        "world": world.name,
        "digest": world.digest,
        "answer": checked.answer.value,
        "foresight": checked.limits.foresight,
        "depth": checked.limits.depth,
        "gap": gap,
        "reached": checked.reached,
        "lines": lines,
        "findings": findings,
        "advice": [diagnostic_data(each) for each in checked.advice],
    }
