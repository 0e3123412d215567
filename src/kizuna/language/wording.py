"""Formulas and names as authors write them, with brackets wherever the text alone would say something else.

Naive: brackets around everything. Better: every text knows how tightly it binds, and gets brackets only where its place
asks for something tighter; sums in sums and minds in minds get them too, since readers might waver. Cost: linear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from kizuna.language.cursor import RESERVED
from kizuna.language.keywords import ALL
from kizuna.language.lexer import escape, plain_name
from kizuna.language.names import EXISTENT
from kizuna.model.formulas import (
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Term,
    Variable,
)
from kizuna.model.values import Value, is_number, show
from kizuna.model.world import ENTITY, Logic, World

LOOSE, MIND, NOT, COMPARISON, SUM, PRODUCT, SIGNED, ATOM = range(8)
_KINDS = {"forall": "every", "exists": "some", "sum": "sum of", "product": "product of"}
_INNER_WORDS = RESERVED | {"sum", "product", "symmetric", "a", "an", "of"}


class Text(NamedTuple):
    """Words, and how tightly they bind."""

    words: str
    level: int

    def within(self, level: int) -> str:
        """The words, in brackets where their place asks for something tighter."""
        return self.words if self.level >= level else f"({self.words})"


def name(text: str) -> str:
    """A name inside a line, in backquotes where it needs them."""
    return text if plain_name(text) and text not in _INNER_WORDS else f"`{text}`"


def first_name(text: str) -> str:
    """A name that begins a line."""
    return f"`{text}`" if text in ALL else name(text)


def quoted(text: str) -> str:
    """A text in quotes, on one line."""
    return escape(" ".join(text.splitlines()))


def value(constant: Value) -> Text:
    """A value."""
    if constant is None:
        return Text("unknown", ATOM)
    if isinstance(constant, bool):
        return Text("yes" if constant else "no", ATOM)
    if isinstance(constant, str):
        return Text(name(constant), ATOM)
    shown = show(constant)
    if isinstance(constant, Fraction) and "/" in shown:
        return Text(shown, PRODUCT)
    return Text(shown, SIGNED if constant < 0 else ATOM)


@dataclass
class Wording:
    """Writes what one world says; ``fluents`` maps signatures to names."""

    world: World
    fluents: Mapping[str, str] = field(default_factory=dict)
    has_existent: bool = False

    def __post_init__(self) -> None:
        self.fluents = {fluent.signature: fluent.name for fluent in self.world.fluents}
        self.has_existent = any(type.name == EXISTENT for type in self.world.types)

    def type(self, text: str) -> str:
        """A type; everything that there is goes by the authors' word unless the world uses it otherwise."""
        return EXISTENT if text == ENTITY and not self.has_existent else name(text)

    def term(self, term: Term) -> str:
        """A value or variable."""
        return name(term.name) if isinstance(term, Variable) else value(term.value).words

    def call(self, call: Call) -> str:
        """A fluent at arguments."""
        return f"{name(self.fluents[call.fluent])}({', '.join(map(self.term, call.arguments))})"

    def __call__(self, formula: Formula, level: int = LOOSE) -> str:
        """A formula at a place that asks for ``level``."""
        return self.text(formula).within(level)

    def text(self, formula: Formula) -> Text:
        """A formula."""
        match formula:
            case Constant(value=constant):
                return value(constant)
            case Variable(name=variable):
                return Text(name(variable), ATOM)
            case Call():
                return Text(self.call(formula), ATOM)
            case Believes(who=who, body=body, definite=definite):
                if not definite and self.world.logic is Logic.THREE_VALUED:
                    return Text(f"{self(body, ATOM)} according to {self.term(who)}", SIGNED)
                inside = self.text(body)
                plain = inside.level in (COMPARISON, ATOM) and isinstance(body, Call | Compare | IsA)
                return Text(f"{self.term(who)} believes {inside.words if plain else f'({inside.words})'}", MIND)
            case Not(body=body):
                return Text(f"not {self(body, COMPARISON)}", NOT)
            case And(parts=parts):
                return self._joined("and", parts, "yes")
            case Or(parts=parts):
                return self._joined("or", parts, "no")
            case Compare(operator=operator, left=left, right=right):
                sign = "=" if operator == "==" else operator
                return Text(f"{self(left, SUM)} {sign} {self(right, SUM)}", COMPARISON)
            case IsA(body=body, type=type):
                article = "an" if type[:1].lower() in "aeiou" else "a"
                return Text(f"{self(body, ATOM)} is {article} {self.type(type)}", COMPARISON)
            case Quantified(kind=kind, variable=variable, body=body):
                return Text(f"{_KINDS[kind]} {name(variable.name)}: {self.type(variable.type)} ({self(body)})", ATOM)
            case Conditional(branches=branches, otherwise=otherwise):
                return self._choice(branches, otherwise)
            case Arithmetic(operator=operator, parts=parts):
                return self._reckoned(operator, parts)
        raise TypeError(f"not a lifted formula: {formula!r}")

    def _joined(self, word: str, parts: tuple[Formula, ...], empty: str) -> Text:
        if len(parts) < 2:
            return self.text(parts[0]) if parts else Text(empty, ATOM)
        return Text(f" {word} ".join(self(part, NOT) for part in parts), LOOSE)

    def _choice(self, branches: tuple[tuple[Formula, Formula], ...], otherwise: Formula) -> Text:
        if not branches:
            return self.text(otherwise)
        chain = [f"if {self(condition, NOT)} then {self(result, NOT)}" for condition, result in branches]
        return Text(" else ".join([*chain, self(otherwise, NOT)]), LOOSE)

    def _reckoned(self, operator: str, parts: tuple[Formula, ...]) -> Text:
        if len(parts) < 2:
            return self.text(parts[0]) if parts else Text("1" if operator in "*/" else "0", ATOM)
        first = self(parts[0], ATOM)
        if operator == "/" and isinstance(parts[0], Constant) and is_number(parts[0].value):
            first = f"({value(parts[0].value).words})"  # else it would be one number, such as 1/3
        words = f" {operator} ".join([first, *(self(part, ATOM) for part in parts[1:])])
        return Text(words, SUM if operator in "+-" else PRODUCT)
