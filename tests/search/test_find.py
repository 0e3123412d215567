"""The search finds every story and no other, and says honestly why it stopped."""

from __future__ import annotations

import pytest
from examples import act, dropping, fact, is_, limits, nested_default, number, sets, tails, wish, world
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from minds import minded_worlds
from staged import WORLD

from kizuna import api
from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Limits
from kizuna.fabula.naive_reasons import NaiveReasons, above
from kizuna.grounding import GroundWorld, ground
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Arithmetic, Compare, Constant
from kizuna.model.world import Plot
from kizuna.search import Problem, Stop, find
from kizuna.search.exhaustive import Exhaustive
from kizuna.search.nearest import nearest
from kizuna.search.rungs import first_story
from worlds import ground_worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
SMALL = {"staged": True, "max_actions": 2, "max_rules": 1}
Story = tuple[int, ...]


def brute_force(small: GroundWorld, limits: Limits, goal: object) -> tuple[list[Story], list[Story]]:
    """All stories, and those from which nothing can be left out, by trying every sequence of actions."""
    plain = NaiveReasons(small)
    start = plain.dynamics.initial()
    before = plain.author(start)
    stories, minimal = [], []
    ways = [((), (start,))]
    for _ in range(limits.events):
        longer = []
        for done, trees in ways:
            for action in range(len(small.actions)):
                if not plain.possible(trees[-1], action):
                    continue
                if not plain.explained(trees[-1], action, limits.foresight, limits.depth):
                    continue
                story, passed = (*done, action), (*trees, plain.dynamics.after(trees[-1], action))
                longer.append((story, passed))
                utility = plain.author(passed[-1])
                if above(utility, before) and utility >= goal:
                    stories.append(story)
                    if not plain.story_can_be_shortened(passed, story, limits.foresight, limits.depth):
                        minimal.append(story)
        ways = longer
    return stories, minimal


LIMITS = st.builds(Limits, st.integers(1, 3), st.integers(1, 2), st.integers(0, 1))


@settings(LENIENT, max_examples=60)
@given(ground_worlds(**SMALL) | ground_worlds(of=minded_worlds, **SMALL), LIMITS)
def test_the_search_finds_what_trying_everything_finds(small: GroundWorld, limits: Limits) -> None:
    assume(len(small.actions) <= 5)
    try:
        problem = Problem(small)
        search = Exhaustive(problem, limits)
        found = list(search.stories())
        every = list(search.stories(minimal=False))
        stories, minimal = brute_force(small, limits, problem.goal)
    except EndlessRulesError:
        return
    assert sorted(found) == sorted(minimal)
    assert sorted(every) == sorted(stories)
    assert search.count() == len(stories)
    assert [len(story) for story in found] == sorted(len(story) for story in found)
    shortest = search.shortest()
    assert (shortest is None) is (not found)
    if shortest is not None:
        assert shortest in found
        assert len(shortest) == len(found[0])


@settings(LENIENT, max_examples=60)
@given(ground_worlds(**SMALL) | ground_worlds(of=minded_worlds, **SMALL), LIMITS)
def test_the_nearest_ending_is_found_where_there_is_one(small: GroundWorld, limits: Limits) -> None:
    """In patience a shortest story, in haste some story, and by rungs one from which nothing can be left out."""
    assume(len(small.actions) <= 8)
    try:
        problem = Problem(small)
        search = Exhaustive(problem, limits)
        shortest = search.shortest()
        patient, hasty = nearest(problem, limits), nearest(problem, limits, 3)
        first = first_story(problem, limits)
        minimal = list(search.stories())
    except EndlessRulesError:
        return
    assert [each is None for each in (patient, hasty, first)] == [shortest is None] * 3
    if shortest is not None and patient is not None:
        assert len(patient) == len(shortest)
        assert first is not None
        assert first.story in minimal


@settings(LENIENT, max_examples=25)
@given(ground_worlds(**SMALL), LIMITS)
def test_the_same_question_has_the_same_answer(small: GroundWorld, limits: Limits) -> None:
    options = {"events": limits.events, "foresight": limits.foresight, "depth": limits.depth}
    try:
        one, other = (find(Problem(small), **options, count=None) for _ in range(2))
        first = find(Problem(small), **options)
    except EndlessRulesError:
        return
    assert one == other
    assert one.stopped is Stop.EXHAUSTED
    assert one.completed == one.limits == limits
    assert first.stopped is (Stop.SATISFIED if one.fabulas else Stop.EXHAUSTED)
    assert len(first.fabulas) == min(len(one.fabulas), 1)
    assert all(fabula in one.fabulas for fabula in first.fabulas)


@settings(LENIENT, max_examples=30)
@given(ground_worlds(**SMALL), st.integers(0, 6))
def test_a_limit_on_work_is_admitted(small: GroundWorld, allowed: int) -> None:
    """Either the answer is the unlimited one, or it says that it ran into the limit."""
    options = {"events": 3, "foresight": 2, "depth": 1, "count": None}
    try:
        whole = find(Problem(small), **options, max_expansions=None, max_states=None)
        part = find(Problem(small), **options, max_expansions=allowed)
    except EndlessRulesError:
        return
    assert part.statistics.expanded <= allowed
    if part.stopped is Stop.LIMIT:
        assert part.reached == "max-expansions"
        assert part.completed is None
        assert part.fabulas == whole.fabulas[: len(part.fabulas)]
    else:
        assert part.stopped is Stop.EXHAUSTED
        assert part.fabulas == whole.fabulas


def staged() -> GroundWorld:
    small = ground(WORLD).value
    assert small is not None
    return small


def names(small: GroundWorld, **options: object) -> list[tuple[str, ...]]:
    found = find(Problem(small), **options)
    return [tuple(action.partition("(")[0] for action in fabula.actions) for fabula in found.fabulas]


def endless() -> GroundWorld:
    """Counting up for ever: a state that is new each time."""
    up = Assign(fact("n"), Arithmetic("+", (fact("n"), Constant(1))))
    return world(
        "A",
        (number("n"),),
        (
            act("up", TRUE, (up,), "A"),
            act("down", TRUE, (Assign(fact("n"), Arithmetic("-", (fact("n"), Constant(1)))),)),
        ),
        motives=(wish("A", fact("n")),),
        plot=Plot(is_("n", -4000)),
    )


def test_widening_finds_stories_without_any_options() -> None:
    result = find(Problem(staged()))
    assert result.stopped is Stop.SATISFIED
    assert len(result.fabulas) == 1
    assert result.completed is None or result.completed.events < result.limits.events
    assert find(Problem(limits())).fabulas[0].actions == ("a1()", "b1()", "b2()", "c1()")


def test_without_a_story_all_limits_are_widened() -> None:
    nothing = nested_default(third_fact=False)
    result = find(Problem(nothing))
    assert (result.stopped, result.fabulas) == (Stop.EXHAUSTED, ())
    assert result.limits == result.completed == Limits(16, 10, 3)


def test_the_worked_examples() -> None:
    assert names(nested_default(third_fact=True), count=None, events=3, foresight=3, depth=2) == [("show", "deal")]
    assert names(limits(), count=None, events=4, foresight=4, depth=1) == []
    assert names(limits(), count=None, events=4, foresight=4, depth=2) == [("a1", "b1", "b2", "c1")]
    assert names(limits(), count=None, events=4, foresight=3, depth=2) == []
    assert names(tails(), count=None, events=3, foresight=3, depth=2) == [("up", "down")]


@pytest.mark.parametrize("limit", ["max_expansions", "max_states"])
def test_limits_on_work(limit: str) -> None:
    result = find(Problem(staged()), **{limit: 2}, count=None)
    assert result.stopped is Stop.LIMIT
    assert result.reached == limit.replace("_", "-")
    assert result.completed is None


def test_an_observer_that_says_so_cancels() -> None:
    heard = []
    result = find(Problem(endless()), events=3000, foresight=1, depth=0, observer=lambda p: heard.append(p) or True)
    assert result.stopped is Stop.CANCELLED
    assert result.fabulas == ()
    assert [progress.expanded for progress in heard] == [512]
    assert "3000 events" in heard[0].doing


def test_an_observer_that_only_listens_changes_nothing() -> None:
    options = {"events": 600, "foresight": 1, "depth": 0, "max_expansions": 700}
    heard = []
    listened = find(Problem(endless()), **options, observer=heard.append)
    assert listened == find(Problem(endless()), **options)
    assert listened.stopped is Stop.LIMIT
    assert len(heard) == 1


def test_a_problem_can_be_asked_again_after_a_limit() -> None:
    problem = Problem(staged())
    assert find(problem, max_expansions=1).stopped is Stop.LIMIT
    again, fresh = find(problem), find(Problem(staged()))
    assert again.fabulas == fresh.fabulas
    assert again.stopped is Stop.SATISFIED


def test_a_goal_asks_for_more() -> None:
    small = staged()
    assert find(Problem(small)).fabulas[0].utility >= 1
    assert find(Problem(small, goal=2)).fabulas[0].utility == 2
    impossible = find(Problem(small, goal=3), events=3, foresight=2, depth=1)
    assert (impossible.stopped, impossible.fabulas) == (Stop.EXHAUSTED, ())
    assert impossible.goal == 3


def test_several_stories_are_as_many_as_asked_for() -> None:
    options = {"events": 3, "foresight": 3, "depth": 2}
    every = find(Problem(dropping()), **options, count=None).fabulas
    assert [fabula.actions for fabula in every] == [("XZ()",), ("XY()", "YZ()")]
    for count, stopped in ((1, Stop.SATISFIED), (2, Stop.SATISFIED), (3, Stop.EXHAUSTED)):
        result = find(Problem(dropping()), **options, count=count)
        assert result.stopped is stopped
        assert result.fabulas == every[:count]


def test_a_plot_that_starts_unknown_has_no_story() -> None:
    unknown = world(
        "A",
        (number("n"),),
        (act("learn", TRUE, (sets("n", 1),), "A"),),
        (sets("n", None),),
        motives=(wish("A", Compare("==", fact("n"), Constant(1))),),
        plot=Plot(fact("n")),
    )
    assert find(Problem(unknown), events=2).stopped is Stop.EXHAUSTED


def test_a_count_has_no_reorderings() -> None:
    text = """story two
character Ana
    wants red: red()
    wants blue: blue()
fluent red()
fluent blue()
fluent green()
action paint_red
    by Ana
    when not red()
    then red()
action paint_blue
    by Ana
    when not blue()
    then blue()
action mix
    by Ana
    when not red()
    then red(), green()
plot
    ending both: red() and blue()
"""
    world = api.read_text(text, name="two.story", language="story").unwrap()
    every = api.find(world, count=None, events=2, foresight=1, depth=1).unwrap().fabulas
    different = api.find(world, count=10, events=2, foresight=1, depth=1).unwrap()
    assert len(every) == 4
    assert [sorted(fabula.actions) for fabula in different.fabulas] == [
        ["paint_blue()", "paint_red()"],
        ["mix()", "paint_blue()"],
    ]
    assert different.stopped is Stop.EXHAUSTED
