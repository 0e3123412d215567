"""The plans of one mind that begin with one action (the strict definition: peer-semantics, sections 10 and 11).

The naive way walks all plans. Here plans of one length are looked for at a time, shortest first, in layers of states:
plans that meet in a state share everything after it; only layers that hold an improvement are walked for an actual
plan. Cost: one pass over the states within the foresight, walks only where an improvement exists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.deliberation.effort import Effort
from kizuna.deliberation.minimality import Shortening
from kizuna.deliberation.utility import improves
from kizuna.epistemics import Dynamics, State
from kizuna.model.values import Number

Plan: TypeAlias = tuple[int, ...]
Steps: TypeAlias = Sequence[tuple[int, State]]
Layer: TypeAlias = dict[State, Steps]
"""The states at one distance, each with the steps that lead on from it."""


@dataclass(slots=True)
class Plans:
    """The plans from ``start`` that begin with ``action``, up to ``foresight`` long.

    ``worth`` is what is compared; ``steps(state, position)`` are the steps that everyone else consents to there;
    ``most(state, left)`` is what can be reached at most with so many steps left, so that hopeless states are left out.
    ``consented`` and ``bound`` are those of a :class:`Shortening`; ``effort`` pays for every way that is walked. With
    ``given`` the first action needs no reason: only what follows it has to improve, and only that could be left out.
    """

    dynamics: Dynamics
    start: State
    action: int
    foresight: int
    worth: Callable[[State], Number | None]
    steps: Callable[[State, int], Steps]
    consented: Callable[[State, int, int], bool]
    effort: Effort
    most: Callable[[State, int], float]
    bound: Callable[[State, int], bool] | None = None
    given: bool = False
    _layers: list[Layer] = field(init=False, default_factory=list)
    _reached: dict[State, None] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        first = self.dynamics.after(self.start, self.action)
        self._layers.append({self.start: [(self.action, first)]})
        self._reached[first] = None

    def first(self) -> Plan | None:
        """The first plan among the shortest."""
        now = self.worth(self.start)
        if now is None:
            return None
        for length in range(1, self.foresight + 1):
            self._reach(length, now)
            if not self._reached:
                return None
            ends = {state for state in self._reached if improves(self.worth(state), now)}
            plan = self._walk(ends) if ends else None
            if plan is not None:
                return plan
        return None

    def best(self) -> tuple[Number, Plan] | None:
        """The plan with the best end, the shortest of these, the first of those; and what its end is worth."""
        floor = self.worth(next(iter(self._reached)) if self.given else self.start)
        alone = None if not self.given or floor is None else (floor, (self.action,))
        if floor is None:
            return None
        ends: dict[tuple[Number, int], set[State]] = {}
        for length in range(1 + self.given, self.foresight + 1):
            self._reach(length, floor)
            for state in self._reached:
                worth = self.worth(state)
                if improves(worth, floor):
                    assert worth is not None
                    ends.setdefault((-worth, length), set()).add(state)
        for worth, length in sorted(ends):
            plan = self._walk(ends[worth, length], self._layers[:length])
            if plan is not None:
                return -worth, plan
        return alone

    def _reach(self, length: int, floor: Number) -> None:
        """Build the layers of plans up to a length, without states from which nothing gets above ``floor``."""
        while len(self._layers) < length:
            position = len(self._layers) + 1
            left = self.foresight - position + 1
            hopeful = (state for state in self._reached if self.most(state, left) > floor)
            layer: Layer = {state: self.steps(state, position) for state in hopeful}
            self._layers.append(layer)
            self._reached = {after: None for steps in layer.values() for _, after in steps}

    def _walk(self, ends: set[State], layers: list[Layer] | None = None) -> Plan | None:
        """The first plan through all layers to one of ``ends`` from which nothing can be left out."""
        for states, actions in self._improving(layers or self._layers, ends):
            end = self.worth(states[-1])

            def as_good(state: State, end: Number | None = end) -> bool:
                worth = self.worth(state)
                return worth is not None and not improves(end, worth)

            def consented(state: State, action: int, position: int) -> bool:
                return self.consented(state, action, position + self.given)

            shortening = Shortening(self.dynamics, as_good, consented, self.bound)
            if not shortening.exists(states[self.given :], actions[self.given :]):
                return tuple(actions)
        return None

    def _improving(self, layers: list[Layer], ends: set[State]) -> Iterator[tuple[list[State], list[int]]]:
        """Every way through all layers that ends above each state that it passes, in order."""
        useful = _useful(layers, ends)
        states, actions = [self.start], list[int]()
        stack = [iter(layers[0][self.start])]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                if actions:
                    actions.pop()
                    states.pop()
                continue
            action, after = step
            if after not in useful[len(stack)]:
                continue
            if len(stack) < len(layers):
                actions.append(action)
                states.append(after)
                stack.append(iter(layers[len(stack)][after]))
            elif all(improves(self.worth(after), self.worth(state)) for state in states[self.given :]):
                self.effort.expand()
                yield [*states, after], [*actions, action]


def _useful(layers: list[Layer], ends: set[State]) -> list[set[State]]:
    """Per layer (from 0), and behind the last one, the states from which ``ends`` can still be reached in time."""
    useful = [set(ends)]
    for layer in reversed(layers):
        later = useful[-1]
        useful.append({state for state, steps in layer.items() if any(after in later for _, after in steps)})
    return useful[::-1]
