"""Stories to be told: fixed events of small worlds, so that no test has to search for them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from scenes import Stage

import kizuna
from kizuna.deliberation import explain
from kizuna.discourse import Discourse, Readings, Telling, read_through
from kizuna.discourse.arrange import arrange
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import GroundWorld, ground
from kizuna.model.world import World

LANTERN = (
    "tell_of_accident(Mira, Ana, Bruno)",
    "walk(Ana, house, well)",
    "take(Mira, lamp, house)",
    "walk(Mira, house, wood)",
    "walk(Ana, well, house)",
)
LOCKET = """
use people, places, sight

place hall, garden, cellar
path garden - hall - cellar

character Ana (she) at hall
    wants air 1: at(Ana) = garden
character Ben (he) at hall
    wants peace 1: lit
character Cleo (she) at cellar
    wants to_know 1: Cleo believes owner = Ben

fluent owner: character = Ana
fluent lit
fluent heard(who: character)

action give(who: character, whom: character)
    by    who
    when  who != whom, owner = who, together(who, whom)
    then  owner = whom
    cues  cold(whom)

action light(who: character)
    by    who
    when  able(who), not lit
    then  lit

action put_out(who: character)
    by    who
    when  able(who), lit
    then  not lit

action say_whose(who: character, whom: character)
    by    who
    tells owner = Ben
    when  who != whom, owner = Ben
    then  heard(whom), whom believes owner = Ben

action pawn(who: character)
    by    who
    when  owner = who
    then  lit
    seen  by nobody

past
    lose(Ben, garden)
        say "{Ben} [lose] the locket in the snow"
        cues cold(Ben)
    quarrel(Ana, Ben, hall)
        say "{Ana} and {Ben} [quarrel] in the hall"
    find_again(Cleo, cellar)
        say "{Cleo} [find] it"
        cues warm(Cleo)
"""


@cache
def world_of(name: str, telling: str = "") -> World:
    """A shipped world, or the one about a locket, with a telling block."""
    if name == "locket":
        return kizuna.read_text(f"story locket\n{LOCKET}\n{telling}", name="locket.story", language="story").unwrap()
    return kizuna.read(name).unwrap()


@cache
def ground_of(name: str) -> GroundWorld:
    """The same without variables."""
    return ground(world_of(name)).unwrap()


def fabula_of(world: World, events: Iterable[str]) -> Fabula:
    """A story of these events, for which nobody gives a reason."""
    told = tuple(Event(each) for each in events)
    return Fabula(world.name, world.digest, Limits(max(1, len(told)), 4, 1), 0, 1, told)


@cache
def reasoned(name: str, events: tuple[str, ...], foresight: int = 4) -> Fabula:
    """A story of these events with everybody's reasons."""
    world, stage = world_of(name), Stage(world_of(name))
    told = []
    for n, each in enumerate(events):
        state, number = stage.after(events[:n]), stage.world.action_ids[each]
        told.append(Event(each, explain(stage.reasons, state, number, foresight, 2) or ()))
    return Fabula(world.name, world.digest, Limits(len(events), foresight, 2), 0, 1, tuple(told))


def told(name: str, events: Iterable[str], telling: Telling | None = None) -> Discourse:
    """Fixed events as they are told."""
    world = world_of(name)
    return arrange(fabula_of(world, events), ground_of(name), world, telling or Telling())


def readings(name: str, events: Iterable[str], telling: Telling | None = None) -> Readings:
    """Fixed events as they are read."""
    return read_through(told(name, events, telling), ground_of(name), world_of(name))
