"""Cells answered by worker processes on this machine.

Naive: a pool of the standard library, which gives up altogether when one of its processes is killed, and leaves the
others behind when it is killed itself. Here each worker has a pipe of its own: it is known which cell was lost with
whom, so that it is given to another, and a worker whose pipe is closed goes home.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.sweeping import Cell, Desk, Halted, Job, Task

TRIALS = 3
"""A cell with which so many workers were lost is not tried again."""


class Processes:
    """An :class:`~kizuna.sweeping.Executor` of so many worker processes; by default as many as there are cores."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or os.cpu_count() or 1

    def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
        """The answer of each task, as they come."""
        data, todo = pickle.dumps(job), iter(tasks)
        left: list[Task] = []
        trials: Counter[int] = Counter()
        crew: list[_Worker] = []
        try:
            while True:
                while len(crew) < self.workers and (task := left.pop() if left else next(todo, None)) is not None:
                    crew.append(_Worker(data))
                    crew[-1].give(task)
                if not crew:
                    return
                for ready in wait([worker.pipe for worker in crew]):
                    worker = next(each for each in crew if each.pipe is ready)
                    cell = worker.take()
                    if cell is not None:
                        yield cell
                        task = left.pop() if left else next(todo, None)
                    else:
                        trials[worker.task.number] += 1
                        if trials[worker.task.number] >= TRIALS:
                            raise Halted(lost(worker.task.number))
                        left.append(worker.task)
                        task = None
                    if task is None or not worker.give(task):
                        left += [] if task is None else [task]
                        crew.remove(worker)
                        worker.dismiss()
        finally:
            for worker in crew:
                worker.dismiss(at_once=True)


class _Worker:
    """A process that answers cells, and the one that it is at."""

    def __init__(self, data: bytes) -> None:
        context = get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, data), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, task: Task) -> bool:
        """Gives it a cell to answer; False where it has gone."""
        self.task = task
        try:
            self.pipe.send(task)
        except OSError:
            return False
        return True

    def take(self) -> Cell | None:
        """What it has answered; None where it was lost. What went wrong in it is raised here."""
        try:
            answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, Cell)
        return answer

    def dismiss(self, *, at_once: bool = False) -> None:
        """Sends it home."""
        self.pipe.close()
        if at_once:
            self._process.terminate()
        self._process.join()


def _work(pipe: Connection, data: bytes) -> None:
    """What a worker does: answer cells until its pipe is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever sent it out decides what Ctrl-C means
    desk = Desk(pickle.loads(data))
    with suppress(EOFError, OSError):
        while True:
            task = pipe.recv()
            try:
                answer: Cell | Exception = desk.answer(task)
            except Exception as error:
                answer = error
            pipe.send(answer)


def lost(number: int) -> Diagnostic:
    """That a cell was lost with every worker that was at it."""
    message = f"{TRIALS} worker processes were lost, one after the other, at cell {number}."
    hint = "The machine may be out of memory: take fewer --workers, or a lower --max-expansions."
    return diagnose("worker-lost", message, help=hint)
