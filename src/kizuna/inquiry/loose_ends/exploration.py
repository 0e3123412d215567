"""What does happen if everybody agrees to everything: states, breadth first, as far as a limit on work allows.

Work is counted in steps taken and states made (those in minds count: they are what costs), so that the same world has
the same answer everywhere. ``complete`` alone allows "never".
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.epistemics.initial import initial_state

MOST_WORK = 6_000
"""Steps and states, together: about a second of work."""

_LARGEST = 10**300


@dataclass(frozen=True, slots=True)
class Endless:
    """An action after which the rules never come to rest."""

    action: int
    error: EndlessRulesError


class Exploration:
    """The states that can be reached from the start of a world, in truth, whoever would have to will it."""

    def __init__(self, dynamics: Dynamics, work: int = MOST_WORK) -> None:
        self.dynamics = dynamics
        self.unsettled_start = initial_state(dynamics.world, dynamics.store)
        self.states: dict[State, None] = {dynamics.initial: None}
        self.happened: dict[int, None] = {}
        self.steps: list[tuple[State, int]] = []
        self.endless: Endless | None = None
        self._most = work + len(dynamics.store)
        self._taken = 0
        self._latest = -1
        self.complete = self._walk(self.states, minds=False)

    @cached_property
    def imaginable(self) -> frozenset[int] | None:
        """The actions that are possible in some state that is reached or thought of; None if there is no end to it."""
        if not self.complete:
            return None
        thought_of = dict(self.states)
        if not self._walk(thought_of, minds=True):
            return None
        return frozenset(action for state in thought_of for action in self.dynamics.possible(state))

    def _walk(self, known: dict[State, None], *, minds: bool) -> bool:
        """Adds to ``known`` whatever can be reached from it; whether that came to an end."""
        queue = list(known)
        for state in queue:
            try:
                following = [self._after(state, action, minds) for action in self.dynamics.possible(state)]
            except EndlessRulesError as error:
                self.endless = self.endless or Endless(self._latest, error)
                return False
            except (ZeroDivisionError, _SpentError):
                return False
            for after in (*following, *(state.beliefs if minds else ())):
                if after not in known:
                    if _has_grown(after):
                        return False
                    known[after] = None
                    queue.append(after)
        return True

    def _after(self, state: State, action: int, minds: bool) -> State:
        if self._taken + len(self.dynamics.store) >= self._most:
            raise _SpentError
        self._taken += 1
        self._latest = action
        if not minds:
            self.happened[action] = None
            self.steps.append((state, action))
        return self.dynamics.after(state, action)


def _has_grown(state: State) -> bool:
    """Whether numbers grow beyond what can be followed: a square of a square of a square is soon too long to write."""
    return any(
        isinstance(value, int | Fraction) and max(abs(value.numerator), value.denominator) >= _LARGEST
        for value in state.values
    )


class _SpentError(Exception):
    """The allowed work is done."""
