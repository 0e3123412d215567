"""Whether somebody has a reason, straight from the definition (docs/understanding/choosing.md).

Plain recursion over the naive states: every plan is walked, every subsequence tried, every option measured, nothing
remembered. It is the validator's own judgement and the oracle of :mod:`kizuna.deliberation`, with which it shares
nothing. The parts: what a state is worth (:mod:`kizuna.fabula.naive_worth`), plans (:mod:`kizuna.fabula.naive_plans`),
and here how somebody chooses among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kizuna.epistemics.naive_tree import Tree
from kizuna.fabula.naive_plans import NaivePlans
from kizuna.fabula.naive_worth import LooksSpent, Question, above
from kizuna.model.values import Number

__all__ = ["LooksSpent", "NaiveReasons", "Question", "above"]


class NaiveReasons(NaivePlans):
    """Reasons over naive states, by everyone's temper."""

    def explained(self, tree: Tree, action: int, foresight: int, depth: int) -> bool:
        """Whether everyone who has to consent to an action does so, each in what they believe."""
        return self.consented(tree, action, foresight, depth)

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
        """Whether somebody has a plan for an action that is good enough for them, or a good enough answer."""
        if not self.possible(believed, action):
            return False
        heart = believed if heart is None else heart
        question = self.question(character, heart, foresight, depth, trusting=trusting)
        if self.is_answer(believed, action, character):
            return self.answers(question, believed, action)
        return self.wills(question, believed, action)

    # --- outlooks ------------------------------------------------------------------------------------------------

    def outlook(self, question: Question, believed: Tree, action: int) -> Number | None:
        """The highest worth that a possible action leads to; None where nothing speaks for it."""
        return max(self._ends(question, believed, action), default=None)

    def _ends(self, question: Question, believed: Tree, action: int) -> Iterator[Number]:
        """What is left at worst at the end of each plan for an action, or as an answer, and if it pays either way."""
        if self.is_answer(believed, action, question.character):
            yield from self._ends_of_answer(question, believed, action)
        else:
            yield from (end for _, end in self.plans(question, believed, [action]))
        lowest = self.either_way(question, believed, action)
        if lowest is not None:
            yield lowest

    def _ends_of_answer(self, question: Question, believed: Tree, answer: int) -> Iterator[Number]:
        """What is left at worst after an answer, and at the end of each way on from there."""
        after = self.step(believed, answer)
        at_once = self.at_worst(after, question)
        if at_once is not None:
            yield at_once
            yield from (end for _, end in self.plans(question, after, range(len(self.world.actions)), done=1))

    def either_way(self, question: Question, believed: Tree, action: int) -> Number | None:
        """The lowest branch of an action that pays whatever is answered to it by somebody of unknown heart."""
        if question.foresight < 2 or all(other.answers is None for other in self.world.actions):
            return None
        asked = self.step(believed, action)
        called = self._called_for(question.character, believed, asked)
        if all(None not in self.weights(asked, other) for _, who in called for other in who):
            return None
        further = replace(question, foresight=question.foresight - 1)
        lowest: Number | None = None
        for answer, _ in called:
            branch = max(self._ends_of_answer(further, asked, answer), default=None)
            if branch is None:
                return None
            lowest = branch if lowest is None else min(lowest, branch)
        return lowest if above(lowest, self.at_worst(believed, question)) else None

    def _called_for(self, asker: int, before: Tree, after: Tree) -> list[tuple[int, list[int]]]:
        """The answers to demands on others that an action opened, each with those who would give it."""
        found = []
        for number, action in enumerate(self.world.actions):
            if action.answers is not None and self.possible(after, number):
                demand, others = action.answers, (other for other in action.consenting if other != asker)
                holds = self.dynamics.holds
                who = [d for d in others if holds(demand, after.believed(d)) and not holds(demand, before.believed(d))]
                found += [(number, who)] if who else []
        return found

    # --- options -------------------------------------------------------------------------------------------------

    def wills(self, question: Question, believed: Tree, action: int) -> bool:
        """Whether a possible action has an outlook and, by temper, no other option is too much better."""
        within = self.world.tempers[question.character].within
        if within is None:
            return any(True for _ in self._ends(question, believed, action))
        outlook = self.outlook(question, believed, action)
        return outlook is not None and self.better_option(question, believed, action, outlook + within) is None

    def better_option(self, question: Question, believed: Tree, action: int, bound: Number) -> int | None:
        """The first option but the action with an outlook above ``bound``, which some plan reaches.

        Doing nothing need not be asked: every plan improves on that.
        """
        for option in self._other_options(question, believed, action):
            if any(end > bound for end in self._ends(question, believed, option)):
                return option
        return None

    def _other_options(self, question: Question, believed: Tree, action: int) -> Iterator[int]:
        """The possible actions but one that somebody has to will, and to which they see everyone else consent."""
        for number, option in enumerate(self.world.actions):
            is_mine = number != action and question.character in option.consenting
            if is_mine and self.possible(believed, number) and self._is_open(believed, number, question):
                yield number

    def _is_open(self, believed: Tree, option: int, question: Question) -> bool:
        """Whether everyone else consents; who looks one action ahead asks only whether anything speaks for it."""
        if question.foresight > 1:
            return self._others_consent(believed, option, question, 0)
        return all(
            self._speaks_for(believed, option, other, question)
            for other in self.world.actions[option].consenting
            if other != question.character
        ) and all(
            self.permits(believed.believed(other), option, other, believed)
            for other in self.permitting(believed, option)
            if other != question.character
        )

    def _speaks_for(self, mind: Tree, action: int, character: int, question: Question) -> bool:
        believed = mind.believed(character)
        if not self.possible(believed, action):
            return False
        asked = self.question(character, mind, 1, question.depth - 1, trusting=question.trusting)
        return self.at_worst(believed, asked) is not None and self.outlook(asked, believed, action) is not None

    # --- answers -------------------------------------------------------------------------------------------------

    def answers(self, question: Question, believed: Tree, action: int) -> bool:
        """Whether a possible action is a good enough answer to the open demand that it answers."""
        own = self.outlook(question, believed, action)
        if own is None or self.at_worst(believed, question) is None:
            return False
        within = self.world.tempers[question.character].within
        others = (self.outlook(question, believed, other) for other in self._rivals(question, believed, action))
        if within is not None:
            return not any(_exceeds(other, own, within) for other in others)
        none_higher = True
        for other in others:
            if _exceeds(own, other):
                return True
            none_higher = none_higher and not _exceeds(other, own)
        return none_higher

    def _rivals(self, question: Question, believed: Tree, action: int) -> Iterator[int]:
        """The other answers to the demand that an action answers."""
        demand = self.world.actions[action].answers
        for option in self._other_options(question, believed, action):
            if self.world.actions[option].answers == demand:
                yield option


def _exceeds(a: Number | None, b: Number | None, margin: Number = 0) -> bool:
    """Whether an outlook is above another by more than ``margin``; what is unknown is below everything else."""
    return a is not None and (b is None or a > b + margin)
