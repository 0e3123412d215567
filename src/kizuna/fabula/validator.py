"""The independent validator: it believes nothing that a fabula says of itself.

It replays the events over the naive states and checks every explanation, nested ones included, against the definition,
with code of its own (:mod:`kizuna.fabula.naive_reasons`); it shares nothing with deliberation or search. That something
*could* be left out needs a proof that others would do their part, and that nothing could needs a refutation of each;
so does a better option, and the worst that others would do. All are sought by plain recursion under a stated effort,
and over states in which only so many different minds are held at once.
What that does not settle is counted as not proven, never as fine.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kizuna.epistemics.naive_tree import TooManyTrees, Tree
from kizuna.fabula.explanation import Explanation, Grade, PlannedStep, Stake
from kizuna.fabula.fabula import Fabula
from kizuna.fabula.naive_reasons import LooksSpent, NaiveReasons, Question, above
from kizuna.grounding import GroundWorld
from kizuna.model.values import Number, show

DEFAULT_EFFORT = 5_000_000
"""Looks at a condition, a fluent or a mind after which the search for shorter plans ends: a minute's work or less."""
MAX_TREES = 50_000
"""Parts of a state, which are what somebody believes that somebody believes, that are held at once while it is made."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the validator has to say: the event (from 1; 0 is the story as a whole) and what about it."""

    event: int
    message: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the validator found. A fabula is accepted when nothing in it is refuted."""

    refuted: tuple[Finding, ...]
    not_proven: tuple[Finding, ...]
    confirmed: int
    effort: int

    @property
    def accepted(self) -> bool:
        """Whether nothing is refuted."""
        return not self.refuted


def validate(fabula: Fabula, world: GroundWorld, effort: int = DEFAULT_EFFORT, max_trees: int = MAX_TREES) -> Verdict:
    """Replays ``fabula`` in ``world`` and checks every claim that it makes."""
    return _Validation(fabula, world, effort, max_trees).verdict()


class _Refuted(Exception):  # noqa: N818 (an answer, not an error)
    pass


@dataclass
class _Validation:
    fabula: Fabula
    world: GroundWorld
    effort: int
    max_trees: int
    confirmed: int = 0
    event: int = 0
    refuted: list[Finding] = field(default_factory=list)
    not_proven: list[Finding] = field(default_factory=list)
    reasons: NaiveReasons = field(init=False)

    def __post_init__(self) -> None:
        self.reasons = NaiveReasons(self.world, self.effort, self.max_trees)

    def verdict(self) -> Verdict:
        try:
            self._check()
        except _Refuted as refusal:
            self.refuted.append(Finding(self.event, str(refusal)))
        except TooManyTrees:
            self._doubt(f"all from here on: {self._too_many}")
        doubts = [Finding(0, text) for text in self.fabula.not_proven]
        return Verdict(tuple(self.refuted), tuple(doubts + self.not_proven), self.confirmed, self.effort)

    # --- the story -----------------------------------------------------------------------------------------------

    def _check(self) -> None:
        fabula = self.fabula
        self._demand(fabula.digest == self.world.digest, "it is a story of another world, or of another version of it")
        self._demand(bool(fabula.events), "nothing happens in it")
        self._demand(len(fabula.events) <= fabula.limits.events, "it has more events than its limits allow")
        trees = [self.reasons.dynamics.initial()]
        for number, event in enumerate(fabula.events, 1):
            self.event = number
            action = self._action(event.action)
            self._check_possible(trees[-1], action, "here")
            self._check_reasons(trees[-1], action, event.explanations)
            trees.append(self.reasons.dynamics.after(trees[-1], action))
        self.event = 0
        self._check_utility(trees)
        actions = [self._action(name) for name in fabula.actions]
        foresight, depth = fabula.limits.foresight, fabula.limits.depth
        self._refute(
            lambda: self.reasons.story_can_be_shortened(trees, actions, foresight, depth),
            f"something can be left out of the story: {self._named(actions)}",
            f"that nothing can be left out of the story: {self._named(actions)}",
        )

    def _check_possible(self, tree: Tree, action: int, where: str) -> None:
        name, actions = self.world.actions[action].name, self.world.actions
        possible = self.reasons.possible(tree, action)
        if not possible and self.reasons.dynamics.holds(actions[action].precondition, tree):
            due = next(other.name for n, other in enumerate(actions) if other.due and self.reasons.possible(tree, n))
            raise _Refuted(f"{name} is not possible {where}: {due} is due")
        self._demand(possible, f"{name} is not possible {where}")

    def _check_reasons(self, tree: Tree, action: int, explanations: tuple[Explanation, ...]) -> None:
        wanted = self._asked(tree, action)
        given = [explanation.character for explanation in explanations]
        self._demand(sorted(given) == sorted(wanted), f"reasons are given for {given}, needed for {wanted}")
        limits = self.fabula.limits
        for explanation in explanations:
            believed = tree.believed(self.world.character_ids[explanation.character])
            self._check_explanation(believed, believed, action, explanation, limits.foresight, limits.depth)

    def _asked(self, tree: Tree, action: int) -> list[str]:
        """Everyone who has to will an action, or to permit it in a state."""
        asked = [*self.world.actions[action].consenting, *self.reasons.permitting(tree, action)]
        return [self.world.characters[character] for character in asked]

    def _check_utility(self, trees: Sequence[Tree]) -> None:
        before, after = self.reasons.author(trees[0]), self.reasons.author(trees[-1])
        self._demand(before == self.fabula.before, f"the author's utility starts at {show(before)}")
        self._demand(after == self.fabula.utility, f"the author's utility ends at {show(after)}")
        self._demand(above(after, before), "the ending is no better for the author than the start")
        self.confirmed += 1

    # --- one explanation -----------------------------------------------------------------------------------------

    def _check_explanation(
        self, believed: Tree, heart: Tree, action: int, why: Explanation, foresight: int, depth: int
    ) -> None:
        """Checks the plan of ``why`` from ``believed``, with weights from ``heart`` and so much of the limits left."""
        question = self.reasons.question(self.world.character_ids[why.character], heart, foresight, depth)
        self._check_grade(believed, action, why.grade, question.character)
        plan = [self._action(step.action) for step in why.plan]
        self._demand(bool(plan) and plan[0] == action, f"{why.character}'s plan begins with another action")
        longest = 1 if why.grade in (Grade.PERMITS, Grade.EITHER_WAY) else question.foresight
        self._demand(len(plan) <= longest, f"{why.character}'s plan is longer than the foresight that is left")
        trees = [believed]
        for position, (step, number) in enumerate(zip(why.plan, plan, strict=True), 1):
            self._check_step(trees[-1], step, number, question, position)
            trees.append(self.reasons.dynamics.after(trees[-1], number))
        self._check_stakes(trees, why, question)
        if why.grade is Grade.PERMITS:
            self._demand(why.after >= why.before, f"{why.character} would be worse off by {why.plan[0].action}")
            self._demand(why.floor is None and why.outlook is None, f"{why.character} only permits: nothing is weighed")
            self.confirmed += 1
        else:
            self._check_plan(trees, plan, why, question)

    def _check_grade(self, believed: Tree, action: int, grade: Grade, character: int) -> None:
        if character not in self.world.actions[action].consenting:
            grades: tuple[Grade, ...] = (Grade.PERMITS,)
        elif self.reasons.is_answer(believed, action, character):
            grades = (Grade.ANSWERS, Grade.EITHER_WAY)
        else:
            grades = (Grade.WILLS, Grade.EITHER_WAY)
        who, what = self.world.characters[character], self.world.actions[action].name
        self._demand(grade in grades, f"the reason of {who} for {what} is not that which {grade.value!r} stands for")

    def _check_step(self, tree: Tree, step: PlannedStep, action: int, question: Question, position: int) -> None:
        planner = self.world.characters[question.character]
        self._check_possible(tree, action, f"where {planner} plans it")
        later = position > 1
        if later:
            self._demand(self.reasons.planned_on(action), f"{planner} plans on {step.action}, which nobody decides")
        others = [name for name in self._asked(tree, action) if name != planner] if later else []
        given = [inner.character for inner in step.explanations]
        self._demand(sorted(given) == sorted(others), f"{planner}'s plan gives reasons for {given}, not for {others}")
        left = question.foresight - position + 1
        for inner in step.explanations:
            believed = tree.believed(self.world.character_ids[inner.character])
            self._check_explanation(believed, tree, action, inner, left, question.depth - 1)

    def _check_stakes(self, trees: Sequence[Tree], why: Explanation, question: Question) -> None:
        character, weights = question.character, question.weights
        now, then = (self.reasons.motives(tree, character, weights) for tree in (trees[0], trees[-1]))
        stakes = tuple(
            Stake(name, a, b) for (name, a), (_, b) in zip(now, then, strict=True) if a is not None and b is not None
        )
        self._demand(stakes == why.stakes, f"{why.character}'s motives do not stand as the explanation says")
        ends = tuple(self.reasons.utility(tree, character, weights) for tree in (trees[0], trees[-1]))
        self._demand(ends == (why.before, why.after), f"{why.character}'s utility is not what the explanation says")

    # --- why this plan -------------------------------------------------------------------------------------------

    def _check_plan(self, trees: Sequence[Tree], plan: Sequence[int], why: Explanation, question: Question) -> None:
        """Whether a plan is one, and reason enough."""
        believed, action, name = trees[0], plan[0], why.plan[0].action
        if why.grade is Grade.EITHER_WAY:
            self._check_either_way(believed, action, why, question)
        else:
            self._check_improving(trees, plan, why, question)
        if self.reasons.is_answer(believed, action, question.character):
            self._refute(
                lambda: not self.reasons.answers(question, believed, action),
                f"{why.character} has a better answer than {name}",
                f"that {why.character} has no better answer than {name}",
            )
        elif self.world.tempers[question.character].within is not None:
            self._refute(
                lambda: self._does_better(believed, action, why, question),
                f"{why.character} has a better option than {name}",
                f"that {why.character} has no better option than {name}",
            )

    def _check_improving(
        self, trees: Sequence[Tree], plan: Sequence[int], why: Explanation, question: Question
    ) -> None:
        """That every tail improves, and nothing can be left out; an answer is not held against what was before it."""
        done = 1 if why.grade is Grade.ANSWERS else 0
        whose = f"{why.character}'s plan"
        left = self._left(trees, why, question)
        if left is not None:
            self._demand((left[0], left[-1]) == _worst(why), f"others would not leave {why.character} what it says")
            improving = all(above(left[-1], worth) for worth in left[done:-1])
            self._demand(improving, f"some tail of {whose} for {why.plan[0].action} improves nothing")
        self._refute(
            lambda: self.reasons.can_be_shortened(question, trees[done:], plan[done:], done),
            f"something can be left out of {whose}: {self._named(plan)}",
            f"that nothing can be left out of {whose}: {self._named(plan)}",
        )

    def _check_either_way(self, believed: Tree, action: int, why: Explanation, question: Question) -> None:
        left = self._left([believed], why, question)
        self._demand(left is None or left[0] == _worst(why)[0], f"others would not leave {why.character} what it says")
        self._refute(
            lambda: self.reasons.either_way(question, believed, action) != _worst(why)[1],
            f"{why.plan[0].action} does not pay {why.character} either way as it says",
            f"that {why.plan[0].action} pays {why.character} either way",
        )

    def _left(self, trees: Sequence[Tree], why: Explanation, question: Question) -> list[Number | None] | None:
        """What others would leave at worst of each state; None where that is too much to work out."""
        try:
            return [self.reasons.at_worst(tree, question) for tree in trees]
        except LooksSpent:
            self._doubt(f"that others would leave {why.character} what the explanation says")
        except TooManyTrees:
            self._doubt(f"that others would leave {why.character} what the explanation says: {self._too_many}")
        return None

    def _does_better(self, believed: Tree, action: int, why: Explanation, question: Question) -> bool:
        """Whether another option leaves the action too far behind, by the plan told or the best there is for it."""
        within = self.world.tempers[question.character].within
        _, told = _worst(why)
        if within is None or self.reasons.better_option(question, believed, action, told + within) is None:
            return False
        return not self.reasons.wills(question, believed, action)

    def _refute(self, refutation: Callable[[], bool], message: str, doubt: str) -> None:
        """Confirms, refutes or leaves open what only a search can tell."""
        try:
            if refutation():
                raise _Refuted(message)
            self.confirmed += 1
        except LooksSpent:
            self._doubt(doubt)
        except TooManyTrees:
            self._doubt(f"{doubt}: {self._too_many}")

    @property
    def _too_many(self) -> str:
        return f"a state with more than {self.max_trees:,} parts would have to be held"

    def _doubt(self, message: str) -> None:
        self.not_proven.append(Finding(self.event, message))

    # --- names and demands -----------------------------------------------------------------------------------------

    def _demand(self, holds: bool, message: str) -> None:
        if not holds:
            raise _Refuted(message)

    def _action(self, name: str) -> int:
        number = self.world.action_ids.get(name)
        if number is None:
            raise _Refuted(f"there is no such action: {name}")
        return number

    def _named(self, plan: Sequence[int]) -> str:
        return ", ".join(self.world.actions[action].name for action in plan)


def _worst(why: Explanation) -> tuple[Number, Number]:
    """What others would leave at worst, now and at the end, by an explanation."""
    floor = why.before if why.floor is None else why.floor
    return floor, why.after if why.outlook is None else why.outlook
