"""Every shipped world is clean, can be lived through, and its story holds; what each is about has a control."""

from __future__ import annotations

from pathlib import Path

import pytest
from found import found

import kizuna
from kizuna.inquiry import Account

FOLDER = Path(kizuna.__file__).parent / "worlds"
ENDINGS = {
    "arbour": "return_love(Beatrice, Benedick)",
    "betrayal": "smile(Sasuke, Sakura)",
    "crow": "take(Fox, cheese, meadow)",
    "cyclical": "smile_at(Naruto, Sai)",
    "emperor": "praise(Emperor, Minister)",
    "gift": "ask(Sakura, Tsunade, funeral)",
    "lantern": "walk(Ana, well, house)",
    "night": "seal_fades(Naruto)",
    "scrolls": "weep(Sakura)",
    "ward": "reprimand(Ruth, Lena, Amir, phial, Otto)",
}


def first_story(world: kizuna.World) -> kizuna.Fabula | None:
    found = kizuna.find(world, max_expansions=20_000).unwrap().fabulas
    return found[0] if found else None


def account(world: kizuna.World) -> Account:
    story = first_story(world)
    assert story is not None
    return kizuna.why(world, story).unwrap()


def changed(name: str, *changes: tuple[str, str]) -> kizuna.World:
    text = (FOLDER / name / "world.story").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return kizuna.read_text(text, language="story").unwrap()


def test_these_are_the_shipped_worlds() -> None:
    assert set(kizuna.shipped_worlds()) == set(ENDINGS)


@pytest.mark.parametrize("name", sorted(ENDINGS))
def test_its_story_is_found_and_holds(name: str) -> None:
    world = kizuna.read(name)
    assert not world.diagnostics
    story = found(name).fabulas[0]
    assert story.actions[-1] == ENDINGS[name]
    assert kizuna.validate(world.unwrap(), story, effort=50_000).unwrap().accepted


def test_the_crow_sings_on_a_false_belief_and_for_more_than_it_costs() -> None:
    singing = account(kizuna.read("crow").unwrap()).events[1].reasons[0]
    assert [(g.fluent, g.wrong) for g in singing.grounds if g.wrong] == [("keen_to_hear(Fox, Crow)", True)]
    assert {stake.motive: stake.change for stake in singing.explanation.stakes} == {"admiration": 2, "cheese": -1}


def test_mutant_a_crow_without_vanity_keeps_silent() -> None:
    assert first_story(changed("crow", ("wants admiration 2", "wants admiration 0"))) is None


def test_mutant_a_flatterer_who_is_not_believed_gets_nothing() -> None:
    assert (
        first_story(changed("crow", ("whom believes keen_to_hear(who, whom)", "who believes keen_to_hear(who, whom)")))
        is None
    )


def test_the_emperor_acts_on_a_false_belief_about_a_belief() -> None:
    (praising,) = account(kizuna.read("emperor").unwrap()).events[-1].reasons
    (mistake,) = [ground for ground in praising.grounds if ground.wrong]
    assert (mistake.minds, mistake.fluent, mistake.believed, mistake.actual) == (
        ("Emperor", "Minister"),
        "real()",
        True,
        False,
    )


DOUBTS = (
    "    believes real()\n\ncharacter Minister",
    "    believes real(), Minister believes not real()\n\ncharacter Minister",
)
PERSUASION = ("        hearer believes who believes real()\n", "")


def test_control_doubts_about_the_minister_end_when_he_praises() -> None:
    assert first_story(changed("emperor", DOUBTS)) is not None


def test_mutant_an_emperor_whose_doubts_stay_has_no_reason() -> None:
    assert first_story(changed("emperor", DOUBTS, PERSUASION)) is None
