"""The benchmarks work: worlds need what they say, one is measured, two measurements are compared. Nothing is timed."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from benchmarks.measuring import Problem, answer, measure
from benchmarks.results import load, revision, save
from benchmarks.scaling import AXES, BASE, Size, family, shortfall, story

from benchmarks import compare, pictures, run, suites
from kizuna import api

TINY = Size(cast=2, places=2, things=0, depth=1, length=3)


def figures(name: str, **facts: Any) -> dict[str, Any]:
    usual = {"suite": "small", "name": name, "status": "satisfied", "cpu": 1.0, "seconds": 2.0, "expansions": 100}
    return usual | {"states": 50, "megabytes": 30, "story": ["wake(Ana)"]} | facts


# --- worlds that grow ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "size", [TINY, replace(TINY, length=5), replace(TINY, cast=3, depth=2, length=5), replace(BASE, cast=3, length=5)]
)
def test_a_world_needs_what_it_says(size: Size) -> None:
    assert shortfall(size) is None


def test_a_world_that_does_not_need_it_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    size = replace(TINY, cast=3, depth=2, length=5)
    shorter, longer = story(replace(size, length=4)), story(replace(size, length=6))
    monkeypatch.setattr("benchmarks.scaling.story", lambda _: shorter.replace("events 4", "events 5"))
    assert shortfall(size) == "there is no story of 5 events (satisfied)"
    monkeypatch.setattr("benchmarks.scaling.story", lambda _: longer.replace("events 6", "events 5"))
    assert shortfall(size) == "there is no story of 5 events (exhausted)"
    flat = story(replace(size, cast=3, depth=1)).replace("depth 1", "depth 2")
    monkeypatch.setattr("benchmarks.scaling.story", lambda _: flat)
    assert (shortfall(size) or "").startswith("less depth will do")


def test_every_axis_grows_alone_and_the_same_size_has_the_same_text() -> None:
    sizes = list(family())
    assert len(sizes) == sum(map(len, AXES.values()))
    for axis, size in sizes:
        assert replace(size, **{axis: getattr(BASE, axis)}) == BASE
        world = api.read_text(story(size), name="made.story", language="story").unwrap()
        types = [kind for existent in world.existents for kind in existent.types]
        assert (types.count("character"), types.count("place"), types.count("thing")) == (
            size.cast, size.places, size.things,
        )  # fmt: skip
        assert (world.settings.events, world.settings.depth) == (size.length, size.depth)
    assert len({story(size) for _, size in sizes}) == len({size for _, size in sizes})


@pytest.mark.parametrize("wrong", [{"cast": 1}, {"cast": 13}, {"length": 2}, {"places": 1}, {"things": -1}])
def test_sizes_that_cannot_be_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"row|letter|places"):
        replace(TINY, **wrong)


# --- measuring -------------------------------------------------------------------------------------------------------


def test_a_problem_is_measured_in_a_process_of_its_own(tmp_path: Path) -> None:
    file = tmp_path / "tiny.story"
    file.write_text(story(TINY), encoding="utf-8")
    problem = Problem("tiny", str(file), options={"near": 0}, validated=True)
    facts = measure(problem)
    here = answer(problem)
    assert (facts["status"], len(facts["story"]), facts["accepted"]) == ("satisfied", 3, True)
    assert {key: facts[key] for key in ("expansions", "states", "story", "limits")} == {
        key: here[key] for key in ("expansions", "states", "story", "limits")
    }
    assert facts["seconds"] > 0
    assert facts["cpu"] > 0
    if sys.platform == "linux":
        assert 10 < facts["megabytes"] < 100, "this process, which is larger, does not count"


def test_what_goes_wrong_is_a_figure_too(tmp_path: Path) -> None:
    facts = measure(Problem("none", str(tmp_path / "none.story")))
    assert facts["status"] == "failed"
    assert "none.story" in facts["message"]


def test_limits_and_tempers_are_those_asked_for() -> None:
    asked: list[Problem] = []

    def noted(problem: Problem) -> dict[str, Any]:
        asked.append(problem)
        return {"name": problem.name, "status": "satisfied", "limits": [4, 3, 1]}

    found = list(suites.worlds(noted))
    assert len(found) == len(asked) == 4 * len(api.shipped_worlds())
    assert asked[0].options == {"near": 0}
    assert asked[0].temper is None
    assert [problem.temper for problem in asked[1:4]] == list(suites.TEMPERS.values())
    assert asked[3].options == {"near": 0, "events": 4, "foresight": 3, "depth": 1}


def test_a_run_shows_and_keeps_its_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    file = tmp_path / "tiny.story"
    file.write_text(story(TINY), encoding="utf-8")
    monkeypatch.setitem(suites.SUITES, "small", lambda measure: [measure(Problem("tiny", str(file)))])
    assert run.main(["--suite", "small", "--json", str(tmp_path / "kept.json")]) == 0
    (facts,) = load(tmp_path / "kept.json")
    assert (facts["suite"], facts["name"], facts["status"]) == ("small", "tiny", "satisfied")
    assert "| tiny | satisfied | 3 |" in capsys.readouterr().out
    assert "| tiny | satisfied | 3 |" in run.page([facts])


def test_an_unknown_revision_ends_the_program() -> None:
    with pytest.raises(SystemExit), revision("no-such-revision"):
        pass


# --- comparing -------------------------------------------------------------------------------------------------------


def test_two_measurements_are_compared_problem_by_problem(tmp_path: Path, capsys: Any) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    save([figures("a"), figures("b"), figures("c"), figures("gone")], old)
    faster = figures("a", cpu=0.5, expansions=50, story=["wake(Ana)", "wake(Ben)"])
    save([faster, figures("b", cpu=2.0, expansions=25), figures("c", status="limit", cpu=9.0), figures("more")], new)
    assert compare.main([str(old), str(new)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == "| a | 0.50 | 1.00 | 0.50 | 1.00 | 1.00 | story: of 1 events, now 2 |"
    assert lines[3] == "| b | 2.00 | 1.00 | 0.25 | 1.00 | 1.00 |  |"
    assert lines[4].endswith("| satisfied, now limit |")
    assert lines[5] == "| geometric mean of 2 | 1.00 | 1.00 | 0.35 | 1.00 | 1.00 |  |"
    assert "Only in the old one: small: gone." in lines
    assert "Only in the new one: small: more." in lines


def test_a_story_lost_is_said_in_the_exit_code(tmp_path: Path) -> None:
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    without = figures("a", status="exhausted")
    del without["story"]
    save([figures("a")], old)
    save([without], new)
    assert compare.main([str(old), str(new)]) == 1
    assert compare.main([str(new), str(old)]) == 0


def test_a_file_without_figures_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text(json.dumps({"format": "kizuna-result", "version": 1}), encoding="utf-8")
    with pytest.raises(SystemExit, match="holds no kizuna-benchmarks"):
        load(other)


# --- pictures --------------------------------------------------------------------------------------------------------


def test_the_same_figures_give_the_same_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib", reason="the extra `pictures` is not installed")
    kept = tmp_path / "kept.json"
    grown = [
        figures(f"{axis} {size}", suite="scaling", axis=axis, size=size, states=10 * size + 1)
        for axis in ("cast", "depth")
        for size in AXES[axis][:2]
    ]
    save(grown, kept)
    drawn = []
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        assert pictures.main([str(kept), "--into", str(folder)]) == 0
        drawn.append([(folder / name).read_bytes() for name in ("scaling.svg", "scaling.png")])
    assert drawn[0] == drawn[1]
    assert b"</svg>" in drawn[0][0]


def test_without_figures_there_is_no_picture(tmp_path: Path, capsys: Any) -> None:
    kept = tmp_path / "kept.json"
    save([figures("a")], kept)
    assert pictures.main([str(kept)]) == 1
    assert "no figures of the scaling suite" in capsys.readouterr().err
