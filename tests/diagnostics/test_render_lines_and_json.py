"""The renderings for logs, editors and programs."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizuna.diagnostics import Label, Source, Span, diagnose
from kizuna.diagnostics.render import diagnostic_data, render_concise, render_json

TOWN = Source("town.txt", "type place;\nat(Tom) = Markt;\n")
MARKT = Span(TOWN, 22, 27)
FOUND = diagnose(
    "unknown-name",
    "Nothing is called Markt.",
    MARKT,
    "not declared",
    secondary=(Label(Span(TOWN, 0, 4), "types"),),
    help="Declare it.",
)


def test_concise_names_place_severity_code_and_message() -> None:
    assert render_concise([FOUND]) == "town.txt:2:11: error[unknown-name] Nothing is called Markt."


def test_concise_without_a_place() -> None:
    assert render_concise([diagnose("implicit-type", "One.")]) == "warning[implicit-type] One."
    assert render_concise([]) == ""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_concise_folds_every_kind_of_line_ending(ending: str) -> None:
    source = Source(f"odd{ending}name", "a")
    found = diagnose("syntax", f"One.{ending}{ending}Two.", Span(source, 0, 1))
    assert render_concise([found]) == "odd name:1:1: error[syntax] One. Two."


@given(st.lists(st.tuples(st.text(), st.text().filter(str.strip)), min_size=1))
def test_concise_is_exactly_one_line_for_each(pairs: list[tuple[str, str]]) -> None:
    found = [diagnose("syntax", message, Span(Source(name, ""), 0, 0)) for name, message in pairs]
    assert len(render_concise(found).splitlines()) == len(found)


def test_json_holds_everything_with_places_in_three_ways() -> None:
    assert json.loads(render_json([FOUND])) == {
        "format": "kizuna-diagnostics",
        "version": 1,
        "diagnostics": [
            {
                "code": "unknown-name",
                "severity": "error",
                "message": "Nothing is called Markt.",
                "primary": {
                    "source": "town.txt",
                    "start": {"line": 2, "column": 11, "offset": 22},
                    "end": {"line": 2, "column": 16, "offset": 27},
                    "label": "not declared",
                },
                "secondary": [
                    {
                        "source": "town.txt",
                        "start": {"line": 1, "column": 1, "offset": 0},
                        "end": {"line": 1, "column": 5, "offset": 4},
                        "label": "types",
                    }
                ],
                "help": ["Declare it."],
            }
        ],
    }


def test_json_without_a_place_and_without_findings() -> None:
    assert diagnostic_data(diagnose("syntax", "One."))["primary"] is None
    assert json.loads(render_json([]))["diagnostics"] == []


@given(st.text(), st.text().filter(str.strip), st.data())
def test_json_is_plain_ascii_and_reads_back(text: str, message: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    rendered = render_json([diagnose("syntax", message, Span(Source("a", text), start, end))])
    (found,) = json.loads(rendered)["diagnostics"]
    assert rendered.isascii()
    assert found["message"] == message
    assert text[found["primary"]["start"]["offset"] : found["primary"]["end"]["offset"]] == text[start:end]
