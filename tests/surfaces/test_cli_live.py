"""``kizuna live``: what happens with nobody steering, and the author's story held against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run

WORLD = """story evening
character Ana (she)
    wants rest 1: rests(Ana)
fluent rests(who: character)
fluent sings(who: character)
action lie_down(who: character)
    by   who
    when not rests(who)
    then rests(who)
action wake
    when rests(Ana)
    then not rests(Ana), sings(Ana)
"""
LIES = "1. Ana lies down.  [lie_down(Ana)]  (better by 1)\nThen nobody has a reason to do anything.\n"
NONE = "To hold against this, no story that reaches the author's ending was found within the same limits.\n"


def lived(tmp_path: Path, plot: str, world: str = WORLD) -> str:
    """What is said of one event of a world with a plot."""
    path = tmp_path / "evening.story"
    path.write_text(f"{world}\n{plot}", encoding="utf-8")
    result = run("live", str(path), "--events", "3")
    assert result.exit_code == 0
    return result.stdout


@pytest.mark.parametrize(
    ("plot", "said"),
    [
        ("", ""),
        ("plot\n    ending abed: rests(Ana)\n", "So the author's ending comes by itself.\n"),
        ("plot\n    ending never: rests(Ana) and sings(Ana) and not rests(Ana)\n", NONE),
        (
            "plot\n    ending song: sings(Ana)\n",
            "The author's story departs from this at event 2: wake(), where nothing would happen by itself.\n",
        ),
    ],
)
def test_the_author_s_story_is_held_against_what_happens_by_itself(tmp_path: Path, plot: str, said: str) -> None:
    assert lived(tmp_path, plot) == LIES + said


def test_an_option_no_better_than_another_is_said_to_be_as_good(tmp_path: Path) -> None:
    second = "action sink_down(who: character)\n    by   who\n    when not rests(who)\n    then rests(who)\n"
    assert "(as good as what else there was)" in lived(tmp_path, "", WORLD + second)
