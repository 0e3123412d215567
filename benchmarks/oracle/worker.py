"""A process that answers questions about one problem, and is replaced when it takes too long or too much memory.

One process for all questions of a problem shares what it learns between them; a new one starts without memory. Time is
the processor's, so that a busy machine gives the same answers as an idle one; the process itself keeps it, by the timer
that ends a process by default. Should that fail, it is ended after five times as many seconds on the clock.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.oracle.agreement import Recording
from benchmarks.oracle.questions import Question

from kizuna.search import Progress

MEMORY = 3 * 2**30
PATIENCE = 5
ENDED = {-signal.SIGPROF, -signal.SIGKILL}
"""How a process ends that was given no more time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Differences (None where there was no end), how long it took, and how far it came."""

    differences: list[str] | None
    seconds: float
    remark: str = ""


class Worker:
    """Answers questions about one problem, each within ``seconds`` of the processor's time."""

    def __init__(self, problem: Path, answers: Path, seconds: float) -> None:
        self._arguments = (problem, answers, seconds)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def ask(self, question: Question) -> Answer:
        """The answer, or how far it came in the time allowed."""
        if self._line is None:
            self._start()
        assert self._line is not None
        begun = time.monotonic()
        progress, end = "nothing", begun + PATIENCE * self._arguments[-1]
        try:
            self._line.send(question)
            while self._line.poll(max(0.0, end - time.monotonic())):
                kind, content = self._line.recv()
                if kind == "answer":
                    return Answer(content, time.monotonic() - begun)
                if kind == "memory":
                    self.close()
                    return Answer(None, time.monotonic() - begun, f"{content} after {progress}")
                progress = content
        except (EOFError, ConnectionError):
            pass
        code = self.close()
        remark = f"came to {progress}" if code in ENDED else f"ended with {code} after {progress}"
        return Answer(None, time.monotonic() - begun, remark)

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, far = context.Pipe()
        self._process = context.Process(target=_serve, args=(far, *self._arguments), daemon=True)
        self._process.start()
        far.close()

    def close(self) -> int | None:
        """Ends the process, and says how it ended; the next question starts a new one."""
        code = None
        if self._process is not None and self._line is not None:
            self._process.join(0.5)
            self._process.kill()
            self._process.join()
            code = self._process.exitcode
            self._line.close()
        self._process = self._line = None
        return code


def _serve(line: Connection, problem: Path, answers: Path, seconds: float) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    recording: Recording | None = None

    def report(progress: Progress) -> None:
        line.send(("progress", f"{progress.expanded:,} expansions, {progress.states:,} states, {progress.doing}"))

    while True:
        question: Question = line.recv()
        signal.setitimer(signal.ITIMER_PROF, seconds)
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
