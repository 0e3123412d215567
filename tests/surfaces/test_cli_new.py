"""`kizuna new`: templates, outlines, names, and that nothing is ever overwritten."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from command import run

import kizuna
from kizuna import api

TEMPLATES = api.templates()
LAST_EVENTS = {
    "hood": "swallow(Wolf, Hood)",
    "magi": "give(Jim, combs, Della)",
    "pair": "comfort(Ana, Ben)",
    "shepherd": "wolf_kills()",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code_of(*words: str) -> str:
    """The code of the one error of a command."""
    result = run(*words)
    assert result.exit_code == 1
    (error,) = [line for line in result.stderr.splitlines() if line.startswith("error[")]
    return error[len("error[") : error.index("]")]


def test_without_more_words_it_begins_with_two_people(folder: Path) -> None:
    result = run("new", "mine")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "mine.story is written." in result.stdout
    for step in ("check", "find", "tell"):
        assert f"kizuna {step} mine.story" in result.stdout
    assert (folder / "mine.story").read_text("utf-8").startswith("story mine\n")
    told = " ".join(run("tell", "mine.story").stdout.split())
    assert "walked from the kitchen to the garden" in told
    assert "She comforted Ben" in told


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_is_in_order_and_has_a_story_that_holds(template: str) -> None:
    assert run("new", "mine", "--from", template).exit_code == 0
    checked = run("check", "mine.story")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert run("format", "--check", "mine.story").exit_code == 0
    world = kizuna.read("mine.story").unwrap()
    assert world.name == "mine"
    story = kizuna.find(world, max_expansions=20_000).unwrap().fabulas[0]
    assert story.actions[-1] == LAST_EVENTS[template]
    assert kizuna.validate(world, story, effort=500).unwrap().accepted


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_explains_every_kind_of_line_that_it_has(template: str) -> None:
    text = api.begin("mine", template).unwrap()
    blocks = text.split("\n\n")
    kinds = {"action", "rule", "plot", "fluent", "define", "motive", "perceives", "character", "use", "fact"}
    explained = {
        line.split()[0].partition("(")[0] for b in blocks if "#" in b for line in b.splitlines() if line[:1].isalpha()
    }
    used = {line.split()[0].partition("(")[0] for line in text.splitlines() if line[:1].isalpha()}
    assert used & kinds - {"fact"} <= explained


def test_the_wolf_needs_the_girl_to_be_wrong() -> None:
    text = api.begin("mine", "hood").unwrap()
    reason = "    wants grandmother_visited 2: at_bedside(Hood) and in_bed = Grandmother"
    assert reason in text
    knows = text.replace(reason, reason + "\n    believes in_bed = Wolf")
    for version, stories in ((text, 1), (knows, 0)):
        found = kizuna.find(kizuna.read_text(version, language="story").unwrap(), max_expansions=2_000, events=5)
        assert len(found.value.fabulas if found.value else ()) == stories


def test_the_templates_are_listed_and_suggested() -> None:
    assert [line.split()[0] for line in run("new", "--list").stdout.splitlines()] == sorted(LAST_EVENTS)
    result = run("new", "mine", "--from", "hod")
    assert result.exit_code == 1
    assert "Did you mean `hood`?" in result.stderr
    assert "magi" in result.stderr


def test_a_path_and_the_ending_may_be_given(folder: Path) -> None:
    (folder / "sub").mkdir()
    assert run("new", "sub/tale.story").exit_code == 0
    assert (folder / "sub" / "tale.story").read_text("utf-8").startswith("story tale\n")
    assert code_of("new", "nowhere/tale") == "cannot-save"


def test_nothing_is_overwritten(folder: Path) -> None:
    (folder / "mine.story").write_text("precious")
    assert code_of("new", "mine") == "file-exists"
    assert (folder / "mine.story").read_text() == "precious"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="here everything can be written")
def test_a_folder_that_refuses(folder: Path) -> None:
    folder.chmod(0o500)
    assert code_of("new", "mine") == "cannot-save"
    folder.chmod(0o700)


@pytest.mark.parametrize(
    "name",
    ["my tale", "7days", "", "and", "yes", "con", "NUL", "com1", "LPT9.txt", "aux.story", "a*b", "tale.", "x" * 300],
)
def test_names_that_no_story_can_have(folder: Path, name: str) -> None:
    assert code_of("new", name) == ("cannot-save" if len(name) > 255 else "unusable-name")
    assert not list(folder.iterdir())


def test_a_near_name_is_suggested() -> None:
    assert "Write `my_tale`." in run("new", "my tale").stderr


@pytest.mark.parametrize("name", ["Märchen", "物語", "tale_2", "O'Brien"])
def test_names_of_any_script(folder: Path, name: str) -> None:
    assert run("new", name).exit_code == 0
    assert run("check", f"{name}.story").exit_code == 0


def test_a_name_is_needed() -> None:
    assert run("new").exit_code == 2


# --- from an outline ------------------------------------------------------------------------------------------------


def test_an_outline_becomes_a_sheet_called_like_it(folder: Path) -> None:
    (folder / "my plan.md").write_bytes("\ufeffAna asks Ben to stay.\r\nRain.\r\nBen leaves.\r\n".encode())
    result = run("new", "--from", "my plan.md")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "my_plan.story is written. 2 events were read, 1 line was not." in result.stdout
    text = (folder / "my_plan.story").read_text("utf-8")
    assert "ask_to_stay(Ana, Ben)" in text
    assert run("check", "my_plan.story").exit_code == 0
    assert run("format", "--check", "my_plan.story").exit_code == 0


def test_an_outline_that_cannot_be_read_writes_nothing(folder: Path) -> None:
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)))
    (folder / "long.txt").write_bytes(b"Ana waits.\n" * 400_000)
    assert code_of("new", "tale", "--from", "empty.txt") == "no-outline"
    assert code_of("new", "tale", "--from", "binary.txt") == "file-unreadable"
    assert code_of("new", "tale", "--from", "long.txt") == "file-too-large"
    assert code_of("new", "tale", "--from", "missing.txt") == "file-not-found"
    assert not (folder / "tale.story").exists()


def test_a_long_outline_is_read_as_far_as_it_goes(folder: Path) -> None:
    (folder / "long.txt").write_bytes(b"Ana waits.\n" * 1000)
    result = run("new", "tale", "--from", "long.txt", "--concise")
    assert result.exit_code == 0
    assert "long-outline" in result.stderr
