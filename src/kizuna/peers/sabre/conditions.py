"""Expressions in, formulas out: what is read of a state.

Each expression is resolved to a formula together with its static type, from the inside out, so that a mistake is found
at the smallest expression that makes it. Cost: one visit per node.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kizuna.model.formulas import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Variable,
)
from kizuna.model.world import BOOLEAN, ENTITY, NUMBER
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
    Operation,
    Quantifier,
    TypeTest,
    Word,
)
from kizuna.peers.sabre.vocabulary import UNKNOWN_KIND, Scope, Typed, Vocabulary

_KIND_WORDS = {
    BOOLEAN: "true or false",
    NUMBER: "a number",
    ENTITY: "somebody or something",
    UNKNOWN_KIND: "unknown",
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """Resolves what is read; knows the names of the problem."""

    words: Vocabulary

    def condition(self, node: Expression, scope: Scope) -> Formula:
        """The formula of an expression that has to be true or false."""
        return self._of_kind(node, scope, BOOLEAN).formula

    def utility(self, node: Expression, scope: Scope) -> Formula:
        """The formula of a utility: a number, or a truth value that counts as 1 or 0."""
        found = self.typed(node, scope)
        if found.kind == BOOLEAN:
            return Conditional(((found.formula, ONE),), ZERO, span=self.words.span(node))
        if found.kind != NUMBER:
            message = f"A utility is a number or a truth value, and this is {_KIND_WORDS[found.kind]}."
            raise self.words.mistake("type-mismatch", message, node)
        return found.formula

    def typed(self, node: Expression, scope: Scope) -> Typed:
        """The formula of an expression, with its static type."""
        match node:
            case Word():
                return self.words.term(node, scope)
            case Bracketed(body=body):
                return self.typed(body, scope)
            case Application(name=name, arguments=arguments):
                call, fluent = self.words.call(name, arguments, scope, node)
                kind = fluent.type if fluent.type in (BOOLEAN, NUMBER) else ENTITY
                return Typed(call, kind, ((fluent.type,),) if kind == ENTITY else ())
            case Belief(who=who, body=body):
                inside = self.typed(body, scope)
                formula = Believes(self.words.character(who, scope), inside.formula, span=self.words.span(node))
                return Typed(formula, inside.kind, inside.options)
            case Junction(operator=operator, parts=parts):
                make: Callable[[tuple[Formula, ...]], Formula] = self._maker(And if operator == "&" else Or, node)
                return Typed(make(tuple(self.condition(part, scope) for part in parts)), BOOLEAN)
            case Negation(body=body):
                return Typed(Not(self.condition(body, scope), span=self.words.span(node)), BOOLEAN)
            case Choice():
                return self._choice(node, scope)
            case Quantifier():
                return self._quantifier(node, scope)
            case Comparison():
                return self._comparison(node, scope)
            case TypeTest():
                return self._type_test(node, scope)
            case Operation(operator=operator, left=left, right=right):
                numbers = (self._number(left, scope), self._number(right, scope))
                return Typed(Arithmetic(operator, numbers, span=self.words.span(node)), NUMBER)
            case Assignment():
                message = "`=` gives a value, and nothing can change here."
                raise self.words.mistake("type-mismatch", message, node, "Compare with `==`.")

    def bind(self, variable: Word, type: Word, scope: Scope) -> tuple[Variable, Scope]:
        """A variable for a quantifier, and the scope inside it.

        A name that is already taken by a variable is marked with a stroke, so that no two variables are ever confused.
        """
        name = variable.text
        taken = {known.formula.name for known in scope.values() if isinstance(known.formula, Variable)}
        while name in taken:
            name += "'"
        found = self.words.variable(name, self.words.finite(type, "A variable"), variable)
        assert isinstance(found.formula, Variable)
        return found.formula, {**scope, variable.text: found}

    def _maker(self, kind: type[And] | type[Or], node: Expression) -> Callable[[tuple[Formula, ...]], Formula]:
        return lambda parts: kind(parts, span=self.words.span(node))

    def _of_kind(self, node: Expression, scope: Scope, kind: str) -> Typed:
        found = self.typed(node, scope)
        if found.kind != kind:
            message = f"This should be {_KIND_WORDS[kind]}, and it is {_KIND_WORDS[found.kind]}."
            raise self.words.mistake("type-mismatch", message, node)
        return found

    def _number(self, node: Expression, scope: Scope) -> Formula:
        found = self.typed(node, scope)
        # Unknown may stand where a number is asked for; whatever is computed from it is unknown.
        return found.formula if found.kind == UNKNOWN_KIND else self._of_kind(node, scope, NUMBER).formula

    def _choice(self, node: Choice, scope: Scope) -> Typed:
        conditions = [self.condition(condition, scope) for condition, _ in node.branches]
        bodies = [body for _, body in node.branches] + ([] if node.otherwise is None else [node.otherwise])
        typed = [self.typed(body, scope) for body in bodies]
        kind = next((found.kind for found in typed if found.kind != UNKNOWN_KIND), UNKNOWN_KIND)
        for body, found in zip(bodies, typed, strict=True):
            if found.kind not in (kind, UNKNOWN_KIND) or (found.kind == UNKNOWN_KIND and kind == BOOLEAN):
                message = f"This branch is {_KIND_WORDS[found.kind]}, and another is {_KIND_WORDS[kind]}."
                raise self.words.mistake(
                    "type-mismatch", message, body, "Put the whole `if` in brackets where it ends early."
                )
        if node.otherwise is None and kind != BOOLEAN:
            raise self.words.mistake("syntax", "An `if` that is not true or false needs an `else`.", node)
        otherwise = TRUE if node.otherwise is None else typed[-1].formula
        branches = tuple((c, found.formula) for c, found in zip(conditions, typed, strict=False))
        options = tuple(dict.fromkeys(option for found in typed for option in found.options))
        return Typed(Conditional(branches, otherwise, span=self.words.span(node)), kind, options)

    def _quantifier(self, node: Quantifier, scope: Scope) -> Typed:
        variable, inner = self.bind(node.variable, node.type, scope)
        kind = BOOLEAN if node.kind in ("forall", "exists") else NUMBER
        body = self.condition(node.body, inner) if kind == BOOLEAN else self._number(node.body, inner)
        return Typed(Quantified(node.kind, variable, body, span=self.words.span(node)), kind)

    def _comparison(self, node: Comparison, scope: Scope) -> Typed:
        left, right = self.typed(node.left, scope), self.typed(node.right, scope)
        kinds = {left.kind, right.kind} - {UNKNOWN_KIND}
        if len(kinds) > 1:
            message = f"One side is {_KIND_WORDS[left.kind]}, the other {_KIND_WORDS[right.kind]}."
            raise self.words.mistake("type-mismatch", message, node)
        if node.operator not in ("==", "!=") and kinds - {NUMBER}:
            raise self.words.mistake("type-mismatch", f"Only numbers can be compared with `{node.operator}`.", node)
        return Typed(Compare(node.operator, left.formula, right.formula, span=self.words.span(node)), BOOLEAN)

    def _type_test(self, node: TypeTest, scope: Scope) -> Typed:
        found, type = self.typed(node.body, scope), self.words.finite(node.type, "A test")
        if BOOLEAN in (type, found.kind):
            return Typed(TRUE if found.kind == type else FALSE, BOOLEAN)
        if found.kind == NUMBER or (isinstance(found.formula, Constant) and found.kind == UNKNOWN_KIND):
            return Typed(FALSE, BOOLEAN)
        return Typed(IsA(found.formula, type, span=self.words.span(node)), BOOLEAN)
