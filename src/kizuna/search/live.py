"""What would happen with nobody steering.

At every step the option is taken that has the largest advantage over its rival, whoever's it is; of those that are
equal the one whose plan is shorter, so that nobody puts off for ever what a detour comes to as well; then declared
order decides. What is due comes first. A run ends when nobody has a reason to do anything, when it comes back to where
it was, or at a limit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kizuna.deliberation import Cancelled, EffortSpent, explain
from kizuna.epistemics import State
from kizuna.fabula import Event, Limits
from kizuna.model.values import Number, exact
from kizuna.search.problem import Problem


class Rest(Enum):
    """Why a run ended."""

    NO_REASON = "nobody has a reason to do anything"
    BACK = "it comes back to where it was"
    EVENTS = "the events allowed have happened"
    EFFORT = "the work allowed is done"


@dataclass(frozen=True, slots=True)
class Lived:
    """An event that came by itself: by how much it was better than whatever else its doers could have done.

    ``advantage`` is None for what nobody decides.
    """

    event: Event
    advantage: Number | None


@dataclass(frozen=True, slots=True)
class Life:
    """What would happen: events in order, why they end, within which limits; ``ends`` says whether an ending came."""

    events: tuple[Lived, ...]
    rest: Rest
    limits: Limits
    ends: bool

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of its events."""
        return tuple(lived.event.action for lived in self.events)


def live(problem: Problem, limits: Limits, start: State | None = None) -> Life:
    """Lets everyone take their best option, from the start of the world or from the state ``start`` on."""
    state = problem.dynamics.initial if start is None else start
    seen = {state}
    lived: list[Lived] = []
    rest = Rest.EVENTS
    ends = problem.is_ending(state)
    try:
        while len(lived) < limits.events:
            chosen = _next(problem, state, limits)
            if chosen is None:
                rest = Rest.NO_REASON
                break
            action, advantage = chosen
            explanations = explain(problem.reasons, state, action, limits.foresight, limits.depth)
            assert explanations is not None, "an option that was taken has lost its reason"
            lived.append(Lived(Event(problem.world.actions[action].name, explanations), advantage))
            state = problem.dynamics.after(state, action)
            ends = ends or problem.is_ending(state)
            if state in seen:
                rest = Rest.BACK
                break
            seen.add(state)
    except (EffortSpent, Cancelled):
        rest = Rest.EFFORT
    return Life(tuple(lived), rest, limits, ends)


def _next(problem: Problem, state: State, limits: Limits) -> tuple[int, Number | None] | None:
    """What happens in a state by itself, and its advantage; None where nothing does."""
    possible = problem.dynamics.possible(state)
    due = next((action for action in possible if problem.world.actions[action].due), None)
    if due is not None:
        return due, None
    best: tuple[int, Number] | None = None
    for action in possible:
        if not problem.world.actions[action].consenting:
            continue
        if problem.reasons.explained(state, action, limits.foresight, limits.depth):
            advantage = min(_advantages(problem, state, action, limits))
            is_better = best is None or advantage > best[1]
            if is_better or (best and advantage == best[1] and _is_shorter(problem, state, action, best[0], limits)):
                best = action, advantage
    return best


def _is_shorter(problem: Problem, state: State, action: int, other: int, limits: Limits) -> bool:
    """Whether the longest plan with which somebody wills an action is shorter than that of another."""

    def length(action: int) -> int:
        reasons = explain(problem.reasons, state, action, limits.foresight, limits.depth)
        return max((len(reason.plan) for reason in reasons or ()), default=0)

    return length(action) < length(other)


def _advantages(problem: Problem, state: State, action: int, limits: Limits) -> Iterator[Number]:
    """For each who wills an action: its outlook minus that of the best other option."""
    reasons = problem.reasons
    for character in problem.world.actions[action].consenting:
        asked = reasons.asked_in_story(state, character, limits.foresight, limits.depth)
        option = reasons.outlook_of(asked, action)
        others = [rival.outlook for rival in reasons.rivals(asked, action).values()]
        if not reasons.answers(asked.believed, action):
            floor = reasons.worth(asked, asked.believed)
            others += [] if floor is None else [floor]
        yield exact(option - max(others)) if others else option
