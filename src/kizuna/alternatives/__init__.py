"""Questions about what could be otherwise: a world and its changed twin side by side."""

from kizuna.alternatives.questions import MOST_TRIED, requires, whatif, why_not

__all__ = ["MOST_TRIED", "requires", "whatif", "why_not"]
