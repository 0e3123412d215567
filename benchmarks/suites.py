"""The suites: which problems there are to measure, a few at a time.

A suite is given a way to measure one problem and yields the figures as they come, because what is asked later may rest
on what came out before: a world is searched with another temper within the limits at which its own story was found.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from benchmarks.measuring import Facts, Problem
from benchmarks.scaling import BASE, Size, family, story
from benchmarks.shared import SHARED, Reference
from benchmarks.versions import problem as published_problem

from kizuna import api

Measure = Callable[[Problem], Facts]

TEMPERS: dict[str, tuple[int | None, int]] = {
    "satisficing": (None, 0),
    "best within 0": (0, 0),
    "best within 0, wary 1": (0, 1),
}
"""How near the best everybody wants to come (None: any improvement will do), and how many further acts they fear."""


def small(measure: Measure) -> Iterator[Facts]:
    """A few problems of every kind, in less than half a minute."""
    for name in ("crow", "emperor", "lantern"):
        yield measure(_shipped(name))
    yield from _made(measure, [("cast", replace(BASE, cast=3)), ("depth", replace(BASE, depth=2))])


def worlds(measure: Measure) -> Iterator[Facts]:
    """The worlds that come with kizuna, as they stand and with everybody wanting the best, and wary."""
    for name in api.shipped_worlds():
        own = measure(_shipped(name))
        yield own
        yield from tempered(measure, name, own)


def tempered(measure: Measure, name: str, own: Facts) -> Iterator[Facts]:
    """A shipped world with everybody of each temper, within the limits that its own search came to."""
    limits = dict(zip(("events", "foresight", "depth"), own.get("limits", ()), strict=False))
    for temper, how in TEMPERS.items():
        yield measure(_shipped(name, f"{name}, {temper}", how, limits)) | {"temper": temper}


def published(measure: Measure) -> Iterator[Facts]:
    """The published versions of the peer's problems; none where they are not there."""
    reference = Reference(SHARED)
    if reference.missing() is None:
        for version in json.loads(reference.settings.read_text("utf-8")):
            yield measure(published_problem(version, reference))


def scaling(measure: Measure) -> Iterator[Facts]:
    """The made-up worlds that grow along one axis at a time."""
    yield from _made(measure, family())


SUITES: dict[str, Callable[[Measure], Iterator[Facts]]] = {
    "small": small,
    "worlds": worlds,
    "versions": published,
    "scaling": scaling,
}


def _shipped(
    name: str, title: str = "", temper: tuple[int | None, int] | None = None, limits: dict[str, int] | None = None
) -> Problem:
    return Problem(title or name, name, temper=temper, options={"near": 0, **(limits or {})})


def _made(measure: Measure, sizes: Iterator[tuple[str, Size]] | list[tuple[str, Size]]) -> Iterator[Facts]:
    with tempfile.TemporaryDirectory() as folder:
        for axis, size in sizes:
            file = Path(folder) / f"{size.name}.story"
            file.write_text(story(size), encoding="utf-8")
            number = getattr(size, axis)
            problem = Problem(f"{axis} {number}", str(file), options={"near": 0})
            yield measure(problem) | {"axis": axis, "size": number}
