"""Leaving out tellings of what nobody minds.

What can be said to whom about what multiplies quickly. A telling is dropped if nothing that it changes is ever read: by
a motive, the plot, a rule, or the conditions and effects of an action; then it can give nobody a reason for anything.
What an action tells is not a reading. Cost: one visit per formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kizuna.grounding.ground_world import GroundEffect, GroundWorld
from kizuna.model.formulas import Formula, Read, subformulas


def without_idle_talk(world: GroundWorld) -> GroundWorld:
    """The world without actions that tell something and change nothing that is read."""
    if all(action.tells is None for action in world.actions):
        return world
    parts = (part for formula in formulas_read(world) for part in subformulas(formula))
    minded = {part.fluent for part in parts if isinstance(part, Read)}
    kept = (a for a in world.actions if a.tells is None or any(each.fluent in minded for each in a.effects))
    return replace(world, actions=tuple(kept))


def formulas_read(world: GroundWorld) -> Iterator[Formula]:
    """Every formula by which anything is decided: what is possible, what follows, what is seen, what it is worth."""
    yield world.utility
    for motive in (each for motives in world.motives for each in motives):
        yield motive.weight
        yield motive.score
    for rule in world.rules:
        yield rule.precondition
        yield from _read_by(rule.effects)
    for action in world.actions:
        yield action.precondition
        yield from _read_by(action.effects)
        yield from action.observers
        yield from (condition for _, condition in action.permitting)
        if action.answers is not None:
            yield action.answers


def _read_by(effects: tuple[GroundEffect, ...]) -> Iterator[Formula]:
    for effect in effects:
        yield effect.value
        yield effect.condition
