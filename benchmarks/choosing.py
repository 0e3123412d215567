"""What it costs to want the best and to be wary, against the strict definition, on the worlds that come with kizuna.

    python -m benchmarks.choosing [WORLD ...]

Each world is searched for its first story with everyone satisficing, wanting the best within 0, and that with wary 1,
within the same limits: those of the world, or those at which its story is found. Expansions count states whose
actions were looked through in any mind; they are the same on every machine. Seconds are shown as ratios to the first.
"""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from kizuna import api
from kizuna.model.world import Temper, World
from kizuna.search import SearchResult

TEMPERS = {
    "satisficing": Temper(),
    "best within 0": Temper(0),
    "best within 0, wary 1": Temper(0, 1),
}
MAX_EXPANSIONS = 200_000


def searched(world: World, temper: Temper, limits: dict[str, int]) -> tuple[SearchResult, float]:
    """The search for a first story with everyone of that temper, and the seconds that it took."""
    start = time.perf_counter()
    result = api.find(
        replace(world, temper=temper, tempers=()), near=0, max_expansions=MAX_EXPANSIONS, **limits
    ).unwrap()
    return result, time.perf_counter() - start


def limits_of(world: World) -> dict[str, int]:
    """The limits at which the world's story is found as it stands."""
    limits = api.find(world, near=0, max_expansions=MAX_EXPANSIONS).unwrap().limits
    return {"events": limits.events, "foresight": limits.foresight, "depth": limits.depth}


def main(names: list[str]) -> None:
    """Prints the table."""
    print("| world | limits | temper | story | expansions | states | time |")
    print("|---|---|---|---|---|---|---|")
    for name in names or api.shipped_worlds():
        world = api.read(name).unwrap()
        limits = limits_of(world)
        first = 0.0
        for temper, how in TEMPERS.items():
            result, seconds = searched(world, how, limits)
            first = first or seconds
            story = f"{len(result.fabulas[0].events)} events" if result.fabulas else result.stopped.value
            work = result.statistics
            shown = "/".join(str(limit) for limit in limits.values())
            print(
                f"| {name} | {shown} | {temper} | {story} | {work.expanded} | {work.states} | x{seconds / first:.1f} |"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
