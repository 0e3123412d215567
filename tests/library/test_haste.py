"""The module haste at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Promise, Trial, but

OUT, IN = "hurry(Ana, house, town)", "hurry(Ana, town, house)"

PROMISES = {
    "a way takes its minutes, and those who see one come know it": Promise(
        "action hurry", but("haste", "action hurry", ", minutes(who) += takes(from, to)"),
        events=(OUT,), so=("at(Ana) = town", "minutes(Ana) = 4", "Ben believes at(Ana) = town"),
    ),
    "nobody hurries who is not about": Promise(
        "action hurry", but("haste", "action hurry", "        in_haste(who)\n"), cannot=("hurry(Ben, town, house)",),
    ),
    "nobody waits for ever": Promise(
        "define in_time", but("haste", "define in_time", "<= patience(whom)", ">= 0"),
        events=(OUT, IN), so=("in_time(Ana, Cleo)", "not in_time(Ana, Ben)"),
    ),
    "a lock keeps out": Promise(
        "action hurry", but("haste", "action hurry", "        not locked(from, to)\n"),
        cannot=("hurry(Ana, house, cellar)",),
    ),
    "until it is forced, which takes its time": Promise(
        "action force", but("haste", "action force", ", minutes(who) += forces_in(who)"),
        events=("force(Ana, house, cellar)", "hurry(Ana, house, cellar)"), so=("minutes(Ana) = 5",),
    ),
}  # fmt: skip

TRIAL = Trial("haste", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
