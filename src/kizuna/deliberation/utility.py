"""How well off somebody is: the sum of their motives, each its weight times its score.

Scores are read wherever one looks; weights once, in the *heart* of a question, so that nobody gains by loving less
(docs/understanding/choosing.md). Different hearts of a character are numbered, so that answers can be remembered by
them. Cost: each state is looked at once for each heart.
"""

from __future__ import annotations

from typing import NewType

from kizuna.epistemics import Dynamics, State
from kizuna.epistemics.evaluate import Evaluator
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted

Heart = NewType("Heart", int)
"""The number of a character's weights as they stand somewhere."""


class Utilities:
    """The utilities of the characters and the author of one world; None where a motive's worth is unknown."""

    def __init__(self, dynamics: Dynamics) -> None:
        motives = dynamics.world.motives
        self._names = [[m.name for m in mine] for mine in motives]
        self._weights: list[list[Evaluator]] = [[dynamics.evaluator(m.weight) for m in mine] for mine in motives]
        self._scores: list[list[Evaluator]] = [[dynamics.evaluator(m.score) for m in mine] for mine in motives]
        self._author = dynamics.evaluator(dynamics.world.utility)
        self._hearts: dict[tuple[Number | None, ...], Heart] = {}
        self._known_hearts: dict[tuple[State, int], Heart] = {}
        self._weighed: list[tuple[Number | None, ...]] = []
        self._known: dict[tuple[State, int, Heart], Number | None] = {}

    def author(self, state: State) -> Number | None:
        """The author's utility."""
        return counted(self._author(state))

    def heart(self, character: int, state: State) -> Heart:
        """The weights of a character's motives as they stand in a state."""
        key = (state, character)
        if key not in self._known_hearts:
            weights = tuple(counted(weight(state)) for weight in self._weights[character])
            self._known_hearts[key] = self._numbered(weights)
        return self._known_hearts[key]

    def motives(self, character: int) -> tuple[str, ...]:
        """The names of a character's motives, in order."""
        return tuple(self._names[character])

    def is_whole(self, heart: Heart) -> bool:
        """Whether every weight of a heart is known."""
        return None not in self._weighed[heart]

    def weights(self, heart: Heart) -> tuple[Number | None, ...]:
        """The weights of a heart, motive by motive; None: unknown."""
        return self._weighed[heart]

    def reweighed(self, heart: Heart, motive: int, weight: Number) -> Heart:
        """The same weights with another for one motive (by its place)."""
        weights = self._weighed[heart]
        return self._numbered((*weights[:motive], weight, *weights[motive + 1 :]))

    def _numbered(self, weights: tuple[Number | None, ...]) -> Heart:
        if weights not in self._hearts:
            self._hearts[weights] = Heart(len(self._weighed))
            self._weighed.append(weights)
        return self._hearts[weights]

    def of(self, character: int, state: State, heart: Heart) -> Number | None:
        """The utility of a character in a state, with the weights of ``heart``."""
        key = (state, character, heart)
        if key not in self._known:
            total: Number | None = 0
            for _, worth in self.by_motive(character, state, heart):
                if worth is None:
                    total = None
                    break
                assert total is not None
                total += worth
            self._known[key] = None if total is None else exact(total)
        return self._known[key]

    def by_motive(self, character: int, state: State, heart: Heart) -> list[tuple[str, Number | None]]:
        """What each motive of a character counts for in a state, with the weights of ``heart``."""
        counts: list[tuple[str, Number | None]] = []
        weights = self._weighed[heart]
        for name, weight, score in zip(self._names[character], weights, self._scores[character], strict=True):
            worth = 0 if weight == 0 else counted(score(state))  # what counts for nothing need not be known
            counts.append((name, None if weight is None or worth is None else exact(weight * worth)))
        return counts


def improves(after: Number | None, before: Number | None) -> bool:
    """Whether one utility is above another; with something unknown nothing is."""
    return after is not None and before is not None and after > before
