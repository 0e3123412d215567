"""Why would they: plans inside a mind, and whether an action has a reason."""

from kizuna.deliberation.asked import Asked
from kizuna.deliberation.effort import Cancelled, Effort, EffortSpent, Progress, SliceSpent
from kizuna.deliberation.explain import explain
from kizuna.deliberation.explained import Reasons
from kizuna.deliberation.option import Option
from kizuna.deliberation.plans import Plan
from kizuna.deliberation.requests import called_for
from kizuna.deliberation.utility import Utilities, improves

__all__ = [
    "Asked",
    "Cancelled",
    "Effort",
    "EffortSpent",
    "Option",
    "Plan",
    "Progress",
    "Reasons",
    "SliceSpent",
    "Utilities",
    "called_for",
    "explain",
    "improves",
]
