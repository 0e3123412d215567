"""The module possession at work: each promise kept, and broken once a piece of the module is gone.

At the start Ana has a bag, in it lies a box, in that a coin; a ring and a chest lie in the house where she and Ben are.
Cleo is at the well and knows of none of it.
"""

from __future__ import annotations

from promises import Promise, Trial, but, less

UNPACKED = ("take_out(Ana, box, bag)", "take_out(Ana, coin, box)")
HIDDEN = ("take(Ben, ring, house)", "put_in(Ben, ring, chest)")
COMES = ("walk(Cleo, well, house)",)
ROBBED = ("fall_asleep(Ana)", "take_from(Ben, bag, Ana)")
DEEPER = " or some outer: container (location(inner) = outer and in_the_open(outer, here))"

PROMISES = {
    "somebody has what they have on them, and not what is in their bag": Promise(
        "define has",
        but("possession", "define has", "location(what) = who", "location(what) = who or not (location(what) = who)"),
        so=("has(Ana, bag)", "not has(Ana, box)", "not has(Ana, coin)", "not has(Ben, bag)"),
    ),
    "what somebody has is in the open where they are, and what lies there too": Promise(
        "define in_the_open",
        but("possession", "define in_the_open", "at(holder) = here", "at(holder) != here"),
        so=("in_the_open(bag, house)", "in_the_open(ring, house)", "not in_the_open(box, house)"),
    ),
    "a coin in a box in a bag goes where the bag goes": Promise(
        "define lies_at",
        but("possession", "define lies_at", DEEPER),
        events=("walk(Ana, house, well)",),
        so=("lies_at(bag, well)", "lies_at(box, well)", "lies_at(coin, well)", "not lies_at(coin, house)",
            "location(coin) = box"),
    ),
    "what the sleeping have lies where they are": Promise(
        "define lies_at",
        but("possession", "define lies_at", "in_the_open(what, here) or ", "location(what) = here or "),
        events=("fall_asleep(Ana)",),
        so=("lies_at(bag, house)", "lies_at(coin, house)", "not lies_at(bag, well)"),
    ),
    "what somebody has in their hands is out of the others' reach": Promise(
        "define in_reach",
        but("possession", "define in_reach", "not able(holder) and "),
        so=("in_reach(Ana, bag)", "in_reach(Ben, ring)", "not in_reach(Ben, bag)", "not in_reach(Cleo, ring)"),
        cannot=("take_out(Ben, box, bag)",),
    ),
    "what the sleeping have is within the reach of those beside them": Promise(
        "define in_reach",
        but("possession", "define in_reach", " or some holder: character (location(what) = holder and not able(holder)"
            " and together(who, holder))"),
        events=("fall_asleep(Ana)", "take_out(Ben, box, bag)"),
        so=("has(Ben, box)", "location(coin) = box", "Ana believes location(box) = bag"),
    ),
    "what lies where they are can be taken, and those who are there see it": Promise(
        "action take",
        less("possession", "action take"),
        events=("take(Ben, ring, house)",),
        so=("has(Ben, ring)", "Ana believes has(Ben, ring)", "not (Cleo believes has(Ben, ring))"),
    ),
    "nothing is taken from afar or asleep": Promise(
        "action take",
        but("possession", "action take", "        able(who)\n        at(who) = here\n"),
        events=("fall_asleep(Ana)",),
        cannot=("take(Cleo, ring, house)", "take(Ana, ring, house)"),
    ),
    "the sleeping can be robbed, and see it when they wake": Promise(
        "action take_from",
        less("possession", "action take_from"),
        events=(*ROBBED, "wake(Ana)"),
        so=("has(Ben, bag)", "location(coin) = box", "lies_at(coin, house)", "Ana believes has(Ben, bag)"),
    ),
    "the sleeping do not notice that they are robbed": Promise(
        "action take_from",
        but("possession", "action take_from", "    then", "    seen by everyone\n    then"),
        events=ROBBED,
        so=("Ana believes has(Ana, bag)", "has(Ben, bag)"),
    ),
    "nobody is robbed who is awake": Promise(
        "action take_from",
        but("possession", "action take_from", "not able(holder), "),
        cannot=("take_from(Ben, bag, Ana)",),
    ),
    "a box in a bag is unpacked one by one": Promise(
        "action take_out",
        less("possession", "action take_out"),
        events=UNPACKED,
        so=("has(Ana, box)", "has(Ana, coin)", "not (Cleo believes has(Ana, coin))", "Ben believes has(Ana, coin)"),
    ),
    "nothing is taken out of a box that is itself shut away": Promise(
        "action take_out",
        but("possession", "action take_out", "in_reach(who, from)", "lies_at(from, house)"),
        cannot=("take_out(Ana, coin, box)", "take_out(Ben, coin, box)", "take_out(Cleo, coin, box)"),
    ),
    "what is closed can be opened, and then has to give up what is in it": Promise(
        "action open_up",
        less("possession", "action open_up"),
        events=("open_up(Ben, safe)", "take_out(Ben, pearl, safe)"),
        so=("has(Ben, pearl)",),
    ),
    "whoever opens it misses what they took to be in it": Promise(
        "action open_up",
        but("possession", "action open_up", "= unknown", "= what"),
        events=("rumour(Ben, coin, safe)", "open_up(Ben, safe)"),
        so=("(location(coin) according to Ben) = unknown",),
    ),
    "nothing is taken out of what is closed": Promise(
        "action take_out",
        but("possession", "action take_out", "        not closed(from)\n"),
        cannot=("take_out(Ben, pearl, safe)",),
    ),
    "what is put down lies there, with what is in it": Promise(
        "action put",
        less("possession", "action put"),
        events=("put(Ana, bag, house)", "walk(Ana, house, well)"),
        so=("location(bag) = house", "lies_at(coin, house)", "not lies_at(coin, well)", "in_reach(Ben, bag)"),
    ),
    "what is put into a chest stays there": Promise(
        "action put_in",
        less("possession", "action put_in"),
        events=("put_in(Ana, bag, chest)", "walk(Ana, house, well)"),
        so=("location(bag) = chest", "lies_at(bag, house)", "Ben believes location(bag) = chest"),
    ),
    "nothing goes into what is inside it": Promise(
        "action put_in",
        but("possession", "action put_in", "in_reach(who, into)", "lies_at(into, house)"),
        cannot=("put_in(Ana, bag, box)", "put_in(Ana, bag, bag)"),
    ),
    "what is given has a new owner, who knows it": Promise(
        "action give",
        less("possession", "action give"),
        events=("give(Ana, bag, Ben)",),
        so=("has(Ben, bag)", "not has(Ana, bag)", "Ben believes has(Ben, bag)", "location(coin) = box"),
    ),
    "nothing is given to the sleeping or the absent": Promise(
        "action give",
        but("possession", "action give", "able(to), together(who, to), "),
        events=("fall_asleep(Ben)",),
        cannot=("give(Ana, bag, Ben)", "give(Ana, bag, Cleo)"),
    ),
    "whoever comes to where a thing lies sees it": Promise(
        "rule sees_thing",
        less("possession", "rule sees_thing"),
        events=COMES,
        so=("Cleo believes location(ring) = house", "Ana believes Cleo believes location(ring) = house"),
    ),
    "what is in a chest is not seen": Promise(
        "rule sees_inside",
        but("possession", "rule sees_inside", "has(who, where)", "in_reach(who, where)"),
        events=(*HIDDEN, *COMES),
        so=("(location(ring) according to Cleo) = unknown", "Cleo believes location(chest) = house"),
    ),
    "whoever sees somebody sees what they have, asleep or not": Promise(
        "rule sees_carried",
        less("possession", "rule sees_carried"),
        events=("fall_asleep(Ana)", *COMES),
        so=("Cleo believes has(Ana, bag)", "(location(box) according to Cleo) = unknown"),
    ),
    "whoever has a bag knows what is in it, but not what is in the box in it": Promise(
        "rule sees_inside",
        less("possession", "rule sees_inside"),
        events=(*COMES, "give(Ana, bag, Cleo)"),
        so=("Cleo believes location(box) = bag", "(location(coin) according to Cleo) = unknown"),
    ),
    "whoever does not have a bag does not know what is in it": Promise(
        "rule sees_inside",
        but("possession", "rule sees_inside", "has(who, where)", "alive(who)"),
        events=COMES,
        so=("(location(box) according to Cleo) = unknown", "Ana believes location(box) = bag"),
    ),
    "whoever misses a thing no longer knows where it is": Promise(
        "rule misses_thing",
        less("possession", "rule misses_thing"),
        events=("rumour(Cleo, ring, house)", *HIDDEN, *COMES),
        so=("(location(ring) according to Cleo) = unknown", "Ana believes location(ring) = chest"),
    ),
    "nobody misses a thing before they look": Promise(
        "rule misses_thing",
        but("possession", "rule misses_thing", "sees(who, here), "),
        events=("rumour(Cleo, ring, house)", *HIDDEN),
        so=("Cleo believes location(ring) = house",),
    ),
    "whoever misses a thing on somebody no longer knows where it is": Promise(
        "rule misses_carried",
        less("possession", "rule misses_carried"),
        events=("rumour(Cleo, ring, Ben)", *HIDDEN, *COMES),
        so=("(location(ring) according to Cleo) = unknown",),
    ),
    "whoever misses a thing in what they have no longer knows where it is": Promise(
        "rule misses_inside",
        less("possession", "rule misses_inside"),
        events=(*HIDDEN, "rumour(Ana, ring, bag)"),
        so=("(location(ring) according to Ana) = unknown",),
    ),
    "what is missing in another's bag is not missed": Promise(
        "rule misses_inside",
        but("possession", "rule misses_inside", "has(who, where)", "alive(who)"),
        events=(*HIDDEN, "rumour(Ben, ring, bag)"),
        so=("Ben believes location(ring) = bag",),
    ),
}  # fmt: skip


TRIAL = Trial("possession", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
