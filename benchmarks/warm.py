"""Twenty changes of a world's start, asked cold and warm: whether its story still holds after each, which other story
there is (`--ask find`), or what happens with nobody steering (`--ask live`).

Cold, every changed world is unfolded, ground and lived through by itself; warm, all share one grounding and one memory
(:mod:`kizuna.inquiry.warm`). The changes are spread evenly over what may vary; the answers have to be the same.

*Shared* is what the cells of a sweep share: the unfolding alone, with nothing left open and nothing remembered.

    python -m benchmarks.warm [--ask replay|find|live] [--changes N] [WORLD ...]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import kizuna
from kizuna import grounding, search
from kizuna.fabula import Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Dial, Turn, usual_dials
from kizuna.inquiry.replay import Replay
from kizuna.inquiry.staging import lean_world
from kizuna.inquiry.started import begun
from kizuna.inquiry.warm import Warm
from kizuna.model.world import World
from kizuna.search import Problem, Rest, Stop

WORLDS = ("lantern", "crow", "scrolls")
CHANGES = 20
"""Changes where nobody says how many."""
WORK = 5_000
"""Expansions that are allowed for one changed world."""

Answer = bool | tuple[str, ...] | None
Question = Callable[[Problem, tuple[str, ...], Limits], Answer]


@dataclass(frozen=True)
class Measured:
    """CPU seconds, expansions, and what was answered."""

    seconds: float
    expanded: int
    answers: tuple[Answer, ...]


def story_of(world: World) -> tuple[tuple[str, ...], Limits]:
    """The world's own story, its outline or what is found, and within which limits."""
    outline = Path(kizuna.__file__).parent / "worlds" / world.name / "outline.txt"
    if outline.exists():
        lines = outline.read_text("utf-8").splitlines()
        events = tuple(line for line in lines if line and not line.startswith(("#", "...")))
        return events, Limits(len(events), world.settings.foresight or 4, world.settings.depth or 1)
    found = kizuna.find(world).unwrap().fabulas[0]
    return found.actions, found.limits


def spread(dials: Sequence[Dial], number: int) -> list[Turn]:
    """So many changes, from all over what may vary."""
    turns = [Turn(dial, choice) for dial in dials for choice in dial.choices]
    return turns[:: max(1, len(turns) // number)][:number]


def holds(problem: Problem, story: tuple[str, ...], limits: Limits) -> Answer:
    """Whether the old story holds."""
    return Replay(story).holds(problem, limits)


def finds(problem: Problem, story: tuple[str, ...], limits: Limits) -> Answer:
    """Whether there is a story then, as far as the work allowed goes."""
    del story
    events, foresight, depth = limits.events, limits.foresight, limits.depth
    found = search.find(problem, events=events, foresight=foresight, depth=depth, max_expansions=WORK)
    return True if found.fabulas else False if found.stopped is Stop.EXHAUSTED else None


def lives(problem: Problem, story: tuple[str, ...], limits: Limits) -> Answer:
    """What happens with nobody steering."""
    del story
    problem.effort.max_expansions = problem.effort.expanded + WORK
    life = search.live(problem, limits)
    return None if life.rest is Rest.EFFORT else life.actions


ASKED: dict[str, Question] = {"replay": holds, "find": finds, "live": lives}


def measured(
    ask: Question, story: tuple[str, ...], limits: Limits, problems: Sequence[Callable[[], Problem]]
) -> Measured:
    """The answers of each of some worlds, and what it took to have them."""
    began, answers, expanded = time.process_time(), [], 0
    for make in problems:
        problem = make()
        before = problem.effort.expanded
        answers.append(ask(problem, story, limits))
        expanded += problem.effort.expanded - before
    return Measured(time.process_time() - began, expanded, tuple(answers))


def shared(unfolded: Unfolded, story: tuple[str, ...], turn: Turn) -> Problem:
    """A changed world that shares the unfolding with others, as the cells of a sweep do."""
    return Problem(lean_world(replace(unfolded, whole=begun(unfolded, (turn,))), story))


def cold(world: World, story: tuple[str, ...], turn: Turn) -> Problem:
    """A changed world by itself."""
    return Problem(lean_world(grounding.unfold(turn.made(world)).unwrap(), story))


def compare(name: str, ask: Question, number: int) -> str:
    """A line of the table."""
    world = kizuna.read(name).unwrap()
    story, limits = story_of(world)
    unfolded: Unfolded = grounding.unfold(world).unwrap()
    dials = usual_dials(world, unfolded, lean_world(unfolded, story))
    turns = spread(dials, number)
    one = measured(ask, story, limits, [partial(cold, world, story, turn) for turn in turns])
    two = measured(ask, story, limits, [partial(shared, unfolded, story, turn) for turn in turns])
    began = time.process_time()
    warm = Warm(unfolded, dials, story)
    made = time.process_time() - began
    three = measured(ask, story, limits, [partial(warm.problem, (turn,)) for turn in turns])
    for other in (two, three):
        pairs = zip(one.answers, other.answers, strict=True)
        assert all(None in pair or pair[0] == pair[1] for pair in pairs), f"{name}: {one.answers}, {other.answers}"
    settled = sum(answer is not None for answer in one.answers)
    columns = f"{one.seconds:.1f} | {two.seconds:.1f} | {made:.1f} + {three.seconds:.1f}"
    ratios = f"{one.seconds / (made + three.seconds):.1f} | {two.seconds / (made + three.seconds):.1f}"
    return f"| {name} | {columns} | {ratios} | {one.expanded:,} | {three.expanded:,} | {settled} of {len(turns)} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("worlds", nargs="*", default=WORLDS)
    parser.add_argument("--ask", choices=list(ASKED), default="replay")
    parser.add_argument("--changes", type=int, default=CHANGES)
    asked = parser.parse_args()
    print("| world | cold, s | shared | warm | cold / warm | shared / warm | expansions cold | warm | settled |")
    print("|---|---|---|---|---|---|---|---|---|")
    for name in asked.worlds:
        print(compare(name, ASKED[asked.ask], asked.changes), flush=True)


if __name__ == "__main__":
    main()
