"""Ground formulas as functions of a state.

The naive way interprets the formula each time (:mod:`kizuna.model.worth`, its oracle). Here each formula is turned
once into nested closures; a conjunction of plain facts, by far the commonest condition, becomes one loop over a tuple.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeAlias

from kizuna.model.formulas import And, Arithmetic, Believes, Compare, Conditional, Constant, Formula, Not, Or, Read
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import all_of, compared, negated, reckoned


class Holding(Protocol):
    """Whatever a formula can be read in: values, and the like of it per character."""

    @property
    def values(self) -> tuple[Value, ...]: ...  # noqa: D102
    @property
    def beliefs(self) -> tuple[Holding, ...]: ...  # noqa: D102


Evaluator: TypeAlias = Callable[[Holding], Value]
Condition: TypeAlias = Callable[[Holding], bool]


class Compiler:
    """Compiles formulas for one world: its logic, and its characters by name."""

    def __init__(self, logic: Logic, character_ids: dict[str, int]) -> None:
        self._three_valued = logic is Logic.THREE_VALUED
        self._character_ids = character_ids

    def condition(self, formula: Formula) -> Condition:
        """Whether the formula is true, as a function; unknown does not hold."""
        facts = plain_facts(formula)
        if facts is not None:
            return _facts_hold(facts)
        evaluate = self.worth(formula)
        return lambda state: evaluate(state) is True

    def worth(self, formula: Formula) -> Evaluator:
        """The worth of the formula, as a function."""
        match formula:
            case Constant(value=value):
                return lambda _: value
            case Read(fluent=fluent):
                return lambda state: state.values[fluent]
            case Believes(who=Constant(value=str(who)), body=body, definite=definite):
                inside = self.condition(body) if definite else self.worth(body)
                return self._believes(self._character_ids[who], inside)
            case Not(body=body):
                inner = self.worth(body)
                return lambda state: negated(inner(state))
            case And(parts=parts):
                return self._conjunction([self.worth(part) for part in parts])
            case Or(parts=parts):
                return self._disjunction([self.worth(part) for part in parts])
            case Compare():
                return self._comparison(formula)
            case Conditional(branches=branches, otherwise=otherwise):
                chain = [(self.condition(c), self.worth(r)) for c, r in branches]
                return _conditional(chain, self.worth(otherwise))
            case Arithmetic(operator=operator, parts=parts):
                terms = [self.worth(part) for part in parts]
                return lambda state: reckoned(operator, [term(state) for term in terms])
        raise TypeError(f"not a ground formula: {formula!r}")

    @staticmethod
    def _believes(character: int, inner: Evaluator) -> Evaluator:
        return lambda state: inner(state.beliefs[character])

    def _conjunction(self, parts: list[Evaluator]) -> Evaluator:
        if self._three_valued:
            return lambda state: all_of(part(state) for part in parts)

        def conjunction(state: Holding) -> Value:
            for part in parts:  # noqa: SIM110 (a loop is half the cost of all() with a generator, and this is the hot spot)
                if part(state) is not True:
                    return False
            return True

        return conjunction

    def _disjunction(self, parts: list[Evaluator]) -> Evaluator:
        if self._three_valued:
            return lambda state: negated(all_of(negated(part(state)) for part in parts))

        def disjunction(state: Holding) -> Value:
            for part in parts:  # noqa: SIM110 (see above)
                if part(state) is True:
                    return True
            return False

        return disjunction

    def _comparison(self, formula: Compare) -> Evaluator:
        operator = formula.operator
        left, right = self.worth(formula.left), self.worth(formula.right)
        asks_unknown = Constant(None) in (formula.left, formula.right)
        if self._three_valued and not asks_unknown:

            def cautious(state: Holding) -> Value:
                a, b = left(state), right(state)
                return None if a is None or b is None else compared(operator, a, b)

            return cautious
        return lambda state: compared(operator, left(state), right(state))


def plain_facts(formula: Formula) -> tuple[tuple[int, Value], ...] | None:
    """The fluents and worths that a conjunction of plain facts asks for; None if it asks for anything else."""
    facts = []
    for part in formula.parts if isinstance(formula, And) else (formula,):
        fact = plain_fact(part)
        if fact is None:
            return None
        facts.append(fact)
    return tuple(facts)


def plain_fact(formula: Formula) -> tuple[int, Value] | None:
    """The fluent and the worth that a single plain fact asks for."""
    match formula:
        case Read(fluent=fluent):
            return fluent, True
        case Not(body=Read(fluent=fluent)):
            return fluent, False
        case Compare(operator="==", left=Read(fluent=fluent), right=Constant(value=value)):
            return fluent, value
    return None


def _facts_hold(facts: tuple[tuple[int, Value], ...]) -> Condition:
    def facts_hold(state: Holding) -> bool:
        values = state.values
        for fluent, value in facts:
            actual = values[fluent]
            # identity settles most of them; the classes are compared because Python takes True for equal to 1
            if actual is not value and (actual != value or actual.__class__ is not value.__class__):
                return False
        return True

    return facts_hold


def _conditional(chain: list[tuple[Condition, Evaluator]], otherwise: Evaluator) -> Evaluator:
    def conditional(state: Holding) -> Value:
        for holds, result in chain:
            if holds(state):
                return result(state)
        return otherwise(state)

    return conditional
