"""Each construct of docs/language.md, read into the tree that it means."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from kizuna.diagnostics import Source, Span
from kizuna.language.parser import parse
from kizuna.language.syntax import (
    AboutLine,
    ActionNode,
    Becomes,
    BelievesChange,
    BelievesLine,
    Believing,
    Bracketed,
    CallTo,
    ChainLine,
    Change,
    Choice,
    Comment,
    Compared,
    Declaration,
    DefineLine,
    EndingLine,
    Entry,
    EveryChange,
    ExistentLine,
    Expression,
    FactLine,
    FluentLine,
    IfChange,
    Joined,
    Minus,
    MotiveLine,
    Name,
    Negated,
    NeverLine,
    Numeral,
    OfType,
    OutlineBlock,
    Over,
    ParameterNode,
    PastBlock,
    PerceivesLine,
    PlotBlock,
    Reckoned,
    RuleNode,
    SeenBy,
    SettingLine,
    SettingsBlock,
    StoryLine,
    TextLine,
    Truth,
    TypeLine,
    UnknownValue,
    Use,
    UtilityLine,
    Wants,
    WaypointLine,
    Wildcard,
)

ROOT = Path(__file__).parents[2]
S = Span(Source("", ""), 0, 0)


def n(text: str) -> Name:
    return Name(text, span=S)


def num(value: int | Fraction) -> Numeral:
    return Numeral(value, span=S)


def call(name: str, *arguments: str) -> CallTo:
    return CallTo(n(name), tuple(map(n, arguments)), span=S)


def p(name: str, type: str) -> ParameterNode:
    return ParameterNode(n(name), n(type), span=S)


A, B, C, X = n("a"), n("b"), n("c"), n("x")
F, G = Becomes(call("f"), span=S), Becomes(call("g", "x"), span=S)
WHO = (p("who", "character"),)


def only(text: str) -> Declaration:
    file, found = parse(Source("t.story", text))
    assert not found, found
    (node,) = file.declarations
    return node


def about(text: str) -> object:
    node = only(f"character Ana\n    {text}")
    assert isinstance(node, ExistentLine)
    return node.block[0] if len(node.block) == 1 else node.block


DECLARATIONS: list[tuple[str, Declaration]] = [
    ('story a "A \\"tale\\""', StoryLine(n("a"), 'A "tale"', span=S)),
    ('use a, "b.story"', Use((A, "b.story"), span=S)),
    ("type a", TypeLine(A, span=S)),
    ("type a: b, c", TypeLine(A, (B, C), span=S)),
    ("a b, c", ExistentLine((A,), (Entry(B, span=S), Entry(C, span=S)), span=S)),
    ("a & b c", ExistentLine((A, B), (Entry(C, span=S),), span=S)),
    (
        'a b "title" (she) at c and x',
        ExistentLine((A,), (Entry(B, "title", "she", ((n("at"), C), (X,)), span=S),), span=S),
    ),
    ("path a - b - c", ChainLine(n("path"), (A, B, C), span=S)),
    ("fluent f(x: a)", FluentLine(n("f"), (p("x", "a"),), span=S)),
    ("fluent f: a = b", FluentLine(n("f"), (), A, default=B, span=S)),
    (
        "fluent f(): -1..10 = 5",
        FluentLine(n("f"), (), None, Minus(num(1), span=S), num(10), num(5), span=S),
    ),
    (
        'fluent f(x: a, b: a) symmetric\n    say "{x}"',
        FluentLine(n("f"), (p("x", "a"), p("b", "a")), symmetric=True, say="{x}", span=S),
    ),
    ("fluent f(= a)", FluentLine(n("f"), (ParameterNode(None, None, A, span=S),), span=S)),
    ("define f(who: character): a", DefineLine(n("f"), WHO, A, span=S)),
    ("perceives(x: a, b: c): a", PerceivesLine((p("x", "a"), p("b", "c")), A, span=S)),
    (
        "motive f(who: character)\n    when a\n    weight 2\n    score b",
        MotiveLine(n("f"), WHO, num(2), B, (A,), span=S),
    ),
    (
        'action f(who: character)\n    say "x"\n    by who\n    when a, b\n    then f, g(x)\n    seen by nobody',
        ActionNode(n("f"), WHO, (n("who"),), (A, B), (F, G), SeenBy(None, None, span=S), "x", span=S),
    ),
    (
        "action f(who: character)\n    when\n        a,\n        b\n    when c\n    then\n        f\n        g(x)",
        ActionNode(n("f"), WHO, (), (A, B, C), (F, G), span=S),
    ),
    ("action f\n    seen by everyone", ActionNode(n("f"), (), seen=SeenBy(None, None, True, span=S), span=S)),
    ("action f\n    seen by x: a", ActionNode(n("f"), (), seen=SeenBy(X, A, span=S), span=S)),
    ("action f\n    also seen by x: a", ActionNode(n("f"), (), seen=SeenBy(X, A, also=True, span=S), span=S)),
    ("rule f(who: character)\n    when a\n    then f", RuleNode(n("f"), WHO, (A,), (F,), span=S)),
    ("fact f, a believes g(x)", FactLine((F, BelievesChange(A, (G,), span=S)), span=S)),
    (
        "plot\n    ending a: b\n    first walk(a, _)\n    then b\n    never c\n    utility 1",
        PlotBlock(
            (
                EndingLine(A, B, span=S),
                WaypointLine("first", CallTo(n("walk"), (A, Wildcard(span=S)), span=S), span=S),
                WaypointLine("then", B, span=S),
                NeverLine(C, span=S),
                UtilityLine(num(1), span=S),
            ),
            span=S,
        ),
    ),
    (
        "settings\n    logic two-valued\n    events 5",
        SettingsBlock(
            "settings", (SettingLine(("logic", "two-valued"), span=S), SettingLine(("events", "5"), span=S)), span=S
        ),
    ),
    ("telling\n    past tense", SettingsBlock("telling", (SettingLine(("past", "tense"), span=S),), span=S)),
    ("past\n    walk(a)\n    storm", PastBlock((call("walk", "a"), call("storm")), span=S)),
    (
        "outline\n    She: “no” (\n    ...",
        OutlineBlock((TextLine("She: “no” (", span=S), TextLine("...", span=S)), span=S),
    ),
]


@pytest.mark.parametrize(("text", "tree"), DECLARATIONS)
def test_declarations(text: str, tree: Declaration) -> None:
    assert only(text) == tree


ABOUT: list[tuple[str, object]] = [
    ("wants a: b", Wants(A, None, B, span=S)),
    ("wants a 2: b", Wants(A, num(2), B, span=S)),
    ("wants a:\n        b\n        c", Wants(A, None, Joined("and", (B, C), span=S), span=S)),
    ("wants a: b, c", Wants(A, None, Joined("and", (B, C), span=S), span=S)),
    ("fears a f(): b", Wants(A, call("f"), B, True, span=S)),
    ("believes f, b believes g(x)", BelievesLine((F, BelievesChange(B, (G,), span=S)), span=S)),
    ("cares for Bruno 1", AboutLine((n("cares"), n("for"), n("Bruno"), num(1)), span=S)),
    ("not asleep", AboutLine((n("asleep"),), True, span=S)),
    ("gold 1/2", AboutLine((n("gold"), Reckoned("/", num(1), num(2), span=S)), span=S)),
    ("a and not b, c", (AboutLine((A,), span=S), AboutLine((B,), True, span=S), AboutLine((C,), span=S))),
    ("`wants` yes", AboutLine((n("wants"), Truth(True, span=S)), span=S)),
]


@pytest.mark.parametrize(("text", "tree"), ABOUT)
def test_lines_about_somebody(text: str, tree: object) -> None:
    assert about(text) == tree


AB = Compared("=", A, B, span=S)
EXPRESSIONS: list[tuple[str, Expression]] = [
    ("not a = b", Negated(AB, span=S)),
    ("a and b and c", Joined("and", (A, B, C), span=S)),
    ("(a and b) or c", Joined("or", (Bracketed(Joined("and", (A, B), span=S), span=S), C), span=S)),
    ("x believes a = b", Believing(X, AB, span=S)),
    ("not x believes not a", Negated(Believing(X, Negated(A, span=S), span=S), span=S)),
    ("x believes c believes a", Believing(X, Believing(C, A, span=S), span=S)),
    ("a and x believes b", Joined("and", (A, Believing(X, B, span=S)), span=S)),
    ("(x believes (a, b))", Bracketed(Believing(X, Bracketed(Joined("and", (A, B), span=S), span=S), span=S), span=S)),
    ("a - b - c", Reckoned("-", Reckoned("-", A, B, span=S), C, span=S)),
    ("a + b * -c", Reckoned("+", A, Reckoned("*", B, Minus(C, span=S), span=S), span=S)),
    ("a + b >= c", Compared(">=", Reckoned("+", A, B, span=S), C, span=S)),
    ("x is a b", OfType(X, B, span=S)),
    ("not x is an a", Negated(OfType(X, A, span=S), span=S)),
    ("every x: a (b, c)", Over("every", X, A, Joined("and", (B, C), span=S), span=S)),
    ("sum of x: a (b) > 0.5", Compared(">", Over("sum", X, A, B, span=S), num(Fraction(1, 2)), span=S)),
    ("if a then b else if b then c else x", Choice(((A, B), (B, C)), X, span=S)),
    (
        "f(a, -1, yes, unknown)",
        CallTo(n("f"), (A, Minus(num(1), span=S), Truth(True, span=S), UnknownValue(span=S)), span=S),
    ),
    ("storm()", call("storm")),
    ("`the end` = no", Compared("=", n("the end"), Truth(False, span=S), span=S)),
    ("when = then_", Compared("=", n("when"), n("then_"), span=S)),
    ("O'Hara.jr", n("O'Hara.jr")),
    ("e\u0301 = 家", Compared("=", n("\u00e9"), n("家"), span=S)),
    ("हिन्दी", n("हिन्दी")),
]


@pytest.mark.parametrize(("text", "tree"), EXPRESSIONS)
def test_expressions(text: str, tree: Expression) -> None:
    assert only(f"define f: {text}") == DefineLine(n("f"), (), tree, span=S)


CHANGES: list[tuple[str, tuple[Change, ...]]] = [
    ("not f", (Becomes(call("f"), negated=True, span=S),)),
    ("f = b", (Becomes(call("f"), "=", B, span=S),)),
    ("f += 1, f -= 2", (Becomes(call("f"), "+=", num(1), span=S), Becomes(call("f"), "-=", num(2), span=S))),
    ("f = (a = b)", (Becomes(call("f"), "=", Bracketed(AB, span=S), span=S),)),
    ("f = if a then b else c", (Becomes(call("f"), "=", Choice(((A, B),), C, span=S), span=S),)),
    ("a believes (f, b believes g(x))", (BelievesChange(A, (F, BelievesChange(B, (G,), span=S)), span=S),)),
    ("if a then f", (IfChange(A, (F,), span=S),)),
    ("if a then (f, g(x)) else if b then f else g(x)",
     (IfChange(A, (F, G), (IfChange(B, (F,), (G,), span=S),), span=S),)),
    ("every x: a (f, g(x))", (EveryChange(X, A, (F, G), span=S),)),
    ("(if a then f), g(x)", (IfChange(A, (F,), span=S), G)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "tree"), CHANGES)
def test_changes(text: str, tree: tuple[Change, ...]) -> None:
    assert only(f"fact {text}") == FactLine(tree, span=S)


def test_the_founding_example_is_read_whole() -> None:
    block = re.search(r"```story\n(.*?)```", (ROOT / "docs" / "language.md").read_text(encoding="utf-8"), re.DOTALL)
    assert block
    file, found = parse(Source("t.story", block[1]))
    assert not found
    kinds = [type(each).__name__ for each in file.declarations if not isinstance(each, Comment)]
    assert kinds == [
        "StoryLine",
        "Use",
        *["ExistentLine", "ChainLine"],
        *["ExistentLine"] * 3,
        *["FluentLine"] * 2,
        "MotiveLine",
        "ActionNode",
        "PlotBlock",
    ]


def test_words_that_begin_lines_are_names_elsewhere() -> None:
    for word in [
        "story",
        "use",
        "type",
        "fluent",
        "plot",
        "say",
        "by",
        "when",
        "first",
        "never",
        "wants",
        "weight",
        "score",
        "everyone",
        "a",
        "of",
        "sum",
    ]:
        assert only(f"fact at({word}, {word}) = {word}") == FactLine(
            (Becomes(call("at", word, word), "=", n(word), span=S),), span=S
        )


def test_comments_and_their_places() -> None:
    text = "# one\nplace a  # end\n\n# two\nplot\n    # three\n    never a\n    # four\n# five\n"
    file, found = parse(Source("t.story", text))
    assert not found
    said = [each.text for each in file.declarations if isinstance(each, Comment)]
    assert said == ["# one", "", "# two", "# five"]
    plot = file.declarations[-2]
    assert isinstance(plot, PlotBlock)
    assert [each.text for each in plot.items if isinstance(each, Comment)] == ["# three", "# four"]
    assert file.trailing == ((2, "# end"),)


def test_comments_in_an_action_count_the_parts_before_them() -> None:
    node = only("action a\n    # 0\n    then b\n    when c,\n        # 1\n         d\n    # end")
    assert isinstance(node, ActionNode)
    assert [(index, each.text) for index, each in node.comments] == [(1, "# 1"), (2, "# 0"), (3, "# end")]


def test_spans_cover_the_words() -> None:
    text = "\ufeffplace 家, b\r\nplot\r\n\tnever at(家) = b"
    file, found = parse(Source("t.story", text))
    assert not found
    existents, plot = file.declarations
    assert existents.span.text == "place 家, b"
    assert isinstance(plot, PlotBlock)
    assert plot.span.text == "plot\r\n\tnever at(家) = b"
    never = plot.items[0]
    assert isinstance(never, NeverLine)
    assert never.condition.span.text == "at(家) = b"
    assert never.span.location == "t.story:3:2"
