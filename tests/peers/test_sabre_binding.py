"""How operators bind: the whole table, row by row, and the warnings where it surprises."""

from __future__ import annotations

import pytest

from kizuna.diagnostics import Source
from kizuna.peers.sabre import read
from kizuna.peers.sabre.lexer import lex
from kizuna.peers.sabre.parser import parse
from kizuna.peers.sabre.syntax import (
    Application,
    Assignment,
    Belief,
    Bracketed,
    Choice,
    Comparison,
    Expression,
    InitialDefinition,
    Junction,
    Negation,
    Operation,
    Quantifier,
    TypeTest,
    Word,
)


def shown(node: Expression) -> str:
    """An expression with square brackets around everything that has parts."""
    match node:
        case Word(text=text):
            return text
        case Bracketed(body=body):
            return shown(body)
        case Application(name=name, arguments=arguments):
            return f"{name.text}({','.join(a.text for a in arguments)})"
        case Belief(who=who, body=body):
            return f"believes({who.text},{shown(body)})"
        case Junction(operator=operator, parts=parts):
            return f"[{f' {operator} '.join(map(shown, parts))}]"
        case Negation(body=body):
            return f"[!{shown(body)}]"
        case Choice(branches=branches, otherwise=otherwise):
            text = " elseif ".join(f"{shown(c)} then {shown(e)}" for c, e in branches)
            return f"[if {text}]" if otherwise is None else f"[if {text} else {shown(otherwise)}]"
        case Quantifier(kind=kind, variable=variable, type=type, body=body):
            return f"[{kind} {variable.text}:{type.text} {shown(body)}]"
        case Assignment(target=left, value=right):
            return f"[{shown(left)} = {shown(right)}]"
        case Comparison(operator=operator, left=left, right=right):
            return f"[{shown(left)} {operator} {shown(right)}]"
        case Operation(operator=operator, left=left, right=right):
            return f"[{shown(left)} {operator} {shown(right)}]"
        case TypeTest(body=body, type=type):
            return f"[{shown(body)} : {type.text}]"


def reading(text: str) -> str | None:
    problem, _ = parse(lex(Source("t", text))[0])
    if not problem.definitions:
        return None
    (definition,) = problem.definitions
    assert isinstance(definition, InitialDefinition)
    return shown(definition.body)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("a & b | c", "[a & [b | c]]"),
        ("a | b & c | d", "[[a | b] & [c | d]]"),
        ("!a & b", "[[!a] & b]"),
        ("!a == b", "[![a == b]]"),
        ("p() = a & b", "[[p() = a] & b]"),
        ("exists(x : t) p(x) & q(x)", "[[exists x:t p(x)] & q(x)]"),
        ("if(c) a & b else d", "[if c then [a & b] else d]"),
        ("if(c) a & b else d & e", "[if c then [a & b] else [d & e]]"),
        ("if(c) a else b & d", "[[if c then a else b] & d]"),
        ("if(c) a | b elseif(d) e else f", "[if c then [a | b] elseif d then e else f]"),
        ("if(c) 1 elseif(d) 2 else 3", "[if c then 1 elseif d then 2 else 3]"),
        ("if(c) 1 else (if(d) 2 else 3)", "[if c then 1 else [if d then 2 else 3]]"),
        ("if(c) 1 else if(d) 2 else 3", None),
        ("1 + 2 * 3", "[[1 + 2] * 3]"),
        ("10 - 2 * 3", "[[10 - 2] * 3]"),
        ("10 - 3 - 2", "[10 - [3 - 2]]"),
        ("10 - 3 + 2", "[[10 - 3] + 2]"),
        ("10 + 3 - 2", "[10 + [3 - 2]]"),
        ("8 / 4 / 2", "[8 / [4 / 2]]"),
        ("12 / 2 * 3", "[[12 / 2] * 3]"),
        ("2 * 12 / 3", "[2 * [12 / 3]]"),
        ("2 * 3 + 4", "[2 * [3 + 4]]"),
        ("sum(x : t) f(x) + 1", "[sum x:t [f(x) + 1]]"),
        ("(sum(x : t) f(x)) + 1", "[[sum x:t f(x)] + 1]"),
        ("sum(x : t) f(x) > 1", "[[sum x:t f(x)] > 1]"),
        ("forall(x : t) f(x) > 1", "[forall x:t [f(x) > 1]]"),
        ("!x : t", "[![x : t]]"),
        ("!exists(x : t) f(x) == M", "[![exists x:t [f(x) == M]]]"),
        ("believes(A, believes(B, p())) = v", "[believes(A,believes(B,p())) = v]"),
        ("a >= b == c", "[[a >= b] == c]"),
        ("10-(3)", "[10 - 3]"),
        ("n() -1", None),
        ("- n()", None),
        ("if(c)", None),
        ("else a", None),
        ("p(q())", None),
        ("a b", None),
        ("", None),
    ],
)
def test_binding(written: str, meant: str | None) -> None:
    assert reading(written) == meant


NAMES = """type t; property a() : boolean; property b() : boolean; property c() : boolean; property n() : number;
property f(x : t) : boolean;
"""


def warnings(expression: str, *, value: bool = False) -> list[tuple[str, str]]:
    part = f"effect: n() = ({expression})" if value else f"precondition: {expression}"
    text = f"{NAMES}action x() {{ {part}; }};"
    found = read(Source("t", text)).diagnostics
    return [(d.primary.span.text, d.help[0]) for d in found if d.code == "surprising-binding" and d.primary]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("a() & b() | c()", "a() & (b() | c())"),
        ("!a() == b()", "!(a() == b())"),
        ("n() == 1 & a() | b()", "n() == 1 & (a() | b())"),
    ],
)
def test_a_surprising_condition_is_warned_of(written: str, said: str) -> None:
    ((text, help),) = warnings(written)
    assert text == written
    assert said in help


@pytest.mark.parametrize(
    "written", ["a() & (b() | c())", "(!a()) == b()", "!a() & b()", "a() | b() | c()", "!(a() == b())"]
)
def test_what_reads_as_usual_is_not_warned_of(written: str) -> None:
    assert warnings(written) == []


@pytest.mark.parametrize("written", ["1 + n() * 3", "n() - 3 - 2", "8 / n() / 2", "2 * n() + 4", "n() / 2 + 1"])
def test_surprising_arithmetic_is_warned_of(written: str) -> None:
    assert len(warnings(written, value=True)) == 1


@pytest.mark.parametrize("written", ["12 / n() * 3", "2 * n() / 3", "10 - n() + 2", "10 + n() - 2", "1 + (n() * 3)"])
def test_usual_arithmetic_is_not_warned_of(written: str) -> None:
    assert warnings(written, value=True) == []


@pytest.mark.parametrize(
    ("effect", "surprises"),
    [
        ("a() = b() & c()", 1),
        ("a() = (b() & c())", 0),
        ("a() = True & c()", 0),
        ("a() = b() & n() = 2", 0),
        ("n() = 1 & c()", 0),
    ],
)
def test_a_truth_value_that_ends_early_is_warned_of(effect: str, surprises: int) -> None:
    found = read(Source("t", f"{NAMES}action x() {{ effect: {effect}; }};")).diagnostics
    assert [d.code for d in found].count("surprising-binding") == surprises
