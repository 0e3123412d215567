"""Who could be better off at once by what?

Others are asked with little foresight, and with none left only what serves them at once is a reason: what changes
nothing that they care about is none, anywhere. So it need not be planned with. What an action changes is taken
generously: all its effects, and those of all rules that read what is changed or look into a mind. Cost: one pass over
the rules for each action, once for each world.
"""

from __future__ import annotations

from collections.abc import Iterable

from kizuna.grounding import GroundAction, GroundRule, GroundWorld
from kizuna.model.formulas import Formula, fluents_read, looks_into_minds


class Gains:
    """What each action of one world may be good for without any plan."""

    def __init__(self, world: GroundWorld) -> None:
        self._world = world
        self._cares = [_read_by(motive.score for motive in motives) for motives in world.motives]
        self._set_after: dict[int, list[int]] = {}
        self._following: dict[int, frozenset[int]] = {}
        self._changed: dict[int, frozenset[int]] = {}
        looking: list[int] = []
        for rule in world.rules:
            read = _read_by(
                (rule.precondition, *(part for effect in rule.effects for part in (effect.condition, effect.value)))
            )
            if read is None:
                looking += _set_by(rule)
            for fluent in read or ():
                self._set_after.setdefault(fluent, []).extend(_set_by(rule))
        self._changed_anyway = self._changed_by(looking)

    def foreseen(self, character: int) -> list[bool]:
        """Of each action, whether a character can count on it where others are asked with no foresight left."""
        return [
            all(self._may_agree(n, who, character) for who in action.consenting)
            and (action.due or action.consenting != ())
            for n, action in enumerate(self._world.actions)
        ]

    def _may_agree(self, action: int, who: int, character: int) -> bool:
        cares = self._cares[who]
        return (
            who == character
            or self._world.tempers[who].wary > 0  # what is left to the wary may change by what others could do
            or self._world.actions[action].answers is not None
            or cares is None
            or not cares.isdisjoint(self.changed(action))
        )

    def changed(self, action: int) -> frozenset[int]:
        """The facts that may be changed once an action has happened and rules have had their say."""
        if action not in self._changed:
            self._changed[action] = self._changed_anyway | self._changed_by(_set_by(self._world.actions[action]))
        return self._changed[action]

    def _changed_by(self, fluents: Iterable[int]) -> frozenset[int]:
        """Facts, and those that rules may change once they have changed."""
        return frozenset().union(*map(self._changed_with, fluents))

    def _changed_with(self, fluent: int) -> frozenset[int]:
        if fluent not in self._following:
            following = {fluent: None}
            waiting = [fluent]
            while waiting:
                further = [each for each in self._set_after.get(waiting.pop(), ()) if each not in following]
                following.update(dict.fromkeys(further))
                waiting += further
            self._following[fluent] = frozenset(following)
        return self._following[fluent]


def _read_by(formulas: Iterable[Formula]) -> frozenset[int] | None:
    """The facts that formulas read; None if they look into minds."""
    read: set[int] = set()
    for formula in formulas:
        if looks_into_minds(formula):
            return None
        read.update(fluents_read(formula))
    return frozenset(read)


def _set_by(event: GroundAction | GroundRule) -> list[int]:
    """The facts, in the mind that it is seen with, that an event may change."""
    return [effect.fluent for effect in event.effects if not effect.minds]
