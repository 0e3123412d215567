"""A sweep on a cluster: a real scheduler and two workers on this machine, one of which is killed in the midst."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from kizuna import api
from kizuna.backends import Cluster
from kizuna.sweeping import Halted, Job, Map, prepared, run

THEFT = Path(__file__).parents[1] / "support" / "theft.story"
VARY = ("loves(Ana, Tom) = 0..10", "Ana wants ring = 0..20")


def job(*vary: str) -> Job:
    return prepared(api.read(str(THEFT)).unwrap(), vary or VARY).unwrap()


def refused(cluster: Cluster) -> tuple[str, str]:
    with pytest.raises(Halted) as halted:
        list(cluster.answers(job(), ()))
    return halted.value.diagnostic.code, halted.value.diagnostic.message


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "nonsense", "tcp://"])
def test_a_scheduler_that_is_not_there(address: str) -> None:
    pytest.importorskip("distributed")
    assert refused(Cluster(address, timeout=1))[0] == "scheduler-unreachable"


def test_without_the_library_of_the_cluster() -> None:
    with patch.dict(sys.modules, {"distributed": None}):
        assert refused(Cluster("tcp://127.0.0.1:1"))[0] == "cluster-missing"


# The driver is a process of its own: dask leaves threads and open ends behind, which are none of this suite's.
DRIVER = """
import json, os, signal, sys
from kizuna.backends import Cluster
from kizuna.sweeping import Task
from test_cluster import job

numbers, cells = [], []
for cell in Cluster(sys.argv[1]).answers(job(), [Task(number) for number in range(job().grid.size)]):
    numbers.append(cell.number)
    cells.append([cell.number, [standing.value for standing in cell.standings], cell.story.actions])
    if len(numbers) == 10:
        os.kill(int(sys.argv[2]), signal.SIGKILL)
print(json.dumps([numbers, cells]))
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there is no SIGKILL")
def test_all_cells_are_answered_and_none_twice_though_a_worker_is_killed(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with scheduler(tmp_path) as (address, workers):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
        command = [sys.executable, "-c", DRIVER, address, str(workers[0].pid)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False, env=environment)
        assert done.returncode == 0, done.stderr + (tmp_path / "log").read_text("utf-8")
        assert workers[0].wait(timeout=10) == -signal.SIGKILL
        assert workers[1].poll() is None
    numbers, cells = json.loads(done.stdout)
    assert sorted(numbers) == list(range(231))
    here = run(job(*VARY)).unwrap()
    assert sorted(cells) == [expected(here, number) for number in range(231)]


def expected(map: Map, number: int) -> list[object]:
    cell = map.cells[number]
    assert cell.story is not None
    return [number, [standing.value for standing in cell.standings], list(cell.story.actions)]


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler on loopback at a free port, and two workers without anyone to begin them anew."""
    file = folder / "scheduler.json"
    local = ["--host", "tcp://127.0.0.1", "--no-dashboard", "--dashboard-address", "127.0.0.1:0"]
    named = ["--scheduler-file", str(file)]
    worker = ["worker", *local, *named, "--nthreads", "1", "--no-nanny", "--death-timeout", "60"]
    with ExitStack() as stack:
        begun = begin(stack, folder, "scheduler", *local, "--port", "0", *named)
        workers = [begin(stack, folder, *worker, "--local-directory", str(folder)) for _ in range(2)]
        for _ in range(600):
            if file.exists() and file.stat().st_size:
                break
            assert begun.poll() is None, (folder / "log").read_text("utf-8")
            time.sleep(0.1)
        yield json.loads(file.read_text("utf-8"))["address"], workers


def begin(stack: ExitStack, folder: Path, *words: str) -> subprocess.Popen[bytes]:
    """A process of dask, which ends with the test."""
    log = stack.enter_context((folder / "log").open("ab"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "dask", *words]
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)
    stack.callback(process.wait)
    stack.callback(process.kill)
    return process
