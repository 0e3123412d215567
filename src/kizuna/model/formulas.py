"""Expressions over a state, lifted or ground.

One family of values serves both: a lifted formula names fluents with :class:`Call` and variables with
:class:`Variable`; a ground one has neither and names fluents by number with :class:`Read`. Formulas are equal by
value; the place that they were written at (``span``) does not count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.diagnostics.source import Span
from kizuna.model.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """Whatever was written somewhere."""

    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Constant(_Placed):
    """A value: a truth value, an exact number, an existent's name, or None for unknown."""

    value: Value


@dataclass(frozen=True, slots=True)
class Variable(_Placed):
    """A parameter or bound variable and the type whose existents it runs over."""

    name: str
    type: str


Term: TypeAlias = Constant | Variable


@dataclass(frozen=True, slots=True)
class Call(_Placed):
    """A fluent, by its signature, at arguments."""

    fluent: str
    arguments: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Read(_Placed):
    """A ground fluent, by its number."""

    fluent: int


@dataclass(frozen=True, slots=True)
class Believes(_Placed):
    """The worth of ``body`` in the state that ``who`` believes in.

    ``definite`` asks whether they take it for true: false, not unknown, where they do not know.
    """

    who: Term
    body: Formula
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Not(_Placed):
    """Negation."""

    body: Formula


@dataclass(frozen=True, slots=True)
class And(_Placed):
    """Conjunction; true when empty."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Or(_Placed):
    """Disjunction; false when empty."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Compare(_Placed):
    """A comparison: ``operator`` is one of ``== != < <= > >=``. Equality is identity, unknown equals unknown."""

    operator: str
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class IsA(_Placed):
    """Whether the worth of ``body`` is an existent of ``type``; unknown belongs to none."""

    body: Formula
    type: str


@dataclass(frozen=True, slots=True)
class Quantified(_Placed):
    """``forall``, ``exists``, ``sum`` or ``product`` of ``body`` over the values of the variable's type."""

    kind: str
    variable: Variable
    body: Formula


@dataclass(frozen=True, slots=True)
class Conditional(_Placed):
    """The worth of the first branch whose condition holds, else of ``otherwise``."""

    branches: tuple[tuple[Formula, Formula], ...]
    otherwise: Formula


@dataclass(frozen=True, slots=True)
class Arithmetic(_Placed):
    """``+ - * /`` of numbers. Sums and products take any number of parts, the others exactly two."""

    operator: str
    parts: tuple[Formula, ...]


Formula: TypeAlias = (
    Constant
    | Variable
    | Call
    | Read
    | Believes
    | Not
    | And
    | Or
    | Compare
    | IsA
    | Quantified
    | Conditional
    | Arithmetic
)

TRUE = Constant(True)
FALSE = Constant(False)
ZERO = Constant(0)
ONE = Constant(1)


def children(formula: Formula) -> tuple[Formula, ...]:
    """The formulas directly inside one, in reading order."""
    match formula:
        case Read() | Constant():  # the commonest first: this is asked for often
            return ()
        case Believes(body=body) | Not(body=body) | IsA(body=body) | Quantified(body=body):
            return (body,)
        case And(parts=parts) | Or(parts=parts) | Arithmetic(parts=parts):
            return parts
        case Compare(left=left, right=right):
            return (left, right)
        case Conditional(branches=branches, otherwise=otherwise):
            return (*(part for branch in branches for part in branch), otherwise)
    return ()


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """What has to be true for a condition to be: the parts of a conjunction, or the condition itself."""
    return formula.parts if isinstance(formula, And) else (formula,)


def subformulas(formula: Formula) -> Iterator[Formula]:
    """The formula and everything inside it, outside first."""
    stack = [formula]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(reversed(children(top)))


def believed(chain: tuple[Term, ...], formula: Formula) -> Formula:
    """``formula`` as read at the end of a chain of minds (the chain's first is the outermost)."""
    for who in reversed(chain):
        formula = Believes(who, formula, span=formula.span)
    return formula


def looks_into_minds(formula: Formula) -> bool:
    """Whether anything is read of a mind."""
    return isinstance(formula, Believes) or any(looks_into_minds(part) for part in children(formula))


def fluents_read(formula: Formula) -> Iterator[int]:
    """The ground fluents that are read outside of minds."""
    if isinstance(formula, Read):
        yield formula.fluent
    elif not isinstance(formula, Believes):
        for part in children(formula):
            yield from fluents_read(part)
