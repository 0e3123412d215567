"""Definitions that claim the same name and arguments.

Two definitions overlap if some arguments suit both. Where a constant is involved, or nothing at all tells the two
apart, that is a mistake. Where only variables meet, the language accepts it silently and the first definition wins: a
warning. Cost: each definition is compared with its namesakes, of which there may only be so many.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.diagnostics import Diagnostic, Label, Span, diagnose
from kizuna.model.formulas import Constant, Term, Variable
from kizuna.model.world import BOOLEAN
from kizuna.peers.sabre.vocabulary import Vocabulary, same_value

MOST_NAMESAKES = 300
"""How many definitions of one name are compared and told apart."""


@dataclass
class Definitions:
    """All definitions of one name space so far; ``what`` is the word for them in messages."""

    words: Vocabulary
    what: str
    known: dict[tuple[str, int], list[tuple[tuple[Term, ...], Span]]] = field(default_factory=dict)

    def add(self, name: str, parameters: tuple[Term, ...], span: Span) -> Diagnostic | None:
        """Take in one more definition; what is wrong with having it beside the others."""
        namesakes = self.known.setdefault((name, len(parameters)), [])
        if len(namesakes) >= MOST_NAMESAKES:
            return diagnose("duplicate-definition", f"More than {MOST_NAMESAKES} are called `{name}`.", span)
        found = None
        for others, place in namesakes:
            found = self._compare(name, parameters, others, span, place)
            if found is not None:
                break
        namesakes.append((parameters, span))
        return found

    def _compare(
        self, name: str, mine: tuple[Term, ...], others: tuple[Term, ...], span: Span, place: Span
    ) -> Diagnostic | None:
        pairs = list(zip(mine, others, strict=True))
        if not all(self._overlap(one, other) for one, other in pairs):
            return None
        secondary = (Label(place, "the first definition"),)
        if all(isinstance(one, Constant) or isinstance(other, Constant) for one, other in pairs):
            message = f"This {self.what} `{name}` and another could both be meant by the same words."
            return diagnose("duplicate-definition", message, span, secondary=secondary)
        message = f"This {self.what} `{name}` overlaps with another; where both fit, the first one is meant."
        return diagnose("overlapping-definitions", message, span, secondary=secondary)

    def _overlap(self, one: Term, other: Term) -> bool:
        match one, other:
            case Constant(), Constant():
                return same_value(one, other)
            case Variable(), Constant():
                return self._accepts(one.type, other)
            case Constant(), Variable():
                return self._accepts(other.type, one)
            case Variable(), Variable():
                return one.type == other.type or not self._members(one.type).isdisjoint(self._members(other.type))
        return False

    def _accepts(self, type: str, constant: Constant) -> bool:
        if isinstance(constant.value, str):
            return self.words.belongs(self.words.existents[constant.value].types, type)
        return isinstance(constant.value, bool) and type == BOOLEAN

    def _members(self, type: str) -> frozenset[str]:
        return frozenset(self.words.members(type))
