"""States as infinite trees, unfolded only where somebody looks.

Nothing is compiled, and two trees under construction can only be compared to a depth: they are the same here if no
chain of at most ``SAME_DEPTH`` beliefs tells them apart (no chain at all, in the specification). Unfolded for ever they
would fill any memory, as every step asks for deeper minds of the state before it. So a tree that is done is *folded*:
its parts that no chain tells apart become one. Cost: one look at each part for each link of the longest chain needed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping

from kizuna.epistemics.state import State
from kizuna.model.values import Value

SAME_DEPTH = 2
"""Chains of beliefs of this length are looked at before two states count as the same."""


class TooManyTrees(Exception):  # noqa: N818 (an answer, not an error)
    """A state has more different minds in it than may be held at once."""


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

    def fill(self, beliefs: Iterable[Tree]) -> None:
        """Sets what every character believes in, in order."""
        self._known = dict(enumerate(beliefs))

    def at(self, chain: Iterable[int]) -> Tree:
        """The state at the end of a chain of minds."""
        tree = self
        for character in chain:
            tree = tree.believed(character)
        return tree

    def folded(self, characters: int, most: int | None = None) -> Tree:
        """The same tree with its equal parts made one, and nothing left to be worked out.

        TooManyTrees if it unfolds to more than ``most`` parts (None: no limit).
        """
        parts = self._parts(characters, most)
        kinds: Mapping[Tree, Hashable] = {part: part.values for part in parts}
        while True:
            told = _told_apart(parts, kinds, characters)
            if len(set(told.values())) == len(set(kinds.values())):
                return _one_of_each(told, characters)[told[self]]
            kinds = told

    def shape(self, characters: int) -> tuple[object, ...]:
        """Of a folded tree: what is the same for another exactly if no chain tells the two apart."""
        parts = self._parts(characters, None)
        numbers = {part: number for number, part in enumerate(parts)}
        return tuple((part.values, *(numbers[part.believed(c)] for c in range(characters))) for part in parts)

    def _parts(self, characters: int, most: int | None) -> list[Tree]:
        """Everything that can be reached from here, itself first."""
        parts = {self: None}
        left = [self]
        while left:
            part = left.pop()
            for belief in map(part.believed, range(characters)):
                if belief not in parts:
                    parts[belief] = None
                    left.append(belief)
                    if most is not None and len(parts) > most:
                        raise TooManyTrees
        return list(parts)

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


def _told_apart(parts: Iterable[Tree], kinds: Mapping[Tree, Hashable], characters: int) -> dict[Tree, int]:
    """A number for each part: the same one exactly where kinds and those of the beliefs are the same."""
    numbers: dict[Hashable, int] = {}

    def told(part: Tree) -> Hashable:
        return (kinds[part], *(kinds[part.believed(character)] for character in range(characters)))

    return {part: numbers.setdefault(told(part), len(numbers)) for part in parts}


def _one_of_each(kinds: dict[Tree, int], characters: int) -> dict[int, Tree]:
    """One new tree for each kind, whose beliefs are such trees."""
    first = {kind: part for part, kind in reversed(kinds.items())}
    made = {kind: Tree(part.values, _nothing_left) for kind, part in first.items()}
    for kind, part in first.items():
        made[kind].facts = part.facts
        made[kind].fill(made[kinds[part.believed(c)]] for c in range(characters))
    return made


def _nothing_left(tree: Tree, character: int) -> Tree:
    raise AssertionError(f"nothing is left to be worked out of {tree} for {character}")


def unfolded(state: State, depth: int) -> tuple[object, ...]:
    """The same for an interned state, for comparison."""
    inner = () if depth == 0 else tuple(unfolded(belief, depth - 1) for belief in state.beliefs)
    return (state.values, inner)
