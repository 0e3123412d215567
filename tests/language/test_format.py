"""One layout for every file: nothing is lost, and formatting twice changes nothing."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from kizuna.diagnostics import Source, Span
from kizuna.language import phrasing
from kizuna.language.format import format_file
from kizuna.language.parser import parse
from kizuna.language.syntax import (
    Becomes,
    BelievesChange,
    Believing,
    CallTo,
    Change,
    Choice,
    Compared,
    Expression,
    IfChange,
    Joined,
    Minus,
    Name,
    Negated,
    Numeral,
    Reckoned,
)

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def formatted(text: str) -> str:
    source = Source("t.story", text)
    file, found = parse(source)
    assert not found, found
    printed = format_file(file, source)
    again = Source("t.story", printed)
    read, none = parse(again)
    assert not none
    assert read == file
    assert format_file(read, again) == printed
    return printed


def test_the_founding_example_is_formatted_already() -> None:
    text = re.search(r"```story\n(.*?)```", (ROOT / "docs" / "language.md").read_text(encoding="utf-8"), re.DOTALL)
    assert text
    assert formatted(text[1]) == text[1]


def test_everything() -> None:
    """All constructs, with odd spacing, orders and comments; the expected file was read line by line."""
    text = (HERE / "everything.story").read_text(encoding="utf-8")
    assert formatted(text) == (HERE / "everything.expected").read_text(encoding="utf-8")


LAYOUTS = {
    "sections come in one order": (
        'action a\n  then b\n  by who\n  say "x"\n  when c\n  when d',
        'action a()\n    say   "x"\n    by    who\n    when  c, d\n    then  b()\n',
    ),
    "tabs become spaces, blank lines single": (
        "plot\n\n\n\tnever a\n\n\n\tnever b\n\n\n",
        "plot\n    never a\n\n    never b\n",
    ),
    "line ends and marks": ("\ufeffplace a\r\nplace b\r\n", "place a\nplace b\n"),
    "a comment between conditions breaks them up": (
        "rule r\n    when a,\n         # why\n         b\n    then c",
        "rule r()\n    when\n        a\n        # why\n        b\n    then  c()\n",
    ),
    "a comment at the end stays where it was": (
        "rule r\n    when a,  # first\n         b  # second\n    then c",
        "rule r()\n    when\n        a  # first\n        b  # second\n    then  c()\n",
    ),
    "a comment behind the last of them breaks nothing": (
        "rule r\n    when\n        a\n        b  # second\n    then c",
        "rule r()\n    when  a, b  # second\n    then  c()\n",
    ),
    "long conditions": (
        f"plot\n    never {'a' * 50} and {'b' * 50}",
        f"plot\n    never\n        {'a' * 50}\n        {'b' * 50}\n",
    ),
    "names are quoted only where they have to be": (
        "place `a`, `and`, `3rd`\n`when` x\ncharacter A\n    `wants` `of` `is`",
        "place a, `and`, `3rd`\n`when` x\ncharacter A\n    `wants` of is\n",
    ),
    "numbers": ("fact a = 0.50, b = 1 / 3, c = 007, d = - 2", "fact a() = 0.5, b() = 1/3, c() = 7, d() = -2\n"),
    "quotes inside quotes": ('story a "b \\"c\\" \\\\ \\d"', 'story a "b \\"c\\" \\ \\d"\n'),
    "brackets that are there stay": ("plot\n    never ((a))", "plot\n    never ((a))\n"),
    "composed and decomposed letters are the same": ("place e\u0301", "place \u00e9\n"),
    "the author's own words": (
        'outline\n  She says: “no” (  # why\n  "a # b" …\nsettings\n  logic   two-valued',
        'outline\n    She says: “no” (  # why\n    "a # b" …\nsettings\n    logic two-valued\n',
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str) -> None:
    text, expected = LAYOUTS[name]
    assert formatted(text) == expected


# --- trees that nobody wrote -----------------------------------------------------------------------------------------

S = Span(Source("t", ""), 0, 0)


def n(text: str) -> Name:
    return Name(text, span=S)


A, B, C = n("a"), n("b"), n("c")
AND = Joined("and", (A, B), span=S)
MIND = Believing(A, B, span=S)
SUM = Reckoned("+", A, B, span=S)
CHOICE = Choice(((A, B),), C, span=S)
COMPARED = Compared("=", A, B, span=S)
EXPRESSIONS: list[tuple[Expression, str]] = [
    (Joined("or", (AND, C), span=S), "(a and b) or c"),
    (Joined("and", (MIND, C, Negated(MIND, span=S)), span=S), "(a believes b) and c and not a believes b"),
    (Negated(AND, span=S), "not (a and b)"),
    (Believing(SUM, AND, span=S), "(a + b) believes (a and b)"),
    (Compared("=", COMPARED, MIND, span=S), "(a = b) = (a believes b)"),
    (Reckoned("-", SUM, SUM, span=S), "a + b - (a + b)"),
    (Reckoned("*", SUM, Reckoned("/", A, B, span=S), span=S), "(a + b) * (a / b)"),
    (Minus(SUM, span=S), "-(a + b)"),
    (Compared("<", CHOICE, Numeral(-2, span=S), span=S), "(if a then b else c) < -2"),
    (Choice(((CHOICE, AND),), AND, span=S), "if (if a then b else c) then a and b else (a and b)"),
    (Numeral(Fraction(-1, 8), span=S), "-0.125"),
    (Reckoned("*", A, Numeral(Fraction(1, 3), span=S), span=S), "a * (1/3)"),
]


@pytest.mark.parametrize(("tree", "text"), EXPRESSIONS)
def test_a_tree_gets_the_brackets_that_it_needs(tree: Expression, text: str) -> None:
    assert phrasing.expression(tree) == text


F = Becomes(CallTo(n("f"), (), span=S), span=S)
G = Becomes(CallTo(n("g"), (), span=S), "=", COMPARED, span=S)
IF = IfChange(A, (F,), span=S)
CHANGES: list[tuple[tuple[Change, ...], str]] = [
    ((G,), "g() = (a = b)"),
    ((IF, F), "(if a then f()), f()"),
    ((BelievesChange(A, (IF,), span=S),), "a believes (if a then f())"),
    ((IfChange(A, (IF,), (F,), span=S),), "if a then (if a then f()) else f()"),
    ((IfChange(A, (F, F), (IF,), span=S),), "if a then (f(), f()) else if a then f()"),
]


@pytest.mark.parametrize(("changes", "text"), CHANGES)
def test_changes_get_the_brackets_that_they_need(changes: tuple[Change, ...], text: str) -> None:
    assert phrasing.listed(changes) == text
