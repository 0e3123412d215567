"""What was said for the library to make use of, and nobody can: found, and not found in a near twin."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizuna import api
from kizuna.grounding import unfold
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.inquiry.loose_ends.vain import settled_matters, unheeded_facts, unspoken_topics

EXAMPLES = Path(__file__).parents[1] / "diagnostics" / "examples"
SCENES = Path(__file__).parents[1] / "library"

CASES = {
    "a word about nothing": ("settled-matter", "matter welfare: alive(Ben)", "matter welfare: awake(Ben)"),
    "a topic that nobody waits to hear of": (
        "unspoken-topic",
        "topic loss(): lost(hall)\n",
        "topic loss(): lost(hall)\nfact awaits_loss(Ana, Ben)\n",
    ),
    "an order from nobody": ("unheeded-fact", "    outlawed\n", "    outlawed\n    has command\n"),
}


def said_in_vain(text: str) -> list[str]:
    world = api.read_text(text, name="own.story", language="story").unwrap()
    unfolded = unfold(world).unwrap()
    prospects = Prospects(world, unfolded, unfolded.shrunk(), lambda span: span.source.name == "own.story")
    findings = (*settled_matters(prospects), *unspoken_topics(prospects), *unheeded_facts(prospects))
    return [finding.code for finding in findings]


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_in_vain_is_found_and_not_its_near_twin(case: str) -> None:
    code, vain, heeded = CASES[case]
    text = (EXAMPLES / f"{code}.story").read_text("utf-8")
    assert vain in text
    assert said_in_vain(text) == [code]
    assert said_in_vain(text.replace(vain, heeded)) == []


@pytest.mark.parametrize("scene", ["undertakings", "possession", "sight", "care", "gifts"])
def test_nothing_is_found_where_modules_are_used_as_they_are_meant(scene: str) -> None:
    assert said_in_vain((SCENES / f"{scene}.story").read_text("utf-8")) == []
