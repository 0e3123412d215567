"""The command as a process: exit codes, pipes, full disks, Ctrl-C, bugs, help."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any, NoReturn

import click
import pytest
from command import ENDLESS_WALK, GARDEN, environment, run, spawn, write

from kizuna import api
from kizuna.surfaces.cli.main import COMMANDS, cli, main

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes are different there")


def exit_of(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["kizuna", *arguments])
    with pytest.raises(SystemExit) as ending:
        main()
    return int(ending.value.code or 0)


# --- exit codes ----------------------------------------------------------------------------------------------------


def test_exit_codes(tmp_path: Path) -> None:
    path, walk = write(tmp_path), write(tmp_path, ENDLESS_WALK, "walk.txt")
    expected = {
        ("find", path): 0,
        ("find", path, "--goal", "7", "--events", "1"): 1,
        ("find",): 2,
        ("find", walk, "--max-expansions", "5"): 3,
    }
    for words, code in expected.items():
        result = spawn(*words)
        assert result.returncode == code
        assert "Traceback" not in result.stderr


def test_a_bug_of_ours_is_a_short_report_with_exit_code_70(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: Any, **__: Any) -> NoReturn:
        raise KeyError("what")

    monkeypatch.setattr(api, "find", broken)
    assert exit_of(monkeypatch, "find", write(tmp_path)) == 70
    said = capsys.readouterr().err
    assert "this is a bug in kizuna: KeyError: 'what' (test_cli_process.py:" in said
    assert "Please report it" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(("words", "code"), [(["--help"], 0), (["--version"], 0), ([], 2), (["dance"], 2)])
def test_the_program_itself(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_of(monkeypatch, *words) == code
    assert "kizuna" in "".join(capsys.readouterr())


def test_numbers_longer_than_python_likes_to_print(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = sys.get_int_max_str_digits()
    text = "property n() : number; n() = 2; action go() { effect: n() = n() * n(); }; utility(): n();"
    goal = f"{10**300}/{1}"
    try:
        assert exit_of(monkeypatch, "find", write(tmp_path, text), "--goal", goal, "--foresight", "1") == 0
        path = write(tmp_path, text.replace("n() = 2;", f"n() = {10**390};"))
        assert exit_of(monkeypatch, "find", path, "--goal", "9" * 395, "--foresight", "1") == 0
    finally:
        sys.set_int_max_str_digits(before)


# --- where answers go ----------------------------------------------------------------------------------------------


@posix_only
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_who_leaves_changes_nothing(tmp_path: Path, form: str) -> None:
    path, walk = write(tmp_path), write(tmp_path, ENDLESS_WALK, "walk.txt")
    for words, code in {("find", path): 0, ("find", walk, "--max-expansions", "5"): 3, ("check", path): 0}.items():
        reading, writing = os.pipe()
        os.close(reading)
        result = spawn(*words, "--format", form, stdout=writing, stderr=subprocess.PIPE)
        os.close(writing)
        assert result.returncode == code
        assert "Traceback" not in result.stderr
        assert "Exception" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device here")
@pytest.mark.parametrize("words", [["find", "garden.txt"], ["check", "garden.txt"], ["--help"]])
def test_an_answer_that_cannot_be_written_is_an_error(tmp_path: Path, words: list[str]) -> None:
    write(tmp_path)
    with open("/dev/full", "w", encoding="utf-8") as full:
        result = spawn(*words, stdout=full, stderr=subprocess.PIPE, cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == "kizuna: the answer cannot be written: No space left on device\n"


@posix_only
def test_closed_errors_do_not_change_the_exit_code(tmp_path: Path) -> None:
    broken = write(tmp_path, GARDEN + "nonsense(;", "broken.txt")
    reading, writing = os.pipe()
    os.close(reading)
    result = spawn("check", broken, stdout=subprocess.PIPE, stderr=writing)
    os.close(writing)
    assert result.returncode == 1


def test_any_name_survives_any_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, GARDEN.replace("Tom", "Zoë🌷"))
    for encoding in ("utf-8", "ascii", "latin-1"):
        for form in ("text", "json"):
            result = spawn(
                "find", path, "--format", form, env=environment(PYTHONIOENCODING=encoding), encoding="latin-1"
            )
            assert (result.returncode, "Traceback" in result.stderr) == (0, False)
            assert form == "text" or json.loads(result.stdout)["fabulas"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="file names are bytes there only")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"\xff.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.write(GARDEN + "happy(Tim);\n")
    for form in ("text", "json"):
        result = spawn(os.fsdecode(b"check"), os.fsdecode(path), "--format", form)
        assert result.returncode == 1
        assert "unknown-name" in result.stdout + result.stderr


# --- Ctrl-C --------------------------------------------------------------------------------------------------------

CONDUCTED = """
import sys
from kizuna import api
from kizuna.surfaces.cli.main import main

find, told = api.find, False

def conducted(*words, observer, **options):
    def watching(progress):
        global told
        if not told:
            told = True
            print("busy", file=sys.stderr, flush=True)
        return observer(progress)
    return find(*words, observer=watching, **options)

api.find = conducted
sys.argv = ["kizuna", *sys.argv[1:]]
main()
"""


@posix_only
def test_ctrl_c_ends_the_search_with_what_there_is(tmp_path: Path) -> None:
    words = ["find", write(tmp_path, ENDLESS_WALK), "--format", "json", "--max-expansions", "100000000"]
    command = [sys.executable, "-c", CONDUCTED, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "busy\n"
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)
    assert process.returncode == 3
    assert errors == ""
    document = json.loads(output)
    assert (document["stopped"], document["fabulas"]) == ("cancelled", [])
    assert document["statistics"]["expanded"] >= 512
    assert "it was cancelled" in document["diagnostics"][0]["message"]


@posix_only
def test_ctrl_c_in_text_and_the_handler_afterwards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, find = signal.getsignal(signal.SIGINT), api.find

    def interrupted(*words: Any, **options: Any) -> Any:
        signal.raise_signal(signal.SIGINT)
        return find(*words, **options)

    monkeypatch.setattr(api, "find", interrupted)
    result = run("find", write(tmp_path, ENDLESS_WALK))
    assert result.exit_code == 3
    assert "Cancelled within" in result.stdout
    assert "before it was cancelled" in result.stderr
    assert signal.getsignal(signal.SIGINT) is before


@posix_only
def test_a_second_ctrl_c_does_not_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stubborn(*_: Any, **__: Any) -> NoReturn:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the second one was not heard")

    monkeypatch.setattr(api, "find", stubborn)
    assert exit_of(monkeypatch, "find", write(tmp_path)) == 3
    assert "kizuna: cancelled" in capsys.readouterr().err


def test_ctrl_c_outside_of_a_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: Any, **__: Any) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(api, "check", interrupted)
    assert exit_of(monkeypatch, "check", write(tmp_path)) == 3
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.skipif(not hasattr(click.exceptions, "NoSuchCommand"), reason="this Click suggests no commands")
def test_a_misspelt_command_is_answered_with_the_one_that_is_meant() -> None:
    result = spawn("fnd", "crow")
    assert result.returncode == 2
    assert "No such command 'fnd'. Did you mean 'find'?" in result.stderr


# --- help ----------------------------------------------------------------------------------------------------------


def test_every_command_and_option_says_what_it_is_for() -> None:
    expected = [
        "check",
        "convert",
        "feelings",
        "find",
        "format",
        "live",
        "new",
        "outline",
        "reader",
        "requires",
        "sweep",
        "tell",
        "validate",
        "whatif",
        "why",
        "why-not",
    ]
    assert list(COMMANDS) == expected
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli), name)
        assert command is not None
        assert command.name == name
        assert command.help
        page = run(name, "--help")
        assert page.exit_code == 0
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                assert parameter.help, f"{name} {parameter.opts}"
                assert len(parameter.help) > 5
                assert parameter.opts[0] in page.stdout
            else:
                assert parameter.make_metavar(click.Context(command)).strip("[]") in page.stdout
