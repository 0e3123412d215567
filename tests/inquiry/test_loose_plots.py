"""Motives that nothing moves and plots that nothing fulfils: each is found, and in a near twin it is not."""

from __future__ import annotations

import pytest
from cottage import COTTAGE, checked, told, with_changes

import kizuna

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
