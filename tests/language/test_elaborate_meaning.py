# ruff: noqa: E501 - each line of the tables is one case
"""What a story means: the world that comes out."""

from __future__ import annotations

import pytest

import kizuna
from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.language import read
from kizuna.model.effects import Assign, When
from kizuna.model.formulas import (
    FALSE,
    ONE,
    TRUE,
    And,
    Arithmetic,
    Believes,
    Call,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
    Quantified,
    Variable,
)
from kizuna.model.world import EVERYONE, EventPattern, Logic, PastEvent, Settings, World

CAST = """type place
place house, well
character Ana, Ben
fluent at(who: character): place
fluent lit
fluent gold(who: character): 0..10 = 5
fluent near(one: place, other: place) symmetric
fluent fond(who: character, whom: character): number
"""
WHO = Variable("who", "character")
ANA, BEN, HOUSE = Constant("Ana"), Constant("Ben"), Constant("house")
LIT = Call("lit()")
AT_ANA, AT_WHO = Call("at(character)", (ANA,)), Call("at(character)", (WHO,))


def nothing(key: str) -> Outcome[Source]:
    return conclude(None, [diagnose("file-not-found", f"no {key}")])


def world(text: str) -> World:
    return read(Source("tales/tale.story", CAST + text), nothing).unwrap()


def condition(text: str) -> Formula:
    return (
        world(f'action go(who: character, here: place)\n    say "{{who}} {{here}}"\n    when {text}\n')
        .actions[0]
        .precondition
    )


def effects(text: str) -> tuple[object, ...]:
    return world(f'action go(who: character)\n    say "{{who}}"\n    then {text}\n').actions[0].effects


def test_names_and_defaults() -> None:
    found = world("")
    assert (found.name, found.title, found.logic) == ("tale", None, Logic.THREE_VALUED)
    assert [fluent.default for fluent in found.fluents] == [None, False, 5, False, 0]
    assert read(Source("a.story", 'story x "The X"\ncharacter Ana'), nothing).unwrap().title == "The X"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("at(who) = house", Compare("==", AT_WHO, HOUSE)),
        ("lit", LIT),
        ("lit, not lit", And((LIT, Not(LIT)))),
        ("lit and not lit", And((LIT, Not(LIT)))),
        ("(lit and lit) and lit", And((And((LIT, LIT)), LIT))),
        ("at(who) = unknown", Compare("==", AT_WHO, Constant(None))),
        ("who believes Ben believes lit", Believes(WHO, Believes(BEN, LIT, True), True)),
        ("lit according to Ben according to who", Believes(WHO, Believes(BEN, LIT))),
        ("gold(who) according to Ben + 1 > 1", Compare(">", Arithmetic("+", (Believes(BEN, Call("gold(character)", (WHO,))), ONE)), ONE)),
        ("gold(who) + 1 - 2 > -1", Compare(">", Arithmetic("-", (Arithmetic("+", (Call("gold(character)", (WHO,)), ONE)), Constant(2))), Constant(-1))),
        ("some x: place (near(x, here))", Quantified("exists", Variable("x", "place"), Call("near(place, place)", (Variable("x", "place"), Variable("here", "place"))))),
        ("if lit then yes else lit", Conditional(((LIT, TRUE),), LIT)),
    ],
)  # fmt: skip
def test_conditions(text: str, meant: Formula) -> None:
    assert condition(text) == meant


GOLD = Call("gold(character)", (WHO,))
MORE = Arithmetic("+", (GOLD, ONE))
STOPPED = Conditional(
    ((Compare("<", MORE, Constant(0)), Constant(0)), (Compare(">", MORE, Constant(10)), Constant(10))), MORE
)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("lit", (Assign(LIT, TRUE),)),
        ("not lit", (Assign(LIT, FALSE),)),
        ("lit = unknown", (Assign(LIT, Constant(None)),)),
        ("gold(who) += 1", (Assign(GOLD, STOPPED),)),
        ("gold(who) = 9", (Assign(GOLD, Constant(9)),)),
        ("who believes gold(who) += 1", (Assign(GOLD, Believes(WHO, STOPPED), (WHO,)),)),
        ("who believes Ben believes lit = lit", (Assign(LIT, Believes(WHO, Believes(BEN, LIT)), (WHO, BEN)),)),
        ("who believes at(Ana) = house", (Assign(AT_ANA, HOUSE, (WHO,)),)),
        ("if lit then not lit", (When(LIT, (Assign(LIT, FALSE),)),)),
        ("if lit then not lit else lit", (When(TRUE, (When(LIT, (Assign(LIT, FALSE),)), When(Conditional(((LIT, FALSE),), TRUE), (Assign(LIT, TRUE),)))),)),
        ("fond(who, Ben) += 1", (Assign(Call("fond(character, character)", (WHO, BEN)), Arithmetic("+", (Call("fond(character, character)", (WHO, BEN)), ONE))),)),
    ],
)  # fmt: skip
def test_effects(text: str, meant: tuple[object, ...]) -> None:
    assert effects(text) == meant


def test_the_condition_of_a_change_in_a_mind_is_read_in_that_mind() -> None:
    assert effects("who believes (if lit then not lit)") == (When(Believes(WHO, LIT), (Assign(LIT, FALSE, (WHO,)),)),)


def test_else_in_two_valued_logic_is_plain_negation() -> None:
    found = (
        world("settings\n    logic two-valued\naction go\n    then if lit then not lit else lit\n")
        .actions[0]
        .effects[0]
    )
    assert isinstance(found, When)
    assert [each.condition for each in found.effects if isinstance(each, When)] == [LIT, Not(LIT)]


def test_a_symmetric_fluent_changes_in_both_orders() -> None:
    found = world("near house - well\n").initial
    both = [Call("near(place, place)", pair) for pair in ((HOUSE, Constant("well")), (Constant("well"), HOUSE))]
    assert [each.target for each in found if isinstance(each, Assign)] == both
    assert len(world("fact fond(Ana, Ben) = 1\n").initial) == 1


def test_facts_in_plain_words() -> None:
    found = world("character Cleo at house\n    gold 3\n    fond Ben 2\n    believes lit, Ben believes not lit\n")
    cleo = Constant("Cleo")
    assert found.initial == (
        Assign(Call("at(character)", (cleo,)), HOUSE),
        Assign(Call("gold(character)", (cleo,)), Constant(3)),
        Assign(Call("fond(character, character)", (cleo, BEN)), Constant(2)),
        Assign(LIT, TRUE, (cleo,)),
        Assign(LIT, FALSE, (cleo, BEN)),
    )


def test_overloads_are_told_apart_by_types() -> None:
    found = world("fluent at(what: place): number\nfact at(house) = 3, at(Ana) = house\n").initial
    assert [each.target.fluent for each in found if isinstance(each, Assign)] == ["at(place)", "at(character)"]


def test_derived_fluents_are_what_they_follow_from() -> None:
    text = """define home(who: character): at(who) = house
define lonely(who: character): every other: character (other = who or not together(who, other))
define together(a: character, b: character): at(a) = at(b)
action go(other: character)
    when home(other), Ben believes lonely(other)
"""
    other, bound = Variable("other", "character"), Variable("other'", "character")
    together = Compare("==", Call("at(character)", (other,)), Call("at(character)", (bound,)))
    lonely = Quantified("forall", bound, Or((Compare("==", bound, other), Not(together))))
    home = Compare("==", Call("at(character)", (other,)), HOUSE)
    assert world(text).actions[0].precondition == And((home, Believes(BEN, lonely, True)))


# --- wants -----------------------------------------------------------------------------------------------------------


def test_motives_fears_and_templates() -> None:
    text = """character Cleo
    wants light 2: lit
    fears dark: not lit
motive love(who: character, whom: character)
    when who != whom
    weight fond(who, whom)
    score lit
"""
    found = world(text).motives
    assert [(m.character, m.name) for m in found[:2]] == [("Cleo", "light"), ("Cleo", "dark")]
    assert (found[0].weight, found[1].score) == (Constant(2), Not(Not(LIT)))
    pairs = [("Ana", "Ben"), ("Ana", "Cleo"), ("Ben", "Ana"), ("Ben", "Cleo"), ("Cleo", "Ana"), ("Cleo", "Ben")]
    assert [(m.character, m.name) for m in found[2:]] == [(one, f"love({other})") for one, other in pairs]
    assert found[2].weight == Call("fond(character, character)", (ANA, BEN))
    everyone = world(text.replace("    when who != whom\n", "")).motives
    assert len(everyone) == 2 + 9


# --- who perceives ---------------------------------------------------------------------------------------------------

PERCEIVES = "perceives(observer: character, doer: character): at(observer) = at(doer)\n"
OBSERVER = Variable("observer", "character")
THERE = Compare("==", Call("at(character)", (OBSERVER,)), AT_WHO)
IS_DOER = Compare("==", OBSERVER, WHO)


def seen(line: str, *, before: str = PERCEIVES, by: str = "    by who\n") -> object:
    text = f'{before}action go(who: character)\n    say "{{who}}"\n{by}    then lit\n{line}'
    return world(text).actions[0].observing


def test_everyone_perceives_where_nothing_is_said() -> None:
    assert seen("", before="") == EVERYONE
    assert seen("", by="") == EVERYONE
    assert seen("    seen by everyone\n") == EVERYONE


def test_whoever_perceives_a_doer_perceives_the_act_and_doers_always_do() -> None:
    assert seen("").condition == Or((IS_DOER, THERE))  # type: ignore[attr-defined]
    assert seen("    seen by nobody\n").condition == IS_DOER  # type: ignore[attr-defined]
    assert seen("    seen by nobody\n", by="").condition == FALSE  # type: ignore[attr-defined]
    assert seen("    seen by observer: observer = Ben\n").condition == Or((IS_DOER, Compare("==", OBSERVER, BEN)))  # type: ignore[attr-defined]
    both = seen("    also seen by observer: observer = Ben\n").condition  # type: ignore[attr-defined]
    assert both == Or((IS_DOER, Or((THERE, Compare("==", OBSERVER, BEN)))))


def test_an_exact_reading_adds_nothing() -> None:
    exact = "settings\n    reading exact\n"
    assert seen("    seen by nobody\n", before=exact).condition == FALSE  # type: ignore[attr-defined]
    text = exact + "action go\n    then gold(Ana) = 12, near(house, well), Ana believes lit = lit\n"
    assert len(world(text).actions[0].effects) == 3
    assert world(text).actions[0].effects[2] == Assign(LIT, LIT, (ANA,))


# --- plot ------------------------------------------------------------------------------------------------------------


def test_plot_past_and_settings() -> None:
    text = """action go(who: character, to: place)
    by who
    then at(who) = to
plot
    ending home: at(Ana) = house
    first go(Ana, _)
    then lit
    never at(Ben) = well
    utility gold(Ana)
past
    go(Ben, well)
settings
    events 4
    depth 2
"""
    found = world(text)
    assert found.plot.waypoints == (EventPattern("go", ("Ana", ...)), LIT)
    assert found.plot.endings[0].condition == Compare("==", AT_ANA, HOUSE)
    assert len(found.plot.never) == 1
    assert found.plot.utility == Call("gold(character)", (ANA,))
    assert found.past == (PastEvent("go", ("Ben", "well")),)
    assert found.settings == Settings(events=4, depth=2)


def test_spans_point_at_what_was_written() -> None:
    found = world("action go\n    then lit\n")
    assert found.actions[0].span is not None
    assert found.actions[0].span.text == "go"


def test_settings_advise_the_search_and_the_question_overrules_them() -> None:
    text = "story s\nsettings\n    events {}\nfluent done()\naction a()\n    then done()\nplot\n    ending e: done()\n"
    for advised, asked, used in ((2, None, 2), (3, None, 3), (2, 5, 5)):
        world = kizuna.read_text(text.format(advised), language="story").unwrap()
        assert kizuna.find(world, events=asked).unwrap().limits.events == used
