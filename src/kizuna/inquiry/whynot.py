"""Why does it not happen? What stands in the way of an event at a place of a story, and what would help."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.deliberation import Cancelled, EffortSpent
from kizuna.fabula import Limits
from kizuna.inquiry.hindrance import Hindrance, Hindrances, named
from kizuna.inquiry.staging import Staging
from kizuna.model.world import EventPattern


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What keeps ``event`` from happening right before event ``at`` (from 1) of a story; ``before`` is what it follows.

    Nothing does where there are no ``hindrances``. ``reached`` is the limit on work that was reached (None: none), so
    that there may be more to say. ``text`` is the event as a sentence, where it could ever happen.
    """

    event: str
    at: int
    before: tuple[str, ...]
    limits: Limits
    hindrances: tuple[Hindrance, ...]
    text: str = ""
    reached: str | None = None

    @property
    def happens(self) -> bool | None:
        """Whether it could happen there; None where that was not settled."""
        if self.hindrances:
            return False
        return None if self.reached else True


def why_not(
    staging: Staging, event: EventPattern, before: tuple[str, ...], limits: Limits, max_expansions: int | None
) -> WhyNot:
    """What keeps an event from happening after the events ``before``, each of which can happen there.

    First everything is asked without what would help, so that a limit on work takes that away before the answer.
    """
    dynamics = staging.problem.dynamics
    state = dynamics.initial
    for name in before:
        state = dynamics.after(state, staging.world.action_ids[name])
    found: tuple[Hindrance, ...] = ()
    reached = None
    staging.allow(max_expansions)
    try:
        for supply in (False, True):
            asked = Hindrances(staging.reasons, staging.conditions, limits, staging.forbidden, supply)
            found = asked.of(state, event)
    except EffortSpent as spent:
        reached = spent.what
    except Cancelled:
        reached = "cancelled"
    name = named(event)
    text = staging.told(name) if name in staging.world.action_ids else ""
    return WhyNot(name, len(before) + 1, before, limits, found, text, reached)
