"""The house rules hold, the checks that guard them can fail, and ARCHITECTURE.md names every folder."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.api import read_configuration

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "kizuna"
CONFIGURATION = ROOT / ".importlinter"
DATA = {"library", "templates", "worlds"}
"""Folders of package data: no code, so no place among the layers."""

READERS = {"language", "peers", "sketching"}
BEFORE_OR_ABOVE_GROUNDING = READERS | {
    "surfaces",
    "backends",
    "sweeping",
    "alternatives",
    "api",
    "answers",
    "sources",
    "extension",
    "model",
    "diagnostics",
    "english",
    "lazily",
}
MUST_NOT_SEARCH = {"discourse", "appraisal", "narration"}


def lint(source: Path) -> subprocess.CompletedProcess[str]:
    """import-linter's word on the package in ``source``; the working directory comes first on its path."""
    command = [sys.executable, "-X", "utf8", "-c", "from importlinter.cli import lint_imports_command as lint; lint()"]
    return subprocess.run(
        [*command, "--no-logo", "--no-cache", "--config", str(CONFIGURATION)],
        cwd=source,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def folders() -> set[str]:
    """The folders of the package that hold anything."""
    return {
        path.name
        for path in PACKAGE.iterdir()
        if path.is_dir() and path.name != "__pycache__" and any(each.suffix != ".pyc" for each in path.rglob("*.*"))
    }


def contract(identifier: str) -> dict[str, list[str]]:
    """The options of one contract of ``.importlinter``."""
    options = read_configuration(str(CONFIGURATION))["contracts_options"]
    return next(each for each in options if each["id"] == identifier)


def names(identifier: str, option: str) -> set[str]:
    return {module.removeprefix("kizuna.") for module in contract(identifier)[option]}


def layers() -> dict[str, bool]:
    """Every layer, and whether it is marked as planned by round brackets."""
    found = re.findall(r"(\(?)(\w+)", "\n".join(contract("layers")["layers"]))
    return {name: bool(bracket) for bracket, name in found}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the package that a test may spoil."""
    shutil.copytree(PACKAGE, tmp_path / "kizuna", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_house_rules_hold() -> None:
    result = lint(ROOT / "src")
    assert result.returncode == 0, result.stdout + result.stderr


def test_control_an_unspoilt_copy_passes(copy: Path) -> None:
    result = lint(copy)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_folder_without_a_place_fails(copy: Path) -> None:
    unplaced = copy / "kizuna" / "helpers"
    unplaced.mkdir()
    (unplaced / "__init__.py").write_text('"""Nobody knows where this belongs."""\n', encoding="utf-8")
    result = lint(copy)
    assert result.returncode != 0
    assert "kizuna.helpers" in result.stdout


@pytest.mark.parametrize(
    ("module", "line", "complaint"),
    [
        ("model/spoilt.py", "import kizuna.search", "kizuna.model is not allowed to import kizuna.search"),
        ("search/spoilt.py", "import kizuna.peers", "kizuna.search is not allowed to import kizuna.peers"),
        ("grounding/spoilt.py", "import kizuna.peers", "kizuna.grounding is not allowed to import kizuna.peers"),
        ("narration/spoilt.py", "import kizuna.search", "kizuna.narration is not allowed to import kizuna.search"),
        ("surfaces/spoilt.py", "import kizuna.surfaces.cli", "kizuna.surfaces.spoilt is not allowed to import"),
        ("diagnostics/source.py", "import kizuna.diagnostics.outcome", "No cycles are allowed in kizuna.diagnostics"),
    ],
)
def test_an_import_against_the_rules_fails(copy: Path, module: str, line: str, complaint: str) -> None:
    path = copy / "kizuna" / module
    before = path.read_text(encoding="utf-8") if path.exists() else '"""A module that breaks a rule."""\n'
    path.write_text(f"{before}\n{line}\n", encoding="utf-8")
    result = lint(copy)
    assert result.returncode != 0
    assert complaint in " ".join(result.stdout.split())


def test_every_folder_is_a_layer_or_data_without_code() -> None:
    assert folders() <= set(layers()) | DATA, "import-linter overlooks folders without __init__.py"
    for name in DATA & folders():
        assert not list((PACKAGE / name).rglob("*.py"))


def test_what_exists_is_named_in_every_contract_that_concerns_it() -> None:
    exist = {name for name in layers() if (PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").is_file()}
    planned = {name for name, is_planned in layers().items() if is_planned}
    assert exist.isdisjoint(planned), "take the round brackets off"
    assert names("readers", "source_modules") == exist - BEFORE_OR_ABOVE_GROUNDING
    assert names("readers", "forbidden_modules") == exist & READERS
    assert names("search", "source_modules") == exist & MUST_NOT_SEARCH


def test_the_architecture_page_names_every_folder_and_keeps_plans_apart() -> None:
    today, _, planned = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("\n## Planned\n")
    for name in folders():
        assert f"`{name}/`" in today, f"ARCHITECTURE.md does not say what {name}/ is"
        assert f"| `{name}/` |" not in planned, f"{name}/ exists; move its line up"
    for name in set(layers()) - folders() - {"answers", "lazily", "sources"}:
        assert f"| `{name}/` |" in planned, f"{name}/ is planned; ARCHITECTURE.md does not say so"
    assert "`api/`" in today
    assert "`sources.py`" in today
    assert "`answers.py`" in today
    assert "`lazily.py`" in today
