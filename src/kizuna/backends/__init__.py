"""What a sweep may use of the outside: a store in a file, worker processes, a cluster. Passed in, never reached for."""

from kizuna.backends.cluster import Cluster
from kizuna.backends.processes import Processes
from kizuna.backends.sqlite import SqliteStore

__all__ = ["Cluster", "Processes", "SqliteStore"]
