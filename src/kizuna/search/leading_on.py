"""Does an action seem to bring those who will it nearer to anything?

To refute a reason takes far more work than to find one, and most actions serve nobody: a spell that no one has asked
for, a walk away from what one wants. An action on somebody's way leaves them fewer steps to being better off, by the
bounds of :mod:`kizuna.deliberation.bounds`; others may have their reasons all the same, so this may order a search but
must not prune it. Cost: two looks at what can come true within so many steps, which is remembered by the facts.
"""

from __future__ import annotations

from kizuna.deliberation import Reasons
from kizuna.epistemics import State


def leads_on(reasons: Reasons, state: State, action: int, foresight: int) -> bool:
    """Whether after an action all who have to consent to it seem to be fewer steps from being better off."""
    willing = reasons.dynamics.world.actions[action].consenting
    return all(_gets_nearer(reasons, state, action, who, foresight) for who in willing)


def _gets_nearer(reasons: Reasons, state: State, action: int, character: int, foresight: int) -> bool:
    utilities, steps = reasons.utilities, reasons.prospects.bounds.steps
    before, after = (each.beliefs[character].values for each in (state, reasons.dynamics.after(state, action)))
    heart = utilities.heart(character, state.beliefs[character])
    floor, weights = utilities.of(character, state.beliefs[character], heart), utilities.weights(heart)
    far = None if floor is None else steps(character, before, weights, foresight, floor)
    if far is None or floor is None:
        return False
    return steps(character, after, weights, far - 1, floor) is not None
