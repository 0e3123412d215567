"""Choosing agrees with its definition: hearts, tempers, demands, permission and what is due, on random worlds."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from minds import FULL, Minds, minded_worlds
from worlds import ground_worlds

from kizuna.deliberation import Effort, Reasons, explain
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Explanation, Grade, validate
from kizuna.fabula.naive_reasons import LooksSpent, NaiveReasons
from kizuna.grounding import GroundWorld
from kizuna.model.world import Logic
from kizuna.search import Problem, find

LENIENT = settings(suppress_health_check=list(HealthCheck))
LOGICS = (Logic.TWO_VALUED, Logic.THREE_VALUED)
SMALL = {"of": minded_worlds, "staged": True, "max_actions": 2, "max_rules": 1, "logics": LOGICS}
LOOKS = 400_000
"""A world in which the twin needs more is not tried: a second or two."""

ONE_BY_ONE = {
    "hearts": Minds(hearts=True),
    "tempers": Minds(tempers=True),
    "permission": Minds(permission=True),
    "demands": Minds(demands=True),
    "due": Minds(due=True),
}
MIXED = {
    "hearts and demands": Minds(hearts=True, demands=True),
    "tempers and hearts": Minds(hearts=True, tempers=True),
    "tempers and demands": Minds(tempers=True, demands=True),
    "tempers, permission and due": Minds(tempers=True, permission=True, due=True),
    "everything": FULL,
}
CHOICES = st.lists(st.integers(0, 5), max_size=2)


def assert_agree(ground: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
    """Along a walk: what is possible, and whether everybody consents to each action."""
    fast, plain = Reasons(Dynamics(ground), Effort()), NaiveReasons(ground, LOOKS)
    state, tree = fast.dynamics.initial, plain.dynamics.initial()
    actions = range(len(ground.actions))
    for choice in [*choices, 0]:
        possible = [action for action in actions if plain.possible(tree, action)]
        assert list(fast.dynamics.possible(state)) == possible
        for action in actions:
            expected = plain.explained(tree, action, foresight, depth)
            assert fast.explained(state, action, foresight, depth) is expected
            assert (explain(fast, state, action, foresight, depth) is not None) is expected
        if not possible:
            return
        action = possible[choice % len(possible)]
        state, tree = fast.dynamics.after(state, action), plain.dynamics.after(tree, action)


def check_walk(small: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
    assume(len(small.actions) <= 6)
    try:
        assert_agree(small, choices, foresight, depth)
    except (EndlessRulesError, LooksSpent):
        assume(False)


@pytest.mark.parametrize("minds", ONE_BY_ONE.values(), ids=ONE_BY_ONE)
def test_reasons_agree_with_the_definition(minds: Minds) -> None:
    @settings(LENIENT, max_examples=50)
    @given(ground_worlds(minds=minds, **SMALL), CHOICES, st.integers(1, 3), st.integers(0, 2))
    def holds(small: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
        check_walk(small, choices, foresight, depth)

    holds()


@pytest.mark.parametrize("minds", MIXED.values(), ids=MIXED)
def test_reasons_agree_where_things_come_together(minds: Minds) -> None:
    @settings(LENIENT, max_examples=50)
    @given(ground_worlds(minds=minds, **SMALL), CHOICES, st.integers(1, 3), st.integers(0, 2))
    def holds(small: GroundWorld, choices: list[int], foresight: int, depth: int) -> None:
        check_walk(small, choices, foresight, depth)

    holds()


@pytest.mark.parametrize("minds", [*ONE_BY_ONE.values(), FULL], ids=[*ONE_BY_ONE, "everything"])
def test_what_is_found_is_accepted(minds: Minds) -> None:
    @settings(LENIENT, max_examples=30)
    @given(ground_worlds(minds=minds, **SMALL), st.integers(1, 2), st.integers(0, 2))
    def holds(small: GroundWorld, foresight: int, depth: int) -> None:
        assume(len(small.actions) <= 6)
        try:
            fabulas = find(Problem(small), events=3, foresight=foresight, depth=depth, count=3).fabulas
        except EndlessRulesError:
            return
        for fabula in fabulas:
            verdict = validate(fabula, small, LOOKS)
            assert verdict.refuted == ()
            for explanation in (why for event in fabula.events for why in event.explanations):
                assert_sums_up(explanation)

    holds()


def assert_sums_up(why: Explanation) -> None:
    """Motives add up to utilities, and nobody hopes for more than they fear to lose."""
    assert sum(stake.change for stake in why.stakes) == why.after - why.before
    assert why.floor is None or why.floor < why.before
    assert why.outlook is None or why.grade is Grade.EITHER_WAY or why.outlook < why.after
    if why.grade is Grade.WILLS:
        left, now = why.after if why.outlook is None else why.outlook, why.before if why.floor is None else why.floor
        assert left > now
    if why.grade is Grade.PERMITS:
        assert len(why.plan) == 1
        assert why.after >= why.before
