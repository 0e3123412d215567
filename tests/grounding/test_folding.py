"""Folding changes no worth: the constructors and the compiler agree with the plain reading, in both logics."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from ground_formulas import KINDS, formulas, numbers, readings
from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna.epistemics.evaluate import Compiler
from kizuna.grounding.contradiction import contradicts_itself
from kizuna.grounding.shrink import Substitution
from kizuna.model.formulas import FALSE, TRUE, And, Believes, Compare, Constant, Formula, Not, Or, Read, subformulas
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import worth
from worlds import PEOPLE

IDS = {name: number for number, name in enumerate(PEOPLE[:2])}
SAME = {n: n for n in range(len(KINDS))}
LOGICS = st.sampled_from(Logic)
Values = tuple[Value, ...]


@dataclass
class Mind:
    """Values, and the two minds in it (itself where none is given)."""

    values: Values
    beliefs: tuple[Mind, ...] = field(default=())

    def __post_init__(self) -> None:
        self.beliefs = self.beliefs or (self, self)


@st.composite
def minds(draw: st.DrawFn, *, unknown: bool, fixed: dict[int, Value] | None = None) -> Mind:
    def drawn() -> Values:
        values = draw(readings(unknown=unknown))
        return tuple((fixed or {}).get(n, value) for n, value in enumerate(values))

    def grown(depth: int) -> Mind:
        return Mind(drawn(), () if depth == 0 or draw(st.booleans()) else (grown(depth - 1), grown(depth - 1)))

    return grown(2)


def plain(formula: Formula, mind: Mind, logic: Logic) -> Value:
    def read(chain: tuple[str, ...], fluent: int) -> Value:
        end = mind
        for name in chain:
            end = end.beliefs[IDS[name]]
        return end.values[fluent]

    return worth(formula, read, logic)


def fixed_in(values: Values, which: set[int]) -> dict[int, Value]:
    return {n: values[n] for n in which}


@settings(max_examples=50)
@given(st.data(), LOGICS)
def test_folding_changes_no_worth(data: st.DataObject, logic: Logic) -> None:
    unknown = logic is Logic.THREE_VALUED
    formula = data.draw(st.one_of(formulas(unknown=unknown), numbers()))
    mind = data.draw(minds(unknown=unknown))
    folded = Substitution({}, SAME, logic).of(formula)
    assert plain(folded, mind, logic) == plain(formula, mind, logic)
    assert Substitution({}, SAME, logic).of(folded) == folded


@settings(max_examples=50)
@given(st.data(), LOGICS)
def test_putting_in_what_never_changes_changes_no_worth(data: st.DataObject, logic: Logic) -> None:
    unknown = logic is Logic.THREE_VALUED
    formula = data.draw(st.one_of(formulas(unknown=unknown), numbers()))
    fixed = fixed_in(data.draw(readings(unknown=unknown)), data.draw(st.sets(st.sampled_from(range(len(KINDS))))))
    mind = data.draw(minds(unknown=unknown, fixed=fixed))
    numbering = {n: n for n in SAME if n not in fixed}
    folded = Substitution(fixed, numbering, logic).of(formula)
    assert plain(folded, mind, logic) == plain(formula, mind, logic)
    assert not any(isinstance(part, Read) and part.fluent in fixed for part in subformulas(folded))


@settings(max_examples=50)
@given(st.data(), LOGICS)
def test_the_compiler_agrees_with_the_plain_reading(data: st.DataObject, logic: Logic) -> None:
    unknown = logic is Logic.THREE_VALUED
    formula = data.draw(st.one_of(formulas(unknown=unknown), numbers()))
    mind = data.draw(minds(unknown=unknown))
    expected = plain(formula, mind, logic)
    compiler = Compiler(logic, IDS)
    assert compiler.worth(formula)(mind) == expected
    assert compiler.condition(formula)(mind) is (expected is True)


@settings(max_examples=50)
@given(st.data(), LOGICS)
def test_a_condition_that_contradicts_itself_never_holds(data: st.DataObject, logic: Logic) -> None:
    unknown = logic is Logic.THREE_VALUED
    formula = Substitution({}, SAME, logic).of(data.draw(formulas(unknown=unknown)))
    if contradicts_itself(formula):
        for _ in range(5):
            assert plain(formula, data.draw(minds(unknown=unknown)), logic) is not True


AT, LIT, ANA = Read(3), Read(0), Constant("Ana")
HOME, AWAY = Compare("==", AT, Constant("Attic")), Compare("==", AT, Constant("Barn"))


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (And((HOME, AWAY)), True),
        (And((HOME, Not(HOME))), True),
        (And((LIT, Not(LIT))), True),
        (And((Or((HOME, AWAY)), Not(HOME), Not(AWAY))), True),
        (Not(Or((HOME, Not(HOME)))), True),
        (And((Believes(ANA, HOME), Believes(ANA, AWAY))), True),
        (Or((And((HOME, AWAY)), FALSE)), True),
        (And((HOME, Compare("!=", AT, Constant("Attic")))), True),
        (And((HOME, Believes(ANA, AWAY))), False),
        (Or((HOME, AWAY)), False),
        (And((HOME, Compare("!=", AT, Constant("Barn")))), False),
        (And((Or((HOME, AWAY)), Not(AWAY))), False),
        (TRUE, False),
    ],
)
def test_contradictions_are_found(condition: Formula, expected: bool) -> None:
    assert contradicts_itself(condition) is expected
