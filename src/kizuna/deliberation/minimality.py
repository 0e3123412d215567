"""Could something be left out? (A plan that a part of it would serve as well explains nothing.)

The naive way tries each of the 2^n subsequences. Here the *states* that proper subsequences reach are carried along
the plan, action by action; subsequences that meet in a state are one. Who would consent is asked only if some
subsequence would be good enough at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kizuna.epistemics import Dynamics, State


def can_be_shortened(
    dynamics: Dynamics,
    states: Sequence[State],
    actions: Sequence[int],
    good_enough: Callable[[State], bool],
    consented: Callable[[State, int, int], bool],
) -> bool:
    """Whether leaving out some of ``actions`` still leads from ``states[0]`` to a state that is good enough.

    ``states`` are those that the whole plan passes, the last included. ``consented(state, action, position)`` says
    whether everyone who has to would do an action that has slid to ``position`` (from 1).
    """
    shortened: dict[State, None] = {}
    for state, action in zip(states, actions, strict=False):
        longer = [dynamics.after(s, action) for s in shortened if dynamics.holds(s, action)]
        shortened.update(dict.fromkeys(longer))
        shortened[state] = None
    if not any(good_enough(state) for state in shortened):
        return False
    return _consented_shortening(dynamics, states, actions, good_enough, consented)


def _consented_shortening(
    dynamics: Dynamics,
    states: Sequence[State],
    actions: Sequence[int],
    good_enough: Callable[[State], bool],
    consented: Callable[[State, int, int], bool],
) -> bool:
    reached: dict[tuple[State, int], None] = {}
    for position, (state, action) in enumerate(zip(states, actions, strict=False)):
        for shorter, length in list(reached):
            if dynamics.holds(shorter, action) and consented(shorter, action, length + 1):
                reached[dynamics.after(shorter, action), length + 1] = None
        reached[state, position] = None
    return any(good_enough(state) for state, _ in reached)
