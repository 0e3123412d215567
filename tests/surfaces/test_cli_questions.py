"""``kizuna why``, ``tell``, ``check`` and ``validate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command import GARDEN, LIE, run, run_json, write

BROKEN = GARDEN.replace("happy(Tom)) 1", "happy(Tim)) 1")
BRIEFLY = ("--effort", "0")
NO_REASON = GARDEN.replace("utility(Tom): if(happy(Tom)) 2.5 else 0;", "")


@pytest.fixture(scope="module")
def lie(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("lie") / "story.json"
    assert run("find", LIE, "--save", str(path)).exit_code == 0
    return str(path)


@pytest.fixture
def garden(tmp_path: Path) -> tuple[str, Path]:
    path, saved = write(tmp_path), tmp_path / "story.json"
    assert run("find", path, "--save", str(saved)).exit_code == 0
    return path, saved


# --- why and tell --------------------------------------------------------------------------------------------------


def test_why_says_plans_beliefs_mistakes_and_changes(lie: str) -> None:
    result = run("why", LIE, lie)
    assert result.exit_code == 0
    for words in (
        "Mira wants this: 0 now, 1 hoped for",
        "the plan: walk(Ana, House, Well), then bandage(Ana, Bruno)",
        "wrongly believing that hurt(Bruno), while it is false",
        "expecting Ana to walk(Ana, House, Well): 1 now, 2 hoped for",
        "Ana now believes: hurt(Bruno) (was false)",
        "now: lantern() is Mira (was House)",
    ):
        assert words in result.stdout
    code, document = run_json("why", LIE, lie)
    assert (code, document["format"]) == (0, "kizuna-why")
    grounds = document["events"][1]["reasons"][0]["grounds"]
    assert [ground for ground in grounds if ground["wrong"]] == [
        {"minds": ["Ana"], "fluent": "hurt(Bruno)", "believed": True, "actual": False, "wrong": True, "usual": False}
    ]


def test_tell_says_it_plainly_and_with_reasons_if_asked(lie: str) -> None:
    result = run("tell", LIE, lie)
    assert result.exit_code == 0
    assert "Mira took lantern" in " ".join(result.stdout.split())
    reasoned = run("tell", LIE, lie, "--why")
    assert reasoned.stdout.startswith(result.stdout + "\nWhy:\n\n")
    assert "wrongly believing" in reasoned.stdout
    code, document = run_json("tell", LIE, lie)
    assert (code, document["format"]) == (0, "kizuna-telling")
    sentences = [each for paragraph in document["paragraphs"] for each in paragraph["sentences"]]
    events = [trace["event"] for each in sentences if each["says"] == "event" for trace in each["traces"]]
    assert events == [1, 2, 3]


@pytest.mark.parametrize(("form", "words"), [
    ("prose", "walked"), ("synopsis", "1. "), ("outline", "walks"), ("dialogue", "HOUSE"),
])  # fmt: skip
def test_tell_in_every_form_and_format(lie: str, tmp_path: Path, form: str, words: str) -> None:
    options = ("--form", form, "--distance", "left-out")
    assert words in run("tell", LIE, lie, *options).stdout
    page = tmp_path / "told.html"
    result = run("tell", LIE, lie, *options, "--format", "html", "--output", str(page))
    assert (result.exit_code, result.stdout) == (0, "")
    written = page.read_text(encoding="utf-8")
    assert written.startswith("<!DOCTYPE html>")
    assert "wants this" in written
    assert run("tell", LIE, lie, *options, "--format", "markdown").stdout.startswith("# ")
    unwritable = run("tell", LIE, lie, *options, "--output", str(tmp_path / "none" / "told.txt"))
    assert (unwritable.exit_code, "error[cannot-save]" in unwritable.stderr) == (1, True)


def test_tell_as_it_is_asked_to(lie: str, tmp_path: Path) -> None:
    plain = ("--distance", "left-out", "--tense", "present")
    assert "I walk" in run("tell", LIE, lie, "--through", "Ana", "--person", "first", *plain).stdout
    kept = run("tell", LIE, lie, "--withhold", "hurt", *plain).stdout
    assert "hurt" not in kept
    assert "told" not in kept
    wrong = run("tell", LIE, lie, "--through", "Nobody")
    assert (wrong.exit_code, "error[" in wrong.stderr) == (1, True)
    file = tmp_path / "mine.telling"
    file.write_text("telling\n    tense present\n    distance left-out\n", encoding="utf-8")
    assert "walks" in run("tell", LIE, lie, "--telling", str(file)).stdout


@pytest.mark.parametrize("command", ["why", "tell"])
def test_a_story_is_found_first_if_none_is_given(tmp_path: Path, command: str) -> None:
    path = write(tmp_path)
    assert ("Tom sang." if command == "tell" else "Tom sings.") in run(command, path).stdout
    assert run_json(command, path)[0] == 0


@pytest.mark.parametrize("command", ["why", "tell"])
def test_without_a_story_the_reason_is_said(tmp_path: Path, command: str) -> None:
    path = write(tmp_path, NO_REASON)
    none = run(command, path, "--events", "1")
    assert (none.exit_code, none.stdout, "warning[no-story]" in none.stderr) == (1, "", True)
    limited = run(command, path, "--max-expansions", "1")
    assert (limited.exit_code, "warning[not-found]" in limited.stderr) == (3, True)
    code, document = run_json(command, path, "--events", "1")
    assert (code, document["format"], document["diagnostics"][0]["code"]) == (1, "kizuna-failure", "no-story")


@pytest.mark.parametrize("command", ["why", "tell"])
def test_a_story_of_another_world_is_refused(garden: tuple[str, Path], lie: str, command: str) -> None:
    result = run(command, garden[0], lie)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[story-of-another-world]" in result.stderr
    code, document = run_json(command, garden[0], lie)
    assert (code, document["diagnostics"][0]["code"]) == (1, "story-of-another-world")


@pytest.mark.parametrize("command", ["why", "tell"])
def test_a_story_that_cannot_happen_is_refused(garden: tuple[str, Path], command: str) -> None:
    path, saved = garden
    saved.write_text(saved.read_text(encoding="utf-8").replace("sing(Tom)", "sing(Ana)"), encoding="utf-8")
    result = run(command, path, str(saved))
    assert (result.exit_code, "error[story-does-not-hold]" in result.stderr) == (1, True)


@pytest.mark.parametrize("command", ["why", "tell", "validate"])
def test_a_result_without_stories_has_nothing_to_ask_about(tmp_path: Path, command: str) -> None:
    path, saved = write(tmp_path, NO_REASON), tmp_path / "none.json"
    run("find", path, "--events", "1", "--save", str(saved))
    result = run(command, path, str(saved))
    assert (result.exit_code, "holds a result without stories" in result.stderr) == (1, True)


# --- check ---------------------------------------------------------------------------------------------------------


def test_check_counts_what_there_is(tmp_path: Path) -> None:
    path = write(tmp_path)
    result = run("check", path)
    assert result.stdout == "garden: no errors. Cast: Tom. Ground: 1 fluents, 1 actions, 0 rules.\n"
    assert (result.exit_code, result.stderr) == (0, "")
    code, document = run_json("check", path)
    assert (code, document["format"], document["diagnostics"]) == (0, "kizuna-check", [])
    assert document["world"]["characters"] == ["Tom"]


def test_a_shipped_world_is_found_by_name_and_called_by_it() -> None:
    assert run("check", "lantern").stdout.startswith("lantern: no errors.")


def test_a_folder_stands_for_the_world_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "village").mkdir()
    write(tmp_path / "village", name="world.txt")
    assert run("check", str(tmp_path / "village")).stdout.startswith("village: no errors.")


def test_check_shows_warnings_and_errors(tmp_path: Path) -> None:
    warned = run("check", write(tmp_path, GARDEN + "entity Cup : thing;\n"))
    assert (warned.exit_code, "warning[implicit-type]" in warned.stderr, "no errors" in warned.stdout) == (
        0,
        True,
        True,
    )
    path = write(tmp_path, BROKEN)
    broken = run("check", path)
    assert (broken.exit_code, broken.stdout, "error[unknown-name]" in broken.stderr) == (1, "", True)
    assert run_json("check", path)[1]["format"] == "kizuna-failure"


@pytest.mark.parametrize("words", [["check"], ["why"], ["tell"], ["validate", "lantern"], ["dance"]])
def test_wrong_usage_has_exit_code_2(words: list[str]) -> None:
    assert run(*words).exit_code == 2


# --- validate ------------------------------------------------------------------------------------------------------


def test_validate_accepts_what_was_found(lie: str) -> None:
    result = run("validate", LIE, lie, *BRIEFLY)
    assert (result.exit_code, result.stdout.startswith("Accepted: ")) == (0, True)
    code, document = run_json("validate", LIE, lie, *BRIEFLY)
    (verdict,) = document["verdicts"]
    assert (code, document["format"], verdict["accepted"], verdict["refuted"]) == (0, "kizuna-verdicts", True, [])


def test_validate_proves_all_of_a_small_story(garden: tuple[str, Path]) -> None:
    path, saved = garden
    code, document = run_json("validate", path, str(saved))
    assert (code, document["verdicts"][0]["not_proven"]) == (0, [])
    assert document["verdicts"][0]["confirmed"] > 0


def test_validate_counts_what_an_effort_of_nothing_leaves_open(lie: str) -> None:
    code, document = run_json("validate", LIE, lie, "--effort", "0")
    assert (code, document["verdicts"][0]["effort"]) == (0, 0)
    assert document["verdicts"][0]["not_proven"]
    assert "not proven: " in run("validate", LIE, lie, "--effort", "0").stdout


def digest(fabula: dict[str, Any]) -> None:
    fabula["digest"] = "0" * 64


def worth(fabula: dict[str, Any]) -> None:
    fabula["utility"] = 2


def start(fabula: dict[str, Any]) -> None:
    fabula["before"] = "1/2"


def order(fabula: dict[str, Any]) -> None:
    fabula["events"].reverse()


def silence(fabula: dict[str, Any]) -> None:
    fabula["events"][0]["explanations"] = {}


def hope(fabula: dict[str, Any]) -> None:
    fabula["events"][1]["explanations"]["Ana"]["after"] = 3


def shorter(fabula: dict[str, Any]) -> None:
    fabula["events"][1]["explanations"]["Ana"]["plan"].pop()


def inner(fabula: dict[str, Any]) -> None:
    fabula["events"][0]["explanations"]["Mira"]["plan"][1]["explanations"]["Ana"]["plan"].pop()


def stranger(fabula: dict[str, Any]) -> None:
    fabula["events"][1]["action"] = "walk(Nobody, House, Well)"


def foresight(fabula: dict[str, Any]) -> None:
    fabula["limits"]["foresight"] = 1


def nothing(fabula: dict[str, Any]) -> None:
    fabula["events"] = []


@pytest.mark.parametrize(
    "tamper", [digest, worth, start, order, silence, hope, shorter, inner, stranger, foresight, nothing]
)
def test_validate_refuses_what_was_tampered_with(lie: str, tmp_path: Path, tamper: Any) -> None:
    document = json.loads(Path(lie).read_bytes())
    tamper(document["fabulas"][0])
    path = tmp_path / "tampered.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    result = run("validate", LIE, str(path), *BRIEFLY)
    assert (result.exit_code, result.stdout.startswith("Refused: ")) == (1, True)
    assert "refuted: " in result.stdout
    code, answer = run_json("validate", LIE, str(path), *BRIEFLY)
    assert (code, answer["verdicts"][0]["accepted"]) == (1, False)


def test_a_single_fabula_can_be_asked_about_too(lie: str, tmp_path: Path) -> None:
    path = tmp_path / "fabula.json"
    path.write_text(json.dumps(json.loads(Path(lie).read_bytes())["fabulas"][0]), encoding="utf-8")
    assert run("validate", LIE, str(path), *BRIEFLY).exit_code == 0
    assert "Mira took lantern" in run("tell", LIE, str(path)).stdout
