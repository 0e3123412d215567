"""What one feels at what somebody did, at oneself and for others: the second half of the table of feelings.

Each row of docs/understanding/feeling.md has a control and a mutant without its ground.
"""

from __future__ import annotations

from fractions import Fraction

from feeling import felt

# --- anger and gratitude ---------------------------------------------------------------------------------------------

DEED = """
character Ana
    wants peace 5: quiet()
character Ben
fluent quiet()
fluent loud()
fact quiet()
action shout
    by   Ben
    then if loud() then not quiet()
action hush
    by   Ben
    then quiet()
action snub
    by   Ben
    then dear(Ana, Ben) -= 3
action storm
    then not quiet()
fact loud(), dear(Ana, Ben) = 4
"""


def test_anger_is_at_whoever_did_it_knowing() -> None:
    assert felt(DEED, "shout()") == {"distress": 5, "anger": 5}
    assert felt(DEED, "storm()") == {"distress": 5}
    unaware = DEED + "fact Ben believes not loud(), Ana believes Ben believes not loud()\n"
    assert "anger" not in felt(unaware, "shout()")


def test_anger_is_by_the_bond_that_breaks_too() -> None:
    assert felt(DEED, "snub()") == {"anger": 3}
    assert felt(DEED.replace("-= 3", "-= 0"), "snub()") == {}


def test_gratitude_is_to_whoever_meant_it_well() -> None:
    assert felt(DEED, "shout()", "hush()") == {"joy": 5, "gratitude": 5}
    assert felt(DEED.replace("action hush\n    by   Ben\n", "action hush\n"), "shout()", "hush()") == {"joy": 5}
    growing = DEED.replace("then quiet()", "then quiet(), dear(Ana, Ben) += 2")
    assert felt(growing, "shout()", "hush()")["gratitude"] == 7


# --- pride and shame -------------------------------------------------------------------------------------------------

EYES = """
character Ana
character Ben
fluent kind()
fact dear(Ana, Ben) = 4, dear(Ben, Ana) = 5
action help
    by   Ana
    then dear(Ben, Ana) += 3
action fail
    by   Ana
    then dear(Ben, Ana) -= 6
"""


def test_pride_and_shame_are_in_the_eyes_of_those_who_are_dear() -> None:
    assert felt(EYES, "help()") == {"pride": 3}
    assert felt(EYES, "fail()") == {"shame": 4}
    assert felt(EYES.replace("dear(Ana, Ben) = 4", "dear(Ana, Ben) = 0"), "fail()") == {}


def test_mutants_what_another_does_or_nobody_is_believed_to_know_is_neither() -> None:
    assert felt(EYES.replace("action fail\n    by   Ana", "action fail\n    by   Ben"), "fail()") == {}
    known = "character Cleo\nfact dear(Ana, Cleo) = 7\naction wound\n    by Ana\n    then hurts(Ana, Ben)\n"
    assert felt(EYES + known, "wound()")["shame"] == 11
    assert felt(EYES + known + "    seen by x: x != Cleo\n", "wound()")["shame"] == 4


# --- guilt and remorse -----------------------------------------------------------------------------------------------

WRONG = """
character Ana
    wants help 2: not hurts(Ana, Ben)
character Ben
fact dear(Ana, Ben) = 6, word_of(Ana, Ben) = 1
action wound
    by   Ana
    then hurts(Ana, Ben)
    seen by nobody
action lie
    by   Ana
    then word_of(Ana, Ben) = -3
    seen by nobody
action wander
    by   Ana
    then strayed()
action learn
    then Ana believes hurts(Ana, Ben)
fluent strayed()
"""


def test_guilt_is_for_a_broken_word_by_the_bond_and_the_word_and_for_harm_by_the_bond() -> None:
    assert felt(WRONG, "lie()")["guilt"] == 9
    assert felt(WRONG, "wound()")["guilt"] == 6
    assert "guilt" not in felt(WRONG, "wander()")
    assert "guilt" not in felt(WRONG.replace("dear(Ana, Ben) = 6", "dear(Ana, Ben) = 0"), "wound()")
    assert "guilt" not in felt(WRONG, "lie()", "lie()")


RASH = """
character Ana
    wants friend (love(Ana)): alive(Ben)
    wants gold 2: rich()
    believes love(Ana) = 1
character Ben
fluent love(who: character): number
fluent alive(who: character) = yes
fluent rich()
fact love(Ana) = 9
action strike
    by   Ana
    then not alive(Ben), rich()
"""


def test_remorse_is_for_an_act_that_cost_more_than_one_believed() -> None:
    assert felt(RASH, "strike()")["remorse"] == 9
    assert "remorse" not in felt(RASH.replace("believes love(Ana) = 1", "believes love(Ana) = 9"), "strike()")


VAIN = """
character Ana
    wants ring 1: not sold()
    wants gold 2: rich()
fluent sold()
fluent rich()
fluent closed()
action sell
    by   Ana
    when not sold()
    then sold()
action cash
    by   Ana
    when sold(), not closed(), not rich()
    then rich()
action close
    then closed()
"""


def test_remorse_is_for_an_act_that_was_in_vain_and_cost_something() -> None:
    assert felt(VAIN, "sell()") == {"distress": 1, "hope": Fraction(1, 2)}
    assert felt(VAIN, "sell()", "close()") == {"disappointment": 1, "remorse": 2}
    assert felt(VAIN.replace("ring 1", "ring 0"), "sell()", "close()") == {"disappointment": 2}


def test_remorse_is_for_harm_that_one_learns_to_have_done() -> None:
    text = WRONG.replace("wants help 2: not hurts(Ana, Ben)", "wants him_well (dear(Ana, Ben)): not hurts(Ana, Ben)")
    unaware = text.replace("then hurts(Ana, Ben)\n", "then hurts(Ana, Ben), Ana believes not hurts(Ana, Ben)\n")
    learned = felt(unaware, "wound()", "learn()")
    assert (learned["guilt"], learned["remorse"]) == (6, 6)
    assert "remorse" not in felt(unaware.replace("him_well (dear(Ana, Ben))", "him_well 6"), "wound()", "learn()")


# --- grief and tenderness --------------------------------------------------------------------------------------------

LOSS = """
character Ana
    wants friend (dear(Ana, Ben)): alive(Ben)
    wants order 2: alive(Ben)
character Ben
fluent alive(who: character) = yes
fact dear(Ana, Ben) = 7
fluent ill()
action die
    then not alive(Ben)
action fall_ill
    then ill()
action heal
    by   Ana
    when not alive(Ben)
    then not ill()
"""


def test_grief_is_for_what_a_bond_gives_weight_to_and_can_never_rise_again() -> None:
    assert felt(LOSS, "die()") == {"distress": 9, "grief": 7}
    assert felt(LOSS, "fall_ill()") == {}
    revived = LOSS.replace("then not ill()", "then alive(Ben)")
    assert "grief" not in felt(revived, "die()")
    bondless = LOSS.replace("friend (dear(Ana, Ben))", "friend 7")
    assert felt(bondless, "die()") == {"distress": 9}


def test_grief_is_for_a_hope_that_dies_too() -> None:
    last = LOSS.replace("fact dear", "fact not alive(Ben), dear").replace(
        "when not alive(Ben)\n    then not ill()", "when not alive(Ben), not ill()\n    then alive(Ben)"
    )
    assert felt(last, "fall_ill()") == {"grief": 7}


CLOSE = """
character Ana
character Ben
fact dear(Ana, Ben) = 6, dear(Ben, Ana) = 4
fact near(Ana, Ben)
fluent told()
fluent knows()
action confess
    then Ana believes dear(Ben, Ana) = 4
action embrace
    by   Ana, Ben
    then told()
action chat
    by   Ben
    then told()
action come
    then near(Ana, Ben)
"""


def test_tenderness_is_the_smaller_of_two_bonds_as_believed() -> None:
    unsure = CLOSE.replace("character Ana\n", "character Ana\n    believes dear(Ben, Ana) = 0\n")
    assert felt(unsure, "confess()") == {"tenderness": 4, "surprise": 1}
    assert felt(unsure, "embrace()") == {}
    assert felt(CLOSE, "embrace()") == {"tenderness": 4}
    assert felt(CLOSE, "chat()") == {}


def test_tenderness_needs_closeness_and_begins_with_it() -> None:
    apart = CLOSE.replace("fact near(Ana, Ben)\n", "")
    assert felt(apart, "embrace()") == {}
    assert felt(apart, "come()") == {"tenderness": 4}


# --- the fortunes of others ------------------------------------------------------------------------------------------


def fortunes(bond: int, act: str, *, sees: bool = True) -> dict[str, object]:
    text = f"""
character Ana
character Ben
    wants luck 5: lucky()
fluent lucky() = no
fluent poor()
fact dear(Ana, Ben) = {bond}
action win
    then lucky()
action lose
    when not poor()
    then not lucky(), poor()
"""
    before = ("win()",) if act == "lose()" else ()
    seen = text if sees else text.replace("    then", "    seen by nobody\n    then")
    return felt(seen, *before, act)


def test_anothers_fortune_is_shared_or_grudged_by_the_bond() -> None:
    assert fortunes(4, "win()") == {"gladness": 2}
    assert fortunes(4, "lose()") == {"pity": 2}
    assert fortunes(-4, "lose()") == {"gloating": 2}
    assert fortunes(-4, "win()") == {"envy": 2}
    assert fortunes(0, "win()") == {}
    assert fortunes(4, "win()", sees=False) == {}
