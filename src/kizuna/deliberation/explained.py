"""Does she have a reason to? The strict definition (peer-semantics, sections 10 and 11), remembered.

An action is explained for a character if, in the state that they believe in, some plan begins with it, every tail of
the plan improves their utility, everyone else in it has a reason for their part, and nothing could be left out.

The naive way walks all plans. Here plans of one length are looked for at a time, shortest first, in layers of states:
plans that meet in a state share everything after it; only layers that hold an improvement are walked for an actual
plan. Every answer is remembered by believed state, action, character, and what foresight and depth are left.
Cost: one pass over the states within the foresight per question, walks only where an improvement exists.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from kizuna.deliberation.effort import Effort
from kizuna.deliberation.minimality import can_be_shortened
from kizuna.deliberation.utility import Utilities, improves
from kizuna.epistemics import Dynamics, State
from kizuna.model.values import Number

Plan: TypeAlias = tuple[int, ...]
Layer: TypeAlias = dict[State, list[tuple[int, State]]]
"""The states at one distance, each with the steps that lead on from it."""


class Reasons:
    """Answers whether actions are explained, for one world; answers are shared between all limits."""

    def __init__(self, dynamics: Dynamics, effort: Effort) -> None:
        self.dynamics = dynamics
        self.utilities = Utilities(dynamics)
        self.effort = effort
        self._consenting = [action.consenting for action in dynamics.world.actions]
        self._plans: dict[tuple[State, int, int, int, int], Plan | None] = {}

    def explained(self, state: State, action: int, foresight: int, depth: int) -> bool:
        """Whether everyone who has to consent to an action has a reason in what they believe."""
        return all(
            self.plan(state.beliefs[character], action, character, foresight, depth) is not None
            for character in self._consenting[action]
        )

    def plan(self, believed: State, action: int, character: int, foresight: int, depth: int) -> Plan | None:
        """The plan that explains an action for a character in the state they believe in; None if there is none.

        ``depth`` counts the layers of minds left in which plans may be longer than one action.
        """
        if depth < 1:
            foresight = 1
        foresight = max(foresight, 1)
        key = (believed, action, character, foresight, depth if foresight > 1 else 0)
        if key not in self._plans:
            self._plans[key] = self._find_plan(believed, action, character, foresight, depth)
        return self._plans[key]

    def _find_plan(self, believed: State, action: int, character: int, foresight: int, depth: int) -> Plan | None:
        now = self.utilities.of(character, believed)
        if now is None or not self.dynamics.holds(believed, action):
            return None
        first = self.dynamics.after(believed, action)
        if improves(self.utilities.of(character, first), now):
            return (action,)
        layers: list[Layer] = [{believed: [(action, first)]}]
        reached: dict[State, None] = {first: None}
        for length in range(2, foresight + 1):
            layers.append(self._extend(reached, character, foresight - length + 1, depth - 1))
            reached = {after: None for steps in layers[-1].values() for _, after in steps}
            if any(improves(self.utilities.of(character, state), now) for state in reached):
                found = self._walk(layers, character, now, foresight, depth)
                if found is not None:
                    return found
            if not reached:
                return None
        return None

    def _extend(self, states: dict[State, None], character: int, foresight: int, depth: int) -> Layer:
        """The steps that a plan of ``character`` may take on from each of ``states``."""
        layer: Layer = {}
        for state in states:
            self.effort.expand()
            layer[state] = [
                (action, self.dynamics.after(state, action))
                for action in self.dynamics.possible(state)
                if self._consenting[action] and self._others_consent(state, action, character, foresight, depth)
            ]
        return layer

    def _others_consent(self, state: State, action: int, character: int, foresight: int, depth: int) -> bool:
        return all(
            other == character or self.plan(state.beliefs[other], action, other, foresight, depth) is not None
            for other in self._consenting[action]
        )

    def _walk(self, layers: list[Layer], character: int, now: Number, foresight: int, depth: int) -> Plan | None:
        """The first plan through all layers whose tails all improve and from which nothing can be left out."""

        def consented(state: State, action: int, position: int) -> bool:
            return self._others_consent(state, action, character, foresight - position + 1, depth - 1)

        for states, actions in self._improving_plans(layers, character, now):
            end = self.utilities.of(character, states[-1])

            def as_good(state: State, end: Number | None = end) -> bool:
                return not improves(end, self.utilities.of(character, state)) and (
                    self.utilities.of(character, state) is not None
                )

            if not can_be_shortened(self.dynamics, states, actions, as_good, consented):
                return tuple(actions)
        return None

    def _improving_plans(
        self, layers: list[Layer], character: int, now: Number
    ) -> Iterator[tuple[list[State], list[int]]]:
        """Every plan through all layers that ends above each state on its way, in order."""
        useful = self._useful(layers, character, now)
        start = next(iter(layers[0]))
        states, actions = [start], list[int]()
        stack = [iter(layers[0][start])]
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
            else:
                end = self.utilities.of(character, after)
                if all(improves(end, self.utilities.of(character, state)) for state in states):
                    self.effort.expand()
                    yield [*states, after], [*actions, action]

    def _useful(self, layers: list[Layer], character: int, now: Number) -> list[set[State]]:
        """Per distance, the states from which the last layer's improvements can still be reached."""
        ends = {after for steps in layers[-1].values() for _, after in steps}
        useful = [{state for state in ends if improves(self.utilities.of(character, state), now)}]
        for layer in reversed(layers):
            useful.append({state for state, steps in layer.items() if any(after in useful[-1] for _, after in steps)})
        return useful[::-1]
