"""Words, conditions and numbers as they were written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kizuna.language.syntax.node import Node
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name; ``text`` is without the backquotes that odd names are written in."""

    text: str


@dataclass(frozen=True, slots=True)
class Numeral(Node):
    """An exact number."""

    value: Number


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """``yes`` or ``no``."""

    value: bool


@dataclass(frozen=True, slots=True)
class UnknownValue(Node):
    """``unknown``."""


@dataclass(frozen=True, slots=True)
class CallTo(Node):
    """``name(argument, ...)``; arguments are names, numbers, truth values, ``unknown``, or ``_`` in event patterns."""

    name: Name
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Wildcard(Node):
    """``_``: anything, in the pattern of an event."""


@dataclass(frozen=True, slots=True)
class Bracketed(Node):
    """``( ... )``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Negated(Node):
    """``not ...``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Joined(Node):
    """``a and b and ...`` or ``a or b or ...``; the two are never mixed without brackets."""

    operator: str
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compared(Node):
    """``a = b`` and the like: one of ``= != < <= > >=``."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Reckoned(Node):
    """``a + b``, ``a - b``, ``a * b``, ``a / b``; ``*`` and ``/`` bind tighter, all from the left."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Minus(Node):
    """``-a``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class According(Node):
    """``body according to who``: what something is worth in the mind of a character."""

    body: Expression
    who: Expression


@dataclass(frozen=True, slots=True)
class Believing(Node):
    """``who believes body``."""

    who: Expression
    body: Expression


@dataclass(frozen=True, slots=True)
class OfType(Node):
    """``body is a type``."""

    body: Expression
    type: Name


@dataclass(frozen=True, slots=True)
class Over(Node):
    """``every x: type (body)``, ``some ...``, ``sum of ...``, ``product of ...``; kind: every, some, sum, product."""

    kind: str
    variable: Name
    type: Name
    body: Expression


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """``if a then b else if c then d else e``."""

    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression


Expression: TypeAlias = (
    Name
    | Numeral
    | Truth
    | UnknownValue
    | CallTo
    | Wildcard
    | Bracketed
    | Negated
    | Joined
    | Compared
    | Reckoned
    | Minus
    | According
    | Believing
    | OfType
    | Over
    | Choice
)
