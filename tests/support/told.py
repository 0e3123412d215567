"""Stories to be told: the events of the shipped worlds as they stand in their outlines, with no search."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import kizuna
from kizuna.discourse import Beat, Discourse, Telling
from kizuna.discourse.arrange import arrange
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import GroundWorld, ground
from kizuna.model.world import World
from kizuna.narration import Prose
from kizuna.narration.narrate import narrate

SHIPPED = Path(kizuna.__file__).parent / "worlds"
_EVENTS = {
    "scrolls": (
        "break_in(Sasuke, hall, chamber)", "threaten(Sakura, Sasuke)", "recognise(Sakura, Sasuke)",
        "let_go(Sakura, Sasuke)", "overpower(Sasuke, Sakura)", "resist(Sakura, Sasuke)", "let_go(Sasuke, Sakura)",
        "open_up(Sasuke, desk)", "swear(Sakura, Sasuke, desk)", "leave(Sasuke, chamber, hall)", "weep(Sakura)",
    ),
    "lantern": (
        "tell_of_accident(Mira, Ana, Bruno)", "walk(Ana, house, well)", "take(Mira, lamp, house)",
        "walk(Mira, house, wood)", "walk(Ana, well, house)",
    ),
    "crow": ("flatter(Fox, Crow)", "sing(Crow, Fox, meadow)", "take(Fox, cheese, meadow)"),
}  # fmt: skip
NAMES = ("scrolls", "lantern", "crow", "night", "betrayal", "gift", "cyclical")


@cache
def world(name: str) -> World:
    return kizuna.read(name).unwrap()


@cache
def grounded(name: str) -> GroundWorld:
    return ground(world(name)).unwrap()


@cache
def story(name: str) -> Fabula:
    """The story that a world is there for, without reasons."""
    return of_events(name, events(name))


def events(name: str) -> tuple[str, ...]:
    if name in _EVENTS:
        return _EVENTS[name]
    lines = (SHIPPED / name / "outline.txt").read_text(encoding="utf-8").splitlines()
    written = (line.partition("#")[0].strip() for line in lines)
    return tuple(line for line in written if line and line != "...")


def of_events(name: str, events: tuple[str, ...]) -> Fabula:
    limits = Limits(max(len(events), 1), 1, 0)
    return Fabula(name, world(name).digest, limits, 0, 1, tuple(map(Event, events)))


@cache
def arranged(name: str, telling: Telling | None = None) -> Discourse:
    """The beats of a story; what tense, person, form and distance change of them is put in afterwards."""
    asked, usual = telling or Telling(), Telling()
    discourse = _arranged(
        name, replace(asked, tense=usual.tense, person=usual.person, form=usual.form, distance=usual.distance)
    )
    beats = tuple(replace(beat, distance=asked.distance) for beat in discourse.beats)
    return replace(discourse, telling=asked, beats=beats)


@cache
def _arranged(name: str, telling: Telling) -> Discourse:
    return arrange(story(name), grounded(name), world(name), telling)


@cache
def told(name: str, telling: Telling | None = None) -> Prose:
    return prose_of(name, arranged(name, telling))


def prose_of(name: str, discourse: Discourse) -> Prose:
    return narrate(discourse, grounded(name), world(name))


def beat_of(discourse: Discourse, number: int) -> Beat:
    return discourse.beats[number - 1]
