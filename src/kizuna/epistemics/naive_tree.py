"""States as infinite trees, unfolded only where somebody looks.

Nothing is merged and nothing compiled; two states can only be compared to a depth. Two states are the same here if no
chain of at most ``SAME_DEPTH`` beliefs tells them apart (no chain at all, in the specification).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kizuna.epistemics.state import State
from kizuna.model.values import Value

SAME_DEPTH = 2
"""Chains of beliefs of this length are looked at before two states count as the same."""


class Tree:
    """A state as a tree: what is true, and on demand what each character believes in.

    ``facts`` is for whoever numbers what is true: the same values, the same number.
    """

    def __init__(self, values: tuple[Value, ...], believe: Callable[[Tree, int], Tree]) -> None:
        self.values = values
        self.facts: int | None = None
        self._believe = believe
        self._known: dict[int, Tree] = {}

    def believed(self, character: int) -> Tree:
        """The state that ``character`` believes in."""
        if character not in self._known:
            self._known[character] = self._believe(self, character)
        return self._known[character]

    def at(self, chain: Iterable[int]) -> Tree:
        """The state at the end of a chain of minds."""
        tree = self
        for character in chain:
            tree = tree.believed(character)
        return tree

    def same_as(self, other: Tree, characters: int, depth: int = SAME_DEPTH) -> bool:
        """Whether no chain of at most ``depth`` beliefs tells this state from another."""
        return self is other or (
            self.values == other.values
            and (
                depth == 0
                or all(self.believed(c).same_as(other.believed(c), characters, depth - 1) for c in range(characters))
            )
        )

    def unfolded(self, depth: int, characters: int) -> tuple[object, ...]:
        """Everything down to ``depth``, as nested tuples."""
        inner = () if depth == 0 else tuple(self.believed(c).unfolded(depth - 1, characters) for c in range(characters))
        return (self.values, inner)


def unfolded(state: State, depth: int) -> tuple[object, ...]:
    """The same for an interned state, for comparison."""
    inner = () if depth == 0 else tuple(unfolded(belief, depth - 1) for belief in state.beliefs)
    return (state.values, inner)
