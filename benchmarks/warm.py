"""Twenty changes of a world's start, asked cold and warm: whether its story still holds after each.

Cold, every changed world is unfolded, ground and lived through by itself; warm, all share one grounding and one memory
(:mod:`kizuna.inquiry.warm`). The changes are spread evenly over what may vary; the answers have to be the same.

    python -m benchmarks.warm [WORLD ...]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import kizuna
from kizuna import grounding
from kizuna.fabula import Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Dial, Turn, usual_dials
from kizuna.inquiry.staging import lean_world
from kizuna.inquiry.wanted import Replay
from kizuna.inquiry.warm import Warm
from kizuna.model.world import World
from kizuna.search import Problem

WORLDS = ("lantern", "scrolls", "night")
CHANGES = 20


@dataclass(frozen=True)
class Measured:
    """CPU seconds, expansions, and what was answered."""

    seconds: float
    expanded: int
    answers: tuple[bool, ...]


def story_of(world: World) -> tuple[tuple[str, ...], Limits]:
    """The world's own story, its outline or what is found, and within which limits."""
    outline = Path(kizuna.__file__).parent / "worlds" / world.name / "outline.txt"
    if outline.exists():
        lines = outline.read_text("utf-8").splitlines()
        events = tuple(line for line in lines if line and not line.startswith(("#", "...")))
        return events, Limits(len(events), world.settings.foresight or 4, world.settings.depth or 1)
    found = kizuna.find(world).unwrap().fabulas[0]
    return found.actions, found.limits


def spread(dials: Sequence[Dial]) -> list[Turn]:
    """So many changes, from all over what may vary."""
    turns = [Turn(dial, choice) for dial in dials for choice in dial.choices]
    return turns[:: max(1, len(turns) // CHANGES)][:CHANGES]


def measured(story: tuple[str, ...], limits: Limits, problems: Sequence[Callable[[], Problem]]) -> Measured:
    """Whether a story holds in each of some worlds, and what it took to say so."""
    began, answers, expanded = time.process_time(), [], 0
    for make in problems:
        problem = make()
        before = problem.effort.expanded
        answers.append(Replay(story).holds(problem, limits))
        expanded += problem.effort.expanded - before
    return Measured(time.process_time() - began, expanded, tuple(answers))


def cold(world: World, story: tuple[str, ...], turn: Turn) -> Problem:
    """A changed world by itself."""
    return Problem(lean_world(grounding.unfold(turn.made(world)).unwrap(), story))


def compare(name: str) -> str:
    """A line of the table."""
    world = kizuna.read(name).unwrap()
    story, limits = story_of(world)
    unfolded: Unfolded = grounding.unfold(world).unwrap()
    dials = usual_dials(world, unfolded, lean_world(unfolded, story))
    turns = spread(dials)
    one = measured(story, limits, [lambda turn=turn: cold(world, story, turn) for turn in turns])  # type: ignore[misc]
    began = time.process_time()
    warm = Warm(unfolded, dials, story)
    made = time.process_time() - began
    two = measured(story, limits, [lambda turn=turn: warm.problem((turn,)) for turn in turns])  # type: ignore[misc]
    assert one.answers == two.answers, f"{name}: {one.answers} cold, {two.answers} warm"
    ratios = one.seconds / (made + two.seconds), one.seconds / two.seconds
    held = f"{sum(one.answers)} of {len(turns)}"
    columns = f"{one.seconds:.1f} | {made:.1f} + {two.seconds:.1f} | {ratios[0]:.1f} | {ratios[1]:.1f}"
    return f"| {name} | {columns} | {one.expanded:,} | {two.expanded:,} | {held} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("worlds", nargs="*", default=WORLDS)
    print("| world | cold, s | warm, s | ratio | without making it | expansions cold | warm | holds |")
    print("|---|---|---|---|---|---|---|---|")
    for name in parser.parse_args().worlds:
        print(compare(name), flush=True)


if __name__ == "__main__":
    main()
