"""The reason behind an answer: the plan that was found, with everyone's expected reasons, as a value by name."""

from __future__ import annotations

from kizuna.deliberation.explained import Reasons
from kizuna.epistemics import State
from kizuna.fabula import Explanation, PlannedStep, Stake
from kizuna.model.values import Number


def explain(reasons: Reasons, state: State, action: int, foresight: int, depth: int) -> tuple[Explanation, ...] | None:
    """A reason for each character who has to consent to an action in ``state``; None if one of them has none."""
    found = []
    for character in reasons.dynamics.world.actions[action].consenting:
        explanation = _explanation(reasons, state.beliefs[character], action, character, foresight, depth)
        if explanation is None:
            return None
        found.append(explanation)
    return tuple(found)


def _explanation(
    reasons: Reasons, believed: State, action: int, character: int, foresight: int, depth: int
) -> Explanation | None:
    plan = reasons.plan(believed, action, character, foresight, depth)
    if plan is None:
        return None
    steps = [PlannedStep(reasons.dynamics.world.actions[action].name)]
    state = reasons.dynamics.after(believed, action)
    for position, step in enumerate(plan[1:], 2):
        others = []
        for other in reasons.dynamics.world.actions[step].consenting:
            if other != character:
                inner = _explanation(reasons, state.beliefs[other], step, other, foresight - position + 1, depth - 1)
                assert inner is not None, "a step of a plan has lost its reason"
                others.append(inner)
        steps.append(PlannedStep(reasons.dynamics.world.actions[step].name, tuple(others)))
        state = reasons.dynamics.after(state, step)
    stakes = _stakes(reasons, character, believed, state)
    before, after = (_known(reasons.utilities.of(character, s)) for s in (believed, state))
    return Explanation(reasons.dynamics.world.characters[character], tuple(steps), before, after, stakes)


def _stakes(reasons: Reasons, character: int, believed: State, end: State) -> tuple[Stake, ...]:
    now = reasons.utilities.by_motive(character, believed)
    then = reasons.utilities.by_motive(character, end)
    return tuple(Stake(name, _known(a), _known(b)) for (name, a), (_, b) in zip(now, then, strict=True))


def _known(number: Number | None) -> Number:
    assert number is not None, "a plan with an unknown utility explains nothing"
    return number
