"""Two measurements held against each other, problem by problem: new over old, and the geometric mean.

    .venv/bin/python -m benchmarks.compare OLD.json NEW.json
    .venv/bin/python -m benchmarks.compare OLD.json              (what is here, measured now, in the suites of OLD)
    .venv/bin/python -m benchmarks.compare --against REVISION    (that revision and what is here, both measured now)

A ratio below 1 is a gain. Only problems that ended in the same way count for the means; that one which
had a story has none now is exit code 1.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from math import exp, log
from pathlib import Path

from benchmarks.measuring import Facts
from benchmarks.results import line, load, measured, revision
from benchmarks.suites import SUITES

QUANTITIES = {"cpu": "CPU", "seconds": "seconds", "expansions": "expansions", "states": "states", "megabytes": "MB"}
LEAST = {"cpu": 0.01, "seconds": 0.01}
"""What is measured as less counts as this much."""


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.compare", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("old", nargs="?", type=Path, help="figures kept with `benchmarks.run --json`")
    parser.add_argument("new", nargs="?", type=Path, help="others (if not given, measured now)")
    parser.add_argument("--against", metavar="REVISION", help="measure this revision of the repository as the old one")
    parser.add_argument("--suite", action="append", choices=SUITES, help="with --against: only this one (small)")
    options = parser.parse_args(words)
    if (options.old is None) is (options.against is None):
        parser.error("say either OLD.json or --against REVISION")
    if options.against is not None:
        with revision(options.against) as source:
            old = measured(options.suite or ["small"], source)
    else:
        old = load(options.old)
    new = load(options.new) if options.new else measured(dict.fromkeys(facts["suite"] for facts in old))
    print(compared(old, new))
    return int(any(lost(*pair) for pair in _pairs(old, new)))


def compared(old: Sequence[Facts], new: Sequence[Facts]) -> str:
    """The ratios as a table in Markdown, the geometric means last, and what only one side has."""
    pairs = _pairs(old, new)
    alike = [pair for pair in pairs if pair[0]["status"] == pair[1]["status"]]
    lines = [line(["problem", *QUANTITIES.values(), "what changed"]), line(["---", *["---:"] * len(QUANTITIES), "---"])]
    lines += [line([b["name"], *(_shown(ratio(a, b, each)) for each in QUANTITIES), changes(a, b)]) for a, b in pairs]
    means = [mean([ratio(*pair, each) for pair in alike]) for each in QUANTITIES]
    lines.append(line([f"geometric mean of {len(alike)}", *map(_shown, means), ""]))
    matched = {_key(facts) for pair in pairs for facts in pair}
    for side, results in (("old", old), ("new", new)):
        alone = [f"{facts['suite']}: {facts['name']}" for facts in results if _key(facts) not in matched]
        lines += [f"\nOnly in the {side} one: {'; '.join(alone)}."] if alone else []
    return "\n".join(lines)


def ratio(old: Facts, new: Facts, quantity: str) -> float | None:
    """New over old; None where one of them has no figure."""
    before, after = (max(facts.get(quantity) or 0, LEAST.get(quantity, 0)) for facts in (old, new))
    return after / before if before and after else None


def mean(ratios: Sequence[float | None]) -> float | None:
    """The geometric mean of those that there are; None of none."""
    known = [each for each in ratios if each is not None]
    return exp(sum(map(log, known)) / len(known)) if known else None


def changes(old: Facts, new: Facts) -> str:
    """In words, what came of a problem that came otherwise before."""
    words = [] if old["status"] == new["status"] else [f"{old['status']}, now {new['status']}"]
    before, after = old.get("story"), new.get("story")
    if before is not None and after is not None and before != after:
        lengths = f"of {len(before)} events, now {len(after)}" if len(before) != len(after) else "another"
        words.append(f"story: {lengths}")
    return "; ".join(words)


def lost(old: Facts, new: Facts) -> bool:
    """Whether there was a story, and is none now."""
    return "story" in old and "story" not in new


def _pairs(old: Sequence[Facts], new: Sequence[Facts]) -> list[tuple[Facts, Facts]]:
    known = {_key(facts): facts for facts in new}
    return [(facts, known[_key(facts)]) for facts in old if _key(facts) in known]


def _key(facts: Facts) -> tuple[str, str]:
    return facts["suite"], facts["name"]


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())
