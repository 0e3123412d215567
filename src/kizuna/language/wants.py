"""What everyone wants: motives of one character, and templates that make one for each choice of their parameters.

Naive: ask the condition of a template for every choice of all its parameters. That is what happens here: templates have
two or three parameters, and a cast is small. Cost: the product of the sizes of the parameters' types.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import product

from kizuna.diagnostics import Span, diagnose
from kizuna.language.declare import Declarations
from kizuna.language.mistakes import mistake
from kizuna.language.names import Names, Scope, elsewhere, said
from kizuna.language.resolve import Conditions
from kizuna.language.substitute import substituted
from kizuna.language.syntax import Expression, MotiveLine, Name, Wants
from kizuna.model.formulas import (
    FALSE,
    ONE,
    TRUE,
    And,
    Believes,
    Call,
    Conditional,
    Constant,
    Formula,
    IsA,
    Not,
    Or,
    Quantified,
    Term,
    Variable,
    subformulas,
)
from kizuna.model.values import Value, is_number
from kizuna.model.world import BOOLEAN, CHARACTER, Logic, Motive
from kizuna.model.worth import worth

MOST_MOTIVES = 20_000


@dataclass
class Motives:
    """Takes in motives."""

    declarations: Declarations
    conditions: Conditions
    all: list[Motive] = field(default_factory=list)
    known: dict[tuple[str, str], Motive] = field(default_factory=dict)

    @property
    def words(self) -> Names:
        """The names of the story."""
        return self.conditions.words

    def want(self, character: Name, line: Wants) -> None:
        """Take in what one character wants or fears."""
        existent = self.words.existents.get(character.text)
        if existent is None:
            return
        if not self.words.belongs(existent.types, CHARACTER):
            verb = "fears" if line.fears else "wants"
            message = f"Only a character {verb} something, and `{character.text}` is none."
            self.words.notes.note(diagnose("type-mismatch", message, line.span, secondary=elsewhere(existent.span, "")))
            return
        weight = self.words.notes.attempt(self._weight, line.weight, {})
        if line.fears:
            found = self.words.notes.attempt(self.conditions.condition, line.score, {})
            score: Formula | None = None if found is None else Not(found, span=line.score.span)
        else:
            score = self.words.notes.attempt(self.conditions.score, line.score, {}, "What is wanted")
        if weight is not None and score is not None:
            self._add(Motive(character.text, line.name.text, score, weight, span=line.name.span), line.name.span)

    def _weight(self, node: Expression | None, scope: Scope) -> Formula:
        if node is None:
            return ONE
        weight = self.conditions.score(node, scope, "A weight")
        value = weight.value if isinstance(weight, Constant) else None
        if is_number(value) and value < 0 and not self.conditions.exact:  # type: ignore[operator]
            message = "A weight says how much somebody cares, and that is never less than 0."
            help = "Say `fears` to want that something is not so."
            raise mistake(node.span, message, help, code="negative-weight")
        return weight

    def _add(self, motive: Motive, span: Span) -> None:
        first = self.known.setdefault((motive.character, motive.name), motive)
        if first is not motive and self.words.takes_up(span, first.span):
            self.all.remove(first)
            self.known[motive.character, motive.name] = motive
        elif first is not motive and not self.conditions.exact:
            message = f"`{motive.character}` already has a motive `{motive.name}`."
            secondary = elsewhere(first.span, "the first of that name")
            self.words.notes.note(diagnose("duplicate-definition", message, span, secondary=secondary))
            return
        self.all.append(motive)

    # --- templates -------------------------------------------------------------------------------------------------

    def template(self, line: MotiveLine) -> None:
        """Take in a motive template: a motive for every choice of its parameters whose ``when`` holds."""
        terms, scope, sound = self.declarations.parameters(line.parameters)
        attempt = self.words.notes.attempt
        score = attempt(self.conditions.score, line.score, scope, "A score")
        weight = attempt(self._weight, line.weight, scope)
        when = attempt(self.conditions.all_of, line.when, scope)
        if not line.broken:
            self.declarations.warn_of_unused(line.parameters, scope, None, "motive")
        if not sound or score is None or weight is None or when is None:
            return
        attempt(self._owned, line, terms)
        attempt(self._instances, line, terms, score, weight, when)

    def _owned(self, line: MotiveLine, terms: tuple[Term, ...]) -> None:
        who = terms[0] if terms else None
        if isinstance(who, Variable) and self.words.is_a(who.type, CHARACTER):
            return
        existent = self.words.existents.get(str(who.value)) if isinstance(who, Constant) else None
        if existent is None or not self.words.belongs(existent.types, CHARACTER):
            message = f"The first parameter of `{line.name.text}` is whose motive it is, so it has to be a character."
            raise mistake(
                line.name.span, message, f"Write `motive {line.name.text}(who: character, ...)`.", code="type-mismatch"
            )

    def _instances(
        self, line: MotiveLine, terms: tuple[Term, ...], score: Formula, weight: Formula, when: Formula
    ) -> None:
        if any(isinstance(part, Call | Believes) for part in subformulas(when)):
            message = "`when` of a motive speaks of its parameters only: who they are, not how things stand."
            help = "What changes belongs under `weight` or `score`."
            raise mistake(line.when[0].span, message, help, code="not-constant")
        made = 0
        for choice in product(*(self._values(term) for term in terms)):
            bound = {t.name: Constant(v) for t, v in zip(terms, choice, strict=True) if isinstance(t, Variable)}
            if not self._holds(substituted(when, bound)) or not self._is_character(choice[0] if choice else None):
                continue
            made += 1
            if made > MOST_MOTIVES:
                message = f"`{line.name.text}` would make more than {MOST_MOTIVES:,} motives."
                raise mistake(line.name.span, message, "Give its parameters narrower types.", code="world-too-large")
            others = ", ".join(said(value) for value in choice[1:])
            name = f"{line.name.text}({others})" if others else line.name.text
            self._add(
                Motive(
                    str(choice[0]), name, substituted(score, bound), substituted(weight, bound), span=line.name.span
                ),
                line.name.span,
            )

    def _is_character(self, value: Value) -> bool:
        existent = self.words.existents.get(value) if isinstance(value, str) else None
        return existent is not None and self.words.belongs(existent.types, CHARACTER)

    def _values(self, term: Term) -> tuple[Value, ...]:
        if isinstance(term, Constant):
            return (term.value,)
        return (False, True) if term.type == BOOLEAN else self.words.members(term.type)

    # --- what can be settled beforehand ------------------------------------------------------------------------------

    def _holds(self, condition: Formula) -> bool:
        return worth(self._settled(condition), _nothing, Logic.THREE_VALUED) is True

    def _settled(self, formula: Formula) -> Formula:
        """A condition without anything that only a world can answer."""
        match formula:
            case IsA(body=Constant(value=str(value)), type=type):
                return TRUE if self.words.belongs(self.words.existents[value].types, type) else FALSE
            case IsA():
                return FALSE
            case Not(body=body):
                return Not(self._settled(body))
            case And(parts=parts):
                return And(tuple(map(self._settled, parts)))
            case Or(parts=parts):
                return Or(tuple(map(self._settled, parts)))
            case Conditional(branches=branches, otherwise=otherwise):
                pairs = tuple((self._settled(c), self._settled(r)) for c, r in branches)
                return Conditional(pairs, self._settled(otherwise))
            case Quantified(kind=kind, variable=variable, body=body):
                values = self._values(variable)
                parts = tuple(self._settled(substituted(body, {variable.name: Constant(v)})) for v in values)
                return And(parts) if kind == "forall" else Or(parts)
        return formula


def _nothing(chain: tuple[str, ...], fluent: int) -> Value:
    raise AssertionError(f"nothing can be read beforehand: {chain}, {fluent}")
