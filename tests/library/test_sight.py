"""The module sight at work: each promise kept, and broken once a piece of the module is gone."""

from __future__ import annotations

from promises import Mutation, Promise, Trial, but, less

TO_BEN = ("walk(Ana, house, well)",)
TO_CELLAR = ("walk(Ana, house, cellar)",)
BEN_IN_CELLAR = ("carry_off(Ben, cellar)",)

PROMISES = {
    "nobody sees in the dark": Promise(
        "define sees",
        but("sight", "define sees", "    not dark(here)\n"),
        events=BEN_IN_CELLAR,
        so=("not sees(Ben, cellar)", "not sees(Ana, cellar)", "sees(Ana, house)"),
    ),
    "nobody sees who stands beside them in the dark": Promise(
        "define sees",
        but("sight", "define sees", "    not dark(here)\n"),
        events=(*BEN_IN_CELLAR, *TO_CELLAR),
        so=("(at(Ben) according to Ana) = unknown", "Ana believes at(Ana) = cellar"),
    ),
    "a tower overlooks what is below, and not the other way round": Promise(
        "define sees",
        but("sight", "define sees", " or some there: place (at(who) = there and overlooks(there, here))"),
        so=("sees(Cleo, well)", "not sees(Ben, tower)", "not sees(Cleo, house)"),
    ),
    "the sleeping see nothing": Promise(
        "define sees",
        but("sight", "define sees", "    able(who)\n"),
        events=("fall_asleep(Cleo)", *BEN_IN_CELLAR),
        so=("not sees(Cleo, tower)", "Cleo believes at(Ben) = well"),
    ),
    "who is there or looks on perceives an act, and others do not": Promise(
        "perceives",
        Mutation("sight", "perceives(observer: character, doer: character):\n    able(observer)\n",
                 "perceives(observer: character, doer: character):\n    observer = doer\n"),
        events=("nod(Ben)",),
        so=("Cleo believes nodded(Ben)", "not (Ana believes nodded(Ben))", "Ben believes Cleo believes nodded(Ben)"),
    ),
    "in the dark one hears who acts beside one": Promise(
        "perceives",
        Mutation("sight", "at(observer) = at(doer) or some here: place (at(doer) = here and sees(observer, here))",
                 "some here: place (at(doer) = here and sees(observer, here))"),
        events=(*BEN_IN_CELLAR, *TO_CELLAR, "nod(Ben)"),
        so=("Ana believes nodded(Ben)", "Ben believes at(Ana) = cellar"),
    ),
    "from afar one sees nothing in the dark": Promise(
        "perceives",
        Mutation("sight", "at(doer) = here and sees(observer, here)",
                 "at(doer) = here and some from: place (at(observer) = from and overlooks(from, here))"),
        events=(*BEN_IN_CELLAR, "nod(Ben)"),
        so=("not (Ana believes nodded(Ben))", "Ben believes nodded(Ben)"),
    ),
    "the sleeping perceive nothing, even beside them": Promise(
        "perceives",
        Mutation("sight", "doer: character):\n    able(observer)\n", "doer: character):\n    alive(observer)\n"),
        events=(*TO_BEN, "fall_asleep(Ana)", "nod(Ben)"),
        so=("not (Ana believes nodded(Ben))", "Cleo believes nodded(Ben)"),
    ),
    "whoever sees somebody of whom they knew nothing learns where they are": Promise(
        "rule sees_somebody",
        less("sight", "rule sees_somebody"),
        events=TO_BEN,
        so=("Ana believes at(Ben) = well",),
    ),
    "whoever sees somebody where they did not expect them is corrected": Promise(
        "rule sees_somebody",
        but("sight", "rule sees_somebody", "not (who believes at(other) = here)", "who believes at(other) = unknown"),
        events=("carry_off(Cleo, house)",),
        so=("Ana believes at(Cleo) = house",),
    ),
    "those who see each other know that they do": Promise(
        "rule sees_somebody",
        less("sight", "rule sees_somebody"),
        events=("carry_off(Cleo, house)",),
        so=(
            "Ana believes at(Cleo) = house",
            "Cleo believes Ana believes at(Cleo) = house",
            "Ana believes Cleo believes Ana believes at(Cleo) = house",
            "Ana believes Cleo believes at(Ana) = house",
        ),
    ),
    "whoever misses somebody no longer knows where they are": Promise(
        "rule misses_somebody",
        less("sight", "rule misses_somebody"),
        events=BEN_IN_CELLAR,
        so=("(at(Ben) according to Cleo) = unknown", "Ben believes at(Ben) = cellar"),
    ),
    "nobody misses anybody in the dark": Promise(
        "rule misses_somebody",
        but("sight", "rule misses_somebody", "sees(who, here)", "able(who), at(who) = here"),
        events=TO_CELLAR,
        so=("Ana believes at(Cleo) = cellar",),
    ),
    "whoever finds somebody asleep knows it": Promise(
        "rule sees_asleep",
        less("sight", "rule sees_asleep"),
        events=("fall_asleep(Ben)", *TO_BEN),
        so=("Ana believes not awake(Ben)",),
    ),
    "whoever finds somebody awake whom they took to be asleep knows it": Promise(
        "rule sees_awake",
        less("sight", "rule sees_awake"),
        events=(*TO_BEN, "fall_asleep(Ben)", "walk(Ana, well, house)", "wake(Ben)", "walk(Ana, house, well)"),
        so=("Ana believes awake(Ben)", "Ben believes Ana believes awake(Ben)"),
    ),
    "whoever finds somebody dead knows it": Promise(
        "rule sees_dead",
        less("sight", "rule sees_dead"),
        events=("die(Ben)",),
        so=("Cleo believes not alive(Ben)", "Ana believes alive(Ben)"),
    ),
    "whoever stands before a door that is shut sees it": Promise(
        "rule sees_shut",
        less("sight", "rule sees_shut"),
        events=("slam(well, tower)",),
        so=("Ben believes shut(well, tower)", "Cleo believes shut(well, tower)", "Ana believes not shut(well, tower)"),
    ),
    "whoever stands before a door that is open sees it": Promise(
        "rule sees_open",
        less("sight", "rule sees_open"),
        events=("close(Ben, well, tower)", "fly_open(well, tower)"),
        so=("Ben believes not shut(well, tower)", "Cleo believes not shut(tower, well)"),
    ),
}  # fmt: skip


TRIAL = Trial("sight", PROMISES)

test_control, test_mutant, test_whole = TRIAL.tests()
