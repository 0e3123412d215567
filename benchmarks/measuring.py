"""One problem measured: a search for a first story in a process of its own, where nothing is known yet.

The figures of every benchmark come from here. ``seconds`` are wall-clock from the start of Python to the answer,
``cpu`` those of the processor; ``megabytes`` is the most memory that the process has had. ``bytes_per_state`` is how
much more that is than in another process that stops after one expansion, for each state made, with all that is
remembered of it (only where there are enough of them to say so). None of them counts the validator, which comes
afterwards.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.shared import ROOT

from kizuna import api
from kizuna.model.world import Temper

try:
    import resource
except ImportError:  # there is none on Windows, where everything but the memory is measured
    resource = None  # type: ignore[assignment]

Facts = dict[str, Any]
ENOUGH_STATES = 1000
"""With fewer states the memory that they take is lost in what else a process needs."""


@dataclass(frozen=True)
class Problem:
    """A world, by its name or its file, and how it is to be searched; ``temper`` is everybody's, if not the world's."""

    name: str
    world: str
    language: str | None = None
    temper: tuple[int | None, int] | None = None
    options: dict[str, Any] = field(default_factory=dict)
    validated: bool = False


def measure(problem: Problem, source: Path | None = None) -> Facts:
    """The figures of one problem, in a new process; ``source`` holds another kizuna than the one installed."""
    facts = _in_a_process(problem, source)
    peak, states = facts.pop("peak", None), facts.get("states", 0)
    if peak is not None:
        facts["megabytes"] = round(peak / 2**20)
    if peak is not None and states >= ENOUGH_STATES:
        idle = _in_a_process(replace(problem, options=problem.options | {"max_expansions": 1}), source)
        if "peak" in idle:
            facts["bytes_per_state"] = round((peak - idle["peak"]) / states)
    return facts


def _in_a_process(problem: Problem, source: Path | None) -> Facts:
    environment = dict(os.environ)
    if source is not None:
        environment["PYTHONPATH"] = str(source.resolve())
    command = [sys.executable, "-m", "benchmarks.measuring"]
    asked = json.dumps(problem.__dict__)
    begun = time.monotonic()
    run = subprocess.run(
        command, cwd=ROOT, env=environment, input=asked, capture_output=True, encoding="utf-8", check=False
    )
    seconds = time.monotonic() - begun
    facts: Facts = {"name": problem.name}
    if run.returncode:
        words = (run.stderr.strip() or f"exit code {run.returncode}").splitlines()[-1]
        return facts | {"status": "failed", "message": words, "seconds": seconds}
    facts |= json.loads(run.stdout)
    return facts | {"seconds": round(seconds - facts.pop("validating"), 2)}


def answer(problem: Problem) -> Facts:
    """Looks for the first story of a problem in this process, and has it validated if that is asked for."""
    world = api.read(problem.world, language=problem.language).unwrap()
    if problem.temper is not None:
        world = replace(world, temper=Temper(*problem.temper), tempers=())
    result = api.find(world, **_known(problem.options))
    facts: Facts = {"status": "failed", "cpu": round(time.process_time(), 2), "peak": _memory(), "validating": 0.0}
    found = result.value
    if found is None:
        return facts | {"message": "; ".join(each.message for each in result.diagnostics if each.is_error)}
    facts |= {
        "status": found.stopped.value,
        "reached": found.reached,
        "expansions": found.statistics.expanded,
        "states": found.statistics.states,
        "limits": [found.limits.events, found.limits.foresight, found.limits.depth],
    }
    if found.fabulas:
        facts["story"] = list(found.fabulas[0].actions)
    if found.fabulas and problem.validated:
        begun = time.monotonic()
        verdict = api.validate(world, found.fabulas[0]).unwrap()
        facts["accepted"], facts["not_proven"] = verdict.accepted, len(verdict.not_proven)
        facts["validating"] = time.monotonic() - begun
    return facts


def _known(options: Facts) -> Facts:
    """The options that this kizuna knows (an older one may not know all), a goal as an exact number."""
    known = inspect.signature(api.find).parameters
    chosen = {name: value for name, value in options.items() if name in known}
    return chosen | ({"goal": Fraction(chosen["goal"])} if "goal" in chosen else {})


def _memory() -> int | None:
    """The most bytes of memory that this process has had.

    Linux counts what resource says from before the process became its own, so its own account is asked first.
    """
    status = Path("/proc/self/status")
    if status.exists():
        peak = next((line for line in status.read_text("ascii").splitlines() if line.startswith("VmHWM:")), None)
        if peak is not None:
            return int(peak.split()[1]) * 2**10
    if resource is None:
        return None
    peak_so_far: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak_so_far * (1 if sys.platform == "darwin" else 2**10)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.measuring", description=(__doc__ or "").split("\n")[0])
    parser.parse_args()
    asked = json.load(sys.stdin)
    temper = asked.pop("temper")
    print(json.dumps(answer(Problem(**asked, temper=temper and tuple(temper)))))


if __name__ == "__main__":
    main()
