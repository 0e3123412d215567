"""``kizuna find``: what it answers, how it ends, what it saves."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest
from command import ENDLESS_WALK, GARDEN, LIE, environment, run, run_json, spawn, write

from kizuna.surfaces.cli import saving as commands

NO_REASON = GARDEN.replace("utility(Tom): if(happy(Tom)) 2.5 else 0;", "")


def test_a_story_is_told_with_its_worth_and_the_limits(tmp_path: Path) -> None:
    result = run("find", write(tmp_path))
    assert result.exit_code == 0
    *story, ending = result.stdout.splitlines()
    assert story == ["A story, worth 1 to the author (0 at the start):", "  1. Tom sings.  [sing(Tom)]", ""]
    assert ending.startswith("Found within 3 events, foresight 2, depth 1 (")
    assert result.stderr == ""


def test_the_result_holds_what_was_promised(tmp_path: Path) -> None:
    code, result = run_json("find", write(tmp_path))
    assert code == 0
    assert (result["format"], result["version"], result["stopped"]) == ("kizuna-result", 1, "satisfied")
    assert list(result["limits"]) == ["events", "foresight", "depth"]
    assert result["statistics"]
    (fabula,) = result["fabulas"]
    assert fabula["utility"] == 1
    (event,) = fabula["events"]
    assert event["action"] == "sing(Tom)"
    assert event["explanations"]["Tom"]["plan"] == [{"action": "sing(Tom)", "explanations": {}}]
    assert event["explanations"]["Tom"]["after"] == "5/2"


def test_no_story_is_an_answer_with_exit_code_1(tmp_path: Path) -> None:
    path = write(tmp_path, NO_REASON)
    result = run("find", path, "--events", "2")
    assert result.exit_code == 1
    assert "warning[no-story]" in result.stderr
    assert "That is all there is" in result.stdout
    code, document = run_json("find", path, "--events", "2")
    assert (code, document["stopped"], document["fabulas"]) == (1, "exhausted", [])
    assert [each["code"] for each in document["diagnostics"]] == ["no-story", "near-miss"]


@pytest.mark.parametrize("limit", ["max-expansions", "max-states"])
def test_a_limit_on_work_is_named_with_exit_code_3(tmp_path: Path, limit: str) -> None:
    path = write(tmp_path, ENDLESS_WALK)
    result = run("find", path, f"--{limit}", "30")
    assert result.exit_code == 3
    assert f"before --{limit} was reached" in result.stderr
    assert f"Stopped at --{limit}" in result.stdout
    code, document = run_json("find", path, f"--{limit}", "30")
    assert (code, document["stopped"], document["reached"]) == (3, "limit", limit)


def test_errors_in_the_world_have_exit_code_1_and_a_place(tmp_path: Path) -> None:
    path = write(tmp_path, GARDEN.replace("happy(Tom)) 1", "happy(Tim)) 1"))
    result = run("find", path)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "error[unknown-name]" in result.stderr
    assert "= help: Did you mean `Tom`?" in result.stderr
    concise = run("find", path, "--concise")
    assert concise.stderr == f"{path}:8:21: error[unknown-name] Nobody and nothing is called `Tim` here.\n"
    code, document = run_json("find", path)
    assert (code, document["format"], document["version"]) == (1, "kizuna-failure", 1)
    path_offset = Path(path).read_text(encoding="utf-8").index("Tim")
    assert document["diagnostics"][0]["primary"]["start"] == {"line": 8, "column": 21, "offset": path_offset}


def test_all_and_count(tmp_path: Path) -> None:
    both = "entity Ana : character;\n" + GARDEN.replace("if(happy(Tom)) 1", "if(happy(Tom) | happy(Ana)) 1", 1)
    path = write(tmp_path, both + "utility(Ana): if(happy(Ana)) 1 else 0;\n")
    stories = [[["sing(Ana)"], ["sing(Tom)"]], [["sing(Ana)"]]]
    for words, expected in zip((["--all"], ["--count", "1"]), stories, strict=True):
        code, document = run_json("find", path, "--events", "1", "--foresight", "1", *words)
        assert code == 0
        assert [[event["action"] for event in fabula["events"]] for fabula in document["fabulas"]] == expected
    assert run_json("find", path, "--all", "--events", "1", "--foresight", "1")[1]["stopped"] == "exhausted"
    assert "Story 2, worth 1" in run("find", path, "--all", "--events", "1", "--foresight", "1").stdout


@pytest.mark.parametrize(("goal", "code"), [("1", 0), ("0.5", 0), ("1/3", 0), ("2", 1), ("3/2", 1)])
def test_the_goal_is_exact(tmp_path: Path, goal: str, code: int) -> None:
    assert run("find", write(tmp_path), "--goal", goal, "--events", "2").exit_code == code


@pytest.mark.parametrize(
    "words",
    [
        ["--goal", "much"],
        ["--goal", "1/0"],
        ["--goal", "nan"],
        ["--goal", "1e999999999"],
        ["--events", "0"],
        ["--foresight", "0"],
        ["--depth", "-1"],
        ["--count", "0"],
        ["--max-expansions", "0"],
        ["--format", "xml"],
        ["--language", "klingon"],
        ["--no-such-option"],
        ["one", "too", "many"],
    ],
)
def test_wrong_usage_has_exit_code_2(tmp_path: Path, words: list[str]) -> None:
    result = run("find", write(tmp_path), *words)
    assert result.exit_code == 2
    assert result.stderr.startswith("Usage: ")
    assert result.stdout == ""


def test_the_same_question_has_the_same_bytes_under_every_hash_seed(tmp_path: Path) -> None:
    answers = {
        spawn(
            "find", LIE, "--format", "json", "--save", str(tmp_path / seed), env=environment(PYTHONHASHSEED=seed)
        ).stdout.encode()
        for seed in ("0", "1", "4242")
    }
    assert len(answers) == 1
    assert len({(tmp_path / seed).read_bytes() for seed in ("0", "1", "4242")}) == 1
    assert json.loads(answers.pop())["fabulas"]


# --- saving --------------------------------------------------------------------------------------------------------


def test_a_saved_result_is_the_result(tmp_path: Path) -> None:
    path, saved = write(tmp_path), tmp_path / "story.json"
    _, document = run_json("find", path, "--save", str(saved))
    assert json.loads(saved.read_bytes()) == document
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
    assert run("validate", path, str(saved)).exit_code == 0


def test_what_was_printed_can_be_asked_about_like_what_was_saved(tmp_path: Path) -> None:
    path, printed = write(tmp_path), tmp_path / "printed.json"
    printed.write_text(run("find", path, "--format", "json").stdout, encoding="utf-8")
    assert run("validate", path, str(printed)).exit_code == 0


def test_saving_replaces_as_a_whole_and_keeps_permissions(tmp_path: Path) -> None:
    path, saved = write(tmp_path), tmp_path / "story.json"
    saved.write_text("old" * 10_000, encoding="utf-8")
    saved.chmod(0o640)
    assert run("find", path, "--save", str(saved)).exit_code == 0
    assert json.loads(saved.read_bytes())["format"] == "kizuna-result"
    if sys.platform != "win32":
        assert stat.S_IMODE(saved.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="permissions and links are different there")
def test_a_new_file_is_as_readable_as_any_other_and_a_link_stays_a_link(tmp_path: Path) -> None:
    path, plain, saved = write(tmp_path), tmp_path / "plain", tmp_path / "story.json"
    plain.touch()
    link = tmp_path / "link.json"
    link.symlink_to(saved)
    assert run("find", path, "--save", str(link)).exit_code == 0
    assert link.is_symlink()
    assert saved.stat().st_mode == plain.stat().st_mode


def failing(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, method, full)


@pytest.mark.parametrize("method", ["replace", "chmod"])
def test_a_failure_while_saving_costs_neither_the_old_file_nor_the_story(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    path, saved = write(tmp_path), tmp_path / "story.json"
    saved.write_text("precious", encoding="utf-8")
    failing(monkeypatch, method)
    result = run("find", path, "--save", str(saved))
    assert result.exit_code == 1
    assert "error[cannot-save]" in result.stderr
    assert "No space left on device" in result.stderr
    assert "Tom sings." in result.stdout
    assert saved.read_text(encoding="utf-8") == "precious"
    assert sorted(os.listdir(tmp_path)) == ["garden.txt", "story.json"]
    code, document = run_json("find", path, "--save", str(saved))
    assert (code, [each["code"] for each in document["diagnostics"]]) == (1, ["cannot-save"])
    assert document["fabulas"]


def test_a_write_that_fails_half_way_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, saved = write(tmp_path), tmp_path / "story.json"
    saved.write_text("precious", encoding="utf-8")
    real = commands.tempfile.NamedTemporaryFile

    class Half:
        def __init__(self, *words: Any, **options: Any) -> None:
            self.file = real(*words, **options)
            self.name = self.file.name

        def __enter__(self) -> Half:
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def write(self, data: bytes) -> None:
            self.file.write(data[:10])
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(commands.tempfile, "NamedTemporaryFile", Half)
    assert run("find", path, "--save", str(saved)).exit_code == 1
    assert saved.read_text(encoding="utf-8") == "precious"
    assert sorted(os.listdir(tmp_path)) == ["garden.txt", "story.json"]


def test_saving_into_a_folder_that_is_not_there_or_onto_a_folder(tmp_path: Path) -> None:
    path = write(tmp_path)
    gone = run("find", path, "--save", str(tmp_path / "gone" / "story.json"))
    assert (gone.exit_code, "error[cannot-save]" in gone.stderr) == (1, True)
    assert run("find", path, "--save", str(tmp_path)).exit_code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert run("find", path, "--save", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
    full = run("find", path, "--save", "/dev/full")
    assert (full.exit_code, "error[cannot-save]" in full.stderr) == (1, True)
    assert Path("/dev/full").is_char_device()


# --- ranking ---------------------------------------------------------------------------------------------------------

NEEDS = """story needs
character Ana
    wants fed 4: fed(Ana)
    wants pride 1: not fed(Ana)
character Ben
    wants fed 4: fed(Ben)
    wants honour 3: not fed(Ben)
fluent fed(who: character)
action beg
    by Ana
    then fed(Ana)
action steal
    by Ben
    then fed(Ben)
plot
    ending fed: fed(Ana) or fed(Ben)
settings
    events 1
    foresight 1
    depth 0
"""


def test_ranked_stories_come_with_their_score_and_why(tmp_path: Path) -> None:
    path, saved = write(tmp_path, NEEDS, "needs.story"), tmp_path / "saved.json"
    result = run("find", path, "--rank", "cost", "--save", str(saved))
    assert (result.exit_code, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[1] == "  cost 3: 3 of it Ben's, by steal(), which goes against honour"
    assert "steal()" in lines[2]
    assert lines[5] == "  cost 1: 1 of it Ana's, by beg(), which goes against pride"
    assert lines[-1].startswith("That is all there is"), "without a count there are more candidates than one"
    code, document = run_json("find", path, "--rank", "cost")
    assert code == 0
    assert document == json.loads(saved.read_bytes())
    assert document["ranking"]["by"] == "cost"
    assert [score["score"] for score in document["ranking"]["scores"]] == [3, 1]
    assert [fabula["events"][0]["action"] for fabula in document["fabulas"]] == ["steal()", "beg()"]
    assert run("validate", path, str(saved)).exit_code == 0


def test_a_count_bounds_what_is_ranked_and_one_is_usual(tmp_path: Path) -> None:
    path = write(tmp_path, NEEDS, "needs.story")
    one = run_json("find", path, "--rank", "conflict", "--count", "1")[1]
    plain = run_json("find", path)[1]
    assert [len(document["fabulas"]) for document in (one, plain)] == [1, 1]
    assert "ranking" not in plain
    assert run("find", path, "--rank", "beauty").exit_code == 2
