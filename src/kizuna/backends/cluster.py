"""Cells answered by a cluster, through a scheduler of dask.distributed; an extra (`pip install "kizuna[cluster]"`).

Several cells go together, as many as take about half a second, since each message costs a few milliseconds; which go
together changes no answer. The job itself is a task that others depend on: if the worker that holds it is lost, the
scheduler makes it again, which it would not do with scattered data.
"""

from __future__ import annotations

import pickle
import threading
import time
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.sweeping import Cell, Desk, Halted, Job, Task

TRIALS = 3
"""Cells that were lost with so many workers are not tried again (dask itself gives each some trials before)."""
TOGETHER = 0.5
"""Seconds that the cells of one message should take."""
MOST_TOGETHER = 100


class Cluster:
    """An :class:`~kizuna.sweeping.Executor` behind the scheduler at an address such as ``tcp://10.0.0.5:8786``."""

    def __init__(self, scheduler: str, *, timeout: float = 10) -> None:
        self.scheduler = scheduler
        self.timeout = timeout

    def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
        """The answer of each task, as they come."""
        distributed = _library()
        client = self._client(distributed)
        try:
            yield from _Run(distributed, client, pickle.dumps(job), iter(tasks)).answers()
        except (OSError, TimeoutError) as error:  # a CommClosedError is an OSError
            raise Halted(unreachable(self.scheduler, f"it went away: {error}")) from error
        finally:
            client.close(timeout=2)

    def _client(self, distributed: Any) -> Any:
        try:
            client = distributed.Client(self.scheduler, timeout=self.timeout, set_as_default=False)
        except (OSError, ValueError, TypeError, TimeoutError) as error:
            raise Halted(unreachable(self.scheduler, str(error) or type(error).__name__)) from error
        try:
            client.wait_for_workers(1, timeout=self.timeout)
        except TimeoutError as error:
            client.close(timeout=2)
            raise Halted(unreachable(self.scheduler, "it has no workers")) from error
        return client


class _Run:
    """One sweep at a cluster: what is under way, and how many cells go together."""

    def __init__(self, distributed: Any, client: Any, data: bytes, todo: Iterator[Task]) -> None:
        self._killed = distributed.KilledWorker
        self._client = client
        self._done = distributed.as_completed(loop=client.loop)
        self._todo = todo
        self._job = client.submit(_same, data, pure=True)
        self._together = 1
        self._under_way: dict[Any, tuple[tuple[Task, ...], int]] = {}

    def answers(self) -> Iterator[Cell]:
        self._fill()
        while self._under_way:
            future = next(self._done)
            tasks, trials = self._under_way.pop(future)
            if future.status == "finished":
                seconds, cells = future.result()
                self._together = max(1, min(MOST_TOGETHER, int(TOGETHER * len(cells) / max(seconds, 1e-6))))
                yield from cells
            else:
                self._again(future, tasks, trials + 1)
            self._fill()

    def _fill(self) -> None:
        """Keeps every worker busy, with one message each in reserve."""
        room = 2 * max(1, sum(self._client.nthreads().values()))
        while len(self._under_way) < room and (tasks := tuple(islice(self._todo, self._together))):
            self._submit(tasks, 0)

    def _submit(self, tasks: tuple[Task, ...], trials: int) -> None:
        future = self._client.submit(_answered, self._job, tasks, pure=False)
        self._under_way[future] = tasks, trials
        self._done.add(future)

    def _again(self, future: Any, tasks: tuple[Task, ...], trials: int) -> None:
        """Gives cells to others whose workers were lost; what went wrong otherwise is raised here."""
        if future.status == "error":
            error = future.exception()
            if isinstance(error, ImportError):
                raise Halted(unreachable("the cluster", f"a worker lacks something: {error}")) from error
            if not isinstance(error, self._killed):
                raise error
        if trials >= TRIALS:
            numbers = f"{tasks[0].number} to {tasks[-1].number}"
            message = f"The cluster lost its workers again and again at cells {numbers}."
            hint = "The workers may be out of memory: give them more, or take a lower --max-expansions."
            raise Halted(diagnose("worker-lost", message, help=hint))
        for one in chain(tasks):
            self._submit((one,), trials)


def _library() -> Any:
    """dask.distributed, which nothing else needs."""
    try:
        import distributed  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        message = "A cluster is reached through dask.distributed, which is not installed."
        hint = 'Install it with `pip install "kizuna[cluster]"`, or leave out --scheduler.'
        raise Halted(diagnose("cluster-missing", message, help=hint)) from error
    return distributed


def unreachable(scheduler: str, why: str) -> Diagnostic:
    """That a cluster cannot be used, and why."""
    hint = "Is it running, and is the address that of the scheduler itself, such as `tcp://10.0.0.5:8786`?"
    return diagnose("scheduler-unreachable", f"The scheduler at {scheduler} cannot be used: {why}.", help=hint)


# --- at the workers --------------------------------------------------------------------------------------------------

_here = threading.local()


def _same(data: bytes) -> bytes:
    return data


def _answered(data: bytes, tasks: tuple[Task, ...]) -> tuple[float, list[Cell]]:
    """The answers of some cells, and the seconds that they took; the desk is kept for the next ones."""
    if getattr(_here, "data", None) != data:
        _here.data, _here.desk = data, Desk(pickle.loads(data))
    began = time.perf_counter()
    cells = [_here.desk.answer(task) for task in tasks]
    return time.perf_counter() - began, cells
