"""Emotions in the course of a story: fading, the dominant one, tension, bonds, betrayals, and what always holds."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from feeling import feelings, lived, without, world
from hypothesis import given
from hypothesis import strategies as st

import kizuna
from kizuna import api
from kizuna.appraisal import Betrayal, Breach, Emotion, Kind
from kizuna.appraisal.emotion import HALVINGS, fading

BLINK = """
character Ana
    wants light 8: lit()
    wants peace 3: not loud()
character Ben
    wants light 1: lit()
fluent lit()
fluent loud()
fluent ticks(): number
action light
    then lit()
action shout
    then loud()
action tick
    then ticks() += 1
"""


# --- fading ----------------------------------------------------------------------------------------------------------


def test_an_emotion_halves_every_four_events_evenly_in_between() -> None:
    told = feelings(BLINK, "light()", *["tick()"] * 8)
    assert [told.at(event, "Ana").strength("joy") for event in range(1, 10)] == [8, 7, 6, 5, 4, 3.5, 3, 2.5, 2]


def test_how_fast_it_fades_can_be_set() -> None:
    told = feelings(BLINK, "light()", "tick()", "tick()", halving=1)
    assert [told.at(event, "Ana").strength("joy") for event in range(4)] == [0, 8, 4, 2]


@given(st.integers(0, 200), st.integers(1, 20))
def test_what_is_left_falls_exactly_by_half(events: int, halving: int) -> None:
    left, later = fading(events, halving), fading(events + halving, halving)
    assert later == (left / 2 if (events + halving) // halving < HALVINGS else 0)
    assert fading(events + 1, halving) < left or left == 0


def test_hope_and_fear_do_not_fade_but_last_as_long_as_what_they_are_of() -> None:
    waits = BLINK.replace("character Ben", "character Ben\n    wants bed 4: asleep()") + (
        "fluent in_bed()\nfluent asleep()\n"
        "action lie_down\n    by   Ben\n    when not in_bed()\n    then in_bed()\n"
        "action doze\n    by   Ben\n    when in_bed(), not asleep()\n    then asleep()\n"
    )
    told = feelings(waits, "lie_down()", *["tick()"] * 5, "doze()")
    assert [told.at(event, "Ben").strength("hope") for event in range(8)] == [0, 2, 2, 2, 2, 2, 2, 0]


# --- the dominant one, tension, bonds --------------------------------------------------------------------------------


def test_the_strongest_is_dominant_and_of_equals_the_latest() -> None:
    told = feelings(BLINK, "shout()", "tick()", "light()", "tick()")
    dominant = [told.at(event, "Ana").dominant for event in range(5)]
    assert [each and each.emotion.kind for each in dominant] == [None, Kind.DISTRESS, Kind.DISTRESS, Kind.JOY, Kind.JOY]
    even = feelings(BLINK.replace("light 8", "light 3"), "shout()", "light()", halving=1000)
    assert [each.emotion.kind for each in even.at(2, "Ana").felt] == [Kind.JOY, Kind.DISTRESS]


HUNT = """
character Ana
    wants life 9: alive()
    wants honey 2: eaten()
character Bear
    wants prey 1: not alive()
fluent alive() = yes
fluent eaten()
fluent reached()
fluent awake()
action reach
    by   Ana
    when not reached()
    then reached()
action eat
    by   Ana
    when reached(), not eaten()
    then eaten()
action wake
    then awake()
action maul
    by   Bear
    when awake(), alive()
    then not alive()
action go_away
    then not awake()
"""


def test_tension_is_all_that_is_still_to_gain_and_to_lose() -> None:
    told = feelings(HUNT, "reach()", "wake()", "eat()", "go_away()")
    assert [moment.tension for moment in told.moments] == [0, 2, 11, 9, 0]
    assert told.at(2, "Ana").tension == 11
    calm = feelings(HUNT.replace("wants prey 1", "wants prey 0"), "reach()", "wake()", "eat()", "go_away()")
    assert [moment.tension for moment in calm.moments] == [0, 2, 2, 0, 0]


def test_without_fears_nothing_is_asked_of_others() -> None:
    told = feelings(HUNT, "reach()", "wake()", fears=False)
    assert told.at(2, "Ana").strength("fear") == 0
    assert [moment.tension for moment in told.moments] == [0, 2, 2]


BOND = """
character Ana
    believes dear(Ana, Ben) = 2
character Ben
    believes dear(Ana, Ben) = 0
fact dear(Ana, Ben) = 5
action grow
    then dear(Ana, Ben) += 1
"""


def test_bonds_are_told_in_truth_and_as_both_believe_them() -> None:
    told = feelings(BOND, "grow()")
    seen = [[(b.who, b.whom, b.strength, b.own, b.other) for b in moment.bonds] for moment in told.moments]
    assert seen == [[("Ana", "Ben", 5, 2, 0)], [("Ana", "Ben", 6, 3, 1)]]


# --- betrayals -------------------------------------------------------------------------------------------------------

PROMISE = """
character Ana
character Ben
define felt_reliance(who: character, whom: character): dear(who, whom) > 0
fact dear(Ben, Ana) = 5, word_of(Ana, Ben) = 1
action betray
    by   Ana
    then word_of(Ana, Ben) = -4
    seen by nobody
action strike
    by   Ana
    then hurts(Ana, Ben)
    seen by nobody
action lapse
    then word_of(Ana, Ben) = -4
    seen by nobody
action tell
    then if word_of(Ana, Ben) < 0 then Ben believes word_of(Ana, Ben) = -4, dear(Ben, Ana) = 1
"""


def test_a_betrayal_is_an_act_of_ones_own_and_its_discovery_is_when_the_other_believes_it() -> None:
    text = PROMISE.replace("then if word_of(Ana, Ben) < 0 then ", "then ")
    told = feelings(text, "betray()", "strike()", "tell()")
    broken = Betrayal(1, "Ana", "Ben", Breach.BREAKS, "", 3)
    assert told.betrayals == (broken, Betrayal(2, "Ana", "Ben", Breach.HARMS, "", None))
    assert told.at(1, "Ben").felt == ()
    assert [(each.event, each.strength, each.towards) for each in told.arising("anger", "Ben")] == [(3, 4, "Ana")]


def test_mutants_what_one_did_not_do_fails_only_and_whoever_does_not_rely_is_not_betrayed() -> None:
    text = PROMISE.replace("then if word_of(Ana, Ben) < 0 then ", "then ")
    assert [each.how for each in feelings(text, "lapse()").betrayals] == [Breach.FAILS]
    distrustful = text.replace("dear(who, whom) > 0", "dear(who, whom) > 7")
    assert feelings(distrustful, "strike()").betrayals == ()


def test_a_word_may_be_about_something() -> None:
    text = """
type pledge
pledge ring, song
character Ana
character Ben
fluent broke(what: pledge)
define felt_word(= Ana, = Ben, what: pledge): if broke(what) then -2 else 0
action lose(what: pledge)
    by   Ana
    then broke(what)
"""
    told = feelings(text, "lose(song)", "lose(ring)")
    assert [(each.event, each.about, each.how) for each in told.betrayals] == [
        (1, "song", Breach.BREAKS),
        (2, "ring", Breach.BREAKS),
    ]
    assert [each.strength for each in told.arising("guilt", "Ana")] == [2, 2]


# --- the dead, and marks that cannot be read -------------------------------------------------------------------------


def test_whoever_no_longer_lives_feels_no_more() -> None:
    life = "fluent alive(who: character) = yes\ndefine felt_life(who: character): alive(who)\n"
    text = BLINK + life + "action die\n    then not alive(Ana)\n"
    told = feelings(text, "light()", "die()", "tick()")
    assert told.at(2, "Ana").strength("joy") == 7
    assert told.at(3, "Ana").felt == ()
    assert told.at(3, "Ben").strength("joy") > 0


def test_a_definition_that_has_the_name_of_a_mark_and_not_its_shape_is_reported() -> None:
    text = BLINK.replace("fluent ticks(): number", "fluent ticks(): number\ndefine felt_danger: ticks() > 3")
    of = world(text)
    assert [each.code for each in api.appraiser(of, lived(of)).diagnostics] == ["unreadable-feeling"]
    control = world(text.replace("felt_danger", "dangerous"))
    assert api.appraiser(control, lived(control)).diagnostics == ()


# --- what always holds -----------------------------------------------------------------------------------------------


def test_an_emotion_without_a_cause_or_without_strength_cannot_be() -> None:
    with pytest.raises(ValueError, match="cause"):
        Emotion(Kind.JOY, "Ana", 1, 1, ())


def test_the_same_story_is_felt_the_same_and_single_moments_as_in_the_whole() -> None:
    of = world(HUNT)
    story = lived(of, "reach()", "wake()", "eat()", "maul()")
    told = kizuna.feelings(of, story).unwrap()
    assert told == kizuna.feelings(of, story).unwrap()
    alone = api.appraiser(of, story).unwrap()
    for event in (4, 1, 3):
        for number, name in enumerate(of.characters):
            assert alone.felt(event, number) == told.at(event, name).felt
    assert [mood.who for mood in kizuna.feelings(of, story, who=["Bear"]).unwrap().moments[1].moods] == ["Bear"]


def test_a_story_without_reasons_has_no_intentions() -> None:
    of = world(HUNT)
    story = lived(of, "reach()")
    assert kizuna.feelings(of, story).unwrap().at(1, "Ana").strength("hope") == Fraction(1)
    assert kizuna.feelings(of, without(story, 1)).unwrap().at(1, "Ana").felt == ()


def test_a_story_of_a_thousand_events_is_felt_to_its_end() -> None:
    of = world(BLINK)
    story = lived(of, *["light()", "shout()"], *["tick()"] * 998)
    told = kizuna.feelings(of, story, fears=False).unwrap()
    assert told.at(1000, "Ana").felt == ()
    assert told.at(5, "Ana").strength("joy") == 4


PROMISE_FILE = str(Path(__file__).parents[1] / "support" / "promise.story")


def test_what_is_felt_by_is_written_back_and_a_story_is_found_where_none_is_given() -> None:
    of = kizuna.read(PROMISE_FILE).unwrap()
    again = kizuna.read_text(api.write(of), name=PROMISE_FILE, language="story").unwrap()
    assert again.definitions == of.definitions
    found = kizuna.feelings(of).unwrap()
    assert found.moments == kizuna.feelings(again, found.fabula).unwrap().moments
    assert found.betrayals[0].discovered == 2


def test_no_story_no_feelings() -> None:
    never = world("character Ana\nfluent lit()\nplot\n    ending light: lit()\n")
    assert [each.code for each in kizuna.feelings(never).diagnostics] == ["no-story", "nothing-to-feel"]
