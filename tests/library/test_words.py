"""The module words at work: each promise kept, and broken once a piece of the module is gone.

Ana has stolen, and hides it; Ben and Cleo do not know.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

ASKED = ("ask_whether_theft(Ben, Ana)",)
UNKNOWN = "(stole(Ana) according to Ben) = unknown"

PROMISES = {
    "a question stands until it is answered, and only the two know of it": Promise(
        "action ask_whether",
        less("words", "action ask_whether"),
        events=ASKED,
        so=("asked_whether_theft(Ben, Ana)", "not (Cleo believes asked_whether_theft(Ben, Ana))"),
        cannot=ASKED,
    ),
    "nobody asks for what they know": Promise(
        "action ask_whether",
        but("words", "action ask_whether", "        not (who believes content)\n"),
        cannot=("ask_whether_theft(Ana, Ben)",),
    ),
    "the answer is believed, and nobody else hears it": Promise(
        "action affirm",
        but("words", "action affirm", "whom believes content", "who believes content"),
        events=(*ASKED, "affirm_theft(Ana, Ben)"),
        so=(
            "Ben believes stole(Ana)",
            "not (Cleo believes stole(Ana))",
            "not asked_whether_theft(Ben, Ana)",
            "not has_lied_to(Ana, Ben)",
            "not hides_theft(Ana)",
        ),
    ),
    "a truth that is denied is a lie, and believed": Promise(
        "action deny",
        but("words", "action deny", "        if who believes content then has_lied_to(who, whom)\n"),
        events=(*ASKED, "deny_theft(Ana, Ben)"),
        so=(
            "Ben believes not stole(Ana)",
            "has_lied_to(Ana, Ben)",
            "not (Ben believes has_lied_to(Ana, Ben))",
            "hides_theft(Ana)",
        ),
    ),
    "whoever distrusts the other believes neither": Promise(
        "action deny",
        but("words", "action deny", "if not distrusts(whom, who) then "),
        events=("fall_out(Ben, Ana)", *ASKED, "deny_theft(Ana, Ben)"),
        so=(UNKNOWN, "not asked_whether_theft(Ben, Ana)"),
    ),
    "no answer leaves things as they were": Promise(
        "action give_no_answer",
        less("words", "action give_no_answer"),
        events=(*ASKED, "give_no_answer_theft(Ana, Ben)"),
        so=(UNKNOWN, "not asked_whether_theft(Ben, Ana)", "not has_lied_to(Ana, Ben)"),
    ),
    "nobody doubts a confession": Promise(
        "action confess",
        but(
            "words", "action confess", "whom believes content", "if not distrusts(whom, who) then whom believes content"
        ),
        events=("fall_out(Ben, Ana)", "confess_theft(Ana, Ben)"),
        so=("Ben believes stole(Ana)", "not (Cleo believes stole(Ana))", "not hides_theft(Ana)"),
        cannot=("confess_theft(Ana, Cleo)", "confess_theft(Ben, Cleo)"),
    ),
    "nobody confesses what is not so": Promise(
        "action confess",
        but("words", "action confess", "        who believes content\n"),
        events=("give_back(Ana)",),
        cannot=("confess_theft(Ana, Ben)",),
    ),
}

TRIAL = Trial("words", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()


def test_a_belief_and_a_heart_can_be_told() -> None:
    """The topics of this world: what Ben believes, and how dear he is to Ana."""
    told = {
        "the hearer knows what another believes": Promise(
            "",
            less("words", "action confess"),
            events=("confess_theft(Ana, Ben)", "tell_rumour(Ana, Cleo)"),
            so=("Cleo believes Ben believes stole(Ana)", "not (Cleo believes stole(Ana))"),
        ),
        "the hearer knows what another feels": Promise(
            "",
            but("words", "action confess", "by    who", "by    whom"),
            events=("tell_love(Ana, Ben)",),
            so=("Ben believes fond_of(Ana, Ben) = 8", "fond_of(Ana, Ben) = 2", "Cleo believes fond_of(Ana, Ben) = 2"),
        ),
    }
    trial = Trial("words", told)
    assert all(trial.is_kept(name) for name in told)
