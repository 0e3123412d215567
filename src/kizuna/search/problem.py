"""One world to search: its dynamics, everyone's reasons, and what the author is after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor, inf

from kizuna.deliberation import Effort, Reasons
from kizuna.epistemics import Dynamics, State
from kizuna.grounding import GroundWorld
from kizuna.grounding.plot import events_ahead
from kizuna.model.values import Number
from kizuna.search.estimate import Estimate
from kizuna.search.result import Begun


class Problem:
    """A ground world with the memory that all questions about it share.

    ``goal`` is the author's utility to reach; by default the initial one rounded up, or plus 1 where it is whole.
    Raises EndlessRulesError where the initial rules never settle.
    """

    def __init__(self, world: GroundWorld, goal: Number | None = None) -> None:
        self.world = world
        self.dynamics = Dynamics(world)
        self.effort = Effort(states=lambda: len(self.dynamics.store))
        self.reasons = Reasons(self.dynamics, self.effort)
        self.before = self.reasons.utilities.author(self.dynamics.initial)
        self.goal: Number = floor(self.before or 0) + 1 if goal is None else goal
        self._plot, self._ahead = events_ahead(world)
        self.estimate = Estimate(world, self.goal, self.reasons.prospects.bounds.vocabulary)
        self.begun: Begun | None = None
        self._nearness: tuple[Number, float] | None = None

    def utility(self, state: State) -> Number | None:
        """The author's utility of a state."""
        return self.reasons.utilities.author(state)

    def events_needed(self, state: State) -> float:
        """How many events an ending is away at least: the waypoints ahead that are events; none is near once spoilt."""
        return 0 if self._plot is None else self._ahead.get(state.values[self._plot], inf)

    def distance(self, state: State, most: int) -> int | None:
        """How many events an ending is away at least; None where that is more than ``most``."""
        ahead = self.events_needed(state)
        near = None if ahead > most else self.reasons.prospects.bounds.distance(state.values, self.goal, most)
        return None if near is None else max(int(ahead), near)

    def could_end(self, state: State, events: Sequence[int]) -> bool:
        """Whether some of these events, in their order, could lead to an ending; yes if in doubt."""
        return self.reasons.prospects.bounds.attainable(state.values, self.goal, events)

    def forget_begun(self) -> None:
        """Forget what came nearest to a story so far."""
        self.begun, self._nearness, self.effort.best = None, None, ()

    def begin(self, way: Callable[[], tuple[int, ...]], state: State, ahead: float) -> None:
        """Take in that events lead to a state, from which an ending is held to be so many ahead: the best are kept."""
        utility = self.utility(state)
        if utility is None or (self._nearness is not None and (utility, -ahead) <= self._nearness):
            return
        self._nearness = utility, -ahead
        self.begun = Begun(tuple(self.world.actions[action].name for action in way()), utility)
        self.effort.best = self.begun.events

    def is_ending(self, state: State) -> bool:
        """Whether a story may end here: the goal is reached, and the start is bettered."""
        utility = self.utility(state)
        return utility is not None and utility >= self.goal and self.before is not None and utility > self.before
