"""An author's outline: what holds, what does not and why, what is left open, and what mends it."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from kizuna import api
from kizuna.diagnostics import Diagnostic, Outcome
from kizuna.inquiry.outline import Answer, Checked, Mending
from kizuna.model.world import World
from kizuna.search import Problem
from kizuna.search.exhaustive import Exhaustive

SUPPORT = Path(__file__).parents[1] / "support"
HARBOUR = (SUPPORT / "harbour.story").read_text(encoding="utf-8")
STORY = ("go(Nan, quay, mill)", "tell(Nan, Tom)", "go(Tom, mill, quay)", "board(Tom, quay)")
SENTENCES = """
Nan goes to the mill.
nan tells tom where the boat is
  Tom goes to quay   # to fetch it
Tom boards the boat
"""
DEAD = ("fact not alive(Rok)", "fact alive(Rok)\naction drown()\n    then  not alive(Tom)\n")


def world(*changes: tuple[str, str]) -> World:
    text = HARBOUR
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return api.read_text(text, name="harbour.story", language="story").unwrap()


def outcome(*lines: str, of: World | None = None, **options: int) -> Outcome[Checked]:
    return api.outline(of or world(), "\n".join(lines), of="outline.txt", **options)


def check(*lines: str, of: World | None = None, **options: int) -> Checked:
    return outcome(*lines, of=of, **options).unwrap()


def codes(checked: Checked) -> list[tuple[int, str]]:
    return [(finding.line, finding.diagnostic.code) for finding in checked.errors]


def labelled(diagnostic: Diagnostic) -> list[tuple[str, str]]:
    return [(label.span.text, label.text) for label in diagnostic.secondary]


# --- reading ---------------------------------------------------------------------------------------------------------


def test_actions_and_sentences_are_the_same_outline() -> None:
    read, named = check(SENTENCES), check(*STORY)
    assert read.answer is named.answer is Answer.HOLDS
    assert [judged.events for judged in read.lines] == [judged.events for judged in named.lines]
    assert [line.span.location for line in read.outline.lines][2] == "outline.txt:4:3"


def test_what_is_nearly_a_sentence_is_answered_with_those_it_is_near() -> None:
    found = outcome("Nan goes to the mil", "broad(Tom, quay)", "go(Nan, quay)", "go(Nan, quay, lighthouse)").diagnostics
    assert [each.code for each in found] == ["unreadable-line"] * 4
    assert [each.help[0] for each in found] == [
        "Did you mean `Nan goes to the mill.` or `Nan goes to the marsh.` or `Tom goes to the mill.`?",
        "Did you mean `board(who: character, where: place)`?",
        "`go` takes 3 arguments: who: character, from: place, to: place.",
        "`lighthouse` is no place. There are: quay, mill, marsh.",
    ]


def test_a_text_without_events_is_no_outline() -> None:
    assert [each.code for each in outcome("# nothing yet", "").diagnostics] == ["no-outline"]
    assert [each.code for each in outcome("...").diagnostics] == ["no-outline"]


def test_a_sentence_stands_for_the_reading_that_can_happen_there() -> None:
    assert check("Nan goes to the mill").lines[0].events == ("go(Nan, quay, mill)",)
    away = world(("[go] to {to}", "[go] away"))
    unclear = check("Nan goes away", of=away)
    assert (unclear.answer, codes(unclear)) == (Answer.OPEN, [])
    (said,) = unclear.advice
    assert said.code == "ambiguous-line"
    assert said.help == ("Write the one that is meant: go(Nan, quay, mill), go(Nan, quay, marsh).",)


# --- what does not hold ----------------------------------------------------------------------------------------------


def test_an_impossible_event_points_at_its_condition_and_at_the_line_that_is_to_blame() -> None:
    (finding,) = check(*STORY, "board(Tom, quay)").findings
    assert finding.line == 4
    assert finding.diagnostic.code == "impossible-event"
    assert "cannot happen here: has_boat(Tom)." in finding.diagnostic.message
    assert labelled(finding.diagnostic) == [
        ("board(Tom, quay)", "since this, has_boat(Tom)"),
        ("not has_boat(Tom)", "what it asks for"),
    ]


def test_the_dead_do_nothing_more() -> None:
    (finding,) = check("drown()", "go(Tom, mill, quay)", of=world(DEAD)).findings
    assert finding.diagnostic.code == "impossible-event"
    assert ("drown()", "since this, not alive(Tom)") in labelled(finding.diagnostic)
    (never,) = check("go(Rok, marsh, mill)").findings
    assert "can never happen in this world: `alive(who)` is never so." in never.diagnostic.message


def test_who_does_not_know_and_who_has_no_reason_are_told_apart() -> None:
    at_quay = world(("    at mill\n", "    at quay\n"))
    (ignorant,) = check("board(Tom, quay)", of=at_quay).findings
    assert (ignorant.diagnostic.code, ignorant.who) == ("not-known", "Tom")
    assert "Tom believes that boat() is mill, while boat() is quay." in ignorant.diagnostic.message
    unknowing = world(
        ("    at mill\n", "    at quay\n"), ("    believes boat() = mill\n", "    believes boat() = unknown\n")
    )
    (unaware,) = check("board(Tom, quay)", of=unknowing).findings
    assert "Tom does not know that boat() is quay." in unaware.diagnostic.message
    (aimless,) = check("go(Nan, quay, marsh)").findings
    assert (aimless.diagnostic.code, aimless.who) == ("no-reason", "Nan")
    assert "It costs marsh 5." in aimless.diagnostic.message
    assert labelled(aimless.diagnostic) == [("marsh", "this speaks against it")]


def test_a_better_option_is_named() -> None:
    wishes = "wants friend 2: has_boat(Tom)\n    wants mill 3: at(Nan) = mill\n    wants marsh_air 6: at(Nan) = marsh"
    best = world(("    depth 2", "    depth 2\n    best within 0"), ("wants friend 2: has_boat(Tom)", wishes))
    (finding,) = check("go(Nan, quay, marsh)", of=best).findings
    assert (
        "Nan has no reason for go(Nan, quay, marsh): go(Nan, quay, mill) is better by 2." in finding.diagnostic.message
    )


def test_whoever_has_to_put_up_with_it_is_asked() -> None:
    peace = ("3: has_boat(Tom)\n", "3: has_boat(Tom)\n    wants peace 1: at(Nan) = marsh\n")
    wild = world(("    at mill\n", "    at quay\n"), peace)
    (finding,) = check("push(Tom, Nan, quay)", of=wild).findings
    assert (finding.diagnostic.code, finding.who) == ("not-permitted", "Nan")


def test_a_finding_that_is_meant_is_settled_and_stays_visible() -> None:
    loose = check("go(Nan, quay, marsh)", *STORY[2:3])
    assert codes(loose)[0] == (0, "no-reason")
    settled = check("go(Nan, quay, marsh)  # meant: she is out of her mind")
    assert (settled.answer, settled.errors) == (Answer.HOLDS, ())
    assert [finding.settled for finding in settled.findings] == ["she is out of her mind"]
    assert [each.code for each in check(f"{STORY[0]} # meant: why not").advice] == ["nothing-to-settle"]


def test_one_hole_is_one_finding() -> None:
    for missing in range(3):
        lines = [line for number, line in enumerate(STORY) if number != missing]
        assert len(check(*lines, mending=0).findings) == 1, missing
    twice = check(STORY[0], STORY[0], *STORY[1:])
    assert codes(twice) == [(1, "impossible-event")]


def test_what_the_work_does_not_suffice_for_is_left_open() -> None:
    checked = check(*STORY, max_expansions=1)
    assert (checked.answer, checked.findings, checked.reached) == (Answer.OPEN, (), "max-expansions")
    assert {each.code for each in checked.advice} == {"open-line"}


# --- gaps ------------------------------------------------------------------------------------------------------------


def test_a_gap_is_filled_by_what_somebody_has_a_reason_for() -> None:
    checked = check("...", STORY[3])
    assert checked.answer is Answer.HOLDS
    assert checked.lines[0].events == STORY[:3]
    assert check(STORY[0], "...").lines[1].events == STORY[1:], "a gap at the end leads to an ending"


def test_a_gap_that_nothing_fills_is_proven_within_its_limit() -> None:
    checked = check("...", STORY[3], gap=2)
    assert (checked.answer, codes(checked)) == (Answer.FAILS, [(1, "unfilled-gap")])


def test_what_fails_after_one_filling_is_tried_after_the_next() -> None:
    lines = ("...", "go(Tom, marsh, quay)", "...", "board(Tom, quay)")
    checked = check(*lines)
    assert checked.answer is Answer.HOLDS
    assert "tell(Nan, Tom)" in checked.lines[0].events
    later = check("...", "go(Tom, mill, quay)", "board(Tom, quay)")
    assert later.lines[0].events == STORY[:2]


def test_a_gap_without_enough_work_is_left_open() -> None:
    checked = check("...", STORY[3], max_expansions=3)
    assert (checked.answer, checked.findings) == (Answer.OPEN, ())


# --- repairs ---------------------------------------------------------------------------------------------------------


def test_repairs_are_what_was_missing_and_were_checked() -> None:
    (finding,) = check(STORY[0], *STORY[2:]).findings
    assert [repair.kind for repair in finding.repairs] == [Mending.INSERT, Mending.BELIEF]
    assert finding.repairs[0].events == STORY
    assert finding.repairs[1].says == "Tom believes that boat() is quay, from the start"
    (swapped,) = check(STORY[1], STORY[0], *STORY[2:]).findings
    assert [r.events for r in swapped.repairs if r.kind is Mending.MOVE] == [STORY]
    (repeated,) = check(*STORY, STORY[3]).findings
    assert [repair.kind for repair in repeated.repairs] == [Mending.REMOVE]
    (other,) = check(*STORY[:3], "board(Nan, quay)").findings
    assert [r.events for r in other.repairs if r.kind is Mending.REPLACE] == [STORY]


def test_a_repair_of_a_weight_or_a_belief_holds_in_the_changed_world() -> None:
    fond = world(("wants friend 2", "wants marsh_air 4: at(Nan) = marsh\n    wants friend 2"))
    (finding,) = check("go(Nan, quay, marsh)", of=fond).findings
    (weight,) = [repair.says for repair in finding.repairs if repair.kind is Mending.WEIGHT]
    assert weight == "marsh_air weighs 6 for Nan instead of 4"
    mended = world(("wants friend 2", "wants marsh_air 6: at(Nan) = marsh\n    wants friend 2"))
    assert check("go(Nan, quay, marsh)", of=mended).answer is Answer.HOLDS
    (lie,) = [r for r in check(STORY[2]).findings[0].repairs if r.kind is Mending.BELIEF]
    assert lie.says == "Tom believes that boat() is quay, from the start"
    told = world(("    believes boat() = mill\n", "    believes boat() = quay\n"))
    assert check(STORY[2], of=told).answer is Answer.HOLDS


# --- against the exhaustive search -----------------------------------------------------------------------------------


@pytest.mark.parametrize("length", [2, 3])
def test_it_agrees_with_the_exhaustive_search_on_every_order_of_some_events(length: int) -> None:
    """An outline holds exactly if each of its events is among the explained ones of the state before it."""
    harbour = world()
    problem = Problem(api.ground(harbour).unwrap())
    exhaustive = Exhaustive(problem, check(*STORY).limits)
    holding = 0
    events = STORY if length > 2 else (*STORY, "go(Tom, mill, marsh)")
    for lines in permutations(events, length):
        state, valid = problem.dynamics.initial, True
        for line in lines:
            after = dict(exhaustive.steps(state)).get(problem.world.action_ids[line])
            valid = valid and after is not None
            state = after or state
        holding += valid
        assert (check(*lines, of=harbour, mending=0).answer is Answer.HOLDS) is valid, lines
    assert holding


def test_the_same_question_has_the_same_answer() -> None:
    assert check(STORY[2], *STORY) == check(STORY[2], *STORY)


def test_a_word_is_known_by_how_it_can_stand_not_by_what_it_is_called() -> None:
    doors = (SUPPORT / "doors.story").read_text(encoding="utf-8")
    renamed = doors.replace("word(", "oath(")
    assert renamed != doors

    def said(text: str) -> list[str]:
        checked = outcome("promise()", of=api.read_text(text, name="doors.story", language="story").unwrap()).unwrap()
        return [each.message for each in checked.advice if each.code == "forgotten-word"]

    assert said(doors) == ["Ana's word to Ben is still open at the end: word(Ana, Ben)."]
    assert said(renamed) == ["Ana's word to Ben is still open at the end: oath(Ana, Ben)."]
    assert said(doors.replace("broken", "over")) == []
