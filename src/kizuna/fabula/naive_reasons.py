"""Whether somebody has a reason, and whether something could be left out, straight from the definition.

Plain recursion over the naive states (peer-semantics, sections 10 and 11): every plan is walked, every subsequence
tried, nothing remembered. It is the validator's own judgement and the oracle of :mod:`kizuna.deliberation`, with which
it shares nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from kizuna.epistemics.naive import NaiveDynamics, Tree
from kizuna.grounding import GroundWorld
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted


class StepsSpent(Exception):  # noqa: N818 (an answer, not an error)
    """The allowed steps are done before the question was settled."""


class NaiveReasons:
    """Utilities and reasons over naive states; ``max_steps`` (None: no limit) may be taken in all."""

    def __init__(self, world: GroundWorld, max_steps: int | None = None) -> None:
        self.world = world
        self.dynamics = NaiveDynamics(world)
        self.max_steps = max_steps
        self.steps = 0

    def possible(self, tree: Tree, action: int) -> bool:
        """Whether an action is possible in a state."""
        return self.dynamics.holds(self.world.actions[action].precondition, tree)

    def author(self, tree: Tree) -> Number | None:
        """The author's utility."""
        return counted(self.dynamics.worth(self.world.utility, tree))

    def motives(self, tree: Tree, character: int) -> list[tuple[str, Number | None]]:
        """What each motive of a character counts for."""
        worths = []
        for motive in self.world.motives[character]:
            weight, score = (counted(self.dynamics.worth(f, tree)) for f in (motive.weight, motive.score))
            worths.append((motive.name, None if weight is None or score is None else exact(weight * score)))
        return worths

    def utility(self, tree: Tree, planner: int | None) -> Number | None:
        """The utility of a character, or without one the author's."""
        if planner is None:
            return self.author(tree)
        total: Number = 0
        for _, worth in self.motives(tree, planner):
            if worth is None:
                return None
            total += worth
        return exact(total)

    def explained(self, tree: Tree, action: int, foresight: int, depth: int) -> bool:
        """Whether everyone who has to consent to an action has a reason in what they believe."""
        return all(
            self.has_reason(tree.believed(character), action, character, foresight, depth)
            for character in self.world.actions[action].consenting
        )

    def has_reason(self, believed: Tree, action: int, character: int, foresight: int, depth: int) -> bool:
        """Whether some plan explains an action for a character in the state that they believe in."""
        foresight = max(1, foresight if depth > 0 else 1)
        if not self.possible(believed, action):
            return False
        return self._some_plan([believed], [], [action], character, foresight, depth)

    def can_be_shortened(
        self, trees: Sequence[Tree], plan: Sequence[int], planner: int | None, foresight: int, depth: int
    ) -> bool:
        """Whether some proper subsequence gets at least as far: every first omission, then every way on from there.

        ``trees`` are the states that the plan (without planner: the story) passes, the last included.
        """
        end = self.utility(trees[-1], planner)
        return any(
            self._goes_on(trees[omitted], plan[omitted + 1 :], omitted, end, planner, foresight, depth)
            for omitted in range(len(plan))
        )

    def _goes_on(
        self,
        tree: Tree,
        rest: Sequence[int],
        done: int,
        end: Number | None,
        planner: int | None,
        foresight: int,
        depth: int,
    ) -> bool:
        here = self.utility(tree, planner)
        if here is not None and not above(end, here):
            return True
        for skipped, action in enumerate(rest):
            if self.possible(tree, action):
                after, further = self._step(tree, action), rest[skipped + 1 :]
                if self._goes_on(after, further, done + 1, end, planner, foresight, depth) and self._willing(
                    tree, action, done, planner, foresight, depth
                ):
                    return True
        return False

    def _willing(self, tree: Tree, action: int, done: int, planner: int | None, foresight: int, depth: int) -> bool:
        """Whether everyone but the planner has a reason; in the story itself, everyone, with the full foresight."""
        if planner is None:
            return self.explained(tree, action, foresight, depth)
        return self._others_consent(tree, action, planner, foresight - done, depth - 1)

    def _some_plan(
        self, trees: list[Tree], plan: list[int], options: Sequence[int], character: int, foresight: int, depth: int
    ) -> bool:
        for action in options:
            if plan and not self._may_follow(trees[-1], action, character, foresight - len(plan), depth - 1):
                continue
            longer, passed = [*plan, action], [*trees, self._step(trees[-1], action)]
            utilities = [self.utility(tree, character) for tree in passed]
            improving = all(above(utilities[-1], utility) for utility in utilities[:-1])
            if improving and not self.can_be_shortened(passed, longer, character, foresight, depth):
                return True
            if len(longer) < foresight and self._some_plan(
                passed, longer, range(len(self.world.actions)), character, foresight, depth
            ):
                return True
        return False

    def _may_follow(self, tree: Tree, action: int, character: int, foresight: int, depth: int) -> bool:
        return (
            bool(self.world.actions[action].consenting)
            and self.possible(tree, action)
            and self._others_consent(tree, action, character, foresight, depth)
        )

    def _others_consent(self, tree: Tree, action: int, character: int, foresight: int, depth: int) -> bool:
        return all(
            other == character or self.has_reason(tree.believed(other), action, other, foresight, depth)
            for other in self.world.actions[action].consenting
        )

    def _step(self, tree: Tree, action: int) -> Tree:
        if self.max_steps is not None and self.steps >= self.max_steps:
            raise StepsSpent
        self.steps += 1
        return self.dynamics.after(tree, action)


def above(a: Number | None, b: Number | None) -> bool:
    """Whether one utility is above another; with something unknown nothing is."""
    return a is not None and b is not None and a > b
