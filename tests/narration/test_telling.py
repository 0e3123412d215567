"""Tellings of the shipped worlds: nobody has to guess who is meant, and every sentence is from somewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from guessing import guesses
from told import NAMES, arranged, prose_of, story, told, world

from kizuna.discourse import Distance, Inner, Inside, Link, Placing, Telling, Tie
from kizuna.model.telling import Focus, Form, Order, Pattern, Person, Tense, Withheld
from kizuna.narration import Says
from kizuna.narration.cast import Cast

EXPECTED = Path(__file__).with_name("tellings")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))
WAYS = {
    "plain": Telling(),
    "present": Telling(tense=Tense.PRESENT),
    "her": Telling(focus=Focus.INNER, through="Sakura"),
    "me": Telling(focus=Focus.INNER, through="Sakura", person=Person.FIRST),
    "called up": Telling(order=Order.FLASHBACK),
    "the past first": Telling(order=Order.CHRONICLE),
    "the past first, now": Telling(order=Order.CHRONICLE, tense=Tense.PRESENT),
    "in the middle": Telling(order=Order.MEDIAS_RES),
    "ahead": Telling(order=Order.FLASHFORWARD),
    "spoken": Telling(distance=Distance.SHOWN),
}
BUT = {"lantern": ("her", "me"), "crow": ("her", "me")}
"""Where a way is none: nobody is called so, or nothing of the past is called up."""
CASES = [
    (name, way)
    for name in NAMES
    for way in WAYS
    if way not in BUT.get(name, ()) and (name in ("betrayal", "gift") or not way.startswith("the past first"))
]


@pytest.mark.parametrize(("name", "way"), CASES)
def test_no_pronoun_could_mean_two(name: str, way: str) -> None:
    assert not guesses(told(name, WAYS[way]), Cast(world(name)))


def test_the_check_of_pronouns_can_fail() -> None:
    prose = told("gift")
    spoilt = replace(prose, paragraphs=tuple(replace(each, sentences=each.sentences[1:]) for each in prose.paragraphs))
    assert guesses(spoilt, Cast(world("gift")))


@pytest.mark.parametrize(("name", "way"), CASES)
def test_no_sentence_begins_as_the_one_before(name: str, way: str) -> None:
    for paragraph in told(name, WAYS[way]).paragraphs:
        openings = [sentence.text.split()[0].strip(",“") for sentence in paragraph.sentences]
        assert not [pair for pair in pairwise(openings) if pair[0] == pair[1]]


@pytest.mark.parametrize(("name", "way"), CASES)
def test_every_sentence_is_from_an_event_and_a_line(name: str, way: str) -> None:
    discourse = arranged(name, WAYS[way])
    beats = {beat.number: beat for beat in discourse.beats}
    told_beats = set()
    for sentence in prose_of(name, discourse).sentences:
        assert sentence.traces
        for trace in sentence.traces:
            beat = beats[trace.beat]
            assert (trace.event, trace.action) == (beat.event, beat.action)
            assert trace.event is None or story(name).actions[trace.event - 1] == trace.action
            assert trace.span is not None
            assert trace.action.startswith(trace.span.text.partition("(")[0])
        told_beats.update(trace.beat for trace in sentence.traces if sentence.says is Says.EVENT)
    assert told_beats == set(beats)


@pytest.mark.parametrize(("name", "way"), CASES)
def test_only_those_whom_an_event_concerns_are_mentioned(name: str, way: str) -> None:
    titles = " ".join(each.title or "" for each in world(name).existents)
    discourse = arranged(name, WAYS[way])
    seen = {
        beat.number: " ".join((*beat.present, *(f"{each.fluent} {each.now}" for each in beat.learned)))
        for beat in discourse.beats
    }
    for sentence in prose_of(name, discourse).sentences:
        concerned = " ".join(trace.action for trace in sentence.traces) + titles
        concerned += " ".join(seen.get(trace.beat + more, "") for trace in sentence.traces for more in (0, 1))
        phrases = " ".join(each.say or "" for each in world(name).past)
        for mention in sentence.mentions:
            known = concerned + (phrases if sentence.traces[0].event is None else "")
            learned = sentence.says is Says.BELIEF
            assert learned or mention.name in known


@pytest.mark.parametrize("name", NAMES)
def test_connectives_have_a_tie_that_bears_them_out(name: str) -> None:
    ties = {"So": Tie.MOTIVATES, "And": Tie.MOTIVATES, "But": Tie.UNDOES, "Yet": Tie.UNDOES}
    ties |= {"All": Tie.DESPITE, "Even": Tie.DESPITE}
    sentences = list(told(name).sentences)
    for sentence in sentences:
        opening = sentence.text.split()[0].strip(",")
        assert opening not in ties or (sentence.link is not None and sentence.link.tie is ties[opening])


def test_a_tie_makes_the_word_and_without_it_there_is_none() -> None:
    discourse = arranged("scrolls")
    freed = discourse.beats[3]
    for tie, word in ((Tie.UNDOES, "But"), (Tie.MOTIVATES, "So"), (Tie.DESPITE, "All the same,")):
        doer = 3 if tie is not Tie.MOTIVATES else 1
        linked = replace(freed, number=4, follows=(Link(doer, tie, "x"),))
        moved = replace(discourse, beats=(*discourse.beats[:3], linked, *discourse.beats[4:]))
        texts = [each.text for each in prose_of("scrolls", moved).sentences]
        assert any(text.startswith(f"{word} ") for text in texts) is (tie is not Tie.MOTIVATES)
    bare = replace(discourse, beats=tuple(replace(each, follows=()) for each in discourse.beats))
    assert not [s for s in prose_of("scrolls", bare).sentences if s.text.startswith(("So ", "But ", "Yet ", "All the"))]


def test_what_is_withheld_is_in_no_word() -> None:
    open_, kept = (str(told("gift", Telling(withhold=each))) for each in ((), (Withheld(Pattern("eye")),)))
    assert "the eye" in open_
    assert "eye" not in kept
    assert "did something" in kept


def test_i_tell_what_i_do_and_nobody_else_is_i() -> None:
    text = str(told("night", WAYS["me"]))
    assert text.startswith("At the gate, I asked Sasuke, who was leaving, to stay. He asked me to kill Naruto")
    assert "Sakura" not in text


def test_what_is_inside_is_said_before_and_after_the_act() -> None:
    discourse = arranged("night")
    voice = Inner(Inside.VOICE, "Sakura", "life(Naruto)", 3, plan=("give_away(Sakura, Tsunade, Sasuke, death)",))
    grief = Inner(Inside.FEELING, "Sakura", "grief", 5, "Naruto")
    beats = tuple(
        replace(beat, inner=(voice,) if beat.number == 4 else (grief,) if beat.number == 6 else ())
        for beat in discourse.beats
    )
    prose = prose_of("night", replace(discourse, beats=beats))
    text = str(prose)
    assert "to tell Tsunade" in text
    assert any(word in text for word in ("lthough something in", "but she", "All the same,"))
    assert "griev" in text
    near = replace(discourse, beats=tuple(replace(each, distance=Distance.SHOWN) for each in beats))
    assert "“Tell Tsunade" in str(prose_of("night", near))
    far = replace(discourse, beats=tuple(replace(each, distance=Distance.LEFT_OUT) for each in beats))
    assert not [each for each in prose_of("night", far).sentences if each.says in (Says.FEELING, Says.VOICE)]


def test_a_look_back_begins_a_tense_further_back() -> None:
    paragraphs = told("betrayal", WAYS["called up"]).paragraphs
    back = [each for each in paragraphs if each.sentences[0].traces[0].event is None]
    assert (
        back[0].sentences[0].text.startswith("It brought back what had been before all this: Sakura had begged Sasuke")
    )
    assert [beat.placing for beat in arranged("betrayal", WAYS["called up"]).beats].count(Placing.ANALEPSIS) == sum(
        len(each.sentences) for each in back
    )


def test_told_in_its_own_time_the_past_is_a_paragraph_before_the_story() -> None:
    then, now = (told("betrayal", WAYS[f"the past first{each}"]) for each in ("", ", now"))
    for prose, begins in ((then, "Later, in the village, Danzou"), (now, "Now, in the village, Danzou")):
        first, second = (paragraph.sentences for paragraph in prose.paragraphs[:2])
        assert [trace.event for sentence in first for trace in sentence.traces] == [None] * 4
        assert first[0].text.startswith("Sakura begged Sasuke to stay, or she would scream.")
        assert second[0].text.startswith(begins)
        assert str(prose).count("begged") == 1
    mine = Telling(focus=Focus.INNER, through="Sakura", person=Person.FIRST, order=Order.CHRONICLE)
    assert str(told("betrayal", mine)).startswith("I begged Sasuke to stay, or I would scream.")


@pytest.mark.parametrize("form", [Form.SYNOPSIS, Form.DIALOGUE])
def test_in_scenes_what_is_told_of_the_past_is_a_scene_before(form: Form) -> None:
    prose = told("betrayal", Telling(order=Order.CHRONICLE, form=form))
    headings = [each.heading.lower() for each in prose.paragraphs if each.heading]
    assert [each.split(" (")[0].split(". ")[-1] for each in headings[:2]] == ["before", "village"]


@pytest.mark.parametrize("name", NAMES)
def test_the_tellings_read_as_they_were_read(name: str) -> None:
    found = "\n\n".join(f"# {way}\n\n{told(name, WAYS[way])}" for other, way in CASES if other == name) + "\n"
    path = EXPECTED / f"{name}.txt"
    if REGENERATE:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_the_same_words_whatever_the_hash_seed() -> None:
    script = "from told import told; print(told('night')); print(told('gift'))"
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[1] / "support")},
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(said) == 1
