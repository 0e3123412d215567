"""Measures every problem of some suites, each in a fresh process: time, work, memory, and what came of it.

    .venv/bin/python -m benchmarks.run [--suite small|worlds|versions|scaling] [--json FILE] [--of REVISION]

Without ``--suite`` worlds and scaling are measured. ``--page`` also writes ``benchmarks/measured.md`` and
``measured.json``, from which ``python -m benchmarks.pictures`` draws.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.measuring import Facts
from benchmarks.results import measured, revision, save, table
from benchmarks.shared import WANTED, Reference
from benchmarks.suites import SUITES

FOLDER = Path(__file__).parent


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--suite", action="append", choices=SUITES, help="only this one (may be given several times)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to this file")
    parser.add_argument("--of", metavar="REVISION", help="of another revision than what is here")
    parser.add_argument("--page", action="store_true", help="write measured.md and measured.json")
    options = parser.parse_args(words)
    suites = options.suite or ["worlds", "scaling"]
    if "versions" in suites and (missing := Reference().missing()) is not None:
        print(f"{missing}\n{WANTED}", file=sys.stderr)
        return 2
    with revision(options.of) as source:
        results = measured(suites, source)
    if options.json:
        save(results, options.json)
    if options.page:
        save(results, FOLDER / "measured.json")
        (FOLDER / "measured.md").write_text(page(results), encoding="utf-8")
    return int(any(facts["status"] == "failed" for facts in results))


def page(results: Sequence[Facts]) -> str:
    """The figures as a page in Markdown, suite by suite."""
    costs = [facts["bytes_per_state"] for facts in results if facts.get("bytes_per_state")]
    lines = [
        "# Measured",
        "",
        "Made by `.venv/bin/python -m benchmarks.run --page`; [the page on benchmarks](README.md) says what the",
        "figures are. Each problem in a process of its own. Seconds depend on the machine and on what else it does;",
        "expansions, states and events are the same everywhere.",
        "",
    ]
    if costs:
        lines += [f"**A state costs {median(costs):,.0f} bytes** (the median; {min(costs):,} to {max(costs):,}).", ""]
    for suite in dict.fromkeys(facts["suite"] for facts in results):
        lines += [f"## {suite}", ""]
        if suite == "scaling":
            lines += ["![How time, states and memory grow along each axis](scaling.svg)", ""]
        lines += [table([facts for facts in results if facts["suite"] == suite]), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
