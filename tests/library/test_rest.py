"""The modules together: whatever happens, their rules come to rest, in truth and in every mind."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from promises import Mutation
from scenes import Stage, staged

from kizuna.epistemics import EndlessRulesError, State

WALKS = st.lists(st.integers(0, 10_000), min_size=3, max_size=6)


def minds(state: State, depth: int) -> Iterator[State]:
    """A state and the minds in it."""
    yield state
    if depth:
        for belief in state.beliefs:
            yield from minds(belief, depth - 1)


def unrest(stage: Stage, choices: list[int]) -> set[str]:
    """The rules that still have something to do somewhere after a walk."""
    dynamics = stage.reasons.dynamics
    state = dynamics.initial
    for choice in choices:
        possible = dynamics.possible(state)
        state = dynamics.after(state, possible[choice % len(possible)])
    ready = {rule for mind in minds(state, 2) for rule in dynamics.settler.ready(mind)}
    return {stage.world.rules[rule].name for rule in ready}


@settings(max_examples=25)
@given(WALKS)
def test_control_everything_comes_to_rest(choices: list[int]) -> None:
    assert not unrest(staged("everything"), choices)


def test_mutant_a_feeling_that_its_cause_brings_back_for_ever() -> None:
    stage = staged(
        "everything", (Mutation("feelings", "        rues(who, whom)\n        if guilt", "        if guilt"),)
    )
    dynamics = stage.reasons.dynamics
    striking = stage.world.action_ids["strike(Ana, Ben)"]
    with pytest.raises(EndlessRulesError, match="feels_guilt"):
        dynamics.after(dynamics.initial, striking)
