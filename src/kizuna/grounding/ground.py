"""World in, GroundWorld out: number the fluents, instantiate, find what is reachable, leave out the rest."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import prod
from typing import TypeVar
from weakref import ref

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
from kizuna.grounding.idle_talk import without_idle_talk
from kizuna.grounding.initial import initial_facts
from kizuna.grounding.instantiate import MAX_PARTS, Instantiator, TooManyPartsError, choices, instance_name
from kizuna.grounding.plot import with_plot
from kizuna.grounding.reachability import Reachable
from kizuna.grounding.shrink import shrink
from kizuna.model.formulas import FALSE, Constant, Formula, Or, Variable
from kizuna.model.values import Value
from kizuna.model.world import Action, Rule, World

MAX_INSTANCES = 250_000
"""More ground fluents, actions or rules than this are refused with ``world-too-large``."""


_Schema = TypeVar("_Schema", Action, Rule)


class _TooLargeError(Exception):
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


@dataclass(frozen=True)
class Unfolded:
    """A world with every variable filled in and nothing left out yet, but what folds to nothing by itself.

    ``world`` is the authored one with its plot told as rules and a utility; fluents are numbered as in ``whole``.
    """

    world: World
    whole: GroundWorld
    instantiator: Instantiator

    def reachable(self, *, strict: bool = False) -> Reachable:
        """What could come to be from the start; see :class:`Reachable`."""
        return _reachable(self.whole, strict)

    def shrunk(self) -> GroundWorld:
        """The world without whatever can never matter."""
        return without_idle_talk(shrink(self.whole, self.reachable()))


class _Latest:
    """The world that was ground last, for as long as anybody has it: most are asked several questions in a row."""

    def __init__(self) -> None:
        self._known: tuple[ref[World], Outcome[GroundWorld]] | None = None

    def of(self, world: World) -> Outcome[GroundWorld] | None:
        """What became of a world, if it was the last; an equal one is another."""
        known = self._known
        return known[1] if known is not None and known[0]() is world else None

    def keep(self, world: World, outcome: Outcome[GroundWorld]) -> None:
        """Remember a world instead of the one before."""
        self._known = ref(world, self._forget), outcome

    def _forget(self, gone: ref[World]) -> None:
        if self._known is not None and self._known[0] is gone:
            self._known = None


_latest = _Latest()


def ground(world: World) -> Outcome[GroundWorld]:
    """The world without variables, or the diagnostics that stand in the way; asked again it is the same one."""
    outcome = _latest.of(world)
    if outcome is None:
        unfolded = unfold(world)
        shrunk = None if unfolded.value is None else unfolded.value.shrunk()
        outcome = conclude(shrunk, unfolded.diagnostics)
        _latest.keep(world, outcome)
    return outcome


def unfold(world: World) -> Outcome[Unfolded]:
    """The world before anything was left out, or the diagnostics that stand in the way."""
    try:
        return _unfold(world)
    except _TooLargeError as refusal:
        return conclude(None, [refusal.diagnostic])
    except TooManyPartsError as refusal:
        message = f"conditions and effects unfold to more than {MAX_PARTS:,} parts"
        hint = "let quantifiers and observers run over fewer existents"
        return conclude(None, [diagnose("world-too-large", message, refusal.span, "unfolding this", help=hint)])
    except ZeroDivisionError:
        return conclude(None, [diagnose("division-by-zero", "an initial fact divides by zero")])


def _unfold(authored: World) -> Outcome[Unfolded]:
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
        tempers=tuple(dict(world.tempers).get(character, world.temper) for character in world.characters),
        counts=GroundCounts(len(fluents), len(actions), len(rules)),
    )
    if any(finding.is_error for finding in findings):
        return conclude(None, findings)
    return conclude(Unfolded(world, whole, instantiator), findings)


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
        *_telling(schema, instantiator, binding),
        _permitting(schema, instantiator, binding, consenting),
        None if schema.answers is None else instantiator.formula(schema.answers, binding),
        schema.due,
        schema.span,
    )


def _telling(
    schema: Action, instantiator: Instantiator, binding: dict[str, Value]
) -> tuple[Formula | None, int | None]:
    """What an action says to be so, and whose word that is."""
    if schema.tells is None or not schema.consenting:
        return None, None
    teller = instantiator.character_ids[instantiator.term(schema.consenting[0], binding)]
    return instantiator.formula(schema.tells, binding), teller


def _permitting(
    schema: Action, instantiator: Instantiator, binding: dict[str, Value], consenting: set[int]
) -> tuple[tuple[int, Formula], ...]:
    """Who has to put up with an action, each once, and where; whoever wills it is not asked that too."""
    asked: dict[int, list[Formula]] = {}
    for who, lifted in schema.permitting:
        condition = instantiator.formula(lifted, binding)
        character = instantiator.character_ids[instantiator.term(who, binding)]
        if condition != FALSE and character not in consenting:
            asked.setdefault(character, []).append(condition)
    return tuple((who, places[0] if len(places) == 1 else Or(tuple(places))) for who, places in asked.items())


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


def _reachable(whole: GroundWorld, strict: bool) -> Reachable:
    worths: list[set[Value] | None] = [{fact} for fact in whole.facts]
    for _, fluent, value in whole.beliefs:
        known = worths[fluent]
        if known is not None:
            known.add(value)
    return Reachable(worths, whole.actions, whole.rules, whole.logic, strict=strict)
