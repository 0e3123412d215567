"""Made-up `.story` worlds that grow along one axis at a time: cast, places, things, depth and length.

Each is a letter on its way: a scribe does so many chores at home, walks over to those who wait, and hands on a letter
that only the last in the row can open. What each axis does:

- ``length``: the shortest story has exactly so many events, by more or fewer chores;
- ``depth``: the letter passes so many hands. Nobody gains anything before it is opened, so whoever sends it on counts
  on what the next counts on, and so forth: with one layer of minds less there is no story at all;
- ``cast``: whoever is not in the row lives there too, wants to be elsewhere, and to have something;
- ``places``: a ring of them, the scribe and those who wait being neighbours; ``things`` lie about in it.

The same size gives the same text, byte for byte. :func:`shortfall` checks that a world needs what it says.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from pathlib import Path

from kizuna import api
from kizuna.search import Stop

NAMES = ("Ada", "Bela", "Cora", "Dora", "Enno", "Fina", "Gero", "Hedda", "Ivo", "Jana", "Kuno", "Lene")

_WORLD = """\
# A letter on its way, made by benchmarks/scaling.py: {words}.
story {name}

type place
type thing
type chore

place {places}
way {ring}

character Ada at place1
    wants order 1: sum of task: chore (if done(task) then 1 else 0)
    wants news 8: opened()
{row}
{others}
{things}
{chores}

# Whose turn it is once this one has handed the letter on; the last opens it.
fluent next_to(who: character, to: character)
fluent bearer(): character
fluent opened()
fluent done(task: chore)
fluent follows(task: chore, earlier: chore)

fact bearer() = Ada
{facts}

fluent at(who: character): place
fluent way(from: place, to: place) symmetric
fluent lies(what: thing): place
fluent has(who: character, what: thing)
define together(one: character, other: character): at(one) = at(other)
perceives(observer: character, doer: character): together(observer, doer)

action walk(who: character, from: place, to: place)
    by    who
    when  at(who) = from, way(from, to)
    then  at(who) = to
    also seen by other: at(other) = to

action take(who: character, what: thing, here: place)
    by    who
    when  at(who) = here, lies(what) = here
    then  has(who, what), lies(what) = unknown

rule meets(who: character, other: character, here: place)
    when  who != other, at(who) = here, at(other) = here, not (who believes at(other) = here)
    then  who believes at(other) = here

rule misses(who: character, other: character, here: place)
    when  who != other, at(who) = here, at(other) != here, who believes at(other) = here
    then  who believes at(other) = unknown

rule sees(who: character, what: thing, here: place)
    when  at(who) = here, lies(what) = here, not (who believes lies(what) = here)
    then  who believes lies(what) = here

rule looks_for(who: character, what: thing, here: place)
    when  at(who) = here, lies(what) != here, who believes lies(what) = here
    then  who believes lies(what) = unknown

action do(who: character, task: chore)
    by    who
    when
        who = Ada
        at(who) = place1
        not done(task)
        every earlier: chore (not follows(task, earlier) or done(earlier))
    then  done(task)

action hand_on(who: character, to: character)
    by    who
    when
        together(who, to)
        bearer() = who
        next_to(who, to)
        who != Ada or every task: chore (done(task))
    then  bearer() = to

action open_letter(who: character)
    by    who
    when
        bearer() = who
        not opened()
        every to: character (not next_to(who, to))
    then  opened()

plot
    ending read: opened()

settings
    events {length}
    foresight {foresight}
    depth {depth}
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a world is along each axis.

    Raises ValueError for what cannot be: fewer than two people more than layers, or a story too short for the row.
    """

    cast: int = 5
    places: int = 4
    things: int = 2
    depth: int = 1
    length: int = 7

    def __post_init__(self) -> None:
        if not 1 <= self.depth < self.cast <= len(NAMES):
            raise ValueError(f"a row of {self.depth + 1} needs as many people, of a cast of at most {len(NAMES)}")
        if self.length < self.depth + 2:
            raise ValueError(f"the letter is not opened in fewer than {self.depth + 2} events")
        if self.places < 2 or self.things < 0:
            raise ValueError("there are two places at least, and no fewer things than none")

    @property
    def name(self) -> str:
        """The name of the world, which says all sizes."""
        return "_".join(f"{axis}{size}" for axis, size in asdict(self).items())


BASE = Size()
AXES: dict[str, tuple[int, ...]] = {
    "cast": (2, 3, 5, 7, 9, 12),
    "places": (2, 4, 6, 8, 10, 12),
    "things": (0, 2, 4, 6, 8, 10),
    "depth": (1, 2, 3, 4),
    "length": (3, 5, 7, 9, 11, 13),
}
"""The sizes along each axis, all others being those of :data:`BASE`."""


def family() -> Iterator[tuple[str, Size]]:
    """The worlds of every axis, each varied alone."""
    for axis, sizes in AXES.items():
        for size in sizes:
            yield axis, replace(BASE, **{axis: size})


def story(size: Size) -> str:
    """The world of that size, as `.story` text."""
    row, others = NAMES[: size.depth + 1], NAMES[size.depth + 1 : size.cast]
    places = [f"place{n + 1}" for n in range(size.places)]
    chores = [f"chore{n + 1}" for n in range(size.length - size.depth - 2)]
    things = [f"thing{n + 1}" for n in range(size.things)]
    facts = [f"next_to({one}, {other})" for one, other in pairwise(row)]
    facts += [f"follows({later}, {earlier})" for earlier, later in pairwise(chores)]
    waiting = [f"character {name} at place2\n    wants news 8: opened()" for name in row[1:]]
    return _WORLD.format(
        name=size.name,
        words=", ".join(f"{axis} {number}" for axis, number in asdict(size).items()),
        places=", ".join(places),
        ring=" - ".join([*places, *places[:1]] if size.places > 2 else places),
        row="\n".join(waiting),
        others="\n".join(_neighbour(n, name, places, things) for n, name in enumerate(others)),
        things="\n".join(f"thing {thing} lies {places[n % size.places]}" for n, thing in enumerate(things)),
        chores=f"chore {', '.join(chores)}" if chores else "",
        facts="\n".join(f"fact {fact}" for fact in facts),
        length=size.length,
        foresight=size.depth + 2,
        depth=size.depth,
    )


def _neighbour(number: int, name: str, places: list[str], things: list[str]) -> str:
    """Somebody who has no part in it: who they are, where, and what they want for themselves."""
    home, away = places[number % len(places)], places[(number + 1) % len(places)]
    lines = [f"character {name} at {home}", f"    wants air 1: at({name}) = {away}"]
    if things:
        lines.append(f"    wants keepsake 1: has({name}, {things[number % len(things)]})")
    return "\n".join(lines)


def shortfall(size: Size, max_expansions: int | None = None) -> str | None:
    """In words, why the world of that size is not what it says; None if it is.

    It has to have a story of ``length`` events, none of fewer, and none with a layer of minds less, both searched to
    the end.
    """
    world = api.read_text(story(size), name=f"{size.name}.story", language="story").unwrap()
    found = api.find(world, near=0, max_expansions=max_expansions).unwrap()
    if [len(fabula.events) for fabula in found.fabulas] != [size.length]:
        return f"there is no story of {size.length} events ({found.stopped.value})"
    for limits, words in (({"events": size.length - 1}, "a shorter story"), ({"depth": size.depth - 1}, "less depth")):
        less = api.find(world, near=0, max_expansions=max_expansions, **limits).unwrap()
        if less.fabulas:
            return f"{words} will do: {less.fabulas[0].actions}"
        if less.stopped is not Stop.EXHAUSTED:
            return f"it is not known whether {words} would do ({less.reached})"
    return None


def main() -> int:
    """Writes the family into a folder, or checks that every world of it needs what it says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scaling", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, help="write the worlds into this folder")
    parser.add_argument("--check", action="store_true", help="check each, some minutes in all")
    options = parser.parse_args()
    wanting = 0
    for axis, size in family():
        if options.folder:
            options.folder.mkdir(parents=True, exist_ok=True)
            (options.folder / f"{size.name}.story").write_text(story(size), encoding="utf-8")
        words = shortfall(size) if options.check else None
        wanting += words is not None
        print(f"{axis} {getattr(size, axis)}: {words or ('as it says' if options.check else size.name)}", flush=True)
    return int(bool(wanting))


if __name__ == "__main__":
    sys.exit(main())
