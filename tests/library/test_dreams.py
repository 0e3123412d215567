"""The module dreams at work: each promise kept, and broken once a piece of the module is gone.

Ana and Ben have something on their hearts, Ana more; the same could haunt them both.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less
from scenes import Choice

SLEPT = ("fall_asleep(Ana)", "sleep_on(Ana)")
DREAMT = (*SLEPT, "dream_of(Ana, fall)")
UP = DREAMT

PROMISES = {
    "guilt weighs, and half of the distress": Promise(
        "define burden",
        but("dreams", "define burden", " + distress(who) / 2"),
        so=("burden(Ana) = 9", "burden(Ben) = 4"),
    ),
    "hours of sleep restore": Promise(
        "action sleep_on",
        but("dreams", "action sleep_on", "        strength(who) += 5\n        fatigue(who) = 0\n"),
        events=("fall_asleep(Ben)", "sleep_on(Ben)"),
        so=("strength(Ben) = 10", "fatigue(Ben) = 0", "not awake(Ben)"),
    ),
    "only whoever sleeps": Promise(
        "action sleep_on",
        but("dreams", "action sleep_on", "not awake(who), "),
        cannot=("sleep_on(Ana)",),
    ),
    "a heavy heart dreams, and nothing else can happen": Promise(
        "action dream_of",
        but("dreams", "action dream_of", "due   alive(who), not awake(who), has_slept(who), burden(who) > 8",
            "when  not awake(who), has_slept(who)"),
        events=SLEPT,
        cannot=("wake(Ana)", "hold_close(Cleo, Ana)"),
    ),
    "a lighter heart does not": Promise(
        "action dream_of",
        but("dreams", "action dream_of", ", burden(who) > 8"),
        events=("fall_asleep(Ben)", "sleep_on(Ben)"),
        cannot=("dream_of(Ben, fall)",),
    ),
    "a nightmare frightens": Promise(
        "action dream_of",
        but("dreams", "action dream_of", "        fear(who) += 5\n        distress(who) += 2\n"),
        events=UP,
        so=("fear(Ana) = 5", "distress(Ana) = 6", "Ana believes fear(Ana) = 5"),
    ),
    "others see nothing of it": Promise(
        "action dream_of",
        but("dreams", "action dream_of", "\n    seen  by other: other = who", "\n    seen  by everyone"),
        events=UP,
        so=("Cleo believes fear(Ana) = 0",),
    ),
    "it wakes": Promise(
        "action dream_of",
        but("dreams", "action dream_of", "        awake(who)\n"),
        events=UP,
        so=("awake(Ana)", "Ana believes awake(Ana)", "Cleo believes awake(Ana)"),
    ),
    "whoever starts up takes those elsewhere for asleep": Promise(
        "action dream_of",
        but("dreams", "action dream_of", "who believes not awake(other)", "who believes not shut(room, hall)"),
        events=UP,
        so=("Ana believes not awake(Ben)", "awake(Ben)", "Ana believes awake(Cleo)"),
    ),
    "and has another sleep before them": Promise(
        "rule has_slept_out",
        less("dreams", "rule has_slept_out"),
        events=UP,
        so=("not has_slept(Ana)",),
    ),
    "whoever is awake in the night takes those elsewhere for asleep": Promise(
        "action sleep_on",
        but("dreams", "action sleep_on", "        every one: character (every other: character (if one != other and "
            "knows_body(one, who) and not together(one, other) then one believes not awake(other)))\n"),
        events=UP,
        so=("Cleo believes not awake(Ben)", "awake(Ben)"),
    ),
}  # fmt: skip

TRIAL = Trial("dreams", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()


def test_would_nobody_lies_down_to_sleep_for_dread_of_what_they_would_dream() -> None:
    """Would: tired as she is; in the mutant she dreads nothing. Whoever has less on their heart does."""
    dread = but("dreams", "motive dread_of_dreams", "then 3 else 0", "then 0 else 0")
    choice = Choice("dread", "fall_asleep(Ana)", (dread,), would=False)
    assert choice.holds()
    assert choice.holds(mutant=True)
    assert Choice("dread", "fall_asleep(Ben)", ()).holds()
