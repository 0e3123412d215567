"""The command that says what a reader makes of a telling: reader."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from kizuna import api
from kizuna.diagnostics import Diagnostic
from kizuna.discourse import CURVES, Beat, How, Placing, Reading, Readings
from kizuna.discourse.comparing import Compared, compared
from kizuna.model.values import show_fact
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    say,
    search_options,
    show_diagnostics,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.moods import short
from kizuna.surfaces.cli.parameters import another_telling, telling_from, telling_options
from kizuna.surfaces.cli.picture import is_picture
from kizuna.surfaces.cli.reading_document import readings_document
from kizuna.surfaces.cli.reading_picture import draw_readings
from kizuna.surfaces.cli.saving import save
from kizuna.surfaces.cli.stories import story_of

MOST_BELIEVED = 3
"""So many new beliefs of a beat are named; of the others there are only so many more."""


@click.command("reader")
@world_argument
@search_options
@telling_options
@click.option("--picture", type=click.Path(dir_okay=False), help="Also draw curves into this .svg or .png file.")
@click.option(
    "--against", metavar="TELLING", help="Another telling: a file, or its lines: 'order straight; through Ana'."
)
@click.argument("story", required=False, type=click.Path())
def reader_command(
    world: str,
    story: str | None,
    picture: str | None,
    against: str | None,
    language: str | None,
    form: str,
    concise: bool,
    **options: Any,
) -> None:
    """Say what a reader makes of a telling, beat by beat: irony, mystery, suspense, surprise, curiosity.

    STORY is a saved story (kizuna find --save); without it, one is found first.
    """
    if picture is not None and not is_picture(picture):
        raise click.BadParameter("its name has to end in .svg or .png", param_hint="--picture")
    told = {name: options.pop(name) for name in tuple(options) if name.startswith("telling_")}
    read, fabula, diagnostics = story_of(world, story, language, form, concise, options)
    telling, diagnostics = telling_from(read, told, form, concise, diagnostics)
    outcome = api.reader(read, fabula, telling)
    readings = answer_of(outcome, form, concise, diagnostics)
    diagnostics = merged(diagnostics, outcome.diagnostics)
    differences: tuple[Compared, ...] = ()
    if against is not None:
        other, diagnostics = another_telling(read, against, form, concise, diagnostics)
        held = api.reader(read, fabula, other)
        differences = compared(readings, answer_of(held, form, concise, diagnostics))
        diagnostics = merged(diagnostics, held.diagnostics)
    problem = None if picture is None else _drawn(readings, picture)
    diagnostics = merged(diagnostics, () if problem is None else (problem,))
    if form == "json":
        say(with_diagnostics(readings_document(readings, differences), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say("\n".join([readings_told(readings), *(["", *_held_against(differences)] if differences else [])]))
    sys.exit(Exit.FOUND if problem is None else Exit.NONE)


def _drawn(readings: Readings, path: str) -> Diagnostic | None:
    """Draws the picture; what is wrong is returned, and the answer is not lost with it."""
    outcome = draw_readings(readings, Path(path).suffix.lower())
    return outcome.diagnostics[0] if outcome.value is None else save(outcome.value, path, "The picture")


def readings_told(readings: Readings) -> str:
    """A telling beat by beat with what its reader makes of it; then the curves as a table."""
    beats = readings.discourse.beats
    parts = []
    for beat, reading in zip(beats, readings.readings[1:], strict=True):
        parts += [f"{beat.number}. {_titled(beat)}", *(f"   {line}" for line in _lines(reading)), ""]
    left = [f"Event {each.event} is left out: {each.why.value}." for each in readings.discourse.left_out]
    return "\n".join([*parts, *_table(readings), *([""] if left else []), *left])


def _titled(beat: Beat) -> str:
    notes = []
    if beat.event is not None and beat.event != beat.number:
        notes.append(f"event {beat.event}")
    if beat.placing is not Placing.CHRONICLE:
        notes.append(f"{beat.placing.value}{f', called up by {beat.cue}' if beat.cue else ''}")
    elif beat.past is not None:
        notes.append("before the story")
    notes += ["veiled"] if beat.veiled else []
    return f"{beat.action}  ({'; '.join(notes)})" if notes else beat.action


def _lines(reading: Reading) -> Iterator[str]:
    for irony in reading.irony:
        wrong = f"{irony.who} believes that {show_fact(irony.fluent, irony.believed)}"
        if irony.believed is None:
            wrong = f"{irony.who} does not know"
        fact = show_fact(irony.fluent, irony.known)
        yield f"irony      {fact}, and {wrong} (at stake: {short(irony.size)})"
    for mystery in reading.mystery:
        yield f"mystery    {mystery.who} acts on {show_fact(mystery.fluent, mystery.believed)}"
    for threat in reading.suspense:
        to_come = ", then ".join(threat.plan)
        yield f"suspense   {threat.whom} does not see coming: {to_come} (cost: {short(threat.cost)})"
    for surprise in reading.surprise:
        now, was = (show_fact(surprise.fluent, value) for value in (surprise.now, surprise.believed))
        yield f"surprise   {now}, where it was to be expected that {was}"
    for gap in reading.curiosity:
        what = f"what became of {gap.fluent}"
        if gap.between is not None:
            what = f"what lies between {' and '.join(gap.between)}: {gap.fluent}"
        yield f"curiosity  {what} (since beat {gap.since})"
    for inferred in reading.inferred:
        how = "by what explains it" if inferred.how is How.EXPLAINED else "by what it takes"
        yield f"inferred   {show_fact(inferred.fluent, inferred.value)}, though it is withheld: {how}"
    named = [show_fact(each.fluent, each.now) for each in reading.believed[:MOST_BELIEVED]]
    more = len(reading.believed) - MOST_BELIEVED
    if named:
        yield "believes   " + ", ".join([*named, f"and {more} more"] if more > 0 else named)


def _table(readings: Readings) -> Iterator[str]:
    yield "beat  " + "  ".join(f"{curve:>9}" for curve in CURVES)
    for reading in readings.readings[1:]:
        yield f"{reading.beat:>4}  " + "  ".join(f"{short(reading.level[curve]):>9}" for curve in CURVES)


def _held_against(differences: tuple[Compared, ...]) -> Iterator[str]:
    """What is told in only one of two tellings, and where their curves differ: here, and in brackets there."""
    yield "Against the other telling:"
    same = True
    for each in differences:
        if each.level is None or each.against is None:
            where = "only here" if each.against is None else "only there"
            yield f"  {each.action}: told {where}"
            same = False
            continue
        moved = [
            f"{curve} {short(each.level[curve])} ({short(each.against[curve])})"
            for curve in CURVES
            if each.difference[curve]
        ]
        if moved:
            yield f"  {each.action}: {', '.join(moved)}"
            same = False
    if same:
        yield "  no event is told otherwise, and no curve moves."
