"""The founding worlds as they were lived through and looked into: saved stories, told without searching again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

import kizuna
from kizuna import api
from kizuna.api.rehearsal import rehearsed
from kizuna.discourse import Discourse, Inner, Inside, Telling
from kizuna.discourse.arrange import arrange
from kizuna.fabula import Event, Explanation, Fabula, PlannedStep
from kizuna.fabula.saved import SavedFabula, load, number, numeral, save
from kizuna.grounding import GroundWorld, ground
from kizuna.model.world import World
from kizuna.narration import Prose
from kizuna.narration.narrate import narrate

STORIES = Path(__file__).parents[1] / "narration" / "stories"
FOUNDING = ("scrolls", "gift", "night", "betrayal", "cyclical")
FOLDER = Path(kizuna.__file__).parent / "worlds"


class _Inside(msgspec.Struct, frozen=True, omit_defaults=True):
    kind: str
    who: str
    name: str
    strength: int | str
    towards: str = ""
    causes: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()


class _Saved(msgspec.Struct, frozen=True):
    story: SavedFabula
    insides: tuple[tuple[_Inside, ...], ...]


@cache
def world(name: str) -> World:
    return kizuna.read(name).unwrap()


@cache
def grounded(name: str) -> GroundWorld:
    return ground(world(name)).unwrap()


def _path(name: str) -> Path:
    return STORIES / f"{name}.json"


@cache
def _saved(name: str) -> _Saved:
    return msgspec.json.decode(_path(name).read_bytes(), type=_Saved)


def story(name: str) -> Fabula:
    return load(_saved(name).story)


def insides(name: str) -> Callable[[int], tuple[Inner, ...]]:
    """What is inside everybody at an event of the saved story."""
    found = _saved(name).insides
    return lambda event: tuple(
        Inner(Inside(e.kind), e.who, e.name, number(e.strength), e.towards, e.causes, e.plan) for e in found[event - 1]
    )


def tellings(name: str) -> list[str]:
    """The world's own telling, and those in its folder, by name."""
    return ["own", *sorted(path.stem for path in (FOLDER / name / "tellings").glob("*.telling"))]


def telling(name: str, of: str) -> Telling:
    file = None if of == "own" else str(FOLDER / name / "tellings" / f"{of}.telling")
    return api.telling(world(name), file=file).unwrap()


@cache
def retold(name: str, of: str) -> tuple[Discourse, Prose]:
    discourse = arrange(story(name), grounded(name), world(name), telling(name, of), insides(name))
    return discourse, narrate(discourse, grounded(name), world(name))


def live_again(name: str) -> None:
    """Finds the story of a world, looks into everybody, and saves both."""
    fabula = _slim(api.find(world(name)).unwrap().fabulas[0])
    insight: Any = rehearsed(world(name), fabula, lambda of: of.insight(Telling())).unwrap()
    found = tuple(tuple(map(_written, insight(event))) for event in range(1, len(fabula.events) + 1))
    _path(name).write_bytes(msgspec.json.format(msgspec.json.encode(_Saved(save(fabula), found)), indent=1) + b"\n")
    _saved.cache_clear()


def _written(inner: Inner) -> _Inside:
    said = (inner.towards, inner.causes, inner.plan)
    return _Inside(inner.kind.value, inner.who, inner.name, numeral(inner.strength), *said)


def _slim(fabula: Fabula) -> Fabula:
    """A story without the reasons within reasons, which no telling asks for."""
    events = tuple(Event(each.action, tuple(map(_outermost, each.explanations))) for each in fabula.events)
    return replace(fabula, events=events)


def _outermost(reason: Explanation) -> Explanation:
    return replace(reason, plan=tuple(PlannedStep(step.action) for step in reason.plan))
