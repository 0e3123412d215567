"""Whose outlines are broken: worlds that the check was built with, worlds that it was not, and outlines by hand.

``built`` are those that were looked at while the check was written. ``held out`` are other shipped worlds, templates,
and made-up worlds of several sizes (benchmarks/scaling.py), of which nothing was looked at before the figures stood.
``written`` are the founding worlds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scaling import Size, story

from kizuna import api
from kizuna.model.world import World

SUPPORT = Path(__file__).parents[2] / "tests" / "support"
STORIES = 3
"""Found stories of each world that are taken for outlines."""


@dataclass(frozen=True, slots=True)
class Case:
    """A world by name, and outlines of it: its own, or found stories of it within so many events, foresight, depth."""

    name: str
    world: World
    outlines: tuple[tuple[str, ...], ...]
    foresight: int
    depth: int


def built() -> Iterator[Case]:
    """The worlds that the check was written with."""
    yield from _found("lantern", api.read("lantern").unwrap())
    yield from _found("harbour", api.read(str(SUPPORT / "harbour.story")).unwrap())


def held_out() -> Iterator[Case]:
    """Worlds of which nothing was looked at."""
    for name in ("crow", "emperor"):
        yield from _found(name, api.read(name).unwrap())
    for name in api.templates():
        yield from _found(name, api.read_text(api.begin(name, name).unwrap(), name=name, language="story").unwrap())
    for size in (
        Size(3, 2, 0, 1, 4),
        Size(3, 3, 1, 1, 5),
        Size(4, 3, 1, 1, 6),
        Size(3, 2, 0, 2, 5),
        Size(4, 4, 2, 2, 6),
    ):
        text = story(size)
        yield from _found(size.name, api.read_text(text, name=size.name, language="story").unwrap())


def written() -> Iterator[Case]:
    """The founding worlds, by their own outlines, or by the story that is found; they take long."""
    yield from _found("scrolls", api.read("scrolls").unwrap())
    for name in ("gift", "betrayal", "night", "cyclical"):
        yield from _own(name)


SUITES = {"built": built, "held out": held_out, "written": written}


def _found(name: str, world: World) -> Iterator[Case]:
    """A world with the first few stories that are found in it, if there are any."""
    found = api.find(world, count=STORIES, max_expansions=20_000, near=0).value
    if found is not None and found.fabulas:
        limits = found.fabulas[0].limits
        yield Case(name, world, tuple(each.actions for each in found.fabulas), limits.foresight, limits.depth)


def _own(name: str) -> Iterator[Case]:
    """A shipped world with its own outline, gaps filled, as far as it holds."""
    world = api.read(name).unwrap()
    checked = api.outline(world, api.outline_of(name).unwrap().text, mending=0).value
    if checked is not None and not checked.findings:
        events = tuple(event for judged in checked.lines for event in judged.events)
        yield Case(name, world, (events,), checked.limits.foresight, checked.limits.depth)
