"""What always holds of outcomes, sources and spans."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizuna.diagnostics import DiagnosedError, Diagnostic, Outcome, Severity, Source, Span, conclude, diagnose
from kizuna.diagnostics.codes import CODES
from kizuna.diagnostics.diagnostic import sort_key

ERROR = diagnose("syntax", "Wrong.")
WARNING = diagnose("implicit-type", "Odd.")
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("\n\r\u2028")), max_size=60)


@st.composite
def spans(draw: st.DrawFn, source: Source | None = None) -> Span:
    source = source or Source(draw(st.sampled_from("ab")), draw(TEXTS))
    start = draw(st.integers(0, len(source.text)))
    return Span(source, start, draw(st.integers(start, len(source.text))))


@st.composite
def findings(draw: st.DrawFn) -> Diagnostic:
    code = draw(st.sampled_from(sorted(CODES)))
    return diagnose(code, draw(st.sampled_from(["One.", "Two."])), draw(st.none() | spans()))


# --- outcome -----------------------------------------------------------------------------------------------------


def test_an_outcome_has_a_value_or_an_error_and_never_both_or_neither() -> None:
    assert Outcome(1).ok
    assert Outcome(1, (WARNING,)).ok
    assert not Outcome(None, (WARNING, ERROR)).ok
    for value, diagnostics in [(1, (ERROR,)), (None, ()), (None, (WARNING,))]:
        with pytest.raises(ValueError, match="no value exactly when"):
            Outcome(value, diagnostics)


@pytest.mark.parametrize("value", [0, "", (), False])
def test_a_value_that_is_false_is_still_a_value(value: object) -> None:
    assert Outcome(value).ok
    assert Outcome(value).unwrap() == value


def test_unwrap_gives_the_value_or_raises_with_all_diagnostics_and_the_messages_of_the_errors() -> None:
    assert Outcome(7, (WARNING,)).unwrap() == 7
    with pytest.raises(DiagnosedError, match=r"^Wrong\.$") as caught:
        Outcome(None, (WARNING, ERROR)).unwrap()
    assert caught.value.diagnostics == (WARNING, ERROR)


@given(st.lists(findings(), max_size=8))
def test_conclude_orders_drops_repeats_and_takes_the_value_away_exactly_for_errors(found: list[Diagnostic]) -> None:
    outcome = conclude("value", found + found)
    assert outcome.ok == (not any(each.is_error for each in found))
    assert set(outcome.diagnostics) == set(found)
    assert len(outcome.diagnostics) == len(set(found))
    assert list(outcome.diagnostics) == sorted(outcome.diagnostics, key=sort_key)


@given(st.lists(findings(), max_size=8), st.randoms())
def test_conclude_gives_a_reading_order_whatever_the_order_of_finding(found: list[Diagnostic], chance) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(found)
    chance.shuffle(shuffled)
    ordered = [sort_key(each) for each in conclude(1, found).diagnostics]
    assert [sort_key(each) for each in conclude(1, shuffled).diagnostics] == ordered


def test_conclude_without_a_value_needs_an_error() -> None:
    with pytest.raises(ValueError, match="no value exactly when"):
        conclude(None, [WARNING])


# --- diagnostic --------------------------------------------------------------------------------------------------


def test_a_diagnostic_needs_a_code_of_the_table_and_a_message() -> None:
    with pytest.raises(ValueError, match="no such diagnostic code: nonsense"):
        diagnose("nonsense", "Wrong.")
    with pytest.raises(ValueError, match="a message that stands alone"):
        diagnose("syntax", " \n")


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_of_the_table_is_well_formed(code: str) -> None:
    entry = CODES[code]
    assert Severity(entry.severity) is diagnose(code, "Wrong.").severity
    assert code == code.lower().strip("-")
    assert entry.summary.endswith(".")
    assert entry.explanation.endswith(".")
    assert "|" not in entry.summary + entry.explanation, "it would break the generated table"


@given(findings())
def test_diagnostics_are_values(found: Diagnostic) -> None:
    copy = pickle.loads(pickle.dumps(found))
    assert copy == found
    assert hash(copy) == hash(found)


# --- source and span ---------------------------------------------------------------------------------------------


@given(TEXTS, st.data())
def test_line_and_column_lead_back_to_the_offset(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    offset = data.draw(st.integers(0, len(text)))
    line, column = source.line_and_column(offset)
    assert line == text.count("\n", 0, offset) + 1
    assert column == offset - (text.rfind("\n", 0, offset) + 1) + 1
    assert source.line_starts[line - 1] + column - 1 == offset


@given(TEXTS)
def test_lines_are_the_text_between_line_feeds(text: str) -> None:
    source = Source("a", text)
    expected = [line.rstrip("\r") for line in text.split("\n")]
    assert [source.line(number + 1) for number in range(len(expected))] == expected
    assert source.line(0) == source.line(len(expected) + 1) == ""


def test_offsets_outside_are_clamped() -> None:
    source = Source("a", "ab\nc")
    assert source.line_and_column(-5) == (1, 1)
    assert source.line_and_column(99) == (2, 2)


def test_asking_for_lines_does_not_change_what_a_source_equals() -> None:
    asked, fresh = Source("a", "b\nc"), Source("a", "b\nc")
    assert asked.line(2) == "c"
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert asked != Source("b", "b\nc")


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 4), (4, 4)])
def test_a_span_outside_its_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="lies outside a"):
        Span(Source("a", "abc"), start, end)


@given(spans())
def test_a_span_has_its_words_and_its_location(span: Span) -> None:
    assert span.text == span.source.text[span.start : span.end]
    line, column = span.source.line_and_column(span.start)
    assert span.location == f"{span.source.name}:{line}:{column}"


@given(TEXTS, st.data())
def test_to_covers_both_and_nothing_more(text: str, data: st.DataObject) -> None:
    source = Source("a", text)
    one, other = data.draw(spans(source)), data.draw(spans(source))
    both = one.to(other)
    assert both == other.to(one)
    assert (both.start, both.end) == (min(one.start, other.start), max(one.end, other.end))
