"""Small worlds told in a few lines, changed where a test wants them otherwise, and the stories that they have."""

from __future__ import annotations

from kizuna import api
from kizuna.inquiry import Account, Reason
from kizuna.model.world import World

LIMITS = {"events": 4, "foresight": 3, "depth": 2}


def world(text: str, *changes: tuple[str, str]) -> World:
    for old, new in changes:
        assert old in text, f"the mutant changes nothing: {old}"
        text = text.replace(old, new)
    outcome = api.read_text(text, name="small.story", language="story")
    assert outcome.value is not None, [each.message for each in outcome.diagnostics]
    return outcome.value


def story(text: str, *changes: tuple[str, str]) -> tuple[str, ...]:
    """The events of the first story, none where there is proven to be none."""
    result = api.find(world(text, *changes), near=0, **LIMITS).unwrap()
    assert result.fabulas or result.completed is not None
    return result.fabulas[0].actions if result.fabulas else ()


def account(text: str, *changes: tuple[str, str]) -> Account:
    read = world(text, *changes)
    return api.why(read, api.find(read, **LIMITS).unwrap().fabulas[0]).unwrap()


def reason(text: str, *changes: tuple[str, str], event: int = 0) -> Reason:
    return account(text, *changes).events[event].reasons[0]


THREAT = """story threat
settings
    best within 0
    wary 1
character Ana
    wants gold 2: rich(Ana)
    wants life 5: alive(Ana)
character Ben
    wants gold 3: rich(Ben)
fluent rich(who: character)
fluent alive(who: character) = yes
fluent armed(who: character) = yes
action take
    by Ana
    when not rich(Ana), alive(Ana)
    then rich(Ana)
action rob
    by Ben
    when armed(Ben), rich(Ana)
    then not alive(Ana), rich(Ben), not rich(Ana)
action disarm
    by Ana
    when armed(Ben), alive(Ana)
    then not armed(Ben)
plot
    ending rich: rich(Ana)
"""
NO_DISARMING = ("    when armed(Ben), alive(Ana)\n    then not armed", "    when no\n    then not armed")


ORDER = """story order
settings
    best within 0
character Ana
    wants love 3: alive(Ben)
    wants duty 2: not failed()
character Ben
fluent alive(who: character) = yes
fluent ordered() = yes
fluent failed()
action kill
    by Ana
    answers ordered()
    when ordered(), alive(Ben)
    then not alive(Ben), not ordered()
action spare
    by Ana
    answers ordered()
    when ordered(), alive(Ben)
    then failed(), not ordered()
plot
    ending answered: not ordered()
"""
