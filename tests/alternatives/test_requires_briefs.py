"""What it takes in the founding worlds for another ending, with nothing named that may vary: found, and found to be so.

Every way that is named is made by hand and lived through again in a world that is ground by itself.
"""

from __future__ import annotations

import pytest

from kizuna import alternatives, api, grounding
from kizuna.fabula import Limits
from kizuna.inquiry.replay import Replay
from kizuna.inquiry.requires import Required, Requires
from kizuna.inquiry.staging import lean_world
from kizuna.language.altered import altered
from kizuna.language.endings import ending_of, towards
from kizuna.model.world import World
from kizuna.search import Problem

REFUSES = "refused(Sakura, Sasuke, death) > 0"
TAKES = "has(Sasuke, scrolls)"
KILLS = "not alive(Sasuke)"
BEATS = (
    "break_in(Sasuke, hall, chamber)",
    "threaten(Sakura, Sasuke)",
    "recognise(Sakura, Sasuke)",
    "let_go(Sakura, Sasuke)",
    "overpower(Sasuke, Sakura)",
    "resist(Sakura, Sasuke)",
    "let_go(Sasuke, Sakura)",
    "open_up(Sasuke, desk)",
    "swear(Sakura, Sasuke, desk)",
)
BLOW = (
    "order_against(Danzou, Sakura, Sasuke)",
    "set_out(Sakura, Sasuke, camp)",
    "take_a_walk(Sakura, Shino, clearing)",
    "weep(Sakura)",
    "step_out(Sasuke, thicket, clearing)",
    "ask_errand(Sasuke, Sakura)",
    "tell_errand(Sakura, Sasuke)",
    "strike(Sakura, Sasuke)",
    "read_heart(Sasuke, Sakura)",
    "bare_throat(Sasuke, Sakura)",
)


def world(name: str) -> World:
    return api.read(name).unwrap()


def asked(name: str, ending: str) -> Requires:
    return alternatives.requires(world(name), ending=ending).unwrap()


def holds(name: str, ending: str, answer: Required) -> bool:
    """Whether the story of an answer is one after its changes, with nothing remembered."""
    changed = altered(world(name), answer.changes).unwrap().world
    wanted = towards(changed, ending_of(changed, ending).unwrap())
    problem = Problem(lean_world(grounding.unfold(wanted).unwrap(), answer.story))
    advised = wanted.settings
    limits = Limits(len(answer.story), advised.foresight or 4, advised.depth or 1)
    return Replay(answer.story).holds(problem, limits, ends=True)


@pytest.mark.long
@pytest.mark.parametrize(("name", "ending", "size"), [("night", REFUSES, 1), ("betrayal", KILLS, 2)])
def test_what_it_takes_is_found_without_being_told_what_may_vary(name: str, ending: str, size: int) -> None:
    answer = asked(name, ending)
    assert answer.already is None
    assert (answer.holds, answer.size) == (True, size)
    for each in answer.answers:
        assert len(each.changes) == size
        assert holds(name, ending, each)
    steps = [each.steps for each in answer.answers]
    assert steps == sorted(steps)
    assert answer.tried + answer.untried > 100  # what was not tried is not passed over


STORIES = {"scrolls": (BEATS, "cut_down(Sasuke, Sakura, desk)"), "betrayal": (BLOW, "strike(Sakura, Sasuke)")}


@pytest.mark.long
@pytest.mark.parametrize(("name", "size"), [("scrolls", 1), ("betrayal", 2)])
def test_for_another_turn_of_the_story_fewer_changes_are_proven_not_to_do(name: str, size: int) -> None:
    """The story as it goes, and then the other deed: every set of fewer changes is ruled out."""
    begun, deed = STORIES[name]
    answer = alternatives.requires(world(name), outline="\n".join((*begun, deed))).unwrap()
    assert (answer.size, answer.is_fewest) == (size, True)
    assert answer.is_minimal is (True if name == "scrolls" else None)
    for each in answer.answers:
        changed = altered(world(name), each.changes).unwrap().world
        advised = changed.settings
        limits = Limits(len(each.story), advised.foresight or 4, advised.depth or 1)
        assert Replay(each.story).holds(Problem(lean_world(grounding.unfold(changed).unwrap(), each.story)), limits)


@pytest.mark.long
def test_the_scrolls_can_be_taken_as_things_are() -> None:
    answer = asked("scrolls", TAKES)
    assert answer.already is not None
    assert answer.already.story[-1] == "take_out(Sasuke, scrolls, desk)"
    assert holds("scrolls", TAKES, answer.already)
