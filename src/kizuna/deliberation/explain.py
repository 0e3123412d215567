"""The reason behind an answer: the plan that was found, with everyone's expected reasons, as a value by name."""

from __future__ import annotations

from kizuna.deliberation.asked import Asked
from kizuna.deliberation.explained import Reasons
from kizuna.deliberation.option import Option
from kizuna.epistemics import State
from kizuna.fabula import Explanation, Grade, PlannedStep, Stake
from kizuna.model.values import Number


def explain(reasons: Reasons, state: State, action: int, foresight: int, depth: int) -> tuple[Explanation, ...] | None:
    """How each character who has to consent to an action in ``state`` comes to do so; None if one of them does not."""
    found = []
    for character in reasons.dynamics.world.actions[action].consenting:
        asked = reasons.asked_in_story(state, character, foresight, depth)
        option = reasons.reason(asked, action)
        if option is None:
            return None
        found.append(explained_by(reasons, asked, option))
    for character in reasons.permitting(state, action):
        asked = reasons.asked_in_story(state, character, foresight, depth)
        if not reasons.permits(asked, action):
            return None
        found.append(_permission(reasons, asked, action))
    return tuple(found)


def explained_by(reasons: Reasons, asked: Asked, option: Option) -> Explanation:
    """What the character who is asked has in mind with an option."""
    steps, states = [], [asked.believed]
    for position, step in enumerate(option.plan, 1):
        others = _expected(reasons, asked, states[-1], step, position) if position > 1 else ()
        steps.append(PlannedStep(reasons.dynamics.world.actions[step].name, others))
        states.append(reasons.dynamics.after(states[-1], step))
    return _explanation(reasons, asked, tuple(steps), states[-1], option.grade, option.outlook)


def _expected(reasons: Reasons, asked: Asked, state: State, step: int, position: int) -> tuple[Explanation, ...]:
    """How everybody else is expected to consent to a step of a plan."""
    foresight, depth = asked.foresight - position + 1, asked.depth - 1
    found = []
    for other in reasons.dynamics.world.actions[step].consenting:
        if other != asked.character:
            question = reasons.asked_in_mind(state, other, foresight, depth, calm=asked.calm)
            option = reasons.reason(question, step)
            assert option is not None, "a step of a plan has lost its reason"
            found.append(explained_by(reasons, question, option))
    for other in reasons.permitting(state, step):
        if other != asked.character:
            question = reasons.asked_in_mind(state, other, foresight, depth, calm=asked.calm)
            found.append(_permission(reasons, question, step))
    return tuple(found)


def _permission(reasons: Reasons, asked: Asked, action: int) -> Explanation:
    step = PlannedStep(reasons.dynamics.world.actions[action].name)
    return _explanation(reasons, asked, (step,), reasons.dynamics.after(asked.believed, action), Grade.PERMITS, None)


def _explanation(
    reasons: Reasons, asked: Asked, steps: tuple[PlannedStep, ...], end: State, grade: Grade, outlook: Number | None
) -> Explanation:
    character, start = asked.character, asked.believed
    before, after = (_known(reasons.utilities.of(character, state, asked.heart)) for state in (start, end))
    floor = before if outlook is None else _known(reasons.worth(asked, start))
    return Explanation(
        reasons.dynamics.world.characters[character],
        steps,
        before,
        after,
        _stakes(reasons, asked, end),
        grade,
        None if floor == before else floor,
        None if outlook in (None, after) else outlook,
    )


def _stakes(reasons: Reasons, asked: Asked, end: State) -> tuple[Stake, ...]:
    now = reasons.utilities.by_motive(asked.character, asked.believed, asked.heart)
    then = reasons.utilities.by_motive(asked.character, end, asked.heart)
    return tuple(Stake(name, _known(a), _known(b)) for (name, a), (_, b) in zip(now, then, strict=True))


def _known(number: Number | None) -> Number:
    assert number is not None, "a plan with an unknown utility explains nothing"
    return number
