"""Could somebody be better off within so many actions? What cannot be is not planned for.

The naive way walks the plans. Here two questions are put first, neither of which is ever answered with a false no:
what if facts were only ever added (:mod:`kizuna.deliberation.bounds`), which is cheap, and what if minds did not matter
(:mod:`kizuna.deliberation.foreseeable`), which is exact about facts. Answers are remembered by what is wanted, above
which worth, and from which facts; one that takes too long counts as a yes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.deliberation.bounds import Bounds
from kizuna.deliberation.foreseeable import Foreseeable, Situation
from kizuna.deliberation.utility import Floor, Weights
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundWorld

PATIENCE = 200
"""Situations opened for one question before it is left undecided."""

FAR = 3
"""With more steps than that left, order is not looked at."""

Wish: TypeAlias = tuple[int, Weights, Floor]
"""To be above a worth: whose, with which weights, above what."""


@dataclass(slots=True)
class _Hope:
    """From which facts a wish is out of reach within so many steps, from which not, and which were looked through."""

    refuted: dict[Situation, int] = field(default_factory=dict)
    opened: set[Situation] = field(default_factory=set)
    granted: dict[Situation, int] = field(default_factory=dict)


@dataclass(slots=True)
class Prospects:
    """What characters of one world may hope for, who count on the actions of which ``foreseen`` says so."""

    bounds: Bounds
    foreseeable: Foreseeable
    foreseen: Sequence[bool]
    _hopes: dict[Wish, _Hope] = field(default_factory=dict)
    _left: int = 0

    @classmethod
    def of(cls, world: GroundWorld) -> Prospects:
        """What there may be to hope for if everybody is willing to do anything."""
        foreseen = [action.consenting != () or action.due for action in world.actions]
        return cls(Bounds(world), Foreseeable(world), foreseen)

    def among(self, foreseen: Sequence[bool]) -> Prospects:
        """The same of somebody who can count on fewer actions."""
        return Prospects(self.bounds.among(foreseen), self.foreseeable, foreseen)

    def within(self, steps: int, values: Values, character: int, weights: Weights, floor: Floor) -> bool:
        """Whether a character's utility could be above ``floor`` after at most ``steps`` actions; yes if in doubt."""
        return self._hoped(self.foreseeable.situation(values), steps, (character, weights, floor))

    def after(self, action: int, steps: int, values: Values, character: int, weights: Weights, floor: Floor) -> bool:
        """Whether it could be after an action that is possible, and at most ``steps`` more; yes if in doubt."""
        situation = self.foreseeable.after(self.foreseeable.situation(values), action)
        return self._hoped(situation, steps, (character, weights, floor))

    def _hoped(self, situation: Situation, steps: int, wish: Wish) -> bool:
        """Whether a wish could come true, tried with few steps before more (Korf 1985)."""
        if steps > FAR:
            return self.bounds.reach(wish[0], situation.values, wish[1], steps, wish[2])
        hope = self._hopes.get(wish)
        if hope is None:
            hope = self._hopes[wish] = _Hope()
        refuted = hope.refuted.get(situation, -1)
        if refuted < steps < hope.granted.get(situation, steps + 1):
            self._left = PATIENCE
            for n in range(refuted + 1, steps + 1):
                if self._within(situation, n, hope, wish):
                    break
            if self._left < 0:
                hope.granted[situation] = min(steps, hope.granted.get(situation, steps))
        return hope.refuted.get(situation, -1) < steps

    def _within(self, situation: Situation, steps: int, hope: _Hope, wish: Wish) -> bool:
        if steps <= hope.refuted.get(situation, -1):
            return False
        if steps >= hope.granted.get(situation, steps + 1):
            return True
        character, weights, floor = wish
        if self.bounds.now(character, situation.values, weights) > floor:
            hope.granted[situation] = 0
            return True
        if steps and not self.bounds.reach(character, situation.values, weights, steps, floor):
            hope.refuted[situation] = steps
            return False
        if steps and situation not in hope.opened:
            hope.opened.add(situation)
            self._left -= 1
        if self._left < 0:
            return True
        for action in self.foreseeable.possible(situation) if steps else ():
            if self.foreseen[action] and self._within(self.foreseeable.after(situation, action), steps - 1, hope, wish):
                if self._left >= 0:
                    hope.granted[situation] = steps
                return True
        hope.refuted[situation] = steps
        return False
