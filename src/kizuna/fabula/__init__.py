"""What happened and why: events with their explanations, as values that can be saved, replayed and checked."""

from kizuna.fabula.explanation import Explanation, Grade, PlannedStep, Stake
from kizuna.fabula.fabula import Event, Fabula, Limits
from kizuna.fabula.validate import Finding, Verdict, validate

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
