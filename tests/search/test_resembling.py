"""The story that differs least: held against all stories that the exhaustive search lists."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld
from kizuna.search import Problem
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.resembling import differences, most_alike
from worlds import ground_worlds

LIMITS = Limits(3, 2, 1)


def test_differences_count_what_only_one_story_has() -> None:
    assert differences((1, 2, 3), (1, 2, 3)) == 0
    assert differences((1, 2, 3), (1, 3)) == 1
    assert differences((1, 2), (2, 1)) == 2
    assert differences((), (1, None)) == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(ground_worlds(), st.lists(st.integers(0, 5), max_size=3))
def test_a_story_is_found_if_there_is_one_and_an_old_one_is_found_again(world: GroundWorld, old: list[int]) -> None:
    stories = list(Exhaustive(Problem(world), LIMITS).stories())
    known = tuple(number if number < len(world.actions) else None for number in old)
    found = most_alike(Problem(world), LIMITS, known)
    assert (found is not None) == bool(stories)
    least = min((differences(story, known) for story in stories), default=0)
    assert found is None or (found in stories and differences(found, known) == least)
    for story in stories[:3]:
        assert most_alike(Problem(world), LIMITS, story) == story
