"""Leaving out what can never matter: constant fluents become constants, impossible and idle events disappear."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from kizuna.grounding import fold
from kizuna.grounding.ground_world import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.grounding.reachability import Reachable
from kizuna.model.formulas import (
    FALSE,
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
    Read,
)
from kizuna.model.values import Value
from kizuna.model.world import Logic

Rewrite = Callable[[Formula], Formula]


def shrink(world: GroundWorld, reachable: Reachable) -> GroundWorld:
    """The same world without whatever cannot change or happen; fluents and events are numbered anew, in order."""
    fixed = {n: worth[0] for n in range(len(world.fluents)) if (worth := reachable.only_worth(n)) is not None}
    kept = [n for n in range(len(world.fluents)) if n not in fixed]
    number = {old: new for new, old in enumerate(kept)}

    rewrite = Substitution(fixed, number, world.logic).of

    def effects(before: tuple[GroundEffect, ...]) -> tuple[GroundEffect, ...]:
        return _effects(before, fixed, number, rewrite)

    return replace(
        world,
        fluents=tuple(world.fluents[n] for n in kept),
        statics=tuple((world.fluents[n], value) for n, value in fixed.items()),
        facts=tuple(world.facts[n] for n in kept),
        beliefs=tuple((chain, number[n], value) for chain, n, value in world.beliefs if n in number),
        actions=tuple(_actions(world, reachable, rewrite, effects)),
        rules=tuple(_rules(world, reachable, rewrite, effects)),
        motives=tuple(
            tuple(replace(m, weight=rewrite(m.weight), score=rewrite(m.score)) for m in motives)
            for motives in world.motives
        ),
        utility=rewrite(world.utility),
    )


def _actions(
    world: GroundWorld,
    reachable: Reachable,
    rewrite: Rewrite,
    effects: Callable[[tuple[GroundEffect, ...]], tuple[GroundEffect, ...]],
) -> list[GroundAction]:
    kept = []
    for action in world.actions:
        precondition = rewrite(action.precondition) if reachable.can_hold(action.precondition) else FALSE
        changes = effects(action.effects)
        if precondition != FALSE and (changes or world.logic is not Logic.TWO_VALUED):
            observers = tuple(rewrite(observer) for observer in action.observers)
            kept.append(
                replace(
                    action,
                    precondition=precondition,
                    effects=changes,
                    observers=observers,
                    tells=None if action.tells is None else rewrite(action.tells),
                    permitting=tuple((character, rewrite(condition)) for character, condition in action.permitting),
                    answers=None if action.answers is None else rewrite(action.answers),
                )
            )
    return kept


def _rules(
    world: GroundWorld,
    reachable: Reachable,
    rewrite: Rewrite,
    effects: Callable[[tuple[GroundEffect, ...]], tuple[GroundEffect, ...]],
) -> list[GroundRule]:
    kept = []
    for rule in world.rules:
        precondition = rewrite(rule.precondition) if reachable.can_hold(rule.precondition) else FALSE
        changes = effects(rule.effects)
        if precondition != FALSE and changes:
            kept.append(replace(rule, precondition=precondition, effects=changes))
    return kept


def _effects(
    effects: tuple[GroundEffect, ...], fixed: dict[int, Value], number: dict[int, int], rewrite: Rewrite
) -> tuple[GroundEffect, ...]:
    kept = []
    for effect in effects:
        condition = rewrite(effect.condition)
        if condition != FALSE and effect.fluent not in fixed:
            kept.append(GroundEffect(effect.minds, number[effect.fluent], rewrite(effect.value), condition))
    return tuple(kept)


class Substitution:
    """Formulas with constant fluents replaced by their worth and the others renumbered.

    ``fixed`` are the worths of the constant ones, ``number`` the new numbers of the others. Most formulas are parts of
    many: each is made once. That a part is the same is told by its address, and it is kept, so that this is its own.
    """

    def __init__(self, fixed: Mapping[int, Value], number: Mapping[int, int], logic: Logic) -> None:
        self._fixed, self._number, self._logic = fixed, number, logic
        self._known: dict[int, tuple[Formula, Formula]] = {}

    def of(self, formula: Formula) -> Formula:
        """The formula so changed, and folded."""
        known = self._known.get(id(formula))
        if known is None:
            known = self._known[id(formula)] = formula, self._made(formula)
        return known[1]

    def _made(self, formula: Formula) -> Formula:
        of = self.of
        match formula:
            case Read(fluent=fluent):
                if fluent in self._fixed:
                    return Constant(self._fixed[fluent], span=formula.span)
                return Read(self._number[fluent], span=formula.span)
            case Believes(who=who, body=body):
                return fold.belief(Constant(who.value), of(body), formula) if isinstance(who, Constant) else formula
            case Not(body=body):
                return fold.negation(of(body), formula)
            case And(parts=parts):
                return fold.conjunction(map(of, parts), formula)
            case Or(parts=parts):
                return fold.disjunction(map(of, parts), formula)
            case Compare(left=left, right=right):
                return fold.comparison(formula, of(left), of(right), self._logic)
            case Conditional(branches=branches, otherwise=otherwise):
                return fold.conditional([(of(c), of(r)) for c, r in branches], of(otherwise), formula)
            case Arithmetic(operator=operator, parts=parts):
                return fold.arithmetic(operator, tuple(map(of, parts)), formula)
        return formula
