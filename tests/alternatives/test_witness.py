"""What if she is followed in `betrayal`: all goes as it went, and has a witness (what he knows: tests of the world)."""

from __future__ import annotations

from pathlib import Path

import pytest

import kizuna
from kizuna import alternatives, api
from kizuna.fabula import Event, Fabula, Limits

OUTLINE = (Path(kizuna.__file__).parent / "worlds" / "betrayal" / "outline.txt").read_text("utf-8")
EVENTS = tuple(line for line in OUTLINE.splitlines() if line and not line.startswith(("#", "...")))
FOLLOWS = "follow(Shino, Sakura, thicket, clearing)"
SUSPECTS = "Shino suspects Sakura 2"


@pytest.mark.long
def test_if_shino_follows_her_all_goes_as_it_went_and_he_has_seen_it() -> None:
    """He lets her go, unsure why; once the thicket is empty he goes after her."""
    world = api.read("betrayal").unwrap()
    settings = world.settings
    limits = Limits(len(EVENTS), settings.foresight or 1, settings.depth or 0)
    story = Fabula(world.name, world.digest, limits, 0, 1, tuple(map(Event, EVENTS)))
    changes = (SUSPECTS, "take_a_walk(Sakura, Shino, _) anyway", f"{FOLLOWS} after step_out(Sasuke, _, _)")
    answer = alternatives.whatif(world, changes, story, course=False, max_expansions=40_000).unwrap()
    assert answer.holds
    assert [event for _, event, _ in answer.put_in] == [FOLLOWS]
