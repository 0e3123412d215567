"""Building ground formulas and folding what is already known.

Every function here is a constructor that returns the simplest formula of the same worth in every state.
"""

from __future__ import annotations

from collections.abc import Iterable

from kizuna.model.formulas import (
    FALSE,
    TRUE,
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
)
from kizuna.model.world import Logic
from kizuna.model.worth import compared, reckoned


def negation(body: Formula, template: Formula) -> Formula:
    """``not body``."""
    if isinstance(body, Constant):
        return body if body.value is None else Constant(body.value is not True)
    if isinstance(body, Not):
        return body.body
    return Not(body, span=template.span)


def conjunction(parts: Iterable[Formula], template: Formula) -> Formula:
    """All of ``parts``: nested conjunctions are flattened, repeats and truths left out."""
    return _junction(And, TRUE, FALSE, parts, template)


def disjunction(parts: Iterable[Formula], template: Formula) -> Formula:
    """Any of ``parts``, likewise."""
    return _junction(Or, FALSE, TRUE, parts, template)


def _junction(
    kind: type[And] | type[Or], neutral: Constant, absorbing: Constant, parts: Iterable[Formula], template: Formula
) -> Formula:
    kept: dict[Formula, None] = {}
    for part in parts:
        if isinstance(part, Constant) and part == absorbing:
            return absorbing
        for piece in part.parts if isinstance(part, kind) else (part,):
            if not isinstance(piece, Constant) or piece != neutral:
                kept[piece] = None
    if not kept:
        return neutral
    if len(kept) == 1:
        return next(iter(kept))
    return kind(tuple(kept), span=template.span)


def comparison(template: Compare, left: Formula, right: Formula, logic: Logic) -> Formula:
    """A comparison; ``f == true`` is ``f`` and ``f == false`` is ``not f`` where ``f`` cannot be unknown.

    With something unknown a three-valued comparison is unknown, unless unknown is what was literally asked for.
    """
    operator = template.operator
    nothing = Constant(None)
    if logic is Logic.THREE_VALUED and nothing in (left, right) and nothing not in (template.left, template.right):
        return nothing
    if isinstance(left, Constant) and isinstance(right, Constant):
        return Constant(compared(operator, left.value, right.value))
    if logic is Logic.TWO_VALUED and operator in ("==", "!="):
        for side, other in ((left, right), (right, left)):
            if isinstance(side, Constant) and isinstance(side.value, bool):
                return other if side.value is (operator == "==") else negation(other, template)
    if isinstance(left, Constant) and not isinstance(right, Constant):
        return Compare(_MIRRORED[operator], right, left, span=template.span)
    return Compare(operator, left, right, span=template.span)


_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def belief(who: Constant, body: Formula, template: Formula) -> Formula:
    """``body`` in the mind of ``who``; what never changes is the same in every mind."""
    definite = isinstance(template, Believes) and template.definite
    if isinstance(body, Constant):
        return Constant(body.value is True) if definite else body
    return Believes(who, body, definite, span=template.span)


def conditional(branches: Iterable[tuple[Formula, Formula]], otherwise: Formula, template: Formula) -> Formula:
    """A chain of branches without those that can never be taken."""
    kept: list[tuple[Formula, Formula]] = []
    for condition, result in branches:
        if condition == TRUE:
            otherwise = result
            break
        if not isinstance(condition, Constant):
            kept.append((condition, result))
    while kept and kept[-1][1] == otherwise:
        kept.pop()
    return Conditional(tuple(kept), otherwise, span=template.span) if kept else otherwise


def arithmetic(operator: str, parts: tuple[Formula, ...], template: Formula) -> Formula:
    """A sum, difference, product or quotient; a division by a constant zero is left for its event to raise."""
    if all(isinstance(part, Constant) for part in parts):
        values = [part.value for part in parts if isinstance(part, Constant)]
        if not (operator == "/" and any(value == 0 for value in values[1:])):
            return Constant(reckoned(operator, values))
    return Arithmetic(operator, parts, span=template.span)
