"""The stories of a map on one page of HTML, where a click on a cell leads: cells with the same story share it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kizuna import grounding
from kizuna.grounding import GroundWorld
from kizuna.narration import sentence
from kizuna.surfaces.cli.map_picture import colours
from kizuna.surfaces.cli.map_text import letters, question, settings, shown_by
from kizuna.sweeping import Cell, Map
from kizuna.sweeping.cells import UNLIVABLE

_STYLE = """
body { font: 16px/1.5 system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
h2 { font-size: 1.1rem; border-left: .8rem solid; padding-left: .6rem; }
.cells a { display: inline-block; margin: .1rem .3rem .1rem 0; padding: 0 .4rem; border: 1px solid #bbb;
  border-radius: .3rem; color: inherit; text-decoration: none; font-size: .85rem; }
.cells a:target { background: #ffe9a8; border-color: #b8860b; }
"""


def map_page(map: Map) -> str:
    """The page; nothing on it comes from elsewhere."""
    title = escape(question(map.job))
    head = f'<head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
    lines = ['<!doctype html><html lang="en">', head, f"<body><h1>{title}</h1>", *_sections(map), "</body></html>"]
    return "\n".join(lines) + "\n"


def _sections(map: Map) -> Iterator[str]:
    whole = grounding.unfold(map.job.world).unwrap().whole
    filled, named = colours(map), letters(map)
    for (outcome, _), cells in _alike(map).items():
        yield f'<section><h2 style="border-color: {filled[outcome]}">{named[outcome]}: {escape(outcome)}</h2>'
        links = (
            f'<a id="cell-{c.number}" href="#cell-{c.number}">{escape(settings(map.job, c.number))}</a>' for c in cells
        )
        yield f'<p class="cells">{" ".join(links)}</p>'
        yield from _told(map, cells[0], whole)
        yield "</section>"


def _alike(map: Map) -> dict[tuple[str, object], list[Cell]]:
    """The cells by what they come to and their stories, in the order of the regions."""
    found: dict[tuple[str, object], list[Cell]] = {}
    for outcome in map.regions:
        for cell in map.cells:
            if map.outcomes[cell.number] == outcome:
                told = tuple((ending, story.actions) for ending, story in cell.stories)
                found.setdefault((outcome, (told, cell.rest, cell.problem)), []).append(cell)
    return found


def _told(map: Map, cell: Cell, whole: GroundWorld) -> Iterator[str]:
    """The stories of a cell in sentences."""
    if cell.problem is not None:
        yield f"<p>{escape(UNLIVABLE.capitalize())}: {escape(cell.problem)}</p>"
    for ending, story in cell.stories:
        yield from (f"<p>{escape(what)}</p>" for what in shown_by(map.job, ending))
        told = (sentence(whole.actions[whole.action_ids[event]], whole) for event in story.actions)
        events = "".join(f"<li>{escape(each)}</li>" for each in told)
        yield f"<ol>{events}</ol>" if events else "<p>Nothing happens.</p>"
    if cell.rest is not None:
        yield f"<p>Then {escape(cell.rest)}.</p>" if cell.stories else f"<p>There is {escape(cell.rest)}.</p>"
    if cell.reached is not None:
        yield f"<p>The work allowed (--{escape(cell.reached)}) was done before all of it was settled.</p>"
