"""World in, GroundWorld out: number the fluents, instantiate, find what is reachable, leave out the rest."""

from __future__ import annotations

from itertools import islice
from math import prod
from typing import TypeVar

from kizuna.diagnostics import Diagnostic, Outcome, Span, conclude, diagnose
from kizuna.grounding.contradiction import contradicts_itself
from kizuna.grounding.ground_world import (
    GroundAction,
    GroundCounts,
    GroundFluent,
    GroundMotive,
    GroundRule,
    GroundWorld,
)
from kizuna.grounding.initial import initial_facts
from kizuna.grounding.instantiate import MAX_PARTS, Instantiator, TooManyPartsError, choices, instance_name
from kizuna.grounding.plot import with_plot
from kizuna.grounding.reachability import Reachable
from kizuna.grounding.shrink import shrink
from kizuna.model.formulas import FALSE, Constant, Formula, Variable
from kizuna.model.values import Value
from kizuna.model.world import Action, Rule, World

MAX_INSTANCES = 250_000
"""More ground fluents, actions or rules than this are refused with ``world-too-large``."""


_Schema = TypeVar("_Schema", Action, Rule)


class _TooLargeError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def ground(world: World) -> Outcome[GroundWorld]:
    """The world without variables, or the diagnostics that stand in the way."""
    try:
        return _ground(world)
    except _TooLargeError as refusal:
        return conclude(None, [refusal.diagnostic])
    except TooManyPartsError as refusal:
        message = f"conditions and effects unfold to more than {MAX_PARTS:,} parts"
        hint = "let quantifiers and observers run over fewer existents"
        return conclude(None, [diagnose("world-too-large", message, refusal.span, "unfolding this", help=hint)])
    except ZeroDivisionError:
        return conclude(None, [diagnose("division-by-zero", "an initial fact divides by zero")])


def _ground(authored: World) -> Outcome[GroundWorld]:
    world = with_plot(authored)
    fluents, numbers = _fluents(world)
    instantiator = Instantiator(world, numbers, {name: n for n, name in enumerate(world.characters)})
    facts, records = initial_facts(world, instantiator, [fluent.default for fluent in fluents])
    actions = _actions(world, instantiator)
    rules = _rules(world, instantiator)
    findings = _contradictions([*actions, *rules])
    motives = tuple(
        tuple(
            GroundMotive(m.name, instantiator.formula(m.weight, {}), instantiator.formula(m.score, {}), m.span)
            for m in world.motives
            if m.character == character
        )
        for character in world.characters
    )
    whole = GroundWorld(
        name=world.name,
        digest=authored.digest,
        logic=world.logic,
        characters=world.characters,
        fluents=tuple(fluents),
        statics=(),
        facts=tuple(facts),
        beliefs=tuple((chain, fluent, value) for (chain, fluent), value in records.items()),
        actions=tuple(actions),
        rules=tuple(rules),
        motives=motives,
        utility=instantiator.formula(world.plot.utility, {}),
        counts=GroundCounts(len(fluents), len(actions), len(rules)),
    )
    if any(finding.is_error for finding in findings):
        return conclude(None, findings)
    return conclude(shrink(whole, _reachable(whole)), findings)


def _fluents(world: World) -> tuple[list[GroundFluent], dict[tuple[str, tuple[Value, ...]], int]]:
    """All fluents at all arguments, and their numbers; where two overlap, the first definition has the say."""
    fluents: list[GroundFluent] = []
    named: dict[str, int] = {}
    numbers: dict[tuple[str, tuple[Value, ...]], int] = {}
    for fluent in world.fluents:
        if prod(len(world.values_of(p.type)) for p in fluent.parameters if isinstance(p, Variable)) > MAX_INSTANCES:
            raise _TooLargeError(_too_large(f"fluent {fluent.name}", fluent.span))
        for arguments in choices(world, fluent.parameters):
            name = instance_name(fluent.name, arguments)
            number = numbers[fluent.signature, arguments] = named.setdefault(name, len(fluents))
            if number == len(fluents):
                fluents.append(GroundFluent(name, fluent.default))
        if len(fluents) > MAX_INSTANCES:
            raise _TooLargeError(_too_large(f"fluent {fluent.name}", fluent.span))
    return fluents, numbers


def _actions(world: World, instantiator: Instantiator) -> list[GroundAction]:
    actions = (_action(schema, instantiator, binding) for schema, binding in _bound(world.actions, instantiator))
    return [action for action in actions if action.precondition != FALSE]


def _action(schema: Action, instantiator: Instantiator, binding: dict[str, Value]) -> GroundAction:
    arguments = tuple(instantiator.term(parameter, binding) for parameter in schema.parameters)
    precondition = _condition(schema, instantiator, binding)
    if precondition == FALSE:
        return GroundAction("", schema.name, arguments, FALSE, (), (), ())
    consenting = {instantiator.character_ids[instantiator.term(who, binding)] for who in schema.consenting}
    observers = tuple(
        instantiator.formula(schema.observing.condition, {**binding, schema.observing.variable.name: character})
        for character in instantiator.world.characters
    )
    return GroundAction(
        instance_name(schema.name, arguments),
        schema.name,
        arguments,
        precondition,
        instantiator.effects(schema.effects, binding),
        tuple(sorted(consenting)),
        observers,
        schema.say,
        tuple(p.name if isinstance(p, Variable) else "" for p in schema.parameters),
        schema.span,
    )


def _rules(world: World, instantiator: Instantiator) -> list[GroundRule]:
    rules: list[GroundRule] = []
    for schema, binding in _bound(world.rules, instantiator):
        precondition = _condition(schema, instantiator, binding)
        if precondition != FALSE:
            arguments = tuple(instantiator.term(parameter, binding) for parameter in schema.parameters)
            effects = instantiator.effects(schema.effects, binding)
            rules.append(GroundRule(instance_name(schema.name, arguments), precondition, effects, schema.span))
    return rules


def _condition(schema: Action | Rule, instantiator: Instantiator, binding: dict[str, Value]) -> Formula:
    condition = instantiator.formula(schema.precondition, binding)
    return FALSE if contradicts_itself(condition) else condition


def _bound(schemas: tuple[_Schema, ...], instantiator: Instantiator) -> list[tuple[_Schema, dict[str, Value]]]:
    """All choices of arguments of all schemas, made before anything is built from them: a refusal comes at once."""
    bound: list[tuple[_Schema, dict[str, Value]]] = []
    for schema in schemas:
        bindings = instantiator.bindings(schema.parameters, schema.precondition)
        bound += ((schema, binding) for binding in islice(bindings, MAX_INSTANCES - len(bound) + 1))
        if len(bound) > MAX_INSTANCES:
            raise _TooLargeError(_too_large(f"{type(schema).__name__.lower()} {schema.name}", schema.span))
    return bound


def _too_large(what: str, span: Span | None) -> Diagnostic:
    return diagnose(
        "world-too-large",
        f"with {what} the world passes {MAX_INSTANCES:,} ground instances",
        span,
        "too many choices of arguments",
        help="give its parameters narrower types, or add conditions on the parameters alone (such as x != y)",
    )


def _contradictions(events: list[GroundAction | GroundRule]) -> list[Diagnostic]:
    findings: dict[tuple[Span | None, str], Diagnostic] = {}
    for event in events:
        seen: dict[tuple[tuple[int, ...], int], Value] = {}
        for effect in event.effects:
            if effect.condition == Constant(True) and isinstance(effect.value, Constant):
                key = (effect.minds, effect.fluent)
                if seen.setdefault(key, effect.value.value) != effect.value.value:
                    schema = event.name.partition("(")[0]
                    message = f"{event.name} gives the same fluent two values at once"
                    findings.setdefault((event.span, schema), diagnose("contradictory-effects", message, event.span))
    return list(findings.values())


def _reachable(whole: GroundWorld) -> Reachable:
    worths: list[set[Value] | None] = [{fact} for fact in whole.facts]
    for _, fluent, value in whole.beliefs:
        known = worths[fluent]
        if known is not None:
            known.add(value)
    return Reachable(worths, whole.actions, whole.rules, whole.logic)
