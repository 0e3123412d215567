"""The story that differs least: held against all stories that the exhaustive search lists."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld
from kizuna.search import Problem
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.likeness import Likeness
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
    found, spent = most_alike(Problem(world), LIMITS, known)
    assert spent is None
    assert (found is not None) == bool(stories)
    least = min((differences(story, known) for story in stories), default=0)
    assert found is None or (found in stories and differences(found, known) == least)
    for story in stories[:3]:
        assert most_alike(Problem(world), LIMITS, story).story == story


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(ground_worlds(), st.lists(st.integers(0, 5), max_size=3), st.integers(1, 12))
def test_where_work_runs_out_what_is_given_is_a_story_and_is_said_to_be_uncertain(
    world: GroundWorld, old: list[int], work: int
) -> None:
    problem = Problem(world)
    known = tuple(number if number < len(world.actions) else None for number in old)
    problem.effort.max_expansions = work
    found, spent = most_alike(problem, LIMITS, known)
    stories = list(Exhaustive(Problem(world), LIMITS).stories())
    assert found is None or found in stories
    if spent is None:
        assert (found is None) == (not stories)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(ground_worlds(), st.integers(1, 2))
def test_stories_that_begin_alike_come_first_and_then_all(world: GroundWorld, kept: int) -> None:
    stories = list(Exhaustive(Problem(world), LIMITS).stories())
    for story in stories[:3]:
        old = (*story[:kept], None, None)
        found, _ = most_alike(Problem(world), LIMITS, old, min(kept, len(story)))
        assert found is not None
        assert found in stories


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(ground_worlds(), st.lists(st.integers(0, 5), max_size=3))
def test_the_bound_on_differences_is_never_too_high(world: GroundWorld, old: list[int]) -> None:
    problem = Problem(world)
    known = tuple(number if number < len(world.actions) else None for number in old)
    bound = Likeness(problem, known, LIMITS.events).differences(problem.dynamics.initial.values, 0)
    for story in Exhaustive(Problem(world), LIMITS).stories():
        assert bound is not None
        assert bound <= differences(story, known)
