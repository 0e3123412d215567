"""Saved, loaded, equal; and strict about what is read."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import msgspec
import pytest
from examples import limits
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import ground_worlds

from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Event, Explanation, Fabula, Grade, Limits, PlannedStep, Stake
from kizuna.fabula.saved import SavedFabula, load, save
from kizuna.model.values import exact
from kizuna.search import Problem, SearchResult, find
from kizuna.search.saved import load_fabulas, save_result

LENIENT = settings(suppress_health_check=list(HealthCheck))
NUMBERS = st.one_of(st.integers(), st.fractions()).map(exact)
NAMES = st.text(max_size=5)
STAKES = st.lists(st.builds(Stake, NAMES, NUMBERS, NUMBERS), max_size=2).map(tuple)


def explanations(depth: int = 2) -> st.SearchStrategy[tuple[Explanation, ...]]:
    inner = explanations(depth - 1) if depth else st.just(())
    plan = st.lists(st.builds(PlannedStep, NAMES, inner), max_size=2).map(tuple)
    worst = st.none() | NUMBERS
    one = st.builds(Explanation, NAMES, plan, NUMBERS, NUMBERS, STAKES, st.sampled_from(Grade), worst, worst)
    return st.lists(one, max_size=2, unique_by=lambda why: why.character).map(tuple)


FABULAS = st.builds(
    Fabula,
    world=NAMES,
    digest=NAMES,
    limits=st.builds(Limits, st.integers(1, 9), st.integers(1, 9), st.integers(0, 9)),
    before=NUMBERS,
    utility=NUMBERS,
    events=st.lists(st.builds(Event, NAMES, explanations()), max_size=3).map(tuple),
    not_proven=st.lists(NAMES, max_size=2).map(tuple),
)


def read(text: bytes | str) -> Fabula:
    return load(msgspec.json.decode(text, type=SavedFabula))


@settings(LENIENT, max_examples=50)
@given(FABULAS)
def test_saved_and_loaded_it_is_equal(fabula: Fabula) -> None:
    text = msgspec.json.encode(save(fabula))
    assert read(text) == fabula
    assert load_fabulas(text) == (fabula,)
    assert msgspec.json.encode(save(read(text))) == text


@settings(LENIENT, max_examples=20)
@given(ground_worlds(staged=True, max_actions=2, max_rules=1))
def test_results_are_saved_with_their_fabulas(small: object) -> None:
    try:
        result = find(Problem(small), events=3, foresight=2, depth=1, count=None, max_expansions=500)
    except EndlessRulesError:
        return
    assert load_fabulas(msgspec.json.encode(save_result(result))) == result.fabulas


def found() -> SearchResult:
    return find(Problem(limits()), events=4, foresight=4, depth=2)


def written() -> dict[str, Any]:
    """A saved fabula as plain JSON values."""
    return json.loads(msgspec.json.encode(save(found().fabulas[0])))


def change(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    saved = written()
    inner: Any = saved
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return saved


REASON = ("events", 0, "explanations", "A")
BROKEN: dict[str, tuple[tuple[str | int, ...], object]] = {
    "unknown field": (("colour",), "red"),
    "unknown field of an event": (("events", 0, "colour"), "red"),
    "unknown field of an explanation": ((*REASON, "colour"), "red"),
    "unknown field of a stake": ((*REASON, "stakes", 0, "colour"), "red"),
    "unknown field of the limits": (("limits", "seconds"), 3),
    "another version": (("version",), 2),
    "another format": (("format",), "kizuna-novel"),
    "no number": (("utility",), "much"),
    "a number divided by zero": (("utility",), "1/0"),
    "a power of ten": (("utility",), "1e999999999"),
    "an inexact number": (("utility",), 0.5),
    "no number in an explanation": ((*REASON, "before"), "little"),
    "an unknown grade": ((*REASON, "grade"), "loves"),
    "no number for an outlook": ((*REASON, "outlook"), "fair"),
    "a zero divisor in a stake": ((*REASON, "stakes", 0, "after"), "2/0"),
    "impossible limits": (("limits", "events"), 0),
    "negative depth": (("limits", "depth"), -1),
    "events of another kind": (("events",), {}),
}


def test_what_is_written_can_be_read() -> None:
    assert read(json.dumps(written())) == found().fabulas[0]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_refused(name: str) -> None:
    text = json.dumps(change(*BROKEN[name]))
    with pytest.raises(ValueError):  # noqa: PT011 (the words are msgspec's in some cases, ours in others)
        read(text)
    with pytest.raises(ValueError):  # noqa: PT011
        load_fabulas(text)


@pytest.mark.parametrize("missing", ["digest", "limits", "events", "utility"])
def test_what_is_missing_is_named(missing: str) -> None:
    saved = written()
    del saved[missing]
    with pytest.raises(ValueError, match=missing):
        read(json.dumps(saved))


@pytest.mark.parametrize(("place", "value"), [(("version",), 2), (("colour",), 1), (("goal",), "x")])
def test_a_broken_result_is_refused(place: tuple[str], value: object) -> None:
    saved = json.loads(msgspec.json.encode(save_result(found())))
    saved[place[0]] = value
    if place == ("goal",):
        assert load_fabulas(json.dumps(saved)) == found().fabulas  # only the fabulas are asked for
        return
    with pytest.raises(ValueError):  # noqa: PT011
        load_fabulas(json.dumps(saved))


def test_fractions_are_written_as_such() -> None:
    fabula = Fabula("w", "d", Limits(1, 1, 0), Fraction(1, 3), Fraction(5, 2), ())
    saved = save(fabula)
    assert (saved.before, saved.utility) == ("1/3", "5/2")
    assert load(saved) == fabula


@pytest.mark.parametrize("numbers", [(0, 1, 0), (1, 0, 0), (1, 1, -1)])
def test_limits_start_at_one(numbers: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="start at 1"):
        Limits(*numbers)
