"""The modules plots and remorse at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

import pytest
from promises import Promise, Trial, but, less

ASKED = ("bargain(Vane, Ana, death, company)",)
AGREED = (*ASKED, "agree(Ana, Vane, death)")
THERE = (*AGREED, "hurry(Ana, house, town)")
DONE = (*THERE, "kill_asleep(Ana, Ben)")
RETURNED = (*DONE, "hurry(Vane, house, wood)", "hurry(Ana, town, house)")

PLOTS = {
    "what is asked against somebody stands against them": Promise(
        "define stands_against", but("plots", "define stands_against", "demand(other, who, what) != none or ", ""),
        events=ASKED, so=("stands_against(Ana, Ben)",),
    ),
    "and is a part in what is wrong, the more so once it is done": Promise(
        "define part_in_wrong", but("plots", "define part_in_wrong", "then 1 else 0", "then 0 else 0"),
        events=ASKED, so=("part_in_wrong(Ana) = 1", "part_in_wrong(Cleo) = 0"),
    ),
    "whoever asks for it promises something": Promise(
        "action bargain", but("plots", "action bargain", "\n        in_return(who, whom, what, reward)"),
        events=ASKED, so=("in_return(Vane, Ana, death, company)", "demand(Vane, Ana, death) != none"),
    ),
    "whoever agrees has the other's word in return": Promise(
        "rule owes_in_return", less("plots", "rule owes_in_return"),
        events=AGREED, so=("stands(Vane, Ana, company)",),
    ),
    "and both have turned against somebody": Promise(
        "rule turns_against", less("plots", "rule turns_against"),
        events=AGREED, so=("turned_against(Ana, Ben)", "turned_against(Vane, Ben)"),
    ),
    "who was turned down is rid of somebody": Promise(
        "define is_rid_of",
        but("plots", "define is_rid_of", "refused(whom, who, what) > 0", "refused(who, whom, what) > 0"),
        events=(*ASKED, "refuse(Ana, Vane, death)"), so=("is_rid_of(Vane, Ana)", "not is_rid_of(Ana, Vane)"),
    ),
    "so is whoever has cheated them": Promise(
        "define has_cheated", but("plots", "define has_cheated", "= broken", "= kept"),
        events=(*THERE, "hurry(Vane, house, wood)"), so=("has_cheated(Vane, Ana)", "is_rid_of(Vane, Ana)"),
    ),
    "whoever has done it has earned what was promised": Promise(
        "define has_earned", but("plots", "define has_earned", "= kept", "= given"),
        events=DONE, so=("has_earned(Ana, Vane, company)",),
    ),
    "it can be given away to who answers for the other": Promise(
        "action give_away", less("plots", "action give_away"),
        events=(*THERE, "give_away(Ana, Cleo, Vane, death)"),
        so=("exposed(death)", "word(Ana, Vane, death) = broken", "not stands_against(Ana, Ben)"),
    ),
    "whoever sees where it shows knows that a word was broken": Promise(
        "rule is_let_down", less("plots", "rule is_let_down"),
        events=RETURNED, so=("Ana believes word(Vane, Ana, company) = broken",),
    ),
    "and hopes that what they did for it is not done": Promise(
        "rule clings_to_hope", less("plots", "rule clings_to_hope"),
        events=RETURNED, so=("Ana believes alive(Ben)", "not alive(Ben)"),
    ),
}  # fmt: skip

TRIAL = Trial("plots", PLOTS)


@pytest.mark.parametrize("name", PLOTS)
def test_control_it_happens_as_promised(name: str) -> None:
    assert TRIAL.is_kept(name)


@pytest.mark.parametrize("name", PLOTS)
def test_mutant_without_what_promises_it_it_fails(name: str) -> None:
    assert not TRIAL.is_kept(name, mutant=True)


def test_everything_that_the_module_declares_is_at_work_here() -> None:
    assert not TRIAL.untried()


REMORSE = {
    "a deed to one asleep kills": Promise(
        "action kill_asleep", but("remorse", "action kill_asleep", "not alive(whom), "),
        events=DONE, so=("not alive(Ben)",),
    ),
    "only then does somebody know how dear the other was": Promise(
        "rule learns_own_heart", less("remorse", "rule learns_own_heart"),
        events=DONE, so=("Ana believes cares_for(Ana, Ben) = 5",),
    ),
    "what is felt is as it truly is": Promise(
        "define attachment", but("remorse", "define attachment", "then 5", "then 2"),
        events=DONE, so=("remorse(Ana) = 5",),
    ),
    "it weighs": Promise(
        "rule feels_remorse", less("remorse", "rule feels_remorse"), events=DONE, so=("remorse(Ana) = 5",),
    ),
    "to own up makes it lighter": Promise(
        "action own_up", but("remorse", "action own_up", ", remorse(who) -= 4"),
        events=(*DONE, "own_up(Ana, Cleo, Ben)"), so=("remorse(Ana) = 1", "has_owned_up(Ana, Ben)"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REMORSE)
def test_remorse_and_its_mutant(name: str) -> None:
    trial = Trial("plots", REMORSE)
    assert trial.is_kept(name)
    assert not trial.is_kept(name, mutant=True)


def test_everything_that_remorse_declares_is_at_work_here() -> None:
    assert not Trial("remorse", REMORSE).untried()
