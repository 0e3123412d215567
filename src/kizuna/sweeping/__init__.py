"""A world swept: one world for every choice of what its author lets vary, and of each what would, can or must happen.

Naive: change the text, ask, write down, and again. Better: one :class:`Job` says what varies and what is asked, any
:class:`Executor` answers its cells in any order, a :class:`Store` keeps each as soon as it is known, and the
:class:`Map` is what they come to. Stores and executors are passed in; the two here know nothing of the outside.
"""

from kizuna.sweeping.cells import Ask, Cell, Outcomes, Standing
from kizuna.sweeping.desk import Desk, Task
from kizuna.sweeping.grid import Grid
from kizuna.sweeping.job import MOST_CELLS, Job, Question, prepared
from kizuna.sweeping.map import Map
from kizuna.sweeping.protocols import Executor, Halted, Here, Memory, Store
from kizuna.sweeping.sweep import Tally, opened, run, sweep

__all__ = [
    "MOST_CELLS",
    "Ask",
    "Cell",
    "Desk",
    "Executor",
    "Grid",
    "Halted",
    "Here",
    "Job",
    "Map",
    "Memory",
    "Outcomes",
    "Question",
    "Standing",
    "Store",
    "Tally",
    "Task",
    "opened",
    "prepared",
    "run",
    "sweep",
]
