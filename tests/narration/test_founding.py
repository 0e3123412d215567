"""The founding worlds, told as their briefs have them told and in two other ways each: read aloud, then kept.

`KIZUNA_REGENERATE=1 pytest tests/narration/test_founding.py` writes what is told, and with `stories` for 1 lives
through the worlds again before, which takes minutes; whoever does that reads what it changed.
"""

from __future__ import annotations

import os
from itertools import pairwise
from pathlib import Path

import pytest
from guessing import guesses
from retold import FOUNDING, live_again, retold, story, tellings, world

from kizuna.discourse import Inside
from kizuna.model.telling import Focus, Form
from kizuna.narration import Says, as_text
from kizuna.narration.cast import Cast

EXPECTED = Path(__file__).with_name("founding")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))
if os.environ.get("KIZUNA_REGENERATE") == "stories":
    for each in FOUNDING:
        live_again(each)
CASES = [(name, of) for name in FOUNDING for of in tellings(name)]
PROSE = [case for case in CASES if retold(*case)[0].telling.form is Form.PROSE]


def texts(name: str, of: str) -> list[str]:
    return [each.text for each in retold(name, of)[1].sentences]


@pytest.mark.parametrize(("name", "of"), CASES)
def test_a_telling_reads_as_it_was_read(name: str, of: str) -> None:
    discourse, prose = retold(name, of)
    found = as_text(prose, discourse.telling.form) + "\n"
    path = EXPECTED / name / f"{of}.txt"
    if REGENERATE:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FOUNDING)
def test_the_saved_story_is_one_of_the_world(name: str) -> None:
    assert story(name).digest == world(name).digest
    assert len(tellings(name)) >= 3


@pytest.mark.parametrize(("name", "of"), PROSE)
def test_nobody_has_to_guess_and_nothing_is_repeated(name: str, of: str) -> None:
    prose = retold(name, of)[1]
    assert not guesses(prose, Cast(world(name)))
    for paragraph in prose.paragraphs:
        openings = [each.text.split()[0].strip(",“") for each in paragraph.sentences]
        assert not [pair for pair in pairwise(openings) if pair[0] == pair[1]]
        sentences = [each.text for each in paragraph.sentences]
        assert len(sentences) == len(set(sentences))


@pytest.mark.parametrize(("name", "of"), CASES)
def test_every_sentence_is_from_a_beat(name: str, of: str) -> None:
    discourse, prose = retold(name, of)
    told = {beat.number: beat for beat in discourse.beats}
    for sentence in prose.sentences:
        assert all(told[trace.beat].event == trace.event for trace in sentence.traces)
        if sentence.says in (Says.AIM, Says.VOICE, Says.FEELING):
            inside = [each for trace in sentence.traces for each in told[trace.beat].inner]
            assert inside
            assert sentence.says is not Says.AIM or Inside.AIM in {each.kind for each in inside}


def test_what_the_gift_is_stays_untold_until_she_is_asked() -> None:
    kept, open_ = " ".join(texts("gift", "own")), " ".join(texts("gift", "open"))
    for words in ("destroyed the enemies", "wrapped", "passed on"):
        assert words in open_
        assert words not in kept
    assert "Later, the captain" in kept


def test_one_telling_of_the_night_shows_him_leave_and_the_other_stays_with_her() -> None:
    shown, hers = " ".join(texts("night", "shown")), " ".join(texts("night", "hers"))
    assert "Sasuke left for the woods" in shown
    assert "woods" not in hers
    for telling in (shown, hers):
        assert "to the gate, but he was not there." in telling


def test_through_her_eyes_nobody_elses_inside_is_seen() -> None:
    for name, of in PROSE:
        discourse, prose = retold(name, of)
        if discourse.telling.focus is Focus.INNER:
            beats = {beat.number: beat for beat in discourse.beats}
            for sentence in prose.sentences:
                if sentence.says in (Says.AIM, Says.VOICE, Says.FEELING, Says.BOND):
                    assert {each.who for each in beats[sentence.traces[0].beat].inner} <= {discourse.telling.through}
            assert {bond.who for bond in discourse.bonds} <= {discourse.telling.through}


def test_what_led_up_to_it_comes_back_with_what_is_called_up() -> None:
    back = [beat.action.partition("(")[0] for beat in retold("betrayal", "own")[0].beats if beat.past is not None]
    assert back == ["beg_to_stay", "thank", "knock_out", "carry_to_rest"]
