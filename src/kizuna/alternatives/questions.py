"""Questions about what could be otherwise in a story that there is: what if, why not.

They put a world and its changed twin side by side, so they stand above the straight line of :mod:`kizuna.api` and use
it. Nothing here opens files, prints or exits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from kizuna import answers, api, grounding, search
from kizuna.alternatives.intervening import changed, put_in
from kizuna.alternatives.lived import lived
from kizuna.deliberation import Cancelled, EffortSpent
from kizuna.diagnostics import Outcome, conclude, diagnose
from kizuna.fabula import Fabula, Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.hindrance import named as name_of
from kizuna.inquiry.intervention import kept_so
from kizuna.inquiry.replay import Replay
from kizuna.inquiry.staging import Staging
from kizuna.inquiry.whatif import Question, WhatIf
from kizuna.inquiry.whynot import WhyNot
from kizuna.inquiry.whynot import why_not as asked_why_not
from kizuna.language.altered import event_of, line_of
from kizuna.model.world import World

__all__ = ["whatif", "why_not"]

Observer = Callable[[search.Progress], bool | None]

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

    Of the first story that is found, within ``limits`` as in :func:`kizuna.find`, unless one is given; everybody plans
    as far ahead as it took to find it, or with more ``foresight`` and ``depth``, if it holds with them. With ``live``
    nobody steers from the parting on; else the story is sought that differs least. Without ``course`` it is
    not asked how it goes on, which takes most of the work.
    """
    made = changed(world, changes)
    if made.value is None:
        return conclude(None, made.diagnostics)
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    before = unfolded.value
    story = _story(world, fabula, before, events=events, max_expansions=max_expansions, observer=observer, **limits)
    found = [*story.diagnostics, *made.diagnostics]
    if story.value is None:
        return conclude(None, found)
    old_story, asked = story.value, made.value
    spoken_of = (*old_story.actions, *(name_of(each.event) for each in asked.put_in))
    old = Staging(world, before, (), spoken_of)
    longest = events or max(old_story.limits.events, len(old_story.events) + LONGER)
    asked_within = _within(old, old_story, limits, max_expansions)
    if asked_within.value is None:
        return conclude(None, [*found, *asked_within.diagnostics])
    within = replace(asked_within.value, events=max(longest, len(old_story.events)))
    placed = put_in(asked, old, old_story)
    if placed.value is None:
        return conclude(None, [*found, *placed.diagnostics])
    changed_world, events_put_in = placed.value

    def question(unfolded: Unfolded) -> WhatIf:
        after = kept_so(unfolded, asked.kept) if asked.kept else unfolded
        new = Staging(changed_world, after, asked.forbidden, spoken_of, before)
        return Question(
            old,
            new,
            tuple(changes),
            old_story,
            within,
            live,
            max_expansions,
            observer,
            course,
            made=tuple(asked.made),
            put_in=events_put_in,
        ).answer()

    return lived(changed_world, found, question)


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
        span = line_of(event, "EVENT").span
        return conclude(None, [diagnose("syntax", f"`{event}` does not say who and what.", span, help=hint)])
    story = _story(world, fabula, max_expansions=max_expansions, observer=observer, **limits)
    found = [*named.diagnostics, *story.diagnostics]
    if story.value is None:
        return conclude(None, found)
    told = story.value
    if not 1 <= at <= len(told.events) + 1:
        return conclude(None, [*found, answers.no_such_event(at, len(told.events))])

    def question(unfolded: Unfolded) -> Outcome[WhyNot]:
        staging = Staging(world, unfolded, (), (name_of(pattern), *told.actions))
        staging.problem.effort.observer = observer
        within = _within(staging, told, limits, max_expansions)
        if within.value is None:
            return conclude(None, within.diagnostics)
        return conclude(asked_why_not(staging, pattern, told.actions[: at - 1], within.value, max_expansions), [])

    answer = lived(world, found, question)
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    return conclude(answer.value.value, [*answer.diagnostics, *answer.value.diagnostics])


def _within(staging: Staging, story: Fabula, asked: Mapping[str, Any], most: int | None) -> Outcome[Limits]:
    """How far ahead everybody plans, and how deep: as the old story was found, unless something else is asked for.

    Many a story is found with less foresight than its world allows. With more it has to hold as it is, else whatever
    comes of that would be laid to the change.
    """
    said = {name: asked[name] for name in ("foresight", "depth") if asked.get(name) is not None}
    within = replace(story.limits, **said)
    if within == story.limits:
        return conclude(within, [])
    staging.allow(most)
    try:
        holds = Replay(story.actions).holds(staging.problem, within)
    except (EffortSpent, Cancelled):
        holds = False
    staging.allow(None)
    if holds:
        return conclude(within, [])
    message = f"With foresight {within.foresight}, depth {within.depth} the old story does not hold even as it is."
    hint = f"It was found with foresight {story.limits.foresight}, depth {story.limits.depth}: leave them to it."
    return conclude(None, [diagnose("story-does-not-hold", message, help=hint)])


def _story(world: World, fabula: Fabula | None, unfolded: Unfolded | None = None, **limits: Any) -> Outcome[Fabula]:
    """The story that is asked about: the one given, if it can happen in the world, or the first that is found."""
    if fabula is None:
        result = api.find(world, **limits)
        if result.value is None or not result.value.fabulas:
            return conclude(None, [*result.diagnostics, answers.nothing_to_change(world.name)])
        return conclude(result.value.fabulas[0], result.diagnostics)
    ground_world = api.ground(world) if unfolded is None else conclude(unfolded.shrunk(), [])
    if ground_world.value is None:
        return conclude(None, ground_world.diagnostics)
    misfit = answers.misfit(ground_world.value, fabula)
    return conclude(None if misfit else fabula, [*ground_world.diagnostics, *([misfit] if misfit else [])])
