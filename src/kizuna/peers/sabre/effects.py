"""Expressions in, effects out: what an event changes.

An effect is written like a condition that is to hold afterwards. Negation is pushed inwards until it meets something
that can be set; what offers a choice (a disjunction, ``exists``) is no effect, unless only one alternative is left.

Values and conditions are read before the event. Inside ``believes(C, ...)`` they are read in C's world, which the
formula then says by itself; in ``believes(C, f) = g`` only the target is C's, and ``g`` is read outside.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import TRUE, And, Call, Constant, Formula, Not, Term, Variable, believed
from kizuna.model.world import BOOLEAN, ENTITY, NUMBER, Fluent
from kizuna.peers.sabre.conditions import Conditions
from kizuna.peers.sabre.mistakes import MistakeError
from kizuna.peers.sabre.syntax import (
    Application,
    Assignment,
    Belief,
    Bracketed,
    Choice,
    Comparison,
    Expression,
    Junction,
    Negation,
    Quantifier,
    Word,
)
from kizuna.peers.sabre.vocabulary import UNKNOWN_KIND, Scope, Typed

MOST_BRANCHES = 1000
"""Branches of one conditional effect; each states that all before it do not hold, which grows with the square."""


@dataclass(frozen=True, slots=True)
class Effects:
    """Resolves what is changed; ``minds`` is the chain of believers around an expression, outermost first."""

    conditions: Conditions

    def read(
        self, node: Expression, scope: Scope, minds: tuple[Term, ...] = (), positive: bool = True
    ) -> tuple[Effect, ...]:
        """The effects that make an expression true or, where not ``positive``, false."""
        match node:
            case Bracketed(body=body):
                return self.read(body, scope, minds, positive)
            case Negation(body=body):
                return self.read(body, scope, minds, not positive)
            case Belief(who=who, body=body):
                return self.read(body, scope, (*minds, self.conditions.words.character(who, scope)), positive)
            case Junction(operator=operator, parts=parts):
                if (operator == "&") is positive:
                    return tuple(effect for part in parts for effect in self.read(part, scope, minds, positive))
                return self._only_alternative(node, scope, minds, positive)
            case Quantifier():
                return self._quantifier(node, scope, minds, positive)
            case Choice():
                return self._choice(node, scope, minds, positive)
            case Application():
                return (self._assign(node, node, Constant(positive), scope, minds),)
            case Assignment(target=target, value=value) if positive:
                return (self._assign(node, target, value, scope, minds),)
            case Comparison(operator=operator, left=left, right=right) if operator in ("==", "!="):
                if (operator == "==") is positive:
                    return (self._assign(node, left, right, scope, minds),)
                return (self._assign_opposite(node, left, right, scope, minds),)
            case Word(text=text) if text == str(positive):
                return ()
            case Word():
                # A name that nobody knows is the smaller mistake.
                self.conditions.words.term(node, scope)
        raise self._mistake(node, "This does not say what changes.")

    def _mistake(self, node: Expression, message: str) -> MistakeError:
        return self.conditions.words.mistake("not-an-effect", message, node)

    # --- assignments -----------------------------------------------------------------------------------------------

    def _target(self, node: Expression, scope: Scope, minds: tuple[Term, ...]) -> tuple[Call, Fluent, tuple[Term, ...]]:
        """The property that is set, and in whose minds."""
        words = self.conditions.words
        match node:
            case Bracketed(body=body):
                return self._target(body, scope, minds)
            case Belief(who=who, body=body):
                return self._target(body, scope, (*minds, words.character(who, scope)))
            case Application(name=name, arguments=arguments):
                return *words.call(name, arguments, scope, node), minds
        raise self._mistake(node, "Only a property can be given a value.")

    def _assign(
        self, node: Expression, target: Expression, value: Expression | Constant, scope: Scope, minds: tuple[Term, ...]
    ) -> Assign:
        call, fluent, where = self._target(target, scope, minds)
        span = self.conditions.words.span(node)
        if isinstance(value, Constant):
            if fluent.type != BOOLEAN:
                raise self._mistake(node, f"`{fluent.name}` is not true or false; say which value it gets.")
            return Assign(call, value, where, span=span)
        found = self.conditions.typed(value, scope)
        self._check(fluent, found, value)
        return Assign(call, _read_by(minds, found.formula), where, span=span)

    def _assign_opposite(
        self, node: Expression, left: Expression, right: Expression, scope: Scope, minds: tuple[Term, ...]
    ) -> Assign:
        call, fluent, where = self._target(left, scope, minds)
        found = self.conditions.typed(right, scope)
        if fluent.type != BOOLEAN or found.kind != BOOLEAN:
            raise self._mistake(node, "`!=` is an effect between truth values only; elsewhere it leaves a choice.")
        value = found.formula
        opposite = Constant(not value.value) if isinstance(value, Constant) else Not(value, span=value.span)
        return Assign(call, _read_by(minds, opposite), where, span=self.conditions.words.span(node))

    def _check(self, fluent: Fluent, found: Typed, value: Expression) -> None:
        words = self.conditions.words
        if fluent.type == BOOLEAN:
            fine = found.kind == BOOLEAN
        elif fluent.type == NUMBER:
            fine = found.kind in (NUMBER, UNKNOWN_KIND)
        else:
            fine = found.kind == UNKNOWN_KIND or (
                found.kind == ENTITY and all(words.fits(option, fluent.type) for option in found.options)
            )
        if not fine:
            what = "a truth value" if fluent.type == BOOLEAN else f"of type `{fluent.type}`"
            unknown = "; a truth value is never unknown" if found.kind == UNKNOWN_KIND else ""
            message = f"The value of `{fluent.name}` has to be {what}{unknown}."
            raise words.mistake("type-mismatch", message, value)

    # --- several effects -------------------------------------------------------------------------------------------

    def _quantifier(
        self, node: Quantifier, scope: Scope, minds: tuple[Term, ...], positive: bool
    ) -> tuple[Effect, ...]:
        words = self.conditions.words
        if node.kind not in ("forall", "exists"):
            raise self._mistake(node, "This does not say what changes.")
        if (node.kind == "forall") is positive:
            variable, inner = self.conditions.bind(node.variable, node.type, scope)
            inside = self.read(node.body, inner, minds, positive)
            return (ForEach(variable, inside, span=words.span(node)),) if inside else ()
        type = words.finite(node.type, "A variable")
        members = () if type == BOOLEAN else words.members(type)
        if len(members) != 1:
            raise self._mistake(node, f"`{node.kind}` leaves open whom it is about; an effect cannot offer choices.")
        only = Typed(Constant(members[0]), ENTITY, (words.existents[members[0]].types,))
        return self.read(node.body, {**scope, node.variable.text: only}, minds, positive)

    def _only_alternative(
        self, node: Junction, scope: Scope, minds: tuple[Term, ...], positive: bool
    ) -> tuple[Effect, ...]:
        """What a disjunction comes to if its alternatives are all the same, impossible ones aside."""
        impossible = str(not positive)
        parts = [part for part in node.parts if not (isinstance(part, Word) and part.text == impossible)]
        alternatives = {self.read(part, scope, minds, positive) for part in parts}
        if len(alternatives) != 1:
            raise self._mistake(node, "An effect cannot offer alternatives.")
        return alternatives.pop()

    def _choice(self, node: Choice, scope: Scope, minds: tuple[Term, ...], positive: bool) -> tuple[Effect, ...]:
        words = self.conditions.words
        if len(node.branches) > MOST_BRANCHES:
            raise words.mistake(
                "nested-too-deeply", f"A conditional effect has at most {MOST_BRANCHES} branches.", node
            )
        if node.otherwise is None and not positive:
            raise self._mistake(node, "An `if` without `else` cannot be made false.")
        earlier: list[Formula] = []
        effects: list[Effect] = []
        for condition, body in node.branches:
            holds = _read_by(minds, self.conditions.condition(condition, scope))
            inside = self.read(body, scope, minds, positive)
            if inside:
                effects.append(When(_all((*earlier, holds)), inside, span=words.span(body)))
            earlier.append(Not(holds, span=holds.span))
        if node.otherwise is not None and (inside := self.read(node.otherwise, scope, minds, positive)):
            effects.append(When(_all(tuple(earlier)), inside, span=words.span(node.otherwise)))
        # One group, so that all conditions are read at once even where conjuncts are applied one after the other.
        return (When(TRUE, tuple(effects), span=words.span(node)),) if len(effects) > 1 else tuple(effects)


def _read_by(minds: tuple[Term, ...], formula: Formula) -> Formula:
    """The formula as read by the last of ``minds``; a value or variable is the same to everyone."""
    return formula if isinstance(formula, Constant | Variable) else believed(minds, formula)


def _all(parts: tuple[Formula, ...]) -> Formula:
    return parts[0] if len(parts) == 1 else And(parts)


def contradicted(effects: tuple[Effect, ...]) -> tuple[Assign, Assign] | None:
    """Two unconditional effects that give the same property, in the same minds, different constants."""
    seen: dict[tuple[Call, tuple[Term, ...]], Assign] = {}
    for effect in effects:
        if isinstance(effect, Assign) and isinstance(effect.value, Constant):
            other = seen.setdefault((effect.target, effect.minds), effect)
            if other.value != effect.value:
                return other, effect
    return None
