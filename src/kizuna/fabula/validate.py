"""The independent validator: it believes nothing that a fabula says of itself.

It replays the events over the naive states and checks every explanation, nested ones included, against the definition,
with code of its own (:mod:`kizuna.fabula.naive_reasons`); it shares nothing with deliberation or search. That something
*could* be left out needs a proof that others would do their part, and that nothing could needs a refutation of each:
both are sought by plain recursion under a stated effort. What that does not settle is counted as not proven, never as
fine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kizuna.epistemics.naive import Tree
from kizuna.fabula.explanation import Explanation, PlannedStep, Stake
from kizuna.fabula.fabula import Fabula
from kizuna.fabula.naive_reasons import NaiveReasons, StepsSpent, above
from kizuna.grounding import GroundWorld
from kizuna.model.values import show

DEFAULT_EFFORT = 20_000
"""Naive steps that the search for shorter plans may take, for the whole fabula."""


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


def validate(fabula: Fabula, world: GroundWorld, effort: int = DEFAULT_EFFORT) -> Verdict:
    """Replays ``fabula`` in ``world`` and checks every claim that it makes."""
    return _Validation(fabula, world, effort).verdict()


class _Refuted(Exception):  # noqa: N818 (an answer, not an error)
    pass


@dataclass
class _Validation:
    fabula: Fabula
    world: GroundWorld
    effort: int
    confirmed: int = 0
    event: int = 0
    refuted: list[Finding] = field(default_factory=list)
    not_proven: list[Finding] = field(default_factory=list)
    reasons: NaiveReasons = field(init=False)

    def __post_init__(self) -> None:
        self.reasons = NaiveReasons(self.world, self.effort)

    def verdict(self) -> Verdict:
        try:
            self._check()
        except _Refuted as refusal:
            self.refuted.append(Finding(self.event, str(refusal)))
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
            self._demand(self.reasons.possible(trees[-1], action), f"{event.action} is not possible here")
            self._check_reasons(trees[-1], action, event.explanations)
            trees.append(self.reasons.dynamics.after(trees[-1], action))
        self.event = 0
        self._check_utility(trees)
        actions = [self._action(name) for name in fabula.actions]
        self._check_minimal(trees, actions, None, fabula.limits.foresight, fabula.limits.depth)

    def _check_reasons(self, tree: Tree, action: int, explanations: tuple[Explanation, ...]) -> None:
        wanted = [self.world.characters[c] for c in self.world.actions[action].consenting]
        given = [explanation.character for explanation in explanations]
        self._demand(sorted(given) == sorted(wanted), f"reasons are given for {given}, needed for {wanted}")
        limits = self.fabula.limits
        for explanation in explanations:
            believed = tree.believed(self.world.character_ids[explanation.character])
            self._check_explanation(believed, action, explanation, limits.foresight, limits.depth)

    def _check_utility(self, trees: Sequence[Tree]) -> None:
        before, after = self.reasons.author(trees[0]), self.reasons.author(trees[-1])
        self._demand(before == self.fabula.before, f"the author's utility starts at {show(before)}")
        self._demand(after == self.fabula.utility, f"the author's utility ends at {show(after)}")
        self._demand(above(after, before), "the ending is no better for the author than the start")
        self.confirmed += 1

    # --- one explanation -----------------------------------------------------------------------------------------

    def _check_explanation(self, believed: Tree, action: int, why: Explanation, foresight: int, depth: int) -> None:
        """Checks the plan of ``why`` from ``believed``; ``depth`` layers of longer plans are left."""
        foresight = max(1, foresight if depth > 0 else 1)
        character = self.world.character_ids[why.character]
        plan = [self._action(step.action) for step in why.plan]
        self._demand(bool(plan) and plan[0] == action, f"{why.character}'s plan begins with another action")
        self._demand(len(plan) <= foresight, f"{why.character}'s plan is longer than the foresight that is left")
        trees = [believed]
        for position, (step, number) in enumerate(zip(why.plan, plan, strict=True), 1):
            self._check_step(trees[-1], step, number, why.character, position, foresight, depth)
            trees.append(self.reasons.dynamics.after(trees[-1], number))
        self._check_stakes(trees, why, character)
        utilities = [self.reasons.utility(tree, character) for tree in trees]
        improving = all(above(utilities[-1], utility) for utility in utilities[:-1])
        self._demand(improving, f"some tail of {why.character}'s plan for {why.plan[0].action} improves nothing")
        self._check_minimal(trees, plan, character, foresight, depth)

    def _check_step(
        self, tree: Tree, step: PlannedStep, action: int, planner: str, position: int, foresight: int, depth: int
    ) -> None:
        self._demand(self.reasons.possible(tree, action), f"{step.action} is not possible where {planner} plans it")
        consenting = [self.world.characters[c] for c in self.world.actions[action].consenting]
        self._demand(bool(consenting), f"{planner} plans on {step.action}, which nobody decides")
        others = [name for name in consenting if name != planner] if position > 1 else []
        given = [inner.character for inner in step.explanations]
        self._demand(sorted(given) == sorted(others), f"{planner}'s plan gives reasons for {given}, not for {others}")
        for inner in step.explanations:
            believed = tree.believed(self.world.character_ids[inner.character])
            self._check_explanation(believed, action, inner, foresight - position + 1, depth - 1)

    def _check_stakes(self, trees: Sequence[Tree], why: Explanation, character: int) -> None:
        now, then = (self.reasons.motives(tree, character) for tree in (trees[0], trees[-1]))
        stakes = tuple(
            Stake(name, a, b) for (name, a), (_, b) in zip(now, then, strict=True) if a is not None and b is not None
        )
        self._demand(stakes == why.stakes, f"{why.character}'s motives do not stand as the explanation says")
        ends = (self.reasons.utility(trees[0], character), self.reasons.utility(trees[-1], character))
        self._demand(ends == (why.before, why.after), f"{why.character}'s utility is not what the explanation says")

    # --- minimality ----------------------------------------------------------------------------------------------

    def _check_minimal(
        self, trees: Sequence[Tree], plan: Sequence[int], planner: int | None, foresight: int, depth: int
    ) -> None:
        """Confirms, refutes or leaves open that nothing can be left out of a plan (or, without planner, a story)."""
        whose = "the story" if planner is None else f"{self.world.characters[planner]}'s plan"
        try:
            if self.reasons.can_be_shortened(trees, plan, planner, foresight, depth):
                raise _Refuted(f"something can be left out of {whose}: {self._named(plan)}")
            self.confirmed += 1
        except StepsSpent:
            message = f"that nothing can be left out of {whose}: {self._named(plan)}"
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
