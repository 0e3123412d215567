"""Small stories to appraise: a text, what happens in it, and what is felt of that.

The events need not have been found: each comes with the reasons that everyone has for it, if they have any.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import kizuna
from kizuna.appraisal import Emotion, Feelings, Kind
from kizuna.deliberation import Effort, Reasons, explain
from kizuna.epistemics import Dynamics
from kizuna.fabula import Event, Fabula, Limits
from kizuna.model.world import World

MARKS = """\
fluent dear(who: character, whom: character): number
fluent hurts(who: character, whom: character)
fluent near(who: character, whom: character)
fluent word_of(who: character, whom: character): number
define felt_bond(who: character, whom: character): dear(who, whom)
define felt_harm(who: character, whom: character): hurts(who, whom)
define felt_nearness(who: character, whom: character): near(who, whom)
define felt_word(who: character, whom: character): word_of(who, whom)
"""
"""What the small stories say of feelings."""


def world(text: str) -> World:
    """The world of a text, to which the marks are added."""
    return kizuna.read_text(f'story small "Small"\n{MARKS}{text}', name="small.story", language="story").unwrap()


def lived(of: World, *events: str, foresight: int = 3, depth: int = 1) -> Fabula:
    """The fabula of some events, which have to be possible, with whatever reasons there are for them."""
    reasons = Reasons(Dynamics(kizuna.ground(of).unwrap()), Effort(200_000))
    state, told = reasons.dynamics.initial, []
    for name in events:
        action = reasons.dynamics.world.action_ids[name]
        assert reasons.dynamics.holds(state, action), f"{name} cannot happen"
        told.append(Event(name, explain(reasons, state, action, foresight, depth) or ()))
        state = reasons.dynamics.after(state, action)
    return Fabula(of.name, of.digest, Limits(max(len(events), 1), foresight, depth), 0, 1, tuple(told))


def feelings(text: str, *events: str, depth: int = 1, **options: Any) -> Feelings:
    """What is felt in a small story."""
    of = world(text)
    return kizuna.feelings(of, lived(of, *events, depth=depth), **options).unwrap()


def felt(text: str, *events: str, who: str = "Ana", depth: int = 1) -> dict[str, object]:
    """What somebody comes to feel, or has as hope or fear, at the last of some events: strengths by kind."""
    mood = feelings(text, *events, depth=depth).at(len(events), who)
    return {each.emotion.kind.value: each.strength for each in mood.felt if _is_new(each.emotion, len(events))}


def _is_new(emotion: Emotion, event: int) -> bool:
    return emotion.event == event or emotion.kind in (Kind.HOPE, Kind.FEAR)


def without(fabula: Fabula, event: int) -> Fabula:
    """A fabula without the reasons for one event."""
    events = list(fabula.events)
    events[event - 1] = replace(events[event - 1], explanations=())
    return replace(fabula, events=tuple(events))
