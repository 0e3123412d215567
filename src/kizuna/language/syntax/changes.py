"""What becomes so, as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kizuna.language.syntax.expressions import CallTo, Expression, Name
from kizuna.language.syntax.node import Node


@dataclass(frozen=True, slots=True)
class Becomes(Node):
    """``f(x) = value``, ``f(x)``, ``not f(x)``: ``value`` is None for the last two, told apart by ``negated``.

    ``operator`` is ``=``, ``+=`` or ``-=``.
    """

    target: CallTo
    operator: str = "="
    value: Expression | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class BelievesChange(Node):
    """``who believes change`` or ``who believes (change, change)``."""

    who: Expression
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class IfChange(Node):
    """``if condition then change [else change]``; several changes stand in brackets."""

    condition: Expression
    changes: tuple[Change, ...]
    otherwise: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class EveryChange(Node):
    """``every x: type (change, ...)``."""

    variable: Name
    type: Name
    changes: tuple[Change, ...]


Change: TypeAlias = Becomes | BelievesChange | IfChange | EveryChange
