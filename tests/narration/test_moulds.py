"""What is said beside events: in moulds that take turns, and only where the story bears it out."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from retold import FOUNDING, retold, tellings
from tellings import fabula_of
from told import told

import kizuna
from kizuna.discourse import Inside, Telling
from kizuna.discourse.arrange import arrange
from kizuna.grounding import ground
from kizuna.model.telling import Focus, Form
from kizuna.narration import Says
from kizuna.narration.moulds import Wear, alone, piece
from kizuna.narration.narrate import narrate

PROSE = [(name, of) for name in FOUNDING for of in tellings(name) if retold(name, of)[0].telling.form is Form.PROSE]
REASON = re.compile(r", because |, for (?:she|he|I|each) |, for fear |^Because |[Ff]or the sake of ")
AGAINST = re.compile(r"^Although |, although |^Torn between |^Much as |would rather have |urged \w+.* to ")


def test_what_was_used_least_and_longest_ago_comes_first() -> None:
    wear, one, two = Wear(), alone("one", piece("it [rain]", {})), alone("two", piece("it [snow]", {}))
    assert wear.freshest([one, two]) == [one, two]
    for used, next_one in ((one, two), (two, one), (one, two)):
        wear.use(used)
        assert wear.freshest([one, two])[0] is next_one


def test_phrases_of_a_telling_take_turns() -> None:
    phrases = (("hurry", "{who} [run] to {to}"), ("hurry", "{who} [creep] back to {to}"))
    text = str(told("night", Telling(phrases=phrases)))
    assert "hurried" not in text
    assert text.index("ran to the house") < text.index("crept back to the gate") < text.rindex("ran to the house")


def test_a_fact_and_a_number_are_called_as_the_telling_says() -> None:
    night, scrolls = (str(retold(name, "own")[1]) for name in ("night", "scrolls"))
    assert "his word for more" in night
    assert "guarded it" in scrolls
    assert "what the scrolls meant to" in scrolls


@pytest.mark.parametrize(("name", "of"), PROSE)
def test_reasons_are_given_only_where_there_is_one(name: str, of: str) -> None:
    discourse, prose = retold(name, of)
    beats = {beat.number: beat for beat in discourse.beats}
    for sentence in prose.sentences:
        kinds = {each.kind for trace in sentence.traces for each in beats[trace.beat].inner}
        if REASON.search(sentence.text):
            assert kinds & {Inside.AIM, Inside.CONFLICT}, sentence.text
        if AGAINST.search(sentence.text):
            assert kinds & {Inside.VOICE, Inside.CONFLICT}, sentence.text


@pytest.mark.parametrize(("name", "of"), PROSE)
def test_what_hangs_in_front_hangs_on_whoever_acts(name: str, of: str) -> None:
    for sentence in retold(name, of)[1].sentences:
        hanging = re.match(r"(?:Torn between|Meaning to|Hoping that) .*", sentence.text)
        if hanging is not None and sentence.says is Says.EVENT:
            doer = sentence.traces[0].action.partition("(")[2].split(",")[0].strip(")")
            assert doer in [mention.name for mention in sentence.mentions]


@pytest.mark.parametrize(("name", "of"), PROSE)
def test_no_mould_wears_out(name: str, of: str) -> None:
    text = str(retold(name, of)[1])
    said = Counter(
        re.findall(r"something in|a part of|[Tt]orn between|[Aa]lthough|take hold|took hold|gladdened", text)
    )
    assert max(said.values(), default=0) <= 4
    for worn in ("did it for", "began to hope", "Hope stirred", "but more of"):
        assert worn not in text


@pytest.mark.parametrize(("name", "of"), PROSE)
def test_nobody_sees_their_own_errors(name: str, of: str) -> None:
    discourse, prose = retold(name, of)
    if discourse.telling.focus is Focus.INNER:
        assert not re.search(r"for (?:less|more) than (?:it|they) ", str(prose))
        assert "than the other" not in str(prose)


def test_a_heart_is_understood_where_it_turns() -> None:
    betrayal, night = (str(retold(name, "own")[1]) for name in ("betrayal", "night"))
    assert "understood that her strength was greater than he had believed" in betrayal
    assert "that she loved him more than he had believed" in betrayal
    assert "that she cared for him more than she had known" in night


HALL = """story hall
use people, places
place yard, hall
path yard - hall
character Ana (she) at yard
character Bo TITLE (he) at hall
"""


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ('"who led the village, and hated noise"', "to the hall. Bo, who led the village, and hated noise, was there."),
        ('"her brother"', "to the hall, where Bo, her brother, was."),
        ("", "to the hall, where Bo was."),
    ],
)
def test_who_is_where_somebody_goes_is_said_in_one_breath_or_in_a_sentence(title: str, words: str) -> None:
    """A title that is a clause would put the verb too far behind its name; the second time it is no longer said."""
    world = kizuna.read_text(HALL.replace(" TITLE", f" {title}".rstrip()), name="hall.story", language="story").unwrap()
    ground_world = ground(world).unwrap()
    there, back = "walk(Ana, yard, hall)", "walk(Bo, hall, yard)"
    prose = narrate(arrange(fabula_of(world, (there, back)), ground_world, world, Telling()), ground_world, world)
    assert words in str(prose)
