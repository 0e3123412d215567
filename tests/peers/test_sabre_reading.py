"""Tokens, recovery, limits."""

from __future__ import annotations

import pytest

from kizuna.diagnostics import Outcome, Source
from kizuna.model.world import World
from kizuna.peers.sabre import read
from kizuna.peers.sabre.lexer import lex


def texts(text: str) -> list[str]:
    return lex(Source("t", text))[0].texts


def look(text: str) -> Outcome[World]:
    return read(Source("folder/tale.txt", text))


def errors(text: str) -> list[tuple[str, str]]:
    return [(d.code, d.primary.span.text if d.primary else "") for d in look(text).diagnostics if d.is_error]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("n-1", ["n", "-1"]),
        ("n - 1", ["n", "-", "1"]),
        ("n - (1)", ["n", "-", "(", "1", ")"]),
        (".5 5. 0.5 -.5", [".5", "5.", "0.5", "-.5"]),
        ("a>=b==c!=d=e", ["a", ">=", "b", "==", "c", "!=", "d", "=", "e"]),
        ("Tom's_House.2 Ärger 名前", ["Tom's_House.2", "Ärger", "名前"]),
        ("a// b\nc/* d\n e */f", ["a", "c", "f"]),
        ("a// b\rc// d\r\ne", ["a", "c", "e"]),
        ("?)", ["?", ")"]),
        ("\ufeffa", ["a"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    assert texts(text) == tokens


def test_adjacent_bad_characters_are_one_finding() -> None:
    _, found = lex(Source("t", "type t; @#[] entity [A] : t;"))
    assert [d.primary.span.text for d in found if d.primary] == ["@#[]", "[", "]"]
    assert {d.code for d in found} == {"unexpected-character"}


def test_an_unclosed_comment_is_found_at_its_beginning() -> None:
    (finding,) = look("type t; /* and so on").diagnostics
    assert finding.code == "unclosed"
    assert finding.primary is not None
    assert finding.primary.span.location == "folder/tale.txt:1:9"


def test_a_file_that_says_nothing() -> None:
    assert [d.code for d in look("  // nothing\n").diagnostics] == ["empty-world"]


def test_every_mistake_is_found_and_none_twice() -> None:
    text = """type t;
    property p(x : t : boolean;
    property q(x : t) boolean;
    entity A : t;
    action one(x : t) { precondition: p(x) q(x); effect: p(x) & ; };
    p(A); q(A);
    action two(x : t) { precondition: (p(x); effect: q(x); };
    properti r() : boolean;
    r();
    property s() : boolean;
    s() = B;
    """
    assert errors(text) == [
        ("unclosed", "("),
        ("syntax", "boolean"),
        ("syntax", "q"),
        ("syntax", ";"),
        ("unclosed", "("),
        ("syntax", "properti"),
        ("unknown-name", "B"),
    ]


def test_an_unclosed_action_costs_only_itself() -> None:
    text = "property p() : boolean; action a() { effect: p(); action b() { effect: p(); }; property q() : nothing;"
    assert errors(text) == [("unclosed", "{"), ("unknown-type", "nothing")]


def test_a_property_with_a_mistake_is_not_missed_again() -> None:
    assert errors("property p() : nothing; p(); p() = 1;") == [("unknown-type", "nothing")]


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("property alive() : boolean; alvie();", "Did you mean `alive`?"),
        ("type place; property p(x : plcae) : boolean;", "Did you mean `place`?"),
        ("type t; entity Lantern : t; property p(x : t) : boolean; p(Lantren);", "Did you mean `Lantern`?"),
        ("actoin go() { effect: p(); };", "Did you mean `action`?"),
    ],
)
def test_what_was_probably_meant(text: str, help: str) -> None:
    (finding,) = [d for d in look(text).diagnostics if d.is_error]
    assert finding.help == (help,)


@pytest.mark.parametrize(
    "text",
    [
        "p() = " + "(" * 50_000 + "True" + ")" * 50_000 + ";",
        "n() = " + " - ".join(["n()"] * 50_000) + ";",
        "p() = " + "!" * 50_000 + "p();",
        "p() = (" + "if(p()) " * 50_000 + "p());",
        "p() = (" + "believes(A, " * 50_000 + "p()" + ")" * 50_000 + ");",
    ],
)
def test_nesting_too_deeply_is_one_finding(text: str) -> None:
    names = "entity A : character; property p() : boolean; property n() : number; "
    assert [code for code, _ in errors(names + text)] == ["nested-too-deeply"]


@pytest.mark.parametrize("operator", ["&", "|"])
def test_long_lists_are_fine(operator: str) -> None:
    body = f" {operator} ".join(["p()"] * 50_000)
    outcome = look(f"property p() : boolean; action a() {{ precondition: {body}; effect: p(); }};")
    assert outcome.ok


@pytest.mark.parametrize("level", range(80, 100, 5))
def test_nesting_up_to_the_limit_is_read_and_digested(level: int) -> None:
    text = "property p() : boolean; action a() { effect: p(); precondition: " + "p() & (p() | (" * (level // 4)
    world = look(text + "p()" + "))" * (level // 4) + "; };").unwrap()
    assert world.digest


def test_backtracking_does_not_explode() -> None:
    part = "if(p()) p() & p() + p() - p() * p() == p() else p()"
    text = "property p() : boolean; action a() { effect: " + " & ".join([part] * 60) + " p() else; };"
    assert errors(text)


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "(",
        ")",
        "{(",
        ";",
        pytest.param("a;", marks=pytest.mark.long),
        "a() ",
        "-",
        "!",
        "1-",
        "@ ",
        "/*",
        "f(a,",
        "if(a) b else ",
    ],
)
def test_five_megabytes_end(text: str) -> None:
    outcome = look(text * (5_000_000 // len(text)))
    assert not outcome.ok
    assert len(outcome.diagnostics) <= 300


def test_a_wrong_file_does_not_flood() -> None:
    assert len(errors("entity A : t; " + "q(A);" * 5000)) == 100
