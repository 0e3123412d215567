"""The modules gifts, foes and certainty at work: each promise kept, and broken once a piece of the module is gone.

Kay, who is dying, bears a ring. Ana and Ben are healers, all three are beside wolves; Cleo is elsewhere.
"""

from __future__ import annotations

import pytest
from promises import Promise, Trial, but, less

OFFERED = ("offer_gift(Kay, Ben, ring)",)
ACCEPTED = (*OFFERED, "accept_gift(Ben, Kay, ring)")
PASSED = (*ACCEPTED, "pass_on(Ana, ring, Kay, Ben)")
DEAD = ("ebb(Kay)", "die_of_wounds(Kay)")
SECRET = ("slip(ring, Ben)", "wrap(Ben)", *DEAD, "fall(wolves)")

GIFTS = {
    "a gift gives might": Promise(
        "define might",
        but("gifts", "define might", " + sum of what: gift (if bearer(what) = who then gives_might(what) else 0)"),
        events=PASSED,
        so=("might(Ben) = 9", "might(Ana) = 3"),
    ),
    "the dying praise": Promise(
        "action praise", less("gifts", "action praise"), events=("praise(Kay, Ben)",), so=("has_praised(Kay, Ben)",)
    ),
    "only the dying leave what they bear": Promise(
        "action offer_gift",
        but("gifts", "action offer_gift", "        mortal(who)\n"),
        events=("slip(ring, Ana)",),
        cannot=("offer_gift(Ana, Ben, ring)",),
    ),
    "a protest leaves it open": Promise(
        "action protest",
        but("gifts", "action protest", "then  has_protested(who, what)", "then  not offered(whom, who, what)"),
        events=(*OFFERED, "protest(Ben, Kay, ring)"),
        so=("offered(Kay, Ben, ring)",),
    ),
    "who accepts may be given it": Promise(
        "action accept_gift",
        but("gifts", "action accept_gift", ", has_accepted(who, what)"),
        events=PASSED,
        so=("bearer(ring) = Ben",),
    ),
    "to turn down a dying wish dishonours": Promise(
        "action turn_down",
        but("gifts", "action turn_down", "has_dishonoured(who, whom)", "has_protested(who, what)"),
        events=(*OFFERED, "turn_down(Ben, Kay, ring)"),
        so=("has_dishonoured(Ben, Kay)",),
        cannot=OFFERED,
    ),
    "nobody passes on what was not accepted": Promise(
        "action pass_on",
        but("gifts", "action pass_on", "        has_accepted(heir, what)\n"),
        events=OFFERED,
        cannot=("pass_on(Ana, ring, Kay, Ben)",),
    ),
    "who bears a gift can hide it": Promise(
        "action wrap",
        but("gifts", "action wrap", "then  covered(who)", "then  not covered(who)"),
        events=("slip(ring, Ben)", "wrap(Ben)"),
        so=("covered(Ben)",),
    ),
    "a cloth is seen": Promise(
        "rule sees_covered",
        less("gifts", "rule sees_covered"),
        events=("bring(Cleo, field)", "bring(Cleo, hall)", "slip(ring, Ben)", "wrap(Ben)", "bring(Cleo, field)"),
        so=("Cleo believes covered(Ben)",),
    ),
    "everybody knows what they bear": Promise(
        "rule knows_own_gift",
        less("gifts", "rule knows_own_gift"),
        events=("slip(ring, Ben)",),
        so=("Ben believes bearer(ring) = Ben",),
    ),
    "a gift shows": Promise(
        "rule sees_gift",
        less("gifts", "rule sees_gift"),
        events=("slip(ring, Ben)",),
        so=("Ana believes bearer(ring) = Ben", "sure_of_heir(Ana, ring, Ben)"),
    ),
    "unless it is covered": Promise(
        "rule sees_gift",
        but("gifts", "rule sees_gift", "        not covered(whom)\n"),
        events=("bring(Ana, hall)", "slip(ring, Ben)", "wrap(Ben)", "bring(Ana, field)"),
        so=("Ana believes bearer(ring) = Kay",),
    ),
    "a healer sees what the dead no longer have, and nobody else": Promise(
        "rule misses_gift",
        but("gifts", "rule misses_gift", "medic(who) or not covered(whom)", "medic(whom) or not covered(whom)"),
        events=("bring(Ana, hall)", "slip(ring, Ben)", "wrap(Ben)", *DEAD,
                "bring(Ana, field)", "bring(Cleo, field)"),
        so=("(bearer(ring) according to Ana) = unknown", "Cleo believes bearer(ring) = Kay"),
    ),
}  # fmt: skip

FOES = {
    "too strong for her, not for who bears the ring": Promise(
        "define menaced",
        but("foes", "define menaced", "might(who) <= might_of(enemy)", "might(who) > might_of(enemy)"),
        events=PASSED,
        so=("menaced(Ana)", "not menaced(Ben)"),
    ),
    "to beat them takes more might than theirs, and all strength": Promise(
        "action destroy",
        but("foes", "action destroy", "        might(who) > might_of(enemy)\n"),
        cannot=("destroy(Ana, wolves)", "destroy(Ben, wolves)"),
    ),
    "who beats them is tired": Promise(
        "action destroy",
        but("foes", "action destroy", ", fatigue(who) += 8"),
        events=(*PASSED, "destroy(Ben, wolves)"),
        so=("destroyed(wolves)", "fatigue(Ben) = 8"),
    ),
    "whoever comes later sees it": Promise(
        "rule sees_destroyed",
        less("foes", "rule sees_destroyed"),
        events=("fall(wolves)", "bring(Cleo, field)"),
        so=("Cleo believes destroyed(wolves)",),
    ),
    "and who lives": Promise(
        "rule finds_alive",
        less("foes", "rule finds_alive"),
        events=("bring(Cleo, field)",),
        so=("Cleo believes breathes(miller)",),
    ),
    "and who is dead": Promise(
        "rule finds_dead",
        less("foes", "rule finds_dead"),
        events=("bring(Cleo, field)",),
        so=("Cleo believes has_died(smith)",),
    ),
    "whose the missing gift is follows from all of it": Promise(
        "rule concludes_heir",
        less("foes", "rule concludes_heir"),
        events=("bring(Ana, hall)", *SECRET, "bring(Ana, field)"),
        so=("Ana believes bearer(ring) = Ben", "not sure_of_heir(Ana, ring, Ben)"),
    ),
}

HIDDEN = ("bring(Ana, hall)", *SECRET, "bring(Ana, field)")
CERTAINTY = {
    "who has only concluded it wants to know": Promise(
        "define wants_to_know",
        but("certainty", "define wants_to_know", "(who believes content)", "(who believes not content)"),
        events=HIDDEN,
        so=("wants_to_know_heir(Ana, ring, Ben)",),
    ),
    "and so is in doubt": Promise(
        "rule comes_to_doubt",
        less("certainty", "rule comes_to_doubt"),
        events=HIDDEN,
        so=("is_in_doubt(Ana)",),
    ),
    "nobody else has a question": Promise(
        "action begin_to_ask",
        but("certainty", "action begin_to_ask", "        is_in_doubt(who)\n"),
        events=HIDDEN,
        cannot=("begin_to_ask(Kay, Ana)", "begin_to_ask(Ben, Ana)"),
    ),
    "an answer is sure, and for one alone": Promise(
        "action answer_unasked",
        but("certainty", "action answer_unasked", "        sure_of(whom, content)\n"),
        events=(*HIDDEN, "begin_to_ask(Ana, Ben)", "answer_unasked_heir(Ben, Ana, ring, Ben)"),
        so=("sure_of_heir(Ana, ring, Ben)", "Cleo believes bearer(ring) = Kay", "awaits_a_word(Ben, Ana)"),
    ),
    "one can wait for the question": Promise(
        "action wait_for_the_question",
        less("certainty", "action wait_for_the_question"),
        events=(*HIDDEN, "begin_to_ask(Ana, Ben)", "wait_for_the_question(Ben, Ana)"),
        so=("not has_a_question_for(Ana, Ben)", "not sure_of_heir(Ana, ring, Ben)"),
    ),
    "who has heard it says so": Promise(
        "action say_it_explains",
        less("certainty", "action say_it_explains"),
        events=(*HIDDEN, "begin_to_ask(Ana, Ben)", "answer_unasked_heir(Ben, Ana, ring, Ben)",
                "say_it_explains(Ana, Ben)"),
        so=("not awaits_a_word(Ben, Ana)",),
    ),
}  # fmt: skip

TRIALS = {"gifts": Trial("gifts", GIFTS), "foes": Trial("foes", FOES), "certainty": Trial("certainty", CERTAINTY)}
CASES = [(module, name) for module, trial in TRIALS.items() for name in trial.promises]


@pytest.mark.parametrize(("module", "name"), CASES)
def test_control_it_happens_as_promised(module: str, name: str) -> None:
    assert TRIALS[module].is_kept(name)


@pytest.mark.parametrize(("module", "name"), CASES)
def test_mutant_without_what_promises_it_it_fails(module: str, name: str) -> None:
    assert not TRIALS[module].is_kept(name, mutant=True)


@pytest.mark.parametrize("module", TRIALS)
def test_everything_that_the_module_declares_is_at_work_here(module: str) -> None:
    assert not TRIALS[module].untried()
