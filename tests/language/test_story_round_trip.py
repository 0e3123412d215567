"""Whole stories, with everything in them that the language has: formatted or written anew they say the same."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, given, settings
from stories import MODULE, stories

from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.grounding import ground
from kizuna.language import parse, read, write
from kizuna.language.format import format_file
from kizuna.model.world import World

LENIENT = settings(max_examples=40, suppress_health_check=list(HealthCheck))

CONSTRUCTS = [
    "use ",
    "settings",
    "logic two-valued",
    "reading exact",
    "events 4",
    "fluent ",
    "symmetric",
    "0..10 = 5",
    "define ",
    "perceives(",
    "topic ",
    "motive ",
    "weight ",
    "score ",
    "action ",
    "say ",
    "by ",
    "tells ",
    "when",
    "then",
    "seen by everyone",
    "seen by nobody",
    "also seen by",
    "rule ",
    "fact ",
    "near house",
    "plot",
    "ending ",
    "first ",
    "never ",
    "utility ",
    "past",
    "cues ",
    "wants ",
    "fears ",
    "believes lit = unknown",
    "(she)",
    "(they/them)",
    "`Old Tom`",
    "& thing",
    " and ",
    " or ",
    "not (",
    " believes Ana believes ",
    "is a thing",
    "every v",
    "some v",
    "sum of v",
    "product of v",
    "if ",
    "else",
    "according to",
    "+= 1",
    "-= 1/2",
    "_, house",
    "then step(",
    "= unknown",
    "not awake",
    "owner Ana",
    "(= Ana",
    "!= ",
    "<= ",
    "> ",
    "* ",
    "(-",
]


def load(key: str) -> Outcome[Source]:
    if key == "frame.story":
        return conclude(Source(key, MODULE), [])
    return conclude(None, [diagnose("file-not-found", f"no {key}")])


def meaning(text: str) -> World:
    outcome = read(Source("tale.story", text), load)
    assert not [d for d in outcome.diagnostics if d.is_error], (text, outcome.diagnostics)
    return outcome.unwrap()


@LENIENT
@given(stories())
def test_a_story_written_anew_is_the_same_world(text: str) -> None:
    world = meaning(text)
    written = write(world)
    assert meaning(written) == world
    assert write(meaning(written)) == written


@LENIENT
@given(stories())
def test_a_story_formatted_is_the_same_world(text: str) -> None:
    source = Source("tale.story", text)
    formatted = format_file(parse(source)[0], source)
    assert meaning(formatted) == meaning(text)
    again = Source("tale.story", formatted)
    assert format_file(parse(again)[0], again) == formatted


@settings(LENIENT, max_examples=15)
@given(stories())
def test_a_story_written_anew_is_the_same_ground_world(text: str) -> None:
    world = meaning(text)
    one, other = ground(world), ground(meaning(write(world)))
    assert one.value == other.value
    assert [d.code for d in one.diagnostics] == [d.code for d in other.diagnostics]


def test_the_stories_are_rich() -> None:
    """Every construct is met somewhere among them; a generator that says little proves little."""
    met: list[str] = []

    @settings(LENIENT, database=None, derandomize=True, phases=[Phase.generate])
    @given(stories())
    def look(text: str) -> None:
        met.append(text)

    look()
    everything = "\n".join(met)
    assert [word for word in CONSTRUCTS if word not in everything] == []
