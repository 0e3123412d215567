"""A cottage in which nothing is loose, to be changed until something is, and what is then said of it."""

from __future__ import annotations

import kizuna
from kizuna.diagnostics import Diagnostic, conclude
from kizuna.grounding import unfold
from kizuna.inquiry.loose_ends import loose_ends
from kizuna.sources import from_library

WORK = 600

COTTAGE = """
use people, places, sight, possession

place house, well, wood
path house - well - wood

character Ana (she) at house
    wants lamp 2: has(Ana, lamp)
    fears cold 1: cold(Ana)
character Ben (he) at well
    wants company: together(Ana, Ben)

thing lamp
fact location(lamp) = wood

fluent cold(who: character)
fluent lit(what: thing)

action light(who: character, what: thing)
    by    who
    when  able(who), has(who, what)
    then  lit(what), not cold(who)

rule freezes(who: character)
    when  at(who) = wood, not cold(who), not lit(lamp)
    then  cold(who)

plot
    first at(Ben) = wood
    then  light(Ana, _)
    ending warm: lit(lamp) and at(Ana) = house
    never lit(lamp) and at(Ben) = house
"""
"""Nothing loose."""


def checked(text: str) -> tuple[Diagnostic, ...]:
    """What is loose in a story, in reading order; with less work allowed than usually, since that is enough here."""
    world = kizuna.read_text(text, language="story").unwrap()
    unfolded = unfold(world).unwrap()
    found = loose_ends(world, unfolded, unfolded.shrunk(), lambda span: not from_library(span.source), work=WORK)
    return conclude(world, found).diagnostics


def with_changes(*changes: tuple[str, str], text: str = COTTAGE) -> tuple[Diagnostic, ...]:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return checked(text)


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    """The code of each finding and the words that it points at."""
    return [(each.code, each.primary.span.text if each.primary else "") for each in found]
