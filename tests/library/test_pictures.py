"""The module pictures at work: each promise kept, and broken once a piece of the module is gone.

Sai, who draws, looks down from the loft on Ana and Ben.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

SEEN = ("draw(Sai)", "hold_close(Ana, Ben)", "come_down()")
SHOWN = (*SEEN, "show(Sai, Ana, Ben)")

PROMISES = {
    "both were given it whom it shows": Promise(
        "define has_given_to",
        but("pictures", "define has_given_to", " or has_shown(who, other, whom)"),
        events=SHOWN,
        so=("has_given_to(Sai, Ana)", "has_given_to(Sai, Ben)", "not has_given_to(Ana, Ben)"),
    ),
    "who draws draws": Promise(
        "action draw",
        but("pictures", "action draw", "draws(who) > 0, "),
        events=("draw(Sai)",),
        so=("has_drawn(Sai)",),
        cannot=("draw(Ana)", "draw(Sai)"),
    ),
    "nobody shows what they did not see": Promise(
        "action show",
        but("pictures", "action show", "        who believes have_held(one, other)\n"),
        events=("draw(Sai)", "come_down()"),
        cannot=("show(Sai, Ana, Ben)",),
    ),
    "nor shows anything who has not drawn": Promise(
        "action show",
        but("pictures", "action show", "        has_drawn(who)\n"),
        events=SEEN[1:],
        cannot=("show(Sai, Ana, Ben)",),
    ),
    "a picture tells both at once that they were seen": Promise(
        "action show",
        but("pictures", "action show", "        one believes who believes have_held(one, other)\n"
            "        other believes who believes have_held(one, other)"),
        events=SHOWN,
        so=("is_embarrassed(Ana)", "is_embarrassed(Ben)", "Ana believes Sai believes have_held(Ana, Ben)"),
    ),
    "whoever was given one can smile at it": Promise(
        "action smile_at",
        but("pictures", "action smile_at", "        has_given_to(whom, who)\n"),
        events=SEEN,
        cannot=("smile_at(Ana, Sai)",),
    ),
    "once": Promise(
        "action smile_at",
        but("pictures", "action smile_at", "        not has_smiled_at(who, whom)\n"),
        events=(*SHOWN, "smile_at(Ana, Sai)"),
        so=("has_smiled_at(Ana, Sai)",),
        cannot=("smile_at(Ana, Sai)",),
    ),
    "whoever was seen is embarrassed": Promise(
        "rule is_caught",
        less("pictures", "rule is_caught"),
        events=SHOWN,
        so=("is_embarrassed(Ana)", "is_embarrassed(Ben)", "not is_embarrassed(Sai)"),
    ),
}  # fmt: skip

TRIAL = Trial("pictures", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
