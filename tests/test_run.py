"""The one command says clearly what it wants and what is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHELL = shutil.which("sh")
pytestmark = pytest.mark.skipif(sys.platform == "win32" or SHELL is None, reason="there is no sh here")

OLD = "#!/bin/sh\nexit 1\n"
WITHOUT_VENV = '#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n'


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with ``run`` in it and a ``bin`` with nothing but the shell's everyday tools."""
    shutil.copy(ROOT / "run", tmp_path)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "bin").mkdir()
    for name in ("cksum", "dirname", "cat", "rm"):
        found = shutil.which(name)
        assert found is not None
        (tmp_path / "bin" / name).symlink_to(found)
    return tmp_path


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": str(place / "bin")}
    return subprocess.run(
        [str(SHELL), str(place / "run"), *words], env=environment, capture_output=True, text=True, check=False
    )


def add(place: Path, name: str, script: str) -> None:
    path = place / "bin" / name
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize("words", [(), ("dance",)])
def test_usage(place: Path, words: tuple[str, ...]) -> None:
    result = run(place, *words)
    assert result.returncode == 2
    assert result.stderr.startswith("usage: ./run demo")
    assert not (place / ".venv").exists()


def test_help_is_no_mistake(place: Path) -> None:
    assert run(place, "--help").returncode == 0


@pytest.mark.parametrize("scripts", [{}, {"python3": OLD}])
def test_no_python_or_too_old(place: Path, scripts: dict[str, str]) -> None:
    for name, script in scripts.items():
        add(place, name, script)
    result = run(place, "demo")
    assert result.returncode == 1
    assert "run: kizuna needs Python 3.11 or newer, and there is none on the PATH." in result.stderr


def test_a_python_that_cannot_make_environments(place: Path) -> None:
    add(place, "python3", WITHOUT_VENV)
    result = run(place, "test")
    assert result.returncode == 1
    assert "run: python3 cannot make virtual environments." in result.stderr
    assert "apt install python3-venv" in result.stderr


def test_the_first_python_that_will_do_is_taken(place: Path) -> None:
    add(place, "python3.12", OLD)
    add(place, "python3.11", WITHOUT_VENV)
    add(place, "python3", '#!/bin/sh\nif [ "$1" = -m ]; then echo "made with $0: $*" >&2; exit 1; fi\n')
    result = run(place, "test")
    assert f"made with {place}/bin/python3: -m venv --clear .venv" in result.stderr
    assert "could not make .venv" in result.stderr


@pytest.mark.parametrize("name", ["run", ".ci/run"])
def test_the_scripts_can_be_executed(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)
