"""What an event changes.

All values and conditions of one event are read in the state before it. An effect under a belief chain changes what
the minds of that chain hold; whatever had to be read inside that mind is written as a :class:`Believes` formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from kizuna.model.formulas import TRUE, And, Call, Formula, Term, Variable, _Placed


@dataclass(frozen=True, slots=True)
class Assign(_Placed):
    """``target`` becomes the worth of ``value``, in truth or, with ``minds``, in what these believe of each other."""

    target: Call
    value: Formula
    minds: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class When(_Placed):
    """Effects that take place if ``condition`` holds."""

    condition: Formula
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class ForEach(_Placed):
    """Effects for every value of the variable's type."""

    variable: Variable
    effects: tuple[Effect, ...]


Effect: TypeAlias = Assign | When | ForEach


def assignments(effects: tuple[Effect, ...], condition: tuple[Formula, ...] = ()) -> Iterator[tuple[Assign, Formula]]:
    """Every assignment in ``effects`` with the conjunction of the conditions around it, in reading order."""
    for effect in effects:
        match effect:
            case Assign():
                yield effect, And(condition) if condition else TRUE
            case When(condition=inner, effects=parts):
                yield from assignments(parts, (*condition, inner))
            case ForEach(effects=parts):
                yield from assignments(parts, condition)
