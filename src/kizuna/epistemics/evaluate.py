"""Ground formulas as functions of a state.

The naive way interprets the formula each time (:mod:`kizuna.model.worth`, its oracle). Here each formula is turned
once into nested closures; a conjunction of literals, by far the commonest condition, becomes one loop over tuples.
What is more than a literal is mostly asked about the same facts, in truth and in minds: it remembers its answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TypeAlias, TypeVar

from kizuna.epistemics.literals import Condition, Holding, Literal, Place, all_hold, literal
from kizuna.model.formulas import (
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
    Read,
    children,
    parts_of,
    subformulas,
)
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import COMPARISONS, all_of, negated, reckoned

Evaluator: TypeAlias = Callable[[Holding], Value]
Held = TypeVar("Held", bound=Holding)
Answer = TypeVar("Answer")
SMALL = 4
"""A formula of no more parts than that is read as quickly as it is looked up."""


def remembered(answer: Callable[[Held], Answer], places: Iterable[Place]) -> Callable[[Held], Answer]:
    """A question about what is so in some places, and nothing else, that is answered once for the same worths."""
    by_mind: dict[tuple[int, ...], dict[int, None]] = {}
    for chain, fluent in places:
        by_mind.setdefault(chain, {})[fluent] = None
    own = by_mind.pop((), None)
    worths = itemgetter(*own) if own else None
    inside = [(chain, itemgetter(*fluents)) for chain, fluents in by_mind.items()]
    known: dict[object, Answer] = {}

    def recalled(state: Held) -> Answer:
        key: object = None if worths is None else worths(state.values)
        for chain, picked in inside:
            mind: Holding = state
            for character in chain:
                mind = mind.beliefs[character]
            key = key, picked(mind.values)
        if key not in known:
            known[key] = answer(state)
        return known[key]

    return recalled if by_mind or own else answer


class Compiler:
    """Compiles formulas for one world: its logic, and its characters by name."""

    def __init__(self, logic: Logic, character_ids: dict[str, int]) -> None:
        self.logic = logic
        self.character_ids = character_ids
        self._three_valued = logic is Logic.THREE_VALUED
        self._literals: dict[int, tuple[Formula, Literal | None]] = {}  # by address; the formula keeps it its own

    def literal(self, formula: Formula) -> Literal | None:
        """The literal that a condition amounts to; None if it is none."""
        known = self._literals.get(id(formula))
        if known is None:
            known = self._literals[id(formula)] = formula, literal(formula, self.character_ids, self.logic)
        return known[1]

    def condition(self, formula: Formula) -> Condition:
        """Whether the formula is true, as a function; unknown does not hold."""
        return self.conditions(parts_of(formula))

    def conditions(self, parts: Sequence[Formula]) -> Condition:
        """Whether all of several formulas are true, as a function."""
        literals, others = [], []
        for part in parts:
            found = self.literal(part)
            if found is None:
                others.append(self._true(part))
            else:
                literals.append(found)
        return _together(all_hold(literals), others) if others else all_hold(literals)

    def _true(self, part: Formula) -> Condition:
        if isinstance(part, And):
            return self.condition(part)
        if isinstance(part, Or):
            return self._some(part)
        evaluate = self.worth(part)
        return lambda state: evaluate(state) is True

    def _some(self, part: Or) -> Condition:
        """Whether one of several is true."""
        conditions = [self.condition(each) for each in part.parts]

        def some(state: Holding) -> bool:
            for condition in conditions:  # noqa: SIM110 (a loop is half the cost of any() with a generator)
                if condition(state):
                    return True
            return False

        return some

    def worth(self, formula: Formula) -> Evaluator:
        """The worth of the formula, as a function."""
        match formula:
            case Constant(value=value):
                return lambda _: value
            case Read(fluent=fluent):
                return lambda state: state.values[fluent]
            case Believes(who=Constant(value=str(who)), body=body, definite=definite):
                inside = self.condition(body) if definite else self.worth(body)
                return self._believes(self.character_ids[who], inside)
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
        test = COMPARISONS[formula.operator]
        left, right = self.worth(formula.left), self.worth(formula.right)
        asks_unknown = Constant(None) in (formula.left, formula.right)
        if not self._three_valued or asks_unknown:
            return lambda state: test(left(state), right(state))
        if isinstance(formula.right, Constant):
            constant = formula.right.value

            def constantly(state: Holding) -> Value:
                a = left(state)
                return None if a is None else test(a, constant)

            return constantly

        def cautious(state: Holding) -> Value:
            a, b = left(state), right(state)
            return None if a is None or b is None else test(a, b)

        return cautious


class RememberingCompiler(Compiler):
    """Compiles formulas of which whatever is more than a literal remembers its answers."""

    def __init__(self, logic: Logic, character_ids: dict[str, int]) -> None:
        super().__init__(logic, character_ids)
        self._plain = Compiler(logic, character_ids)
        self._plain._literals = self._literals

    def worth(self, formula: Formula) -> Evaluator:
        """The worth of the formula, as a function."""
        if _is_large(formula):
            return remembered(self._plain.worth(formula), self._places(formula))
        return super().worth(formula)

    def _true(self, part: Formula) -> Condition:
        if _is_large(part):
            return remembered(self._plain.condition(part), self._places(part))
        return super()._true(part)

    def _places(self, formula: Formula, chain: tuple[int, ...] = ()) -> Iterator[Place]:
        """What a formula reads, and in which minds."""
        match formula:
            case Read(fluent=fluent):
                yield chain, fluent
            case Believes(who=Constant(value=str(who)), body=body):
                yield from self._places(body, (*chain, self.character_ids[who]))
            case _:
                for part in children(formula):
                    yield from self._places(part, chain)


def _is_large(formula: Formula) -> bool:
    return sum(1 for _ in subformulas(formula)) > SMALL


def _together(literals: Condition, others: list[Condition]) -> Condition:
    def together(state: Holding) -> bool:
        if not literals(state):
            return False
        for condition in others:  # noqa: SIM110 (see above)
            if not condition(state):
                return False
        return True

    return together


def _conditional(chain: list[tuple[Condition, Evaluator]], otherwise: Evaluator) -> Evaluator:
    def conditional(state: Holding) -> Value:
        for holds, result in chain:
            if holds(state):
                return result(state)
        return otherwise(state)

    return conditional
