"""How kizuna does on the 18 published versions of the peer's problems: each in a process of its own, at their limits.

From the top folder of a checkout that has been set up (``./run test`` does that):

    .venv/bin/python -m benchmarks.versions [--shared DIR] [--version NAME] [--json FILE]

Writes ``benchmarks/versions.md`` (not with ``--version``, which runs one). Seconds are wall-clock from the start of
Python to the answer; memory is the peak of that process; both without the validator, which comes afterwards.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED, WANTED, Reference

from kizuna import api

try:
    import resource
except ImportError:  # there is none on Windows, where everything but the memory is measured
    resource = None  # type: ignore[assignment]

FILE = Path(__file__).parent / "versions.md"
HEAD = ("version", "goal", "limits", "status", "events", "validator", "seconds", "MB", "expansions", "states")
Facts = dict[str, Any]


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.versions", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds reference/ (%(default)s)")
    parser.add_argument("--version", metavar="NAME", help="only this one")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to this file")
    parser.add_argument("--max-expansions", type=int, metavar="N", help="another limit on work than the default")
    parser.add_argument("--here", action="store_true", help="answer in this process, as JSON (with --version)")
    options = parser.parse_args()
    reference = Reference(options.shared)
    if (missing := reference.missing()) is not None:
        print(f"{missing}\n{WANTED}", file=sys.stderr)
        return 2
    versions = {each["name"]: each for each in json.loads(reference.settings.read_text("utf-8"))}
    if options.version is not None and options.version not in versions:
        parser.error(f"there is no version {options.version}; there are {', '.join(versions)}")
    if options.here:
        print(json.dumps(answer(versions[options.version], reference, options.max_expansions)))
        return 0
    results = []
    for name in [options.version] if options.version else versions:
        results.append(measure(versions[name], options.shared, options.max_expansions))
        print(_line(_cells(results[-1])), flush=True)
    if options.version is None:
        write(results, options.max_expansions)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return int(not all(honest(result) for result in results))


def measure(version: Facts, shared: Path, max_expansions: int | None = None) -> Facts:
    """Runs one version in a new process."""
    command = [sys.executable, "-m", "benchmarks.versions", "--here", "--version", version["name"]]
    command += ["--shared", str(shared.resolve())]
    command += [] if max_expansions is None else ["--max-expansions", str(max_expansions)]
    begun = time.monotonic()
    run = subprocess.run(command, cwd=Path(__file__).parents[1], capture_output=True, encoding="utf-8", check=False)
    seconds = time.monotonic() - begun
    facts: Facts = {key: version[key] for key in ("name", "goal", "author_limit", "character_limit", "belief_limit")}
    if run.returncode:
        words = (run.stderr.strip() or f"exit code {run.returncode}").splitlines()[-1]
        return facts | {"status": "failed", "message": words, "seconds": seconds}
    facts |= json.loads(run.stdout)
    facts["seconds"] = round(seconds - facts.pop("validating"), 2)
    return facts


def answer(version: Facts, reference: Reference, max_expansions: int | None = None) -> Facts:
    """Looks for the first story of one version, and has it validated."""
    world = api.read(str(reference.problems / version["file"]), language="sabre").unwrap()
    work: Facts = {} if max_expansions is None else {"max_expansions": max_expansions}
    result = api.find(
        world,
        goal=Fraction(version["goal"]),
        events=version["author_limit"],
        foresight=version["character_limit"],
        depth=version["belief_limit"],
        **work,
    )
    facts: Facts = {"status": "failed", "megabytes": _peak(), "validating": 0.0}
    found = result.value
    if found is None:
        return facts | {"message": "; ".join(each.message for each in result.diagnostics if each.is_error)}
    facts |= {
        "status": found.stopped.value,
        "reached": found.reached,
        "expansions": found.statistics.expanded,
        "states": found.statistics.states,
    }
    if found.fabulas:
        begun = time.monotonic()
        verdict = api.validate(world, found.fabulas[0]).unwrap()
        facts["accepted"], facts["not_proven"] = verdict.accepted, len(verdict.not_proven)
        facts["story"] = list(found.fabulas[0].actions)
        facts["validating"] = time.monotonic() - begun
    return facts


def _peak() -> int | None:
    """The most memory that this process has had, in MB."""
    if resource is None:
        return None
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def honest(result: Facts) -> bool:
    """Whether a version ended as it may: with a story that the validator accepts, or at a limit that is named."""
    if result["status"] == "satisfied":
        return bool(result["accepted"])
    return result["status"] == "exhausted" or (result["status"] == "limit" and result["reached"] is not None)


def write(results: Sequence[Facts], max_expansions: int | None = None) -> None:
    """Writes the page."""
    statuses = Counter(result["status"] for result in results)
    work = "the default limits on work" if max_expansions is None else f"at most {max_expansions:,} expansions"
    lines = [
        "# The 18 published versions of the peer's problems",
        "",
        f"**{', '.join(f'{number} {status}' for status, number in statuses.most_common())}.**",
        "",
        "Made by `.venv/bin/python -m benchmarks.versions`; [the page on benchmarks](README.md) says how. Each version",
        f"in a process of its own, at the published limits (events/foresight/depth) and {work}. Seconds",
        "are wall-clock with start-up, MB the peak memory, both without validating. *satisfied*: a story was found;",
        "*limit*: the limit on work was reached before, and which one; *exhausted*: no story within the limits.",
        "",
        _line(HEAD),
        _line(["---"] * 6 + ["---:"] * 4),
        *(_line(_cells(result)) for result in results),
        "",
    ]
    FILE.write_text("\n".join(lines), encoding="utf-8")


def _cells(result: Facts) -> list[str]:
    status = result["status"]
    if result.get("reached"):
        status += f" ({result['reached']})"
    validator = ""
    if "accepted" in result:
        validator = "accepted" if result["accepted"] else "REFUTED"
        validator += f", {result['not_proven']} not proven" if result["not_proven"] else ""
    return [
        result["name"],
        f"{result['goal']:g}",
        f"{result['author_limit']}/{result['character_limit']}/{result['belief_limit']}",
        status + (f": {result['message']}" if "message" in result else ""),
        str(len(result["story"])) if "story" in result else "",
        validator,
        f"{result['seconds']:.1f}",
        str(result.get("megabytes") or ""),
        f"{result.get('expansions', 0):,}",
        f"{result.get('states', 0):,}",
    ]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


if __name__ == "__main__":
    sys.exit(main())
