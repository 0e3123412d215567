"""Places and things that nothing can ever happen with, though the same can happen with others like them."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.inquiry.loose_ends.happenings import asked_for, called, place_of, set_by
from kizuna.inquiry.loose_ends.obstacles import Obstacle, never_so, obstacle
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.inquiry.loose_ends.readings import named
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Constant, Variable
from kizuna.model.values import Value
from kizuna.model.world import CHARACTER, ENTITY, Action, Existent, Rule, World

Role = tuple[Action, Variable, Obstacle]


def existents_out_of_reach(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for each existent that no possible action takes, where another could stand in its stead.

    Characters may well be left out of everything, and what the author calls by name has a part without it.
    """
    world = prospects.world
    possible = {place_of(action) for action in prospects.actions}
    taken: set[Value] = {argument for action in prospects.actions for argument in action.arguments} | set(named(world))
    taken |= set(_tied(world))
    schemas = [schema for schema in world.actions if (schema.span or schema.name) in possible]
    for existent in world.existents:
        if existent.name in taken or not prospects.owns(existent.span):
            continue
        if not any(world.is_a(type, CHARACTER) for type in existent.types):
            roles = list(_roles(prospects, existent, schemas))
            if roles:
                yield _out_of_reach(existent, *_most_telling(prospects, roles))


def _tied(world: World) -> Iterator[Value]:
    """The existents of which something is said together with another: there may be a rule about the two."""
    for effect in world.initial:
        if isinstance(effect, Assign) and effect.value == TRUE:
            arguments = [each.value for each in effect.target.arguments if isinstance(each, Constant)]
            if len(arguments) > 1:
                yield from arguments


def _roles(prospects: Prospects, existent: Existent, schemas: list[Action]) -> Iterator[Role]:
    """The actions that are possible with others of its kind, and what keeps each of them from it.

    What takes whatever there is says of none that it should have a part.
    """
    for schema in schemas:
        for parameter in schema.parameters:
            if not isinstance(parameter, Variable) or parameter.type == ENTITY:
                continue
            if existent.name in prospects.world.values_of(parameter.type):
                fixed = {parameter.name: existent.name}
                yield schema, parameter, obstacle(prospects, schema.parameters, schema.precondition, fixed)


def _most_telling(prospects: Prospects, roles: list[Role]) -> Role:
    """The one that fails for what never changes, if there is one: the others fail because of it."""
    events: tuple[Action | Rule, ...] = (*prospects.world.actions, *prospects.world.rules)
    changing = {signature for event in events for signature in set_by(event)}
    lasting = [role for role in roles if role[2].parts and not asked_for(role[2]) & changing]
    return (*lasting, *roles)[0]


def _out_of_reach(existent: Existent, action: Action, parameter: Variable, found: Obstacle) -> Diagnostic:
    message = f"Nothing can ever happen with `{existent.name}`."
    why = f"`{called(action)}` with `{existent.name}` as `{parameter.name}` cannot happen: {never_so(found)}."
    return diagnose(
        "out-of-reach",
        message,
        existent.span,
        "out of everybody's reach",
        help=(why, "Give it a way, a place or a part; or leave it out."),
    )
