"""By what stories can be ranked; :mod:`kizuna.inquiry.ranking` does it."""

from __future__ import annotations

from enum import Enum


class By(Enum):
    """What stories are ranked by."""

    CONFLICT = "conflict"
    IRONY = "irony"
    COST = "cost"
    VARIETY = "variety"
