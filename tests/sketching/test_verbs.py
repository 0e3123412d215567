"""Bases and participles, by rule and by list."""

from __future__ import annotations

import pytest

from kizuna.sketching import verbs

PAST = """
asked:ask kissed:kiss stopped:stop hoped:hope helped:help called:call added:add joined:join received:receive
raised:raise
promised:promise closed:close forced:force changed:change managed:manage argued:argue settled:settle entered:enter
visited:visit created:create invited:invite imagined:imagine explained:explain admired:admire fired:fire ignored:ignore
shared:share feared:fear decided:decide included:include smiled:smile chased:chase refused:refuse married:marry died:die
betrayed:betray travelled:travel accused:accuse confessed:confess kidnapped:kidnap realized:realize rescued:rescue
revealed:reveal vanished:vanish threatened:threaten stole:steal took:take went:go fought:fight forgave:forgive
"""
THIRD = (
    "goes:go watches:watch tries:try uses:use dies:die chases:chase kisses:kiss fixes:fix seizes:seize breathes:breathe"
)
GOING_ON = "running:run hiding:hide leaving:leave dying:die sitting:sit writing:write walking:walk watching:watch"


@pytest.mark.parametrize("pair", [*PAST.split(), *THIRD.split(), *GOING_ON.split()])
def test_the_base_of_a_form(pair: str) -> None:
    word, base = pair.split(":")
    found = verbs.form(word)
    assert found is not None
    assert found.base == base


@pytest.mark.parametrize("word", ["his", "this", "across", "glass", "lamp", "king", "thing", "hundred"])
def test_what_looks_like_no_verb_is_none(word: str) -> None:
    assert verbs.form(word) is None


@pytest.mark.parametrize(
    ("base", "participle"),
    [("ask", "asked"), ("stop", "stopped"), ("marry", "married"), ("take", "taken"), ("love", "loved")],
)
def test_participles(base: str, participle: str) -> None:
    assert verbs.participle(base) == participle
