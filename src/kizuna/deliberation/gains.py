"""Who could be better off at once by what?

Others are asked with little foresight, and with none left only what serves them at once is a reason: what changes
nothing that they care about is none, anywhere. So it need not be planned with. What an action changes is taken
generously: all its effects, and those of all rules that read what is changed or look into a mind. Cost: one pass over
the rules for each action, once for each world.
"""

from __future__ import annotations

from kizuna.grounding import GroundAction, GroundRule, GroundWorld
from kizuna.model.formulas import Formula, fluents_read, looks_into_minds


class Gains:
    """What each action of one world may be good for without any plan."""

    def __init__(self, world: GroundWorld) -> None:
        self._world = world
        self._cares = [[motive.score for motive in motives] for motives in world.motives]
        self._reading: dict[int, list[GroundRule]] = {}
        self._looking: list[int] = []
        self._changed: dict[int, frozenset[int]] = {}
        for rule in world.rules:
            parts = [rule.precondition, *(part for effect in rule.effects for part in (effect.condition, effect.value))]
            if any(looks_into_minds(part) for part in parts):
                self._looking += _set_by(rule)
            for fluent in dict.fromkeys(fluent for part in parts for fluent in fluents_read(part)):
                self._reading.setdefault(fluent, []).append(rule)

    def foreseen(self, character: int) -> list[bool]:
        """Of each action, whether a character can count on it where others are asked with no foresight left."""
        return [
            all(self._may_agree(n, who, character) for who in action.consenting)
            and (action.due or action.consenting != ())
            for n, action in enumerate(self._world.actions)
        ]

    def _may_agree(self, action: int, who: int, character: int) -> bool:
        return (
            who == character
            or self._world.tempers[who].wary > 0  # what is left to the wary may change by what others could do
            or self._world.actions[action].answers is not None
            or self._touches(action, self._cares[who])
        )

    def _touches(self, action: int, formulas: list[Formula]) -> bool:
        """Whether an action may change what a formula reads."""
        changed = self.changed(action)
        return any(looks_into_minds(each) or not changed.isdisjoint(fluents_read(each)) for each in formulas)

    def changed(self, action: int) -> frozenset[int]:
        """The facts that may be changed once an action has happened and rules have had their say."""
        if action not in self._changed:
            changed = dict.fromkeys([*_set_by(self._world.actions[action]), *self._looking])
            waiting = list(changed)
            while waiting:
                for rule in self._reading.get(waiting.pop(), ()):
                    further = [fluent for fluent in _set_by(rule) if fluent not in changed]
                    changed.update(dict.fromkeys(further))
                    waiting += further
            self._changed[action] = frozenset(changed)
        return self._changed[action]


def _set_by(event: GroundAction | GroundRule) -> list[int]:
    """The facts, in the mind that it is seen with, that an event may change."""
    return [effect.fluent for effect in event.effects if not effect.minds]
