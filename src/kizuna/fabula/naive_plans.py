"""Plans, straight from docs/understanding/choosing.md: every sequence is walked, every omission tried.

A plan reckons with the reasons of others, and a reason rests on plans; so whoever has reasons is left open here, and
filled in by :mod:`kizuna.fabula.naive_reasons`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence

from kizuna.epistemics.naive_tree import Tree
from kizuna.fabula.naive_minimality import Omissions
from kizuna.fabula.naive_worth import NaiveWorth, Question, above
from kizuna.model.values import Number

Worths = tuple[Number | None, ...]


class NaivePlans(NaiveWorth, ABC):
    """Threats, consent and plans in naive states."""

    @abstractmethod
    def has_reason(
        self,
        believed: Tree,
        action: int,
        character: int,
        foresight: int,
        depth: int,
        heart: Tree | None = None,
        *,
        trusting: bool = False,
    ) -> bool:
        """Whether somebody has a reason for an action in the state that they believe in.

        Their weights are read in ``heart``: where a planner expects the reason, what that planner believes in; None
        for a reason in the story itself.
        """

    # --- consent -------------------------------------------------------------------------------------------------

    def consented(
        self,
        tree: Tree,
        action: int,
        foresight: int,
        depth: int,
        planner: int | None = None,
        *,
        trusting: bool = False,
    ) -> bool:
        """Whether everyone consents to an action in a state; in the mind of a planner, everyone else."""
        heart = None if planner is None else tree
        return all(
            self.has_reason(tree.believed(other), action, other, foresight, depth, heart, trusting=trusting)
            for other in self.world.actions[action].consenting
            if other != planner
        ) and all(
            self.permits(believed := tree.believed(other), action, other, believed if heart is None else heart)
            for other in self.permitting(tree, action)
            if other != planner
        )

    def planned_on(self, action: int) -> bool:
        """Whether somebody wills an action, or it comes by itself: so that others can plan on it."""
        return bool(self.world.actions[action].consenting) or self.world.actions[action].due

    # --- what is left at worst -----------------------------------------------------------------------------------

    def at_worst(self, tree: Tree, question: Question) -> Number | None:
        """The lowest utility that threats could lead to from a state: W."""
        return self._after_threats(tree, question, question.wary)

    def _after_threats(self, tree: Tree, question: Question, count: int) -> Number | None:
        """Unknown as soon as one of the utilities is."""
        worst = self.utility(tree, question.character, question.weights)
        if count == 0 or worst is None:
            return worst
        for action in range(len(self.world.actions)):
            if self._threatens(tree, action, question):
                left = self._after_threats(self.step(tree, action), question, count - 1)
                if left is None:
                    return None
                worst = min(worst, left)
        return worst

    def _threatens(self, tree: Tree, action: int, question: Question) -> bool:
        whole, threatened = self.world.actions[action], question.character
        if threatened in whole.consenting or not self.planned_on(action) or not self.possible(tree, action):
            return False
        if threatened in self.permitting(tree, action):
            return False
        return whole.due or self.consented(
            tree, action, question.foresight, question.depth - 1, threatened, trusting=True
        )

    # --- plans ---------------------------------------------------------------------------------------------------

    def plans(
        self, question: Question, start: Tree, options: Iterable[int], done: int = 0
    ) -> Iterator[tuple[tuple[int, ...], Number]]:
        """Every plan that begins with one of ``options``, and what is left at its end at worst.

        ``done`` actions were done before ``start``: positions are counted from there, and the first action then needs
        the consent of others as every later one does. Without, it has to be possible.
        """
        return self._longer(question, (start,), (self.at_worst(start, question),), (), options, done)

    def _longer(
        self,
        question: Question,
        trees: tuple[Tree, ...],
        worths: Worths,
        plan: tuple[int, ...],
        options: Iterable[int],
        done: int,
    ) -> Iterator[tuple[tuple[int, ...], Number]]:
        place = done + len(plan)
        if place >= question.foresight:
            return
        for action in options:
            if place and not self._may_follow(trees[-1], action, question, place):
                continue
            after = self.step(trees[-1], action)
            passed, longer, end = (*trees, after), (*plan, action), self.at_worst(after, question)
            improving = all(above(end, worth) for worth in worths)
            if improving and end is not None and not self.can_be_shortened(question, passed, longer, done):
                yield longer, end
            further = range(len(self.world.actions))
            yield from self._longer(question, passed, (*worths, end), longer, further, done)

    def _may_follow(self, tree: Tree, action: int, question: Question, place: int) -> bool:
        self.refuse_if_spent()
        return (
            self.planned_on(action)
            and self.possible(tree, action)
            and self._others_consent(tree, action, question, place)
        )

    def _others_consent(self, tree: Tree, action: int, question: Question, place: int) -> bool:
        """Whether everyone else consents to a step with ``place`` actions before it."""
        left = question.foresight - place
        return self.consented(tree, action, left, question.depth - 1, question.character, trusting=question.trusting)

    # --- minimality ----------------------------------------------------------------------------------------------

    def can_be_shortened(self, question: Question, trees: Sequence[Tree], plan: Sequence[int], done: int = 0) -> bool:
        """Whether something can be left out of a plan that passes ``trees``, the last included."""
        return Omissions(
            self,
            lambda tree: self.at_worst(tree, question),
            lambda tree, action, place: self._others_consent(tree, action, question, place),
            self.answers_here,
        ).some(trees, plan, done)

    def story_can_be_shortened(self, trees: Sequence[Tree], story: Sequence[int], foresight: int, depth: int) -> bool:
        """Whether something can be left out of a story, so that it ends as well for its author and stays explained."""
        return Omissions(
            self,
            self.author,
            lambda tree, action, _: self.consented(tree, action, foresight, depth),
            self.answers_here,
        ).some(trees, story)
