"""The outlines that come with the worlds were written by hand; none of them has a hole."""

from __future__ import annotations

from pathlib import Path

import pytest

import kizuna
from kizuna import api
from kizuna.inquiry.outline import Answer

WORLDS = Path(kizuna.__file__).parent / "worlds"


@pytest.mark.slow
@pytest.mark.parametrize("name", ["betrayal", "cyclical", "gift", "night", "scrolls"])
def test_a_hand_made_outline_holds(name: str) -> None:
    text = (WORLDS / name / "outline.txt").read_text("utf-8")
    checked = api.outline(api.read(name).unwrap(), text, of="outline.txt", mending=0).unwrap()
    assert [finding.diagnostic.message for finding in checked.errors] == []
    assert checked.answer is Answer.HOLDS


@pytest.mark.slow
def test_control_without_one_of_its_events_an_outline_has_a_hole() -> None:
    text = (WORLDS / "gift" / "outline.txt").read_text("utf-8")
    offered = "offer_gift(Kakashi, Sakura, eye)\n"
    assert offered in text
    broken = text.replace(offered, "")
    checked = api.outline(api.read("gift").unwrap(), broken, of="outline.txt", mending=0).unwrap()
    assert checked.answer is not Answer.HOLDS
    assert checked.errors
