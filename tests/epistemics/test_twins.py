"""The fast dynamics and the naive ones are twins: what they say of any state agrees, to any depth looked at."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from worlds import CHOICES, comes_to_rest, ground_worlds, walk

from kizuna.epistemics import Dynamics, EndlessRulesError, State, naive
from kizuna.epistemics.naive import NaiveDynamics, Tree, unfolded
from kizuna.grounding import GroundWorld
from kizuna.model.world import Logic

DEPTH = 3
LOGICS = (Logic.TWO_VALUED, Logic.TWO_VALUED, Logic.THREE_VALUED)
LENIENT = settings(suppress_health_check=list(HealthCheck))


@pytest.fixture(autouse=True)
def _few_applications(monkeypatch: pytest.MonkeyPatch) -> None:
    """The naive twin works out a tree per application; in worlds this small 60 of them are more than enough."""
    monkeypatch.setattr(naive, "MAX_APPLICATIONS", 60)


def fast_after(dynamics: Dynamics, state: State, action: int) -> State | EndlessRulesError:
    try:
        return dynamics.after(state, action)
    except EndlessRulesError as endless:
        return endless


def assert_same(world: GroundWorld, tree: Tree, state: State) -> None:
    assert tree.unfolded(DEPTH, len(world.characters)) == unfolded(state, DEPTH)


@settings(LENIENT, max_examples=80)
@given(ground_worlds(logics=LOGICS), CHOICES)
def test_walks_agree(world: GroundWorld, choices: list[int]) -> None:
    dynamics, twin = Dynamics(world), NaiveDynamics(world)
    state, tree = dynamics.initial, twin.initial()
    assert_same(world, tree, state)
    for choice in choices:
        possible = tuple(n for n, action in enumerate(world.actions) if twin.holds(action.precondition, tree))
        assert dynamics.possible(state) == possible
        if not possible:
            break
        action = possible[choice % len(possible)]
        after = fast_after(dynamics, state, action)
        if isinstance(after, EndlessRulesError):
            break
        state, tree = after, twin.after(tree, action)
        assert_same(world, tree, state)


@settings(LENIENT, max_examples=50)
@given(ground_worlds(endless=True), CHOICES)
def test_endless_rules_are_found_by_both(world: GroundWorld, choices: list[int]) -> None:
    dynamics, twin = Dynamics(world), NaiveDynamics(world)
    if not comes_to_rest(world):
        with pytest.raises(EndlessRulesError) as endless:
            _ = dynamics.initial
        assert endless.value.rules
        assert endless.value.names == tuple(world.rules[number].name for number in endless.value.rules)
        with pytest.raises(EndlessRulesError):
            twin.initial().unfolded(5, len(world.characters))
        return
    state = dynamics.initial
    tree = twin.initial()
    assert_same(world, tree, state)
    for choice in choices:
        possible = dynamics.possible(state)
        if not possible:
            break
        action = possible[choice % len(possible)]
        after = fast_after(dynamics, state, action)
        if isinstance(after, EndlessRulesError):
            with pytest.raises(EndlessRulesError):
                twin.after(tree, action).unfolded(5, len(world.characters))
            break
        state, tree = after, twin.after(tree, action)
        assert_same(world, tree, state)


@settings(LENIENT, max_examples=30)
@given(ground_worlds(logics=LOGICS), CHOICES)
def test_the_matcher_finds_what_testing_each_condition_finds(world: GroundWorld, choices: list[int]) -> None:
    dynamics = Dynamics(world)
    try:
        states = [state for state, _ in walk(dynamics, choices)]
    except EndlessRulesError:
        return
    for state in states:
        for mind in (state, *state.beliefs):
            expected = [n for n in range(len(world.actions)) if dynamics.holds(mind, n)]
            assert list(dynamics.possible(mind)) == expected


@settings(LENIENT, max_examples=30)
@given(ground_worlds(), CHOICES)
def test_states_are_one_exactly_when_nothing_tells_them_apart(world: GroundWorld, choices: list[int]) -> None:
    dynamics = Dynamics(world)
    try:
        states = {mind for state, _ in walk(dynamics, choices) for mind in (state, *state.beliefs)}
    except EndlessRulesError:
        return
    assert len({unfolded(state, 5) for state in states}) == len(states)


@settings(LENIENT, max_examples=20)
@given(ground_worlds(), CHOICES)
def test_the_same_walk_ends_in_a_state_of_the_same_number(world: GroundWorld, choices: list[int]) -> None:
    try:
        walks = [[(s.number, a, s.values) for s, a in walk(Dynamics(world), choices)] for _ in range(2)]
    except EndlessRulesError:
        return
    assert walks[0] == walks[1]
