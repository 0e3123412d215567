"""What a state is worth to somebody, and who has to put up with what, straight from docs/understanding/choosing.md.

Everything here is looked up in naive states; reasons, which need plans, are in :mod:`kizuna.fabula.naive_plans` and
:mod:`kizuna.fabula.naive_reasons`.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.epistemics.naive import NaiveDynamics
from kizuna.epistemics.naive_tree import Tree
from kizuna.grounding import GroundWorld
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted

Weights = tuple[Number | None, ...]


class LooksSpent(Exception):  # noqa: N818 (an answer, not an error)
    """The allowed looks are taken before the question was settled."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whose reason is asked for: at which weights (None: unknown), how far they look, and how many threats they count.

    Who is ``trusting`` counts none, nor expects anybody else to: so others are seen where they are a threat themselves.
    """

    character: int
    weights: Weights
    foresight: int
    depth: int
    wary: int
    trusting: bool


class NaiveWorth:
    """Possibility, utility and permission in naive states.

    ``max_looks`` (None: no limit) bounds the work: how often in all a condition, a fluent or a mind may be looked at.
    ``max_trees`` bounds the parts that one state may have while it is made; TooManyTrees beyond them.
    """

    def __init__(self, world: GroundWorld, max_looks: int | None = None, max_trees: int | None = None) -> None:
        self.world = world
        self.dynamics = NaiveDynamics(world, max_trees)
        self.max_looks = max_looks

    def possible(self, tree: Tree, action: int) -> bool:
        """Whether an action is possible in a state."""
        return self.dynamics.possible(tree, action)

    def step(self, tree: Tree, action: int) -> Tree:
        """The state after an action; LooksSpent where no more looks are allowed."""
        self.refuse_if_spent()
        return self.dynamics.after(tree, action)

    def refuse_if_spent(self) -> None:
        """Raises LooksSpent where no more looks are allowed."""
        if self.max_looks is not None and self.dynamics.conditions.looks >= self.max_looks:
            raise LooksSpent

    def question(self, character: int, heart: Tree, foresight: int, depth: int, *, trusting: bool = False) -> Question:
        """A question put to somebody whose weights are read in ``heart``; one layer too deep, foresight is 1."""
        wary = 0 if trusting else self.world.tempers[character].wary
        foresight = max(1, foresight if depth > 0 else 1)
        return Question(character, self.weights(heart, character), foresight, depth, wary, trusting)

    # --- utility -------------------------------------------------------------------------------------------------

    def author(self, tree: Tree) -> Number | None:
        """The author's utility."""
        return counted(self.dynamics.worth(self.world.utility, tree))

    def weights(self, heart: Tree, character: int) -> Weights:
        """What each motive of a character weighs."""
        return tuple(counted(self.dynamics.worth(m.weight, heart)) for m in self.world.motives[character])

    def motives(self, tree: Tree, character: int, weights: Weights) -> list[tuple[str, Number | None]]:
        """What each motive of a character counts for."""
        worths = []
        for motive, weight in zip(self.world.motives[character], weights, strict=True):
            score = 0 if weight == 0 else counted(self.dynamics.worth(motive.score, tree))
            worths.append((motive.name, None if weight is None or score is None else exact(weight * score)))
        return worths

    def utility(self, tree: Tree, character: int, weights: Weights) -> Number | None:
        """The utility of a character."""
        total: Number = 0
        for _, worth in self.motives(tree, character, weights):
            if worth is None:
                return None
            total += worth
        return exact(total)

    # --- permission and demands ----------------------------------------------------------------------------------

    def permitting(self, tree: Tree, action: int) -> list[int]:
        """Those who have to permit an action in a state; who wills it is not asked that too."""
        whole = self.world.actions[action]
        asked = [c for c, condition in whole.permitting if self.dynamics.holds(condition, tree)]
        return [c for c in dict.fromkeys(asked) if c not in whole.consenting]

    def permits(self, believed: Tree, action: int, character: int, heart: Tree) -> bool:
        """Whether somebody holds an action for possible, and is no worse off by it."""
        if not self.possible(believed, action):
            return False
        weights = self.weights(heart, character)
        now = self.utility(believed, character, weights)
        then = self.utility(self.step(believed, action), character, weights)
        return now is not None and then is not None and then >= now

    def is_answer(self, believed: Tree, action: int, character: int) -> bool:
        """Whether an action is somebody's answer to a demand that they believe to be open."""
        whole = self.world.actions[action]
        return (
            whole.answers is not None and character in whole.consenting and self.dynamics.holds(whole.answers, believed)
        )

    def answers_here(self, tree: Tree, action: int) -> bool:
        """Whether an action is, in a state, somebody's answer to a demand that they believe to be open."""
        return any(self.is_answer(tree.believed(c), action, c) for c in self.world.actions[action].consenting)


def above(a: Number | None, b: Number | None) -> bool:
    """Whether one utility is above another; with something unknown nothing is."""
    return a is not None and b is not None and a > b
