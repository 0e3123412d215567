"""The page of codes says what the table says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from kizuna.diagnostics.codes import CODES

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "docs" / "generate_codes.py"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_page_is_up_to_date_and_names_every_code() -> None:
    page = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
    assert page == run().stdout, "run: .venv/bin/python docs/generate_codes.py --write"
    assert all(f"| `{name}` |" in page for name in CODES)


def test_the_script_refuses_what_it_does_not_know() -> None:
    refused = run("--wrong")
    assert refused.returncode == 2
    assert refused.stderr.startswith("usage:")
    assert not refused.stdout
