"""A process that answers questions about one problem, and is replaced when it takes too long or too much memory.

One process for all questions of a problem shares what it learns between them; a new one starts without memory.
"""

from __future__ import annotations

import multiprocessing
import resource
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.oracle.agreement import Recording
from benchmarks.oracle.questions import Question

from kizuna.search import Progress

MEMORY = 3 * 2**30


@dataclass(frozen=True, slots=True)
class Answer:
    """Differences (None where there was no end), how long it took, and how far it came."""

    differences: list[str] | None
    seconds: float
    remark: str = ""


class Worker:
    """Answers questions about one problem, each within ``seconds`` of wall-clock time."""

    def __init__(self, problem: Path, answers: Path, seconds: float) -> None:
        self._files = (problem, answers)
        self._seconds = seconds
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def ask(self, question: Question) -> Answer:
        """The answer, or how far it came in the time allowed."""
        if self._line is None:
            self._start()
        assert self._line is not None
        begun = time.monotonic()
        progress = "no expansions yet"
        try:
            self._line.send(question)
            while self._line.poll(max(0.0, begun + self._seconds - time.monotonic())):
                kind, content = self._line.recv()
                if kind == "progress":
                    progress = content
                    continue
                seconds = time.monotonic() - begun
                if kind == "answer":
                    return Answer(content, seconds)
                self.close()
                return Answer(None, seconds, f"{content} after {progress}")
        except EOFError:
            self.close()
            return Answer(None, time.monotonic() - begun, f"the process died after {progress}")
        self.close()
        return Answer(None, self._seconds, f"came to {progress}")

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, *self._files), daemon=True)
        self._process.start()
        far.close()

    def close(self) -> None:
        """Ends the process; the next question starts a new one."""
        if self._process is not None and self._line is not None:
            self._process.kill()
            self._process.join()
            self._line.close()
        self._process = self._line = None


def _serve(line: Connection, problem: Path, answers: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    recording: Recording | None = None

    def report(progress: Progress) -> None:
        line.send(("progress", f"{progress.expanded:,} expansions, {progress.states:,} states, {progress.doing}"))

    while True:
        question: Question = line.recv()
        try:
            if recording is None:
                recording = Recording(problem, answers)
                recording.problem.effort.observer = report
            recording.problem.effort.doing = question.what
            line.send(("answer", question.differences(recording)))
        except MemoryError:
            recording = None
            line.send(("memory", f"{MEMORY // 2**30} GB of memory were full"))
        except Exception as error:
            line.send(("answer", [f"{type(error).__name__}: {error}"]))
