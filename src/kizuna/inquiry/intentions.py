"""Intentions that come to nothing: who hesitates, and who gives up."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna import appraisal
from kizuna.appraisal.intentions import Ending
from kizuna.deliberation import Reasons
from kizuna.epistemics import State
from kizuna.fabula import Event, Limits

__all__ = ["Dropped", "Ending", "Intentions"]


@dataclass(frozen=True, slots=True)
class Dropped:
    """An intention that somebody no longer has after an event: whose, what was left of the plan, and how it ends."""

    who: str
    plan: tuple[str, ...]
    how: Ending


class Intentions:
    """What everyone meant to do and no longer does, event by event."""

    def __init__(self, reasons: Reasons, limits: Limits) -> None:
        self._world = reasons.dynamics.world
        self._intentions = appraisal.Intentions(reasons, limits)

    def after(self, event: Event, state: State) -> tuple[Dropped, ...]:
        """The intentions that end undone with an event, after which the story is in ``state``."""
        return tuple(
            Dropped(self._world.characters[ended.intention.who], self._named(ended.intention.plan), ended.how)
            for ended in self._intentions.after(event, state)
            if ended.how is not Ending.DONE and ended.intention.plan
        )

    def _named(self, plan: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(self._world.actions[step].name for step in plan)
