"""Find fabulas: complete within its limits, honest about why it stopped."""

from kizuna.deliberation import Progress
from kizuna.search.find import find
from kizuna.search.live import Life, Lived, Rest, live
from kizuna.search.must import Must, Proof, must
from kizuna.search.problem import Problem
from kizuna.search.result import SearchResult, Statistics, Stop

__all__ = [
    "Life",
    "Lived",
    "Must",
    "Problem",
    "Progress",
    "Proof",
    "Rest",
    "SearchResult",
    "Statistics",
    "Stop",
    "find",
    "live",
    "must",
]
