"""The module time at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Promise, Trial, but, less

PROMISES = {
    "one knows how long there still is": Promise(
        "define left_until",
        but("time", "define left_until", "comes_at(what) - hour", "comes_at(what)"),
        events=("avert(storm)", "time_passes()"),
        so=("left_until(train) = 2", "Ana believes left_until(train) = 2"),
    ),
    "what has come is not awaited": Promise(
        "define left_until",
        but("time", "define left_until", "if has_come(what) then 0 else ", ""),
        events=("avert(closing)", "time_passes()", "comes(storm)", "time_passes()"),
        so=("left_until(storm) = 0",),
    ),
    "whoever waits lets time pass, also for those who sleep": Promise(
        "action wait",
        but("time", "action wait", "    seen  by everyone", "    seen  by nobody"),
        events=("avert(storm)", "fall_asleep(Ben)", "wait(Ana)"),
        so=("hour = 1", "Ben believes hour = 1"),
    ),
    "the sleeping do not wait": Promise(
        "action wait",
        but("time", "action wait", "able(who), "),
        events=("fall_asleep(Ben)",),
        cannot=("wait(Ben)",),
    ),
    "time passes by itself": Promise(
        "action time_passes",
        less("time", "action time_passes"),
        events=("avert(storm)", "time_passes()"),
        so=("hour = 1", "Ben believes hour = 1"),
    ),
    "what is due comes before anything else": Promise(
        "action comes",
        but("time", "action comes", "due   hour", "when  hour"),
        events=("time_passes()",),
        cannot=("time_passes()", "wait(Ana)"),
    ),
    "not before its hour": Promise(
        "action comes",
        but("time", "action comes", "hour >= comes_at(what), ", "hour >= 0, "),
        cannot=("comes(storm)",),
    ),
    "it comes once": Promise(
        "action comes",
        but("time", "action comes", "not has_come(what), ", ""),
        events=("time_passes()", "comes(storm)"),
        so=("has_come(storm)", "Ana believes has_come(storm)", "not has_come(closing)"),
        cannot=("comes(storm)",),
    ),
    "what is averted does not": Promise(
        "action comes",
        but("time", "action comes", ", not averted(what)", ""),
        events=("avert(storm)", "time_passes()"),
        cannot=("comes(storm)",),
    ),
}  # fmt: skip


TRIAL = Trial("time", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
