"""Reasons agree with their definition, evaluated by plain recursion, on random worlds and on the worked examples."""

from __future__ import annotations

import pytest
from examples import act, dropping, fact, is_, limits, nested_default, number, sets, tails, truth, wish, world
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from worlds import ground_worlds

from kizuna.deliberation import Cancelled, Effort, EffortSpent, Reasons, explain
from kizuna.deliberation.minimality import Shortening
from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.fabula.naive_reasons import NaiveReasons
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import TRUE, Compare, Constant, Not
from kizuna.model.world import Logic

LENIENT = settings(suppress_health_check=list(HealthCheck))
SMALL = {"staged": True, "max_actions": 2, "max_rules": 1, "logics": (Logic.TWO_VALUED, Logic.THREE_VALUED)}


def reasons(ground: GroundWorld) -> Reasons:
    return Reasons(Dynamics(ground), Effort())


def assert_agree(ground: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
    """Along a walk: every action of every state that somebody in it believes in."""
    fast, plain = reasons(ground), NaiveReasons(ground)
    state, tree = fast.dynamics.initial, plain.dynamics.initial()
    for choice in [*choices, 0]:
        for action, ground_action in enumerate(ground.actions):
            for character in ground_action.consenting:
                plan = fast.plan(state.beliefs[character], action, character, foresight, depth)
                expected = plain.has_reason(tree.believed(character), action, character, foresight, depth)
                assert (plan is not None) is expected
                assert plan is None or (plan[0] == action and len(plan) <= max(foresight, 1))
            assert fast.explained(state, action, foresight, depth) is plain.explained(tree, action, foresight, depth)
        possible = fast.dynamics.possible(state)
        if not possible:
            return
        action = possible[choice % len(possible)]
        state, tree = fast.dynamics.after(state, action), plain.dynamics.after(tree, action)


@settings(LENIENT, max_examples=60)
@given(ground_worlds(**SMALL), st.lists(st.integers(0, 5), max_size=2), st.integers(1, 3), st.integers(0, 2))
def test_reasons_agree_with_the_definition(ground: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
    assume(len(ground.actions) <= 5)
    try:
        assert_agree(ground, choices, foresight, depth)
    except EndlessRulesError:
        return


@settings(LENIENT, max_examples=25)
@given(ground_worlds(**SMALL), st.integers(1, 3), st.integers(0, 2))
def test_explanations_agree_with_reasons(ground: GroundWorld, foresight: int, depth: int) -> None:
    fast = reasons(ground)
    try:
        for action in fast.dynamics.possible(fast.dynamics.initial):
            found = explain(fast, fast.dynamics.initial, action, foresight, depth)
            assert (found is not None) is fast.explained(fast.dynamics.initial, action, foresight, depth)
            for why in found or ():
                assert why.after > why.before
                assert sum(stake.change for stake in why.stakes) == why.after - why.before
    except EndlessRulesError:
        return


@settings(LENIENT, max_examples=60)
@given(ground_worlds(**SMALL), st.lists(st.integers(0, 5), min_size=1, max_size=4), st.integers(0, 3))
@example(dropping(), [0, 2, 1], 1)
def test_shortening_agrees_with_trying_every_subsequence(ground: GroundWorld, choices: list[int], wanted: int) -> None:
    """With everybody willing, and any state good enough whose author's utility is at least ``wanted``."""
    dynamics = Dynamics(ground)
    plan: list[int] = []
    try:
        states = [dynamics.initial]
        for choice in choices:
            possible = dynamics.possible(states[-1])
            if not possible:
                break
            plan.append(possible[choice % len(possible)])
            states.append(dynamics.after(states[-1], plan[-1]))
        worth = dynamics.evaluator(ground.utility)

        def good_enough(state: State) -> bool:
            utility = worth(state)
            return isinstance(utility, int) and utility >= wanted

        expected = any(
            good_enough(end)
            for kept in range(2 ** len(plan) - 1)
            if (end := _end(dynamics, [a for n, a in enumerate(plan) if kept >> n & 1])) is not None
        )
        assert Shortening(dynamics, good_enough, lambda *_: True).exists(states, plan) is expected
    except EndlessRulesError:
        return


def _end(dynamics: Dynamics, plan: list[int]) -> State | None:
    state = dynamics.initial
    for action in plan:
        if not dynamics.holds(state, action):
            return None
        state = dynamics.after(state, action)
    return state


# --- the worked examples ---------------------------------------------------------------------------------------------


def plan_of(ground: GroundWorld, done: str, first: str, foresight: int, depth: int) -> list[str] | None:
    """The plan for which the (first) consenting character of ``first`` does it, after the actions ``done``."""
    fast, plain = reasons(ground), NaiveReasons(ground)
    state, tree = fast.dynamics.initial, plain.dynamics.initial()
    for name in done.split():
        action = ground.action_ids[f"{name}()"]
        state, tree = fast.dynamics.after(state, action), plain.dynamics.after(tree, action)
    action = ground.action_ids[f"{first}()"]
    who = ground.actions[action].consenting[0]
    plan = fast.plan(state.beliefs[who], action, who, foresight, depth)
    assert (plan is not None) is plain.has_reason(tree.believed(who), action, who, foresight, depth)
    return None if plan is None else [ground.actions[step].schema for step in plan]


def test_nested_default() -> None:
    told, untold = nested_default(third_fact=True), nested_default(third_fact=False)
    assert plan_of(told, "", "deal", 3, 2) == ["deal"]
    assert plan_of(told, "", "show", 3, 2) == ["show", "deal"]
    assert plan_of(untold, "", "show", 3, 2) is None
    fast = reasons(told)
    deal = told.action_ids["deal()"]
    assert not fast.explained(fast.dynamics.initial, deal, 3, 2)
    shown = fast.dynamics.after(fast.dynamics.initial, told.action_ids["show()"])
    assert fast.explained(shown, deal, 3, 2)


def test_limits() -> None:
    row = limits()
    assert plan_of(row, "", "a1", 3, 2) is None
    assert plan_of(row, "", "a1", 4, 2) == ["a1", "b1", "b2", "c1"]
    assert plan_of(row, "", "a1", 4, 1) is None
    assert plan_of(row, "a1", "b1", 3, 1) == ["b1", "b2", "c1"]
    assert plan_of(row, "a1", "b1", 2, 2) is None
    assert plan_of(row, "a1 b1 b2", "c1", 0, 0) == ["c1"]


def test_tails() -> None:
    assert plan_of(tails(), "", "up", 3, 2) == ["up"]
    assert plan_of(tails(), "up", "down", 3, 2) == ["down"]
    assert plan_of(tails(), "up down", "up2", 3, 2) == ["up2"]


def test_a_dip_is_allowed_and_overshooting_is_not() -> None:
    dip = world(
        "A",
        (number("n"),),
        (
            act("invest", is_("n", 2), (sets("n", 1),), "A"),
            act("reap", is_("n", 1), (sets("n", 3),), "A"),
            act("grab", is_("n", 3), (sets("n", 0),), "A"),
        ),
        (sets("n", 2),),
        motives=(wish("A", fact("n")),),
    )
    assert plan_of(dip, "", "invest", 2, 1) == ["invest", "reap"]
    assert plan_of(dip, "invest reap", "grab", 3, 1) is None


def test_a_detour_is_a_reason_as_nothing_in_it_can_be_dropped() -> None:
    assert plan_of(dropping(), "", "XY", 3, 1) == ["XY", "YZ"]
    assert plan_of(dropping(), "", "XZ", 3, 1) == ["XZ"]
    assert plan_of(dropping(), "XY", "YX", 3, 1) == ["YX", "XZ"]
    assert plan_of(dropping(), "", "XY", 1, 1) is None


def test_nobody_plans_on_what_nobody_decides() -> None:
    chance = world(
        "A",
        (number("n"),),
        (act("wait", is_("n", 0), (sets("n", 1),), "A"), act("luck", is_("n", 1), (sets("n", 2),))),
        motives=(wish("A", Compare(">=", fact("n"), Constant(2))),),
    )
    assert plan_of(chance, "", "wait", 3, 2) is None


def test_what_is_unknown_is_no_improvement() -> None:
    unknown = world(
        "A",
        (number("n"), truth("p")),
        (
            act("learn", TRUE, (sets("n", 1),), "A"),
            act("forget", TRUE, (sets("n", None),), "A"),
        ),
        (sets("n", None),),
        motives=(wish("A", fact("n")),),
    )
    assert plan_of(unknown, "", "learn", 3, 2) is None
    assert plan_of(unknown, "learn", "forget", 3, 2) is None


def test_what_is_useless_has_no_reason() -> None:
    idle = world(
        "A",
        (truth("p"), truth("q")),
        (act("fuss", Not(fact("q")), (sets("q", True),), "A"), act("win", TRUE, (sets("p", True),), "A")),
        motives=(wish("A", fact("p")),),
    )
    assert plan_of(idle, "", "fuss", 3, 1) is None
    assert plan_of(idle, "", "win", 3, 1) == ["win"]


# --- effort ----------------------------------------------------------------------------------------------------------


def test_effort_is_counted_and_ends() -> None:
    row = limits()
    fast = Reasons(Dynamics(row), Effort(max_expansions=1))
    with pytest.raises(EffortSpent) as spent:
        fast.plan(fast.dynamics.initial, row.action_ids["a1()"], 0, 4, 2)
    assert spent.value.what == "max-expansions"
    fast.effort.max_expansions = None
    assert fast.plan(fast.dynamics.initial, row.action_ids["a1()"], 0, 4, 2) is not None


def test_an_observer_cancels() -> None:
    effort = Effort(observer=lambda progress: progress.expanded >= 1024)
    for _ in range(1023):
        effort.expand()
    with pytest.raises(Cancelled):
        effort.expand()
    assert effort.expanded == 1024


def test_states_are_limited_too() -> None:
    effort = Effort(max_states=3, states=lambda: 3)
    with pytest.raises(EffortSpent, match="max-states"):
        effort.expand()
