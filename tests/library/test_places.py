"""The module places at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Mutation, Promise, Trial, but, less

OVER = ("walk(Ana, house, well)",)
SHUT = ("close(Ana, house, well)",)
BOTH_SIDES = "    also seen by other: able(other) and at(other) = to"

PROMISES = {
    "a way can be walked in both directions": Promise(
        "fluent path",
        Mutation("places", "fluent path(from: place, to: place) symmetric", "fluent path(from: place, to: place)"),
        events=(*OVER, "walk(Ana, well, house)"),
        so=("at(Ana) = house",),
    ),
    "a door is shut from both sides": Promise(
        "fluent shut",
        Mutation("places", "fluent shut(from: place, to: place) symmetric", "fluent shut(from: place, to: place)"),
        events=SHUT,
        so=("shut(house, well)", "shut(well, house)"),
        cannot=("walk(Ana, house, well)", "walk(Ben, well, house)"),
    ),
    "everybody can have things": Promise(
        "type character",
        Mutation("places", "type character: spot"),
        so=("Ana is a spot", "well is a spot", "not (Ana is a place)"),
    ),
    "those who are in one place are together": Promise(
        "define together",
        but("places", "define together", "at(one) = at(other)", "at(one) = at(one)"),
        events=OVER,
        so=("together(Ana, Ben)", "together(Ben, Ana)", "not together(Ana, Cleo)"),
    ),
    "whoever walks is where they go": Promise(
        "action walk",
        less("places", "action walk"),
        events=OVER,
        so=("at(Ana) = well", "Ana believes at(Ana) = well"),
    ),
    "whoever comes is seen coming, but not from further off": Promise(
        "action walk",
        but("places", "action walk", BOTH_SIDES),
        events=OVER,
        so=("Ben believes at(Ana) = well", "Cleo believes at(Ana) = house"),
    ),
    "nobody goes where no way leads": Promise(
        "action walk",
        but("places", "action walk", ", path(from, to)"),
        cannot=("walk(Ana, house, wood)", "walk(Cleo, wood, house)"),
    ),
    "a closed door stops walking": Promise(
        "action walk",
        but("places", "action walk", ", not shut(from, to)"),
        events=SHUT,
        cannot=("walk(Ana, house, well)", "walk(Ben, well, house)"),
    ),
    "nobody walks in their sleep": Promise(
        "action walk",
        but("places", "action walk", "able(who), "),
        events=("fall_asleep(Ana)",),
        cannot=("walk(Ana, house, well)", "close(Ana, house, well)"),
    ),
    "a door opens from the other side too": Promise(
        "action open",
        less("places", "action open"),
        events=(*SHUT, "open(Ben, well, house)", "walk(Ana, house, well)"),
        so=("not shut(house, well)", "not shut(well, house)", "at(Ana) = well"),
    ),
    "an open door is not opened, and nobody opens one from afar": Promise(
        "action open",
        but("places", "action open", "at(who) = from, "),
        events=SHUT,
        cannot=("open(Cleo, house, well)", "open(Cleo, well, house)", "open(Ben, well, wood)"),
    ),
    "a closed door is closed": Promise(
        "action close",
        less("places", "action close"),
        events=SHUT,
        so=("shut(house, well)", "not shut(well, wood)", "Ana believes shut(well, house)"),
    ),
    "a door is seen being closed by those on both sides": Promise(
        "action close",
        but("places", "action close", BOTH_SIDES),
        events=SHUT,
        so=("Ben believes shut(house, well)", "Ana believes Ben believes shut(house, well)"),
    ),
    "a door is seen being closed only by who is there": Promise(
        "action close",
        but("places", "action close", BOTH_SIDES, "    seen by everyone"),
        events=SHUT,
        so=("Cleo believes not shut(house, well)", "Ben believes Cleo believes not shut(house, well)"),
    ),
    "nobody asleep sees a door being closed": Promise(
        "action close",
        but("places", "action close", "able(other) and "),
        events=("fall_asleep(Ben)", *SHUT),
        so=("Ben believes not shut(house, well)",),
    ),
    "whoever is carried off asleep knows on waking where they are": Promise(
        "rule knows_own_place",
        less("places", "rule knows_own_place"),
        events=("fall_asleep(Ana)", "carry_off(Ana, wood)", "wake(Ana)"),
        so=("Ana believes at(Ana) = wood", "Ben believes at(Ana) = house"),
    ),
    "whoever is carried off asleep does not know it yet": Promise(
        "rule knows_own_place",
        but("places", "rule knows_own_place", "able(who), "),
        events=("fall_asleep(Ana)", "carry_off(Ana, wood)"),
        so=("Ana believes at(Ana) = house", "at(Ana) = wood"),
    ),
}


TRIAL = Trial("places", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
