"""Short walks through small worlds, whoever has to will what happens."""

from __future__ import annotations

from hypothesis import strategies as st

from kizuna.epistemics import Dynamics, State

CHOICES = st.lists(st.integers(0, 11), max_size=3)
"""The choices of a short walk."""


def walk(dynamics: Dynamics, choices: list[int]) -> list[tuple[State, int | None]]:
    """The states of a walk that takes, of the possible actions, the one each choice points at; what is done in each."""
    state = dynamics.initial
    passed: list[tuple[State, int | None]] = []
    for choice in choices:
        possible = dynamics.possible(state)
        if not possible:
            break
        action = possible[choice % len(possible)]
        passed.append((state, action))
        state = dynamics.after(state, action)
    return [*passed, (state, None)]
