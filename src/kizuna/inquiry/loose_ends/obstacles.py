"""Which condition stands in the way: the part of a conjunction that can never be so, or two that never are at once.

Naive: fill in all parameters and look which parts fail. Better: each part is tried with the parameters that it speaks
of alone, which are one or two. Cost: the parts times the choices for their parameters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from math import prod

from kizuna.diagnostics import Label, Span
from kizuna.grounding.instantiate import TooManyPartsError
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.model.formulas import And, Believes, Call, Formula, Term, Variable, subformulas
from kizuna.model.values import Value

MOST_CHOICES = 5_000
"""A part with more choices for its parameters is not looked into."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why something can never be: a parameter that nothing fits, or one or two ``parts`` of its condition.

    With neither, no more can be told than that its conditions never all hold.
    """

    nobody: Variable | None = None
    parts: tuple[Formula, ...] = ()


def obstacle(
    prospects: Prospects, parameters: tuple[Term, ...], condition: Formula, fixed: Mapping[str, Value] | None = None
) -> Obstacle:
    """What keeps ``condition`` from ever being so for any ``parameters``; ``fixed`` names some of them."""
    variables = {p.name: p for p in parameters if isinstance(p, Variable)}
    for variable in variables.values():
        if not prospects.world.values_of(variable.type):
            return Obstacle(nobody=variable)
    seeker = _Seeker(prospects, variables, fixed or {})
    parts = list(conjuncts(condition))
    for few in (*combinations(parts, 1), *combinations(parts, 2)):
        if not seeker.can_be(few):
            return Obstacle(parts=few)
    return Obstacle()


def conjuncts(condition: Formula) -> Iterator[Formula]:
    """What a condition asks for, piece by piece."""
    if isinstance(condition, And):
        for part in condition.parts:
            yield from conjuncts(part)
    else:
        yield condition


@dataclass(frozen=True, slots=True)
class _Seeker:
    prospects: Prospects
    variables: dict[str, Variable]
    fixed: Mapping[str, Value]

    def can_be(self, parts: tuple[Formula, ...]) -> bool:
        """Whether some choice of parameters lets these be so at once; where that is too much to ask, they can."""
        whole = parts[0] if len(parts) == 1 else And(parts)
        asked = [self.variables[name] for name in _spoken_of(whole) if name in self.variables]
        domains = [self._domain(variable) for variable in asked]
        if prod(map(len, domains)) > MOST_CHOICES:
            return True
        try:
            return any(
                self.prospects.can_be(whole, dict(zip((v.name for v in asked), choice, strict=True)))
                for choice in product(*domains)
            )
        except (TooManyPartsError, ZeroDivisionError):
            return True

    def _domain(self, variable: Variable) -> tuple[Value, ...]:
        if variable.name in self.fixed:
            return (self.fixed[variable.name],)
        return self.prospects.world.values_of(variable.type)


def _spoken_of(formula: Formula) -> dict[str, None]:
    """The names of the variables in a formula."""
    names: dict[str, None] = {}
    for part in subformulas(formula):
        terms: tuple[Formula, ...] = (part,)
        if isinstance(part, Call):
            terms = part.arguments
        elif isinstance(part, Believes):
            terms = (part.who,)
        names.update((term.name, None) for term in terms if isinstance(term, Variable))
    return names


def words(span: Span | None) -> str:
    """What stands at a place, on one line and not too long; nothing where there is no place."""
    if span is None:
        return ""
    text = " ".join(span.text.split())
    return f"`{text}`" if len(text) <= 80 else ""


def never_so(found: Obstacle) -> str:
    """The second half of a sentence that says why something can never be."""
    if found.nobody is not None:
        return f"there is no `{found.nobody.type}`"
    said = [words(part.span) for part in found.parts]
    if len(said) == 1:
        return f"{said[0]} is never so" if said[0] else "one of its conditions is never so"
    if said:
        return f"{said[0]} and {said[1]} are never so at once" if all(said) else "two of its conditions never meet"
    return "its conditions are never all met at once"


def places(found: Obstacle, around: Span | None) -> tuple[Label, ...]:
    """The places of what stands in the way, as far as they lie in the text that ``around`` lies in."""
    spans = [found.nobody.span] if found.nobody is not None else [part.span for part in found.parts]
    texts = ["nothing is one"] if found.nobody is not None else ["nothing ever makes this so"]
    if len(spans) > 1:
        texts = ["never together with this", "this alone can be so"]
    return tuple(
        Label(span, text)
        for span, text in zip(spans, texts, strict=False)
        if span is not None and around is not None and span.source == around.source
    )
