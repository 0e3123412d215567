"""Random ground formulas over a few fluents: ``formulas()`` and ``numbers()``, and ``readings()`` to read them by."""

from __future__ import annotations

from hypothesis import strategies as st

from kizuna.model.formulas import (
    FALSE,
    TRUE,
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
)
from kizuna.model.values import Value
from worlds import NUMBERS, OPERATORS, PEOPLE

KINDS = ("boolean", "boolean", "boolean", "entity", "entity", "number", "number")
"""The types of the fluents that ``formulas()`` reads, by number."""


def _read(*kinds: str) -> st.SearchStrategy[Formula]:
    return st.sampled_from([Read(n) for n, kind in enumerate(KINDS) if kind in kinds])


def _in_minds(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    return st.builds(Believes, st.sampled_from([Constant(name) for name in PEOPLE[:2]]), inner)


def _choice(conditions: st.SearchStrategy[Formula], results: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    branches = st.lists(st.tuples(conditions, results), min_size=1, max_size=2).map(tuple)
    return st.builds(Conditional, branches, results)


def formulas(depth: int = 2, *, unknown: bool = True) -> st.SearchStrategy[Formula]:
    """Ground conditions; with ``unknown`` truth values may be unknown too, as the three-valued logic has them."""
    literals = [TRUE, FALSE] + [Constant(None)] * unknown
    if depth == 0:
        return st.one_of(_read("boolean"), st.sampled_from(literals))
    inner = formulas(depth - 1, unknown=unknown)
    parts = st.lists(inner, max_size=3).map(tuple)
    entities = st.one_of(_read("entity"), st.sampled_from([Constant(v) for v in ("Attic", "Barn", None)]))
    entities = st.one_of(entities, _in_minds(entities), _choice(inner, entities))
    return st.one_of(
        inner,
        st.builds(Not, inner),
        st.builds(And, parts),
        st.builds(Or, parts),
        _in_minds(inner),
        _choice(inner, inner),
        st.builds(Compare, st.sampled_from(["==", "!="]), entities, entities),
        st.builds(Compare, st.sampled_from(["==", "!="]), inner, inner),
        st.builds(Compare, st.sampled_from(OPERATORS), numbers(depth - 1), numbers(depth - 1)),
    )


def numbers(depth: int = 2) -> st.SearchStrategy[Formula]:
    """Ground numbers, without division."""
    plain = st.one_of(_read("number"), st.sampled_from([Constant(value) for value in (*NUMBERS, None)]))
    if depth == 0:
        return plain
    inner = numbers(depth - 1)
    return st.one_of(
        plain,
        _in_minds(inner),
        st.builds(Arithmetic, st.sampled_from(["+", "*"]), st.lists(inner, max_size=3).map(tuple)),
        st.builds(Arithmetic, st.just("-"), st.tuples(inner, inner)),
    )


def readings(*, unknown: bool = True) -> st.SearchStrategy[tuple[Value, ...]]:
    """A value for each fluent that ``formulas()`` reads."""
    of_kind = {
        "boolean": st.sampled_from([False, True] + [None] * unknown),
        "entity": st.sampled_from(["Attic", "Barn", None]),
        "number": st.sampled_from([*NUMBERS, None]),
    }
    return st.tuples(*(of_kind[kind] for kind in KINDS))
