"""Conditions taken apart: what in them is not so, what they look at, and what would make them so."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.epistemics import Dynamics, State
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import And, Believes, Compare, Constant, Formula, Not, Or, Read, children
from kizuna.model.values import Value, show_fact

Place = tuple[tuple[int, ...], int]
"""A fluent at the end of a chain of minds."""
Atom = tuple[tuple[int, ...], int, Value]
"""The same, with a worth."""
MOST_SHOWN = 4
"""Facts that one condition is shown by."""


def failing(dynamics: Dynamics, state: State, condition: Formula) -> list[Formula]:
    """The parts of a condition that are not so in a state."""
    parts = condition.parts if isinstance(condition, And) else (condition,)
    return [part for part in parts if dynamics.evaluator(part)(state) is not True]


def places(world: GroundWorld, formula: Formula, chain: tuple[int, ...] = ()) -> Iterator[Place]:
    """What a formula looks at, in reading order."""
    match formula:
        case Read(fluent=fluent):
            yield chain, fluent
        case Believes(who=Constant(value=str(who)), body=body):
            yield from places(world, body, (*chain, world.character_ids[who]))
        case _:
            for part in children(formula):
                yield from places(world, part, chain)


def shown(world: GroundWorld, state: State, formula: Formula) -> str:
    """How things stand that a formula looks at, in words: ``at(Ana) is house; hurt(Ben) is unknown``."""
    found = list(dict.fromkeys(places(world, formula)))
    facts = [place_shown(world, state, place) for place in found[:MOST_SHOWN]]
    return "; ".join(facts) + ("; and more" if len(found) > MOST_SHOWN else "")


def place_shown(world: GroundWorld, state: State, place: Place) -> str:
    """One fact or belief, in words."""
    chain, fluent = place
    fact = show_fact(world.fluents[fluent].name, state.at(chain).values[fluent])
    return "".join(f"{world.characters[mind]} believes " for mind in chain) + fact


def made_so(dynamics: Dynamics, state: State, formula: Formula, wanted: bool = True) -> list[Atom] | None:
    """Facts that would make a condition so (or, not ``wanted``, not so); None where that is not plain."""
    world = dynamics.world
    match formula:
        case Read(fluent=fluent):
            return [((), fluent, wanted)]
        case Not(body=body):
            return made_so(dynamics, state, body, not wanted)
        case Believes(who=Constant(value=str(who)), body=body):
            inner = made_so(dynamics, state.beliefs[world.character_ids[who]], body, wanted)
            return None if inner is None else [((world.character_ids[who], *c), f, v) for c, f, v in inner]
        case And(parts=parts) | Or(parts=parts):
            return _of_parts(dynamics, state, parts, every=isinstance(formula, And) is wanted, wanted=wanted)
        case Compare():
            return _compared(dynamics, state, formula, wanted)
    return None


def _of_parts(
    dynamics: Dynamics, state: State, parts: tuple[Formula, ...], *, every: bool, wanted: bool
) -> list[Atom] | None:
    options = [
        made_so(dynamics, state, part, wanted) for part in parts if dynamics.evaluator(part)(state) is not wanted
    ]
    if every:
        known = [option for option in options if option is not None]
        return [atom for option in known for atom in option] if len(known) == len(options) else None
    return min((option for option in options if option is not None), key=len, default=None)


def _compared(dynamics: Dynamics, state: State, formula: Compare, wanted: bool) -> list[Atom] | None:
    operator = formula.operator if wanted else {"==": "!=", "!=": "=="}.get(formula.operator, "")
    left, right = formula.left, formula.right
    if operator == "==" and isinstance(left, Read):
        return [((), left.fluent, dynamics.evaluator(right)(state))]
    if operator == "==" and isinstance(right, Read):
        return [((), right.fluent, dynamics.evaluator(left)(state))]
    return None
