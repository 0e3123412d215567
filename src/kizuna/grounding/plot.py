"""The author's plot as part of the world: how far the story has come is one more fact, which nobody knows.

The naive way filters the stories found. Here the number of waypoints passed is a hidden fluent of the true state:
events and rules move it on, ``never`` ends it for good, and the author's utility asks for it. All minds hold it
unknown, so what moves it never fires in them, and neither their beliefs nor their plans are touched. Search, validator
and minimality then need no word about plots. Cost: true states are no longer among the believed ones.
"""

from __future__ import annotations

from dataclasses import replace

from kizuna.grounding.ground_world import GroundEffect, GroundWorld
from kizuna.model.effects import Assign, When
from kizuna.model.formulas import (
    ONE,
    ZERO,
    And,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    Or,
    Term,
)
from kizuna.model.values import Value
from kizuna.model.world import NUMBER, Action, EventPattern, Fluent, Plot, Rule, World

HIDDEN = "the plot"
"""The name of the hidden fluent; no author can give a fluent this name without quoting it."""

PASSED = Call(f"{HIDDEN}()")
SPOILT = Constant(-1)


def with_plot(world: World) -> World:
    """The same world, its plot told as one utility; only waypoints and ``never`` need the hidden fluent."""
    plot = world.plot
    utility = _ended(plot) if plot.endings else plot.utility
    if not plot.waypoints and not plot.never:
        return replace(world, plot=Plot(utility=utility, span=plot.span))
    complete = Compare("==", PASSED, Constant(len(plot.waypoints)))
    fluent = Fluent(HIDDEN, (), NUMBER, 0, span=plot.span)
    unknown = tuple(Assign(PASSED, Constant(None), (Constant(name),)) for name in world.characters)
    return replace(
        world,
        fluents=(*world.fluents, fluent),
        initial=(*world.initial, *unknown),
        actions=tuple(_moved_on(action, plot) for action in world.actions),
        rules=(*world.rules, *_nevers(plot), *_conditions(plot)),
        plot=Plot(utility=Conditional(((complete, utility),), ZERO), span=plot.span),
    )


def _ended(plot: Plot) -> Formula:
    return Conditional(((Or(tuple(ending.condition for ending in plot.endings)), ONE),), ZERO)


def _conditions(plot: Plot) -> tuple[Rule, ...]:
    return tuple(
        Rule(f"waypoint {number + 1}", (), And((_at(number), waypoint)), (_move(number + 1),), plot.span)
        for number, waypoint in enumerate(plot.waypoints)
        if not isinstance(waypoint, EventPattern)
    )


def _nevers(plot: Plot) -> tuple[Rule, ...]:
    """Rules that spoil the plot; in minds, where it is unknown, none of them fires."""
    ahead = Compare(">=", PASSED, ZERO)
    spoil = Assign(PASSED, SPOILT)
    return tuple(
        Rule(f"never {number}", (), And((ahead, condition)), (spoil,), plot.span)
        for number, condition in enumerate(plot.never, 1)
    )


def _moved_on(action: Action, plot: Plot) -> Action:
    """The action, with an effect for each waypoint that is an event of it."""
    moves = tuple(
        When(And((_at(number), *_matches(action.parameters, waypoint))), (_move(number + 1),))
        for number, waypoint in enumerate(plot.waypoints)
        if isinstance(waypoint, EventPattern) and _is_of(action, waypoint)
    )
    return replace(action, effects=(*action.effects, *moves)) if moves else action


def _is_of(action: Action, pattern: EventPattern) -> bool:
    return action.name == pattern.action and len(action.parameters) == len(pattern.arguments)


def _matches(parameters: tuple[Term, ...], pattern: EventPattern) -> list[Formula]:
    return [
        Compare("==", parameter, Constant(argument))
        for parameter, argument in zip(parameters, pattern.arguments, strict=True)
        if not isinstance(argument, type(...))
    ]


def _at(number: int) -> Formula:
    return Compare("==", PASSED, Constant(number))


def _move(number: int) -> Assign:
    return Assign(PASSED, Constant(number))


def events_ahead(world: GroundWorld) -> tuple[int | None, dict[Value, int]]:
    """The fluent that says how far the plot has come, and for each of its worths the events that are still to pass."""
    place = next((n for n, fluent in enumerate(world.fluents) if fluent.name == f"{HIDDEN}()"), None)
    if place is None:
        return None, {}
    moves = [_moved(action.effects, place) for action in world.actions]
    events = frozenset[int]().union(*moves)
    last = max([0, *events, *frozenset[int]().union(*(_moved(rule.effects, place) for rule in world.rules))])
    return place, {now: sum(1 for event in events if event > now) for now in range(last + 1)}


def _moved(effects: tuple[GroundEffect, ...], place: int) -> frozenset[int]:
    """The worths that effects give to the fluent of the plot."""
    values = (e.value.value for e in effects if e.fluent == place and not e.minds and isinstance(e.value, Constant))
    return frozenset(value for value in values if isinstance(value, int))
