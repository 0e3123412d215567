"""The module failings at work: each promise kept, and broken once a piece of the module is gone.

Ana has given Ben, whom she loves, her word on what he asked for; Cleo, who is elsewhere, only hoped for it.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

LOST = ("lose()",)

PROMISES = {
    "a broken word makes as guilty as the other is dear": Promise(
        "rule feels_failure",
        less("failings", "rule feels_failure"),
        events=LOST,
        so=("guilt(Ana) = 6", "Ana believes guilt(Ana) = 6"),
    ),
    "before it is broken nobody is guilty": Promise(
        "rule feels_failure",
        but("failings", "rule feels_failure", "knows_broken(who, who, whom, what), "),
        so=("guilt(Ana) = 0",),
    ),
    "it is felt once": Promise(
        "rule feels_failure",
        but("failings", "rule feels_failure", ", not takes_to_heart(who, whom, what)", ", guilt(who) < 5"),
        events=(*LOST, "mend()"),
        so=("guilt(Ana) = 4",),
    ),
    "whoever laid it on another is guilty, too": Promise(
        "rule rues_having_asked",
        less("failings", "rule rues_having_asked"),
        events=LOST,
        so=("guilt(Ben) = 5", "guilt(Cleo) = 0"),
    ),
    "whom one gave one's word one has failed": Promise(
        "define has_failed",
        but("failings", "define has_failed", "word(who, whom, what)", "word(whom, who, what)"),
        events=LOST,
        so=("has_failed(Ana, Ben)", "not has_failed(Ben, Ana)"),
    ),
    "between whom a failure stands, whichever it was": Promise(
        "define fell_short",
        but("failings", "define fell_short", " or has_failed(whom, who)"),
        events=LOST,
        so=("fell_short(Ana, Ben)", "fell_short(Ben, Ana)", "not fell_short(Ana, Cleo)"),
    ),
    "who knows what came of it knows their word broken": Promise(
        "define knows_broken",
        but("failings", "define knows_broken", "(who believes not holds(what))", "no"),
        events=("lose_unseen()", "learn(Ana)"),
        so=("guilt(Ana) = 6",),
    ),
    "whoever does not know feels nothing": Promise(
        "define knows_broken",
        but("failings", "define knows_broken", " and (who believes not holds(what))"),
        events=("lose_unseen()",),
        so=("guilt(Ana) = 0",),
    ),
    "two who have held each other begin anew": Promise(
        "action begin_anew",
        but("failings", "action begin_anew", "word(who, whom, what) = given, "),
        events=(*LOST, "hold_close()", "begin_anew(Ana, Ben, return)"),
        so=("stands(Ana, Ben, return)", "guilt(Ana) = 4", "guilt(Ben) = 3"),
    ),
    "and not before": Promise(
        "action begin_anew",
        but("failings", "action begin_anew", "        have_held(who, whom)\n"),
        events=LOST,
        cannot=("begin_anew(Ana, Ben, return)",),
    ),
    "what one wished for is at hand": Promise(
        "rule comes_within_reach",
        less("failings", "rule comes_within_reach"),
        so=("has_at_hand(Ana, return)", "not has_at_hand(Ben, return)"),
    ),
    "what is gone disappoints as far as it was wished for": Promise(
        "rule is_disappointed",
        less("failings", "rule is_disappointed"),
        events=LOST,
        so=("distress(Ana) = 3", "distress(Ben) = 0"),
    ),
    "only whoever knows, and once they learn of it": Promise(
        "rule is_disappointed",
        less("failings", "rule is_disappointed"),
        events=(*LOST, "learn(Cleo)"),
        so=("distress(Cleo) = 2",),
    ),
}  # fmt: skip

TRIAL = Trial("failings", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
