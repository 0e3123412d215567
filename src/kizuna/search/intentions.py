"""What everyone means to do next, on the way to a state.

Whoever acts has a plan, and until something comes between, what they do next is the next step of it: so most of a story
is made of plans carried out (intentions persist: Bratman 1987). A search that follows them finds out soon where each
leads. Cost: the plans are known from asking for reasons; what is left of them is kept for each state on the way.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kizuna.deliberation import Reasons
from kizuna.deliberation.plans import Plan
from kizuna.epistemics import State
from kizuna.fabula import Limits

_NOTHING: Mapping[int, Plan] = MappingProxyType({})


class Intentions:
    """By state, as a search came to it: what is left of the plan that each character last acted on."""

    def __init__(self, reasons: Reasons, limits: Limits) -> None:
        self._reasons = reasons
        self._limits = limits
        self._left: dict[State, Mapping[int, Plan]] = {}

    def is_meant(self, state: State, action: int) -> bool:
        """Whether an action is the next step of somebody's plan."""
        return any(plan[0] == action for plan in self._left.get(state, _NOTHING).values())

    def act(self, state: State, action: int, after: State) -> None:
        """Take in that an explained action leads from a state to another one."""
        left: dict[int, Plan] = {}
        for character, plan in self._left.get(state, _NOTHING).items():
            left[character] = plan[1:] if plan[0] == action else plan
        for character in self._reasons.dynamics.world.actions[action].consenting:
            asked = self._reasons.asked_in_story(state, character, self._limits.foresight, self._limits.depth)
            option = self._reasons.reason(asked, action)
            assert option is not None, "an explained action has lost its reason"
            left[character] = option.plan[1:]
        self._left[after] = {character: plan for character, plan in left.items() if plan}
