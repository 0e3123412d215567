"""The full rendering, each expected text written out, and what holds for every text and span."""

from __future__ import annotations

from textwrap import dedent

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kizuna.diagnostics import Diagnostic, Label, Source, Span, diagnose
from kizuna.diagnostics.render import render_full
from kizuna.diagnostics.render.cells import columns, lay_out
from kizuna.diagnostics.render.full import WIDTH

TOWN = Source("town.txt", "type place;\ncharacter Tom;\n\nat(Tom) = Markt;\nat(Tom) = Home;\n")


def find(source: Source, words: str) -> Span:
    start = source.text.index(words)
    return Span(source, start, start + len(words))


def about(text: str, words: str, label: str = "here", name: str = "a.txt") -> Diagnostic:
    return diagnose("syntax", "This is odd.", find(Source(name, text), words), label)


def full(diagnostic: Diagnostic) -> str:
    return "\n" + render_full([diagnostic]) + "\n"


def test_message_place_caret_label_and_help() -> None:
    found = diagnose(
        "unknown-name",
        "Nothing is called Markt.",
        find(TOWN, "Markt"),
        "not declared",
        help=("Did you mean Market?", "Declare it:\nentity Markt;"),
    )
    assert full(found) == dedent(
        """
        error[unknown-name]: Nothing is called Markt.
         --> town.txt:4:11
          |
        4 | at(Tom) = Markt;
          |           ^^^^^ not declared
          |
          = help: Did you mean Market?
          = help: Declare it:
                  entity Markt;
        """
    )


def test_secondary_labels_on_other_lines_and_on_the_same_line() -> None:
    secondary = (Label(find(TOWN, "Tom"), "he is declared here"), Label(find(TOWN, "at(Tom)"), "this place"))
    found = diagnose("type-mismatch", "A word, not a place.", find(TOWN, "Markt"), "a word", secondary=secondary)
    assert full(found) == dedent(
        """
        error[type-mismatch]: A word, not a place.
         --> town.txt:4:11
          |
        2 | character Tom;
          |           --- he is declared here
        3 |
        4 | at(Tom) = Markt;
          |           ^^^^^ a word
          | ------- this place
        """
    )


def test_lines_between_are_left_out_and_other_sources_follow() -> None:
    other = Source("people.txt", "\n" * 98 + "type place;")
    secondary = (Label(find(other, "place"), "also here"), Label(find(TOWN, "type"), "first here"))
    found = diagnose("duplicate-definition", "place is declared twice.", find(TOWN, "Home"), secondary=secondary)
    assert full(found) == dedent(
        """
        error[duplicate-definition]: place is declared twice.
          --> town.txt:5:11
           |
         1 | type place;
           | ---- first here
        ...
         5 | at(Tom) = Home;
           |           ^^^^
           |
          ::: people.txt:99:6
           |
        99 | type place;
           |      ----- also here
        """
    )


def test_a_diagnostic_without_a_place() -> None:
    found = diagnose("empty-world", "The file says nothing.", help="Write a definition.")
    assert full(found) == "\nerror[empty-world]: The file says nothing.\n  = help: Write a definition.\n"


def test_further_lines_of_a_message_are_indented() -> None:
    assert render_full([diagnose("syntax", "One.\nTwo.")]) == "error[syntax]: One.\n  Two."


def test_several_diagnostics_have_a_blank_line_between_them_and_none_make_no_text() -> None:
    found = diagnose("implicit-type", "One.")
    assert render_full([found, found]) == "warning[implicit-type]: One.\n\nwarning[implicit-type]: One."
    assert render_full([]) == ""


@pytest.mark.parametrize(
    ("text", "words", "shown", "carets"),
    [
        pytest.param("\tTom walks", "Tom", "    Tom walks", "    ^^^ here", id="tab"),
        pytest.param("ab\tTom", "Tom", "ab  Tom", "    ^^^ here", id="tab stop"),
        pytest.param("a\tb", "\t", "a   b", " ^^^ here", id="the tab itself"),
        pytest.param("東京 Tom", "Tom", "東京 Tom", "     ^^^ here", id="wide before"),
        pytest.param("in 東京", "東京", "in 東京", "   ^^^^ here", id="wide under"),
        pytest.param("cafe\u0301s Tom", "Tom", "cafe\u0301s Tom", "      ^^^ here", id="combining before"),
        pytest.param("cafe\u0301s", "\u0301", "cafe\u0301s", "   ^ here", id="combining alone: under its letter"),
        pytest.param("👍🏽 ok", "ok", "👍🏽 ok", "   ^^ here", id="emoji with skin tone"),
        pytest.param("👩\u200d🚀 ok", "ok", "👩\u200d🚀 ok", "   ^^ here", id="joined emoji"),
        pytest.param("❤\ufe0f ok", "ok", "❤\ufe0f ok", "   ^^ here", id="emoji by variation selector"),
        pytest.param("a\x1b[31mb", "\x1b", "a␛[31mb", " ^ here", id="escape"),
        pytest.param("a\x00\x7fb", "b", "a␀␡b", "   ^ here", id="null and delete"),
        pytest.param("a\u202eb", "b", "a<U+202E>b", "         ^ here", id="bidirectional override"),
        pytest.param("a\u2028b", "b", "a<U+2028>b", "         ^ here", id="line separator is no line ending"),
        pytest.param("a\ud800b", "b", "a<U+D800>b", "         ^ here", id="lone surrogate"),
        pytest.param("Tom\r\nAnna", "Tom\r\n", "Tom", "^^^ here", id="the ending belongs to its line"),
        pytest.param("Tom\r\nAnna", "\r\n", "Tom", "   ^ here", id="only the ending"),
        pytest.param("a\rb\r\n", "b", "a␍b", "  ^ here", id="carriage return inside a line"),
        pytest.param("\ufeffTom", "Tom", "Tom", "^^^ here", id="byte order mark"),
        pytest.param("\ufeffTom", "\ufeff", "Tom", "^ here", id="under the byte order mark"),
        pytest.param("a\ufeffb", "b", "a<U+FEFF>b", "         ^ here", id="stray byte order mark"),
        pytest.param("\u0301a", "a", "◌\u0301a", " ^ here", id="mark with no letter"),
        pytest.param("Tom", "", "Tom", "^ here", id="zero width at the start"),
    ],
)
def test_carets_stand_under_what_is_seen(text: str, words: str, shown: str, carets: str) -> None:
    lines = render_full([about(text, words)]).splitlines()
    assert lines[3:] == [f"1 | {shown}", f"  | {carets}"]


@pytest.mark.parametrize(("offset", "carets"), [(3, "   ^"), (4, "^"), (7, "   ^")])
def test_a_span_without_width_has_a_caret_at_its_point(offset: int, carets: str) -> None:
    found = diagnose("syntax", "Odd.", Span(Source("a.txt", "abc\ndef"), offset, offset))
    assert render_full([found]).splitlines()[-1] == f"  | {carets}"


def test_the_empty_text_and_the_place_after_the_last_line() -> None:
    assert render_full([diagnose("syntax", "Odd.", Span(Source("a", ""), 0, 0))]).endswith("\n1 |\n  | ^")
    assert render_full([diagnose("syntax", "Odd.", Span(Source("a", "b\n"), 2, 2))]).endswith("\n2 |\n  | ^")


def test_a_span_over_lines_that_begins_a_line() -> None:
    text = "action walk(\n  who,\n  where\n"
    assert full(about(text, text.strip(), "never closed")) == dedent(
        """
        error[syntax]: This is odd.
         --> a.txt:1:1
          |
        1 | / action walk(
        2 | |   who,
        3 | |   where
          | |_______^ never closed
        """
    )


def test_a_long_span_over_lines_shows_its_first_and_last() -> None:
    text = "action walk(\n" + "  who,\n" * 9 + ") done"
    assert full(about(text, text[7:-5], "this")) == dedent(
        """
        error[syntax]: This is odd.
          --> a.txt:1:8
           |
         1 |   action walk(
           |  ________^
        ...  |
        11 | | ) done
           | |_^ this
        """
    )


def test_spans_over_lines_inside_one_another() -> None:
    source = Source("a.txt", "a(\n  b(\n    c\n  )\n)")
    inner, outer = find(source, "b(\n    c\n  )"), Span(source, 0, len(source.text))
    found = diagnose("syntax", "Odd.", inner, "inner", secondary=(Label(outer, "outer"),))
    assert full(found) == dedent(
        """
        error[syntax]: Odd.
         --> a.txt:2:3
          |
        1 | /  a(
        2 | |/   b(
        3 | ||     c
        4 | ||   )
          | ||___^ inner
        5 | |  )
          | |__- outer
        """
    )


def test_a_long_line_is_cut_around_the_place() -> None:
    lines = render_full([about("x" * 500 + " oops " + "y" * 500, "oops")]).splitlines()
    shown, carets = lines[3], lines[4]
    assert shown.startswith("1 | …x")
    assert shown.endswith("y…")
    assert len(shown) <= WIDTH
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "oops"


def test_both_ends_of_a_long_line() -> None:
    start = render_full([about("oops" + "y" * 500, "oops")]).splitlines()[3]
    end = render_full([about("x" * 500 + "oops", "oops")]).splitlines()[3]
    assert start.startswith("1 | oopsy")
    assert start.endswith("y…")
    assert end.startswith("1 | …x")
    assert end.endswith("xoops")


def test_a_place_wider_than_the_page_is_cut_at_its_edge() -> None:
    shown, carets = render_full([about("z" * 900, "z" * 900, "")]).splitlines()[3:]
    assert len(carets) <= len(shown) <= WIDTH


def test_far_places_on_one_long_line_have_a_window_each() -> None:
    source = Source("a.txt", "near" + "x" * 900 + "far")
    found = diagnose("syntax", "Odd.", find(source, "near"), secondary=(Label(find(source, "far"), "there"),))
    lines = render_full([found]).splitlines()[3:]
    assert [line[:8] for line in lines] == ["1 | near", "  | ^^^^", "1 | …xxx", "  |     "]
    assert lines[2][lines[3].index("-") :] == "far"


def test_a_label_that_would_run_out_of_the_page_stands_below() -> None:
    lines = render_full([about("x" * 90 + "oops", "oops", "a label " * 5)]).splitlines()
    assert lines[-2].endswith("^^^^")
    assert lines[-1].endswith("a label")
    assert len(lines[-1]) <= WIDTH


def test_five_million_characters_on_a_line_cost_no_more_than_a_page() -> None:
    found = about("x" * 5_000_000 + "oops", "oops")
    assert len(render_full([found])) < 1000


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("ab \t\r\n\ufeff\u0301\u200d\ufe0f東👍\u2028\x85\x1b\ud800")),
    max_size=300,
)


@st.composite
def diagnostics(draw: st.DrawFn) -> Diagnostic:
    sources = [Source(draw(TEXTS), draw(TEXTS)) for _ in range(draw(st.integers(1, 2)))]

    def label() -> Label:
        source = draw(st.sampled_from(sources))
        start = draw(st.integers(0, len(source.text)))
        return Label(Span(source, start, draw(st.integers(start, len(source.text)))), draw(TEXTS))

    primary = label() if draw(st.booleans()) else None
    secondary = tuple(label() for _ in range(draw(st.integers(0, 3))))
    code = draw(st.sampled_from(["syntax", "implicit-type"]))
    message = draw(TEXTS.filter(lambda text: bool(text.strip())))
    return Diagnostic(code, message, primary, secondary, tuple(draw(st.lists(TEXTS, max_size=2))))


@given(st.lists(diagnostics(), max_size=3))
def test_rendering_never_raises_and_colour_changes_nothing_else(found: list[Diagnostic]) -> None:
    plain = render_full(found)
    assert click.unstyle(render_full(found, color=True)) == plain
    assert plain.count("\n") == max(0, len(plain.splitlines()) - 1), "nothing but a line feed ends a line"
    assert not any(line != line.rstrip() for line in plain.split("\n"))


PLAIN = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), min_size=1, max_size=400)


@given(st.lists(PLAIN, min_size=1, max_size=5), st.data())
def test_in_plain_text_the_first_caret_is_under_the_first_character(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    line = data.draw(st.integers(0, len(lines) - 1))
    begin = data.draw(st.integers(0, len(lines[line]) - 1))
    end = data.draw(st.integers(begin + 1, len(lines[line])))
    offset = sum(len(each) + 1 for each in lines[:line])
    _, _, _, shown, carets = render_full(
        [diagnose("syntax", "Odd.", Span(Source("a", text), offset + begin, offset + end))]
    ).split("\n")
    column, after = carets.index("^"), carets.rindex("^") + 1
    under = shown[column:after].removesuffix("…")
    assert shown[:column].startswith(f"{line + 1} | ")
    assert lines[line][begin:end].startswith(under)
    assert under
    assert len(shown) <= WIDTH
    before = shown[4:column].removeprefix("…")
    assert lines[line][:begin].endswith(before)


@given(TEXTS, st.integers(0, 300))
def test_every_line_keeps_to_the_page(text: str, at: int) -> None:
    source = Source("a", text)
    at = min(at, len(text))
    for line in render_full([diagnose("syntax", "Odd.", Span(source, at, at))]).split("\n"):
        assert columns(line) <= WIDTH


@given(TEXTS)
def test_every_code_point_has_one_cell(text: str) -> None:
    cells = lay_out(text)
    starts = [cell.start for cell in cells]
    assert starts == sorted(set(starts))
    assert (not text) or starts[0] == 0
