"""Whether less would do: what is said to be proven least is never contradicted by trying every set of changes."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest

from kizuna import alternatives, api
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.nearby import Nearby
from kizuna.inquiry.requires import Requires
from kizuna.inquiry.tally import Tally, counted, tally
from kizuna.language.altered import altered
from kizuna.model.values import Number
from kizuna.model.world import World

THEFT = (Path(__file__).parents[1] / "support" / "theft.story").read_text("utf-8")
MEANT = THEFT.replace("wants ring 3", "wants ring 5").replace(
    "    wants peace 1: not taken()\n", "    wants peace 1: not taken()\n    wants honour 3: not hurt(Tom)\n"
)
VARIED = {
    "Ana wants ring": (5, range(3, 8)),
    "Ana wants honour": (3, range(1, 4)),
    "loves(Ana, Tom) =": (4, range(1, 5)),
}
HURT, BOTH = "has(Ana) and hurt(Tom)", "hurt(Ana) and hurt(Tom)"


@cache
def world() -> World:
    return api.read_text(MEANT, name="theft.story", language="story").unwrap()


@cache
def works(ending: str, changes: tuple[str, ...]) -> bool:
    """Whether there is a story to an ending after changes: read, ground and searched by itself, to the end."""
    found = api.find(altered(world(), changes).unwrap().world, ending=ending, near=0, max_expansions=None)
    return found.value is not None and bool(found.value.fabulas)


def every_set(size: int) -> list[tuple[tuple[str, ...], int]]:
    """All sets of so many changes with the sum of their steps."""
    return [
        (tuple(f"{what} {worth}" for what, worth in zip(few, worths, strict=True)), _far(few, worths))
        for few in combinations(VARIED, size)
        for worths in product(*(VARIED[what][1] for what in few))
        if all(worth != VARIED[what][0] for what, worth in zip(few, worths, strict=True))
    ]


def _far(few: tuple[str, ...], worths: tuple[int, ...]) -> int:
    return sum(abs(worth - VARIED[what][0]) for what, worth in zip(few, worths, strict=True))


def asked(ending: str, **options: Any) -> Requires:
    vary = [f"{what.rstrip(' =')} = {worths[0]}..{worths[-1]}" for what, (_, worths) in VARIED.items()]
    return alternatives.requires(world(), ending=ending, vary=vary, **options).unwrap()


@pytest.mark.parametrize("ending", [HURT, BOTH])
@pytest.mark.parametrize("options", [{}, {"most": 3}, {"size": 1}, {"max_expansions": 40}, {"count": 1, "most": 8}])
def test_what_is_proven_is_not_contradicted_by_trying_all(ending: str, options: dict[str, int]) -> None:
    answer = asked(ending, **options)
    size = answer.size if answer.answers else options.get("size", 2)
    steps = answer.answers[0].steps if answer.answers else None
    sets = [each for number in range(size + 1) for each in every_set(number)]
    smaller = [turns for turns, far in sets if len(turns) < size or steps is None or far < steps]
    failing = [turns for turns in smaller if not works(ending, turns)]
    assert answer.tally.smaller == len(smaller)
    assert answer.tally.ruled_out <= len(failing)
    assert (answer.tally.unsettled, answer.tally.untried) >= (0, 0)
    if answer.is_minimal or answer.holds is False:
        assert failing == smaller
    for each in answer.answers:
        assert works(ending, each.changes)


def test_with_enough_work_the_least_is_proven_and_with_little_it_is_not() -> None:
    proven, hasty = asked(HURT), asked(HURT, most=2, count=1)
    assert proven.is_minimal
    assert proven.answers
    assert hasty.is_minimal is None
    assert hasty.untried > 0


def dial(says: str, *choices: Number) -> Dial:
    return Dial(says, (), None, None, 0, choices)


def test_sets_are_counted_as_if_they_were_listed() -> None:
    dials = (dial("a", 1, 2, 3), dial("b", 1, Fraction(1, 2)), dial("c"), dial("d", 5))
    for size in range(4):
        listed = Counter[Number](
            sum(turn.steps for turn in turns)
            for few in combinations(dials, size)
            for turns in product(*([Turn(each, choice) for choice in each.choices] for each in few))
        )
        assert counted(dials, 3)[size] == listed


def test_sets_are_made_as_they_go_farther_each_once() -> None:
    dials = (dial("a", 1, 2, 3), dial("b", 1, Fraction(1, 2)), dial("c"), dial("d", 5, -1), dial("e", 2))
    turns = [Turn(each, choice) for each in dials for choice in each.choices]
    nearby = Nearby(turns, [0] * len(turns), [False] * len(turns))
    counts = counted(dials, 3)
    for size in range(1, 4):
        every = {frozenset(few) for few in combinations(turns, size) if len({turn.dial for turn in few}) == size}
        made = [few for steps in sorted(counts[size]) for few in nearby.of(size, steps)]
        assert len(made) == len(every)
        assert {frozenset(few) for few in made} == every
        far = [sum(turn.steps for turn in few) for few in made]
        assert far == sorted(far)
        assert all([dials.index(turn.dial) for turn in few] == sorted(dials.index(t.dial) for t in few) for few in made)


def test_of_sets_that_go_as_far_the_more_promising_come_first_and_strangers_last() -> None:
    a, b, c = (Turn(dial(name, 1), 1) for name in "abc")
    assert list(Nearby([a, b, c], [0, 0, 2], [True, False, False]).of(1, 1)) == [(c,), (b,), (a,)]
    assert list(Nearby([a, b, c], [0, 1, 0], [True, False, True]).of(2, 2)) == [(a, b), (b, c), (a, c)]


def test_what_is_smaller_has_fewer_changes_or_goes_less_far() -> None:
    one, other = dial("a", 1, 2), dial("b", 1)
    sets = counted((one, other), 2)
    out = [(), (Turn(one, 1),), (Turn(one, 2),), (Turn(one, 1), Turn(other, 1))]
    assert tally(sets, 1, 2, out, []) == Tally(3, 2, 0)
    assert tally(sets, 1, 2, out, [(Turn(other, 1),)]).untried == 0
    assert not tally(sets, 1, 2, out, [(Turn(other, 1),)]).is_proof
    assert tally(sets, 2, 3, [*out, (Turn(other, 1),)], []) == Tally(5, 5, 0)
    assert tally(sets, 2, None, out, []).smaller == 6
