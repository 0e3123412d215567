"""The table of docs/understanding/feeling.md row by row, each with a control and a mutant without its ground.

Here what one feels at what happens, or may; ``test_emotions_between_people`` has the rest.
"""

from __future__ import annotations

from fractions import Fraction

from feeling import felt

# --- joy and distress ------------------------------------------------------------------------------------------------

LAMP = """
character Ana
    wants light 2: lit()
    wants dark_room 3: not lit()
    believes zeal(Ana) = 1
    wants work (zeal(Ana)): lit()
fluent lit()
fluent zeal(who: character): number
fact zeal(Ana) = 4
action light
    then lit()
"""


def test_joy_and_distress_are_two_sums_at_the_true_weight_of_what_is_believed() -> None:
    assert felt(LAMP, "light()") == {"joy": 6, "distress": 3}
    assert felt(LAMP.replace("zeal(Ana) = 4", "zeal(Ana) = 1"), "light()") == {"joy": 3, "distress": 3}


def test_mutant_whoever_does_not_notice_feels_nothing() -> None:
    assert felt(LAMP + "    seen by nobody\n", "light()") == {}


NEWS = """
character Ana
    wants company 5: well(Ben)
character Ben
fluent well(who: character)
fact well(Ben)
action leave
    then not well(Ben)
    seen by nobody
action miss
    then Ana believes well(Ben) = unknown
action hear
    then if well(Ben) then Ana believes well(Ben) else Ana believes not well(Ben)
"""


def test_what_was_not_known_for_a_while_counts_as_it_was_last_known() -> None:
    assert felt(NEWS, "leave()", "miss()") == {}
    assert felt(NEWS, "leave()", "miss()", "hear()") == {"distress": 5}
    assert felt(NEWS, "miss()", "hear()") == {}


# --- hope, satisfaction, disappointment ------------------------------------------------------------------------------

ERRAND = """
character Ana
    wants light 6: lit()
character Ben
    wants oil 1: drunk()
fluent lit()
fluent has_oil()
fluent drunk()
action fetch
    by   Ana
    when not has_oil(), not drunk()
    then has_oil()
action light
    by   Ana
    when has_oil()
    then lit()
action drink
    by   Ben
    then not has_oil(), drunk()
"""


def test_hope_is_the_net_over_one_more_than_the_steps_left() -> None:
    assert felt(ERRAND, "fetch()") == {"hope": 3}
    unwanted = ERRAND.replace("light 6", "light 0")
    assert felt(unwanted, "fetch()") == {}


def test_what_is_done_satisfies_and_what_has_become_impossible_disappoints() -> None:
    assert felt(ERRAND, "fetch()", "light()") == {"joy": 6, "satisfaction": 6}
    assert felt(ERRAND, "fetch()", "drink()", "drink()") == {}
    assert felt(ERRAND, "fetch()", "drink()")["disappointment"] == 6
    assert "disappointment" not in felt(ERRAND + "    seen by nobody\n", "fetch()", "drink()")


def test_what_an_act_did_not_bring_disappoints_too() -> None:
    learning = """    then
        if good() then lit()
        if good() then Ana believes good() else Ana believes (not good(), not lit())
fluent good()
fact good()
"""
    lamp = ERRAND.replace("    then lit()\n", learning)
    assert felt(lamp, "fetch()", "light()")["satisfaction"] == 6
    broken = felt(lamp.replace("fact good()", "fact Ana believes good()"), "fetch()", "light()")
    assert "satisfaction" not in broken
    assert broken["disappointment"] == 6


# --- fear, relief, fears confirmed -----------------------------------------------------------------------------------

THIEF = """
character Ana
    wants ring 4: not taken()
character Ben
    wants ring 1: taken()
fluent taken()
fluent here()
fluent locked()
action come
    then here()
action lock
    then locked()
action take
    by   Ben
    when here(), not locked(), not taken()
    then taken()
"""


def test_fear_is_of_what_another_would_do() -> None:
    assert felt(THIEF, "lock()") == {}
    assert felt(THIEF, "come()") == {"fear": 2}
    assert felt(THIEF.replace("wants ring 1", "wants ring 0"), "come()") == {}


def test_relief_is_when_it_can_no_longer_be_and_fears_are_confirmed_when_it_has_been() -> None:
    assert felt(THIEF, "come()", "lock()") == {"relief": 4}
    confirmed = felt(THIEF, "come()", "take()")
    assert confirmed["fears confirmed"] == 4
    assert "relief" not in confirmed
    unafraid = THIEF.replace("wants ring 1", "wants ring 0")
    assert felt(unafraid, "come()", "lock()") == {}
    assert "fears confirmed" not in felt(unafraid, "come()", "take()")


def test_what_the_story_calls_danger_is_feared_whatever_the_other_wants() -> None:
    danger = THIEF.replace("wants ring 1", "wants ring 0") + (
        "define felt_danger(who: character): if who = Ana and here() then 6 else 0\naction go\n    then not here()\n"
    )
    assert felt(danger, "come()") == {"fear": 3}
    assert felt(danger, "come()", "go()") == {"relief": 6}


def test_a_plan_of_two_steps_is_feared_less_while_it_is_far() -> None:
    far = THIEF.replace("action come\n", "action come\n    by Ben\n")
    assert felt(far, "lock()", depth=2) == {"relief": 4}
    far = far.replace("action lock\n", "action wait\n    then waited()\nfluent waited()\naction lock\n")
    assert felt(far, "wait()", depth=2) == {"fear": Fraction(4, 3)}
    assert felt(far, "come()", depth=2) == {"fear": 2}


# --- surprise --------------------------------------------------------------------------------------------------------

BOX = """
character Ana
    wants gold 3: full()
    believes full()
fluent full()
fluent open()
fluent seen()
action look
    then Ana believes not full()
action open
    then open()
"""


def test_a_corrected_belief_surprises_by_what_it_changes_and_at_least_a_little() -> None:
    assert felt(BOX, "look()") == {"surprise": 3, "distress": 3}
    assert felt(BOX.replace("gold 3", "gold 0"), "look()") == {"surprise": 1}


def test_mutants_what_was_unknown_or_has_really_changed_surprises_nobody() -> None:
    assert "surprise" not in felt(BOX.replace("believes full()", "believes full() = unknown"), "look()")
    assert felt(BOX, "open()") == {}
