"""How kizuna does on the 18 published versions of the peer's problems: each in a process of its own, at their limits.

From the top folder of a checkout that has been set up (``./run test`` does that):

    .venv/bin/python -m benchmarks.versions [--shared DIR] [--version NAME] [--json FILE]

Writes ``benchmarks/versions.md`` (not with ``--version``, which runs one). :mod:`benchmarks.measuring` says what the
figures are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.measuring import Facts, Problem, measure
from benchmarks.shared import SHARED, WANTED, Reference

FILE = Path(__file__).parent / "versions.md"
HEAD = ("version", "goal", "limits", "status", "events", "validator", "seconds", "MB", "expansions", "states")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.versions", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds reference/ (%(default)s)")
    parser.add_argument("--version", metavar="NAME", help="only this one")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to this file")
    parser.add_argument("--max-expansions", type=int, metavar="N", help="another limit on work than the default")
    options = parser.parse_args()
    reference = Reference(options.shared)
    if (missing := reference.missing()) is not None:
        print(f"{missing}\n{WANTED}", file=sys.stderr)
        return 2
    versions = {each["name"]: each for each in json.loads(reference.settings.read_text("utf-8"))}
    if options.version is not None and options.version not in versions:
        parser.error(f"there is no version {options.version}; there are {', '.join(versions)}")
    results = []
    for name in [options.version] if options.version else versions:
        version = versions[name]
        asked = {key: version[key] for key in ("name", "goal", "author_limit", "character_limit", "belief_limit")}
        results.append(asked | measure(problem(version, reference, options.max_expansions)))
        print(_line(_cells(results[-1])), flush=True)
    if options.version is None:
        write(results, options.max_expansions)
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
    return int(not all(honest(result) for result in results))


def problem(version: Facts, reference: Reference, max_expansions: int | None = None) -> Problem:
    """One version as something to be measured: its file, its goal and its limits."""
    options: Facts = {
        "goal": version["goal"],
        "events": version["author_limit"],
        "foresight": version["character_limit"],
        "depth": version["belief_limit"],
    }
    options |= {} if max_expansions is None else {"max_expansions": max_expansions}
    file = str((reference.problems / version["file"]).resolve())
    return Problem(version["name"], file, language="sabre", options=options, validated=True)


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
