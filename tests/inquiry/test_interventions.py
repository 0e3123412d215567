"""Changes that reach into a story: facts kept as they are, events put in, events that happen though nobody wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizuna import alternatives, api
from kizuna.inquiry.hindrance import Obstacle
from kizuna.inquiry.whatif import WhatIf
from kizuna.model.world import World
from kizuna.search import Stop
from kizuna.surfaces.cli.otherwise import in_one_line, what_if

THEFT = (Path(__file__).parents[1] / "support" / "theft.story").read_text("utf-8")
FOUND = ("open(Ana)", "take(Ana)")
DOORS = """story doors
character Ana
    wants out 1: outside(Ana)
fluent ajar()
fluent wind()
fluent rattles()
fluent outside(who: character)
rule slams()
    when wind(), ajar()
    then not ajar(), rattles()
action push(who: character)
    by   who
    when not ajar()
    then ajar()
action leave(who: character)
    by   who
    when ajar()
    then outside(who)
plot
    ending out: outside(Ana)
settings
    events 4
    foresight 3
    depth 1
"""


def world(text: str = THEFT) -> World:
    return api.read_text(text, name="theft.story", language="story").unwrap()


def whatif(*changes: str, text: str = THEFT) -> WhatIf:
    return alternatives.whatif(world(text), changes).unwrap()


def codes(*changes: str) -> list[str]:
    outcome = alternatives.whatif(world(), changes)
    assert outcome.value is None
    return [each.code for each in outcome.diagnostics if each.is_error]


# --- kept so ---------------------------------------------------------------------------------------------------------


def test_an_event_happens_without_what_it_would_do_to_a_kept_fact() -> None:
    assert whatif("not has(Ana)").holds  # so it is at the start; she takes it all the same
    kept = whatif("always not has(Ana)")
    assert kept.flip is not None
    assert (kept.flip.event, kept.flip.hindrances[0].obstacle) == ("open(Ana)", Obstacle.NO_REASON)
    assert whatif("always not hurt(Tom)").holds


def test_a_kept_fact_is_so_from_the_start() -> None:
    opened = whatif("always open_box()")
    assert opened.flip is not None
    assert (opened.flip.event, opened.flip.hindrances[0].obstacle) == ("open(Ana)", Obstacle.IMPOSSIBLE)


def test_no_rule_changes_a_kept_fact_or_comes_to_no_end_over_it() -> None:
    assert whatif("not wind()", text=DOORS).holds
    slammed = whatif("wind()", text=DOORS)
    assert slammed.flip is not None
    kept = whatif("wind()", "always ajar()", text=DOORS)
    assert kept.flip is not None  # nothing to push any more, and nothing slams it
    assert (kept.flip.event, kept.course.events) == ("push(Ana)", ("leave(Ana)",))


# --- put in ----------------------------------------------------------------------------------------------------------


def test_what_is_put_in_happens_though_nobody_wants_it_and_the_rest_is_asked_about() -> None:
    answer = whatif("open(Tom) before open(Ana)")
    assert answer.flip is not None
    assert (answer.flip.at, answer.flip.event, answer.flip.hindrances[0].obstacle) == (
        0,
        "open(Ana)",
        Obstacle.IMPOSSIBLE,
    )
    assert not answer.is_misplaced
    assert answer.course.events == ("open(Tom)", "take(Ana)")
    assert answer.put_in == ((0, "open(Tom)", "Tom opens."),)


def test_the_new_story_has_what_is_put_in() -> None:
    answer = whatif("hit(Tom, Ana) after take(Ana)")
    assert answer.holds  # for some ending comes still, if another
    assert (answer.gained, answer.lost) == (("tom_has",), ("ana_has",))
    answer = whatif("open(Tom) before open(Ana)", "never take(Tom)")
    assert answer.course.fabula is not None
    assert answer.course.events[0] == "open(Tom)"
    control = whatif("never open(Ana)", "never take(Tom)")
    assert control.course.fabula is not None
    assert control.course.fabula.not_proven == ()


def test_what_cannot_happen_where_it_is_put_in_is_said() -> None:
    answer = whatif("hit(Tom, Ana) before take(Ana)")
    assert answer.flip is not None
    assert answer.is_misplaced
    assert (answer.flip.at, answer.flip.event, answer.flip.hindrances[0].obstacle) == (
        1,
        "hit(Tom, Ana)",
        Obstacle.IMPOSSIBLE,
    )
    assert "What is put in after event 1 cannot happen there: hit(Tom, Ana)" in what_if(answer)
    assert "would rather do" not in what_if(answer)
    assert "what is put in cannot happen there" in in_one_line(answer)


def test_what_is_put_in_is_shown_among_the_events() -> None:
    text = what_if(whatif("open(Tom) before open(Ana)", "open(Ana) anyway"))
    assert text.index("  + Tom opens.") < text.index("Event 1 flips")


# --- anyway ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("anyway", "flips"),
    [((), "open(Ana)"), (("open(Ana) anyway",), "take(Ana)"), (("open(_) anyway", "take(Ana) anyway"), None)],
)
def test_nobody_is_asked_why_for_what_happens_anyway(anyway: tuple[str, ...], flips: str | None) -> None:
    answer = whatif("Ana wants ring 0", *anyway)
    assert (None if answer.flip is None else answer.flip.event) == flips


def test_what_happens_anyway_has_to_be_possible() -> None:
    answer = whatif("taken()", "take(Ana) anyway", "open(Ana) anyway")
    assert answer.flip is not None
    assert (answer.flip.event, answer.flip.hindrances[0].obstacle) == ("take(Ana)", Obstacle.IMPOSSIBLE)


def test_what_nobody_has_a_reason_for_is_not_claimed_to_be_proven() -> None:
    answer = whatif("Ana wants ring 0", "open(Ana) anyway", "never take(Ana)")
    assert answer.course.fabula is not None
    made = "that anybody wants open(Ana)"
    assert (made in answer.course.fabula.not_proven) == ("open(Ana)" in answer.course.events)


# --- mistakes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("hit(Tom, _) after take(Ana)", "syntax"),
        ("hit(Tom, Bob) after take(Ana)", "unknown-name"),
        ("hit(Tom, Ana) after fly(Ana)", "unknown-name"),
        ("hit(Tom, Ana) after give(Ana, Tom)", "no-such-event"),
        ("has(Ana) after take(Ana)", "unknown-name"),
        ("fly(Ana) anyway", "unknown-name"),
        ("always flies(Ana)", "unknown-name"),
        ("always Ana believes taken()", "syntax"),
        ("always", "unknown-name"),
    ],
)
def test_mistakes_are_diagnosed(change: str, code: str) -> None:
    assert codes(change) == [code]


# --- how far ahead ---------------------------------------------------------------------------------------------------


def test_everybody_plans_as_far_ahead_as_in_the_old_story_unless_more_is_asked_for() -> None:
    story = api.find(world()).unwrap().fabulas[0]
    assert whatif("taken()").limits.foresight == story.limits.foresight
    wider = story.limits.foresight + 1
    asked = alternatives.whatif(world(), ["taken()"], story, foresight=wider).unwrap()
    assert (asked.limits.foresight, asked.limits.depth) == (wider, story.limits.depth)


def test_with_limits_in_which_the_old_story_does_not_hold_nothing_is_laid_to_the_change() -> None:
    story = api.find(world(), foresight=2).unwrap().fabulas[0]
    assert story.actions == FOUND
    for asked in (
        alternatives.whatif(world(), ["taken()"], story, foresight=1),
        alternatives.why_not(world(), "take(Tom)", 1, story, foresight=1),
    ):
        assert [each.code for each in asked.diagnostics if each.is_error] == ["story-does-not-hold"]


# --- the nearest found -----------------------------------------------------------------------------------------------


def test_what_is_forbidden_counts_for_how_far_an_ending_is_away() -> None:
    answer = whatif("never take(_)")
    assert (answer.stopped, answer.course.fabula) == (Stop.EXHAUSTED, None)


def test_where_work_runs_out_the_nearest_story_found_is_shown_and_called_that() -> None:
    settled = whatif("Ana wants ring 0")
    assert settled.course.fabula is not None
    assert (settled.stopped, settled.reached) == (Stop.SATISFIED, None)
    assert "nearest story found" not in what_if(settled)
    story = api.find(world()).unwrap().fabulas[0]
    answers = [
        alternatives.whatif(world(), ["Ana wants ring 0"], story, max_expansions=most).unwrap() for most in range(4, 8)
    ]
    shown = [each for each in answers if each.reached is not None and each.course.fabula is not None]
    assert shown
    assert all(answer.stopped is Stop.LIMIT and "nearest story found" in what_if(answer) for answer in shown)
