"""Formulas with terms put in the place of variables.

Naive: replace the variables and leave the rest. But a bound variable could then catch a name that was free before, or
hide one of the place that the formula is put into; so bound variables whose names are taken get a stroke (``x'``).
Cost: linear in the formula.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kizuna.model.formulas import (
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Term,
    Variable,
)


def fresh(name: str, taken: Collection[str]) -> str:
    """A name like this one that is not taken."""
    while name in taken:
        name += "'"
    return name


def substituted(formula: Formula, terms: Mapping[str, Term], taken: Collection[str] = ()) -> Formula:
    """``formula`` with ``terms`` for the variables of these names; its bound variables are none of ``taken``."""

    def put(term: Term) -> Term:
        return terms.get(term.name, term) if isinstance(term, Variable) else term

    def walk(inner: Formula) -> Formula:
        return substituted(inner, terms, taken)

    span = formula.span
    match formula:
        case Variable():
            return put(formula)
        case Call(fluent=fluent, arguments=arguments):
            return Call(fluent, tuple(map(put, arguments)), span=span)
        case Believes(who=who, body=body, definite=definite):
            return Believes(put(who), walk(body), definite, span=span)
        case Not(body=body):
            return Not(walk(body), span=span)
        case And(parts=parts):
            return And(tuple(map(walk, parts)), span=span)
        case Or(parts=parts):
            return Or(tuple(map(walk, parts)), span=span)
        case Compare(operator=operator, left=left, right=right):
            return Compare(operator, walk(left), walk(right), span=span)
        case IsA(body=body, type=type):
            return IsA(walk(body), type, span=span)
        case Conditional(branches=branches, otherwise=otherwise):
            return Conditional(tuple((walk(c), walk(r)) for c, r in branches), walk(otherwise), span=span)
        case Arithmetic(operator=operator, parts=parts):
            return Arithmetic(operator, tuple(map(walk, parts)), span=span)
        case Quantified(kind=kind, variable=variable, body=body):
            renamed = Variable(fresh(variable.name, taken), variable.type, span=variable.span)
            inside = substituted(body, {**terms, variable.name: renamed}, {*taken, renamed.name})
            return Quantified(kind, renamed, inside, span=span)
    return formula
