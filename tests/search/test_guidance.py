"""What orders a search in haste: relaxed plans, plans that people already have, and what brings them nearer."""

from __future__ import annotations

from itertools import islice

import pytest

import kizuna
from kizuna import api
from kizuna.fabula import Limits
from kizuna.search import Problem
from kizuna.search.intentions import Intentions
from kizuna.search.leading_on import leads_on
from kizuna.search.nearest import Search, nearest
from kizuna.search.rungs import HASTE, PATIENCE, QUICK, RESTARTS, SLICE, attempts, within_work

CHEST = """
story chest "The Chest"
fluent has_key()
fluent open()
fluent has_ring()
fluent has_coin()
fluent walked()
fluent lit()
character Ana
    wants ring 2: has_ring()
character Ben
    wants light 1: lit()
action fetch_key()
    by   Ana
    when not has_key()
    then has_key()
action open_chest()
    by   Ana
    when has_key(), not open()
    then open()
action take_ring()
    by   Ana
    when open(), not has_ring()
    then has_ring()
action take_coin()
    when open(), not has_coin()
    then has_coin()
action walk()
    by   Ana
    then walked()
action light()
    by   Ben
    when not lit()
    then lit()
plot
    ending rich: has_ring() and has_coin()
"""


@pytest.fixture
def problem() -> Problem:
    return Problem(api.ground(api.read_text(CHEST, language="story").unwrap()).unwrap())


def number(problem: Problem, name: str) -> int:
    return problem.world.action_ids[f"{name}()"]


def test_an_event_that_serves_twice_is_counted_once(problem: Problem) -> None:
    start = problem.dynamics.initial
    assert problem.estimate.of(start.values) == 4  # key, chest, ring, coin; by adding up, the key counts twice
    after = problem.dynamics.after(start, number(problem, "fetch_key"))
    assert problem.estimate.of(after.values) == 3


def test_what_is_refused_again_and_again_gets_dear(problem: Problem) -> None:
    values, estimate = problem.dynamics.initial.values, problem.estimate.afresh()
    for _ in range(3):
        estimate.learn(number(problem, "take_coin"), is_explained=False)
    assert estimate.of(values) == 7
    assert estimate.after(values, number(problem, "take_coin")) == 3
    assert problem.estimate.of(values) == estimate.afresh().of(values) == 4


def test_before_anybody_looks_an_action_is_held_to_save_its_price(problem: Problem) -> None:
    values = problem.dynamics.initial.values
    for name in ("fetch_key", "walk"):  # the one serves and the other does not, which only a look will show
        assert problem.estimate.after(values, number(problem, name)) == 3


def test_the_next_step_of_a_plan_is_meant_until_it_is_done(problem: Problem) -> None:
    intentions = Intentions(problem.reasons, Limits(4, 3, 1))
    fetch, open_chest, take, light = (number(problem, n) for n in ("fetch_key", "open_chest", "take_ring", "light"))
    states = [problem.dynamics.initial]
    assert not intentions.is_meant(states[0], fetch)
    for action in (fetch, light, open_chest):
        states.append(problem.dynamics.after(states[-1], action))
        intentions.act(states[-2], action, states[-1])
    assert intentions.is_meant(states[1], open_chest)
    assert intentions.is_meant(states[2], open_chest), "what others do meanwhile leaves it meant"
    assert not intentions.is_meant(states[2], take)
    assert intentions.is_meant(states[3], take)
    assert not intentions.is_meant(states[3], open_chest)


def test_what_brings_nobody_nearer_leads_nowhere(problem: Problem) -> None:
    start, reasons = problem.dynamics.initial, problem.reasons
    assert leads_on(reasons, start, number(problem, "fetch_key"), 3)
    assert not leads_on(reasons, start, number(problem, "fetch_key"), 2), "the ring is further than that"
    assert not leads_on(reasons, start, number(problem, "walk"), 3)
    assert leads_on(reasons, start, number(problem, "take_coin"), 3), "what nobody wills needs to lead nobody on"


def test_every_rung_is_looked_at_before_any_gets_more(problem: Problem) -> None:
    limits = Limits(9, 6, 2)
    tried = list(islice(attempts(problem, limits), 15))
    rungs = [(2, 1), (3, 1), (5, 1), (3, 2), (6, 1), (5, 2)]
    assert [(s.limits.foresight, s.limits.depth) for s, _ in tried[:7]] == [*rungs, (6, 2)]
    assert {work for _, work in tried[:7]} == {QUICK}
    assert [search for search, _ in tried[7:13]] == [search for search, _ in tried[:6]], "they are taken up again"
    assert [work + QUICK for _, work in tried[7:13]] == [SLICE * n for n in range(1, 7)]
    assert tried[13][0] is tried[6][0]
    assert (tried[14][0].limits, tried[14][0].haste) == (limits, PATIENCE)


def test_haste_begins_anew_twice_and_patience_goes_on(problem: Problem) -> None:
    limits = Limits(9, 2, 1)  # there is no rung below them
    quick, first, *later = list(islice(attempts(problem, limits), 9))
    hasty = [(search, work) for search, work in (quick, first, *later) if search.haste == HASTE]
    assert len({search for search, _ in (first, *later) if search.haste == PATIENCE}) == 1
    assert [work for _, work in hasty] == [QUICK, SLICE - QUICK, *RESTARTS, RESTARTS[-1]]
    assert len({id(search) for search, _ in hasty[:2]}) == len({id(search) for search, _ in hasty[3:]}) == 1
    assert len({id(search) for search, _ in hasty}) == 3


@pytest.mark.parametrize("haste", [1, 3])
@pytest.mark.parametrize("work", [1, 2, 7])
def test_a_search_goes_on_where_its_work_ran_out(haste: int, work: int) -> None:
    ground_world = api.ground(api.read_text(CHEST, language="story").unwrap()).unwrap()
    stories: list[tuple[int, ...] | None] = []
    search, turns = Search(Problem(ground_world), Limits(5, 3, 1), haste), 1
    while not within_work(search.problem.effort, work * turns, lambda: stories.append(search.run())):
        turns += 1
    at_once = Problem(ground_world)
    assert stories == [nearest(at_once, Limits(5, 3, 1), haste)]
    assert turns > 1
    assert search.problem.effort.expanded >= at_once.effort.expanded


@pytest.mark.parametrize("haste", [1, 3])
def test_with_patience_and_in_haste_the_story_is_found(problem: Problem, haste: int) -> None:
    story = nearest(problem, Limits(5, 3, 1), haste)
    assert story is not None
    assert sorted(problem.world.actions[action].name for action in story) == sorted(
        ["fetch_key()", "open_chest()", "take_ring()", "take_coin()"]
    )


def test_what_came_nearest_is_kept_where_the_work_allowed_is_done() -> None:
    world = api.read_text(CHEST, language="story").unwrap()
    outcome = kizuna.find(world, events=5, foresight=3, depth=1, max_expansions=9, near=0)
    result = outcome.value
    assert result is not None
    assert result.begun is not None
    assert result.begun.events[0] == "fetch_key()"
    assert any("What came nearest" in " ".join(each.help) for each in outcome.diagnostics)
    assert kizuna.find(world, events=5, foresight=3, depth=1).unwrap().begun is None
