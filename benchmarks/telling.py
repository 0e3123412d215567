"""What it costs to tell a long story: its beats, its words, what people feel in it, and what a reader makes of it.

    python -m benchmarks.telling [--world fair|village ...] [--events N ...] [--cast N ...]

The stories are walks through a made-up world, of a cast of some size and of as many places: each event is the first
that is possible from some place in the list of all, a place that jumps about, so that the same world gives the same
walk. At the fair everybody sees everything, so that what there is to tell grows with the story and nothing else does.
In the village people see what is near them: what they believe of what others believe grows too, and with it what it
takes to live through an event, which telling cannot help. Whoever has a reason for an event within two actions has it
in the story. Nothing of this is measured, nor is reading the world. The steps follow one another as in telling; `read
backward` is through somebody, from the middle on and then back; `told, in all` is everything from the world and the
story to the words, begun anew. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import TypeVar

from kizuna import api
from kizuna.api.arranging import arranged
from kizuna.api.rehearsal import Rehearsal, rehearsed
from kizuna.appraisal.bounded import at_most
from kizuna.deliberation import Effort, EffortSpent, Reasons, explain
from kizuna.discourse import Readings, Telling, read_through
from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Event, Explanation, Fabula, Limits
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.narration import as_html, as_text
from kizuna.narration.narrate import narrate
from kizuna.surfaces.cli.account import reasons_of
from kizuna.surfaces.cli.telling_document import telling_document

T = TypeVar("T")
VILLAGE = """story village

use people, places, sight, possession

place {places}
path {path}

{people}
"""
FAIR = """story fair

type stall
stall {places}

{people}
fluent stands_at(who: character): stall
    say "{{who}} [stand] at {{value}}"
fluent holder: character = {first}

action stroll(who: character, to: stall)
    say  "{{who}} [stroll] over to {{to}}"
    by   who
    when stands_at(who) != to
    then stands_at(who) = to

action hand_over(who: character, whom: character)
    say  "{{who}} [hand] {{whom}} the lamp"
    by   who
    when who != whom, holder = who, stands_at(who) = stands_at(whom)
    then holder = whom
"""
VISITOR = """character {name} (she)
    wants stall_{name} 1: stands_at({name}) = {home}
    wants lamp_{name} 2: holder = {name}
fact stands_at({name}) = {home}
"""
PERSON = """character {name} (she) at {home}
    wants home_{name} 1: at({name}) = {home}
    wants bread_{name} 2: has({name}, bread_{name})
    wants lamp_{name} 3: has({name}, lamp)
thing bread_{name}
fact location(bread_{name}) = {home}
"""
NAMES = ("Ana", "Ben", "Cleo", "Dora", "Emil", "Fay", "Gil", "Hana")
CASTS = (4, 8)
SIZES = (250, 500, 1000)
FORESIGHT, WORK = 2, 50
STRIDE = 7919
"""A prime: how far the place jumps from which a possible event is looked for."""


@dataclass(frozen=True)
class Walk:
    """A world and a story in it that is as long as was asked for, unless nothing more can happen."""

    world: World
    story: Fabula


def village(cast: int) -> World:
    """A village of so many people, each with a home, some bread, and a wish for the lamp of the first."""
    names = NAMES[:cast]
    homes = [f"house_{name}" for name in names]
    people = "\n".join(PERSON.format(name=name, home=home) for name, home in zip(names, homes, strict=True))
    text = VILLAGE.format(
        places=", ".join(homes),
        path=" - ".join(homes),
        people=f"{people}\nthing lamp\nfact location(lamp) = {homes[0]}",
    )
    return api.read_text(text, name="village.story", language="story").unwrap()


def fair(cast: int) -> World:
    """A fair at which so many people stroll about, and everybody sees everything."""
    names = NAMES[:cast]
    stalls = [f"stall_of_{name}" for name in names]
    people = "\n".join(VISITOR.format(name=name, home=home) for name, home in zip(names, stalls, strict=True))
    text = FAIR.format(places=", ".join(stalls), people=people, first=names[0])
    return api.read_text(text, name="fair.story", language="story").unwrap()


WORLDS = {"fair": fair, "village": village}


def walk(place: str, cast: int, events: int) -> Walk:
    """The walk of so many events through one of the worlds."""
    world = WORLDS[place](cast)
    told = tuple(_events(api.ground(world).unwrap(), events))
    return Walk(world, Fabula(world.name, world.digest, Limits(len(told), FORESIGHT, 1), 0, 1, told))


def _events(world: GroundWorld, most: int) -> Iterator[Event]:
    dynamics = Dynamics(world)
    awake = [number for number, action in enumerate(world.actions) if action.schema != "fall_asleep"]
    state, count = dynamics.initial, len(awake)
    reasons = Reasons(dynamics, Effort())
    for step in range(most):
        places = (awake[(step * STRIDE + further) % count] for further in range(count))
        number = next((each for each in places if dynamics.holds(state, each)), None)
        if number is None:
            return
        yield Event(world.actions[number].name, _explained(reasons, state, number))
        state = dynamics.after(state, number)


def _explained(reasons: Reasons, state: State, action: int) -> tuple[Explanation, ...]:
    try:
        with at_most(WORK, reasons.effort):
            return explain(reasons, state, action, FORESIGHT, 1) or ()
    except EffortSpent:
        return ()


def seconds(question: Callable[[], T]) -> tuple[float, T]:
    """How long an answer takes on the processor, and the answer."""
    begun = time.process_time()
    answer = question()
    return time.process_time() - begun, answer


def steps(place: str, cast: int, events: int) -> Iterator[tuple[str, str]]:
    """The columns of a line of the table: what each step takes, one after the other, and the whole of it from cold."""
    going = walk(place, cast, events)
    world, story = going.world, going.story
    plain, who = api.telling(world).unwrap(), world.characters[0]
    backward = api.telling(world, options=(("through", who), ("order", "medias-res"))).unwrap()
    yield "world", place
    yield "cast", str(cast)
    yield "events", str(len(story.events))
    lived, of = seconds(lambda: rehearsed(world, story, lambda each: each if each.stage else None).unwrap())
    assert of is not None
    beats, discourse = seconds(lambda: arranged(of, plain, inside=False)[0])
    insides, full = seconds(lambda: arranged(of, plain, inside=True)[0])
    narrated, prose = seconds(lambda: narrate(full, of.ground, world))
    yield "words", f"{sum(len(each.text.split()) for each in prose.sentences):,}"
    told = api.told(world, story, plain).unwrap()
    notes = reasons_of(told.account)
    measured = {
        "ground, lived": lived,
        "beats": beats,
        "beats with insides": insides,
        "narrated": narrated,
        "text": seconds(lambda: as_text(prose, plain.form))[0],
        "html": seconds(lambda: as_html(prose, plain.form, notes))[0],
        "json": seconds(lambda: telling_document(prose, plain.form))[0],
        "read": seconds(lambda: read_through(discourse, of.ground, world, of.stage))[0],
        "read backward": seconds(lambda: _read(of, backward))[0],
        "told, in all": seconds(lambda: api.told(world, story, plain).unwrap())[0],
    }
    yield from ((name, f"{each:.2f}") for name, each in measured.items())


def _read(of: Rehearsal, telling: Telling) -> Readings:
    return read_through(arranged(of, telling, inside=False)[0], of.ground, of.world, of.stage)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world", choices=[*WORLDS], nargs="+", default=[*WORLDS], help="where the stories are")
    parser.add_argument("--cast", type=int, nargs="+", default=CASTS, help="how many people there are")
    parser.add_argument("--events", type=int, nargs="+", default=SIZES, help="how long the stories are")
    asked = parser.parse_args()
    headed = False
    for place, cast, events in product(asked.world, asked.cast, asked.events):
        row = dict(steps(place, cast, events))
        if not headed:
            print(f"| {' | '.join(row)} |\n|{'---|' * len(row)}")
        headed = True
        print(f"| {' | '.join(row.values())} |", flush=True)


if __name__ == "__main__":
    main()
