"""The belief that a deed hangs on: the fewest mistakes without which there would be no reason for it.

Naive: correct every set of beliefs. Better: only wrong beliefs can be corrected, and only those can matter that the
plan, the reasons expected of others, or the wishes of whoever acts look at. Cost: one question for each, and for each
pair of those that are no hinge alone.
"""

from __future__ import annotations

from itertools import combinations

from kizuna.deliberation import Asked, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Explanation
from kizuna.fabula.grounds import Ground, Grounds

MOST_WRONG = 12
"""More wrong beliefs than this behind one deed are not tried in pairs."""


def hinges(reasons: Reasons, asked: Asked, state: State, explanation: Explanation) -> tuple[tuple[Ground, ...], ...]:
    """All smallest sets, of one belief or two, whose correction leaves the act without a reason.

    A belief about the world is corrected to what is so, a belief about a mind to what that mind holds; rules settle.
    Beliefs about others stand before beliefs about the world.
    """
    grounds = Grounds(reasons.dynamics, state)
    found = (*grounds.of_others(explanation), *grounds.of_plan(explanation), *grounds.of_wishes(explanation))
    wrong = [ground for ground in dict.fromkeys(found) if ground.wrong]
    wrong.sort(key=lambda ground: -len(ground.minds))
    action = reasons.dynamics.world.action_ids[explanation.plan[0].action]

    def hangs(beliefs: tuple[Ground, ...]) -> bool:
        corrected = _corrected(reasons, asked, beliefs)
        return reasons.reason(corrected, action) is None

    alone = [(ground,) for ground in wrong if hangs((ground,))]
    if alone:
        return tuple(alone)
    return tuple(pair for pair in combinations(wrong[:MOST_WRONG], 2) if hangs(pair))


def _corrected(reasons: Reasons, asked: Asked, beliefs: tuple[Ground, ...]) -> Asked:
    """The same question to the same character without these mistakes."""
    world = reasons.dynamics.world
    fluents = {fluent.name: number for number, fluent in enumerate(world.fluents)}
    lessons = tuple(
        (tuple(world.character_ids[mind] for mind in ground.minds[1:]), fluents[ground.fluent], ground.actual)
        for ground in beliefs
    )
    mind = reasons.dynamics.taught(asked.believed, asked.character, lessons)
    return asked._replace(believed=mind, heart=reasons.utilities.heart(asked.character, mind))
