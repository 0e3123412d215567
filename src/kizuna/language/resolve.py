"""Expressions in, formulas out: what is read of a state.

Each expression is resolved to a formula together with its static type, from the inside out, so that a mistake is found
at the smallest expression that makes it. A derived fluent is replaced by what it is derived from. Cost: one visit per
node, and the size of a derived fluent's formula per use.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.diagnostics import Label
from kizuna.language.mistakes import mistake
from kizuna.language.names import (
    KIND_WORDS,
    UNKNOWN_KIND,
    Derived,
    Names,
    QuietError,
    Scope,
    Typed,
    elsewhere,
    parameters_of,
)
from kizuna.language.substitute import substituted
from kizuna.language.syntax import (
    According,
    Believing,
    Bracketed,
    CallTo,
    Choice,
    Compared,
    Expression,
    Joined,
    Minus,
    Name,
    Negated,
    Numeral,
    OfType,
    Over,
    Reckoned,
    Truth,
    UnknownValue,
    Wildcard,
)
from kizuna.model.formulas import (
    TRUE,
    ZERO,
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Term,
    Variable,
)
from kizuna.model.values import Number, exact
from kizuna.model.world import BOOLEAN, CHARACTER, ENTITY, NUMBER, Fluent, Logic

_KINDS = {"every": "forall", "some": "exists", "sum": "sum", "product": "product"}


@dataclass
class Conditions:
    """Resolves what is read; knows the names of the story. ``exact``: see the setting ``reading exact``."""

    words: Names
    exact: bool = False
    logic: Logic = Logic.THREE_VALUED
    deriving: list[Derived] = field(default_factory=list)

    # --- what is asked for -----------------------------------------------------------------------------------------

    def condition(self, node: Expression, scope: Scope) -> Formula:
        """The formula of an expression that has to be true or false."""
        found = self.typed(node, scope)
        if found.kind not in (BOOLEAN, UNKNOWN_KIND):
            message = f"A condition was expected here, and this is {KIND_WORDS[found.kind]}."
            help = "Compare it with something: `... = ...`."
            raise mistake(node.span, message, help, code="type-mismatch")
        return found.formula

    def all_of(self, nodes: tuple[Expression, ...], scope: Scope) -> Formula:
        """The conjunction of several conditions, each read by itself; raises quietly where one cannot be read."""
        parts = self._each(nodes, scope)
        return And(parts) if len(parts) > 1 else (parts[0] if parts else TRUE)

    def score(self, node: Expression, scope: Scope, what: str) -> Formula:
        """The formula of something that counts: a number, or a truth value that counts as 1 or 0."""
        found = self.typed(node, scope)
        if found.kind == ENTITY:
            message = f"{what} is a number or a condition, and this is {KIND_WORDS[ENTITY]}."
            raise mistake(node.span, message, "Compare it with something: `... = ...`.", code="type-mismatch")
        return found.formula

    def term(self, node: Expression, scope: Scope) -> Typed:
        """What an argument stands for: a value or a variable."""
        number = literal(node)
        if number is not None:
            return Typed(Constant(number, span=node.span), NUMBER)
        match node:
            case Truth(value=value):
                return Typed(Constant(value, span=node.span), BOOLEAN)
            case UnknownValue():
                return Typed(Constant(None, span=node.span), UNKNOWN_KIND)
            case Name():
                found = self.words.named(node, scope)
                if found is None:
                    raise self.words.nobody(node, scope)
                return found
            case Wildcard():
                raise mistake(node.span, "`_` stands only in the pattern of an event.")
        message = "Only a name can stand here."
        raise mistake(
            node.span, message, "Give it a name first: `some x: type (... = x and ...)`.", code="type-mismatch"
        )

    def character(self, node: Expression, scope: Scope, what: str) -> Term:
        """The term that a name stands for, which must be a character; ``what`` says what only characters do."""
        found = self.term(node, scope)
        formula = found.formula
        if not (isinstance(formula, Constant | Variable) and found.kind == ENTITY) or not self.words.belongs(
            found.options[0], CHARACTER
        ):
            message = f"Only a character {what}, and `{node.span.text}` is none."
            raise mistake(node.span, message, code="type-mismatch")
        return formula

    # --- every kind of expression ----------------------------------------------------------------------------------

    def typed(self, node: Expression, scope: Scope) -> Typed:
        """The formula of an expression, with its static type."""
        match node:
            case Bracketed(body=body):
                return self.typed(body, scope)
            case Name():
                return self._name(node, scope)
            case CallTo(name=name, arguments=arguments):
                return self.call(name, arguments, scope, node)
            case Believing():
                return self._believing(node, scope)
            case According(body=body, who=who):
                mind = self.words.notes.attempt(self.character, who, scope, "believes things")
                inside = self.typed(body, scope)
                return Typed(Believes(_known(mind), inside.formula, span=node.span), inside.kind, inside.options)
            case Joined(operator=operator, parts=parts):
                make = And if operator == "and" else Or
                return Typed(make(self._each(parts, scope), span=node.span), BOOLEAN)
            case Negated(body=body):
                return Typed(Not(self.condition(body, scope), span=node.span), BOOLEAN)
            case Choice():
                return self._choice(node, scope)
            case Over():
                return self._over(node, scope)
            case Compared():
                return self._compared(node, scope)
            case OfType():
                return self._of_type(node, scope)
            case Reckoned() | Minus():
                return self._reckoned(node, scope)
        return self.term(node, scope)

    def call(self, name: Name, nodes: tuple[Expression, ...], scope: Scope, node: Expression) -> Typed:
        """What a fluent at arguments is worth, found by the static types of the arguments."""
        fluent, arguments = self.target(name, nodes, scope, node)
        terms = tuple(a.formula for a in arguments if isinstance(a.formula, Constant | Variable))
        if isinstance(fluent, Derived):
            worth = self.derived(fluent, name)
            pairs = zip(fluent.parameters, terms, strict=True)
            bound = {parameter.name: term for parameter, term in pairs if isinstance(parameter, Variable)}
            taken = {known.formula.name for known in scope.values() if isinstance(known.formula, Variable)}
            return Typed(substituted(worth.formula, bound, taken), worth.kind, worth.options)
        kind = fluent.type if fluent.type in (BOOLEAN, NUMBER) else ENTITY
        return Typed(Call(fluent.signature, terms, span=node.span), kind, ((fluent.type,),) if kind == ENTITY else ())

    def target(
        self, name: Name, nodes: tuple[Expression, ...], scope: Scope, node: Expression | CallTo
    ) -> tuple[Fluent | Derived, list[Typed]]:
        """The fluent that a name at arguments means, and the arguments."""
        if name.text in scope and name.text not in self.words.fluents and self.words.named(name, scope):
            message = f"`{name.text}` stands for somebody or something here, and is nothing that is so or not."
            raise mistake(name.span, message, code="type-mismatch")
        namesakes = self.words.fluents_called(name)
        arguments = [self.term(argument, scope) for argument in nodes]
        for argument, found in zip(nodes, arguments, strict=True):
            if found.kind == UNKNOWN_KIND:
                message = "`unknown` cannot be an argument."
                raise mistake(
                    argument.span, message, "Ask for the worth instead: `... = unknown`.", code="wrong-arguments"
                )
        fluent = self.words.chosen(namesakes, arguments, parameters_of)
        if fluent is None:
            given = [(argument.span, found) for argument, found in zip(nodes, arguments, strict=True)]
            raise self.words.misfit("fluent", name.text, [parameters_of(f) for f in namesakes], given, node.span)
        return fluent, arguments

    def derived(self, fluent: Derived, name: Name) -> Typed:
        """What a derived fluent is worth, its parameters still in it; raises where it goes round in a circle."""
        if fluent.worth is not None:
            return fluent.worth
        if fluent.is_open:
            circle = self.deriving[self.deriving.index(fluent) :]
            names = [f"`{each.name}`" for each in [*circle[1:], fluent]]
            self.words.broken.update(each.name for each in circle)
            message = f"{names[-1]} is derived from {', which is derived from '.join(names)}."
            places = tuple(Label(each.node.name.span, "part of the circle") for each in circle[1:])
            raise mistake(
                name.span, message, "Let one of them be a plain fluent.", code="derived-cycle", secondary=places
            )
        if fluent.name in self.words.broken:
            raise QuietError
        fluent.is_open, before = True, (self.exact, self.words.used)
        self.deriving.append(fluent)
        self.exact, self.words.used = fluent.exact, fluent.used
        body = fluent.node.body
        try:
            if fluent.node.is_condition:
                fluent.worth = Typed(self.condition(body, fluent.scope), BOOLEAN)
            else:
                fluent.worth = self.typed(body, fluent.scope)
        finally:
            fluent.is_open, (self.exact, self.words.used) = False, before
            self.deriving.pop()
            if fluent.worth is None:
                self.words.broken.add(fluent.name)
        return fluent.worth

    def bind(self, variable: Name, type: Name, scope: Scope) -> tuple[Variable, Scope]:
        """A variable over a type, and the scope inside it."""
        kind = self.words.finite(type, f"`{variable.text}`")
        self.refuse_shadow(variable, scope)
        found = self.words.variable(variable, kind)
        assert isinstance(found.formula, Variable)
        return found.formula, {**scope, variable.text: found}

    def refuse_shadow(self, name: Name, scope: Scope) -> None:
        """Whether a new name for somebody leaves it clear who is meant."""
        if name.text in scope and not self.exact:
            message = f"`{name.text}` already stands for somebody or something here."
            raise mistake(name.span, message, "Choose another name.", code="shadowed-name")
        existent = self.words.existents.get(name.text)
        if existent is not None and not self.exact:
            message = f"`{name.text}` is the name of an existent, so it cannot also stand for others."
            secondary = elsewhere(existent.span, "declared here")
            raise mistake(name.span, message, "Choose another name.", code="shadowed-name", secondary=secondary)

    def _each(self, nodes: tuple[Expression, ...], scope: Scope) -> tuple[Formula, ...]:
        found = [self.words.notes.attempt(self.condition, node, scope) for node in nodes]
        parts = tuple(part for part in found if part is not None)
        if len(parts) < len(nodes):
            raise QuietError
        return parts

    def _name(self, node: Name, scope: Scope) -> Typed:
        found = self.words.named(node, scope)
        if found is not None:
            return found
        if any(not fluent.parameters for fluent in self.words.fluents.get(node.text, ())):
            return self.call(node, (), scope, node)
        raise self.words.nobody(node, scope)

    def _believing(self, node: Believing, scope: Scope) -> Typed:
        """Whether somebody takes something for true; what else they hold is asked with ``according to``."""
        mind = self.words.notes.attempt(self.character, node.who, scope, "believes things")
        inside = self.typed(node.body, scope)
        if inside.kind in (NUMBER, ENTITY) and not self.exact:
            message = f"What is believed is so or not, and this is {KIND_WORDS[inside.kind]}."
            help = f"Write `{node.body.span.text} according to {node.who.span.text}`, or compare it with something."
            raise mistake(node.body.span, message, help, code="type-mismatch")
        definite = inside.kind == BOOLEAN and self.logic is Logic.THREE_VALUED
        return Typed(Believes(_known(mind), inside.formula, definite, span=node.span), inside.kind, inside.options)

    def _choice(self, node: Choice, scope: Scope) -> Typed:
        conditions = self._each(tuple(condition for condition, _ in node.branches), scope)
        bodies = [*(body for _, body in node.branches), node.otherwise]
        typed = [self.typed(body, scope) for body in bodies]
        kind = next((found.kind for found in typed if found.kind != UNKNOWN_KIND), UNKNOWN_KIND)
        for body, found in zip(bodies, typed, strict=True):
            if found.kind not in (kind, UNKNOWN_KIND):
                message = f"This branch is {KIND_WORDS[found.kind]}, and another is {KIND_WORDS[kind]}."
                raise mistake(body.span, message, code="type-mismatch")
        branches = tuple((c, found.formula) for c, found in zip(conditions, typed, strict=False))
        options = tuple(dict.fromkeys(option for found in typed for option in found.options))
        return Typed(Conditional(branches, typed[-1].formula, span=node.span), kind, options)

    def _over(self, node: Over, scope: Scope) -> Typed:
        variable, inner = self.bind(node.variable, node.type, scope)
        kind = BOOLEAN if node.kind in ("every", "some") else NUMBER
        body = (
            self.condition(node.body, inner) if kind == BOOLEAN else self.score(node.body, inner, "What is summed up")
        )
        return Typed(Quantified(_KINDS[node.kind], variable, body, span=node.span), kind)

    def _compared(self, node: Compared, scope: Scope) -> Typed:
        sides = [self.words.notes.attempt(self.typed, side, scope) for side in (node.left, node.right)]
        left, right = sides
        if left is None or right is None:
            raise QuietError
        kinds = {left.kind, right.kind} - {UNKNOWN_KIND}
        if len(kinds) > 1:
            message = f"The left side is {KIND_WORDS[left.kind]}, the right side {KIND_WORDS[right.kind]}."
            raise mistake(node.span, message, "Compare what is of one kind.", code="type-mismatch")
        if node.operator not in ("=", "!=") and kinds - {NUMBER}:
            message = f"Only numbers are compared with `{node.operator}`."
            raise mistake(node.span, message, code="type-mismatch")
        operator = "==" if node.operator == "=" else node.operator
        return Typed(Compare(operator, left.formula, right.formula, span=node.span), BOOLEAN)

    def _of_type(self, node: OfType, scope: Scope) -> Typed:
        type, found = self.words.finite(node.type, "It"), self.typed(node.body, scope)
        if type == BOOLEAN or found.kind not in (ENTITY, UNKNOWN_KIND):
            message = f"`is a` asks what somebody or something is, and this is {KIND_WORDS[found.kind]}."
            raise mistake(node.body.span, message, code="type-mismatch")
        return Typed(IsA(found.formula, type, span=node.span), BOOLEAN)

    # --- numbers ---------------------------------------------------------------------------------------------------

    def _reckoned(self, node: Reckoned | Minus, scope: Scope) -> Typed:
        number = literal(node)
        if number is not None:
            return Typed(Constant(number, span=node.span), NUMBER)
        if isinstance(node, Minus):
            return Typed(Arithmetic("-", (ZERO, self.number(node.body, scope)), span=node.span), NUMBER)
        operands: list[Expression] = [node.right, node.left]
        # A chain of one operator is one sum or product; brackets make it several.
        while node.operator in "+*" and isinstance(operands[-1], Reckoned) and operands[-1].operator == node.operator:
            if literal(operands[-1]) is not None:
                break
            inner = operands.pop()
            assert isinstance(inner, Reckoned)
            operands += [inner.right, inner.left]
        parts = tuple(self.number(operand, scope) for operand in reversed(operands))
        return Typed(Arithmetic(node.operator, parts, span=node.span), NUMBER)

    def number(self, node: Expression, scope: Scope) -> Formula:
        """The formula of an expression that has to be a number."""
        found = self.typed(node, scope)
        if found.kind == BOOLEAN and not self.exact:
            message = "A number was expected here, and this is true or false."
            raise mistake(node.span, message, "Write `(if ... then 1 else 0)` to count it.", code="type-mismatch")
        if found.kind == ENTITY:
            message = f"A number was expected here, and this is {KIND_WORDS[ENTITY]}."
            raise mistake(node.span, message, code="type-mismatch")
        return found.formula


def literal(node: Expression) -> Number | None:
    """The number that is plainly written: ``2``, ``-2``, ``1/3``; None for anything else."""
    match node:
        case Numeral(value=value):
            return value
        case Minus(body=Numeral(value=value)):
            return -value
        case Reckoned(operator="/", left=Numeral() | Minus() as left, right=Numeral(value=below)):
            above = literal(left)
            return None if above is None or below == 0 else exact(Fraction(above) / below)
    return None


def _known(term: Term | None) -> Term:
    if term is None:
        raise QuietError
    return term
