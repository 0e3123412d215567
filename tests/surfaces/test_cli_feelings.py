"""`kizuna feelings` at the terminal: the table, whom it asks about, and pictures."""

from __future__ import annotations

import sys
from pathlib import Path
from unittest.mock import patch

import pytest
from command import run, run_json

PROMISE = str(Path(__file__).parents[1] / "support" / "promise.story")


def rows(*words: str) -> list[str]:
    """The lines of the answer, with single spaces."""
    return [" ".join(line.split()) for line in run("feelings", PROMISE, *words).stdout.splitlines()]


def test_the_table_says_who_feels_what_how_strongly_and_what_of() -> None:
    answer = run("feelings", PROMISE)
    assert answer.exit_code == 0
    assert answer.stdout.startswith("1. Ana sells the ring.  [sell(Ana)]  tension 5\n")
    found = rows()
    assert "Ana * guilt (Ben) 8 the bond with Ben 6, the word on Ben 2" in found
    assert "Ana * guilt (Ben) 7 the bond with Ben 6, the word on Ben 2 (since 1)" in found
    assert "Ben * anger (Ana) 7 the bond with Ana 7" in found
    assert found[-1] == "Event 1: Ana breaks their word, to Ben; found out at event 2."


def test_only_those_who_are_asked_about_and_only_what_is_asked() -> None:
    assert not [row for row in rows("--who", "Ben") if row.startswith("Ana ")]
    assert not [row for row in rows("--no-fears") if "fear (" in row]
    faster = rows("--halving", "1")
    assert "Ana * guilt (Ben) 4 the bond with Ben 6, the word on Ben 2 (since 1)" in faster
    stranger = run("feelings", PROMISE, "--who", "Bne")
    assert stranger.exit_code == 2
    assert "nobody in it is called Bne" in stranger.stderr


def test_a_saved_story_is_felt_the_same(tmp_path: Path) -> None:
    saved = str(tmp_path / "story.json")
    run("find", PROMISE, "--save", saved)
    told = run("feelings", PROMISE).stdout
    assert run("feelings", PROMISE, "--story", saved).stdout == run("feelings", PROMISE, saved).stdout == told
    assert run("feelings", PROMISE, saved, "--story", saved).exit_code == 2


@pytest.mark.parametrize(("name", "head"), [("curves.svg", b"<?xml"), ("curves.PNG", b"\x89PNG")])
def test_a_picture_has_the_same_bytes_each_time(tmp_path: Path, name: str, head: bytes) -> None:
    path = tmp_path / name
    assert run("feelings", PROMISE, "--picture", str(path)).exit_code == 0
    first = path.read_bytes()
    assert first.startswith(head)
    run("feelings", PROMISE, "--picture", str(path))
    assert path.read_bytes() == first
    run("feelings", PROMISE, "--who", "Ben", "--picture", str(path))
    assert path.read_bytes() != first


def test_a_picture_that_cannot_be_is_said_and_the_answer_is_not_lost(tmp_path: Path) -> None:
    wrong = run("feelings", PROMISE, "--picture", str(tmp_path / "curves.txt"))
    assert wrong.exit_code == 2
    with patch.dict(sys.modules, {"matplotlib": None}):
        code, answer = run_json("feelings", PROMISE, "--picture", str(tmp_path / "curves.svg"))
    assert code == 1
    assert [each["code"] for each in answer["diagnostics"]] == ["pictures-missing"]
    assert len(answer["moments"]) == 3
    assert not (tmp_path / "curves.svg").exists()
