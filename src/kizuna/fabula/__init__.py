"""What happened and why: events with their explanations, as values that can be saved, replayed and checked."""

from typing import TYPE_CHECKING

from kizuna import lazily
from kizuna.fabula.explanation import Explanation, Grade, PlannedStep, Stake
from kizuna.fabula.fabula import Event, Fabula, Limits

if TYPE_CHECKING:
    from kizuna.fabula.validator import Finding, Verdict, validate
else:
    __getattr__ = lazily.names(__name__, {"kizuna.fabula.validator": "Finding Verdict validate"})

__all__ = [
    "Event",
    "Explanation",
    "Fabula",
    "Finding",
    "Grade",
    "Limits",
    "PlannedStep",
    "Stake",
    "Verdict",
    "validate",
]
