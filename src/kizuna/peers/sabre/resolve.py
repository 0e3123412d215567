"""Definitions in, the storyworld out.

Definitions may come in any order in the file; they are processed by kind: types, entities, properties, then actions and
triggers in file order, then what holds at the start in file order, then utilities. Each part that cannot be resolved
is one finding, and the next part is tried. Cost: one visit per node, apart from comparing definitions of the same name.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ParamSpec, TypeVar

from kizuna.diagnostics import Diagnostic, Label, Source, diagnose
from kizuna.model.effects import Effect
from kizuna.model.formulas import TRUE, Constant, Formula, Term, Variable
from kizuna.model.values import Value
from kizuna.model.world import (
    BOOLEAN,
    CHARACTER,
    EVERYONE,
    NUMBER,
    Action,
    Existent,
    Fluent,
    Motive,
    Observing,
    Plot,
    Rule,
    World,
)
from kizuna.peers.sabre.binding import surprises
from kizuna.peers.sabre.conditions import Conditions
from kizuna.peers.sabre.effects import Effects, contradicted
from kizuna.peers.sabre.hierarchy import Hierarchy
from kizuna.peers.sabre.mistakes import MOST_MISTAKES, MistakeError
from kizuna.peers.sabre.overlaps import Definitions
from kizuna.peers.sabre.syntax import (
    EntityDefinition,
    EventDefinition,
    Expression,
    InitialDefinition,
    ObservingPart,
    Parameter,
    Problem,
    PropertyDefinition,
    TypeDefinition,
    UtilityDefinition,
    Word,
)
from kizuna.peers.sabre.vocabulary import Scope, Typed, Vocabulary

P = ParamSpec("P")
T = TypeVar("T")
MOST_WARNINGS = 1000


def resolve(source: Source, problem: Problem) -> tuple[World, list[Diagnostic]]:
    """The world that a problem describes, and what is wrong or surprising; with errors among that, not all of it."""
    resolver = _Resolver(source, problem)
    return resolver.world(), resolver.found


class _Resolver:
    def __init__(self, source: Source, problem: Problem) -> None:
        self.source = source
        self.problem = problem
        self.found: list[Diagnostic] = []
        self.errors = 0
        self.words = Vocabulary(source, set(problem.broken_names))
        self.hierarchy = Hierarchy(self.words, self.note)
        self.conditions = Conditions(self.words)
        self.effects = Effects(self.conditions)
        self.truths: set[str] = set()
        self.fluents: list[Fluent] = []
        self.actions: list[Action] = []
        self.rules: list[Rule] = []

    def world(self) -> World:
        self.hierarchy.define(self._all(TypeDefinition), self._all(EntityDefinition))
        self._entities()
        self._properties()
        self._events()
        initial = self._initial()
        plot, motives = self._utilities()
        return World(
            name=PurePath(self.source.name).stem,
            types=self.hierarchy.types(),
            existents=tuple(self.words.existents.values()),
            fluents=tuple(self.fluents),
            actions=tuple(self.actions),
            rules=tuple(self.rules),
            initial=initial,
            motives=motives,
            plot=plot,
        )

    def note(self, diagnostic: Diagnostic) -> None:
        """Keep a finding, as long as there are not too many of its kind to be of use."""
        if diagnostic.is_error:
            self.errors += 1
        if self.errors <= MOST_MISTAKES and (diagnostic.is_error or len(self.found) < MOST_WARNINGS):
            self.found.append(diagnostic)

    def _try(self, reading: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T | None:
        """What a reading yields, or None with its mistake noted."""
        if self.errors >= MOST_MISTAKES:
            return None
        try:
            return reading(*args, **kwargs)
        except MistakeError as mistake:
            if mistake.diagnostic is not None:
                self.note(mistake.diagnostic)
            return None

    def _all(self, kind: type[T]) -> list[T]:
        return [definition for definition in self.problem.definitions if isinstance(definition, kind)]

    def _look(self, *expressions: Expression | None) -> None:
        for expression in expressions:
            if expression is not None:
                for surprise in surprises(self.source, expression, self.truths):
                    self.note(surprise)

    # --- names -----------------------------------------------------------------------------------------------------

    def _entities(self) -> None:
        types: dict[str, dict[str, None]] = {}
        places: dict[str, Word] = {}
        for definition in self._all(EntityDefinition):
            places.setdefault(definition.name.text, definition.name)
            mine = types.setdefault(definition.name.text, {})
            for word in definition.types:
                if word.text in (BOOLEAN, NUMBER):
                    message = f"An entity cannot be of type `{word.text}`."
                    self.note(diagnose("type-mismatch", message, self.words.span(word)))
                else:
                    mine[word.text] = None
        for name, mine in types.items():
            self.words.existents[name] = Existent(name, tuple(mine), span=self.words.span(places[name]))

    def _properties(self) -> None:
        known = Definitions(self.words, "property")
        signatures: set[str] = set()
        for definition in self._all(PropertyDefinition):
            fluent = self._try(self._property, definition)
            if fluent is None or fluent.span is None:
                self.words.broken.add(definition.name.text)
                continue
            problem = known.add(fluent.name, fluent.parameters, fluent.span)
            if problem is not None:
                self.note(problem)
            # A second property with the very same parameters is never found by any call.
            if fluent.signature not in signatures:
                signatures.add(fluent.signature)
                self.fluents.append(fluent)
                self.words.fluents.setdefault(fluent.name, []).append(fluent)
                if fluent.type == BOOLEAN:
                    self.truths.add(fluent.name)

    def _property(self, definition: PropertyDefinition) -> Fluent:
        parameters, _ = self._parameters(definition.parameters)
        type = self.words.type(definition.type)
        defaults: dict[str, Value] = {BOOLEAN: False, NUMBER: 0}
        span = self.words.span(definition.name)
        return Fluent(definition.name.text, parameters, type, defaults.get(type), span=span)

    def _parameters(self, parameters: tuple[Parameter, ...]) -> tuple[tuple[Term, ...], Scope]:
        terms: list[Term] = []
        scope: Scope = {}
        for parameter in parameters:
            if parameter.type is None:
                term = self.words.term(parameter.name, {}).formula
            else:
                name = parameter.name.text
                if name in scope:
                    raise self.words.mistake(
                        "duplicate-definition", f"Two parameters are called `{name}`.", parameter.name
                    )
                scope[name] = self.words.variable(name, self.words.finite(parameter.type, "A parameter"), parameter)
                term = scope[name].formula
            assert isinstance(term, Constant | Variable)
            terms.append(term)
        return tuple(terms), scope

    # --- events ----------------------------------------------------------------------------------------------------

    def _events(self) -> None:
        known = Definitions(self.words, "event")
        for definition in self._all(EventDefinition):
            heading = self._try(self._parameters, definition.parameters)
            if heading is None:
                continue
            parameters, scope = heading
            problem = known.add(definition.name.text, parameters, self.words.span(definition.name))
            if problem is not None:
                self.note(problem)
            self._event(definition, parameters, scope)

    def _event(self, definition: EventDefinition, parameters: tuple[Term, ...], scope: Scope) -> None:
        watching = definition.observing
        self._look(definition.precondition, definition.effect, watching.body if watching else None)
        precondition = self._try(self._precondition, definition.precondition, scope)
        effects = self._try(self._effects, definition.effect, scope)
        consenting = self._try(self._consenting, definition.consenting or (), scope)
        observing = self._try(self._observing, watching, scope)
        if precondition is None or effects is None or consenting is None or observing is None:
            return
        name, span = definition.name.text, self.words.span(definition.name)
        self._refuse_contradiction(name, precondition, effects)
        if not effects:
            self.note(diagnose("no-effect", f"`{name}` changes nothing.", span))
        if definition.is_trigger:
            self.rules.append(Rule(name, parameters, precondition, effects, span=span))
        else:
            self.actions.append(Action(name, parameters, precondition, effects, consenting, observing, span=span))

    def _consenting(self, words: tuple[Word, ...], scope: Scope) -> tuple[Term, ...]:
        return tuple(dict.fromkeys(self.words.character(word, scope) for word in words))

    def _precondition(self, node: Expression | None, scope: Scope) -> Formula:
        return TRUE if node is None else self.conditions.condition(node, scope)

    def _effects(self, node: Expression | None, scope: Scope) -> tuple[Effect, ...]:
        return () if node is None else self.effects.read(node, scope)

    def _observing(self, part: ObservingPart | None, scope: Scope) -> Observing:
        if part is None:
            return EVERYONE
        type = self.words.type(part.type)
        if not self.words.is_a(CHARACTER, type):
            message = f"Whoever observes is any character, so `{type}` has to be `character` or an ancestor of it."
            raise self.words.mistake("type-mismatch", message, part.type)
        # Whatever its static type, it runs over the characters.
        variable, inner = self.conditions.bind(part.variable, Word(part.type.start, part.type.end, CHARACTER), scope)
        inner[part.variable.text] = Typed(variable, inner[part.variable.text].kind, ((type,),))
        return Observing(variable, self.conditions.condition(part.body, inner))

    def _refuse_contradiction(self, name: str, precondition: Formula, effects: tuple[Effect, ...]) -> None:
        # Instances that the precondition rules out do not count, and what it rules out is for grounding to see.
        clash = contradicted(effects) if precondition == TRUE else None
        if clash is not None and clash[0].span and clash[1].span:
            message = f"`{name}` gives the same property two values."
            other = (Label(clash[0].span, "the other value"),)
            self.note(diagnose("contradictory-effects", message, clash[1].span, secondary=other))

    # --- the start and the wants -----------------------------------------------------------------------------------

    def _initial(self) -> tuple[Effect, ...]:
        effects: list[Effect] = []
        for definition in self._all(InitialDefinition):
            self._look(definition.body)
            effects += self._try(self.effects.read, definition.body, {}) or ()
        return tuple(effects)

    def _utilities(self) -> tuple[Plot, tuple[Motive, ...]]:
        plot = Plot()
        motives: dict[str, Motive] = {}
        for definition in self._all(UtilityDefinition):
            self._look(definition.body)
            score = self._try(self._utility, definition)
            if score is None:
                continue
            span = self.words.span(definition)
            if definition.character is None:
                plot = Plot(score, span=span)
            else:
                name = definition.character.text
                motives[name] = Motive(name, "utility", score, span=span)
        return plot, tuple(motives.values())

    def _utility(self, definition: UtilityDefinition) -> Formula:
        if definition.character is not None:
            self.words.character(definition.character, {})
        return self.conditions.utility(definition.body, {})
