"""The fast dynamics and the naive ones are twins: what they say of any state agrees, to any depth looked at."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from walks import CHOICES, walk

from kizuna.epistemics import Dynamics, EndlessRulesError, State, naive
from kizuna.epistemics.naive import NaiveDynamics
from kizuna.epistemics.naive_tree import Tree, unfolded
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import Formula
from kizuna.model.world import Logic
from kizuna.model.worth import worth
from worlds import comes_to_rest, ground_worlds

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


@settings(LENIENT, max_examples=40)
@given(ground_worlds(logics=LOGICS), CHOICES)
def test_what_the_naive_twin_remembers_is_what_the_definition_says(world: GroundWorld, choices: list[int]) -> None:
    """Also of states that others with the same facts, but other beliefs, came before."""
    twin, ids = NaiveDynamics(world), world.character_ids
    conditions = [event.precondition for event in (*world.rules, *world.actions)]
    conditions += [observers for action in world.actions for observers in action.observers]

    def said(condition: Formula, tree: Tree) -> bool:
        return worth(condition, lambda names, f: tree.at(ids[n] for n in names).values[f], world.logic) is True

    try:
        trees = [twin.initial()]
        for choice in choices:
            possible = [n for n, action in enumerate(world.actions) if said(action.precondition, trees[-1])]
            if possible:
                trees.append(twin.after(trees[-1], possible[choice % len(possible)]))
        minds = [mind for tree in trees for c in range(len(world.characters)) for mind in (tree, tree.believed(c))]
    except EndlessRulesError:
        return
    for tree in minds:
        expected = [n for n, rule in enumerate(world.rules) if said(rule.precondition, tree)]
        assert twin.conditions.first_rule(tree) == (expected[0] if expected else None)
        assert [twin.holds(condition, tree) for condition in conditions] == [said(c, tree) for c in conditions]
