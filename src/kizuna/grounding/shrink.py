"""Leaving out what can never matter: constant fluents become constants, impossible and idle events disappear."""

from __future__ import annotations

from collections.abc import Callable
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

    known: dict[int, Formula] = {}

    def rewrite(formula: Formula) -> Formula:
        return substitute(formula, fixed, number, world.logic, known)

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


def substitute(
    formula: Formula,
    fixed: dict[int, Value],
    number: dict[int, int],
    logic: Logic,
    known: dict[int, Formula] | None = None,
) -> Formula:
    """The formula with constant fluents replaced by their worth and the others renumbered.

    ``known`` keeps what was made of formulas that somebody keeps alive, by their addresses: most are parts of many.
    """
    memory = {} if known is None else known

    def walk(formula: Formula) -> Formula:
        made = memory.get(id(formula))
        if made is None:
            made = memory[id(formula)] = walk_in(formula)
        return made

    def walk_in(formula: Formula) -> Formula:
        match formula:
            case Read(fluent=fluent):
                if fluent in fixed:
                    return Constant(fixed[fluent], span=formula.span)
                return Read(number[fluent], span=formula.span)
            case Believes(who=who, body=body):
                return fold.belief(Constant(who.value), walk(body), formula) if isinstance(who, Constant) else formula
            case Not(body=body):
                return fold.negation(walk(body), formula)
            case And(parts=parts):
                return fold.conjunction(map(walk, parts), formula)
            case Or(parts=parts):
                return fold.disjunction(map(walk, parts), formula)
            case Compare(left=left, right=right):
                return fold.comparison(formula, walk(left), walk(right), logic)
            case Conditional(branches=branches, otherwise=otherwise):
                return fold.conditional([(walk(c), walk(r)) for c, r in branches], walk(otherwise), formula)
            case Arithmetic(operator=operator, parts=parts):
                return fold.arithmetic(operator, tuple(map(walk, parts)), formula)
        return formula

    return walk(formula)
