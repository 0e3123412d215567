"""What a sweep may use of the outside: a store in a file, worker processes, a cluster. Passed in, never reached for."""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.backends.cluster import Cluster
    from kizuna.backends.processes import Processes
    from kizuna.backends.sqlite import SqliteStore
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.backends.cluster": "Cluster",
            "kizuna.backends.processes": "Processes",
            "kizuna.backends.sqlite": "SqliteStore",
        },
    )

__all__ = ["Cluster", "Processes", "SqliteStore"]
