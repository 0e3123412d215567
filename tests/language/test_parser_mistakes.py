"""Each kind of mistake costs one message, in the author's words; KIZUNA_REGENERATE=1 writes the messages anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kizuna.diagnostics import Source
from kizuna.diagnostics.render import render_full
from kizuna.language.parser import parse
from kizuna.language.syntax import ActionNode, Broken

EXPECTED = Path(__file__).with_name("mistakes.expected")
IN_ACTION = "action kindle(who: character, what: thing)\n    "
IN_PLOT = "plot\n    "
IN_ANA = "character Ana\n    "

MISTAKES: dict[str, tuple[str, str]] = {
    "nothing at all": ("empty-world", "\n"),
    "tabs after spaces": ("bad-indentation", "plot\n    never a\n\tnever b\n\tnever c"),
    "tabs and spaces in one line": ("bad-indentation", "plot\n  \tnever a"),
    "another space": ("bad-indentation", "plot\n\u00a0\u00a0never a"),
    "between two levels": ("bad-indentation", f"{IN_ACTION}when\n            a\n        b\n    then c"),
    "indented first line": ("bad-indentation", "    place house\n    place well"),
    "below a line that takes nothing": ("bad-indentation", "use people\n    sight"),
    "below a condition": ("bad-indentation", f"{IN_ACTION}when\n        a\n            b"),
    "misspelt action": ("unknown-keyword", 'acton kindle(who: character)\n    say "x"\n    then a'),
    "misspelt plot": ("unknown-keyword", "plott\n    never a\n    ending b: c"),
    "misspelt outline": ("unknown-keyword", "outlin\n    He said: “no” (\n    ..."),
    "misspelt define": ("unknown-keyword", "defin free(x: thing): yes"),
    "misspelt section": ("unknown-keyword", f"{IN_ACTION}wen a\n    then b"),
    "misspelt ending": ("unknown-keyword", f"{IN_PLOT}endng a: b"),
    "misspelt wants": ("unknown-keyword", f"{IN_ANA}want light: lit(lantern)"),
    "misspelt believes": ("unknown-keyword", f"{IN_ANA}believe lit(lantern)"),
    "a call alone": ("unknown-keyword", "lit(lantern)"),
    "nothing like it": ("unknown-keyword", "xylophone(who: character): yes"),
    "when outside": ("misplaced-line", "when a"),
    "wants outside": ("misplaced-line", "wants light: lit(lantern)"),
    "ending in an action": ("misplaced-line", f"{IN_ACTION}then a\n    ending b: c"),
    "by in a rule": ("misplaced-line", "rule r()\n    by who\n    then a"),
    "when about somebody": ("misplaced-line", f"{IN_ANA}when a"),
    "say in the plot": ("misplaced-line", f'{IN_PLOT}say "a"'),
    "then without first": ("misplaced-line", f"{IN_PLOT}then a"),
    "not at the margin": ("misplaced-line", "not lit(lantern)"),
    "story not first": ("misplaced-line", "use people\nstory lantern"),
    "a second story": ("duplicate-definition", "story a\nstory b"),
    "empty plot": ("empty-block", "plot\nuse people"),
    "empty action": ("empty-block", "action wait(who: character)"),
    "rule without then": ("empty-block", "rule r()\n    when a"),
    "motive without score": ("empty-block", "motive love(who: character)\n    weight 1"),
    "say twice": ("repeated-section", f'{IN_ACTION}say "a"\n    say "b"'),
    "seen twice": ("repeated-section", f"{IN_ACTION}seen by nobody\n    also seen by x: a"),
    "parameter without a type": ("missing-type", "action kindle(who, what: thing)\n    then a"),
    "fluent without a type": ("missing-type", "fluent lit(what)"),
    "colon without a type": ("missing-type", "fluent lit(what: )"),
    "every without a type": ("missing-type", f"{IN_PLOT}never every x (lit(x))"),
    "and with or": ("mixed-and-or", f"{IN_PLOT}never a and b or c"),
    "or beside a comma": ("mixed-and-or", f"{IN_ACTION}when a or b, c"),
    "believes a and b": ("mixed-and-or", f"{IN_PLOT}never Ana believes a = b and c"),
    "else a and b": ("mixed-and-or", "define f(): if a then b else c and d"),
    "comma after else": ("mixed-and-or", f"{IN_ACTION}when if a then b else c, d"),
    "comma after if": ("mixed-and-or", f"{IN_ACTION}then if a then b, c"),
    "chained": ("chained-comparison", f"{IN_PLOT}never 1 < hope(Ana) < 5"),
    "+= in a condition": ("not-a-condition", f"{IN_ACTION}when gold(who) += 1"),
    "comparison as a change": ("not-an-effect", f"{IN_ACTION}then gold(who) > 1"),
    "!= as a change": ("not-an-effect", f"{IN_ACTION}then at(who) != house"),
    "and between changes": ("not-an-effect", f"{IN_ACTION}then a and b"),
    "or between changes": ("not-an-effect", f"{IN_ACTION}then a or b"),
    "number as a change": ("not-an-effect", f"{IN_ACTION}then 5"),
    "not with a value": ("not-an-effect", f"{IN_ACTION}then not at(who) = house"),
    "not believes": ("not-an-effect", f"{IN_ACTION}then not who believes a"),
    "some as a change": ("not-an-effect", f"{IN_ACTION}then some x: thing (lit(x))"),
    "==": ("wrong-operator", f"{IN_PLOT}never at(Ana) == house"),
    ":=": ("wrong-operator", f"{IN_ACTION}then at(who) := house"),
    "&&": ("wrong-operator", f"{IN_PLOT}never a && b"),
    "||": ("wrong-operator", f"{IN_PLOT}never a || b"),
    "!": ("wrong-operator", f"{IN_PLOT}never !a"),
    "<>": ("wrong-operator", f"{IN_PLOT}never a <> b"),
    "≤": ("wrong-operator", f"{IN_PLOT}never a ≤ b"),
    "arrow": ("wrong-operator", "path house -> well"),
    "dash": ("wrong-operator", "path house – well"),
    "//": ("wrong-operator", "place house // the old one"),
    "typographic quotes": ("wrong-quotes", "story lantern “The Lantern”"),
    "single quotes": ("wrong-quotes", "story lantern 'The Lantern'"),
    "unclosed text": ("unclosed", 'story lantern "The Lantern'),
    "unclosed backquote": ("unclosed", "place `the house"),
    "unclosed bracket": ("unclosed", f"{IN_ACTION}when at(who = house\n    then a"),
    "unclosed parameters": ("unclosed", 'action kindle(who: character\n    say "x"\n    then a'),
    "bracket too many": ("unclosed", f"{IN_PLOT}never at(Ana)) = house"),
    "strange characters": ("unexpected-character", "place house🙂🙂, well"),
    "semicolon": ("unexpected-character", "place house;"),
    "braces": ("unexpected-character", "action kindle() {"),
    "too deep": ("nested-too-deeply", f"{IN_PLOT}never {'(' * 70}a{')' * 70}"),
    "too long a sum": ("nested-too-deeply", f"{IN_PLOT}never {'a + ' * 300}a = 1"),
    "missing colon": ("syntax", f"{IN_PLOT}ending light lit(lantern)"),
    "colon at the end": ("syntax", "plot:\n    never a"),
    "ending of two words": ("syntax", f"{IN_PLOT}ending light home: lit(lantern)"),
    "fears of two words": ("syntax", f"{IN_ANA}fears the dark 3: at(Ana) = wood"),
    "missing argument": ("syntax", f"{IN_PLOT}never at(Ana, )"),
    "call in a call": ("syntax", f"{IN_PLOT}never lit(holder(Ana))"),
    "missing condition": ("syntax", f"{IN_ACTION}when\n    then a"),
    "missing operand": ("syntax", f"{IN_PLOT}never at(Ana) ="),
    "line begins with and": ("syntax", f"{IN_ACTION}when\n        a\n        and b"),
    "comma at the end": ("syntax", "place house, well,\nuse people"),
    "if without else": ("syntax", f"{IN_ACTION}when if a then b"),
    "if without then": ("syntax", f"{IN_ACTION}then if a b"),
    "is without a": ("syntax", f"{IN_PLOT}never Ana is knight"),
    "empty brackets": ("syntax", f"{IN_PLOT}never ()"),
    "wildcard": ("syntax", f"{IN_PLOT}never walk(Ana, _)"),
    "quotes as a condition": ("syntax", f'{IN_PLOT}never "a"'),
    "comparison as a value": ("syntax", f"{IN_ACTION}then a = b = c"),
    "by nobody": ("syntax", f"{IN_ACTION}by nobody"),
    "seen without by": ("syntax", f"{IN_ACTION}seen everyone"),
    "seen by without a condition": ("syntax", f"{IN_ACTION}seen by x"),
    "say without quotes": ("syntax", f"{IN_ACTION}say who lights what"),
    "bounds without dots": ("syntax", "fluent hope(): 0 10"),
    "perceives one": ("syntax", "perceives(x: character): yes"),
    "equals about somebody": ("syntax", f"{IN_ANA}gold = 5"),
    "lines about two": ("syntax", "place house, well\n    dark"),
    "a line begins with a number": ("syntax", "5 knights"),
    "one word": ("syntax", "house"),
    "reserved word as a name": ("syntax", "place and"),
    "a name that begins with a digit": ("syntax", "place 3rd_floor"),
    "past with something else": ("unknown-keyword", 'past\n    walk(Ana)\n        sya "x"'),
    "past without a phrase": ("syntax", "past\n    walk(Ana)\n        say x"),
    "past with a condition below": ("misplaced-line", "past\n    walk(Ana)\n        when x"),
    "cues that are none": ("syntax", "past\n    walk(Ana)\n        cues x = 1"),
    "past with a condition": ("syntax", "past\n    at(Ana) = house"),
    "chain without an end": ("syntax", "path house - well -"),
    "nothing after and": ("syntax", "place house dark and, well"),
    "two minds": ("syntax", f"{IN_PLOT}never 5 believes a"),
}


def messages(text: str) -> str:
    return render_full(parse(Source("t.story", text))[1])


def test_the_messages_read_as_expected() -> None:
    parts = [f"=== {name}\n{messages(text)}\n" for name, (_, text) in MISTAKES.items()]
    if os.environ.get("KIZUNA_REGENERATE"):
        EXPECTED.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    assert "\n".join(parts) == EXPECTED.read_text(encoding="utf-8"), "if it is better now: KIZUNA_REGENERATE=1"


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_costs_one_message(name: str) -> None:
    code, text = MISTAKES[name]
    _, found = parse(Source("t.story", text))
    assert [each.code for each in found] == [code], messages(text)
    assert all(each.help for each in found) or code in ("syntax", "wrong-operator", "unexpected-character")


FIVE = """story lantern “The Lantern”
use people
acton walk(who: character)
    when at(who) = house
    this is not even read (
character Ana
    wants light lit(lantern)
    believes lit(lantern)
action kindle(who: character, what: thing)
    when  has(who, what) and lit(what) or dark()
    then  lit(what) == yes
plot
    never dark()
"""


def test_five_mistakes_get_five_messages_and_the_rest_is_read() -> None:
    file, found = parse(Source("t.story", FIVE))
    assert [(each.code, each.primary and each.primary.span.source.line_and_column(each.primary.span.start)[0])
            for each in found] == [
        ("wrong-quotes", 1), ("unknown-keyword", 3), ("syntax", 7), ("mixed-and-or", 10), ("wrong-operator", 11)
    ]  # fmt: skip
    broken = [each for each in file.declarations if isinstance(each, Broken)]
    assert [(each.text.split("(")[0], each.name and each.name.text) for each in broken] == [("acton walk", "walk")]
    action = next(each for each in file.declarations if isinstance(each, ActionNode))
    assert action.broken
    assert action.then
    assert not action.when


def test_a_hundred_messages_are_enough() -> None:
    assert len(parse(Source("t.story", "5\n" * 1000))[1]) == 100


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_columns_are_right_whatever_stands_before(ending: str, mark: str) -> None:
    lines = [
        "place Haus_Öl, 家, `old 🙂 well`  # 🙂",
        "plot",
        "\tnever at(`🙂`) = 家 == é",
        "place a" + ", b" * 5000 + " ;",
    ]
    source = Source("t.story", mark + ending.join(lines))
    _, found = parse(source)
    assert [each.primary and source.line_and_column(each.primary.span.start) for each in found] == [
        (3, lines[2].index("==") + 1),
        (4, lines[3].index(";") + 1),
    ]
    assert [each.primary and each.primary.span.text for each in found] == ["==", ";"]
