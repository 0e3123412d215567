"""Questions about what could be otherwise, one function each: what if, why not, what it takes.

They put a world and its changed twin side by side, so they stand above the straight line of :mod:`kizuna.api` and use
it. Nothing here opens files, prints or exits.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from kizuna import answers, api, grounding, search
from kizuna.alternatives.varying import varied
from kizuna.api.finding import limits_of
from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Fabula, Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import usual_dials
from kizuna.inquiry.hindrance import named as name_of
from kizuna.inquiry.requires import Requires
from kizuna.inquiry.requires import Search as Requiring
from kizuna.inquiry.staging import Staging
from kizuna.inquiry.wanted import AnEnding, AnOutline
from kizuna.inquiry.warm import Warm
from kizuna.inquiry.whatif import Question, WhatIf
from kizuna.inquiry.whynot import WhyNot
from kizuna.inquiry.whynot import why_not as asked_why_not
from kizuna.language.altered import altered, event_of
from kizuna.model.world import Ending, EventPattern, Plot, World

__all__ = ["requires", "whatif", "why_not"]

T = TypeVar("T")
Observer = Callable[[search.Progress], bool | None]

REACHING = Limits(6, 4, 2)
"""How far `requires` looks where neither the question nor the world says."""
MOST_TRIED = 400
"""Sets of changes that `requires` tries where nobody says how many."""
LONGER = 2
"""Events that a new story may have more than the old one, or than its limits allowed, where nobody says."""


def whatif(
    world: World,
    changes: Sequence[str],
    fabula: Fabula | None = None,
    *,
    live: bool = False,
    course: bool = True,
    events: int | None = None,
    max_expansions: int | None = 200_000,
    observer: Observer | None = None,
    **limits: Any,
) -> Outcome[WhatIf]:
    """Where an old story stops holding once ``changes`` are made, what tipped it, and how it goes on.

    Of the first story that is found, within ``limits`` as in :func:`kizuna.find`, unless one is given. With ``live``
    nobody steers from the parting on; else the story is sought that differs least. Without ``course`` it is not asked
    how it goes on, which takes most of the work.
    """
    story = _story(world, fabula, events=events, max_expansions=max_expansions, observer=observer, **limits)
    changed = altered(world, changes)
    found = [*story.diagnostics, *changed.diagnostics]
    if story.value is None or changed.value is None:
        return conclude(None, found)
    old_story, made = story.value, changed.value
    longest = events or max(old_story.limits.events, len(old_story.events) + LONGER)
    within = replace(old_story.limits, events=max(longest, len(old_story.events)))

    def question(after: Unfolded) -> WhatIf:
        before = grounding.unfold(world).unwrap()
        old = Staging(world, before, (), old_story.actions)
        new = Staging(made.world, after, made.forbidden, old_story.actions, before)
        asked = Question(old, new, tuple(changes), old_story, within, live, max_expansions, observer, course=course)
        return asked.answer()

    return _lived(made.world, found, question)


def why_not(
    world: World,
    event: str,
    at: int,
    fabula: Fabula | None = None,
    *,
    max_expansions: int | None = 200_000,
    observer: Observer | None = None,
    **limits: Any,
) -> Outcome[WhyNot]:
    """What keeps ``event`` from happening right before event ``at`` (from 1) of a story, or at its end."""
    named = event_of(world, event)
    if named.value is None:
        return conclude(None, named.diagnostics)
    pattern = named.value
    if any(isinstance(argument, type(...)) for argument in pattern.arguments):
        hint = "Say all of its arguments; only one event can be asked about at a time."
        return conclude(None, [diagnose("syntax", f"`{event}` does not say who and what.", help=hint)])
    story = _story(world, fabula, max_expansions=max_expansions, observer=observer, **limits)
    found = [*named.diagnostics, *story.diagnostics]
    if story.value is None:
        return conclude(None, found)
    told = story.value
    if not 1 <= at <= len(told.events) + 1:
        return conclude(None, [*found, answers.no_such_event(at, len(told.events))])

    def question(unfolded: Unfolded) -> WhyNot:
        staging = Staging(world, unfolded, (), (name_of(pattern), *told.actions))
        staging.problem.effort.observer = observer
        return asked_why_not(staging, pattern, told.actions[: at - 1], told.limits, max_expansions)

    return _lived(world, found, question)


def requires(
    world: World,
    *,
    ending: str | None = None,
    outline: str | None = None,
    vary: Sequence[str] = (),
    count: int = 3,
    size: int = 2,
    most: int = MOST_TRIED,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    max_expansions: int = 200_000,
    observer: Observer | None = None,
) -> Outcome[Requires]:
    """The fewest and smallest changes of the start with which an ending can be reached, or an outline holds.

    ``ending`` is the name of one or a condition; the steps of the plot on the way to it are not asked for. ``outline``
    has one event a line, as an action with its arguments. ``vary`` says what may be otherwise and how (``loves(Ana,
    Tom) = 0..10``, ``Ana believes at(Tom)``, ``Ana wants gold = 1..5``); without it bonds, weights and beliefs may.
    ValueError unless one of the two is asked for.
    """
    if (ending is None) == (outline is None):
        raise ValueError("either an ending or an outline is asked for")
    limits = limits_of(world, events, foresight, depth, REACHING)
    asked: Outcome[tuple[World, AnEnding | AnOutline]]
    if ending is not None:
        asked = _to_an_ending(world, ending, limits, max_expansions)
    else:
        asked = _to_an_outline(world, outline or "", limits, max_expansions)
    unfolded = grounding.unfold(world)
    dials = varied(world, vary, unfolded.value) if vary and unfolded.value is not None else None
    found = [*asked.diagnostics, *unfolded.diagnostics, *(dials.diagnostics if dials else ())]
    if asked.value is None or unfolded.value is None or (dials is not None and dials.value is None):
        return conclude(None, found)
    wanted, test = asked.value

    def question(unfolded: Unfolded) -> Requires:
        spoken = tuple(name_of(event) for event in test.events) if isinstance(test, AnOutline) else ()
        start = Staging(wanted, unfolded, (), spoken)
        free = usual_dials(wanted, start.unfolded, start.world) if dials is None else dials.unwrap()
        warm = Warm(start.unfolded, free, spoken)
        free = tuple(dial for dial in free if warm.matters(dial))
        said = ending if ending is not None else "the outline"
        lacking = test.lacking(start)
        return Requiring(warm, free, test, said, count, size, most, lacking, observer).run(start.problem)

    return _lived(wanted, found, question)


def _to_an_ending(world: World, ending: str, limits: Limits, work: int) -> Outcome[tuple[World, AnEnding | AnOutline]]:
    """The world with nothing but that ending to reach."""
    known = next((each for each in world.plot.endings if each.name == ending), None)
    found: tuple[Diagnostic, ...] = ()
    if known is None:
        read = altered(world, [f"never ({ending})"])
        if read.value is None or not read.value.world.plot.never:
            return conclude(None, read.diagnostics)
        known, found = Ending("wanted", read.value.world.plot.never[-1]), read.diagnostics
    plot = Plot(endings=(known,), never=world.plot.never, span=world.plot.span)
    return conclude((replace(world, plot=plot), AnEnding(limits, work, work)), found)


def _to_an_outline(
    world: World, outline: str, limits: Limits, work: int
) -> Outcome[tuple[World, AnEnding | AnOutline]]:
    """The world, and the events of the outline in it."""
    lines = [line.partition("#")[0].strip() for line in outline.splitlines()]
    read = altered(world, [f"then {line}" for line in lines if line])
    if read.value is None:
        return conclude(None, read.diagnostics)
    steps = read.value.world.plot.waypoints[len(world.plot.waypoints) :]
    plain = [s for s in steps if isinstance(s, EventPattern) and not any(isinstance(a, type(...)) for a in s.arguments)]
    help = "Write one event a line, as an action with all its arguments: `walk(Ana, house, well)`."
    if not steps:
        return conclude(None, [diagnose("no-outline", "No line of the outline is an event.", help=help)])
    if len(plain) < len(steps):
        number = next(n for n, step in enumerate(steps) if step not in plain)
        message = f"`{[line for line in lines if line][number]}` is no plain event."
        return conclude(None, [diagnose("unreadable-line", message, help=help)])
    return conclude((world, AnOutline(limits, work, work, tuple(plain))), read.diagnostics)


def _story(world: World, fabula: Fabula | None, **limits: Any) -> Outcome[Fabula]:
    """The story that is asked about: the one given, if it can happen in the world, or the first that is found."""
    if fabula is not None:
        ground_world = api.ground(world)
        if ground_world.value is None:
            return conclude(None, ground_world.diagnostics)
        misfit = answers.misfit(ground_world.value, fabula)
        return conclude(None if misfit else fabula, [*ground_world.diagnostics, *([misfit] if misfit else [])])
    result = api.find(world, **limits)
    if result.value is None or not result.value.fabulas:
        return conclude(None, [*result.diagnostics, answers.nothing_to_change(world.name)])
    return conclude(result.value.fabulas[0], result.diagnostics)


def _lived(world: World, found: list[Diagnostic], question: Callable[[Unfolded], T]) -> Outcome[T]:
    """The answer, or what went wrong while living through a world."""
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, [*found, *unfolded.diagnostics])
    found = [*dict.fromkeys([*found, *unfolded.diagnostics])]
    try:
        return conclude(question(unfolded.value), found)
    except EndlessRulesError as endless:
        return conclude(None, [*found, answers.endless(unfolded.value.shrunk(), endless)])
    except ZeroDivisionError:
        message = "A number is divided by zero while living through the world."
        return conclude(None, [*found, diagnose("division-by-zero", message)])
