"""What a problem means: the model that comes out."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kizuna.diagnostics import Source
from kizuna.model.effects import Assign, ForEach, When
from kizuna.model.formulas import (
    FALSE,
    ONE,
    TRUE,
    ZERO,
    And,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    IsA,
    Not,
    Or,
    Quantified,
    Variable,
)
from kizuna.model.world import EVERYONE, Logic, Observing, Plot, Type, World
from kizuna.peers.sabre import read

NAMES = """type place; type room : place; entity R : room; entity S : place; entity N : place;
entity A : character; entity B : character; entity Lone : single;
property p() : boolean; property q() : boolean; property k() : number; property at(c : character) : place;
property in() : room; property lit(x : place) : boolean; property one(x : single) : boolean;
"""
P, Q, K = Call("p()"), Call("q()"), Call("k()")
A, B = Constant("A"), Constant("B")


def world(text: str) -> World:
    return read(Source("worlds/tale.txt", NAMES + text)).unwrap()


def codes(text: str) -> list[str]:
    return [d.code for d in read(Source("t", NAMES + text)).diagnostics if d.code != "implicit-type"]


def effects(text: str) -> tuple[object, ...]:
    return world(f"action x(c : character, l : place, b : boolean) {{ effect: {text}; }};").actions[0].effects


def condition(text: str) -> object:
    text = f"action x(c : character, l : place, b : boolean) {{ precondition: {text}; effect: p(); }};"
    return world(text).actions[0].precondition


def test_names_types_and_defaults() -> None:
    found = world("type character : place;")
    assert found.name == "tale"
    assert found.logic is Logic.TWO_VALUED
    assert Type("character", ("entity", "place")) in found.types
    assert Type("room", ("place",)) in found.types
    assert found.characters == ("A", "B")
    assert found.values_of("place") == ("A", "B", "R", "S", "N")
    assert [f.default for f in found.fluents] == [False, False, 0, None, None, False, False]
    assert [f.signature for f in found.fluents][3:6] == ["at(character)", "in()", "lit(place)"]


def test_definitions_of_one_type_or_entity_add_up() -> None:
    found = world("type a; type b; type c : a; type c : b; entity X : a; entity X : b;")
    assert Type("c", ("a", "b")) in found.types
    assert found.existents[-1].types == ("a", "b")


def test_an_action_with_everything() -> None:
    text = """action go(c : character, N) { consenting: c, A, c; precondition: lit(N); effect: at(c) = N;
    observing(o : entity): o == c; };"""
    action = world(text).actions[0]
    c, o = Variable("c", "character"), Variable("o", "character")
    assert action.parameters == (c, Constant("N"))
    assert action.consenting == (c, A)
    assert action.precondition == Call("lit(place)", (Constant("N"),))
    assert action.effects == (Assign(Call("at(character)", (c,)), Constant("N")),)
    assert action.observing == Observing(o, Compare("==", o, c))


def test_what_an_action_does_not_say() -> None:
    action = world("action x() { effect: p(); };").actions[0]
    assert (action.precondition, action.consenting, action.observing) == (TRUE, (), EVERYONE)


def test_a_trigger_is_a_rule() -> None:
    (rule,) = world("trigger r(c : character) { precondition: p(); effect: !p(); };").rules
    assert (rule.name, rule.precondition, rule.effects) == ("r", P, (Assign(P, FALSE),))
    assert codes("trigger r() { effect: p(); consenting: A; };") == ["syntax"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("p()", (Assign(P, TRUE),)),
        ("!p()", (Assign(P, FALSE),)),
        ("!!p()", (Assign(P, TRUE),)),
        ("p() == q()", (Assign(P, Q),)),
        ("p() != q()", (Assign(P, Not(Q)),)),
        ("p() != True", (Assign(P, FALSE),)),
        ("!(p() == q())", (Assign(P, Not(Q)),)),
        ("p() = b", (Assign(P, Variable("b", "boolean")),)),
        ("k() = 2.5", (Assign(K, Constant(Fraction(5, 2))),)),
        ("k() = ?", (Assign(K, Constant(None)),)),
        ("p() & !q() & True", (Assign(P, TRUE), Assign(Q, FALSE))),
        ("!(p() | q())", (Assign(P, FALSE), Assign(Q, FALSE))),
        ("p() | False", (Assign(P, TRUE),)),
        ("one(Lone) | one(Lone)", (Assign(Call("one(single)", (Constant("Lone"),)), TRUE),)),
        ("exists(x : single) one(x)", (Assign(Call("one(single)", (Constant("Lone"),)), TRUE),)),
        ("if(q()) p()", (When(Q, (Assign(P, TRUE),)),)),
        ("if(q()) p() else True", (When(Q, (Assign(P, TRUE),)),)),
        (
            "if(q()) p() elseif(b) k() = 1 else k() = 2",
            (
                When(
                    TRUE,
                    (
                        When(Q, (Assign(P, TRUE),)),
                        When(And((Not(Q), Variable("b", "boolean"))), (Assign(K, ONE),)),
                        When(And((Not(Q), Not(Variable("b", "boolean")))), (Assign(K, Constant(2)),)),
                    ),
                ),
            ),
        ),
        ("believes(A, p())", (Assign(P, TRUE, (A,)),)),
        ("!believes(A, p())", (Assign(P, FALSE, (A,)),)),
        ("believes(A, believes(B, p() = q()))", (Assign(P, Believes(A, Believes(B, Q)), (A, B)),)),
        ("believes(A, believes(B, p()) = q())", (Assign(P, Believes(A, Q), (A, B)),)),
        ("believes(A, p()) = q()", (Assign(P, Q, (A,)),)),
        ("believes(A, p()) == q()", (Assign(P, Q, (A,)),)),
        ("believes(A, if(q()) p())", (When(Believes(A, Q), (Assign(P, TRUE, (A,)),)),)),
        (
            "forall(x : place) lit(x)",
            (
                ForEach(
                    Variable("x", "place"),
                    (Assign(Call("lit(place)", (Variable("x", "place"),)), TRUE),),
                ),
            ),
        ),
    ],
)
def test_effects(text: str, meant: tuple[object, ...]) -> None:
    assert effects(text) == meant


@pytest.mark.parametrize(
    "text",
    ["p() | q()", "exists(x : place) lit(x)", "k() > 1", "!(k() = 1)", "in() != R", "!(p() & q())", "l == N", "False",
     "sum(x : place) 1", "k()", "at(A)", "at(A) : room", "!(if(p()) q())", "True = p()", "b"],
)  # fmt: skip
def test_what_is_no_effect(text: str) -> None:
    assert codes(f"action x(l : place, b : boolean) {{ effect: {text}; }};") in (["not-an-effect"], ["syntax"])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("p() & (q() | b)", And((P, Or((Q, Variable("b", "boolean")))))),
        ("b != p()", Compare("!=", Variable("b", "boolean"), P)),
        ("believes(c, k()) > 0", Compare(">", Believes(Variable("c", "character"), K), ZERO)),
        ("in() : room", IsA(Call("in()"), "room")),
        ("k() : room", FALSE),
        ("p() : boolean", TRUE),
        ("if(p()) q()", Conditional(((P, Q),), TRUE)),
        ("at(c) == ?", Compare("==", Call("at(character)", (Variable("c", "character"),)), Constant(None))),
        (
            "exists(x : room) lit(x)",
            Quantified("exists", Variable("x", "room"), Call("lit(place)", (Variable("x", "room"),))),
        ),
        (
            "exists(l : room) lit(l)",
            Quantified("exists", Variable("l'", "room"), Call("lit(place)", (Variable("l'", "room"),))),
        ),
    ],
)
def test_conditions(text: str, meant: object) -> None:
    assert condition(text) == meant


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("p() & k()", "type-mismatch"),
        ("!k()", "type-mismatch"),
        ("k()", "type-mismatch"),
        ("at(c) + 1 == 2", "type-mismatch"),
        ("k() == N", "type-mismatch"),
        ("at(c) > N", "type-mismatch"),
        ("believes(N, p())", "type-mismatch"),
        ("p() = True", "type-mismatch"),
        ("if(p()) 1 else q()", "type-mismatch"),
        ("if(k() > 1) 1", "syntax"),
        ("exists(n : number) p()", "type-mismatch"),
        ("k() : number", "type-mismatch"),
        ("lit(?)", "type-mismatch"),
        ("lit()", "type-mismatch"),
        ("lit(c)", "type-mismatch"),
        ("exists(x : nowhere) p()", "unknown-type"),
        ("lit", "unknown-name"),
        ("nobody == c", "unknown-name"),
    ],
)
def test_wrong_conditions(text: str, code: str) -> None:
    assert codes(f"action x(c : character) {{ precondition: {text}; effect: p(); }};") == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in() = S;", "type-mismatch"),
        ("in() = at(A);", "type-mismatch"),
        ("p() = 1;", "type-mismatch"),
        ("p() = ?;", "type-mismatch"),
        ("k() = True;", "type-mismatch"),
        ("utility(): in();", "type-mismatch"),
        ("utility(): ?;", "type-mismatch"),
        ("utility(N): 1;", "type-mismatch"),
        ("utility(Nobody): 1;", "unknown-name"),
        ("type boolean : place;", "type-mismatch"),
        ("type x : number;", "type-mismatch"),
        ("type entity : place;", "type-cycle"),
        ("type x : x;", "type-cycle"),
        ("entity Z : number;", "type-mismatch"),
        ("property r(x : number) : boolean;", "type-mismatch"),
        ("property p() : number;", "duplicate-definition"),
        ("property lit(N) : boolean;", "duplicate-definition"),
        ("action z(a : place, a : place) { effect: p(); };", "duplicate-definition"),
        ("action z() { effect: p() & !p(); };", "contradictory-effects"),
        ("action z() { effect: k() = 1 & k() = 2; };", "contradictory-effects"),
        ("action z() { effect: p(); }; trigger z() { effect: q(); };", "duplicate-definition"),
        (f"k() = {'1' * 401};", "syntax"),
    ],
)
def test_wrong_definitions(text: str, code: str) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("property lit(x : room) : boolean;", "overlapping-definitions"),
        ("property lit(x : place) : boolean;", "overlapping-definitions"),
        ("action z() { precondition: p(); };", "no-effect"),
    ],
)
def test_warnings(text: str, code: str) -> None:
    assert codes(text) == [code]
    assert world(text)


def test_a_type_that_only_an_entity_mentions_is_warned_of_once() -> None:
    found = read(Source("t", "entity A : lamp; entity B : lamp; type x : y; property p() : lamp;"))
    assert [d.code for d in found.diagnostics] == ["implicit-type", "implicit-type"]
    assert found.unwrap().values_of("lamp") == ("A", "B")


def test_the_value_may_be_of_a_wider_type_whose_members_all_fit() -> None:
    assert codes("type hall : place; entity H : hall, room; property h() : hall; in() = h();") == []


def test_overloads_are_told_apart_by_static_types() -> None:
    found = world("property at(x : single) : number; action x(s : single) { effect: at(s) = 1 & at(A) = R; };")
    targets = [e.target.fluent for e in found.actions[0].effects if isinstance(e, Assign)]
    assert targets == ["at(single)", "at(character)"]


def test_constants_narrow_parameters() -> None:
    found = world("property r(N, 3, True) : boolean; r(N, 3, True);")
    assert found.fluents[-1].signature == "r(=N, =3, =True)"
    assert codes("property r(N, 3, True) : boolean; r(N, 3, 1);") == ["type-mismatch"]


def test_utilities() -> None:
    found = world("utility(): k(); utility(A): 1; utility(B): p(); utility(A): k() * (2); utility(): p() & q();")
    assert found.plot == Plot(Conditional(((And((P, Q)), ONE),), ZERO))
    assert [(m.character, m.name, m.weight) for m in found.motives] == [("A", "utility", ONE), ("B", "utility", ONE)]
    assert found.motives[1].score == Conditional(((P, ONE),), ZERO)


def test_the_start_keeps_its_order() -> None:
    found = world("k() = 7 & k() = k() + 1; if(p()) q() else !q(); !believes(A, p()); believes(A, at(B)) = ?;")
    assert len(found.initial) == 5
    assert found.initial[-1] == Assign(Call("at(character)", (B,)), Constant(None), (A,))


def test_equal_texts_make_equal_worlds() -> None:
    assert world("p();") == world("// said otherwise\n p() ;")
    assert world("p();").digest == world("  p();").digest
