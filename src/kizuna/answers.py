"""Answers that are findings: no story, a near miss, a story that does not fit, rules without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
from kizuna.model.values import show, show_fact
from kizuna.search import SearchResult, Stop

if TYPE_CHECKING:
    from kizuna.inquiry import NearMiss


def no_story(result: SearchResult) -> Diagnostic:
    """The honest answer of a search that found nothing."""
    limits = result.limits
    words = f"{_events(limits.events)}, foresight {limits.foresight}, depth {limits.depth}"
    if result.stopped is Stop.EXHAUSTED:
        message = f"There is no story that is worth {show(result.goal)} to the author within {words}."
        return diagnose("no-story", message, help="Widen --events, --foresight or --depth, or give someone a reason.")
    done = result.completed
    proven = (
        f"There is none within {_events(done.events)}, foresight {done.foresight}, depth {done.depth}."
        if done
        else "Nothing smaller was ruled out either."
    )
    cause = "it was cancelled" if result.stopped is Stop.CANCELLED else f"--{result.reached} was reached"
    worth = f"worth {show(result.goal)} to the author"
    message = f"No story {worth} was found within {words} before {cause}. {proven}"
    help = ["Raise the limit on work, or ask for fewer events or less foresight."]
    if result.begun is not None:
        events = ", then ".join(result.begun.events)
        help.append(f"What came nearest is worth {show(result.begun.utility)} so far: {events}.")
    return diagnose("not-found", message, help=tuple(help))


def _events(number: int) -> str:
    return f"{number} event" if number == 1 else f"{number} events"


def nearly(world: GroundWorld, miss: NearMiss) -> Diagnostic:
    """The story that lacks a single reason, and what would supply it."""
    action = world.actions[world.action_ids[miss.actions[miss.at]]]
    place = f"event {miss.at + 1} of {len(miss.actions)}"
    message = f"The nearest story lacks one reason: {miss.who} has none for {action.name}, {place}."
    help = [f"The story: {', then '.join(miss.actions)}."]
    if miss.weight is not None:
        weight = miss.weight
        help.append(
            f"{miss.who} would do it if {weight.motive} weighed {show(weight.needed)} instead of {show(weight.now)}."
        )
    if miss.belief is not None:
        belief = miss.belief
        truth = "which is so" if belief.is_so else "which is not so"
        help.append(f"{miss.who} would do it believing that {show_fact(belief.fluent, belief.needed)}, {truth}.")
    if miss.weight is None and miss.belief is None:
        help.append("No single weight or belief was found that would supply it.")
    return diagnose("near-miss", message, action.span, help=tuple(help))


def nothing_to_feel(world: str) -> Diagnostic:
    """That feelings were asked for, and no story was given or found."""
    hint = "Find one first, with wider limits, and ask what is felt in it."
    return diagnose(
        "nothing-to-feel", f"No story of {world} was given, and none was found to say what is felt in it.", help=hint
    )


def nothing_to_change(world: str) -> Diagnostic:
    """That something was asked about a story, and none was given or found."""
    hint = "Find one first, with wider limits, and ask what else could be."
    return diagnose("nothing-to-change", f"No story of {world} was given, and none was found to ask about.", help=hint)


def no_such_event(at: int, events: int) -> Diagnostic:
    """That a place in a story was asked about that it does not have."""
    message = f"There is no place before event {at}: the story has {_events(events)}."
    return diagnose("no-such-event", message, help=f"Choose a number from 1 to {events + 1}; the last is its end.")


def misfit(world: GroundWorld, fabula: Fabula, dynamics: Dynamics | None = None) -> Diagnostic | None:
    """What keeps a story from happening in a world, if anything does; ``dynamics`` are the world's, if known."""
    if fabula.digest != world.digest:
        hint = "Find the story again in this world."
        message = f"The story belongs to another world than {world.name}, or to another version of it."
        return diagnose("story-of-another-world", message, help=hint)
    dynamics = dynamics or Dynamics(world)
    state = dynamics.initial
    for event in fabula.events:
        action = world.action_ids.get(event.action)
        if action is None or not dynamics.holds(state, action):
            return diagnose("story-does-not-hold", f"{event.action} cannot happen at its place in the story.")
        state = dynamics.after(state, action)
    return None


def endless(world: GroundWorld, endless: EndlessRulesError) -> Diagnostic:
    """Rules that never come to rest, by name."""
    names = ", ".join(endless.names[:5]) + (" and others" if len(endless.names) > 5 else "")
    circle = "set one another" if len(endless.names) > 1 else "sets itself"
    rule = world.rules[endless.rules[0]]
    return diagnose(
        "endless-rules",
        f"The rules never come to rest: {names} {circle} off again and again.",
        rule.span,
        "this rule fires for ever",
        help="Let each rule's effect make its own condition false.",
    )
