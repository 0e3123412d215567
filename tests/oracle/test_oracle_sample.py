"""A fixed sample of ``benchmarks/oracle``: what can be compared with the peer's recorded answers in about a minute."""

from __future__ import annotations

import pytest
from benchmarks.oracle.agreement import Recording
from benchmarks.oracle.questions import questions
from benchmarks.shared import PROBLEMS, Reference

REFERENCE = Reference()
pytestmark = pytest.mark.skipif(REFERENCE.missing() is not None, reason=REFERENCE.missing() or "")

LARGER = {
    "aladdin": "4/3/1 4/3/2 4/4/1 4/4/2 5/3/1 5/3/2 5/4/1 5/4/2 6/4/2 8/4/2 10/4/2 12/4/2 13/4/1 13/4/2",
    "bribery": "4/3/1 4/4/1 4/4/2 4/5/1 4/5/2 5/3/1 5/3/2 5/4/1 5/4/2 5/5/1 5/5/2",
    "deerhunter": "4/3/1 4/6/1 5/3/1 5/3/2 5/4/1 5/4/2 5/6/1 6/4/1 6/6/1 7/4/1 7/6/1 8/4/1 8/6/1 9/4/1 10/4/1",
    "fantasy": "4/3/1 4/4/1 5/3/1 5/4/1",
    "gramma": "4/3/1 4/3/2 4/4/1 5/3/1 5/3/2 5/4/1",
    "hospital": "3/3/1 4/3/1 4/4/1 4/5/1 5/3/1 5/4/1 5/5/1 6/4/1 6/5/1 8/4/1 8/5/1 10/4/1 11/4/1 11/5/1",
    "jailbreak": "4/3/1 4/4/1 4/4/2 5/3/1 5/3/2 5/4/1 5/4/2 6/4/1 7/4/1",
    "macguffin": "4/3/1 4/5/1 4/5/2 5/3/1 5/3/2 5/4/1 5/4/2 5/5/1 6/4/1 6/4/2 6/5/1 6/5/2",
    "raiders": "4/3/1 5/3/1 5/3/2 5/4/2 6/4/1 7/4/1",
    "secretagent": "4/3/1 4/8/1 5/3/1 5/3/2 5/4/1 5/4/2 5/8/1 6/4/1 6/8/1 7/4/1 7/8/1 8/4/1 8/8/1",
    "treasure": "4/3/1 4/4/3 5/3/1 5/3/2 5/4/1 5/4/2",
}
"""The limits of the larger runs (``strict_runs``) that are answered in under two seconds each."""


@pytest.mark.slow
@pytest.mark.parametrize("name", PROBLEMS)
def test_agrees_with_the_peer(name: str) -> None:
    recording = Recording(REFERENCE.problem(name), REFERENCE.recording(name))
    larger = LARGER[name].split()
    sample = [each for each in questions(recording.answers) if each.part != "strict_runs" or each.limits in larger]
    assert {each.limits for each in sample if each.part == "strict_runs"} == set(larger)
    differences = {each: each.differences(recording) for each in sample}
    assert {each: found for each, found in differences.items() if found} == {}
