# ruff: noqa: E501 - each line of the tables is one case
"""Every rule of meaning has a text that keeps it and one that breaks it, and a mistake is said once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.language import read

CAST = """type place
type thing
place house, well
thing lamp
character Ana, Ben
fluent at(who: character): place
fluent lit(what: thing)
fluent gold(who: character): 0..10 = 5
fluent near(one: place, other: place) symmetric
action walk(who: character, to: place)
    by who
    then at(who) = to
"""


def nothing(key: str) -> Outcome[Source]:
    return conclude(None, [diagnose("file-not-found", f"no {key}")])


def found(text: str) -> tuple[Diagnostic, ...]:
    return read(Source("t.story", CAST + text), nothing).diagnostics


def doing(line: str, head: str = "do(x: character)") -> str:
    return f'action {head}\n    say "{{x}}"\n    {line}\n'


RULES = [
    # (what keeps the rule, what breaks it, code, words under the caret, words of the help)
    (doing("when lit(lamp)"), doing("when lot(lamp)"), "unknown-name", "lot", "Did you mean `lit`?"),
    (doing("when at(x) = house"), doing("when at(x) = hose"), "unknown-name", "hose", "Did you mean `house`?"),
    (doing("when lit(lamp)"), doing("when lit = yes"), "unknown-name", "lit", "Write `lit(...)`"),
    (doing("when at(x) = house"), doing("when at(x) = place"), "unknown-name", "place", "is a place"),
    (doing("when lit(lamp)"), doing("when walk(x, house)"), "unknown-name", "walk", ""),
    ("thing cup", "thig cup", "unknown-type", "thig", "Did you mean `thing`?"),
    ("fluent f(x: thing)", "fluent f(x: thng)", "unknown-type", "thng", "Did you mean `thing`?"),
    ("fluent f: thing", "fluent f: thng", "unknown-type", "thng", "Did you mean `thing`?"),
    ("type cup: thing", "type cup: thng", "unknown-type", "thng", "Did you mean `thing`?"),
    ("type number2", "type number", "duplicate-definition", "number", ""),
    ("type cup", "type thing", "duplicate-definition", "thing", ""),
    ("type cup: thing", "type cup: number", "type-mismatch", "number", ""),
    ("thing cup", "thing lamp", "duplicate-definition", "lamp", "joined by `&`"),
    ("fluent at(what: thing): place", "fluent at(somebody: character): thing", "duplicate-definition", "at", ""),
    ("fluent f(x: thing)", "fluent f(x: number)", "type-mismatch", "number", ""),
    ("fluent f(x: thing, y: thing)", "fluent f(x: thing, x: thing)", "duplicate-definition", "x", ""),
    (doing("then lit(lamp)"), doing("then lit(lamp)", "walk(x: character, y: place)").replace("{x}", "{x} {y}"),
     "duplicate-definition", "walk", ""),
    ("rule r2\n    then lit(lamp)", "rule r\n    then lit(lamp)\nrule r\n    when lit(lamp)\n    then not lit(lamp)",
     "duplicate-definition", "r", ""),
    ("type a: thing\ntype b: a", "type a: b\ntype b: a", "type-cycle", "a", ""),
    ("define f: lit(lamp)\ndefine g: f()", "define f: g()\ndefine g: f()", "derived-cycle", "f", "plain fluent"),
    ("define f: lit(lamp)\n" + doing("then lit(lamp)"), "define f: lit(lamp)\n" + doing("then f()"), "assigned-derived",
     "f()", "Change what it follows from: `lit`."),
    ("fluent f: 0..10", "fluent f: 10..0", "wrong-bounds", "10..0", "0..10"),
    ("fluent f: 0..10 = 10", "fluent f: 0..10 = 11", "wrong-bounds", "11", ""),
    ("fluent f: 0..10\nfact f = 10", "fluent f: 0..10\nfact f = 11", "wrong-bounds", "11", "from 0 to 10"),
    ("fluent f: 0..10\nfact f = 0", "fluent f: 0..10\nfact f = -3", "wrong-bounds", "-3", "from 0 to 10"),
    ("fluent f = yes", "fluent f = 1", "type-mismatch", "1", ""),
    ("fluent f: place = house", "fluent f: place = lamp", "type-mismatch", "lamp", ""),
    ("fluent f(x: thing, y: thing) symmetric", "fluent f(x: thing, y: place) symmetric", "not-symmetric", "f", ""),
    ("fluent f(x: thing, y: thing) symmetric", "fluent f(x: thing) symmetric", "not-symmetric", "f", ""),
    (doing("when lit(lamp)"), doing("when lit()"), "wrong-arguments", "lit()", "lit(what: thing)"),
    (doing("when lit(lamp)"), doing("when lit(house)"), "wrong-arguments", "house", "lit(what: thing)"),
    (doing("when lit(lamp)"), doing("when lit(unknown)"), "wrong-arguments", "unknown", ""),
    (doing("when lit(lamp)"), doing("when gold(x)"), "type-mismatch", "gold(x)", "Compare it"),
    (doing("when gold(x) = 1"), doing("when gold(x) = house"), "type-mismatch", "gold(x) = house", "one kind"),
    (doing("when gold(x) > 1"), doing("when at(x) > house"), "type-mismatch", "at(x) > house", ""),
    (doing("when gold(x) + 1 > 1"), doing("when at(x) + 1 > 1"), "type-mismatch", "at(x)", ""),
    (doing("when gold(x) + 1 > 1"), doing("when lit(lamp) + 1 > 1"), "type-mismatch", "lit(lamp)", "then 1 else 0"),
    (doing("when (if lit(lamp) then 1 else 2) = 1"), doing("when (if lit(lamp) then 1 else house) = 1"),
     "type-mismatch", "house", ""),
    (doing("when some y: place (at(x) = y)"), doing("when some y: number (at(x) = y)"), "type-mismatch", "number", ""),
    (doing("when x is a character"), doing("when gold(x) is a place"), "type-mismatch", "gold(x)", ""),
    (doing("when x believes lit(lamp)"), doing("when lamp believes lit(lamp)"), "type-mismatch", "lamp", ""),
    (doing("then at(x) = well"), doing("then at(x) = lamp"), "type-mismatch", "lamp", ""),
    (doing("then at(x) = well"), doing("then at(x)"), "type-mismatch", "at(x)", "Write `at(x) = ...`"),
    (doing("then gold(x) += 1"), doing("then at(x) += 1"), "type-mismatch", "at(x) += 1", ""),
    (doing("then lit(lamp)"), doing("then lit(lamp) = 1"), "type-mismatch", "1", ""),
    (doing("then lamp believes lit(lamp)".replace("lamp b", "Ana b")), doing("then lamp believes lit(lamp)"),
     "type-mismatch", "lamp", ""),
    (doing("by x"), doing("by lamp"), "type-mismatch", "lamp", ""),
    (doing("then lit(lamp), not near(house, well)"), doing("then lit(lamp), not lit(lamp)"), "contradictory-effects",
     "not lit(lamp)", ""),
    (doing("then lit(lamp)", "do(x: thing)"), doing("then lit(lamp)", "do(lamp: thing)").replace("{x}", "{lamp}"),
     "shadowed-name", "lamp", "another name"),
    (doing("when some y: thing (lit(y))"), doing("when some x: thing (lit(x))"), "shadowed-name", "x", "another name"),
    (doing("seen by y: at(y) = well"), doing("seen by x: at(x) = well"), "shadowed-name", "x", "another name"),
    (doing("then lit(lamp)", "do(x: place)").replace("{x}", "{x}"), 'action do(x: place)\n    then lit(lamp)',
     "unused-parameter", "x", "one action for each"),
    ("perceives(a: character, b: character): at(a) = at(b)", "perceives(a: place, b: character): at(b) = a",
     "wrong-arguments", "", "observer: character"),
    ("perceives(a: character, b: character): at(a) = at(b)",
     "perceives(a: character, b: character): yes\nperceives(a: character, b: character): no", "duplicate-definition", "", ""),
    ("character Cleo\n    wants x: lit(lamp)", "thing cup\n    wants x: lit(lamp)", "type-mismatch", "wants x: lit(lamp)", ""),
    ("character Cleo\n    believes lit(lamp)", "thing cup\n    believes lit(lamp)", "type-mismatch", "", ""),
    ("character Cleo\n    wants x 2: lit(lamp)", "character Cleo\n    wants x -2: lit(lamp)", "negative-weight", "-2", "fears"),
    ("character Cleo\n    wants x: lit(lamp)", "character Cleo\n    wants x: at(Ana)", "type-mismatch", "at(Ana)", ""),
    ("character Cleo\n    wants x: lit(lamp)\n    wants y: lit(lamp)",
     "character Cleo\n    wants x: lit(lamp)\n    wants x: lit(lamp)", "duplicate-definition", "x", ""),
    ("motive m(x: character)\n    score at(x) = well", "motive m(x: place)\n    score at(Ana) = x", "type-mismatch", "m", ""),
    ("motive m(x: character)\n    when x != Ana\n    score at(x) = well",
     "motive m(x: character)\n    when at(x) = house\n    score at(x) = well", "not-constant", "at(x) = house", ""),
    ("plot\n    ending e: lit(lamp)\n    ending f: lit(lamp)", "plot\n    ending e: lit(lamp)\n    ending e: lit(lamp)",
     "duplicate-definition", "e", "`or`"),
    ("plot\n    utility 1", "plot\n    utility 1\n    utility 2", "duplicate-definition", "utility 2", ""),
    ("plot\n    first walk(Ana, _)", "plot\n    first walk(Ana)", "wrong-arguments", "walk(Ana)", "walk(who: character"),
    ("plot\n    first walk(Ana, _)", "plot\n    first walk(_, Ana)", "wrong-arguments", "Ana", "walk"),
    ("plot\n    first walk(Ana, _)", "plot\n    first wlak(Ana, _)", "unknown-name", "wlak", "Did you mean `walk`?"),
    ("past\n    walk(Ana, well)", "past\n    walk(Ana, _)", "syntax", "_", ""),
    ("past\n    walk(Ana, well)", "past\n    walk(Ana, lamp)", "wrong-arguments", "lamp", "walk"),
    ("past\n    walk(Ana, well)", "past\n    wlak(Ana, well)", "unknown-name", "wlak", "Did you mean `walk`?"),
    ('past\n    x(Ana)\n        say "x"', "past\n    x(Ana)", "unknown-name", "x", "say below it"),
    ('past\n    x(Ana)\n        say "{Ana}"', 'past\n    x(Ana)\n        say "{Anna}"', "unknown-name", 'say "{Anna}"',
     "Did you mean `Ana`?"),
    ('past\n    x(Ana)\n        say "a"', 'past\n    x(Ana)\n        say "a"\n        say "b"', "repeated-section",
     'say "b"', ""),
    ("past\n    walk(Ana, well)\n        cues a, b(Ana)", "past\n    walk(Ana, well)\n        cues a, b(Anna)",
     "unknown-name", "Anna", "Did you mean `Ana`?"),
    ("past\n    walk(Ana, well)\n        cues a, b(Ana)", "past\n    walk(Ana, well)\n        cues b, b(Ana)",
     "wrong-arguments", "b(Ana)", "or nowhere"),
    ("past\n    walk(Ana, well)\n        cues b(Ana)", "past\n    walk(Ana, well)\n        cues b(2)", "syntax", "2", ""),
    ("fact lit(lamp), Ana believes not lit(lamp)", "fact lit(lamp), not lit(lamp)", "contradictory-facts", "not lit(lamp)", ""),
    ("fact near(house, well)", "near house - well\nfact not near(well, house)", "contradictory-facts",
     "not near(well, house)", ""),
    ("near house - well", "near house - lamp", "wrong-arguments", "lamp", "near"),
    ("character Cleo at well", "character Cleo att well", "unknown-name", "att well", "Did you mean `at`?"),
    ("character Cleo\n    gold 3", "character Cleo\n    gold Ana", "type-mismatch", "Ana", ""),
    ("settings\n    events 3", "settings\n    evnts 3", "unknown-setting", "evnts 3", "Did you mean `events`?"),
    ("settings\n    events 3", "settings\n    events many", "unknown-setting", "events many", "Write `events 3`"),
    ("settings\n    logic two-valued", "settings\n    logic fuzzy", "unknown-setting", "logic fuzzy", "two-valued"),
]  # fmt: skip


@pytest.mark.parametrize(("kept", "broken", "code", "place", "help"), RULES)
def test_each_rule_has_one_message_where_it_is_broken(kept: str, broken: str, code: str, place: str, help: str) -> None:
    assert [d.message for d in found(kept)] == []
    (only,) = found(broken)
    assert only.code == code
    assert only.primary is not None
    assert not place or only.primary.span.text == place
    assert help in " ".join(only.help)
    assert only.message[0] in "`" or only.message[0].isupper()
    assert only.message.endswith((".", "?"))


@pytest.mark.parametrize(
    "text",
    [
        "fluent f(x: thng)\n" + doing("when f(lamp), f(house)\n    then f(lamp)"),
        "thng cup\nfact lit(cup)\n" + doing("when lit(cup)"),
        doing("when at(x) = well\n    then at(x) = house", "do(x: charcter)"),
        "define f: lot(lamp)\n" + doing("when f()"),
        "type a: thng\na cup\nfluent g(x: a)\nfact g(cup)",
        "define f: g()\ndefine g: f()\n" + doing("when f(), g()"),
        "fluent f(x: thing\nfact f(lamp)",
    ],
)
def test_a_mistake_is_said_once_and_not_where_it_leads(text: str) -> None:
    assert len([d for d in found(text) if d.is_error]) == 1


def test_five_mistakes_get_five_messages() -> None:
    text = doing("when at(x) = hose, lit(house), gold(x)\n    then at(x) = lamp, lot(lamp)")
    assert len(found(text)) == 5


def test_a_cycle_of_derived_fluents_names_all_of_them() -> None:
    (only,) = found("define f: g()\ndefine g: h()\ndefine h: f()")
    assert only.message == "`f` is derived from `g`, which is derived from `h`, which is derived from `f`."


@settings(max_examples=150)
@given(st.data())
def test_whatever_is_mangled_there_is_an_outcome(data: st.DataObject) -> None:
    pieces = re.findall(r"[\w.]+|[^\w\s]|\s+", CAST + "\n".join(kept for kept, *_ in RULES[::7]))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(pieces) - 1))
        pieces[place : place + data.draw(st.integers(0, 1))] = [data.draw(st.sampled_from(pieces))] * data.draw(
            st.integers(0, 1)
        )
    outcome = read(Source("mangled.story", "".join(pieces)), nothing)
    assert outcome.ok or any(d.is_error for d in outcome.diagnostics)
