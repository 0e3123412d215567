"""What Sakura would do in the world `night`, by how much she loves and how much she cares: the map of its README.

Every cell is a world of its own, in which nothing is searched for: the story's events are lived through up to each of
the moments of choice, and there she is asked which acts she has a reason for, and whether their plan is the one meant.

    python -m benchmarks.night [--step N]
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import kizuna
from kizuna import api
from kizuna.deliberation import Effort, Reasons, explain
from kizuna.epistemics import Dynamics

NIGHT = Path(kizuna.__file__).parent / "worlds" / "night" / "world.story"
SCALE = range(11)
FEAR = 7
"""What the world itself says of what she has to lose."""
UNKNOWN_TO_HERSELF = 3
"""How much more she cares than she knows, as far as the scale goes."""
WORK = 200_000
"""Expansions that one cell may take."""

ASKED = ("ask(Sakura, Sasuke, staying)", "bargain(Sasuke, Sakura, death, staying)")
AGREED = (*ASKED, "agree(Sakura, Sasuke, death)")
THERE = (*AGREED, "hurry(Sakura, gate, house)", "leave(Sasuke, gate, woods)")
BACK = (
    *THERE,
    "kill_asleep(Sakura, Naruto)",
    "last_look(Naruto, Sakura)",
    "hurry(Sakura, house, gate)",
    "hurry(Sakura, gate, house)",
)
KILL, WIPE = "kill_asleep(Sakura, Naruto)", "wipe(Sakura, prints, house)"
TELL, CONFESS = "give_away(Sakura, Tsunade, Sasuke, death)", "own_up(Sakura, Tsunade, Naruto)"
Fate = str
REFUSES, TELLS, COVERS_UP, CONFESSES = "refuses", "tells", "covers up", "confesses"


@dataclass(frozen=True)
class Moments:
    """One world of the map, in which she can be asked for her reasons."""

    reasons: Reasons

    def has_reason(self, act: str, events: tuple[str, ...], meaning: str | None = None) -> bool:
        """Whether she has a reason for an act after events, with a plan that comes to what is meant by it."""
        dynamics = self.reasons.dynamics
        ids = dynamics.world.action_ids
        state = dynamics.initial
        for event in events:
            assert dynamics.holds(state, ids[event]), f"{event} cannot happen"
            state = dynamics.after(state, ids[event])
        found = (explain(self.reasons, state, ids[act], 4, 1) if dynamics.holds(state, ids[act]) else None) or ()
        return bool(found) and (meaning is None or any(step.action == meaning for step in found[0].plan))

    def fates(self) -> Iterator[Fate]:
        """What she would do; several where they are as good, within the world's `best within`."""
        if any(self.has_reason(f"{answer}(Sakura, Sasuke, death)", ASKED) for answer in ("refuse", "stay_silent")):
            yield REFUSES
        if not self.has_reason(AGREED[-1], ASKED):
            return
        to_tower = (("hurry(Sakura, gate, tower)", AGREED), ("hurry(Sakura, house, tower)", THERE))
        if any(self.has_reason(way, events, TELL) for way, events in to_tower):
            yield TELLS
        if self.has_reason(THERE[-2], AGREED, KILL) and self.has_reason(KILL, THERE):
            if self.has_reason(WIPE, BACK):
                yield COVERS_UP
            if self.has_reason("hurry(Sakura, house, tower)", BACK, CONFESS):
                yield CONFESSES


def changed(love: int, care: int, fear: int) -> str:
    """The world's text with her love for Sasuke, the care for Naruto that she knows of, and what she has to lose."""
    text = NIGHT.read_text(encoding="utf-8")
    for before, after in (
        ("    upright 1\n", f"    upright 1\n    loves Sasuke {love}\n"),
        ("    upright 1\n", f"    upright 1\n    cares for Naruto {min(care + UNKNOWN_TO_HERSELF, 10)}\n"),
        ("cares_for(Sakura, Naruto) = 2\n", f"cares_for(Sakura, Naruto) = {care}\n"),
        (f"    has to lose {FEAR}\n", f"    has to lose {fear}\n"),
    ):
        assert before in text, f"the world does not say {before.strip()!r}"
        text = text.replace(before, after)
    return text


def fates(love: int, care: int, fear: int) -> tuple[Fate, ...]:
    """What she would do with so much love, so much care that she knows of, and so much to lose."""
    world = api.read_text(changed(love, care, fear), name=str(NIGHT), language="story").unwrap()
    return tuple(Moments(Reasons(Dynamics(api.ground(world).unwrap()), Effort(WORK))).fates())


def by_love(scale: Sequence[int], fear: int) -> Iterator[str]:
    """What she would do by love and care, in Markdown, a line at a time."""
    yield from _table("love", scale, scale, lambda love, care: fates(love, care, fear))


def by_fear(scale: Sequence[int], love: int, cares: Sequence[int]) -> Iterator[str]:
    """What she would do by what she has to lose and care."""
    yield from _table("has to lose", scale, cares, lambda fear, care: fates(love, care, fear))


def _table(
    heading: str, across: Sequence[int], down: Sequence[int], cell: Callable[[int, int], tuple[Fate, ...]]
) -> Iterator[str]:
    """A table; a dash where she has a reason for none of it."""
    yield "| knows of a care of | " + " | ".join(f"{heading} {each}" for each in across) + " |"
    yield "|---" * (len(across) + 1) + "|"
    for care in down:
        yield f"| {care} | " + " | ".join(" or ".join(cell(each, care)) or "-" for each in across) + " |"


def main() -> None:
    """Prints both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--step", type=int, default=2, help="how far apart the strengths are")
    scale = SCALE[:: parser.parse_args().step]
    for line in by_love(scale, FEAR):
        print(line, flush=True)
    for line in by_fear(scale, SCALE[-1], (0, 2, 4, 5)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
