"""Actions that can never happen and rules that can never fire, even if everybody agrees to everything."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.diagnostics import Diagnostic, Label, Span, diagnose
from kizuna.grounding import GroundAction, GroundRule
from kizuna.inquiry.loose_ends.exploration import Exploration
from kizuna.inquiry.loose_ends.obstacles import Obstacle, never_so, obstacle, places
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.model.effects import assignments
from kizuna.model.formulas import Call, subformulas
from kizuna.model.world import Action, Rule

Place = Span | str


Hopeless = dict[Place, tuple[Action | Rule, Obstacle]]
"""Actions and rules that can never happen, each with what stands in the way."""


def hopeless_happenings(prospects: Prospects) -> Hopeless:
    """The actions and rules of the author's own that are impossible even in the relaxed look."""
    possible = {place_of(action) for action in prospects.actions} | {place_of(rule) for rule in prospects.rules}
    schemas: tuple[Action | Rule, ...] = (*prospects.world.actions, *prospects.world.rules)
    hopeless: Hopeless = {}
    for schema in schemas:
        place = schema.span or schema.name
        if place not in possible and place not in hopeless and prospects.owns(schema.span):
            hopeless[place] = schema, obstacle(prospects, schema.parameters, schema.precondition)
    return hopeless


def impossible_happenings(prospects: Prospects, exploration: Exploration, hopeless: Hopeless) -> Iterator[Diagnostic]:
    """A finding for each action and each rule of the author's own that can never happen."""
    for schema, found in hopeless.values():
        yield _impossible(schema, found, _would_help(found, hopeless, schema))
    yield from _never_seen(prospects, exploration)


def place_of(event: GroundAction | GroundRule) -> Place:
    """What all instances of one declaration have in common: its place, or its name where it has none."""
    if event.span is not None:
        return event.span
    return event.schema if isinstance(event, GroundAction) else event.name.partition("(")[0]


def called(schema: Action | Rule | GroundAction) -> str:
    """What the author calls an action or rule: an action about topics has a name of its own for each of them."""
    if schema.span is not None and schema.span.text.isidentifier():
        return schema.span.text
    return schema.schema if isinstance(schema, GroundAction) else schema.name


def _impossible(schema: Action | Rule, found: Obstacle, help: str) -> Diagnostic:
    is_rule = isinstance(schema, Rule)
    message = f"`{called(schema)}` can never {'fire' if is_rule else 'happen'}: {never_so(found)}."
    labels = places(found, schema.span)
    code = "idle-rule" if is_rule else "impossible-action"
    if not labels or schema.span is None:
        return diagnose(code, message, schema.span, help=help)
    around = Label(schema.span, "so this rule never fires" if is_rule else "so this never happens")
    return diagnose(code, message, labels[0].span, labels[0].text, secondary=(*labels[1:], around), help=help)


def _would_help(found: Obstacle, hopeless: Hopeless, schema: Action | Rule) -> str:
    """What could be done: where only another impossible event would clear the way, it is that one's turn first."""
    if found.nobody is not None:
        return f"Declare one: `{found.nobody.type} NAME`; or give the parameter another type."
    if len(found.parts) > 1:
        return "Let both be so at once at some time, or leave one of them out."
    for other, _ in hopeless.values():
        if other is not schema and asked_for(found) & set_by(other):
            return f"`{called(other)}` would change that, and can never happen either: see there first."
    return "Let it be so at the start, or let something that can happen make it so."


def asked_for(found: Obstacle) -> set[str]:
    """The signatures of the fluents in whatever stands in the way."""
    return {part.fluent for each in found.parts for part in subformulas(each) if isinstance(part, Call)}


def set_by(event: Action | Rule) -> set[str]:
    """The signatures of the fluents that an event changes."""
    return {assign.target.fluent for assign, _ in assignments(event.effects)}


def _never_seen(prospects: Prospects, exploration: Exploration) -> Iterator[Diagnostic]:
    """Actions that seemed possible, and never were in all that can be reached or thought of."""
    told: dict[Place, GroundAction] = {}
    for action in prospects.ground_world.actions:
        if prospects.owns(action.span):
            told.setdefault(place_of(action), action)
    if exploration.complete:
        for number in exploration.happened:
            told.pop(place_of(prospects.ground_world.actions[number]), None)
    if not told or exploration.imaginable is None:
        return
    for number in exploration.imaginable:
        told.pop(place_of(prospects.ground_world.actions[number]), None)
    for action in told.values():
        message = f"`{called(action)}` can never happen: its conditions are never all met at once."
        help = (
            f"All {len(exploration.states)} states that can be reached were looked at, and all that anybody imagines."
        )
        if place_of(action) in {place_of(possible) for possible in prospects.actions}:
            yield diagnose("impossible-action", message, action.span, help=help)
