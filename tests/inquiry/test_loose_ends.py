"""What can never happen: each finding has a world in which it is found and a near twin in which it is not.

Findings are never wrong, which small random worlds show.
"""

from __future__ import annotations

from itertools import islice

import pytest
from cottage import COTTAGE, checked, told, with_changes
from hypothesis import HealthCheck, given, settings

import kizuna
from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.grounding import unfold
from kizuna.inquiry.loose_ends import loose_ends
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.model.formulas import Arithmetic
from kizuna.model.world import Logic, World
from worlds import worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))


def test_control_nothing_is_loose() -> None:
    assert checked(COTTAGE) == ()
    assert kizuna.check(kizuna.read_text(COTTAGE, language="story").unwrap()).diagnostics == ()


def test_check_says_what_is_loose_and_still_gives_its_answer() -> None:
    found = kizuna.check(kizuna.read_text(COTTAGE + "\nplace tower\n", language="story").unwrap())
    assert found.ok
    assert told(found.diagnostics) == [("out-of-reach", "tower")]


@pytest.mark.parametrize("name", kizuna.shipped_worlds())
def test_shipped_worlds_leave_nothing_loose(name: str) -> None:
    assert kizuna.check(kizuna.read(name).unwrap()).diagnostics == ()


# --- what can never happen -------------------------------------------------------------------------------------------


def test_an_action_whose_condition_nothing_meets() -> None:
    (found,) = with_changes(("has(who, what)\n    then  lit", "has(who, what), lit(what)\n    then  lit"))[:1]
    assert told((found,)) == [("impossible-action", "lit(what)")]
    assert found.message == "`light` can never happen: `lit(what)` is never so."
    assert [label.span.text for label in found.secondary] == ["light"]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ("at(who) = tower", "`at(who) = tower` is never so"),
        ("able(who), at(who) = well, at(who) = house", "`at(who) = well` and `at(who) = house` are never so at once"),
        ("who != who", "`who != who` is never so"),
        ("has(Ana, lamp), cold(Ben), has(Ben, lamp)", "are never so at once"),
        ("Ana believes at(Ben) = tower", "`Ana believes at(Ben) = tower` is never so"),
    ],
)
def test_the_condition_that_is_never_met_is_named(condition: str, words: str) -> None:
    action = f"\nplace tower\naction sing(who: character)\n    by    who\n    when  {condition}\n    then  cold(who)\n"
    (found,) = (each for each in checked(COTTAGE + action) if each.code == "impossible-action")
    assert words in found.message


@pytest.mark.parametrize(
    "condition", ["at(who) = wood", "Ana believes at(Ben) = wood", "cold(who), not cold(Ana)", "has(Ben, lamp)"]
)
def test_control_a_condition_that_is_met_somewhere_is_left_alone(condition: str) -> None:
    assert (
        checked(COTTAGE + f"\naction sing(who: character)\n    by who\n    when {condition}\n    then cold(who)\n")
        == ()
    )


def test_an_action_on_what_there_is_none_of() -> None:
    ghost = "\ntype ghost\naction haunt(who: ghost)\n    then cold(Ana)\n"
    found = checked(COTTAGE + ghost)
    assert told(found) == [("impossible-action", "who")]
    assert found[0].message == "`haunt` can never happen: there is no `ghost`."
    assert checked(COTTAGE + ghost + "ghost Lemur\n") == ()


def test_what_only_an_impossible_action_would_allow_says_so() -> None:
    chain = """
fluent forged()
fluent praised()
action forge(who: character)
    by who
    when praised
    then forged
action show(who: character)
    by who
    when forged
    then praised
"""
    found = checked(COTTAGE + chain)
    assert told(found) == [("impossible-action", "praised"), ("impossible-action", "forged")]
    assert found[1].help == ("`forge` would change that, and can never happen either: see there first.",)


def test_an_action_that_only_a_mind_allows_can_be_planned_on() -> None:
    believed = "character Ben (he) at well\n    believes forged\n"
    lie = "\nfluent forged()\naction show(who: character)\n    by who\n    when forged\n    then cold(who)\n"
    assert told(checked(COTTAGE + lie)) == [("impossible-action", "forged")]
    assert with_changes(("character Ben (he) at well\n", believed), text=COTTAGE + lie) == ()


def test_a_walk_through_everything_finds_what_a_relaxed_look_overlooks() -> None:
    text = """
character Ana
    wants both: red and blue
fluent red()
fluent blue()
fluent paint: 0..1 = 1
action redden()
    by Ana
    when paint = 1
    then red, paint = 0
action paint_blue()
    by Ana
    when paint = 1
    then blue, paint = 0
action rejoice()
    by Ana
    when red, blue
    then not red
plot
    ending red: red
"""
    found = checked(text)
    assert told(found) == [("impossible-action", "rejoice")]
    assert "All 3 states" in found[0].help[0]
    assert with_changes(("then red, paint = 0", "then red"), text=text) == ()


def test_a_rule_that_never_fires() -> None:
    rule = "\nrule melts()\n    when {}, cold(Ana)\n    then not cold(Ana)\n"
    assert told(checked(COTTAGE + rule.format("at(Ana) = house, at(Ana) = well"))) == [("idle-rule", "at(Ana) = house")]
    assert checked(COTTAGE + rule.format("at(Ana) = house, at(Ben) = well")) == ()


def test_what_the_library_offers_need_not_be_used() -> None:
    text = (
        "use people, places, sight, possession\nplace house\ncharacter Ana at house\n    wants rest: not awake(Ana)\n"
    )
    assert checked(text) == ()


def test_a_fluent_that_is_asked_about_and_never_so() -> None:
    asked = "fluent hungry(who: character)\naction eat(who: character)\n    by who\n    {}\n    then not cold(who)\n"
    assert told(checked(COTTAGE + asked.format("when not hungry(who)"))) == [("unset-fluent", "hungry")]
    assert checked(COTTAGE + asked.format("when not hungry(who)") + "fact hungry(Ben)\n") == ()
    assert checked(COTTAGE + asked.format("when able(who)")) == (), "nobody asks"


def test_a_place_without_a_way_to_it() -> None:
    found = with_changes(("place house, well, wood\n", "place house, well, wood, tower\n"))
    assert told(found) == [("out-of-reach", "tower")]
    assert "`path(from, to)` is never so" in found[0].help[0]
    assert with_changes(("wood\npath house - well - wood", "wood, tower\npath house - well - wood - tower")) == ()


def test_what_takes_whatever_there_is_says_of_none_that_it_should_have_a_part() -> None:
    """The control is a place that walking could take, and cannot."""
    praise = "fluent praised(what: {0})\naction praise(what: {0})\n    when what = well\n    then praised(what)\n"
    assert checked(COTTAGE + "type stone\nstone pebble\n" + praise.format("existent")) == ()
    assert ("out-of-reach", "pebble") in told(
        checked(COTTAGE + "type stone\nstone pebble, well2\n" + praise.format("stone").replace("= well", "= well2"))
    )


# --- never wrong -----------------------------------------------------------------------------------------------------


def imagined(dynamics: Dynamics, most: int) -> list[State]:
    """States that can be reached or thought of, whoever has to will what."""
    known = {dynamics.initial: None}
    queue = list(known)
    for state in queue:
        for after in (*state.beliefs, *(dynamics.after(state, action) for action in dynamics.possible(state))):
            if after not in known:
                known[after] = None
                queue.append(after)
        if len(known) > most:
            break
    return list(islice(known, most))


@settings(LENIENT, max_examples=60)
@given(worlds(logics=(Logic.TWO_VALUED, Logic.THREE_VALUED)))
def test_what_is_called_impossible_never_happens(world: World) -> None:
    unfolded = unfold(world).value
    if unfolded is None:
        return
    ground = unfolded.shrunk()
    prospects = Prospects(world, unfolded, ground, lambda _: True)
    dynamics = Dynamics(ground)
    try:
        states = imagined(dynamics, 60)
        found = loose_ends(world, unfolded, ground, work=200)
    except (EndlessRulesError, ZeroDivisionError):
        return
    possible = {action.name for action in prospects.actions}
    happened = {ground.actions[n] for state in states for n in dynamics.possible(state)}
    assert {action.name for action in happened} <= possible
    hopeless = [each.message for each in found if each.code == "impossible-action"]
    assert not [a for a in happened if any(message.startswith(f"`{a.schema}` ") for message in hopeless)]
    stuck = {each.message.split("`")[1] for each in found if each.code == "unmoved-motive"}
    for motive in (motive for motives in ground.motives for motive in motives if motive.name in stuck):
        evaluate = dynamics.evaluator(Arithmetic("*", (motive.weight, motive.score)))
        for state in states:
            for after in (dynamics.after(state, action) for action in dynamics.possible(state)):
                assert None in (evaluate(state), evaluate(after)) or evaluate(state) == evaluate(after)
