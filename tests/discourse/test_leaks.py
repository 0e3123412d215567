"""Whatever a telling withholds, no beat says it: not by its place, by who is there, a tie, a feeling, or the past."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from retold import FOUNDING, grounded, insides, story, world

from kizuna.discourse import Beat, Discourse, Focus, Inside, Order, Pattern, Telling, Withheld
from kizuna.discourse.arrange import arrange
from kizuna.discourse.keeping import Hidden, Keeping, gives_away
from kizuna.discourse.stage import WHERE, Stage, mentioned, parts
from kizuna.narration.narrate import narrate

EVERYTHING = (Pattern("everything"),)


@cache
def stage(name: str) -> Stage:
    return Stage(grounded(name), world(name), story(name))


def told(name: str, kept: Pattern, through: str = "") -> Discourse:
    telling = Telling(
        Focus.INNER if through else Focus.ZERO, through, Order.FLASHBACK, (Withheld(kept),), opening=EVERYTHING
    )
    return arrange(story(name), grounded(name), world(name), telling, insides(name), stage(name))


def fluents(name: str) -> list[str]:
    """The names of all facts that change in a world."""
    heads = dict.fromkeys(parts(each.name)[0] for each in grounded(name).fluents)
    return [each for each in heads if each.isidentifier()]


def changes(at: Stage, event: int, hidden: Hidden) -> set[int]:
    """The withheld facts that an event changes, in truth or for anybody."""
    before, after = at.before(event), at.states[event]
    minds = [(before, after), *zip(before.beliefs, after.beliefs, strict=True)]
    return {fluent for fluent in hidden for old, new in minds if old.values[fluent] != new.values[fluent]}


def leaks(name: str, discourse: Discourse) -> Iterator[tuple[int, str]]:
    """What the beats say that the telling withholds: their numbers, and by what they say it."""
    at = stage(name)
    keeping = Keeping(at, discourse.telling)
    for beat in discourse.beats:
        if beat.event is not None:
            yield from ((beat.number, how) for how in _leaks(at, beat, beat.event, keeping))


def _leaks(at: Stage, beat: Beat, event: int, keeping: Keeping) -> Iterator[str]:
    hidden, action = keeping.facts(event), at.action(event)
    acting = {at.world.characters[each] for each in action.consenting}
    for who in (*acting, *beat.present):
        place = at.fluents.get(f"{WHERE}({who})")
        if place is None or place not in hidden or not gives_away(hidden, place, at.before(event).values[place]):
            continue
        if who in beat.present and who not in acting and who not in action.arguments:
            yield f"{who} is there"
    if beat.place is not None and all(f"{WHERE}({who})" in _names(at, hidden) for who in at.world.characters):
        yield f"it is in {beat.place}"
    yield from (
        f"learned {each.fluent}" for each in beat.learned if gives_away(hidden, at.fluents[each.fluent], each.now)
    )
    motives = {each.name: mentioned(each.score) for mine in at.world.motives for each in mine}
    moved = {each for each, read in motives.items() if read & changes(at, event, hidden)}
    for inner in beat.inner:
        if inner.kind is Inside.FEELING and moved.intersection(inner.causes):
            yield f"{inner.name} of {inner.causes}"
        if _names(at, hidden).intersection(inner.causes):
            yield f"{inner.name} because of a fact"
    for link in beat.follows:
        if link.fluent in _names(at, hidden) and gives_away(hidden, at.fluents[link.fluent], ...):  # type: ignore[arg-type]
            yield f"tied by {link.fluent}"


def _names(at: Stage, hidden: Hidden) -> set[str]:
    return {at.world.fluents[each].name for each in hidden}


@pytest.mark.parametrize("name", FOUNDING)
def test_no_beat_says_a_withheld_fact(name: str) -> None:
    found = {each: list(leaks(name, told(name, Pattern(each)))) for each in fluents(name)}
    assert not {each: leaked for each, leaked in found.items() if leaked}


def kept_things(name: str) -> list[str]:
    """The places and things of a world."""
    of = world(name)
    kinds = {kind for kind in ("place", "thing") if kind in of.ancestors}
    return [each.name for each in of.existents if any(of.is_a(type, kind) for type in each.types for kind in kinds)]


@pytest.mark.parametrize("name", FOUNDING)
def test_no_sentence_names_a_withheld_place_or_thing(name: str) -> None:
    assert kept_things(name)
    for kept in kept_things(name):
        prose = narrate(told(name, Pattern(kept)), grounded(name), world(name))
        word = re.compile(rf"\b{re.escape(kept.replace('_', ' '))}\b", re.IGNORECASE)
        assert not [each.text for each in prose.sentences if word.search(each.text)], kept
