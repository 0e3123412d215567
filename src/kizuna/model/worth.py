"""What a ground formula is worth, straight from the definition.

This is the plain reading of a formula: slow, short, and the oracle of whatever is faster. It asks for the worth of
fluents through ``read(chain, fluent)``, so that a truth, a mind and a mind within a mind are read alike.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

from kizuna.model.formulas import And, Arithmetic, Believes, Compare, Conditional, Constant, Formula, Not, Or, Read
from kizuna.model.values import Number, Value, exact, is_number
from kizuna.model.world import Logic

Reader: TypeAlias = Callable[[tuple[str, ...], int], Value]


def worth(formula: Formula, read: Reader, logic: Logic, chain: tuple[str, ...] = ()) -> Value:
    """The value of ``formula`` at the end of ``chain``; ZeroDivisionError where it divides by zero."""
    match formula:
        case Constant(value=value):
            return value
        case Read(fluent=fluent):
            return read(chain, fluent)
        case Believes(who=Constant(value=str(who)), body=body, definite=definite):
            held = worth(body, read, logic, (*chain, who))
            return held is True if definite else held
        case Not(body=body):
            return negated(worth(body, read, logic, chain))
        case And(parts=parts):
            return all_of(worth(part, read, logic, chain) for part in parts)
        case Or(parts=parts):
            return negated(all_of(negated(worth(part, read, logic, chain)) for part in parts))
        case Compare(operator=operator, left=left, right=right):
            a, b = worth(left, read, logic, chain), worth(right, read, logic, chain)
            if logic is Logic.THREE_VALUED and None in (a, b) and Constant(None) not in (left, right):
                return None
            return compared(operator, a, b)
        case Conditional(branches=branches, otherwise=otherwise):
            for condition, result in branches:
                if worth(condition, read, logic, chain) is True:
                    return worth(result, read, logic, chain)
            return worth(otherwise, read, logic, chain)
        case Arithmetic(operator=operator, parts=parts):
            return reckoned(operator, [worth(part, read, logic, chain) for part in parts])
    raise TypeError(f"not a ground formula: {formula!r}")


def negated(value: Value) -> Value:
    """Kleene's negation; unknown stays unknown."""
    return None if value is None else value is not True


def all_of(values: object) -> Value:
    """Kleene's conjunction: false if any is false, else unknown if any is unknown."""
    result: Value = True
    for value in values:  # type: ignore[attr-defined]
        if value is False:
            return False
        if value is None:
            result = None
    return result


def same(a: Value, b: Value) -> bool:
    """Identity of values: a truth value is never a number."""
    return isinstance(a, bool) == isinstance(b, bool) and a == b


def compared(operator: str, a: Value, b: Value) -> bool:
    """A comparison of two values; order holds between numbers only, ``<=`` and ``>=`` hold of identical values too."""
    return COMPARISONS[operator](a, b)


def _below(a: Value, b: Value) -> bool:
    return is_number(a) and is_number(b) and a < b  # type: ignore[operator]


def _above(a: Value, b: Value) -> bool:
    return _below(b, a)


COMPARISONS: dict[str, Callable[[Value, Value], bool]] = {
    "==": same,
    "!=": lambda a, b: not same(a, b),
    "<": _below,
    ">": _above,
    "<=": lambda a, b: same(a, b) or _below(a, b),
    ">=": lambda a, b: same(a, b) or _above(a, b),
}
"""What each operator asks, for who asks it often."""


def reckoned(operator: str, values: list[Value]) -> Value:
    """The sum, difference, product or quotient of values; unknown if one of them is."""
    if not values:
        return 0 if operator == "+" else 1
    total = counted(values[0])
    for value in values[1:]:
        number = counted(value)
        if total is None or number is None:
            return None
        total = _OPERATIONS[operator](total, number)
    return None if total is None else exact(total)


def counted(value: Value) -> Number | None:
    """The number that a value counts as: truth counts 1, falsehood 0; unknown and existents count as unknown."""
    if value is None or isinstance(value, str):
        return None
    return int(value) if isinstance(value, bool) else value


_OPERATIONS: dict[str, Callable[[Number, Number], Number]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: 0 if a == 0 and b != 0 else Fraction(a) / b,
}
