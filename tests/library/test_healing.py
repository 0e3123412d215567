"""The module healing at work: each promise kept, and broken once a piece of the module is gone.

Ana, a healer, believes in more strength than she has. Ben is mortally wounded, Cleo has a small wound.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

TOLD = ("heal(Ana, Ben)", "tell_to_stop(Ben, Ana)")
WENT_ON = (*TOLD, "go_on(Ana, Ben)")

PROMISES = {
    "an attempt takes two points, or what is left": Promise(
        "define effort",
        but("healing", "define effort", "if strength(who) >= 2 then 2 else strength(who)", "2"),
        events=("heal(Ana, Ben)", "heal(Ana, Ben)"),
        so=("wound(Ben) = 1", "strength(Ana) = 0"),
    ),
    "nobody heals without strength": Promise(
        "define can_heal",
        but("healing", "define can_heal", "    strength(who) > 0\n"),
        events=("heal(Ana, Ben)", "heal(Ana, Ben)"),
        cannot=("heal(Ana, Ben)",),
    ),
    "a wound closes once it has had what it needs": Promise(
        "action heal",
        but("healing", "action heal", "if effort(who) >= wound(whom) then (not hurt(whom), not mortal(whom))",
            "not alive(who)"),
        events=("heal(Ana, Cleo)",),
        so=("not hurt(Cleo)", "alive(Ana)", "Ana believes wound(Cleo) = 0"),
    ),
    "whoever has tried to heal somebody who dies of it has failed them": Promise(
        "define felt_word_on_healing",
        but("healing", "define felt_word_on_healing", "has_tried_to_heal(medic, whom) and ", ""),
        events=("heal(Ana, Ben)", "ebb(Ben)", "die_of_wounds(Ben)"),
        so=("felt_word_on_healing(Ana, Ben) = -4", "felt_word_on_healing(Cleo, Ben) = 0"),
    ),
    "but not while they live": Promise(
        "define felt_word_on_healing",
        but("healing", "define felt_word_on_healing", " and not alive(whom)", ""),
        events=("heal(Ana, Ben)",),
        so=("felt_word_on_healing(Ana, Ben) = 0",),
    ),
    "who is told to stop has to answer": Promise(
        "action tell_to_stop",
        but("healing", "action tell_to_stop", "then  told_to_stop", "then  not told_to_stop"),
        events=TOLD,
        so=("told_to_stop(Ana, Ben)",),
        cannot=("heal(Ana, Ben)",),
    ),
    "who has stopped does not begin again": Promise(
        "action leave_off",
        but("healing", "action leave_off", ", has_left_off(medic, whom)"),
        events=(*TOLD, "leave_off(Ana, Ben)"),
        so=("not told_to_stop(Ana, Ben)",),
        cannot=("heal(Ana, Ben)",),
    ),
    "who goes on may do so in vain, and learns it": Promise(
        "action go_on",
        but("healing", "action go_on", "if effort(medic) >= wound(whom) then ", ""),
        events=WENT_ON,
        so=("mortal(Ben)", "hurt(Ben)", "Ana believes (mortal(Ben) and hurt(Ben))", "strength(Ana) = 0"),
    ),
    "it shows how dear the other is": Promise(
        "define seen_going_on",
        but("healing", "define seen_going_on", "else 7", "else 0"),
        events=WENT_ON,
        so=("Ben believes cares_for(Ana, Ben) = 7",),
    ),
    "a mortal wound takes its time": Promise(
        "action ebb",
        less("healing", "action ebb"),
        events=("ebb(Ben)", "die_of_wounds(Ben)"),
        so=("not alive(Ben)", "Ana believes not alive(Ben)"),
    ),
    "not before its time": Promise(
        "action die_of_wounds",
        but("healing", "action die_of_wounds", ", time_left(who) = 0"),
        so=("alive(Ben)",),
        cannot=("die_of_wounds(Ben)",),
    ),
    "an open wound disables": Promise(
        "rule stays_open", less("healing", "rule stays_open"), so=("hurt(Ben)", "hurt(Cleo)")
    ),
    "whoever sees a mortal wound knows it": Promise(
        "rule sees_mortal", less("healing", "rule sees_mortal"), so=("Cleo believes mortal(Ben)",)
    ),
    "whoever sees that it is not knows that": Promise(
        "rule sees_not_mortal",
        less("healing", "rule sees_not_mortal"),
        events=("bring(Dan, room)",),
        so=("Dan believes not mortal(Cleo)",),
    ),
    "a body without a wound is seen to need nothing": Promise(
        "rule sees_closed", less("healing", "rule sees_closed"), so=("Dan believes (wound(Dan) = 0 and not hurt(Dan))",)
    ),
    "whoever misjudged a wound no longer knows what it needs": Promise(
        "rule misjudged_wound",
        less("healing", "rule misjudged_wound"),
        events=WENT_ON,
        so=("(wound(Ben) according to Ana) = unknown",),
    ),
}  # fmt: skip

TRIAL = Trial("healing", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
