"""One small world for each idea of docs/understanding/choosing.md: it shows the idea, and a mutant of it does not."""

from __future__ import annotations

from small_worlds import LIMITS, NO_DISARMING, ORDER, THREAT, account, reason, story, world

from kizuna import api

# --- threats ---------------------------------------------------------------------------------------------------------


def test_a_credible_threat_deters() -> None:
    assert story(THREAT, NO_DISARMING) == ()


def test_an_incredible_threat_does_not() -> None:
    assert story(THREAT, NO_DISARMING, ("wants gold 3: rich(Ben)", "wants gold 0: rich(Ben)")) == ("take()",)


def test_nor_does_one_that_is_not_believed() -> None:
    unseen = ("plot\n", "fact Ana believes not armed(Ben)\nplot\n")
    assert story(THREAT, unseen) == ("take()",)
    assert [step.action for step in reason(THREAT, unseen).explanation.plan] == ["take()"]


def test_without_wariness_nothing_deters() -> None:
    assert story(THREAT, NO_DISARMING, ("wary 1", "wary 0")) == ("take()",)


def test_one_acts_to_avert_what_another_would_do() -> None:
    # She takes it only because she means to disarm him as well; and disarms him though that by itself brings nothing.
    assert [step.action for step in reason(THREAT).explanation.plan] == ["take()", "disarm()"]
    guard = THREAT.replace("    ending rich: rich(Ana)", "    ending safe: not armed(Ben)")
    assert story(guard, ("fluent rich(who: character)", "fluent rich(who: character)\nfact rich(Ana)")) == ("disarm()",)
    calm = ("wary 1", "wary 0")
    assert story(guard, calm, ("fluent rich(who: character)", "fluent rich(who: character)\nfact rich(Ana)")) == ()


# --- orders, sparing, dying wishes -----------------------------------------------------------------------------------


def test_an_order_is_refused_when_love_outweighs_duty() -> None:
    assert story(ORDER) == ("spare()",)
    why = reason(ORDER)
    assert why.choice is not None
    assert why.choice.rival.action == "kill()"
    assert dict(why.choice.differences) == {"love": 3, "duty": -2}
    assert (why.choice.margin, str(why.choice.conflict)) == (1, "2/3")
    assert why.choice.voice is not None
    assert why.choice.voice.motive == "duty"


def test_and_obeyed_when_it_does_not() -> None:
    assert story(ORDER, ("love 3", "love 1")) == ("kill()",)


def test_answers_are_measured_against_one_another_and_not_against_now() -> None:
    # Sparing makes nothing better than it is: without the demand there would be no reason for it.
    answering = "    by Ana\n    answers ordered()\n    when ordered(), alive(Ben)\n    then failed()"
    undemanded = (answering, answering.replace("    answers ordered()\n", ""))
    assert story(ORDER, undemanded, ("love 3", "love 9")) != ("spare()",)


def test_satisficing_takes_any_answer_that_is_not_the_worst() -> None:
    assert story(ORDER, ("best within 0", "satisficing")) == ("spare()",)
    assert story(ORDER, ("best within 0", "satisficing"), ("love 3", "love 1")) == ("kill()",)


# --- asking ----------------------------------------------------------------------------------------------------------

ASK = """story asking
settings
    best within 0
character Ana
    wants company 3: stays(Ben)
    wants certainty 2: knows(Ana)
    wants pride 1: not begged(Ana)
character Ben
    wants freedom 2: not stays(Ben)
    wants to_please (fondness()): stays(Ben)
fluent fondness(): 0..9
fact fondness() = 1, Ana believes fondness() = unknown
fluent asked()
fluent stays(who: character)
fluent knows(who: character)
fluent begged(who: character)
action ask
    by Ana
    when not asked(), not knows(Ana)
    then asked(), begged(Ana)
action agree
    by Ben
    answers asked()
    when asked()
    then stays(Ben), knows(Ana), not asked()
action refuse
    by Ben
    answers asked()
    when asked()
    then knows(Ana), not asked()
plot
    ending known: knows(Ana)
"""


def test_a_request_that_pays_either_way() -> None:
    assert story(ASK) == ("ask()", "refuse()")
    asked = reason(ASK)
    assert asked.either_way is not None
    assert asked.either_way.robust
    assert {branch.answer: branch.outlook for branch in asked.either_way.branches} == {"agree()": 5, "refuse()": 2}


def test_a_request_that_does_not() -> None:
    assert story(ASK, ("certainty 2", "certainty 0")) == ()


def test_who_knows_the_others_heart_needs_no_either_way() -> None:
    known = (", Ana believes fondness() = unknown", "")
    assert story(ASK, known, ("certainty 2", "certainty 0")) == ()
    fond = ("fact fondness() = 1", "fact fondness() = 5")
    assert story(ASK, known, fond, ("certainty 2", "certainty 0")) == ("ask()", "agree()")


# --- what a deed hangs on --------------------------------------------------------------------------------------------

FLIGHT = """story flight
character Ana
    fears danger: (knife() or poison()) and not gone(Ana)
character Ben
fluent knife()
fluent poison()
fluent gone(who: character)
fact Ana believes (knife())
action flee
    by Ana
    when not gone(Ana)
    then gone(Ana)
action arm
    when not knife()
    then knife(), poison()
action disarm
    when knife(), poison()
    then not knife(), not poison()
plot
    ending fled: gone(Ana)
"""


def hinges(text: str, *changes: tuple[str, str]) -> list[set[str]]:
    """What the flight hangs on: she flees while she believes in danger."""
    found = reason(text, *changes).hinges
    return [{ground.fluent for ground in hinge} for hinge in found]


def test_a_deed_that_hangs_on_one_false_belief() -> None:
    assert hinges(FLIGHT) == [{"knife()"}]


def test_a_deed_that_hangs_on_two_together() -> None:
    assert hinges(FLIGHT, ("(knife())", "(knife(), poison())")) == [{"knife()", "poison()"}]


def test_a_deed_that_hangs_on_either_of_two() -> None:
    both = FLIGHT.replace("(knife() or poison()) and", "(knife() and poison()) and")
    assert hinges(both, ("(knife())", "(knife(), poison())")) == [{"knife()"}, {"poison()"}]


def test_a_deed_that_hangs_on_none() -> None:
    assert hinges(FLIGHT, ("fact Ana believes (knife())", "fact knife()")) == []


# --- hearts ----------------------------------------------------------------------------------------------------------

HEART = """story heart
settings
    best within 0
character Ana
    wants love (loves(Ana)): near(Ben)
    wants freedom 3: free(Ana)
character Ben
fluent loves(who: character): 0..9
fluent near(who: character) = yes
fluent free(who: character)
fact loves(Ana) = 7, Ana believes loves(Ana) = 1
action leave
    by Ana
    when near(Ben)
    then not near(Ben), free(Ana)
    seen by everyone
action harden
    by Ana
    when loves(Ana) > 0
    then loves(Ana) = 0
rule learns
    when not near(Ben), loves(Ana) != (loves(Ana) according to Ana)
    then Ana believes loves(Ana) = 7
plot
    ending gone: not near(Ben)
"""


def test_one_acts_on_the_heart_that_one_knows_and_learns_it_too_late() -> None:
    assert story(HEART) == ("leave()",)
    changed = account(HEART).events[0].changes
    assert any(c.minds == ("Ana",) and c.fluent == "loves(Ana)" and (c.before, c.after) == (1, 7) for c in changed)


def test_who_knows_their_heart_stays() -> None:
    assert story(HEART, (", Ana believes loves(Ana) = 1", "")) == ()


def test_nobody_acts_to_change_their_own_heart() -> None:
    # To harden first would make leaving cheap; weights are those that the plan starts with.
    known = (", Ana believes loves(Ana) = 1", "")
    found = api.find(world(HEART, known), count=None, near=0, **LIMITS).unwrap().fabulas
    names = {action for fabula in found for action in fabula.actions}
    assert "harden()" not in names
    assert story(HEART, known, ("ending gone: not near(Ben)", "ending cold: loves(Ana) = 0")) == ()


# --- consent, time ---------------------------------------------------------------------------------------------------

CARRY = """story carry
character Ana
    wants him_safe: safe(Ben)
character Ben
    wants pride: not carried(Ben)
fluent safe(who: character)
fluent carried(who: character)
fluent awake(who: character) = yes
action carry
    by Ana
    with Ben: awake(Ben)
    when not safe(Ben)
    then safe(Ben), carried(Ben)
action faint
    when awake(Ben)
    then not awake(Ben)
plot
    ending safe: safe(Ben)
"""


def test_whoever_is_awake_can_refuse_to_be_carried() -> None:
    assert story(CARRY) == ("faint()", "carry()")
    assert story(CARRY, ("wants pride", "wants pride 0")) == ("carry()",)
    assert story(CARRY, ("    with Ben: awake(Ben)\n", "")) == ("carry()",)


DUSK = """story dusk
character Ana
    wants bread: has_bread(Ana)
fluent has_bread(who: character)
fluent hour(): 0..3
fluent closed()
action sleep_in
    when hour < 2
    then hour() += 1
action close_shop
    due  hour = 2, not closed()
    then closed()
action buy
    by Ana
    when not closed(), not has_bread(Ana)
    then has_bread(Ana)
plot
    ending fed: has_bread(Ana)
    first hour = 2
    then buy()
"""


def test_what_is_due_comes_before_anything_else() -> None:
    assert story(DUSK) == ()
    assert story(DUSK, ("due  hour", "when hour")) == ("sleep_in()", "sleep_in()", "buy()")


def test_what_is_due_is_foreseen() -> None:
    text = DUSK.replace(
        "    wants bread: has_bread(Ana)", "    wants bread: has_bread(Ana)\n    wants quiet 2: closed()"
    )
    open_end = ("    first hour = 2\n    then buy()\n", "")
    after_closing = ("when not closed(), not", "when closed(), not")
    assert story(text, open_end, after_closing) == (
        "sleep_in()", "sleep_in()", "close_shop()", "buy()",
    )  # fmt: skip
