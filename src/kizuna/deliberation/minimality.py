"""Could something be left out? (A plan that a part of it would serve as well explains nothing.)

The naive way tries each of the 2^n subsequences. Here the *states* that proper subsequences reach are carried along
the plan, action by action; subsequences that meet in a state are one. Who would consent is asked only if some
subsequence would be good enough at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kizuna.epistemics import Dynamics, State


@dataclass(frozen=True, slots=True)
class Shortening:
    """What it takes for a shorter sequence to serve as well.

    ``good_enough`` judges the state that it ends in. ``consented(state, action, position)`` says whether everyone who
    has to would do an action that has slid to ``position`` (from 1). ``bound(state, action)`` says that an action
    cannot be left out there (an answer while its demand is open); None where nothing ever is.
    """

    dynamics: Dynamics
    good_enough: Callable[[State], bool]
    consented: Callable[[State, int, int], bool]
    bound: Callable[[State, int], bool] | None = None

    def exists(self, states: Sequence[State], actions: Sequence[int]) -> bool:
        """Whether leaving out some of ``actions`` still leads from ``states[0]`` to a state that is good enough.

        ``states`` are those that the whole sequence passes, the last included.
        """
        shortened: dict[State, None] = {}
        for state, action in zip(states, actions, strict=False):
            longer = [self.dynamics.after(s, action) for s in shortened if self.dynamics.holds(s, action)]
            shortened = dict.fromkeys(s for s in [*shortened, state] if not self._is_bound(s, action))
            shortened.update(dict.fromkeys(longer))
        if not any(self.good_enough(state) for state in shortened):
            return False
        return self._exists_with_consent(states, actions)

    def _exists_with_consent(self, states: Sequence[State], actions: Sequence[int]) -> bool:
        reached: dict[tuple[State, int], None] = {}
        for position, (state, action) in enumerate(zip(states, actions, strict=False)):
            longer = [
                (self.dynamics.after(shorter, action), length + 1)
                for shorter, length in reached
                if self.dynamics.holds(shorter, action) and self.consented(shorter, action, length + 1)
            ]
            reached = dict.fromkeys(s for s in [*reached, (state, position)] if not self._is_bound(s[0], action))
            reached.update(dict.fromkeys(longer))
        return any(self.good_enough(state) for state, _ in reached)

    def _is_bound(self, state: State, action: int) -> bool:
        return self.bound is not None and self.bound(state, action)
