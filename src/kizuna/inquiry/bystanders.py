"""Whose beliefs can have nothing to do with what somebody would do, however else things stand.

Naive: ask anew with every belief of everybody changed. Better: what is in one mind comes out of it only by what looks
into it: a rule that makes something so, or lays something into another mind, because of what somebody believes; an
event that does, or that asks for it. So it is followed back from the minds that are asked about who is looked at, and
by whom again. The minds that are not come upon are *bystanders*: whatever they believe, the facts and the other minds
go the same way. A bystander's rules may fire in between; they change nothing that any other rule reads, and so neither
what the others do nor in which order.

One thing has to be watched: a mind that is the very state it lies in (its owner is right about everything) follows the
rules along with it, and whether it is turns on what all others believe. So nobody is called a bystander unless each
mind that matters is wrong, in every state on the way, about something that no rule ever touches. Cost: one look at all
rules, and for each course of events one at its states. It holds for worlds whose events and rules are the same; where
what can never change is folded away by itself, a belief of anybody may show in that
(:mod:`kizuna.inquiry.warm`), and nobody may be taken for a bystander.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kizuna.epistemics import State
from kizuna.grounding import GroundAction, GroundRule
from kizuna.model.formulas import Believes, Constant, Formula, children, parts_of
from kizuna.search import Problem

NOBODY: frozenset[int] = frozenset()


class Bystanders:
    """Of the worlds that have the actions and rules of ``problem``, and in which certain events happen."""

    def __init__(self, problem: Problem, events: Iterable[str]) -> None:
        world = problem.world
        self._actions, self._rules = world.actions, world.rules
        self._minds = frozenset(range(len(world.characters)))
        self._ids = world.character_ids
        happening = [world.actions[world.action_ids[name]] for name in events if name in world.action_ids]
        self._seen = self._into(formula for action in happening for formula in _asked_for(action))
        changes: list[GroundRule | GroundAction] = [*world.rules, *happening]
        parts = [part for change in changes for part in _effects(change)]
        parts += [(who, [formula]) for action in happening for who, formula in enumerate(action.observers)]
        self._flows = [(self._into(read), target) for target, read in parts]
        self._touched = frozenset(effect.fluent for rule in world.rules for effect in rule.effects)
        self._due = [
            (self._into([action.precondition]), [problem.dynamics.evaluator(part) for part in _factual(action)])
            for action in world.actions
            if action.due and self._into([action.precondition])
        ]

    def of(self, problem: Problem, states: Sequence[State], asked: Iterable[int]) -> frozenset[int]:
        """Those who have nothing to do with the course of events through ``states``, nor with the minds of those who
        are ``asked``.
        """
        if problem.world.actions is not self._actions or problem.world.rules is not self._rules:
            return NOBODY
        matter = self._matter(self._seen.union(asked, *self._looked_for(states)))
        are_apart = all(self._is_apart(state, mind) for state in states for mind in matter)
        return self._minds - matter if are_apart else NOBODY

    def _matter(self, minds: frozenset[int]) -> frozenset[int]:
        """Some minds with all those that come to bear on them or on the facts."""
        while True:
            more = minds.union(*(read for read, target in self._flows if target is None or target in minds))
            if more == minds:
                return minds
            minds = more

    def _looked_for(self, states: Sequence[State]) -> Iterator[frozenset[int]]:
        """Into whose minds one has to look to tell whether anything is due: where the facts do not say that."""
        for read, facts in self._due:
            if any(all(fact(state) is True for fact in facts) for state in states):
                yield read

    def _is_apart(self, state: State, mind: int) -> bool:
        """Whether somebody is wrong about something that no rule touches."""
        pairs = zip(state.values, state.beliefs[mind].values, strict=True)
        return any(so != believed and fluent not in self._touched for fluent, (so, believed) in enumerate(pairs))

    def _into(self, formulas: Iterable[Formula]) -> frozenset[int]:
        """Into whose minds formulas look, seen from outside of all minds."""
        return frozenset(self._ids[who] for formula in formulas for who in _looked_into(formula))


def _effects(change: GroundRule | GroundAction) -> Iterator[tuple[int | None, list[Formula]]]:
    """Into whose mind something is laid (None: it is made so), and all that this depends on."""
    for effect in change.effects:
        yield effect.minds[0] if effect.minds else None, [change.precondition, effect.condition, effect.value]


def _asked_for(action: GroundAction) -> Iterator[Formula]:
    """What an event asks for; those who perceive it learn of that, too."""
    yield action.precondition
    yield from (condition for _, condition in action.permitting)


def _factual(action: GroundAction) -> Iterator[Formula]:
    """What an event asks for without looking into a mind."""
    yield from (part for part in parts_of(action.precondition) if not any(_looked_into(part)))


def _looked_into(formula: Formula) -> Iterator[str]:
    if isinstance(formula, Believes):
        assert isinstance(formula.who, Constant)
        yield str(formula.who.value)
        return
    for part in children(formula):
        yield from _looked_into(part)
