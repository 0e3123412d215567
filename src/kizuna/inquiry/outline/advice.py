"""Softer findings, of outlines that hold: what was planted and never used, hearts that change, words left open.

Defined in docs/understanding/outlines.md, and computed exactly so; whether the author minds is another question, so
none of them counts as an error. That a thing once shown should be used is an old demand (Chekhov); here *used* means
that a causal link leads from it (:mod:`kizuna.search.kernels`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.deliberation import EffortSpent, explain
from kizuna.diagnostics import Diagnostic, Span, diagnose
from kizuna.epistemics import State
from kizuna.fabula import Event, Fabula
from kizuna.grounding import Unfolded
from kizuna.inquiry.outline.conditions import places
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.values import Answer, Outline
from kizuna.inquiry.outline.walk import Course, Done
from kizuna.inquiry.outline.words import BROKEN, GIVEN, words
from kizuna.search.kernels import kernel


@dataclass(frozen=True, slots=True)
class _Told:
    """An event of the outline with the states around it, the reasons for it, and the author's line (None: a gap's)."""

    done: Done
    after: State
    event: Event
    line: Span | None


def advice(stage: Stage, unfolded: Unfolded, outline: Outline, course: Course) -> list[Diagnostic]:
    """What there is to say of an outline in which every line holds; nothing of others."""
    lane = course.lane
    if lane is None or any(course.answer(number) is not Answer.HOLDS for number in range(len(outline.lines))):
        return []
    try:
        told = list(_told(stage, outline, lane.trail, lane.state))
    except EffortSpent:
        return []
    return [*_unused(stage, told), *_changes_of_heart(stage, told), *_words(stage, unfolded, told)]


def _told(stage: Stage, outline: Outline, trail: tuple[Done, ...], end: State) -> Iterator[_Told]:
    states = [done.before for done in trail[1:]] + [end]
    for done, after in zip(trail, states, strict=True):
        found = explain(stage.reasons, done.before, done.action, stage.limits.foresight, stage.limits.depth)
        line = outline.lines[done.step]
        event = Event(stage.world.actions[done.action].name, found or ())
        yield _Told(done, after, event, None if line.is_gap else line.span)


# --- planted and never used ------------------------------------------------------------------------------------------


def _unused(stage: Stage, told: list[_Told]) -> Iterator[Diagnostic]:
    """Events but the last that nothing later reads, and that are of no account to the author or to who wills them."""
    if not told:
        return
    events = tuple(each.event for each in told)
    fabula = Fabula(stage.world.name, stage.world.digest, stage.limits, 0, 0, events)
    causes = {cause for cause, _, _ in kernel(stage.dynamics, fabula).links}
    times: dict[str, int] = {}
    for each in told:
        name = each.event.action
        times[name] = times.get(name, 0) + 1
        is_used = each is told[-1] or (name, times[name]) in causes or _counts(stage, each)
        if not is_used and each.line is not None:
            words = f"Nothing later in the outline makes use of {name}, and it is nothing to anybody who wills it."
            yield diagnose("planted-unused", words, each.line, help="Let something come of it, or leave it out.")


def _counts(stage: Stage, each: _Told) -> bool:
    """Whether an event changes what the author's ending, or a motive of those who will it, looks at.

    What nobody wills needs no use.
    """
    world = stage.world
    willing = _willing(stage, each)
    if not willing:
        return True
    scores = [motive.score for who in willing for motive in world.motives[who]]
    looked_at = {fluent for formula in (world.utility, *scores) for _, fluent in places(world, formula)}
    pairs = [(each.done.before, each.after)]
    pairs += zip(each.done.before.beliefs, each.after.beliefs, strict=True)
    return any(before.values[fluent] != after.values[fluent] for before, after in pairs for fluent in looked_at)


# --- changes of heart ------------------------------------------------------------------------------------------------


def _changes_of_heart(stage: Stage, told: list[_Told]) -> Iterator[Diagnostic]:
    """Own acts that leave a plan which is still open, though the mind is just as the plan had foreseen it."""
    ids = stage.world.character_ids
    for number, each in enumerate(told):
        for reason in each.event.explanations:
            who = ids[reason.character]
            following = next((later for later in told[number + 1 :] if who in _willing(stage, later)), None)
            if len(reason.plan) < 2 or following is None or following.line is None:
                continue
            planned = stage.world.action_ids[reason.plan[1].action]
            foreseen = stage.dynamics.after(each.done.before.beliefs[who], each.done.action)
            is_own = who in stage.world.actions[planned].consenting
            named = [step.action for step in reason.plan]
            if not is_own or following.event.action in named or following.done.before.beliefs[who] is not foreseen:
                continue
            asked = stage.reasons.asked_in_story(following.done.before, who, stage.limits.foresight, stage.limits.depth)
            if stage.reasons.reason(asked, planned) is not None:
                words = (
                    f"{reason.character} had {reason.plan[1].action} in mind since {each.event.action}, and does "
                    f"{following.event.action} instead, though all has come as they thought."
                )
                yield diagnose("change-of-heart", words, following.line)


def _willing(stage: Stage, each: _Told) -> tuple[int, ...]:
    return stage.world.actions[each.done.action].consenting


# --- words -----------------------------------------------------------------------------------------------------------


def _words(stage: Stage, unfolded: Unfolded, told: list[_Told]) -> Iterator[Diagnostic]:
    """Words that somebody breaks by an act of their own, and words that are still open at the end."""
    places = {fluent.name: place for place, fluent in enumerate(stage.world.fluents)}
    for word in words(unfolded):
        fluent = places.get(word.fluent)
        if fluent is None:
            continue
        for each in told:
            was, now = each.done.before.values[fluent], each.after.values[fluent]
            if now == BROKEN != was and stage.world.character_ids[word.who] in _willing(stage, each) and each.line:
                said = f"{word.who} breaks their word to {word.whom} by {each.event.action}: {word.fluent}."
                yield diagnose("broken-word", said, each.line)
        if told and told[-1].after.values[fluent] == GIVEN:
            given = [each for each in told if each.done.before.values[fluent] != each.after.values[fluent]]
            span = given[-1].line if given else None
            said = f"{word.who}'s word to {word.whom} is still open at the end: {word.fluent}."
            yield diagnose("forgotten-word", said, span)
