"""The table of agreement, in Markdown: written whole, and read back so that one problem's rows can be renewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

FILE = Path(__file__).parent / "agreement.md"
HEAD = ("problem", "what", "limits", "result", "reason")
AGREE, DIFFERS = "agree", "differs"


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison and how it went; ``reason`` is empty where both agree."""

    problem: str
    what: str
    limits: str
    result: str
    reason: str = ""


def write(rows: Sequence[Row], path: Path = FILE) -> None:
    """Writes the page: a summary on top, then one line per comparison."""
    lines = [
        "# Agreement with the recorded answers of the peer",
        "",
        f"**{summary(rows)}**",
        "",
        "Made by `.venv/bin/python -m benchmarks.oracle`; [the page on benchmarks](../README.md) says how. Limits are",
        "events/foresight/depth. *counts*: ground fluents, actions and rules, and the actions' names. *states*: the",
        "initial state and the dumps of states, truths and beliefs. *reasons*: who has a reason for what, in sampled",
        "states. *stories*: how many stories there are within the limits, and which of them are minimal.",
        "",
        _line(HEAD),
        _line(["---"] * len(HEAD)),
        *(_line(astuple(row)) for row in rows),
        "",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")


def read(path: Path = FILE) -> list[Row]:
    """The rows of a page that was written before; none if there is no such page."""
    if not path.exists():
        return []
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if line.startswith("|")]
    return [Row(*row) for row in cells[2:]]


def summary(rows: Sequence[Row]) -> str:
    """How many comparisons ended how, in one sentence."""
    results = Counter(row.result for row in rows)
    agree, differ = results.pop(AGREE, 0), results.pop(DIFFERS, 0)
    others = "".join(f", {number} {result}" for result, number in sorted(results.items()))
    problems = len({row.problem for row in rows})
    return f"{agree} of {len(rows)} comparisons on {problems} problems agree, {differ} differ{others}."


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"
