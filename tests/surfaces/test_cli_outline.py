"""``kizuna outline``."""

from __future__ import annotations

from pathlib import Path

import pytest
from command import run, run_json, write

from kizuna import api

HARBOUR = str(Path(__file__).parents[1] / "support" / "harbour.story")
STORY = "Nan goes to the mill\nNan tells Tom where the boat is\n...\nTom boards the boat\n"


@pytest.mark.parametrize(
    ("text", "options", "code", "ends"),
    [
        (STORY, (), 0, "holds, within foresight 4, depth 2, gaps of up to 4 events."),
        (STORY, ("--gap", "0"), 1, "does not hold, within foresight 4, depth 2, gaps of up to 0 events."),
        ("Nan goes to the mill\n", ("--max-expansions", "1"), 3, "not proven, within foresight 4, depth 2."),
        ("go(Nan, quay, marsh)  # meant: she must\n", (), 0, "holds (1 settled), within foresight 4, depth 2."),
    ],
)
def test_the_three_answers(tmp_path: Path, text: str, options: tuple[str, ...], code: int, ends: str) -> None:
    result = run("outline", HARBOUR, write(tmp_path, text, "outline.txt"), *options)
    assert (result.exit_code, result.stdout.splitlines()[-1].endswith(ends)) == (code, True), result.stdout


def test_findings_come_with_repairs_and_gaps_with_what_fills_them(tmp_path: Path) -> None:
    path = write(tmp_path, STORY.replace("Nan tells Tom where the boat is\n...", "Tom goes to the quay"), "outline.txt")
    result = run("outline", HARBOUR, path)
    assert "  2. Tom goes to the quay  [DOES NOT HOLD]" in result.stdout
    assert "= help: The line holds if tell(Nan, Tom) comes before it." in result.stderr
    filled = run("outline", HARBOUR, write(tmp_path, STORY, "outline.txt"))
    assert "  3. ... Tom goes to the quay.  [holds]" in filled.stdout


def test_the_document_says_what_the_text_says(tmp_path: Path) -> None:
    code, document = run_json("outline", HARBOUR, write(tmp_path, "# one\ngo(Nan, quay, marsh)\n", "outline.txt"))
    assert (code, document["answer"]) == (1, "does not hold")
    (finding,) = document["findings"]
    assert (finding["line"], finding["who"], finding["diagnostic"]["code"]) == (2, "Nan", "no-reason")
    assert "leave out" in [repair["kind"] for repair in finding["repairs"]]


def test_what_cannot_be_read_or_found_is_a_diagnosis(tmp_path: Path) -> None:
    unread = run("outline", HARBOUR, write(tmp_path, "Nan swims\n", "outline.txt"))
    assert (unread.exit_code, "error[unreadable-line]" in unread.stderr) == (1, True)
    missing = run("outline", HARBOUR)
    assert (missing.exit_code, "There is no outline.txt beside" in missing.stderr) == (1, True)


def test_the_outline_beside_a_world_is_its_own() -> None:
    assert api.outline_of("gift").unwrap().name.endswith("outline.txt")
