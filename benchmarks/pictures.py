"""How time, states and memory grow along each axis of the scaling family, drawn.

    .venv/bin/python -m benchmarks.pictures [FIGURES.json] [--into FOLDER]

Reads what ``benchmarks.run --json`` (or ``--page``) wrote and writes ``scaling.svg`` and ``scaling.png``; the same
figures give the same bytes. Needs matplotlib, which the extra ``pictures`` brings: ``pip install -e '.[pictures]'``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.measuring import Facts
from benchmarks.results import load
from benchmarks.scaling import AXES, BASE

FOLDER = Path(__file__).parent
ROWS = {"cpu": "seconds of the processor", "states": "states", "megabytes": "memory in MB"}
INK, GRID, MARKED = "#1f4e79", "#d9d9d9", "#c0504d"
STYLE = {
    "svg.hashsalt": "kizuna",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pictures", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("figures", nargs="?", type=Path, default=FOLDER / "measured.json", help="(%(default)s)")
    parser.add_argument("--into", type=Path, default=FOLDER, metavar="FOLDER", help="where to (%(default)s)")
    options = parser.parse_args(words)
    results = [facts for facts in load(options.figures) if facts["suite"] == "scaling" and "cpu" in facts]
    if not results:
        print(f"{options.figures} holds no figures of the scaling suite", file=sys.stderr)
        return 1
    try:
        draw(results, options.into)
    except ModuleNotFoundError as missing:
        print(f"pictures need {missing.name}: .venv/bin/python -m pip install -e '.[pictures]'", file=sys.stderr)
        return 2
    return 0


def draw(results: Sequence[Facts], folder: Path) -> None:
    """Writes the picture: a column for each axis, a row for each quantity, all of a row on one scale."""
    import matplotlib as mpl  # noqa: PLC0415 (an extra, which nothing but drawing needs)
    from matplotlib.figure import Figure  # noqa: PLC0415
    from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator  # noqa: PLC0415

    axes = [axis for axis in AXES if any(facts["axis"] == axis for facts in results)]
    with mpl.rc_context(STYLE):
        figure = Figure(figsize=(2.3 * len(axes) + 0.6, 6.4), layout="constrained")
        panels = figure.subplots(len(ROWS), len(axes), sharex="col", sharey="row", squeeze=False)
        for row, (quantity, words) in zip(panels, ROWS.items(), strict=True):
            for panel, axis in zip(row, axes, strict=True):
                _panel(panel, [facts for facts in results if facts["axis"] == axis], quantity)
            row[0].set_ylabel(words)
            row[0].yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
            row[0].yaxis.set_minor_locator(NullLocator())
            row[0].yaxis.set_major_formatter(FuncFormatter(lambda amount, _: f"{amount:,.5g}"))
        for panel, axis in zip(panels[-1], axes, strict=True):
            panel.set_xlabel(axis)
            panel.set_xticks([facts["size"] for facts in results if facts["axis"] == axis])
        figure.suptitle(f"One axis grows, the others stay: {_base()} (red)")
        figure.savefig(folder / "scaling.svg", metadata={"Date": None})
        figure.savefig(folder / "scaling.png", dpi=120, metadata={"Software": None})


def _panel(panel: Any, results: Sequence[Facts], quantity: str) -> None:
    """One quantity along one axis; hollow where there was no story within the work allowed."""
    points = [(facts["size"], facts[quantity], facts) for facts in results if facts.get(quantity)]
    panel.plot([size for size, _, _ in points], [amount for _, amount, _ in points], color=INK, linewidth=1.2)
    for size, amount, facts in points:
        color = MARKED if size == getattr(BASE, facts["axis"]) else INK
        panel.plot([size], [amount], "o", color=color, markersize=4.5, fillstyle="full" if "story" in facts else "none")
    panel.set_yscale("log")
    panel.grid(axis="y", color=GRID, linewidth=0.6)


def _base() -> str:
    return ", ".join(f"{axis} {getattr(BASE, axis)}" for axis in AXES)


if __name__ == "__main__":
    sys.exit(main())
