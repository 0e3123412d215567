"""The complete search: breadth first over states, every story or the shortest.

The naive way walks all sequences of explained actions. Here sequences that meet in a state are one: states are opened
once, layer by layer, if the waypoints ahead can still be passed in the events that are left, and only those layers are
walked for stories from which an ending can still be reached.
Cost: one expansion per state within the limits, plus the stories themselves.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from kizuna.deliberation.minimality import Shortening
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.model.values import Number
from kizuna.search.problem import Problem

Steps = tuple[tuple[int, State], ...]


class Exhaustive:
    """All stories of a problem within ``limits``."""

    def __init__(self, problem: Problem, limits: Limits) -> None:
        self._problem = problem
        self._limits = limits
        self._steps: dict[State, Steps] = {}

    def steps(self, state: State) -> Steps:
        """The explained actions of a state and where they lead."""
        known = self._steps.get(state)
        if known is None:
            problem = self._problem
            problem.effort.expand()
            known = self._steps[state] = tuple(
                (action, problem.dynamics.after(state, action))
                for action in problem.dynamics.possible(state)
                if self._explained(state, action)
            )
        return known

    def _explained(self, state: State, action: int) -> bool:
        return self._problem.reasons.explained(state, action, self._limits.foresight, self._limits.depth)

    def shortest(self) -> tuple[int, ...] | None:
        """The first shortest story; nothing can be left out of it, since what is left would be shorter still."""
        start = self._problem.dynamics.initial
        came: dict[State, tuple[State, int] | None] = {start: None}
        frontier = [start]
        for left in range(self._limits.events - 1, -1, -1):
            reached = []
            for state in frontier:
                for action, after in self._new(state, came, left):
                    came[after] = (state, action)
                    reached.append(after)
                    if self._problem.is_ending(after):
                        return _way(came, after)
            frontier = reached
        return None

    def _new(self, state: State, known: Container[State], left: int) -> Iterator[tuple[int, State]]:
        """The explained actions of a state that lead to new states near enough; nobody is asked about others."""
        problem = self._problem
        problem.effort.expand()
        for action in problem.dynamics.possible(state):
            after = problem.dynamics.after(state, action)
            if after not in known and problem.events_needed(after) <= left and self._explained(state, action):
                yield action, after

    def stories(self, *, minimal: bool = True) -> Iterator[tuple[int, ...]]:
        """Every story, shorter ones first; with ``minimal`` only those from which nothing can be left out."""
        layers = self._layers()
        useful = self._useful(layers)
        for length in range(1, len(layers)):
            for states, actions in self._walks(useful, length):
                if not minimal or not self.can_be_shortened(states, actions):
                    yield tuple(actions)

    def count(self) -> int:
        """How many stories there are, those from which something could be left out included."""
        ways = {self._problem.dynamics.initial: 1}
        total = 0
        for _ in range(self._limits.events):
            onward: dict[State, int] = {}
            for state, number in ways.items():
                for _, after in self.steps(state):
                    onward[after] = onward.get(after, 0) + number
            total += sum(number for state, number in onward.items() if self._problem.is_ending(state))
            ways = onward
        return total

    def _layers(self) -> list[set[State]]:
        layers = [{self._problem.dynamics.initial}]
        order = [self._problem.dynamics.initial]
        for left in range(self._limits.events - 1, -1, -1):
            near = (after for state in order for _, after in self.steps(state))
            order = list(dict.fromkeys(after for after in near if self._problem.events_needed(after) <= left))
            layers.append(set(order))
        return layers

    def _useful(self, layers: list[set[State]]) -> list[dict[int, set[State]]]:
        """Per length of story and position in it, the states that still lead to an ending in time."""
        tables: list[dict[int, set[State]]] = [{}]
        for length in range(1, len(layers)):
            table = {length: {state for state in layers[length] if self._problem.is_ending(state)}}
            for position in range(length - 1, -1, -1):
                later = table[position + 1]
                table[position] = (
                    {state for state in layers[position] if any(after in later for _, after in self.steps(state))}
                    if later
                    else set()
                )
            tables.append(table)
        return tables

    def _walks(self, useful: list[dict[int, set[State]]], length: int) -> Iterator[tuple[list[State], list[int]]]:
        start = self._problem.dynamics.initial
        table = useful[length]
        if start not in table[0]:
            return
        states, actions = [start], list[int]()
        stack = [iter(self.steps(start))]
        while stack:
            step = next(stack[-1], None)
            if step is None:
                stack.pop()
                if actions:
                    actions.pop()
                    states.pop()
                continue
            action, after = step
            if after not in table[len(stack)]:
                continue
            if len(stack) == length:
                yield [*states, after], [*actions, action]
            else:
                actions.append(action)
                states.append(after)
                stack.append(iter(self.steps(after)))

    def can_be_shortened(self, states: list[State], actions: list[int]) -> bool:
        """Whether a story could do without some of its ``actions``; ``states`` are those that it passes."""
        self._problem.effort.expand()
        end = self._problem.utility(states[-1])

        def as_good(state: State) -> bool:
            return _at_least(self._problem.utility(state), end)

        def consented(state: State, action: int, _position: int) -> bool:
            return self._explained(state, action)

        problem = self._problem
        return Shortening(problem.dynamics, as_good, consented, problem.reasons.is_awaited).exists(states, actions)


def _at_least(utility: Number | None, end: Number | None) -> bool:
    return utility is not None and end is not None and utility >= end


def _way(came: dict[State, tuple[State, int] | None], state: State) -> tuple[int, ...]:
    actions: list[int] = []
    while (step := came[state]) is not None:
        state, action = step
        actions.append(action)
    return tuple(reversed(actions))
