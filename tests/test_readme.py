"""Everything that the README shows is real, and its Python stays short and says what it should."""

from pathlib import Path

import pytest
from snippets import ROOT, Runner, blocks

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_the_readme_shows_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = Runner("README.md")
    runner.run(README)
    assert "tell_of_accident(Mira, Ana, Bruno)" in runner.printed
    assert runner.printed.splitlines()[-1] == "True 0"


def test_its_python_is_short_and_comes_last() -> None:
    *_, last = [block for block in blocks(README) if block.kind in ("python", "text")]
    assert last.kind == "python"
    assert len(last.text.strip().splitlines()) <= 12
