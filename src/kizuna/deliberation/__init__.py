"""Why would they: plans inside a mind, and whether an action has a reason."""

from kizuna.deliberation.effort import Cancelled, Effort, EffortSpent, Progress
from kizuna.deliberation.explain import explain
from kizuna.deliberation.explained import Reasons
from kizuna.deliberation.utility import Utilities, improves

__all__ = ["Cancelled", "Effort", "EffortSpent", "Progress", "Reasons", "Utilities", "explain", "improves"]
