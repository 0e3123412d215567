"""Asking somebody whose heart one does not know: a reason if it pays whatever they answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from kizuna.deliberation.asked import Asked
from kizuna.deliberation.utility import Utilities, improves
from kizuna.epistemics import Dynamics, State
from kizuna.model.values import Number


class Weighing(Protocol):
    """What it takes to weigh what comes of an act in a mind."""

    dynamics: Dynamics
    utilities: Utilities

    def answers(self, state: State, action: int) -> bool:
        """Whether an action is an answer in a state."""

    def worth(self, asked: Asked, state: State) -> Number | None:
        """What a state is worth to the character who is asked."""

    def outlook_after(self, asked: Asked, mind: State, action: int) -> Number | None:
        """What is left to them once an action of anybody has happened in their mind ``mind``."""


def called_for(reasons: Weighing, asked: Asked, action: int) -> Iterator[tuple[int, int]]:
    """The answers that an action calls for in the mind of who is asked, each with who would give it."""
    before = asked.believed
    after = reasons.dynamics.after(before, action)
    for answer in reasons.dynamics.possible(after):
        for other in reasons.dynamics.world.actions[answer].consenting:
            is_open = other != asked.character and reasons.answers(after.beliefs[other], answer)
            if is_open and not reasons.answers(before.beliefs[other], answer):
                yield other, answer


def pays_either_way(reasons: Weighing, asked: Asked, action: int) -> Number | None:
    """The lowest outlook among the answers that an action calls for, if that is above doing nothing; else None.

    Only asking somebody of whom a weight is unknown is a matter of either way: of all others one knows the answer.
    """
    if asked.foresight < 2:
        return None
    after = reasons.dynamics.after(asked.believed, action)
    answers = list(called_for(reasons, asked, action))
    if not answers or all(_is_open_book(reasons, after, other) for other, _ in answers):
        return None
    if reasons.worth(asked, after) is None:
        return None
    outlooks = [reasons.outlook_after(asked, after, answer) for _, answer in answers]
    known = [outlook for outlook in outlooks if outlook is not None]
    if len(known) < len(outlooks):
        return None
    lowest = min(known)
    return lowest if improves(lowest, reasons.worth(asked, asked.believed)) else None


def _is_open_book(reasons: Weighing, mind: State, other: int) -> bool:
    return reasons.utilities.is_whole(reasons.utilities.heart(other, mind))
