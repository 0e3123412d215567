"""Whether something could be left out of a plan or a story: every proper subsequence is tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kizuna.epistemics.naive_tree import Tree
from kizuna.fabula.naive_worth import NaiveWorth, above
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Omissions:
    """What counts when something is left out.

    ``worth`` is what a state is good for; ``consented`` whether an action is consented to in a state after so many
    others; ``needed`` whether it must not be left out there, whatever comes of it.
    """

    rules: NaiveWorth
    worth: Callable[[Tree], Number | None]
    consented: Callable[[Tree, int, int], bool]
    needed: Callable[[Tree, int], bool]

    def some(self, trees: Sequence[Tree], plan: Sequence[int], done: int = 0) -> bool:
        """Whether some proper subsequence gets at least as far: every first omission, then every way on from there.

        ``trees`` are the states that ``plan`` passes, the last included; ``done`` actions were done before it.
        """
        end = self.worth(trees[-1])
        return any(
            not self.needed(trees[omitted], plan[omitted])
            and self._goes_on(trees[omitted], plan[omitted + 1 :], done + omitted, end)
            for omitted in range(len(plan))
        )

    def _goes_on(self, tree: Tree, rest: Sequence[int], done: int, end: Number | None) -> bool:
        left_out = next((n for n, action in enumerate(rest) if self.needed(tree, action)), None)
        if left_out is None:
            here = self.worth(tree)
            if here is not None and not above(end, here):
                return True
        candidates = rest if left_out is None else rest[: left_out + 1]
        return any(self._goes_by(tree, action, rest[n + 1 :], done, end) for n, action in enumerate(candidates))

    def _goes_by(self, tree: Tree, action: int, rest: Sequence[int], done: int, end: Number | None) -> bool:
        return (
            self.rules.possible(tree, action)
            and self._goes_on(self.rules.step(tree, action), rest, done + 1, end)
            and self.consented(tree, action, done)
        )
