"""Each loose end has a world in which it is found and a near twin in which it is not; findings are never wrong."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import HealthCheck, given, settings

import kizuna
from kizuna.diagnostics import Diagnostic, conclude
from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.grounding import unfold
from kizuna.inquiry.loose_ends import loose_ends
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.model.formulas import Arithmetic
from kizuna.model.world import Logic, World
from kizuna.sources import from_library
from worlds import worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
WORK = 600

COTTAGE = """
use people, places, sight, possession

place house, well, wood
path house - well - wood

character Ana (she) at house
    wants lamp 2: has(Ana, lamp)
    fears cold 1: cold(Ana)
character Ben (he) at well
    wants company: together(Ana, Ben)

thing lamp
fact location(lamp) = wood

fluent cold(who: character)
fluent lit(what: thing)

action light(who: character, what: thing)
    by    who
    when  able(who), has(who, what)
    then  lit(what), not cold(who)

rule freezes(who: character)
    when  at(who) = wood, not cold(who), not lit(lamp)
    then  cold(who)

plot
    first at(Ben) = wood
    then  light(Ana, _)
    ending warm: lit(lamp) and at(Ana) = house
    never lit(lamp) and at(Ben) = house
"""
"""Nothing loose."""


def checked(text: str) -> tuple[Diagnostic, ...]:
    """What is loose in a story, in reading order; with less work allowed than usually, since that is enough here."""
    world = kizuna.read_text(text, language="story").unwrap()
    unfolded = unfold(world).unwrap()
    found = loose_ends(world, unfolded, unfolded.shrunk(), lambda span: not from_library(span.source), work=WORK)
    return conclude(world, found).diagnostics


def with_changes(*changes: tuple[str, str], text: str = COTTAGE) -> tuple[Diagnostic, ...]:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return checked(text)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """The code of each finding and the words that it points at."""
    return [(each.code, each.primary.span.text if each.primary else "") for each in found]


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


# --- motives ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("score", ["at(Ana) = tower", "at(Ana) = tower and lit(lamp)"])
def test_a_motive_that_nothing_can_move(score: str) -> None:
    found = with_changes(("fears cold 1: cold(Ana)", f"wants dream: {score}\nplace tower"))
    assert ("unmoved-motive", "dream") in told(found)


@pytest.mark.parametrize(
    "score", ["at(Ana) = wood", "Ben believes at(Ana) = wood", "Ben believes Ana believes lit(lamp)", "not cold(Ben)"]
)
def test_control_a_motive_that_something_can_move(score: str) -> None:
    assert with_changes(("fears cold 1: cold(Ana)", f"wants dream: {score}")) == ()


def test_a_motive_that_weighs_less_than_nothing_at_the_start() -> None:
    """Told of each character, where they are declared; a weight of 0 or above is fine."""
    zeal = """
fluent zeal(who: character): number = {}
motive calling(who: character)
    weight zeal(who)
    score not cold(who)
"""
    found = told(checked(COTTAGE + zeal.format(-2)))
    assert found == [("weight-below-zero", "Ana"), ("weight-below-zero", "Ben")]
    assert checked(COTTAGE + zeal.format(2)) == ()


def test_a_false_belief_moves_nothing_by_itself() -> None:
    prince = "fluent royal(who: character)\n"
    believing = ("fears cold 1: cold(Ana)", "wants dream: royal(Ben)\n    believes royal(Ben)")
    assert told(with_changes(believing, text=COTTAGE + prince)) == [("unmoved-motive", "dream")]
    crowning = "action crown(who: character)\n    then royal(who)\n"
    assert with_changes(believing, text=COTTAGE + prince + crowning) == ()


def test_a_motive_template_is_one_finding_and_only_if_all_of_it_is_stuck() -> None:
    love = """
fluent loves(who: character, whom: character): number = {}
motive love(who: character, whom: character)
    when who != whom
    weight loves(who, whom)
    score if cold(whom) then 0 else 1
"""
    assert told(checked(COTTAGE + love.format(0))) == [("unmoved-motive", "love")]
    assert checked(COTTAGE + love.format(0) + "fact loves(Ana, Ben) = 2\n") == ()


def test_an_action_that_waits_for_somebody_who_wants_nothing() -> None:
    sale = "\ncharacter Cleo at well\naction sell(to: character)\n    by {}\n    then not cold(to)\n"
    found = checked(COTTAGE + sale.format("Cleo, to"))
    assert told(found) == [("wants-nothing", "Cleo")]
    assert [label.span.text for label in found[0].secondary] == ["sell"]
    assert checked(COTTAGE + sale.format("to")) == (), "a bystander is asked for nothing that others could not do"
    assert checked(COTTAGE + sale.format("Cleo, to").replace("well\n", "well\n    wants peace: cold(Cleo)\n", 1)) == ()


# --- the plot --------------------------------------------------------------------------------------------------------


def test_an_ending_that_nothing_makes_so() -> None:
    found = with_changes(("ending warm: lit(lamp) and", "ending warm: lit(lamp) and at(Ben) = tower and"),
                         ("wood\npath", "wood, tower\npath"))  # fmt: skip
    assert told(found) == [("unreachable-ending", "at(Ben) = tower")]


def test_an_ending_that_no_reachable_state_has_and_its_twin() -> None:
    text = """
character Ana
    wants hoard: coins = 3
fluent coins: 0..3 = 0
fluent spent()
action earn()
    by Ana
    when not spent
    then coins += 1, spent
plot
    ending rich: coins = {}
"""
    found = checked(text.format(2))
    assert told(found) == [("unreachable-ending", "rich")]
    assert "even if everybody agrees" in found[0].message
    assert checked(text.format(1)) == ()


def test_where_the_walk_does_not_come_to_an_end_nothing_is_claimed() -> None:
    world = kizuna.read_text(
        "character Ana\n    wants all: n > 5\nfluent n: number = 0\naction count()\n    by Ana\n    then n += 1\n"
        "plot\n    ending half: n = 1/2\n",
        language="story",
    ).unwrap()
    assert kizuna.check(world).diagnostics == ()


def test_numbers_that_grow_without_end_do_not_take_for_ever() -> None:
    text = (
        "character Ana\n    wants all: n > 5\nfluent n: number = 2\naction square()\n    by Ana\n    then n = n * n\n"
    )
    assert checked(text) == ()


def test_steps_that_are_never_passed() -> None:
    assert told(with_changes(("first at(Ben) = wood", "first at(Ben) = tower"), ("wood\npath", "wood, tower\npath")))[
        0
    ] == ("unreachable-step", "at(Ben) = tower")
    never = with_changes(("never lit(lamp) and at(Ben) = house", "never at(Ben) = wood"))
    assert "unreachable-step" not in {each.code for each in never}, (
        "the first step is passed, and the plot spoilt later"
    )


def test_a_step_that_comes_too_late_and_its_twin() -> None:
    text = """
character Ana
    wants up: up
fluent up()
action climb()
    by Ana
    when not up
    then up
plot
    first {}
    then {}
    ending there: up
"""
    assert told(checked(text.format("climb()", "not up"))) == [("unreachable-step", "not up")]
    assert checked(text.format("not up", "climb()")) == ()


def test_a_plot_that_is_over_before_it_begins() -> None:
    plain = ("    first at(Ben) = wood\n    then  light(Ana, _)\n", "")
    assert told(with_changes(plain, ("ending warm: lit(lamp) and", "ending warm:"))) == [("over-at-start", "warm")]
    assert with_changes(("ending warm: lit(lamp) and", "ending warm:")) == (), "there are steps on the way"
    found = with_changes(("never lit(lamp) and at(Ben) = house", "never at(Ben) = well"))
    assert told(found) == [("over-at-start", "at(Ben) = well")]


def test_an_author_whom_nothing_can_please() -> None:
    garden = "entity Tom : character;\nproperty happy() : boolean;\nproperty rich() : boolean;\n"
    garden += "action sing() { effect: happy(); consenting: Tom; };\nutility(Tom): if(happy()) 1 else 0;\n"
    worlds = [kizuna.read_text(garden + f"utility(): if({end}) 1 else 0;") for end in ("rich()", "happy()")]
    codes = [[each.code for each in kizuna.check(world.unwrap()).diagnostics] for world in worlds]
    assert codes == [["unreachable-ending"], []]


# --- rules -----------------------------------------------------------------------------------------------------------

THRONE = """
character Ana
    wants crown: ruler = Ana
character Ben
    wants crown: ruler = Ben
fluent ruler(): character
fluent dead(who: character)
fluent mourning()
fact ruler = Ana
action die(who: character)
    when not dead(who), ruler = who
    then dead(who), ruler = unknown
rule heir(who: character)
    when ruler = unknown, not dead(who)
    then ruler = who
rule mourn()
    when ruler = unknown, not mourning
    then mourning
"""


def test_rules_that_race_and_rules_that_do_not() -> None:
    (found,) = checked(THRONE)
    assert told((found,)) == [("racing-rules", "heir")]
    assert [label.span.text for label in found.secondary] == ["mourn"]
    assert "`mourning()`" in found.message
    assert "die(Ana)" in found.message
    assert with_changes(("when ruler = unknown, not mourning", "when dead(Ana), not mourning"), text=THRONE) == ()


def test_two_of_one_rule_that_race() -> None:
    third = THRONE.replace("rule mourn()\n    when ruler = unknown,", "rule mourn()\n    when dead(Ana),")
    assert checked(third) == ()
    (found,) = checked(third + "character Cleo\n    wants peace: not mourning\n")
    assert "heir(Ben) and heir(Cleo) race for `ruler()`" in found.message
    assert found.secondary == ()


def test_rules_that_meet_again_do_not_race() -> None:
    rules = "\nfluent tired(who: character)\nrule a\n    when cold(Ana), not tired(Ana)\n    then tired(Ana)\n"
    rules = rules.replace("rule a\n", "rule a()\n")
    assert "racing-rules" not in {each.code for each in checked(COTTAGE + rules)}


def test_rules_that_come_to_fire_for_ever() -> None:
    text = """
character Ana
    wants light: lit
fluent lit()
fluent wound()
action wind()
    by Ana
    then wound
rule flares()
    when wound, not lit
    then lit
rule dies_down()
    when wound, lit
    then not lit{}
"""
    assert told(checked(text.format(""))) == [("endless-rules-later", "flares")]
    assert "endless-rules-later" not in {each.code for each in checked(text.format(", not wound"))}


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
