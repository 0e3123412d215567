"""The peer's own benchmark problems, where they are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizuna.diagnostics import Source
from kizuna.peers.sabre import read

PROBLEMS = Path(__file__).parents[2].parent / "shared" / "reference" / "peer-problems"
NAMES = (
    "aladdin", "bribery", "deerhunter", "fantasy", "gramma", "hospital",
    "jailbreak", "macguffin", "raiders", "secretagent", "treasure",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_read_without_errors(name: str) -> None:
    if not PROBLEMS.is_dir():
        pytest.skip(f"the peer's benchmark problems are not part of this project and not found at {PROBLEMS}")
    outcome = read(Source(f"{name}.txt", (PROBLEMS / f"{name}.txt").read_text(encoding="utf-8")))
    assert [d.message for d in outcome.diagnostics if d.is_error] == []
    world = outcome.unwrap()
    assert world.name == name
    assert world.actions
    assert world.motives
