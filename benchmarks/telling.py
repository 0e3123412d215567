"""What it costs to tell a long story: its beats, its words, what people feel in it, and what a reader makes of it.

    python -m benchmarks.telling [--events N ...] [--cast N ...]

The stories are walks through a made-up village, of a cast of some size and of as many places: each event is the first
that is possible from some place in the list of all, a place that jumps about, so that the same village gives the same
walk. Whoever has a reason for an event within two actions has it in the story. Nothing of this is measured, nor is
reading the world; everything measured begins anew. Seconds are those of the processor.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import kizuna
from kizuna import api
from kizuna.deliberation import Effort, Reasons, explain
from kizuna.epistemics import Dynamics
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import GroundWorld
from kizuna.model.world import World

T = TypeVar("T")
VILLAGE = """story village

use people, places, sight, possession

place {places}
path {path}

{people}
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
SIZES = (100, 1000)
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


def walk(cast: int, events: int) -> Walk:
    """The walk of so many events through a village."""
    world = village(cast)
    told = tuple(_events(api.ground(world).unwrap(), events))
    return Walk(world, Fabula(world.name, world.digest, Limits(len(told), FORESIGHT, 1), 0, 1, told))


def _events(world: GroundWorld, most: int) -> Iterator[Event]:
    dynamics = Dynamics(world)
    awake = [number for number, action in enumerate(world.actions) if action.schema != "fall_asleep"]
    state, count = dynamics.initial, len(awake)
    for step in range(most):
        places = (awake[(step * STRIDE + further) % count] for further in range(count))
        number = next((each for each in places if dynamics.holds(state, each)), None)
        if number is None:
            return
        reasons = Reasons(dynamics, Effort(WORK))
        yield Event(world.actions[number].name, explain(reasons, state, number, FORESIGHT, 1) or ())
        state = dynamics.after(state, number)


def seconds(question: Callable[[], T]) -> tuple[float, T]:
    """How long an answer takes on the processor, and the answer."""
    begun = time.process_time()
    answer = question()
    return time.process_time() - begun, answer


def row(cast: int, events: int, insides: bool) -> str:
    """A line of the table."""
    going = walk(cast, events)
    world, story = going.world, going.story
    plain, prose = seconds(lambda: api.tell(world, story, inside=False).unwrap())
    inside = seconds(lambda: api.tell(world, story).unwrap())[0] if insides else None
    beats, _ = seconds(lambda: api.arrange(world, story, inside=False).unwrap())
    reader, _ = seconds(lambda: api.reader(world, story).unwrap())
    who = kizuna.check(world).unwrap().characters[0]
    telling = api.telling(world, options=(("through", who), ("order", "medias-res"))).unwrap()
    through, _ = seconds(lambda: api.tell(world, story, telling, inside=False).value)
    figures = " | ".join("-" if each is None else f"{each:.1f}" for each in (beats, plain, through, inside, reader))
    words = sum(len(each.text.split()) for each in prose.sentences)
    return f"| {cast} | {len(story.events)} | {words:,} | {figures} |"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cast", type=int, nargs="+", default=CASTS, help="how many people there are")
    parser.add_argument("--events", type=int, nargs="+", default=SIZES, help="how long the stories are")
    parser.add_argument("--insides", action="store_true", help="also with feelings and inner voices, which is slow")
    asked = parser.parse_args()
    print("| cast | events | words | beats | told | through somebody | told with insides | read |")
    print("|---|---|---|---|---|---|---|---|")
    for cast in asked.cast:
        for events in asked.events:
            print(row(cast, events, asked.insides), flush=True)


if __name__ == "__main__":
    main()
