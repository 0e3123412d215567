"""The module company at work: each promise kept, and broken once a piece of the module is gone.

Ana and Ben each take the other's heart to be lighter than it is; Cleo is with them.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

WATCHED = ("fall_asleep(Ana)", "keep_watch(Ben, Ana)")
FACED = (*WATCHED, "wake(Ana)")
ASKED = ("open_up(Ana, Ben)", "ask_to_be_held(Ben, Ana)")
HELD = (*ASKED, "hold_each_other(Ben, Ana)")

PROMISES = {
    "distress shows when it is great": Promise(
        "define close_to_tears",
        but("company", "define close_to_tears", ">= 7", ">= 1"),
        so=("close_to_tears(Ana)", "not close_to_tears(Cleo)"),
    ),
    "to stay awake beside somebody tires": Promise(
        "action keep_watch",
        but("company", "action keep_watch", ", fatigue(who) += 2"),
        events=WATCHED,
        so=("fatigue(Ben) = 2", "watches_over(Ben, Ana)", "has_watched_over(Ben, Ana)"),
    ),
    "nobody watches over whoever is awake": Promise(
        "action keep_watch",
        but("company", "action keep_watch", "        not awake(over)\n"),
        cannot=("keep_watch(Ben, Ana)",),
    ),
    "and no longer": Promise(
        "rule watches_no_longer",
        less("company", "rule watches_no_longer"),
        events=(*WATCHED, "wake(Ana)"),
        so=("not watches_over(Ben, Ana)", "has_watched_over(Ben, Ana)"),
    ),
    "whoever wakes knows who watched": Promise(
        "rule finds_watcher",
        less("company", "rule finds_watcher"),
        events=(*WATCHED, "wake(Ana)"),
        so=("Ana believes has_watched_over(Ben, Ana)",),
    ),
    "to take the blame makes it heavier for whoever blames themselves": Promise(
        "action take_blame",
        but("company", "action take_blame", "if guilt(whom) >= 5 then distress(whom) += 2 else guilt(whom) -= 2",
            "guilt(whom) -= 2"),
        events=(*FACED, "take_blame(Ana, Ben)"),
        so=("distress(Ben) = 9", "guilt(Ben) = 6", "Ana believes distress(Ben) = 2", "Ana believes guilt(Ben) = 0"),
    ),
    "to contradict them is hard on both": Promise(
        "action take_blame",
        but("company", "action take_blame", "\n        if has_taken_blame(whom, who) then distress(who) += 1"),
        events=(*FACED, "take_blame(Ana, Ben)", "take_blame(Ben, Ana)"),
        so=("distress(Ben) = 10", "distress(Ana) = 9"),
    ),
    "nobody speaks of it before the one who was failed has watched over the other": Promise(
        "define can_be_faced",
        but("company", "define can_be_faced", "not has_failed(whom, who) or has_watched_over(who, whom)", "yes"),
        cannot=("take_blame(Ana, Ben)", "take_blame(Ben, Ana)"),
    ),
    "to say how heavy it is makes it known": Promise(
        "rule knows_guilt",
        less("company", "rule knows_guilt"),
        events=("open_up(Ana, Ben)",),
        so=("Ben believes guilt(Ana) = 5", "Cleo believes guilt(Ana) = 5"),
    ),
    "and that one is close to tears shows": Promise(
        "action open_up",
        but("company", "action open_up", "        close_to_tears(who)\n"),
        events=("open_up(Ana, Ben)",),
        so=("Ben believes distress(Ana) = 5", "Ana believes Ben believes distress(Ana) = 5"),
    ),
    "and lighter": Promise(
        "action open_up",
        but("company", "action open_up", ", distress(who) -= 2"),
        events=("open_up(Ana, Ben)",),
        so=("distress(Ana) = 5", "Ana believes distress(Ana) = 5"),
    ),
    "one asks to be held by whoever has opened up": Promise(
        "action ask_to_be_held",
        but("company", "action ask_to_be_held", "        has_opened_up_to(by, who)\n"),
        cannot=("ask_to_be_held(Ben, Ana)",),
    ),
    "to hold each other makes it lighter for both": Promise(
        "action hold_each_other",
        but("company", "action hold_each_other", "        distress(whom) -= 4\n"),
        events=HELD,
        so=("distress(Ben) = 3", "distress(Ana) = 1", "guilt(Ben) = 4", "guilt(Ana) = 3"),
    ),
    "whoever sees it knows": Promise(
        "action hold_each_other",
        but("company", "action hold_each_other", "        have_held(who, whom)\n"),
        events=HELD,
        so=("Cleo believes have_held(Ana, Ben)", "Ana believes Cleo believes have_held(Ana, Ben)"),
    ),
    "only between whom a failure stands is there blame to take": Promise(
        "action take_blame",
        but("company", "action take_blame", "        fell_short(who, whom)\n"),
        cannot=("take_blame(Ana, Cleo)",),
    ),
    "nobody watches over one who is nothing to them": Promise(
        "action keep_watch",
        but("company", "action keep_watch", "        holds_dear(who, over) > 0\n        able(who)\n",
            "        who != over\n        able(who)\n"),
        events=("fall_asleep(Ana)",),
        cannot=("keep_watch(Dora, Ana)",),
    ),
}  # fmt: skip

TRIAL = Trial("company", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
