"""The module people at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Mutation, Promise, Trial, but, less

ALIVE, AWAKE = "fluent alive(who: character)", "fluent awake(who: character)"

PROMISES = {
    "everybody is alive unless something says otherwise": Promise(
        "fluent alive",
        Mutation("people", f"{ALIVE} = yes", ALIVE),
        so=("alive(Ana)", "Ana believes alive(Ana)", "Ben believes alive(Ana)"),
    ),
    "everybody is awake unless something says otherwise": Promise(
        "fluent awake",
        Mutation("people", f"{AWAKE} = yes", AWAKE),
        so=("awake(Ana)", "Ana believes awake(Ana)", "Ben believes awake(Ana)"),
    ),
    "the dead are not able to do anything": Promise(
        "define able",
        but("people", "define able", "alive(who) and awake(who)", "awake(who)"),
        events=("speak(Ana)", "die(Ana)"),
        so=("not able(Ana)", "able(Ben)"),
        cannot=("speak(Ana)", "fall_asleep(Ana)"),
    ),
    "the sleeping are not able to do anything": Promise(
        "define able",
        but("people", "define able", "alive(who) and awake(who)", "alive(who)"),
        events=("speak(Ana)", "fall_asleep(Ana)"),
        so=("not able(Ana)", "able(Ben)"),
        cannot=("speak(Ana)", "fall_asleep(Ana)"),
    ),
    "falling asleep is known to whoever does it": Promise(
        "action fall_asleep",
        less("people", "action fall_asleep"),
        events=("fall_asleep(Ana)",),
        so=("not awake(Ana)", "Ana believes not awake(Ana)", "Ben believes not awake(Ana)"),
    ),
    "whoever wakes knows it, though nobody noticed": Promise(
        "rule comes_to",
        less("people", "rule comes_to"),
        events=("fall_asleep(Ana)", "wake(Ana)"),
        so=("awake(Ana)", "Ana believes awake(Ana)", "Ana believes able(Ana)"),
    ),
    "nobody wakes by themselves, and who is asleep does not know that somebody woke": Promise(
        "rule comes_to",
        but("people", "rule comes_to", "able(who)", "alive(who)"),
        events=("fall_asleep(Ana)", "fall_asleep(Ben)", "wake(Ana)"),
        so=(
            "not awake(Ben)",
            "not (Ben believes awake(Ben))",
            "Ana believes awake(Ana)",
            "Ben believes not awake(Ana)",
        ),
    ),
    "the dead feel nothing, the sleeping do": Promise(
        "define felt_life",
        but("people", "define felt_life", "alive(who)", "able(who)"),
        events=("fall_asleep(Ben)", "die(Ana)"),
        so=("not felt_life(Ana)", "felt_life(Ben)"),
    ),
}


TRIAL = Trial("people", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
