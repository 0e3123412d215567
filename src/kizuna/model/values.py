"""What a fluent can be worth.

Unknown is ``None``; truth values are ``bool``; numbers are exact, ``int`` or ``Fraction`` (never a float);
an existent is its name, a ``str``. The kinds never meet under one fluent, so ``True`` and ``1`` cannot be confused.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import inf
from typing import TypeAlias

Number: TypeAlias = int | Fraction
Value: TypeAlias = bool | int | Fraction | str | None

UNKNOWN: None = None


def exact(number: Number) -> Number:
    """The same number, as an ``int`` where it is whole, so that equal numbers look alike."""
    if isinstance(number, Fraction) and number.denominator == 1:
        return number.numerator
    return number


def roughly(number: Number) -> float:
    """The float nearest to a number; infinite where it is too large for one."""
    try:
        return float(number)
    except OverflowError:
        return inf if number > 0 else -inf


def read_number(text: str) -> Number:
    """The exact number that a decimal literal stands for; ValueError where it is none."""
    return exact(Fraction(text))


def is_number(value: Value) -> bool:
    """Whether a value is a number (truth values are not)."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def show_fact(fluent: str, value: Value) -> str:
    """A fluent and its worth, for people: ``hurt(Ana)``, ``not hurt(Ana)``, ``at(Ana) is unknown``."""
    if isinstance(value, bool):
        return fluent if value else f"not {fluent}"
    return f"{fluent} is {show_worth(value)}"


def show_worth(value: Value) -> str:
    """A worth, for people."""
    return "unknown" if value is None else show(value)


def show(value: Value) -> str:
    """A value in words: ``?``, ``true``, ``2.5``, ``1/3``, ``Ana``."""
    if value is None:
        return "?"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Fraction):
        as_decimal = _decimal(value)
        return as_decimal if as_decimal else f"{value.numerator}/{value.denominator}"
    return str(value)


def _decimal(value: Fraction) -> str:
    """A terminating decimal of at most nine places, or nothing."""
    scaled = value * 10**9
    if scaled.denominator != 1:
        return ""
    return format((Decimal(scaled.numerator) / 10**9).normalize(), "f")
