"""Figures kept: measured for a revision or for what is here, written as JSON, shown as a table."""

from __future__ import annotations

import io
import json
import platform
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measuring import Facts, measure
from benchmarks.shared import ROOT
from benchmarks.suites import SUITES

FORMAT, VERSION = "kizuna-benchmarks", 1
HEAD = ("problem", "status", "events", "seconds", "CPU", "expansions", "states", "MB", "bytes a state")


def measured(suites: Iterable[str], source: Path | None = None, *, shown: bool = True) -> list[Facts]:
    """The figures of all problems of some suites, each line of the table printed as it comes."""
    found = []
    if shown:
        print(table([]), flush=True)
    for suite in suites:
        for facts in SUITES[suite](partial(measure, source=source)):
            found.append({"suite": suite, **facts})
            if shown:
                print(line(cells(facts)), flush=True)
    return found


@contextmanager
def revision(name: str | None) -> Iterator[Path | None]:
    """The package as it was at a revision of the repository, in a temporary folder; None is what is here.

    The repository itself is only read: no worktree is registered in it, so none can be left behind.
    """
    if name is None:
        yield None
        return
    archive = subprocess.run(["git", "archive", name, "src"], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        sys.exit(archive.stderr.decode(errors="replace").strip())
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
            files.extractall(folder, filter="data")
        yield Path(folder) / "src"


def save(results: Sequence[Facts], path: Path) -> None:
    """Writes figures as JSON, with the Python that they were measured with."""
    document = {"format": FORMAT, "version": VERSION, "python": platform.python_version(), "problems": list(results)}
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def load(path: Path) -> list[Facts]:
    """The figures in a file; ends the program where it holds none."""
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        sys.exit(f"{path} cannot be read: {error}")
    if not isinstance(document, dict) or (document.get("format"), document.get("version")) != (FORMAT, VERSION):
        sys.exit(f"{path} holds no {FORMAT}, version {VERSION}")
    problems: list[Facts] = document["problems"]
    return problems


def table(results: Sequence[Facts]) -> str:
    """Figures as a table in Markdown."""
    return "\n".join([line(HEAD), line(["---"] * 3 + ["---:"] * 6), *(line(cells(facts)) for facts in results)])


def cells(facts: Facts) -> list[str]:
    """One line of the table."""
    reached = f" ({facts['reached']})" if facts.get("reached") else ""
    message = f": {facts['message']}" if "message" in facts else ""
    return [
        facts["name"],
        f"{facts['status']}{reached}{message}",
        str(len(facts["story"])) if "story" in facts else "",
        *(f"{facts[name]:.2f}" if name in facts else "" for name in ("seconds", "cpu")),
        *(f"{facts[name]:,}" if facts.get(name) else "" for name in _COUNTS),
    ]


_COUNTS = ("expansions", "states", "megabytes", "bytes_per_state")


def line(words: Sequence[str]) -> str:
    """Words as a line of a table in Markdown."""
    return "| " + " | ".join(words) + " |"
