"""Conditions over facts of which some are open: surely so, surely not so, or either.

A mind is not looked into here: whatever is read of one may be as one likes, and so may a fact that is
:data:`OPEN`. Three-valued logic over *knowledge of the analysis* (abstract interpretation: Cousot, Cousot 1977), not to
be mixed up with what a character knows. Conditions without anything open are read by the compiled formulas themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple, TypeAlias

from kizuna.epistemics.evaluate import Compiler, remembered
from kizuna.epistemics.state import Values
from kizuna.model.formulas import And, Constant, Formula, Or, fluents_read, looks_into_minds, parts_of
from kizuna.model.values import Value


class Outcome(IntEnum):
    """Whether a condition holds."""

    NO = 0
    MAYBE = 1
    YES = 2


OPEN: Value = "\0open"
"""The worth of a fact that may be anything."""

Test: TypeAlias = Callable[["Facts"], Outcome]


class Facts(NamedTuple):
    """Facts without anybody's beliefs: what a compiled formula that looks into no mind can be read in."""

    values: Values
    beliefs: tuple[Facts, ...] = ()


class Outcomes:
    """Compiles conditions for one world."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler

    def test(self, formula: Formula) -> Test:
        """Whether a formula is true."""
        literals = [self._compiler.literal(part) for part in parts_of(formula)]
        facts = [(each.fluent, each.value) for each in literals if each is not None and each.equal and not each.chain]
        if len(facts) == len(literals):
            return _plain(tuple(facts))
        match formula:
            case And(parts=parts):
                return _all([self.test(part) for part in parts])
            case Or(parts=parts):
                return _some([self.test(part) for part in parts])
        if looks_into_minds(formula):
            return lambda _: Outcome.MAYBE
        holds, read = self._compiler.condition(formula), tuple(fluents_read(formula))

        def closed(facts: Facts) -> Outcome:
            values = facts.values
            if any(values[fluent] is OPEN for fluent in read):
                return Outcome.MAYBE
            return Outcome.YES if holds(facts) else Outcome.NO

        return remembered(closed, [((), fluent) for fluent in read])

    def worth(self, formula: Formula) -> Callable[[Facts], Value]:
        """The worth of an expression; OPEN where anything open has a part in it."""
        if isinstance(formula, Constant):
            return lambda _: formula.value
        if looks_into_minds(formula):
            return lambda _: OPEN
        evaluate, read = self._compiler.worth(formula), tuple(fluents_read(formula))

        def closed(facts: Facts) -> Value:
            values = facts.values
            return OPEN if any(values[fluent] is OPEN for fluent in read) else evaluate(facts)

        return remembered(closed, [((), fluent) for fluent in read])


def _plain(wanted: tuple[tuple[int, Value], ...]) -> Test:
    def plain(facts: Facts) -> Outcome:
        values = facts.values
        outcome = Outcome.YES
        for fluent, value in wanted:
            actual = values[fluent]
            if actual is OPEN:
                outcome = Outcome.MAYBE
            elif actual is not value and (actual != value or actual.__class__ is not value.__class__):
                return Outcome.NO
        return outcome

    return plain


def _all(tests: list[Test]) -> Test:
    def every(facts: Facts) -> Outcome:
        outcome = Outcome.YES
        for test in tests:
            each = test(facts)
            if each < outcome:
                if each is Outcome.NO:
                    return each
                outcome = each
        return outcome

    return every


def _some(tests: list[Test]) -> Test:
    def some(facts: Facts) -> Outcome:
        outcome = Outcome.NO
        for test in tests:
            each = test(facts)
            if each > outcome:
                if each is Outcome.YES:
                    return each
                outcome = each
        return outcome

    return some
