"""Everything that the README shows is real."""

import contextlib
import io
import re
from pathlib import Path

from click.testing import CliRunner

from kizuna.surfaces.cli.main import cli

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def test_the_python_lines_run_and_say_what_they_should() -> None:
    (snippet,) = blocks("python")
    assert len(snippet.strip().splitlines()) <= 12
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(snippet, "README.md", "exec"), {})
    assert "tell_of_accident(Mira, Ana, Bruno)" in out.getvalue()
    assert out.getvalue().splitlines()[-1] == "True 0"


def test_the_story_and_its_reason_are_what_the_commands_print() -> None:
    story, reason = blocks("text")
    told = CliRunner().invoke(cli, ["tell", "lantern"])
    assert told.stdout.strip() == story.strip()
    why = CliRunner().invoke(cli, ["why", "lantern"])
    assert reason.strip() in why.stdout


def test_every_file_it_points_to_exists() -> None:
    root = Path(__file__).parents[1]
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (root / target).exists(), target
