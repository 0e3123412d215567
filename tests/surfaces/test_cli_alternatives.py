"""The commands whatif, why-not and requires, as text, and the picture of two stories parting."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest
from command import run, run_json

THEFT = str(Path(__file__).parents[1] / "support" / "theft.story")


def test_a_flip_is_told_with_what_it_turns_on_and_how_it_goes_on() -> None:
    result = run("whatif", THEFT, "Ana wants ring 1")
    assert result.exit_code == 0
    assert (
        result.stdout
        == """What if Ana wants ring 1?

Event 1 flips, by Ana: Ana opens.  [open(Ana)]
   Ana has no reason for it: it changes nothing (in all 5 now, 5 right after it)
   before, Ana wanted it: ring +3, peace -1 (the plan: open(Ana), then take(Ana))
   it turns on ring, which weighs 1 to Ana (it weighed 3)

It can go on so, 4 events other than before:
  1. Tom opens.  [open(Tom)]
  2. Tom takes.  [take(Tom)]
Ending gained: tom_has.
Ending lost: ana_has.
"""
    )


def test_what_still_holds_what_is_proven_and_what_is_not() -> None:
    assert run("whatif", THEFT, "Ana loves Tom 3").stdout.endswith("The old story still holds.\n")
    none = run("whatif", THEFT, "never take(_)").stdout
    assert "No story reaches the author's ending then, within 4 events, foresight 3, depth 1." in none
    missed = run("whatif", THEFT, "then hit(Tom, Ana)").stdout
    assert "Every event still holds, and the plot is missed at the end:" in missed
    live = run("whatif", THEFT, "never take(Ana)", "--live").stdout
    assert "It would go on so, with nobody steering:\n  2. Tom takes." in live


def test_a_saved_story_is_asked_about(tmp_path: Path) -> None:
    path = str(tmp_path / "story.json")
    assert run("find", THEFT, "--save", path).exit_code == 0
    code, answer = run_json("whatif", THEFT, "Ana wants ring 1", "--story", path)
    assert (code, answer["flip"]["who"], answer["reading"]) == (0, "Ana", "can")
    other = tmp_path / "other.story"
    other.write_text(Path(THEFT).read_text("utf-8").replace("ring 3", "ring 4"), "utf-8")
    code, answer = run_json("whatif", str(other), "Ana wants ring 1", "--story", path)
    assert (code, answer["diagnostics"][0]["code"]) == (1, "story-of-another-world")


def test_limits_that_were_reached_are_exit_code_3(tmp_path: Path) -> None:
    path = str(tmp_path / "story.json")
    run("find", THEFT, "--save", path)
    result = run("whatif", THEFT, "Ana loves Tom 3", "--story", path, "--max-expansions", "1")
    assert result.exit_code == 3
    assert "Not proven" in result.stdout
    result = run("requires", THEFT, "--ending", "has(Ana) and hurt(Tom)", "--vary", "Ana wants peace", "--most", "1")
    assert result.exit_code == 3
    assert "(1 set of changes tried)" in result.stdout
    assert "Of 12 sets of changes (the empty one counted): 2 ruled out; 10 not tried." in result.stdout
    hasty = run("requires", THEFT, "--ending", "has(Ana) and hurt(Tom)", "--vary", "Ana wants ring", "--most", "1")
    assert hasty.stdout.endswith(
        "Not proven to be the least. Of 3 smaller sets of changes (the empty one counted): 1 ruled out; 2 not tried.\n"
    )


def test_mistakes_end_with_a_diagnosis() -> None:
    wrong = run("whatif", THEFT, "Ana wants gold 2")
    assert (wrong.exit_code, "There are: ring, peace, love(Tom)." in wrong.stderr) == (1, True)
    assert run("whatif", THEFT).exit_code == 2
    assert run("whatif", THEFT, "taken()", "--picture", "parting.gif").exit_code == 2
    assert run("requires", THEFT).exit_code == 2
    assert run("why-not", THEFT, "take(Ana)").exit_code == 2
    assert run("why-not", THEFT, "take(Ana)", "--at", "9").exit_code == 1


def test_why_not_says_what_stands_in_the_way() -> None:
    said = run("why-not", THEFT, "take(Ana)", "--at", "1").stdout
    assert (
        said
        == """At the start, this does not happen: Ana takes.  [take(Ana)]
   it is not possible: it asks for open_box()
   Ana would rather do: open(Ana), then take(Ana), which leads to 7
"""
    )
    assert "nothing stands in the way" in run("why-not", THEFT, "take(Tom)", "--at", "2").stdout
    cost = run("why-not", THEFT, "give(Ana, Tom)", "--at", "3").stdout
    assert "Ana has no reason for it: ring -3 (in all 7 now, 4 right after it)" in cost


def test_requires_lists_ways_with_their_stories(tmp_path: Path) -> None:
    said = run("requires", THEFT, "--ending", "has(Ana) and hurt(Tom)", "--vary", "loves(Ana, Tom) = 0..4")
    assert said.exit_code == 0
    assert "1. loves(Ana, Tom) = 2  (2 steps)\n   1. Ana opens.  [open(Ana)]" in said.stdout
    assert said.stdout.endswith(
        "Proven to be the least: 2 smaller sets of changes (the empty one counted), each of them ruled out.\n"
    )
    assert run("requires", THEFT, "--ending", "tom_has").stdout.startswith("Nothing has to change for tom_has:")
    outline = tmp_path / "outline.txt"
    outline.write_text("take(Ana)\n", "utf-8")
    none = run("requires", THEFT, "--outline", str(outline), "--vary", "loves(Ana, Tom)")
    assert (none.exit_code, "None of up to 2 changes" in none.stdout) == (1, True)


# --- the picture -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_the_picture_is_the_same_byte_for_byte(ending: str, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    paths = [tmp_path / f"{name}.{ending}" for name in ("one", "two")]
    for path in paths:
        assert run("whatif", THEFT, "never take(Ana)", "--picture", str(path)).exit_code == 0
    one, two = (path.read_bytes() for path in paths)
    assert one == two
    assert one.startswith(b"<?xml" if ending == "svg" else b"\x89PNG")


def test_every_case_can_be_drawn(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    for change in ("Ana loves Tom 3", "never take(_)", "then hit(Tom, Ana)", "Ana wants ring 1"):
        assert run("whatif", THEFT, change, "--picture", str(tmp_path / "parting.svg")).exit_code == 0


def test_without_the_drawing_library_the_answer_is_still_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any, **more: Any) -> Any:
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", missing)
    result = run("whatif", THEFT, "Ana loves Tom 3", "--picture", str(tmp_path / "parting.svg"))
    assert result.exit_code == 1
    assert "pictures-missing" in result.stderr
    assert "The old story still holds." in result.stdout
