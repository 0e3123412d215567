"""How it goes in a cell: along the author's story as long as it holds, and from there on with nobody steering."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna import search
from kizuna.deliberation import Cancelled, EffortSpent, explain
from kizuna.epistemics import State
from kizuna.fabula import Event, Fabula, Limits
from kizuna.search import Problem, Rest

HOLDS = "the story holds to its end"
"""Why a course ends that has followed the author's story to its last event."""


@dataclass(frozen=True, slots=True)
class Course:
    """Events and the states that they pass; ``rest`` is None where they are the author's story to its end."""

    events: tuple[Event, ...]
    states: tuple[State, ...]
    rest: Rest | None

    def fabula(self, problem: Problem, limits: Limits) -> Fabula:
        """The course as a story, so that it can be saved and asked about."""
        world, longest = problem.world, max(limits.events, len(self.events))
        before, utility = problem.before or 0, problem.utility(self.states[-1]) or 0
        within = Limits(longest, limits.foresight, limits.depth)
        return Fabula(world.name, world.digest, within, before, utility, self.events)


def followed(problem: Problem, limits: Limits, story: tuple[str, ...] = ()) -> Course:
    """The course of a world; where it leaves the story it may have as many events more as ``limits`` allow."""
    states, events = [problem.dynamics.initial], list[Event]()
    try:
        for name in story:
            event = _willed(problem, states[-1], name, limits)
            if event is None:
                break
            events.append(event)
            states.append(problem.dynamics.after(states[-1], problem.world.action_ids[name]))
    except (EffortSpent, Cancelled):
        return Course(tuple(events), tuple(states), Rest.EFFORT)
    if story and len(events) == len(story):
        return Course(tuple(events), tuple(states), None)
    life = search.live(problem, limits, states[-1])
    for lived in life.events:
        events.append(lived.event)
        states.append(problem.dynamics.after(states[-1], problem.world.action_ids[lived.event.action]))
    return Course(tuple(events), tuple(states), life.rest)


def _willed(problem: Problem, state: State, name: str, limits: Limits) -> Event | None:
    """An event with everybody's reasons, if it can happen and everybody has one."""
    number = problem.world.action_ids.get(name)
    if number is None or not problem.dynamics.holds(state, number):
        return None
    reasons = explain(problem.reasons, state, number, limits.foresight, limits.depth)
    return None if reasons is None else Event(name, reasons)
