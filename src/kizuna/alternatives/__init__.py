"""Questions about what could be otherwise: a world and its changed twin side by side."""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.alternatives.questions import whatif, why_not
    from kizuna.alternatives.requiring import MOST_REPLAYED, MOST_TRIED, requires
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.alternatives.questions": "whatif why_not",
            "kizuna.alternatives.requiring": "MOST_REPLAYED MOST_TRIED requires",
        },
    )

__all__ = ["MOST_REPLAYED", "MOST_TRIED", "requires", "whatif", "why_not"]
