"""What a reader can conclude about what is withheld, from a change that nothing told accounts for.

Something is found to be so that the reader had otherwise, and no told event brought it about. So an untold one did. Of
all actions that could have, none would have been possible as the reader believes things to stand; but some would, were
a withheld fact worth something else, and it is the same worth for all of them. Then that is what it is worth (an
explanation in one step; Hobbs, Stickel, Appelt, Martin 1993). Cost: the actions that change the fact, times the worths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kizuna.discourse.keeping import Hidden
from kizuna.discourse.stage import Stage, parts
from kizuna.epistemics import State
from kizuna.epistemics.literals import Holding
from kizuna.grounding import GroundAction
from kizuna.model.formulas import Variable
from kizuna.model.values import Value
from kizuna.model.world import NUMBER, Logic


class _Supposed(NamedTuple):
    """A mind in which one fact is supposed to be otherwise."""

    values: tuple[Value, ...]
    beliefs: tuple[Holding, ...]


@dataclass(eq=False)
class Inferring:
    """Explains changes by the actions of one world."""

    stage: Stage

    def withheld(self, mind: State, fluent: int, value: Value, hidden: Hidden) -> Iterator[tuple[int, Value]]:
        """What withheld facts have to be worth for a fact to have become ``value``, given ``mind`` before it did."""
        if self.stage.world.logic is not Logic.THREE_VALUED:
            return  # where what is unknown counts as false, nothing follows from what is not known
        candidates = self._by_fluent.get(fluent, [])
        if not candidates or self._explained(candidates, mind, fluent, value):
            return
        for kept in hidden:
            if kept != fluent:
                yield from self._only(candidates, mind, fluent, value, kept)

    def _only(
        self, candidates: list[GroundAction], mind: State, fluent: int, value: Value, kept: int
    ) -> Iterator[tuple[int, Value]]:
        """The one worth of a withheld fact under which something could have happened that explains the change."""
        possible = []
        for worth in self._worths(kept):
            values = (*mind.values[:kept], worth, *mind.values[kept + 1 :])
            if self._explained(candidates, _Supposed(values, mind.beliefs), fluent, value):
                possible.append(worth)
        if len(possible) == 1 and possible[0] != mind.values[kept]:
            yield kept, possible[0]

    def _explained(self, candidates: list[GroundAction], mind: Holding, fluent: int, value: Value) -> bool:
        """Whether, for all that a mind knows, some action could have made a fact worth that."""
        evaluator = self.stage.dynamics.evaluator
        for action in candidates:
            if evaluator(action.precondition)(mind) is False:
                continue
            for effect in action.effects:
                if effect.fluent == fluent and not effect.minds and evaluator(effect.condition)(mind) is not False:
                    worth = evaluator(effect.value)(mind)
                    if worth is None or worth == value:
                        return True
        return False

    @cached_property
    def _by_fluent(self) -> dict[int, list[GroundAction]]:
        """The actions that change each fact."""
        found: dict[int, list[GroundAction]] = {}
        for action in self.stage.world.actions:
            for fluent in dict.fromkeys(effect.fluent for effect in action.effects if not effect.minds):
                found.setdefault(fluent, []).append(action)
        return found

    def _worths(self, fluent: int) -> tuple[Value, ...]:
        """All that a fact can be worth; nothing for numbers, of which there is no end."""
        name, arguments = parts(self.stage.world.fluents[fluent].name)
        for each in self.stage.story.fluents:
            if each.name == name and len(each.parameters) == len(arguments) and each.type != NUMBER:
                wrong = (t for t, a in zip(each.parameters, arguments, strict=True) if not self._suits(t, a))
                if not any(True for _ in wrong):
                    return self.stage.story.values_of(each.type)
        return ()

    def _suits(self, term: object, argument: Value) -> bool:
        story = self.stage.story
        if isinstance(term, Variable):
            return term.type in (NUMBER,) or argument in story.values_of(term.type)
        return getattr(term, "value", None) == argument
