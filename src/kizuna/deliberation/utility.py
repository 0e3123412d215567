"""How well off somebody is: the sum of their motives, each its weight times its score.

Scores are read wherever one looks; weights once, in the *heart* of a question, so that nobody gains by loving less
(docs/understanding/choosing.md). Different hearts of a character are numbered, so that answers can be remembered by
them. Cost: each state is looked at once for each heart.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import NewType, TypeAlias

from kizuna.epistemics import Dynamics, State
from kizuna.epistemics.evaluate import Evaluator
from kizuna.epistemics.state import Values
from kizuna.model.formulas import Formula, fluents_read, looks_into_minds
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted

Heart = NewType("Heart", int)
"""The number of a character's weights as they stand somewhere."""
Weights: TypeAlias = tuple[Number | None, ...]
"""The weights of a character's motives, in order; None: unknown."""


class _Hashed(Weights):
    """Weights that know their own hash, since exact fractions are slow to hash."""

    def __hash__(self) -> int:
        known: int | None = self.__dict__.get("hash")
        if known is None:
            known = self.__dict__["hash"] = super().__hash__()
        return known

    __eq__ = tuple.__eq__


class Utilities:
    """The utilities of the characters and the author of one world; None where a motive's worth is unknown."""

    def __init__(self, dynamics: Dynamics) -> None:
        motives = dynamics.world.motives
        self._names = [[m.name for m in mine] for mine in motives]
        self._weights = [_Terms([m.weight for m in mine], dynamics) for mine in motives]
        self._scores = [_Terms([m.score for m in mine], dynamics) for mine in motives]
        self._author = dynamics.evaluator(dynamics.world.utility)
        self._hearts: dict[Weights, Heart] = {}
        self._known_hearts: dict[tuple[State, int], Heart] = {}
        self._weighed: list[Weights] = []
        self._known: dict[tuple[State, int, Heart], Number | None] = {}
        self._known_of_facts: dict[tuple[object, int, Heart], Number | None] = {}

    def author(self, state: State) -> Number | None:
        """The author's utility."""
        return counted(self._author(state))

    def heart(self, character: int, state: State) -> Heart:
        """The weights of a character's motives as they stand in a state."""
        key = (state, character)
        if key not in self._known_hearts:
            self._known_hearts[key] = self._numbered(self._weights[character].of(state))
        return self._known_hearts[key]

    def motives(self, character: int) -> tuple[str, ...]:
        """The names of a character's motives, in order."""
        return tuple(self._names[character])

    def is_whole(self, heart: Heart) -> bool:
        """Whether every weight of a heart is known."""
        return None not in self._weighed[heart]

    def weights(self, heart: Heart) -> Weights:
        """The weights of a heart, motive by motive; None: unknown."""
        return self._weighed[heart]

    def reweighed(self, heart: Heart, motive: int, weight: Number) -> Heart:
        """The same weights with another for one motive (by its place)."""
        weights = self._weighed[heart]
        return self._numbered((*weights[:motive], weight, *weights[motive + 1 :]))

    def _numbered(self, weights: Weights) -> Heart:
        if weights not in self._hearts:
            self._hearts[weights] = Heart(len(self._weighed))
            self._weighed.append(_Hashed(weights))
        return self._hearts[weights]

    def of(self, character: int, state: State, heart: Heart) -> Number | None:
        """The utility of a character in a state, with the weights of ``heart``."""
        key = (state, character, heart)
        if key not in self._known:
            scores = self._scores[character]
            of_facts = (scores.facts(state.values), character, heart)
            if of_facts not in self._known_of_facts:
                self._known_of_facts[of_facts] = self._sum(character, state, heart, scores.of_facts)
            total, more = self._known_of_facts[of_facts], self._sum(character, state, heart, scores.of_minds)
            self._known[key] = None if total is None or more is None else exact(total + more)
        return self._known[key]

    def _sum(self, character: int, state: State, heart: Heart, motives: list[int]) -> Number | None:
        """What some motives count for together."""
        total: Number = 0
        for motive in motives:
            worth = self._counts(character, state, heart, motive)
            if worth is None:
                return None
            total += worth
        return total

    def _counts(self, character: int, state: State, heart: Heart, motive: int) -> Number | None:
        weight = self._weighed[heart][motive]
        # what counts for nothing need not be known
        worth = 0 if weight == 0 else self._scores[character].each[motive](state)
        return None if weight is None or worth is None else exact(weight * worth)

    def by_motive(self, character: int, state: State, heart: Heart) -> list[tuple[str, Number | None]]:
        """What each motive of a character counts for in a state, with the weights of ``heart``."""
        return [(name, self._counts(character, state, heart, n)) for n, name in enumerate(self._names[character])]


class _Terms:
    """Several formulas, told apart by whether they read facts alone or minds too."""

    def __init__(self, formulas: list[Formula], dynamics: Dynamics) -> None:
        self.each = [_counted(dynamics.evaluator(formula)) for formula in formulas]
        self.of_minds = [n for n, formula in enumerate(formulas) if looks_into_minds(formula)]
        self.of_facts = [n for n, formula in enumerate(formulas) if not looks_into_minds(formula)]
        read = dict.fromkeys(fluent for n in self.of_facts for fluent in fluents_read(formulas[n]))
        self.facts: Callable[[Values], object] = itemgetter(*read) if read else lambda _: None
        self._known: dict[object, list[Number | None]] = {}

    def of(self, state: State) -> tuple[Number | None, ...]:
        """What each is worth."""
        facts = self.facts(state.values)
        if facts not in self._known:
            self._known[facts] = [None if n in self.of_minds else each(state) for n, each in enumerate(self.each)]
        worths = list(self._known[facts])
        for n in self.of_minds:
            worths[n] = self.each[n](state)
        return tuple(worths)


def _counted(worth: Evaluator) -> Callable[[State], Number | None]:
    return lambda state: counted(worth(state))


@dataclass(frozen=True, slots=True)
class AtLeast:
    """A floor that lies just below a worth: what is worth as much is above it."""

    worth: Number

    def __lt__(self, other: Number | float | AtLeast) -> bool:
        return self.worth < other.worth if isinstance(other, AtLeast) else self.worth <= other

    def __gt__(self, other: Number | float | AtLeast) -> bool:
        return self.worth > (other.worth if isinstance(other, AtLeast) else other)


Floor: TypeAlias = Number | AtLeast
"""What is to be bettered."""


def improves(after: Number | None, before: Floor | None) -> bool:
    """Whether a utility is above another, or above a floor; with something unknown nothing is."""
    return after is not None and before is not None and after > before
