"""A map of endings as text: for a terminal with letters, as a table for other programs, as a JSON document."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import product
from typing import Any

import msgspec

from kizuna.fabula.saved import numeral, save
from kizuna.inquiry.dials import Axis
from kizuna.model.values import Value, is_number, show_worth
from kizuna.sweeping import Ask, Cell, Job, Map

WIDEST = 60
"""A map with more columns or rows than this is not drawn on a terminal."""
MOST_PANELS = 12
"""Likewise one with more further choices."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def worth(value: Value) -> str:
    """What something is worth, in a word."""
    return ("yes" if value else "no") if isinstance(value, bool) else show_worth(value)


def letters(map: Map) -> dict[str, str]:
    """A letter for each region, the largest first; ``#`` for those beyond the alphabet."""
    return {region: LETTERS[n] if n < len(LETTERS) else "#" for n, region in enumerate(map.regions)}


def panels(job: Job) -> Iterator[tuple[str, list[list[int]]]]:
    """The map in pages of two axes: for each choice of the others its title, and rows of cells, the highest first."""
    axes = job.grid.axes
    across, up = axes[0], axes[1] if len(axes) > 1 else None
    for rest in product(*(range(len(axis.values)) for axis in axes[2:])):
        title = ", ".join(setting(axis, axis.values[n]) for axis, n in zip(axes[2:], rest, strict=True))
        rows = [()] if up is None else [(n,) for n in reversed(range(len(up.values)))]
        yield title, [[job.grid.number((n, *row, *rest)) for n in range(len(across.values))] for row in rows]


def setting(axis: Axis, value: Value) -> str:
    """What an axis is set to, as the change that makes it so."""
    return f"{axis.dial.says} {'' if axis.dial.motive is not None else '= '}{worth(value)}"


def settings(job: Job, number: int) -> str:
    """The changes that make a cell."""
    pairs = zip(job.grid.axes, job.grid.values(number), strict=True)
    return ", ".join(setting(axis, value) for axis, value in pairs)


_QUESTIONS = {
    Ask.WOULD: "What would happen with nobody steering",
    Ask.CAN: "Which endings there are stories to",
    Ask.MUST: "Which endings every story comes by",
}


def question(job: Job) -> str:
    """What the map shows, as its title."""
    followed = job.question.story
    asked = "What would become of the story" if followed else _QUESTIONS[job.question.ask]
    return f"{job.world.title or job.world.name}: {asked[:1].lower()}{asked[1:]}"


def shown_by(job: Job, ending: str) -> list[str]:
    """What a story of a cell is an example of, as a heading; none for a run with nobody steering."""
    match job.question.ask:
        case Ask.WOULD:
            return []
        case Ask.CAN:
            return [f"To {ending}:"]
    return [f"Without {ending}:" if ending else "A story:"]


def mapped(map: Map) -> str:
    """The regions, and where there are few cells the map in letters."""
    job, named = map.job, letters(map)
    total = job.grid.size
    lines = [f"{question(job)}."]
    counts = map.regions.items()
    width = len(f"{total:,}")
    lines += [f"  {named[region]}  {number:>{width},} of {total:,}  {region}" for region, number in counts]
    pages = list(panels(job)) if _few(job) else []
    for title, rows in pages:
        lines += ["", *([f"{title}:"] if title else []), *_page(map, rows, named)]
    if not map.is_complete:
        missing = total - len(map.cells)
        lines.append(f"{missing:,} of {total:,} cells are not answered yet; the same words go on with them.")
    return "\n".join(lines)


def _few(job: Job) -> bool:
    lengths = [len(axis.values) for axis in job.grid.axes]
    return max(lengths[:2]) <= WIDEST and job.grid.size // (lengths[0] * (lengths[1:2] or [1])[0]) <= MOST_PANELS


def _page(map: Map, rows: list[list[int]], named: dict[str, str]) -> Iterator[str]:
    axes = map.job.grid.axes
    across = [worth(value) for value in axes[0].values]
    up = [worth(value) for value in reversed(axes[1].values)] if len(axes) > 1 else [""]
    left = max(len(each) for each in up)
    wide = [max(1, len(each)) for each in across]
    if len(axes) > 1:
        yield f"  {axes[1].dial.says}"
    for label, row in zip(up, rows, strict=True):
        said = [named[map.outcomes[number]] if number in map.outcomes else "." for number in row]
        yield f"  {label:>{left}}  {' '.join(each.rjust(w) for each, w in zip(said, wide, strict=True))}"
    below = " ".join(each.rjust(w) for each, w in zip(across, wide, strict=True))
    yield f"  {'':>{left}}  {below}  {axes[0].dial.says}"


# --- for programs ----------------------------------------------------------------------------------------------------


def as_table(map: Map) -> str:
    """CSV: a row for each cell, a column for each axis and each ending."""
    job = map.job
    names = [ending.name for ending in job.question.endings]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    axes = [axis.dial.says for axis in job.grid.axes]
    writer.writerow(["cell", *axes, *names, "outcome", "rest", "reached", "expanded", "problem", "stories"])
    for cell in map.cells:
        values = [worth(value) for value in job.grid.values(cell.number)]
        stories = " | ".join(f"{ending or 'any'}: {'; '.join(story.actions)}" for ending, story in cell.stories)
        standings = [standing.value for standing in cell.standings]
        outcome = map.outcomes[cell.number]
        known = [cell.rest or "", cell.reached or "", cell.expanded, cell.problem or ""]
        writer.writerow([cell.number, *values, *standings, outcome, *known, stories])
    return file.getvalue()


def map_document(map: Map) -> dict[str, Any]:
    """``kizuna-sweep``."""
    job, question = map.job, map.job.question
    return {
        "format": "kizuna-sweep",
        "version": 1,
        "world": job.world.name,
        "digest": job.world.digest,
        "ask": question.ask.value,
        "story": list(question.story) or None,
        "axes": [
            {
                "says": axis.dial.says,
                "now": _value(axis.dial.now),
                "values": [_value(value) for value in axis.values],
            }
            for axis in job.grid.axes
        ],
        "endings": [ending.name for ending in question.endings],
        "cells": [_cell(map, cell) for cell in map.cells],
        "regions": [{"outcome": outcome, "cells": number} for outcome, number in map.regions.items()],
        "complete": map.is_complete,
    }


def _cell(map: Map, cell: Cell) -> dict[str, Any]:
    return {
        "number": cell.number,
        "values": [_value(value) for value in map.job.grid.values(cell.number)],
        "standings": [standing.value for standing in cell.standings],
        "outcome": map.outcomes[cell.number],
        "rest": cell.rest,
        "reached": cell.reached,
        "expanded": cell.expanded,
        "problem": cell.problem,
        "stories": [{"ending": ending, "events": list(story.actions)} for ending, story in cell.stories],
    }


def cell_document(map: Map, cell: Cell) -> dict[str, Any]:
    """``kizuna-cell``: one cell, with its stories as they are saved."""
    stories = [{"ending": ending, "fabula": msgspec.to_builtins(save(story))} for ending, story in cell.stories]
    changes = [turn.says for turn in map.job.grid.turns(cell.number)]
    return {"format": "kizuna-cell", "version": 1, "changes": changes, **_cell(map, cell), "stories": stories}


def _value(value: Value) -> bool | int | str | None:
    return numeral(value) if is_number(value) else value  # type: ignore[arg-type, return-value]
