"""The 18 published versions end honestly, even with little work allowed, and the easy ones with a story."""

from __future__ import annotations

import json

import pytest
from benchmarks.measuring import Facts, answer
from benchmarks.shared import Reference
from benchmarks.versions import honest, problem

REFERENCE = Reference()
pytestmark = pytest.mark.skipif(REFERENCE.missing() is not None, reason=REFERENCE.missing() or "")

EASY = {
    "treasure": 4, "fantasy_any": 2, "fantasy_two": 6, "secretagent": 8, "raiders": 6, "bribery": 2, "gramma_any": 5,
    "gramma_win": 5, "deerhunter_any": 6, "deerhunter_both": 10, "jailbreak_lose": 4, "jailbreak_escape": 7,
    "jailbreak_revenge": 7,
}  # fmt: skip
"""How long the first story is of those that are solved within seconds."""
HARD = ("aladdin_any", "aladdin_both", "fantasy_all", "hospital_any", "hospital_both")


def result(name: str, max_expansions: int) -> Facts:
    versions = {version["name"]: version for version in json.loads(REFERENCE.settings.read_text(encoding="utf-8"))}
    assert sorted(versions) == sorted([*EASY, *HARD])
    return answer(problem(versions[name], REFERENCE, max_expansions))


@pytest.mark.parametrize("name", EASY)
def test_the_easy_ones_are_solved_and_their_stories_accepted(name: str) -> None:
    found = result(name, 30_000)
    assert found["status"] == "satisfied"
    assert found["accepted"]
    assert len(found["story"]) == EASY[name]


@pytest.mark.slow
@pytest.mark.parametrize("name", HARD)
def test_the_hard_ones_say_that_the_work_allowed_was_done(name: str) -> None:
    found = result(name, 500)
    assert honest(found), found
    assert found["status"] in {"satisfied", "limit"}
