"""The module reports at work: each promise kept, and broken once a piece of the module is gone.

Vane, in the tower, waits for word on whether Ana has yielded, and she has.
"""

from __future__ import annotations

from promises import Promise, Trial, but

TOLD, DENIED = ("will_report_choice(Ana, Vane)",), ("will_deny_choice(Ana, Vane)",)

PROMISES = {
    "what will be reported is believed": Promise(
        "action will_report",
        but("reports", "action will_report", ", whom believes content", ""),
        events=TOLD,
        so=("Vane believes has_yielded(Ana)", "not has_misled(Ana, Vane)"),
    ),
    "once": Promise(
        "action will_report",
        but("reports", "action will_report", "not awaits(whom, who, content), "),
        events=TOLD,
        cannot=("will_report_choice(Ana, Vane)", "will_deny_choice(Ana, Vane)"),
    ),
    "so is what is denied": Promise(
        "action will_deny",
        but("reports", "action will_deny", "whom believes not content", "whom believes content"),
        events=DENIED,
        so=("Vane believes not has_yielded(Ana)",),
    ),
    "whoever denies what they know misleads": Promise(
        "action will_deny",
        but("reports", "action will_deny", "has_misled(who, whom)", "not has_misled(who, whom)"),
        events=DENIED,
        so=("has_misled(Ana, Vane)",),
    ),
    "and nobody else does": Promise(
        "action will_deny",
        but("reports", "action will_deny", "if who believes content then "),
        events=("stand_firm()", *DENIED),
        so=("not has_misled(Ana, Vane)",),
    ),
    "those who serve can be recalled": Promise(
        "action recall",
        but("reports", "action recall", "serves(whom, who) > 0, "),
        events=("recall(Vane, Ana)",),
        so=("recalled(Ana)", "Ben believes recalled(Ana)"),
        cannot=("recall(Vane, Ben)",),
    ),
}

TRIAL = Trial("reports", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
