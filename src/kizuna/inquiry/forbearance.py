"""What somebody leaves undone, and for what: an act that was open and would have had a reason but for one thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.deliberation import Asked, Reasons

FORESIGHT = 2
"""How far ahead those look who are asked what they leave undone: what is near at hand."""


@dataclass(frozen=True, slots=True)
class Forbearance:
    """An act left undone by ``who``: for the sake of ``motive``, or (None) because something else serves better."""

    who: str
    action: str
    motive: str | None


def forbearances(reasons: Reasons, asked: Asked) -> Iterator[Forbearance]:
    """What the character who is asked could do and does not, though but for one motive they would."""
    asked = asked._replace(foresight=min(asked.foresight, FORESIGHT))
    world = reasons.dynamics.world
    who = world.characters[asked.character]
    for action in reasons.dynamics.possible(asked.believed):
        if asked.character not in world.actions[action].consenting or reasons.reason(asked, action) is not None:
            continue
        if reasons.has_plan(asked, action):
            yield Forbearance(who, world.actions[action].name, None)
            continue
        for place, motive in enumerate(reasons.utilities.motives(asked.character)):
            without = asked._replace(heart=reasons.utilities.reweighed(asked.heart, place, 0))
            if without.heart != asked.heart and reasons.has_plan(without, action):
                yield Forbearance(who, world.actions[action].name, motive)
