"""Everything that a world asks of its states, and everyone and everything that it calls by name while doing so."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import Believes, Call, Constant, Formula, Term, subformulas
from kizuna.model.world import Action, EventPattern, Rule, World


def readings(world: World) -> Iterator[Formula]:
    """All formulas of a world, those under its effects included; facts of the start are none."""
    yield from readings_of_events(world)
    for motive in world.motives:
        yield from (motive.weight, motive.score)
    yield world.plot.utility
    yield from (ending.condition for ending in world.plot.endings)
    yield from (waypoint for waypoint in world.plot.waypoints if not isinstance(waypoint, EventPattern))
    yield from world.plot.never


def readings_of_events(world: World) -> Iterator[Formula]:
    """What actions and rules ask for, and who perceives them."""
    for event in _events(world):
        yield event.precondition
        yield from _read_by(event.effects)
    for action in world.actions:
        yield action.observing.condition


def named(world: World) -> frozenset[str]:
    """The existents that are called by name anywhere but in facts of the start."""
    names = {str(value) for waypoint in world.plot.waypoints if isinstance(waypoint, EventPattern)
             for value in waypoint.arguments}  # fmt: skip
    for formula in (*readings(world), *_targets(world)):
        for part in subformulas(formula):
            names.update(str(term.value) for term in _terms(part) if isinstance(term, Constant))
    for action in world.actions:
        names.update(str(term.value) for term in (*action.parameters, *action.consenting) if isinstance(term, Constant))
    return frozenset(names)


def _events(world: World) -> Iterator[Action | Rule]:
    yield from world.actions
    yield from world.rules


def _terms(part: Formula) -> tuple[Formula | Term, ...]:
    if isinstance(part, Call):
        return part.arguments
    return (part.who,) if isinstance(part, Believes) else (part,)


def _targets(world: World) -> Iterator[Call]:
    stack: list[Effect] = [effect for event in _events(world) for effect in event.effects]
    while stack:
        effect = stack.pop()
        if isinstance(effect, Assign):
            yield effect.target
        else:
            stack.extend(effect.effects)


def _read_by(effects: tuple[Effect, ...]) -> Iterator[Formula]:
    for effect in effects:
        match effect:
            case Assign(value=value):
                yield value
            case When(condition=condition, effects=parts):
                yield condition
                yield from _read_by(parts)
            case ForEach(effects=parts):
                yield from _read_by(parts)
