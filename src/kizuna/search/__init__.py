"""Find fabulas: complete within its limits, honest about why it stopped."""

from kizuna.deliberation import Progress
from kizuna.search.find import find
from kizuna.search.problem import Problem
from kizuna.search.result import SearchResult, Statistics, Stop

__all__ = ["Problem", "Progress", "SearchResult", "Statistics", "Stop", "find"]
