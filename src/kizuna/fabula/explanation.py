"""Why somebody would: the plan that they have in mind, and what it is for.

An explanation is itself a small story, told in the state that its character believes in: that is the idea of Sabre
(Ware, Siler 2021), after intentional planning (Riedl, Young 2010).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Stake:
    """One motive in a plan: what it counts for (weight times score) now, and at the end that is hoped for."""

    motive: str
    before: Number
    after: Number

    @property
    def change(self) -> Number:
        """What the plan gains (or, below zero, costs) this motive."""
        return self.after - self.before


class Grade(Enum):
    """How somebody consents: by a plan, by an answer to a demand, by asking what pays either way, or by bearing it."""

    WILLS = "wills"
    ANSWERS = "answers"
    EITHER_WAY = "either way"
    PERMITS = "permits"


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """An action in a plan, with the reasons that the planner expects of everyone else who has to consent."""

    action: str
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The reason of ``character`` for the first action of ``plan``.

    ``before`` is their utility in the state that they believe in, ``after`` the one hoped for; ``stakes`` gives both
    by motive, at the weights that the plan starts with. ``floor`` and ``outlook`` are what is left of them at worst, by
    what others would do next; None where that is the same. What makes a plan a reason for each ``grade`` of consent is
    defined in docs/understanding/choosing.md; whoever permits an action, or asks what pays
    either way, has that action alone for a plan; of the latter, ``outlook`` is what the worst answer leaves.
    """

    character: str
    plan: tuple[PlannedStep, ...]
    before: Number
    after: Number
    stakes: tuple[Stake, ...] = ()
    grade: Grade = Grade.WILLS
    floor: Number | None = None
    outlook: Number | None = None
