"""The module care at work: each promise kept, and broken once a piece of the module is gone.

Dan is hurt; Ben, who has broken his word to Ana, stands in the yard while she and Cleo eat in the hall.
"""

from __future__ import annotations

from promises import Promise, Trial, but

CALLED = ("call_to_eat(Ana, Ben)",)
AWAY = (*CALLED, "stay_away(Ben, Ana)")
SOUGHT = (*AWAY, "seek_out(Ana, Ben, hall, yard)")

PROMISES = {
    "who has nobody beside them has no company": Promise(
        "define has_company",
        but("care", "define has_company", "other != who and "),
        so=("not has_company(Ben)", "has_company(Ana)"),
    ),
    "to tend the hurt takes strength": Promise(
        "action see_to",
        but("care", "action see_to", ", strength(who) -= 2"),
        events=("see_to(Ana, Dan)",),
        so=("is_tended(Dan)", "strength(Ana) = 1"),
        cannot=("see_to(Ana, Dan)",),
    ),
    "only whoever stands apart is called": Promise(
        "action call_to_eat",
        but("care", "action call_to_eat", "        not together(who, whom)\n"),
        events=("walk(Ben, yard, hall)",),
        cannot=("call_to_eat(Ana, Ben)",),
    ),
    "whoever is called can come, and eats": Promise(
        "action come_and_eat",
        but("care", "action come_and_eat", ", at(who) = at(caller), hunger(who) = 0"),
        events=(*CALLED, "come_and_eat(Ben, Ana)"),
        so=("together(Ana, Ben)", "hunger(Ben) = 0", "Ana believes hunger(Ben) = 0"),
    ),
    "whoever stays away grows hungrier and more tired": Promise(
        "action stay_away",
        but("care", "action stay_away", ", hunger(who) += 1, fatigue(who) += 1"),
        events=AWAY,
        so=("hunger(Ben) = 5", "fatigue(Ben) = 1"),
        cannot=("come_and_eat(Ben, Ana)",),
    ),
    "one comes after whoever stayed away, and not before": Promise(
        "action seek_out",
        but("care", "action seek_out", "        has_stayed_away(whom)\n"),
        cannot=("seek_out(Ana, Ben, hall, yard)",),
    ),
    "and not again, unless they stay away again": Promise(
        "action seek_out",
        but("care", "action seek_out", ", not has_stayed_away(whom)"),
        events=SOUGHT,
        so=("not has_stayed_away(Ben)",),
    ),
    "to face somebody takes strength": Promise(
        "action seek_out",
        but("care", "action seek_out", ", fatigue(whom) += 1"),
        events=SOUGHT,
        so=("fatigue(Ben) = 2", "together(Ana, Ben)", "has_sought(Ana, Ben)"),
    ),
}

TRIAL = Trial("care", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
