"""The past: what happened before the start, who is only remembered, and how a story takes up what it uses."""

from __future__ import annotations

import pytest

from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.grounding import ground
from kizuna.language import read, write
from kizuna.language.modules import no_modules
from kizuna.model.effects import Assign
from kizuna.model.formulas import Call, Constant, Variable
from kizuna.model.world import Cue, PastEvent, World

FRAME = """type place
place well
fluent fond_of(who: character, whom: character): number
fluent at(who: character): place
action embrace(who: character, whom: character)
    by   who
    when who != whom
    then fond_of(who, whom) += 1
    cues wet_hair(whom)
"""
PAST = """past
    character Dora "who left" (she) at well
        fond of Ana 3
        fond of Ede 1
        wants peace 2: fond_of(Dora, Ana) = 4
        wants Ede_near: at(Ede) = well
        believes fond_of(Ana, Dora) = 7, fond_of(Ede, Dora) = 7
    character Ede
    place bridge
    leave_behind(Dora, Ana, bridge)
        say  "{Dora} [leave] {Ana}, and {Ede} [look] on"
        cues rain, wet_hair(Ana)
    embrace(Ede, Ana)
"""


def outcome(text: str, past: str = FRAME + PAST) -> Outcome[World]:
    texts = {"past.story": past, "again.story": 'use "past.story"'}
    return read(Source("main.story", text), lambda key: conclude(Source(key, texts[key]), []))


def world(text: str, past: str = FRAME + PAST) -> World:
    found = outcome(text, past)
    assert not found.diagnostics, found.diagnostics
    return found.unwrap()


def fond(who: str, whom: str, minds: tuple[str, ...] = ()) -> list[object]:
    """A wish to know how fond somebody is of somebody at the start."""
    return [Call("fond_of(character, character)", (Constant(who), Constant(whom))), tuple(map(Constant, minds))]


def starts(found: World) -> dict[tuple[object, ...], object]:
    return {
        (each.target, each.minds): each.value.value
        for each in found.initial
        if isinstance(each, Assign) and isinstance(each.value, Constant)
    }


WITH_DORA = 'use "past.story"\ncharacter Ana at well\ncharacter Dora\n'


def test_events_say_themselves_or_are_of_an_action() -> None:
    found = world(WITH_DORA)
    told = PastEvent(
        "leave_behind",
        ("Dora", "Ana", "bridge"),
        "{Dora} [leave] {Ana}, and {Ede} [look] on",
        (Cue("rain"), Cue("wet_hair", (Constant("Ana"),))),
    )
    assert found.past == (told, PastEvent("embrace", ("Ede", "Ana")))
    assert found.actions[0].cues == (Cue("wet_hair", (Variable("whom", "character"),)),)
    assert [found.participants(event) for event in found.past] == [("Dora", "Ana"), ("Ana",)]


def test_whom_the_story_does_not_declare_is_only_remembered() -> None:
    found = world('use "past.story"\ncharacter Ana at well')
    kinds = {existent.name: existent.types for existent in found.existents}
    assert kinds == {
        "well": ("place",),
        "Dora": ("entity",),
        "Ede": ("entity",),
        "bridge": ("entity",),
        "Ana": ("character",),
    }
    assert found.existents[1].title == "who left"
    assert [m.character for m in found.motives] == []
    assert len(found.initial) == 1  # that Ana is at the well


def test_whom_it_declares_has_all_that_speaks_of_nobody_who_is_only_remembered() -> None:
    found = world(WITH_DORA)
    dora = next(each for each in found.existents if each.name == "Dora")
    assert (dora.types, dora.title, dora.pronoun) == (("character",), "who left", "she")
    known = starts(found)
    assert known[tuple(fond("Dora", "Ana"))] == 3
    assert known[tuple(fond("Ana", "Dora", ("Dora",)))] == 7
    assert not any("Ede" in str(key) for key in known)
    assert [motive.name for motive in found.motives] == ["peace"]


def test_the_remembered_make_no_world_bigger() -> None:
    """Control: declared outside of the past, they would."""
    alone = ground(world('use "past.story"\ncharacter Ana, Bea at well', FRAME)).unwrap()
    with_past = ground(world('use "past.story"\ncharacter Ana, Bea at well')).unwrap()
    crowd = ground(world('use "past.story"\ncharacter Ana, Bea, Dora, Ede at well')).unwrap()
    size = len(alone.fluents), len(alone.actions)
    assert (len(with_past.fluents), len(with_past.actions)) == size
    assert len(crowd.actions) > size[1]


@pytest.mark.parametrize("used", ["past.story", "again.story"])
def test_what_a_used_file_says_may_be_said_anew(used: str) -> None:
    text = f"""use "{used}"
character Ana at well
place & character Dora "the heron" (they)
    fond of Ana 5
    wants peace 9: fond_of(Dora, Ana) = 6
    believes fond_of(Ana, Dora) = 1
"""
    found = world(text)
    dora = found.existents[-1]
    assert (dora.name, dora.types, dora.title, dora.pronoun) == ("Dora", ("character", "place"), "the heron", "they")
    known = starts(found)
    assert known[tuple(fond("Dora", "Ana"))] == 5
    assert known[tuple(fond("Ana", "Dora", ("Dora",)))] == 1
    assert [motive.weight for motive in found.motives] == [Constant(9)]


def test_who_perceives_whom_may_be_said_anew() -> None:
    sight = "perceives(a: character, b: character): "
    found = world(
        f'use "past.story"\n{sight}fond_of(a, b) > 0\ncharacter Ana, Dora at well', f"{FRAME}{sight}no\n{PAST}"
    )
    assert "fond_of" in str(found.actions[0].observing)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("character Ana\n    fond of Ana 1\n    fond of Ana 2", "contradictory-facts"),
        ("character Ana\ncharacter Ana", "duplicate-definition"),
        ("character Ana\n    wants a: at(Ana) = well\n    wants a: at(Ana) = well", "duplicate-definition"),
        ("past\n    character Ana\ncharacter Ana", "duplicate-definition"),
    ],
)
def test_in_one_file_it_is_a_mistake(text: str, code: str) -> None:
    found = outcome(f'use "past.story"\n{text}')
    assert [each.code for each in found.diagnostics] == [code]


def test_two_files_that_do_not_use_one_another_contradict_each_other() -> None:
    texts = {"a.story": f"{FRAME}character Ana", "b.story": "character Ana"}
    found = read(Source("main.story", 'use "a.story", "b.story"'), lambda key: conclude(Source(key, texts[key]), []))
    assert [each.code for each in found.diagnostics] == ["duplicate-definition"]


def test_what_was_read_can_be_written_and_read_again() -> None:
    for text in (WITH_DORA, 'use "past.story"\ncharacter Ana at well'):
        found = world(text)
        again = read(Source("main.story", write(found)), no_modules)
        assert again.unwrap() == found
        assert again.unwrap().digest == found.digest
