"""Whatever is handed in: one clear diagnostic each, or an answer, in bounded time and without a traceback."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command import GARDEN, run, run_json, spawn, write

GENEROUS = 60
"""Seconds after which a command is stopped, as hanging."""

CIRCLE = """
property day() : boolean;
trigger dawn() { precondition: START!day(); effect: day(); };
trigger dusk() { precondition: STARTday(); effect: !day(); };
property clock() : boolean;
action wind() { effect: clock(); };
utility(): if(day() & clock()) 1 else 0;
"""

STARS = (
    "type star;\n"
    + "".join(f"entity Star{n} : star;\n" for n in range(101))
    + "property seen(what : star) : boolean;\n"
    + "action connect(a : star, b : star, c : star) { effect: seen(a) & seen(b) & seen(c); };\n"
    + "utility(): if(seen(Star1)) 1 else 0;\n"
)

HUGE = {
    "comments": "// la la la\n" * 325_000,
    "unknown": "action walk(who : character) { precondition: at(who) == x; effect: at(who) = y; };\n" * 20_000,
    "brackets": "[" * 3_900_000,
    "openings": "/*" * 1_950_000,
    "words": "once upon a time " * 229_000,
    "names": "type t;\n" + "".join(f"entity E{n} : t;\n" for n in range(40_000)),
    "signs": "a(b) & " * 200_000,
}
"""Texts within the limit on size (those in words of the language somewhat smaller, since each definition is work)."""


@contextmanager
def soon() -> Iterator[None]:
    begin = time.monotonic()
    yield
    assert time.monotonic() - begin < GENEROUS


def codes_of(*words: str) -> tuple[int, list[str]]:
    """The exit code and the codes of the errors, having made sure that text and JSON agree."""
    with soon():
        result = run(*words)
    assert "Traceback" not in result.output
    errors = [line for line in result.stderr.splitlines() if line.startswith("error[")]
    return result.exit_code, [line[len("error[") : line.index("]")] for line in errors]


BAD_BYTES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty-world"),
    "only blanks": (b" \n\t\r\n", "empty-world"),
    "too large": (b"// la\n" * 840_000, "file-too-large"),
    "binary": (bytes(range(256)) * 64, "file-unreadable"),
    "zero bytes": (b"type place;\0\n", "file-unreadable"),
    "utf-16": (GARDEN.encode("utf-16"), "file-unreadable"),
    "utf-16 big end first": (b"\xfe\xff" + GARDEN.encode("utf-16-be"), "file-unreadable"),
    "latin-1": ("entity Zoë : character;".encode("latin-1"), "file-unreadable"),
    "an open bracket": (GARDEN.replace("(who : character) :", "(who : character :").encode(), "unclosed"),
    "an open comment": (GARDEN.encode() + b"/* and then", "unclosed"),
    "brackets": (b"utility(): " + b"(" * 50_000 + b"1" + b")" * 50_000 + b";", "nested-too-deeply"),
    "brackets never closed": (b"utility(): " + b"(" * 50_000 + b"1;", "unclosed"),
    "negations": (b"utility(): " + b"!" * 50_000 + b"True;", "nested-too-deeply"),
    "beliefs": (
        GARDEN.encode() + b"believes(Tom, " * 50_000 + b"happy(Tom)" + b")" * 50_000 + b";",
        "nested-too-deeply",
    ),
    "an unknown name": (GARDEN.encode() + b"happy(Tim);", "unknown-name"),
    "an unknown type": (GARDEN.encode() + b"property at() : plaice;", "unknown-type"),
    "a name of emoji": ("entity Tom : character;\nentity 🌷 : character;".encode(), "unexpected-character"),
    "a number of many digits": (b"utility(): 1" + b"0" * 50_000 + b";", "syntax"),
    "rules without end": (CIRCLE.replace("START", "").encode(), "endless-rules"),
    "too many actions": (STARS.encode(), "world-too-large"),
}


@pytest.mark.parametrize("name", BAD_BYTES)
def test_bad_files(tmp_path: Path, name: str) -> None:
    data, code = BAD_BYTES[name]
    path = tmp_path / "world.txt"
    path.write_bytes(data)
    exit_code, codes = codes_of("check", str(path))
    assert exit_code == 1
    assert codes[:1] == [code]
    assert len(codes) == 1 or name == "a name of emoji"
    assert [each["code"] for each in run_json("find", str(path))[1]["diagnostics"]][:1] == [code]


GOOD_BYTES: dict[str, bytes] = {
    "as it is": GARDEN.encode(),
    "crlf": GARDEN.replace("\n", "\r\n").encode(),
    "a byte order mark": GARDEN.encode("utf-8-sig"),
    "no last line ending": GARDEN.rstrip().encode(),
    "emoji in names": GARDEN.replace("Tom", "Tom🌷").encode(),
    "another script": GARDEN.replace("Tom", "Тимофей").encode(),
    "blanks of all kinds": GARDEN.replace(" ", "\u00a0\u3000 ").encode(),
}


@pytest.mark.parametrize("name", GOOD_BYTES)
def test_unusual_files_that_are_fine(tmp_path: Path, name: str) -> None:
    path = tmp_path / "world.txt"
    path.write_bytes(GOOD_BYTES[name])
    result = run("find", str(path))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "[sing(T" in result.stdout or "[sing(Т" in result.stdout


def test_rules_without_end_later_in_the_story(tmp_path: Path) -> None:
    path = write(tmp_path, CIRCLE.replace("START", "clock() & "))
    assert codes_of("check", path) == (0, [])
    assert codes_of("find", path) == (1, ["endless-rules"])
    assert "dawn(), dusk()" in run("find", path).stderr


@pytest.mark.parametrize("name", HUGE)
def test_junk_within_the_limit_on_size(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, HUGE[name])
    result = spawn("check", path, "--concise", timeout=GENEROUS)
    assert result.returncode == (0 if name == "names" else 1)
    assert result.stdout if name == "names" else result.stderr.count("\n") <= 1000
    assert "Traceback" not in result.stderr


# --- what is no file of this kind at all ----------------------------------------------------------------------------


def a_missing_file(folder: Path) -> Path:
    return folder / "missing.txt"


def a_folder(folder: Path) -> Path:
    return folder


def a_broken_link(folder: Path) -> Path:
    link = folder / "link.txt"
    link.symlink_to(folder / "gone.txt")
    return link


def a_circle_of_links(folder: Path) -> Path:
    one, other = folder / "one.txt", folder / "other.txt"
    one.symlink_to(other)
    other.symlink_to(one)
    return one


def a_name_too_long(folder: Path) -> Path:
    return folder / ("a" * 5_000 + ".txt")


def a_folder_that_is_a_file(folder: Path) -> Path:
    (folder / "file").touch()
    return folder / "file" / "world.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="links and names are different there")
@pytest.mark.parametrize(
    "make",
    [a_missing_file, a_folder, a_broken_link, a_circle_of_links, a_name_too_long, a_folder_that_is_a_file],
)
def test_what_cannot_be_opened(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = str(make(tmp_path))
    exit_code, codes = codes_of("check", path)
    assert exit_code == 1
    assert codes in (["file-not-found"], ["file-unreadable"])
    story_code, story_codes = codes_of("validate", "lantern", path)
    assert (story_code, story_codes) == (1, ["file-unreadable"])


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="here everything can be read")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = write(tmp_path)
    Path(path).chmod(0)
    assert codes_of("check", path) == (1, ["file-unreadable"])
    assert codes_of("validate", "lantern", path) == (1, ["file-unreadable"])


def test_a_file_that_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert codes_of("check", path) == (1, ["file-unreadable"])
    assert f"{path} cannot be read: Permission denied." in run("check", path).stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_file_without_end() -> None:
    assert codes_of("check", "/dev/zero") == (1, ["file-too-large"])


def test_an_odd_ending_asks_for_the_language(tmp_path: Path) -> None:
    path = write(tmp_path, name="garden.odt")
    assert codes_of("check", path) == (1, ["unknown-language"])
    assert codes_of("check", path, "--language", "sabre") == (0, [])


# --- saved stories --------------------------------------------------------------------------------------------------

HEAD = '"format": "kizuna-fabula", "version": 1'
REST = '"world": "w", "digest": "", "limits": {"events": 1, "foresight": 1, "depth": 0}, "before": 0'
LOW = REST.replace('"events": 1', '"events": 0')
BAD_STORIES: dict[str, bytes] = {
    "empty": b"",
    "an empty object": b"{}",
    "an empty list": b"[]",
    "null": b"null",
    "half": b'{"format": "kizuna-result", "version": 1, "stop',
    "binary": bytes(range(256)),
    "not utf-8": b'{"format": "\xff\xfe", "version": 1}',
    "utf-16": '{"format": "kizuna-fabula", "version": 1}'.encode("utf-16"),
    "lists in lists": b"[" * 500_000,
    "objects in objects": b'{"format":' * 500_000,
    "a deep field": f'{{{HEAD}, "world": {"[" * 100_000}'.encode(),
    "another format": b'{"format": "kizuna-why", "version": 1}',
    "a newer version": b'{"format": "kizuna-result", "version": 2, "news": true}',
    "a version in words": b'{"format": "kizuna-result", "version": "1"}',
    "no version": b'{"format": "kizuna-result"}',
    "no fields": f"{{{HEAD}}}".encode(),
    "an unknown field": f'{{{HEAD}, {REST}, "utility": 1, "events": [], "mood": "grim"}}'.encode(),
    "a float": f'{{{HEAD}, {REST}, "utility": 0.5, "events": []}}'.encode(),
    "no number": f'{{{HEAD}, {REST}, "utility": "much", "events": []}}'.encode(),
    "a division by zero": f'{{{HEAD}, {REST}, "utility": "1/0", "events": []}}'.encode(),
    "a number without end": f'{{{HEAD}, {REST}, "utility": "1e999999999", "events": []}}'.encode(),
    "limits below the least": f'{{{HEAD}, {LOW}, "utility": 1, "events": []}}'.encode(),
}


@pytest.mark.parametrize("name", BAD_STORIES)
@pytest.mark.parametrize("command", ["validate", "why"])
def test_bad_stories(tmp_path: Path, name: str, command: str) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(BAD_STORIES[name])
    assert codes_of(command, "lantern", str(path)) == (1, ["saved-story-unreadable"])
    assert "story.json holds no saved story: " in run(command, "lantern", str(path)).stderr


def test_a_newer_version_is_called_newer(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    path.write_bytes(BAD_STORIES["a newer version"])
    assert "this is kizuna-result, version 2; " in run("validate", "lantern", str(path)).stderr


def test_a_story_of_deep_reasons_does_no_harm(tmp_path: Path) -> None:
    reason = '{"plan": [{"action": "a", "explanations": {"A": REASON}}], "before": 0, "after": 1}'
    text = "{}"
    for _ in range(3_000):
        text = reason.replace("REASON", text)
    path = tmp_path / "story.json"
    event = f'{{"action": "a", "explanations": {{"A": {text}}}}}'
    path.write_text(f'{{{HEAD}, {REST}, "utility": 1, "events": [{event}]}}', encoding="utf-8")
    assert codes_of("validate", "lantern", str(path)) == (1, ["saved-story-unreadable"])
