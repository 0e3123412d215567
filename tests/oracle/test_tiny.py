"""The tiny problems, one semantic point each: errors where the peer errs, elsewhere its strict answers, exactly."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from benchmarks.oracle.agreement import ANY_GOAL, Facts, Recording
from benchmarks.oracle.questions import Question, questions

from kizuna import api
from kizuna.diagnostics import Diagnostic

TINY = Path(__file__).parents[1] / "peers" / "tiny"


def recorded(name: str) -> Facts:
    found: Facts = json.loads((TINY / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return found


ALL = {path.stem: recorded(path.stem) for path in sorted(TINY.glob("*.txt"))}
SOUND = [name for name, answers in ALL.items() if not answers.get("error")]
FAULTY = [name for name, answers in ALL.items() if answers.get("error")]

DIFFERENCES: dict[str, dict[Question, list[str]]] = {
    # Nobody can ever hold `key` for unknown in the peer's view, since nothing sets it so: its simplifier drops the
    # action `after2` for good. But being surprised makes B unsure of `key`, so that `after2` can happen after all, and
    # we keep it: one more story within two events, three more within three.
    "s15_surprise_epistemic": {
        Question("counts"): ["actions: ['after2()'] in one only"],
        Question("stories", "runs", 0, "2/2/1"): ["2/2/1: 2 stories instead of 1"],
        Question("stories", "runs", 1, "3/3/2"): ["3/3/2: 7 stories instead of 4"],
    },
    # The peer's simplifier drops the action `third`, which nobody ever comes to believe possible. We keep it; no story
    # changes, since it never becomes possible here either.
    "s18_unobserved_actor": {Question("counts"): ["actions: ['third()'] in one only"]},
}


def compared(recording: Recording) -> dict[Question, list[str]]:
    """The questions that are answered differently."""
    answers = {question: question.differences(recording) for question in questions(recording.answers)}
    return {question: differences for question, differences in answers.items() if differences}


def recording(name: str) -> Recording:
    return Recording(TINY / f"{name}.txt", TINY / "expected" / f"{name}.json")


@pytest.mark.parametrize("name", SOUND)
def test_counts_states_reasons_and_stories_agree(name: str) -> None:
    assert compared(recording(name)) == DIFFERENCES.get(name, {})


def erring(name: str) -> tuple[str, list[Diagnostic]]:
    """The phase in which a problem fails (in the peer's words), and the errors that are told."""
    read = api.read(str(TINY / f"{name}.txt"), language="sabre")
    if read.value is None:
        return "parse", errors(read.diagnostics)
    ground = api.ground(read.value)
    if ground.value is None:
        return "ground", errors(ground.diagnostics)
    found = api.find(read.value, goal=ANY_GOAL, events=3, foresight=3, depth=2)
    return "run" if found.value is None else "never", errors(found.diagnostics)


def errors(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in diagnostics if diagnostic.is_error]


@pytest.mark.parametrize("name", FAULTY)
def test_fails_where_the_peer_fails(name: str) -> None:
    phase, findings = erring(name)
    assert phase == ALL[name]["phase"]
    assert findings


@pytest.mark.parametrize(
    ("name", "code", "words"),
    [("l44_division_by_zero", "division-by-zero", "divided by zero"), ("s06_err_loop", "endless-rules", "loop()")],
)
def test_what_fails_while_living_through_the_world_is_a_finding(name: str, code: str, words: str) -> None:
    _, findings = erring(name)
    assert [finding.code for finding in findings] == [code]
    assert words in findings[0].message


def test_the_comparison_can_fail() -> None:
    """One wrong answer of each kind, and each is noticed where it is."""
    name = "s03_belief_effect"
    faulty = recording(name)
    assert compared(faulty) == {}
    answers = faulty.answers
    answers["counts"]["grounded"]["fluents"] += 1
    answers["state_dumps"][0]["state"][""] = {"nothing()": "True"}
    run = answers["runs"][0]
    first = run["strict"]["states"][0]["exec"]
    first[next(iter(first))] = ["!Nobody"]
    run["strict"]["minimal"][0][0] += 1
    answers["runs"][1]["strict"]["count_all"] += 1
    noticed = [(question.what, question.number) for question in compared(faulty)]
    assert noticed == [("counts", 0), ("states", 0), ("reasons", 0), ("stories", 0), ("stories", 1)]
