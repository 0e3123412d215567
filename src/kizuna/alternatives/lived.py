"""Asking something of an unfolded world: what goes wrong while living through it becomes a diagnostic."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from kizuna import answers, grounding
from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.epistemics import EndlessRulesError
from kizuna.grounding import Unfolded
from kizuna.model.world import World

T = TypeVar("T")


def lived(world: World, found: list[Diagnostic], question: Callable[[Unfolded], T]) -> Outcome[T]:
    """The answer, or what went wrong while living through a world."""
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, [*found, *unfolded.diagnostics])
    found = [*dict.fromkeys([*found, *unfolded.diagnostics])]
    try:
        return conclude(question(unfolded.value), found)
    except EndlessRulesError as endless:
        return conclude(None, [*found, answers.endless(unfolded.value.shrunk(), endless)])
    except ZeroDivisionError:
        message = "A number is divided by zero while living through the world."
        return conclude(None, [*found, diagnose("division-by-zero", message)])
