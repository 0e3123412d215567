"""The module bodies at work: each promise kept, and broken once a piece of the module is gone.

Ana and Ben are in a room, Cleo in the hall beside it, and the cellar is dark; Ben is hungry.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

FAINTS = ("tire(Ben)",)
ASLEEP = ("fall_asleep(Ben)",)
WOUNDED = ("wound(Ben)",)

PROMISES = {
    "the wounded do not do what takes a sound body": Promise(
        "define fit",
        but("bodies", "define fit", " and not hurt(who)"),
        events=WOUNDED,
        cannot=("lift(Ben)",),
    ),
    "the sleeping do nothing either": Promise(
        "define fit",
        but("bodies", "define fit", "able(who) and "),
        events=("lift(Ben)", *ASLEEP),
        cannot=("lift(Ben)",),
    ),
    "a wound is seen by whoever can see, and not in the dark": Promise(
        "define knows_body",
        but("bodies", "define knows_body", " and sees(who, here)", " and able(who)"),
        events=("carry_off(Ben, cellar)", *WOUNDED),
        so=("not knows_body(Ana, Ben)", "Ben believes hurt(Ben)"),
    ),
    "one's own wound is felt in the dark": Promise(
        "define knows_body",
        but("bodies", "define knows_body", "who = whose or "),
        events=("carry_off(Ben, cellar)", *WOUNDED),
        so=("Ben believes hurt(Ben)",),
    ),
    "the sleeping do not feel it": Promise(
        "define knows_body",
        but("bodies", "define knows_body", "    able(who)\n"),
        events=(*ASLEEP, *WOUNDED),
        so=("not (Ben believes hurt(Ben))", "Ana believes hurt(Ben)"),
    ),
    "eating stills hunger, and keeps one on one's feet": Promise(
        "action eat",
        less("bodies", "action eat"),
        events=("eat(Ben)", "tire(Ben)"),
        so=("hunger(Ben) = 0", "awake(Ben)", "Ana believes hunger(Ben) = 0"),
    ),
    "who wakes is rested, and knows it": Promise(
        "action wake",
        but("bodies", "action wake", ", fatigue(who) = 0"),
        events=(*FAINTS, "wake(Ben)"),
        so=("awake(Ben)", "fatigue(Ben) = 0", "Ben believes (awake(Ben) and fatigue(Ben) = 0)",
            "Ana believes awake(Ben)"),
    ),
    "nobody else notices who does not see it": Promise(
        "action wake",
        but("bodies", "action wake", "other = who or knows_body(other, who)", "alive(other)"),
        events=(*ASLEEP, "walk(Ana, room, hall)", "wake(Ben)"),
        so=("Ana believes not awake(Ben)",),
    ),
    "who sleeps can be woken": Promise(
        "action rouse",
        less("bodies", "action rouse"),
        events=(*ASLEEP, "rouse(Ana, Ben)"),
        so=("awake(Ben)", "Ben believes awake(Ben)"),
    ),
    "who has fainted cannot": Promise(
        "action rouse",
        but("bodies", "action rouse", "        fatigue(whom) + hunger(whom) < 10\n"),
        events=FAINTS,
        cannot=("rouse(Ana, Ben)",),
    ),
    "whoever is carried goes along, and finds out when they wake": Promise(
        "action carry",
        but("bodies", "action carry", "then  at(who) = to, at(whom) = to", "then  at(who) = to"),
        events=(*ASLEEP, "carry(Ana, Ben, room, hall)", "wake(Ben)"),
        so=("at(Ben) = hall", "Cleo believes at(Ben) = hall", "Ben believes at(Ben) = hall"),
    ),
    "nobody carries who is wounded": Promise(
        "action carry",
        but("bodies", "action carry", "        fit(who)\n"),
        events=("wound(Ana)",),
        cannot=("carry(Ana, Ben, room, hall)",),
    ),
    "a wound that is tended heals": Promise(
        "action tend",
        but("bodies", "action tend", "if strength(who) >= 2 then not hurt(whom)", "hurt(whom)"),
        events=(*WOUNDED, "tend(Ana, Ben)"),
        so=("not hurt(Ben)", "strength(Ana) = 3", "Ben believes not hurt(Ben)"),
    ),
    "it is tried in vain where the strength for it is gone": Promise(
        "action tend",
        but("bodies", "action tend", "if strength(who) >= 2 then not hurt(whom)", "not hurt(whom)"),
        events=(*WOUNDED, "drain(Ana)", "tend(Ana, Ben)"),
        so=("hurt(Ben)", "Ana believes hurt(Ben)", "Ben believes hurt(Ben)"),
    ),
    "tiredness and hunger together bring down": Promise(
        "rule faints",
        less("bodies", "rule faints"),
        events=FAINTS,
        so=("not awake(Ben)", "Ana believes not awake(Ben)"),
    ),
    "who believes in more strength than there is finds out": Promise(
        "rule is_spent",
        less("bodies", "rule is_spent"),
        events=("drain(Ana)", "drain(Ana)"),
        so=("Ana believes strength(Ana) = 0",),
    ),
    "not before it has run out": Promise(
        "rule is_spent",
        but("bodies", "rule is_spent", "strength(who) = 0, ", "strength(who) < 5, "),
        events=("drain(Ana)",),
        so=("Ana believes strength(Ana) = 5",),
    ),
    "whoever sees a wound knows of it, and is known to": Promise(
        "rule sees_wound",
        less("bodies", "rule sees_wound"),
        events=WOUNDED,
        so=("Ana believes hurt(Ben)", "Ben believes Ana believes hurt(Ben)"),
    ),
    "whoever sees that there is none is corrected": Promise(
        "rule sees_no_wound",
        less("bodies", "rule sees_no_wound"),
        events=("walk(Cleo, hall, room)",),
        so=("Cleo believes not hurt(Ben)",),
    ),
    "whoever sees somebody alive does not take them for dead": Promise(
        "rule sees_life",
        less("bodies", "rule sees_life"),
        events=("rumour(Ana, Ben)", "rumour(Cleo, Ben)"),
        so=("Ana believes alive(Ben)", "Cleo believes not alive(Ben)"),
    ),
}  # fmt: skip

TRIAL = Trial("bodies", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
