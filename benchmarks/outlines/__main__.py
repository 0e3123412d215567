"""Breaks valid outlines in many ways, and measures what `kizuna outline` finds of it.

    python -m benchmarks.outlines [--suite built | "held out" | written] [--most N] [--seed N] [--page]

The counts are the same on every machine. ``--page`` writes benchmarks/outlines/measured.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.outlines.measuring import Tally, measure
from benchmarks.outlines.suites import SUITES

PAGE = Path(__file__).with_name("measured.md")
HEAD = (
    "changed", "of them invalid", "precision", "recall", "not proven", "first finding at the first hole",
    "findings each", "repaired", "other than by leaving out", "valid after it", "refuted",
)  # fmt: skip


def main(words: list[str] | None = None) -> int:
    """Prints, and perhaps writes, a table for each suite."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.outlines", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--suite", choices=list(SUITES), action="append", help="the worlds (built, and held out)")
    parser.add_argument("--most", type=int, default=12, help="changed outlines of a kind for each valid one (12)")
    parser.add_argument("--seed", type=int, default=1, help="which of them, where there are more (1)")
    parser.add_argument("--page", action="store_true", help=f"write {PAGE.name}")
    asked = parser.parse_args(words)
    parts = []
    for suite in asked.suite or ["built", "held out"]:
        rows = measure(SUITES[suite](), asked.most, asked.seed)
        part = table(suite, rows)
        print(part, flush=True)
        parts.append(part)
    if asked.page:
        title = "# Holes found in outlines\n\n"
        how = f"Made by `python -m benchmarks.outlines --page --most {asked.most} --seed {asked.seed}`; see [the benchmarks](../README.md).\n\n"  # noqa: E501
        PAGE.write_text(title + how + "\n".join(parts), encoding="utf-8")
    return 0


def table(suite: str, rows: Iterable[tuple[str, str, Tally]]) -> str:
    """The figures of one suite: by kind of change, by world, and in all."""
    kinds, worlds, whole = dict[str, Tally](), dict[str, Tally](), Tally()
    for world, kind, tally in rows:
        print(f"{world}: {kind}", file=sys.stderr, flush=True)
        kinds.setdefault(kind, Tally()).add(tally)
        worlds.setdefault(world, Tally()).add(tally)
        whole.add(tally)
    lines = [f"## {suite}: {', '.join(worlds)}", ""]
    for title, part in (("kind", kinds), ("world", worlds)):
        lines += [f"| {title} | {' | '.join(HEAD)} |", "|---" * (len(HEAD) + 1) + "|"]
        lines += [_row(name, tally) for name, tally in [*part.items(), ("**in all**", whole)]]
        lines.append("")
    return "\n".join(lines)


def _row(name: str, tally: Tally) -> str:
    cells = (
        str(tally.invalid + tally.valid), str(tally.invalid), _share(tally.found, tally.found + tally.false),
        _share(tally.found, tally.invalid), str(tally.left_open), _share(tally.located, tally.found),
        f"{tally.findings / tally.found:.2f}" if tally.found else "", _share(tally.repaired, tally.found),
        _share(tally.otherwise, tally.found), _share(tally.whole, tally.found), str(tally.refuted),
    )  # fmt: skip
    return f"| {name} | {' | '.join(cells)} |"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else ""


if __name__ == "__main__":
    sys.exit(main())
