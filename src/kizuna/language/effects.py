"""Changes in, effects out: what an event does, or how things stand at the start.

Values and conditions are read before the event; what stands under ``X believes`` is read in the mind of X, which the
formula then says by itself. A bounded number stops at its bounds, and a symmetric fluent changes in both orders. With
``exact`` none of this is added: the words mean just what they say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kizuna.language.mistakes import mistake
from kizuna.language.names import KIND_WORDS, UNKNOWN_KIND, Derived, QuietError, Scope, Typed, said, shown_type
from kizuna.language.resolve import Conditions
from kizuna.language.syntax import Becomes, BelievesChange, Change, EveryChange, Expression, IfChange
from kizuna.model.effects import Assign, Effect, ForEach, When
from kizuna.model.formulas import (
    FALSE,
    TRUE,
    Arithmetic,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Term,
    Variable,
    believed,
    subformulas,
)
from kizuna.model.values import Number, is_number, show
from kizuna.model.world import BOOLEAN, ENTITY, NUMBER, Fluent, Logic


@dataclass
class Changes:
    """Resolves what is changed; ``minds`` is the chain of believers around a change, outermost first."""

    conditions: Conditions

    def read(self, changes: Sequence[Change], scope: Scope, minds: tuple[Term, ...] = ()) -> tuple[Effect, ...]:
        """The effects of several changes, each read by itself; raises quietly where one cannot be read."""
        found = [self.conditions.words.notes.attempt(self._one, change, scope, minds) for change in changes]
        if any(effects is None for effects in found):
            raise QuietError
        return tuple(effect for effects in found for effect in effects or ())

    def _one(self, change: Change, scope: Scope, minds: tuple[Term, ...]) -> tuple[Effect, ...]:
        match change:
            case Becomes():
                return self._becomes(change, scope, minds)
            case BelievesChange(who=who, changes=inner):
                return self.read(inner, scope, (*minds, self.conditions.character(who, scope, "believes things")))
            case EveryChange(variable=name, type=type, changes=inner):
                variable, inside = self.conditions.bind(name, type, scope)
                return (ForEach(variable, self.read(inner, inside, minds), span=change.span),)
            case IfChange():
                return self._if(change, scope, minds)

    def _if(self, change: IfChange, scope: Scope, minds: tuple[Term, ...]) -> tuple[Effect, ...]:
        notes = self.conditions.words.notes
        read = notes.attempt(self.conditions.condition, change.condition, scope)
        then = self.read(change.changes, scope, minds)
        otherwise = self.read(change.otherwise, scope, minds)
        if read is None:
            raise QuietError
        condition = self._read_by(minds, read)
        effect = When(condition, then, span=change.span)
        if not otherwise:
            return (effect,)
        # One group, so that both conditions are read at once even where facts are stated one after the other.
        return (When(TRUE, (effect, When(self._not_so(condition), otherwise, span=change.span)), span=change.span),)

    def _not_so(self, condition: Formula) -> Formula:
        """That a condition does not hold, be it false or unknown."""
        if self.conditions.logic is Logic.TWO_VALUED:
            return Not(condition, span=condition.span)
        return Conditional(((condition, FALSE),), TRUE, span=condition.span)

    # --- one assignment --------------------------------------------------------------------------------------------

    def _becomes(self, change: Becomes, scope: Scope, minds: tuple[Term, ...]) -> tuple[Effect, ...]:
        fluent, arguments = self.conditions.target(change.target.name, change.target.arguments, scope, change.target)
        if isinstance(fluent, Derived):
            raise self._derived(change, fluent)
        terms = tuple(a.formula for a in arguments if isinstance(a.formula, Constant | Variable))
        target = Call(fluent.signature, terms, span=change.target.span)
        value = self._value(change, fluent, target, scope)
        if self.conditions.exact:
            return (Assign(target, value, minds, span=change.span),)
        value = self._read_by(minds, clamped(fluent, value))
        effects = [Assign(target, value, minds, span=change.span)]
        if fluent.symmetric and len(terms) == 2 and terms[0] != terms[1]:
            effects.append(Assign(Call(target.fluent, terms[::-1], span=target.span), value, minds, span=change.span))
        return tuple(effects)

    def _read_by(self, minds: tuple[Term, ...], formula: Formula) -> Formula:
        """The formula as read by the last of ``minds``; a value or variable is the same to everyone."""
        if self.conditions.exact or isinstance(formula, Constant | Variable):
            return formula
        return believed(minds, formula)

    def _derived(self, change: Becomes, fluent: Derived) -> Exception:
        name = fluent.name
        worth = self.conditions.derived(fluent, change.target.name)
        calls = [formula.fluent for formula in subformulas(worth.formula) if isinstance(formula, Call)]
        below = [f"`{each.partition('(')[0]}`" for each in dict.fromkeys(calls)]
        help = f"Change what it follows from: {', '.join(below[:4])}." if below else ""
        message = f"`{name}` is derived, so it cannot be changed by itself."
        return mistake(change.target.span, message, help, code="assigned-derived")

    def _value(self, change: Becomes, fluent: Fluent, target: Call, scope: Scope) -> Formula:
        name = fluent.name
        if change.value is None:
            if fluent.type != BOOLEAN:
                message = f"`{name}` is {_worth_words(fluent)}, so it has to be said which."
                raise mistake(change.span, message, f"Write `{change.target.span.text} = ...`.", code="type-mismatch")
            return FALSE if change.negated else TRUE
        if change.operator == "=":
            found = self.conditions.typed(change.value, scope)
            self._check(fluent, found, change.value)
            if not self.conditions.exact:
                self._check_bounds(fluent, found.formula, change.value)
            return found.formula
        if fluent.type != NUMBER:
            message = f"`{change.operator}` changes numbers, and `{name}` is {_worth_words(fluent)}."
            raise mistake(change.span, message, code="type-mismatch")
        amount = self.conditions.number(change.value, scope)
        return Arithmetic(change.operator[0], (target, amount), span=change.span)

    def _check_bounds(self, fluent: Fluent, value: Formula, said: Expression) -> None:
        """A change that goes on stops at a bound; a number that is said outright has to be one that can be."""
        if isinstance(value, Constant) and is_number(value.value) and within(fluent, value.value) != value.value:  # type: ignore[arg-type]
            low, high = (show(bound) for bound in (fluent.low, fluent.high))
            message = f"`{fluent.name}` goes from {low} to {high}, and is never {show(value.value)}."
            raise mistake(said.span, message, f"Write a number from {low} to {high}.", code="wrong-bounds")

    def _check(self, fluent: Fluent, found: Typed, value: Expression) -> None:
        words = self.conditions.words
        if found.kind == UNKNOWN_KIND:
            return
        if fluent.type in (BOOLEAN, NUMBER):
            fine = found.kind == fluent.type
        else:
            fine = found.kind == ENTITY and all(words.fits(option, fluent.type) for option in found.options)
        if not fine:
            kinds = " or ".join(dict.fromkeys(" & ".join(map(shown_type, option)) for option in found.options))
            is_what = f"of type `{kinds}`" if found.kind == ENTITY and kinds else KIND_WORDS[found.kind]
            message = f"`{fluent.name}` is {_worth_words(fluent)}, and this is {is_what}."
            raise mistake(value.span, message, code="type-mismatch")


def _worth_words(fluent: Fluent) -> str:
    return KIND_WORDS[fluent.type] if fluent.type in (BOOLEAN, NUMBER) else f"a `{shown_type(fluent.type)}`"


def clamped(fluent: Fluent, value: Formula) -> Formula:
    """A worth that stops at the bounds of its fluent."""
    low, high = fluent.low, fluent.high
    if (low is None and high is None) or (isinstance(value, Constant) and value.value is None):
        return value
    if isinstance(value, Constant) and is_number(value.value):
        return Constant(within(fluent, value.value), span=value.span)  # type: ignore[arg-type]
    branches = []
    if low is not None:
        branches.append((Compare("<", value, Constant(low), span=value.span), Constant(low)))
    if high is not None:
        branches.append((Compare(">", value, Constant(high), span=value.span), Constant(high)))
    return Conditional(tuple(branches), value, span=value.span)


def within(fluent: Fluent, number: Number) -> Number:
    """The number nearest to one that the bounds of a fluent allow."""
    if fluent.low is not None and number < fluent.low:
        return fluent.low
    return fluent.high if fluent.high is not None and number > fluent.high else number


def contradicted(effects: tuple[Effect, ...]) -> tuple[Assign, Assign] | None:
    """Two unconditional effects that give the same fluent, in the same minds, different values."""
    seen: dict[tuple[Call, tuple[Term, ...]], Assign] = {}
    for effect in effects:
        if isinstance(effect, Assign) and isinstance(effect.value, Constant):
            other = seen.setdefault((effect.target, effect.minds), effect)
            if other.value != effect.value:
                return other, effect
    return None


def shown_target(effect: Assign) -> str:
    """What an effect changes, as authors write it."""
    arguments = (term.name if isinstance(term, Variable) else said(term.value) for term in effect.target.arguments)
    minds = "".join(f"{said(who.value) if isinstance(who, Constant) else who.name} believes " for who in effect.minds)
    return f"{minds}{effect.target.fluent.partition('(')[0]}({', '.join(arguments)})"
