"""Choices that pay either way: what comes of asking, whatever the other answers."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.deliberation import Asked, Reasons, called_for
from kizuna.epistemics import State
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Branch:
    """An answer that is believed to be open to somebody, and what it would leave the one who asked."""

    who: str
    answer: str
    outlook: Number
    pays: bool


@dataclass(frozen=True, slots=True)
class EitherWay:
    """The answers that an act calls for; ``without`` is what would be left of not having asked."""

    without: Number
    branches: tuple[Branch, ...]

    @property
    def robust(self) -> bool:
        """Whether every answer serves better than not having asked."""
        return all(branch.pays for branch in self.branches)


def either_way(reasons: Reasons, asked: Asked, action: int) -> EitherWay | None:
    """What follows from the answers to the demand that an act opens; None where it opens none.

    An answer is open to somebody who is believed to have a reason for it, or whose heart is unknown to the asker.
    """
    without = reasons.worth(asked, asked.believed)
    if without is None:
        return None
    mind = reasons.dynamics.after(asked.believed, action)
    world = reasons.dynamics.world
    branches = []
    for other, answer in called_for(reasons, asked, action):
        outlook = reasons.outlook_after(asked, mind, answer) if _is_open(reasons, asked, mind, answer, other) else None
        if outlook is not None:
            branches.append(Branch(world.characters[other], world.actions[answer].name, outlook, outlook > without))
    return EitherWay(without, tuple(branches)) if branches else None


def _is_open(reasons: Reasons, asked: Asked, mind: State, answer: int, other: int) -> bool:
    question = reasons.asked_in_mind(mind, other, asked.foresight - 1, asked.depth - 1, calm=asked.calm)
    if reasons.reason(question, answer) is not None:
        return True
    return not reasons.utilities.is_whole(question.heart)
