"""What a Sabre problem says, as written: definitions and expressions with their places, no name looked up yet.

Every node knows the offsets where it starts and ends. A pair of round brackets is a node of its own, because whether
a mix of operators was bracketed decides whether its binding deserves a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Node:
    """Something written from offset ``start`` up to ``end``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A name, number, truth value or ``?``, standing alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Bracketed(Node):
    """An expression in one pair of round brackets."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Application(Node):
    """A property at arguments: ``at(Tom)``."""

    name: Word
    arguments: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Belief(Node):
    """``believes(who, body)``."""

    who: Word
    body: Expression


@dataclass(frozen=True, slots=True)
class Junction(Node):
    """Two or more parts joined by ``&`` or ``|``."""

    operator: str
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Negation(Node):
    """``! body``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """``if(condition) then elseif ... else otherwise``; ``otherwise`` is None where there is no ``else``."""

    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression | None


@dataclass(frozen=True, slots=True)
class Quantifier(Node):
    """``forall``, ``exists``, ``sum`` or ``product`` over a variable of a type."""

    kind: str
    variable: Word
    type: Word
    body: Expression


@dataclass(frozen=True, slots=True)
class Assignment(Node):
    """``target = value``; the target is an :class:`Application`, possibly inside :class:`Belief` nodes."""

    target: Expression
    value: Expression


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """``left operator right`` with one of ``== != >= <= > <``."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class TypeTest(Node):
    """``body : type``."""

    body: Expression
    type: Word


@dataclass(frozen=True, slots=True)
class Operation(Node):
    """``left operator right`` with one of ``* / + -``."""

    operator: str
    left: Expression
    right: Expression


Expression: TypeAlias = (
    Word
    | Bracketed
    | Application
    | Belief
    | Junction
    | Negation
    | Choice
    | Quantifier
    | Assignment
    | Comparison
    | TypeTest
    | Operation
)


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A variable with its type, or, where ``type`` is None, a constant."""

    name: Word
    type: Word | None


@dataclass(frozen=True, slots=True)
class TypeDefinition(Node):
    """``type name : parents``."""

    name: Word
    parents: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class EntityDefinition(Node):
    """``entity name : types``."""

    name: Word
    types: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class PropertyDefinition(Node):
    """``property name(parameters) : type``."""

    name: Word
    parameters: tuple[Parameter, ...]
    type: Word


@dataclass(frozen=True, slots=True)
class ObservingPart(Node):
    """``observing(variable : type): body``."""

    variable: Word
    type: Word
    body: Expression


@dataclass(frozen=True, slots=True)
class EventDefinition(Node):
    """An action or, where ``is_trigger``, a trigger; parts that were not given are None."""

    is_trigger: bool
    name: Word
    parameters: tuple[Parameter, ...]
    precondition: Expression | None = None
    effect: Expression | None = None
    consenting: tuple[Word, ...] | None = None
    observing: ObservingPart | None = None


@dataclass(frozen=True, slots=True)
class UtilityDefinition(Node):
    """``utility(character): body``; the author's where ``character`` is None."""

    character: Word | None
    body: Expression


@dataclass(frozen=True, slots=True)
class InitialDefinition(Node):
    """An expression that says how things are at the start."""

    body: Expression


Definition: TypeAlias = (
    TypeDefinition | EntityDefinition | PropertyDefinition | EventDefinition | UtilityDefinition | InitialDefinition
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A whole file: its definitions in order, and the names whose definitions could not be read.

    Nothing is said about uses of the latter, so that one mistake is one finding.
    """

    definitions: tuple[Definition, ...]
    broken_names: frozenset[str] = frozenset()


def children(node: Expression) -> tuple[Expression, ...]:
    """The expressions directly inside one, in reading order."""
    match node:
        case Bracketed(body=body) | Belief(body=body) | Negation(body=body) | Quantifier(body=body):
            return (body,)
        case TypeTest(body=body):
            return (body,)
        case Junction(parts=parts):
            return parts
        case Choice(branches=branches, otherwise=otherwise):
            inside = tuple(part for branch in branches for part in branch)
            return inside if otherwise is None else (*inside, otherwise)
        case Assignment(target=left, value=right):
            return (left, right)
        case Comparison(left=left, right=right) | Operation(left=left, right=right):
            return (left, right)
    return ()
