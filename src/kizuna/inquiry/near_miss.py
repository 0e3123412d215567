"""The story that was nearly found: it lacks one reason, and something small would supply it.

Breadth first over states, in which one event may happen without the reason of one of those who have to consent. Then
that one mind is asked again with one weight or one belief of theirs changed, smallest changes first, and each change
that is named was seen to supply the reason. Cost: at most twice the states of the search itself, under an effort of
its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice

from kizuna.deliberation import Asked, EffortSpent, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.grounding import GroundWorld
from kizuna.grounding.plot import HIDDEN
from kizuna.model.formulas import Constant
from kizuna.model.values import Number, Value
from kizuna.search import Problem

FARTHEST = 10
"""Weights are tried up to so much above and below what they are."""
MOST_BELIEFS = 400
"""More beliefs than this are not tried."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A motive that would have to weigh something else."""

    motive: str
    now: Number
    needed: Number


@dataclass(frozen=True, slots=True)
class Belief:
    """Something that would have to be believed; ``is_so`` says whether it is true."""

    fluent: str
    now: Value
    needed: Value
    is_so: bool


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A story but for one reason: ``who`` lacks one for event ``at`` (from 0) of ``actions``.

    ``weight`` and ``belief`` are the smallest changes that were found to supply it, None where none was.
    """

    actions: tuple[str, ...]
    at: int
    who: str
    weight: Weight | None
    belief: Belief | None


@dataclass(frozen=True, slots=True)
class _Place:
    """A state on the way, and the event that lacked a reason so far: its number and the one who lacks it."""

    state: State
    lacking: tuple[int, int] | None


def near_miss(problem: Problem, limits: Limits, max_expansions: int) -> NearMiss | None:
    """The shortest story of ``problem`` that lacks a single reason; None where none is found with this much work."""
    problem.effort.max_expansions = problem.effort.expanded + max_expansions
    try:
        found = _story(problem, limits)
    except EffortSpent:
        return None
    if found is None:
        return None
    states, actions, (at, who) = found
    weight = belief = None
    try:
        asked = problem.reasons.asked_in_story(states[at], who, limits.foresight, limits.depth)
        weight = missing_weight(problem.reasons, asked, actions[at])
        belief = missing_belief(problem.reasons, asked, actions[at], states[at])
    except EffortSpent:
        pass
    names = tuple(problem.world.actions[action].name for action in actions)
    return NearMiss(names, at, problem.world.characters[who], weight, belief)


def _story(problem: Problem, limits: Limits) -> tuple[list[State], list[int], tuple[int, int]] | None:
    start = _Place(problem.dynamics.initial, None)
    came: dict[_Place, tuple[_Place, int] | None] = {start: None}
    frontier = [start]
    for number in range(limits.events):
        reached = []
        for place in frontier:
            for action, after in _steps(problem, place, number, limits):
                if after not in came:
                    came[after] = place, action
                    reached.append(after)
                    if after.lacking is not None and problem.is_ending(after.state):
                        return (*_way(came, after), after.lacking)
        frontier = reached
    return None


def _steps(problem: Problem, place: _Place, number: int, limits: Limits) -> Iterator[tuple[int, _Place]]:
    problem.effort.expand()
    for action in problem.dynamics.possible(place.state):
        unwilling = lacking(problem, place.state, action, limits)
        if not unwilling:
            yield action, _Place(problem.dynamics.after(place.state, action), place.lacking)
        elif len(unwilling) == 1 and place.lacking is None:
            yield action, _Place(problem.dynamics.after(place.state, action), (number, unwilling[0]))


def lacking(problem: Problem, state: State, action: int, limits: Limits) -> list[int]:
    """Those who would have to will an action and have no reason; everyone where somebody does not permit it."""
    reasons = problem.reasons
    willing = problem.world.actions[action].consenting
    for character in reasons.permitting(state, action):
        asked = reasons.asked_in_story(state, character, limits.foresight, limits.depth)
        if not reasons.permits(asked, action):
            return [*willing, character, character]
    return [
        character
        for character in willing
        if reasons.reason(reasons.asked_in_story(state, character, limits.foresight, limits.depth), action) is None
    ]


def _way(came: dict[_Place, tuple[_Place, int] | None], place: _Place) -> tuple[list[State], list[int]]:
    states, actions = [place.state], list[int]()
    while (step := came[place]) is not None:
        place, action = step
        states.append(place.state)
        actions.append(action)
    return states[::-1], actions[::-1]


# --- what would supply the reason ------------------------------------------------------------------------------------


def missing_weight(reasons: Reasons, asked: Asked, action: int) -> Weight | None:
    """The smallest change of one weight that makes a reason; of two alike, the one that adds something."""
    utilities = reasons.utilities
    motives = list(zip(utilities.motives(asked.character), utilities.weights(asked.heart), strict=True))
    for step in range(1, FARTHEST + 1):
        for change in (step, -step):
            for place, (motive, now) in enumerate(motives):
                if now is not None and now + change >= 0:
                    heart = utilities.reweighed(asked.heart, place, now + change)
                    if reasons.reason(asked._replace(heart=heart), action) is not None:
                        return Weight(motive, now, now + change)
    return None


def missing_belief(reasons: Reasons, asked: Asked, action: int, state: State) -> Belief | None:
    """One belief that would make a reason, one that is true if there is such a one."""
    dynamics = reasons.dynamics
    for fluent, needed in islice(_candidates(dynamics.world, asked, state), MOST_BELIEFS):
        mind = dynamics.taught(asked.believed, asked.character, (((), fluent, needed),))
        heart = reasons.utilities.heart(asked.character, mind)
        if heart == asked.heart and reasons.reason(asked._replace(believed=mind), action) is not None:
            name, now = dynamics.world.fluents[fluent].name, asked.believed.values[fluent]
            return Belief(name, now, needed, state.values[fluent] == needed)
    return None


def _candidates(world: GroundWorld, asked: Asked, state: State) -> Iterator[tuple[int, Value]]:
    """Beliefs that could be had: first what is so, then whatever such fluents are anywhere worth."""
    believed = asked.believed.values
    named = [f for f, fluent in enumerate(world.fluents) if not fluent.name.startswith(HIDDEN)]
    yield from ((f, state.values[f]) for f in named if state.values[f] != believed[f])
    for fluent in named:
        for worth in worths_of(world, fluent):
            if worth not in (believed[fluent], state.values[fluent]):
                yield fluent, worth


def worths_of(world: GroundWorld, fluent: int) -> list[Value]:
    """The worths that a fluent has at the start, anywhere, or that an event gives it by name."""
    first = world.facts[fluent]
    found: list[Value] = [False, True] if isinstance(first, bool) else [first]
    found += [value for _, believed, value in world.beliefs if believed == fluent]
    effects = chain.from_iterable([*(a.effects for a in world.actions), *(rule.effects for rule in world.rules)])
    found += [e.value.value for e in effects if e.fluent == fluent and isinstance(e.value, Constant)]
    return [worth for worth in dict.fromkeys(found) if worth is not None]
