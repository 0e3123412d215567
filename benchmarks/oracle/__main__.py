"""Compares everything that kizuna answers about the peer's 11 problems with what the peer answers.

From the top folder of a checkout that has been set up (``./run test`` does that):

    .venv/bin/python -m benchmarks.oracle [--shared DIR] [--problem NAME] [--seconds N]

The reference data is looked for in ``../shared`` beside the checkout. Writes ``benchmarks/oracle/agreement.md``; with
``--problem`` only that problem's rows are renewed. Ends with 1 if anything differs, with 2 if the data is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.oracle import table
from benchmarks.oracle.questions import questions
from benchmarks.oracle.table import AGREE, DIFFERS, Row
from benchmarks.oracle.worker import Answer, Worker
from benchmarks.shared import PROBLEMS, SHARED, WANTED, Reference


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.oracle", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder that holds reference/ (%(default)s)")
    parser.add_argument("--problem", choices=PROBLEMS, help="only this one; the rows of the others stay")
    parser.add_argument(
        "--seconds", type=float, default=60, help="of the processor's time, for each comparison (%(default)s)"
    )
    options = parser.parse_args()
    reference = Reference(options.shared)
    if (missing := reference.missing()) is not None:
        print(f"{missing}\n{WANTED}", file=sys.stderr)
        return 2
    everything = table.read()
    for name in [options.problem] if options.problem else PROBLEMS:
        renewed = compare(name, reference, options.seconds)
        everything = sorted([row for row in everything if row.problem != name] + list(renewed), key=_problem)
        table.write(everything)
    print(f"{table.summary(everything)}\nwritten to {table.FILE}")
    return int(any(row.result == DIFFERS for row in everything))


def _problem(row: Row) -> str:
    return row.problem


def compare(name: str, reference: Reference, seconds: float) -> Iterator[Row]:
    """Puts every question about one problem."""
    answers = json.loads(reference.recording(name).read_text("utf-8"))
    worker = Worker(reference.problem(name), reference.recording(name), seconds)
    for question in questions(answers):
        answer = worker.ask(question)
        result, reason = _judged(answer, seconds)
        print(f"{name:12} {question.title:22} {question.limits:8} {result} {answer.seconds:.2f}s {reason}", flush=True)
        yield Row(name, question.title, question.limits, result, reason)
    worker.close()


def _judged(answer: Answer, seconds: float) -> tuple[str, str]:
    if answer.differences is None:
        return f"not finished in {seconds:g} s", answer.remark
    return (DIFFERS, "; ".join(answer.differences)) if answer.differences else (AGREE, "")


if __name__ == "__main__":
    sys.exit(main())
