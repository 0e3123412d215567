"""The modules orders, duty, hiding, reading, surrender and closeness: each promise kept, and broken by a mutant."""

from __future__ import annotations

import pytest
from promises import Promise, Trial, but, less

ORDERED = ("order_against(Ana, Ben, Dora)",)
OUT = (*ORDERED, "set_out(Ben, Dora, camp)")
ASKED = (*OUT, "ask_errand(Dora, Ben)")
TRIED = (*OUT, "strike_in_vain(Ben, Dora)")

ORDERS = Trial("orders", {
    "only whoever has the command gives orders": Promise(
        "action order_against", but("orders", "action order_against", "        has_command(who)\n"),
        cannot=("order_against(Cleo, Ben, Dora)",)),
    "and only against an outlaw": Promise(
        "action order_against", but("orders", "action order_against", "        outlawed(target)\n"),
        cannot=("order_against(Ana, Ben, Cleo)",)),
    "whoever obeys sets out with those whom they lead": Promise(
        "action set_out", but("orders", "action set_out", ", at(other) = to"),
        events=OUT, so=("at(Ben) = camp", "at(Cleo) = camp", "is_sent_against(Cleo, Dora)", "at(Ana) = town")),
    "to refuse is treason, and leaves the others alone": Promise(
        "action defy", but("orders", "action defy", "abandoned(who, other), "),
        events=(*ORDERED, "defy(Ben, Dora)"),
        so=("carried_out(Ben, Dora) = -1", "abandoned(Ben, Cleo)", "not is_sent_against(Ben, Dora)")),
    "to have tried is half of it": Promise(
        "define carried_out", but("orders", "define carried_out", "then 1/2", "then 0"),
        events=TRIED, so=("carried_out(Ben, Dora) = 1/2",)),
    "but not for whoever spared them after all": Promise(
        "define is_traitor_over", but("orders", "define is_traitor_over", "is_sent_against(who, target)", "no"),
        events=(*TRIED, "spare(Ben, Dora)"), so=("carried_out(Ben, Dora) = 0", "is_traitor_over(Ben, Dora)")),
    "an order that was taken on is a word to whoever gave it": Promise(
        "define felt_word_on_order", but("orders", "define felt_word_on_order", "not has_command(whom) or ", ""),
        events=(*TRIED, "spare(Ben, Dora)"),
        so=("felt_word_on_order(Ben, Ana, Dora) = -4", "felt_word_on_order(Ben, Cleo, Dora) = 0")),
    "and unbroken until they are spared": Promise(
        "define felt_word_on_order", but("orders", "define felt_word_on_order",
            "is_traitor_over(who, target)", "is_sent_against(who, target)"),
        events=TRIED, so=("felt_word_on_order(Ben, Ana, Dora) = 0",)),
    "an errand is asked for only where it is not known": Promise(
        "action ask_errand", but("orders", "action ask_errand",
            "        not (target believes is_sent_against(who, target))\n"),
        events=(*ASKED, "tell_errand(Ben, Dora)"), cannot=("ask_errand(Dora, Ben)",)),
    "whoever is told the truth knows it": Promise(
        "action tell_errand", but("orders", "action tell_errand",
            ", is_sent_against(who, target)\n    then  not is_asked(who, target), target believes "
            "is_sent_against(who, target)", "\n    then  not is_asked(who, target)"),
        events=(*ASKED, "tell_errand(Ben, Dora)"), so=("Dora believes is_sent_against(Ben, Dora)",)),
    "whoever denies it has lied": Promise(
        "action deny_errand", but("orders", "action deny_errand", "then has_lied_to(who", "then is_asked(who"),
        events=(*ASKED, "deny_errand(Ben, Dora)"),
        so=("has_lied_to(Ben, Dora)", "Dora believes not is_sent_against(Ben, Dora)")),
    "who says nothing tells nothing": Promise(
        "action withhold_errand", but("orders", "action withhold_errand", "then  not is_asked(who, target)",
            "then  not is_asked(who, target), target believes is_sent_against(who, target)"),
        events=(*ASKED, "withhold_errand(Ben, Dora)"), so=("not (Dora believes is_sent_against(Ben, Dora))",)),
})  # fmt: skip

WALK = ("take_a_walk(Ana, Ben, glade)",)
DUTY = Trial("duty", {
    "duties are what orders weigh": Promise(
        "define felt_duty_of_orders", but("duty", "define felt_duty_of_orders", "): dutiful(who)", "): 0"),
        so=("felt_duty_of_orders(Ana) = 4", "felt_duty_of_orders(Ben) = 0")),
})  # fmt: skip

HIDING = Trial("hiding", {
    "nobody knows of a witness in hiding": Promise(
        "action take_a_walk", but("hiding", "action take_a_walk", "at(who) = to\n",
            "at(who) = to, who believes at(Cleo) = bushes\n"),
        events=(*WALK, "cry(Ana)"),
        so=("Cleo believes cried(Ana)", "not (Ana believes Cleo believes cried(Ana))", "Ana believes at(Cleo) = town")),
    "whoever has the watch knows who went": Promise(
        "action take_a_walk", but("hiding", "action take_a_walk", "has_the_watch(watch)", "not has_the_watch(watch)"),
        events=WALK, so=("Ben believes at(Ana) = glade",)),
    "only whom one suspects is followed, and does not know it": Promise(
        "action follow", but("hiding", "action follow", "        suspects(who, whom) > 0\n"),
        events=(*WALK, "follow(Ben, Ana, bushes, glade)"),
        so=("sees(Ben, glade)", "not (Ana believes at(Ben) = bushes)"), cannot=("follow(Dora, Ana, bushes, glade)",)),
    "whoever steps out is seen": Promise(
        "action step_out", less("hiding", "action step_out"),
        events=(*WALK, "step_out(Cleo, bushes, glade)"), so=("Ana believes at(Cleo) = glade",)),
})  # fmt: skip

STRUCK = ("strike(Ana, Ben)",)
READ = (*STRUCK, "read_heart(Ben, Ana)")
READING = Trial("reading", {
    "whoever reads a face learns what is true": Promise(
        "action read_heart", but("reading", "action read_heart", "        loves(whom, who) >= 5\n"),
        events=READ, so=("loves(Ana, Ben) according to Ben = 8", "Ana believes has_read(Ben, Ana)")),
    "not in the dark": Promise(
        "define eye_to_eye", but("reading", "define eye_to_eye", " and sees(who, here)"),
        events=("darken(room)", *STRUCK), cannot=("read_heart(Ben, Ana)",)),
    "not before a deed": Promise(
        "define shows_heart", but("reading", "define shows_heart", "    has_struck_at(whom, who)\n"),
        cannot=("read_heart(Ben, Ana)",)),
    "not without knowing why": Promise(
        "define shows_heart", but("reading", "define shows_heart", "\n    who believes is_sent_against(whom, who)"),
        events=("forget(Ben)", *STRUCK), cannot=("read_heart(Ben, Ana)",)),
    "not where there is little to see": Promise(
        "action read_heart", but("reading", "action read_heart", "        loves(whom, who) >= 5\n"),
        events=("cool(Ben)", *STRUCK), cannot=("read_heart(Ben, Ana)",)),
    "not by everybody": Promise(
        "action read_heart", but("reading", "action read_heart", "        reads_faces(who)\n"),
        events=("dazzle(Ben)", *STRUCK), cannot=("read_heart(Ben, Ana)",)),
})  # fmt: skip

BARED = (*STRUCK, "bare_throat(Ben, Ana)")
SURRENDER = Trial("surrender", {
    "a life is laid only into a hand that struck": Promise(
        "action bare_throat", but("surrender", "action bare_throat", "        has_struck_at(whom, who)\n"),
        cannot=("bare_throat(Ben, Ana)",)),
    "and tells of love": Promise(
        "action bare_throat", but("surrender", "action bare_throat", "if looks_on(other, who) then", "if no then"),
        events=BARED, so=("holds_life(Ana, Ben)", "armed(Ana)", "loves(Ben, Ana) according to Ana = 7")),
    "the blow that was warded off is now death": Promise(
        "action bare_throat", but("surrender", "action bare_throat", "        holds_life(whom, who)\n"),
        events=(*BARED, "strike(Ana, Ben)"), so=("not alive(Ben)",)),
    "whoever throws the weapon away has spared them": Promise(
        "action throw_away", but("surrender", "action throw_away", "        spared(who, whom)\n"),
        events=(*BARED, "throw_away(Ana, Ben)"),
        so=("spared(Ana, Ben)", "not armed(Ana)", "not armed(Ben)", "not in_danger(Ben)")),
    "whoever falls asleep over it, too": Promise(
        "action throw_away", but("danger", "rule slips_away", "then spared(who", "then not holds_life(who"),
        events=(*BARED, "fall_asleep(Ana)"), so=("spared(Ana, Ben)",)),
})  # fmt: skip

HELD = ("embrace(Ben, Ana)",)
CLOSENESS = Trial("closeness", {
    "nobody is held on their guard": Promise(
        "action embrace", but("closeness", "action embrace", "        not on_guard(whom)\n"),
        cannot=("embrace(Ana, Ben)",)),
    "the love in common is the lesser of two": Promise(
        "define common_love", but("closeness", "define common_love", "<", ">"),
        so=("common_love(Ana, Ben) = 6", "common_love(Ben, Ana) according to Ben = 2")),
    "whoever holds one whose love they know smiles": Promise(
        "action smile", but("closeness", "action smile", "not has_smiled(who)", "has_smiled(who)"),
        events=("learn(Ben, Ana)", *HELD, "smile(Ben, Ana)"), so=("has_smiled(Ben)",)),
    "not whoever believes it little": Promise(
        "action smile", but("closeness", "action smile", "        who believes common_love(who, whom) >= 5\n"),
        events=HELD, cannot=("smile(Ben, Ana)",)),
})  # fmt: skip

CASES = [(trial, name) for trial in (ORDERS, DUTY, HIDING, READING, SURRENDER, CLOSENESS) for name in trial.promises]


@pytest.mark.parametrize(("trial", "name"), CASES)
def test_control_it_happens_as_promised(trial: Trial, name: str) -> None:
    assert trial.is_kept(name)


@pytest.mark.parametrize(("trial", "name"), CASES)
def test_mutant_without_what_promises_it_it_fails(trial: Trial, name: str) -> None:
    assert not trial.is_kept(name, mutant=True)


@pytest.mark.parametrize("trial", [ORDERS, DUTY, HIDING, READING, SURRENDER, CLOSENESS])
def test_everything_that_a_module_lets_happen_is_tried(trial: Trial) -> None:
    assert not trial.untried()
