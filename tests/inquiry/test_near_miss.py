"""The story that lacks one reason, and what would supply it: every change that is named does."""

from __future__ import annotations

from kizuna import api
from kizuna.fabula import Limits
from kizuna.inquiry.near_miss import Belief, NearMiss, Weight, near_miss
from kizuna.search import Problem

WORLD = """story nearly
character Ana
    wants quiet 3: not told(Ana)
    wants honour: told(Ana)
character Ben
    wants rest: not calmed(Ben)
fluent told(who: character)
fluent calmed(who: character)
fluent trusts(who: character)
action tell
    by Ana
    when not told(Ana)
    then told(Ana)
action calm
    by Ben
    when told(Ana), not calmed(Ben)
    then calmed(Ben)
plot
    ending told: told(Ana)
"""
LIMITS = Limits(3, 2, 1)


def miss(text: str, effort: int = 1000) -> NearMiss | None:
    read = api.read_text(text, name="near.story", language="story").unwrap()
    return near_miss(Problem(api.ground(read).unwrap()), LIMITS, effort)


def found(text: str) -> tuple[str, ...]:
    read = api.read_text(text, name="near.story", language="story").unwrap()
    stories = api.find(read, events=3, foresight=2, depth=1, near=0).unwrap().fabulas
    return stories[0].actions if stories else ()


def test_the_weight_that_is_missing_is_the_smallest() -> None:
    assert miss(WORLD) == NearMiss(("tell()",), 0, "Ana", Weight("honour", 1, 4), None)
    assert found(WORLD.replace("wants honour:", "wants honour 4:")) == ("tell()",)
    assert found(WORLD.replace("wants honour:", "wants honour 3:")) == ()


def test_the_belief_that_is_missing_is_a_true_one_if_it_can_be() -> None:
    text = WORLD.replace("honour: told(Ana)", "honour 4: told(Ana) and trusts(Ben)")
    text = text.replace("plot\n", "action turn\n    then trusts(Ben)\n    seen by nobody\nplot\n")
    assert found(text) == ()
    nearest = miss(text)
    assert nearest is not None
    assert nearest.belief == Belief("trusts(Ben)", now=False, needed=True, is_so=False)
    so = miss(text.replace("plot\n", "fact trusts(Ben), Ana believes not trusts(Ben)\nplot\n"))
    assert so is not None
    assert so.belief == Belief("trusts(Ben)", now=False, needed=True, is_so=True)


def test_two_missing_reasons_are_no_near_miss() -> None:
    assert miss(WORLD.replace("ending told: told(Ana)", "ending calm: calmed(Ben)")) is None


def test_with_too_little_work_there_is_no_answer() -> None:
    assert miss(WORLD, effort=0) is None


def test_find_says_it() -> None:
    outcome = api.find(api.read_text(WORLD, name="near.story", language="story").unwrap(), events=3)
    assert [each.code for each in outcome.diagnostics] == ["no-story", "near-miss"]
    assert "honour weighed 4 instead of 1" in str(outcome.diagnostics[1].help)
