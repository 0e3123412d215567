"""Questions that may take only so much work: what is asked beside the story shall not take longer than the story."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from kizuna.deliberation import Effort


@contextmanager
def at_most(work: int | None, effort: Effort) -> Iterator[None]:
    """Allows only ``work`` more expansions inside (None: as many as before); EffortSpent beyond them."""
    allowed = effort.max_expansions
    if work is not None:
        limit = effort.expanded + work
        effort.max_expansions = limit if allowed is None else min(limit, allowed)
    try:
        yield
    finally:
        effort.max_expansions = allowed
