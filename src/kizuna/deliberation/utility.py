"""How well off somebody is: the sum of their motives, each its weight times its score."""

from __future__ import annotations

from kizuna.epistemics import Dynamics, State
from kizuna.epistemics.evaluate import Evaluator
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted


class Utilities:
    """The utilities of the characters and the author of one world; None where a motive's worth is unknown."""

    def __init__(self, dynamics: Dynamics) -> None:
        self._names = [[m.name for m in motives] for motives in dynamics.world.motives]
        self._motives: list[list[tuple[Evaluator, Evaluator]]] = [
            [(dynamics.evaluator(m.weight), dynamics.evaluator(m.score)) for m in motives]
            for motives in dynamics.world.motives
        ]
        self._author = dynamics.evaluator(dynamics.world.utility)
        self._known: dict[tuple[State, int], Number | None] = {}

    def author(self, state: State) -> Number | None:
        """The author's utility."""
        return counted(self._author(state))

    def of(self, character: int, state: State) -> Number | None:
        """The utility of a character in a state."""
        key = (state, character)
        if key not in self._known:
            total: Number = 0
            for _, worth in self.by_motive(character, state):
                if worth is None:
                    break
                total += worth
            else:
                self._known[key] = exact(total)
                return exact(total)
            self._known[key] = None
        return self._known[key]

    def by_motive(self, character: int, state: State) -> list[tuple[str, Number | None]]:
        """What each motive of a character counts for in a state."""
        counts: list[tuple[str, Number | None]] = []
        for name, (weight, score) in zip(self._names[character], self._motives[character], strict=True):
            w, s = counted(weight(state)), counted(score(state))
            counts.append((name, None if w is None or s is None else exact(w * s)))
        return counts


def improves(after: Number | None, before: Number | None) -> bool:
    """Whether one utility is above another; with something unknown nothing is."""
    return after is not None and before is not None and after > before
