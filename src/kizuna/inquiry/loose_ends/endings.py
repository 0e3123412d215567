"""Endings and waypoints that no story can reach, and plots that are over before they begin.

Three answers are kept apart: impossible even if every change only adds possibilities; not among the states that can be
reached, all of which were looked at; and neither, of which nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kizuna.diagnostics import Diagnostic, Span, diagnose
from kizuna.epistemics import State
from kizuna.grounding.plot import HIDDEN, PASSED
from kizuna.inquiry.loose_ends.exploration import Exploration
from kizuna.inquiry.loose_ends.obstacles import Obstacle, never_so, obstacle, places, words
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.model.formulas import ZERO, Constant, Formula
from kizuna.model.values import Value
from kizuna.model.world import Ending, EventPattern
from kizuna.model.worth import counted

Passed = Callable[[State], Value]


def unreachable_endings(prospects: Prospects, exploration: Exploration) -> Iterator[Diagnostic]:
    """A finding for whatever the plot asks for and can never have, or has from the start."""
    passed = _passed(prospects)
    at_start = list(_over_at_start(prospects, exploration, passed))
    yield from at_start
    if at_start:
        return
    step = _unreachable_step(prospects, exploration, passed)
    if step is not None:
        yield step
    for ending in prospects.world.plot.endings:
        finding = _unreachable(prospects, exploration, passed, ending, blocked=step is not None)
        if finding is not None:
            yield finding
    finding = _unreachable_utility(prospects, exploration)
    if finding is not None:
        yield finding


def _passed(prospects: Prospects) -> Passed | None:
    """How many waypoints a state has behind it; None where the plot has neither waypoints nor ``never``."""
    world = prospects.ground_world
    for number, fluent in enumerate(world.fluents):
        if fluent.name == f"{HIDDEN}()":
            return lambda state: state.values[number]
    fixed = {fluent.name: value for fluent, value in world.statics}
    return (lambda _: fixed[f"{HIDDEN}()"]) if f"{HIDDEN}()" in fixed else None


def _holds(prospects: Prospects, exploration: Exploration, condition: Formula) -> Callable[[State], bool]:
    evaluate = exploration.dynamics.evaluator(prospects.compact(prospects.formula(condition, {})))
    return lambda state: evaluate(state) is True


# --- over before it begins -------------------------------------------------------------------------------------------


def _over_at_start(prospects: Prospects, exploration: Exploration, passed: Passed | None) -> Iterator[Diagnostic]:
    plot, start = prospects.world.plot, exploration.dynamics.initial
    if passed is not None and passed(start) == -1:
        for condition in plot.never:
            if _holds(prospects, exploration, condition)(start):
                message = f"What must never be is so from the start: {words(condition.span) or 'a condition'}."
                help = "No story can keep to that. Change how things stand at the start, or what must never be."
                yield diagnose("over-at-start", message, condition.span, "already so", help=help)
    if not plot.waypoints:
        for ending in plot.endings:
            if _holds(prospects, exploration, ending.condition)(start):
                message = (
                    f"The ending `{ending.name}` is reached before anything happens, so there is no story to tell."
                )
                help = "Ask for something that is not yet so; `first` and `then` can ask for something on the way."
                yield diagnose("over-at-start", message, _place(ending), "already so", help=help)


# --- never reached ---------------------------------------------------------------------------------------------------


def _unreachable_step(prospects: Prospects, exploration: Exploration, passed: Passed | None) -> Diagnostic | None:
    """The first waypoint that no story can pass; those after it follow from it."""
    waypoints = prospects.world.plot.waypoints
    if not waypoints or passed is None:
        return None
    reached = prospects.relaxed.worths_of(prospects.formula(PASSED, {}))
    seen = {passed(state) for state in exploration.states} if exploration.complete else None
    for number, waypoint in enumerate(waypoints, 1):
        relaxed = reached is None or number in reached
        if not relaxed or (seen is not None and number not in seen):
            return _step(prospects, exploration, waypoint, relaxed)
    return None


def _step(
    prospects: Prospects, exploration: Exploration, waypoint: Formula | EventPattern, relaxed: bool
) -> Diagnostic:
    said = words(waypoint.span) or "a waypoint"
    if isinstance(waypoint, EventPattern):
        message = f"No story can get to {said}: such an event never happens at its turn."
        return diagnose("unreachable-step", message, waypoint.span, "never happens", help=_help(exploration, relaxed))
    found = Obstacle() if relaxed else obstacle(prospects, (), waypoint)
    if prospects.can_be(waypoint, {}):
        message = f"No story can get to {said}: it never becomes so at its turn."
    elif len(found.parts) == 1 and found.parts[0] == waypoint:
        message = f"No story can get to {said}: nothing ever makes it so."
    else:
        message = f"No story can get to {said}: {never_so(found)}."
    return diagnose("unreachable-step", message, waypoint.span, "never so", help=_help(exploration, relaxed))


def _unreachable(
    prospects: Prospects, exploration: Exploration, passed: Passed | None, ending: Ending, *, blocked: bool
) -> Diagnostic | None:
    if not prospects.can_be(ending.condition, {}):
        found = obstacle(prospects, (), ending.condition)
        labels = places(found, ending.span)
        message = f"Nothing can lead to the ending `{ending.name}`: {never_so(found)}."
        help = _help(exploration, False)
        if not labels:
            return diagnose("unreachable-ending", message, _place(ending), "never so", help=help)
        return diagnose("unreachable-ending", message, labels[0].span, labels[0].text, secondary=labels[1:], help=help)
    if not exploration.complete or blocked:
        return None
    holds, number = _holds(prospects, exploration, ending.condition), len(prospects.world.plot.waypoints)
    if any(holds(state) and (passed is None or passed(state) == number) for state in exploration.states):
        return None
    message = f"Nothing can lead to the ending `{ending.name}`, even if everybody agrees to everything."
    return diagnose("unreachable-ending", message, _place(ending), "never so", help=_help(exploration, True))


def _unreachable_utility(prospects: Prospects, exploration: Exploration) -> Diagnostic | None:
    """The finding that nothing is ever better for the author than the start, where the plot is a utility."""
    plot = prospects.world.plot
    if plot.endings or plot.utility == ZERO or isinstance(plot.utility, Constant):
        return None
    worths = prospects.relaxed.worths_of(prospects.formula(prospects.unfolded.world.plot.utility, {}))
    relaxed = worths is None or len(worths) > 1
    if relaxed and not (exploration.complete and _best_at_start(exploration)):
        return None
    message = "Nothing that can happen is better for the author than the start, even if everybody agrees to everything."
    place = plot.utility.span or plot.span
    return diagnose("unreachable-ending", message, place, "never worth more", help=_help(exploration, relaxed))


def _best_at_start(exploration: Exploration) -> bool:
    evaluate = exploration.dynamics.evaluator(exploration.dynamics.world.utility)
    start = counted(evaluate(exploration.dynamics.initial))
    worths = [counted(evaluate(state)) for state in exploration.states]
    return start is None or all(worth is None or worth <= start for worth in worths)


def _help(exploration: Exploration, relaxed: bool) -> str:
    if not relaxed:
        return "Let something that can happen make it so: the effect of an action or a rule."
    return f"All {len(exploration.states)} states that can be reached were looked at."


def _place(ending: Ending) -> Span | None:
    return ending.span or ending.condition.span
