"""Expressions and changes as text, in the one way that ``kizuna format`` writes them.

Naive: brackets around everything. Better: the brackets that the author wrote, and for trees that nobody wrote (they
came from Python, or from another language) those without which the text would say something else. Cost: linear; the
left spine of a long sum is walked in a loop.
"""

from __future__ import annotations

from fractions import Fraction

from kizuna.language.cursor import RESERVED
from kizuna.language.expressions import ends_in_a_mind
from kizuna.language.lexer import plain_name
from kizuna.language.syntax import (
    According,
    Becomes,
    BelievesChange,
    Believing,
    Bracketed,
    CallTo,
    Change,
    Choice,
    Compared,
    EveryChange,
    Expression,
    IfChange,
    Joined,
    Minus,
    Name,
    Negated,
    Numeral,
    OfType,
    Over,
    ParameterNode,
    Reckoned,
    Truth,
    UnknownValue,
    Wildcard,
)
from kizuna.model.values import Number

CHOICE, JOINED, NEGATION, MIND, COMPARISON, SUM, PRODUCT, SIGNED, ATOM = range(9)
"""How tightly expressions hold together, loosest first."""

_WORDS = {"every": "every", "some": "some", "sum": "sum of", "product": "product of"}


def conditions(nodes: tuple[Expression, ...]) -> tuple[list[str], bool]:
    """Several conditions, and whether each needs a line of its own, because a comma could be misread."""
    unclear = any(isinstance(each, Joined) and each.operator == "or" for each in nodes)
    unclear = unclear or any(isinstance(each, Choice) for each in nodes[:-1])
    return [expression(each) for each in nodes], unclear and len(nodes) > 1


def name(node: Name, avoid: frozenset[str] = frozenset()) -> str:
    """A name, in backquotes where it is odd or would mean something else where it stands."""
    return (
        node.text
        if plain_name(node.text) and node.text not in RESERVED and node.text not in avoid
        else f"`{node.text}`"
    )


def number(value: Number) -> str:
    """An exact number: a decimal where that is exact, else a fraction."""
    if not isinstance(value, Fraction):
        return str(value)
    places, rest = 0, value.denominator
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * (10**places // value.denominator)).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else sign + digits


def level(node: Expression) -> int:
    """How tightly an expression holds together."""
    match node:
        case Choice():
            return CHOICE
        case Joined():
            return JOINED
        case Negated():
            return NEGATION
        case Believing():
            return MIND
        case Compared() | OfType():
            return COMPARISON
        case Reckoned(operator=operator):
            return SUM if operator in "+-" else PRODUCT
        case Minus() | According():
            return SIGNED
        case Numeral(value=value):
            written = number(value)
            return PRODUCT if "/" in written else SIGNED if written[0] == "-" else ATOM
    return ATOM


def expression(node: Expression, tight: int = CHOICE) -> str:
    """An expression that holds together at least as tightly as ``tight``."""
    written = _expression(node)
    return f"({written})" if level(node) < tight else written


def _expression(node: Expression) -> str:
    match node:
        case Name():
            return name(node)
        case Numeral(value=value):
            return number(value)
        case Truth(value=truth):
            return "yes" if truth else "no"
        case UnknownValue():
            return "unknown"
        case Wildcard():
            return "_"
        case CallTo():
            return call(node)
        case Bracketed(body=body):
            return f"({expression(body)})"
        case Negated(body=body):
            return f"not {expression(body, NEGATION)}"
        case Joined():
            return _joined(node)
        case Compared(operator=operator, left=left, right=right):
            return f"{expression(left, SUM)} {operator} {expression(right, SUM)}"
        case Reckoned():
            return _reckoned(node)
        case Minus(body=body):
            return f"-{expression(body, SIGNED)}"
        case According(body=body, who=who):
            inner = expression(body, SIGNED if isinstance(body, According) else ATOM)
            return f"{inner} according to {expression(who, ATOM)}"
        case Believing(who=who, body=body):
            return f"{_mind(who)} believes {expression(body, NEGATION)}"
        case OfType(body=body, type=type):
            article = "an" if type.text[0].lower() in "aeiou" else "a"
            return f"{expression(body, SUM)} is {article} {name(type)}"
        case Over(kind=kind, variable=variable, type=type, body=body):
            return f"{_WORDS[kind]} {name(variable)}: {name(type)} ({expression(body)})"
        case Choice(branches=branches, otherwise=otherwise):
            said = (f"if {expression(when, JOINED)} then {expression(then, JOINED)} else " for when, then in branches)
            return "".join(said) + expression(otherwise, NEGATION)


def call(node: CallTo) -> str:
    """A name and its arguments."""
    return f"{name(node.name)}({', '.join(map(expression, node.arguments))})"


def cues(nodes: tuple[CallTo, ...]) -> str:
    """Sensations, each with whose they are."""
    return ", ".join(call(node) if node.arguments else name(node.name) for node in nodes)


def joined_parts(node: Joined) -> list[str]:
    """The parts of ``a and b``, each as it stands beside the others."""
    last = len(node.parts) - 1
    return [
        f"({expression(part)})" if place < last and ends_in_a_mind(part) else expression(part, NEGATION)
        for place, part in enumerate(node.parts)
    ]


def _joined(node: Joined) -> str:
    return f" {node.operator} ".join(joined_parts(node))


def _reckoned(node: Reckoned) -> str:
    if node.operator == "/" and isinstance(node.left, Numeral) and isinstance(node.right, Numeral):
        return f"{expression(node.left, PRODUCT)}/{expression(node.right, SIGNED)}"
    own = level(node)
    tail: list[str] = []
    left: Expression = node
    while isinstance(left, Reckoned) and level(left) >= own:
        if left.operator == "/" and isinstance(left.left, Numeral) and isinstance(left.right, Numeral):
            break
        here = level(left)
        tail.append(f" {left.operator} {expression(left.right, here + 1)}")
        left, own = left.left, here
    return expression(left, own) + "".join(reversed(tail))


def _mind(who: Expression) -> str:
    return _expression(who) if isinstance(who, Name | CallTo | Bracketed) else f"({_expression(who)})"


# --- changes ---------------------------------------------------------------------------------------------------------


def worth(node: Expression) -> str:
    """An expression as the value of a change."""
    written = _expression(node)
    return f"({written})" if isinstance(node, Joined | Believing | Compared | OfType) else written


def change(node: Change) -> str:
    """One change."""
    match node:
        case Becomes(target=target, operator=operator, value=value, negated=negated):
            if value is None:
                return f"not {call(target)}" if negated else call(target)
            return f"{call(target)} {operator} {worth(value)}"
        case BelievesChange(who=who, changes=changes):
            return f"{_mind(who)} believes {_held_together(changes)}"
        case EveryChange(variable=variable, type=type, changes=changes):
            return f"every {name(variable)}: {name(type)} ({listed(changes)})"
        case IfChange(condition=condition, changes=changes, otherwise=otherwise):
            said = f"if {expression(condition, JOINED)} then {_held_together(changes)}"
            if not otherwise:
                return said
            chained = len(otherwise) == 1 and isinstance(otherwise[0], IfChange)
            return f"{said} else {change(otherwise[0]) if chained else _held_together(otherwise)}"


def _held_together(changes: tuple[Change, ...]) -> str:
    if len(changes) == 1 and not isinstance(changes[0], IfChange):
        return change(changes[0])
    return f"({listed(changes)})"


def listed(changes: tuple[Change, ...]) -> str:
    """Changes with commas between them; an ``if`` that more follows stands in brackets."""
    last = len(changes) - 1
    return ", ".join(
        f"({change(each)})" if isinstance(each, IfChange) and place < last else change(each)
        for place, each in enumerate(changes)
    )


def parameters(nodes: tuple[ParameterNode, ...]) -> str:
    """``(name: type, ...)``."""
    said = (
        f"= {expression(each.constant)}"
        if each.constant is not None
        else f"{name(each.name) if each.name else '_'}: {name(each.type) if each.type else '_'}"
        for each in nodes
    )
    return f"({', '.join(said)})"
