"""``kizuna convert problem.txt`` writes the same world as `.story`: the same ground world, and the same stories."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kizuna import api
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.surfaces.cli.main import cli

TINY = Path(__file__).parent / "tiny"
PROBLEMS = Path(__file__).parents[2].parent / "shared" / "reference" / "peer-problems"
NAMES = (
    "aladdin", "bribery", "deerhunter", "fantasy", "gramma", "hospital",
    "jailbreak", "macguffin", "raiders", "secretagent", "treasure",
)  # fmt: skip
LIVELY = {"bribery": (3, 2), "deerhunter": (3, 2), "macguffin": (5, 4), "secretagent": (4, 3), "treasure": (4, 4)}
"""Some of them, with limits that a search is soon done with: events and foresight."""
TOLD = {"bribery", "macguffin"}
"""Those of them that have stories within these limits."""


def fails(name: str) -> bool:
    """Whether the peer itself has no world to show for a tiny problem."""
    found: dict[str, object] = json.loads((TINY / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return bool(found.get("error"))


SOUND = [path.stem for path in sorted(TINY.glob("*.txt")) if not fails(path.stem)]


def converted(path: Path, folder: Path) -> tuple[World, World]:
    """A problem, and what its conversion reads as."""
    target = folder / f"{path.stem}.story"
    result = CliRunner().invoke(cli, ["convert", str(path), "-o", str(target)])
    assert result.exit_code == 0, result.output
    return api.read(str(path)).unwrap(), api.read(str(target)).unwrap()


def problem(name: str) -> Path:
    if not PROBLEMS.is_dir():
        pytest.skip(f"the peer's benchmark problems are not part of this project and not found at {PROBLEMS}")
    return PROBLEMS / f"{name}.txt"


def ground(world: World) -> GroundWorld:
    return api.ground(world).unwrap()


def stories(world: World, events: int, foresight: int, expansions: int) -> tuple[object, ...]:
    """All stories within small limits, with their reasons, and how the search for them ended."""
    found = api.find(
        world, goal=None, events=events, foresight=foresight, depth=1, count=None, max_expansions=expansions
    ).unwrap()
    told = [(story.actions, story.events) for story in found.fabulas]
    return told, found.stopped, found.goal


@pytest.mark.parametrize("name", SOUND)
def test_tiny_problems_are_the_same_when_converted(name: str, tmp_path: Path) -> None:
    before, after = converted(TINY / f"{name}.txt", tmp_path)
    assert ground(after) == ground(before)
    assert stories(after, 3, 3, 500) == stories(before, 3, 3, 500)


@pytest.mark.parametrize("name", NAMES)
def test_problems_of_the_peer_are_the_same_ground_world_when_converted(name: str, tmp_path: Path) -> None:
    before, after = converted(problem(name), tmp_path)
    assert (after, after.digest) == (before, before.digest)
    assert ground(after) == ground(before)


@pytest.mark.parametrize("name", LIVELY)
def test_problems_of_the_peer_have_the_same_stories_when_converted(name: str, tmp_path: Path) -> None:
    before, after = converted(problem(name), tmp_path)
    found = stories(before, *LIVELY[name], 150)
    assert stories(after, *LIVELY[name], 150) == found
    assert bool(found[0]) is (name in TOLD)


# What a conversion has to say for the world to stay the same; without it another world is read.
NEEDED = {
    "s01_surprise": ("    logic two-valued\n", "    logic three-valued\n"),
    "s18_unobserved_actor": ("    reading exact\n", ""),
}


@pytest.mark.parametrize("name", NEEDED)
def test_mutant_without_its_setting_a_conversion_is_another_world(name: str, tmp_path: Path) -> None:
    before, _ = converted(TINY / f"{name}.txt", tmp_path)
    text = (tmp_path / f"{name}.story").read_text(encoding="utf-8")
    said, instead = NEEDED[name]
    assert said in text
    other = api.read_text(text.replace(said, instead), name=f"{name}.story", language="story").unwrap()
    assert ground(other) != ground(before)
