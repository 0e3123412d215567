"""What is withheld: a topic is told as something; what never was is said so; nothing beside the words gives it away."""

from __future__ import annotations

import re
from functools import cache

import pytest

import kizuna
from kizuna import api
from kizuna.discourse import Discourse, Inner, Inside, Telling
from kizuna.discourse.arrange import arrange
from kizuna.fabula import Event, Fabula, Limits
from kizuna.model.world import World
from kizuna.narration.narrate import narrate

HALL = """story hall "The Hall"
use people, places, sight, talk

place hall, garden, attic
path garden - hall - attic

character Ana "who kept the lamp" (she) at hall
    wants air 1: at(Ana) = garden
    wants health 1: not hurt(Ben)
    wants own_health 1: not hurt(Ana)
    wants warmth 1: fire(garden)
character Ben (he) at hall
thing_of lamp
type thing_of

fluent fire(where: place)
    say "there [be] a fire in {where}"
fluent hurt(who: character)
    say "{who} [be] hurt"
topic blaze(where: place): fire(where)
topic accident(victim: character): hurt(victim)

past
    fall(Ana, attic)
        say "{Ana} [fall] over the lamp"
        cues dust(Ana)

action sneeze(who: character)
    say  "{who} [sneeze]"
    by   who
    then fire(garden)
    cues dust(who)
"""
BURN, WOUND, WALK = "tell_blaze(Ben, Ana, garden)", "tell_accident(Ben, Ana, Ben)", "walk(Ana, hall, garden)"
PLAIN = ("distance", "left-out")


@cache
def hall() -> World:
    return kizuna.read_text(HALL, name="hall.story", language="story").unwrap()


def of(*events: str) -> Fabula:
    return Fabula("hall", hall().digest, Limits(max(1, len(events)), 1, 0), 0, 1, tuple(map(Event, events)))


def telling(*options: tuple[str, str]) -> Telling:
    return api.telling(hall(), options=(PLAIN, *options)).unwrap()


def beats(story: Fabula, *options: tuple[str, str]) -> Discourse:
    return api.arrange(hall(), story, telling(*options), inside=False).unwrap()


def words(story: Fabula, *options: tuple[str, str]) -> str:
    prose = api.tell(hall(), story, telling(*options), inside=False).unwrap()
    return " ".join(each.text for each in prose.sentences)


# --- topics ---


def test_of_a_withheld_topic_only_that_something_was_said_is_told() -> None:
    story = of(WOUND, BURN, WALK)
    assert "told Ana, who kept the lamp, that he was hurt" in words(story)
    kept = words(story, ("withhold", "accident"))
    assert "Ben told Ana, who kept the lamp, something." in kept
    assert "fire in the garden" in kept
    assert "hurt" not in kept
    assert [beat.veiled for beat in beats(story, ("withhold", "accident")).beats] == [True, False, False]


def test_a_topic_may_be_of_somebody() -> None:
    story = of(WOUND, BURN)
    assert "hurt" not in words(story, ("withhold", "accident(Ben)"))
    assert "hurt" in words(story, ("withhold", "accident(Ana)"))


def test_whoever_is_spoken_of_is_not_named_but_whoever_speaks_is() -> None:
    ana = beats(of("tell_accident(Ben, Ana, Ana)"), ("withhold", "accident")).beats[0]
    assert ana.unnamed == ()  # Ana listens, so she is named anyway
    place = beats(of(BURN), ("withhold", "blaze")).beats[0]
    assert place.unnamed == (2,)


def test_until_an_event_a_topic_is_kept_and_then_told() -> None:
    text = words(of(WOUND, BURN, WOUND), ("withhold", "accident until tell_blaze"))
    assert "lamp, something." in text
    assert text.count("hurt") == 1


def test_the_reader_does_not_learn_from_what_was_not_said() -> None:
    story = of("sneeze(Ana)", BURN)
    for options, learned in (((), True), ((("withhold", "blaze"),), False)):
        found = api.reader(hall(), of(BURN), telling(*options)).unwrap()
        assert not any(each.fluent == "fire(garden)" for n in found.readings for each in n.believed)
        inner = api.reader(hall(), of(BURN), telling(("through", "Ana"), *options)).unwrap()
        assert any(each.fluent == "fire(garden)" for n in inner.readings for each in n.believed) is learned
    assert "fire" in words(story)


# --- what does not exist, and what was shown ---


@pytest.mark.parametrize(
    ("withheld", "code", "message"),
    [
        ("blaz", "unknown-name", "There is no event, fact or topic `blaz`."),
        ("blaze(_, _)", "wrong-arguments", "`blaze` is of 1, and here of 2."),
    ],
)
def test_what_does_not_exist_is_said(withheld: str, code: str, message: str) -> None:
    (found,) = api.telling(hall(), options=(("withhold", withheld),)).diagnostics
    assert (found.code, found.message) == (code, message)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ((("withhold", "blaze"),), "never-happens"),
        ((("withhold", "fire(hall) = yes"),), "never-happens"),
        ((("withhold", "tell_accident until tell_accident"),), "shown-already"),
        ((("withhold", "at(Ben)"), ("opening", "at(Ben)")), "shown-already"),
        ((("withhold", "path"),), "shown-already"),
    ],
)
def test_what_was_shown_or_never_is_is_said(options: tuple[tuple[str, str], ...], code: str) -> None:
    found = api.arrange(hall(), of(WOUND), telling(*options), inside=False).diagnostics
    assert [each.code for each in found] == [code]


# --- beside the words ---


def test_a_title_or_an_event_of_the_past_that_names_it_is_left_out() -> None:
    story, back = of("sneeze(Ana)"), ("order", "flashback")
    assert "who kept the lamp" in words(story, back)
    assert "fallen over the lamp" in words(story, back)
    kept = words(story, back, ("withhold", "lamp"))
    assert "lamp" not in kept
    assert "Ana" in kept


def test_a_place_that_is_withheld_is_not_said_nor_who_is_there() -> None:
    shown, kept = (beats(of("sneeze(Ana)"), *each).beats[0] for each in ((), (("withhold", "at"),)))
    assert (shown.place, shown.present) == ("hall", ("Ana", "Ben"))
    assert (kept.place, kept.present) == (None, ("Ana",))
    one = beats(of("sneeze(Ana)"), ("withhold", "at(Ben)")).beats[0]
    assert (one.place, one.present) == ("hall", ("Ana",))


def test_what_a_page_opens_to_keeps_it_and_the_author_s_does_not() -> None:
    story, chosen = of(WOUND, BURN), telling(("withhold", "accident"))
    told = api.told(hall(), story, chosen, inside=False).unwrap()
    assert told.veiled == {1}
    assert told.withholds(2, f"the plan: {BURN}, then {WOUND}")
    assert told.withholds(1, "Ana now believes: hurt(Ben) (was false)")
    assert not told.withholds(2, "believing that at(Ana) is hall")
    page = kizuna.narration.as_html(told.prose, chosen.form, {}, told.veiled)
    opened = re.findall(r'<div class="from">(.*?)</div>', page)
    assert opened[0] == "<p>Event 1. Something of this is not told.</p>"
    assert "tell_blaze" in opened[1]


# --- what the world would keep, and the words for a motive ---


def test_withhold_nothing_tells_what_the_world_would_keep() -> None:
    kept = kizuna.read_text(f"{HALL}\ntelling\n    withhold accident\n", name="hall.story", language="story").unwrap()
    story = Fabula("hall", kept.digest, Limits(1, 1, 0), 0, 1, (Event(WOUND),))
    for options, shown in (((PLAIN,), False), ((PLAIN, ("withhold", "nothing")), True)):
        chosen = api.telling(kept, options=options).unwrap()
        assert bool(chosen.withhold) is not shown
        prose = api.tell(kept, story, chosen, inside=False).unwrap()
        assert ("hurt" in " ".join(each.text for each in prose.sentences)) is shown


def test_control_something_called_nothing_is_withheld_as_such() -> None:
    named = kizuna.read_text(f"{HALL}\nthing_of nothing\n", name="hall.story", language="story").unwrap()
    assert [each.what.name for each in api.telling(named, options=(("withhold", "nothing"),)).unwrap().withhold] == [
        "nothing"
    ]


def test_a_motive_is_spoken_of_in_the_words_of_its_line() -> None:
    ground = api.ground(hall()).unwrap()
    aim = Inner(Inside.AIM, "Ana", "warmth", 1)
    for options, spoken in ((("motive", 'warmth "a hearth of {who}"'), True), (("tense", "past"), False)):
        chosen = api.telling(hall(), options=(options,)).unwrap()
        told = arrange(of("sneeze(Ana)"), ground, hall(), chosen, lambda event: (aim,))
        text = " ".join(each.text for each in narrate(told, ground, hall()).sentences)
        assert ("hearth of" in text) is spoken
