"""A small sample of the holes that benchmarks/outlines makes: every label is proven, and the answers agree with it."""

from __future__ import annotations

from pathlib import Path

from benchmarks.outlines.__main__ import table
from benchmarks.outlines.labels import Judge, naively
from benchmarks.outlines.measuring import Tally, measure
from benchmarks.outlines.mutators import MUTATORS, Source
from benchmarks.outlines.suites import Case

from kizuna import api
from kizuna.fabula import Limits
from kizuna.inquiry.outline import Stage

HARBOUR = Path(__file__).parents[1] / "support" / "harbour.story"
STORY = ("go(Nan, quay, mill)", "tell(Nan, Tom)", "go(Tom, mill, quay)", "board(Tom, quay)")
LIMITS = Limits(1, 4, 2)


def case() -> Case:
    return Case("harbour", api.read(str(HARBOUR)).unwrap(), (STORY,), LIMITS.foresight, LIMITS.depth)


def test_no_hole_is_missed_and_none_is_made_up() -> None:
    whole, kinds = Tally(), set[str]()
    for _, kind, tally in measure([case()], most=2, seed=7):
        whole.add(tally)
        kinds |= {kind} if tally.invalid else set()
    assert (whole.false, whole.missed, whole.left_open, whole.refuted) == (0, 0, 0, 0)
    assert (whole.precision, whole.recall) == (1, 1)
    assert whole.located == whole.found > 12
    assert len(kinds) >= 8
    assert whole.repaired >= whole.found * 0.9
    assert "| **in all** |" in table("sample", [("harbour", "any", whole)])


def test_the_labels_are_those_of_the_definition() -> None:
    world = api.ground(case().world).unwrap()
    judge, stage = Judge(world, LIMITS), Stage(world, LIMITS, None)
    assert judge.first_hole(STORY) is None
    source = Source(stage, STORY, LIMITS)
    for mutator in list(MUTATORS.values())[:5]:
        for _, events in list(mutator(source))[:1]:
            assert judge.first_hole(events) == naively(world, LIMITS, events), events


def test_a_check_that_finds_nothing_or_everything_is_noticed() -> None:
    """What the figures would be of an answer that is always the same."""
    assert Tally(invalid=3, valid=1, missed=3).recall == 0
    assert Tally(invalid=3, valid=1, found=3, false=1).precision == 0.75
