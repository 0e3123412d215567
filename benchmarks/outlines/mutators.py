"""Holes made on purpose: valid outlines with one thing changed, at every place where that can be done.

A mutator does not know whether what it makes is a hole: what is left out may not have been needed. The label is proven
afterwards (:mod:`benchmarks.outlines.labels`), and those that stay valid are kept as such.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.grounding import GroundAction
from kizuna.inquiry.outline import Stage

Events = tuple[str, ...]
Mutator = Callable[["Source"], Iterator[tuple[int, Events]]]
"""Changed outlines, each with the place of the change (from 0)."""


class Source:
    """A valid outline in its world, with the state before each of its events."""

    def __init__(self, stage: Stage, events: Sequence[str], limits: Limits) -> None:
        self.stage = stage
        self.events = tuple(events)
        self.limits = limits
        self.states = [stage.dynamics.initial]
        for event in events:
            self.states.append(stage.dynamics.after(self.states[-1], stage.world.action_ids[event]))

    def action(self, place: int) -> GroundAction:
        """The action of one event."""
        return self.stage.world.actions[self.stage.world.action_ids[self.events[place]]]

    def with_event(self, place: int, event: str) -> Events:
        """The outline with another event at a place."""
        return (*self.events[:place], event, *self.events[place + 1 :])

    def inserted(self, place: int, event: str) -> Events:
        """The outline with one more event before a place."""
        return (*self.events[:place], event, *self.events[place:])

    def without(self, place: int) -> Events:
        """The outline without an event."""
        return (*self.events[:place], *self.events[place + 1 :])


# --- events left out, moved, repeated --------------------------------------------------------------------------------


def removed(source: Source) -> Iterator[tuple[int, Events]]:
    """An event is missing that changes what is so."""
    for place in range(len(source.events) - 1):
        if source.states[place].values != source.states[place + 1].values:
            yield place, source.without(place)


def knowledge_missing(source: Source) -> Iterator[tuple[int, Events]]:
    """An event is missing that changes nothing but what somebody believes."""
    for place in range(len(source.events) - 1):
        if source.states[place].values == source.states[place + 1].values:
            yield place, source.without(place)


def swapped(source: Source) -> Iterator[tuple[int, Events]]:
    """Two neighbours change places."""
    for place in range(len(source.events) - 1):
        one, two = source.events[place : place + 2]
        if one != two:
            yield place, (*source.events[:place], two, one, *source.events[place + 2 :])


def delayed(source: Source) -> Iterator[tuple[int, Events]]:
    """An event comes only at the end."""
    for place in range(len(source.events) - 2):
        yield place, (*source.without(place), source.events[place])


def repeated(source: Source) -> Iterator[tuple[int, Events]]:
    """An event happens once more, right after itself."""
    for place in range(len(source.events)):
        yield place + 1, source.inserted(place + 1, source.events[place])


# --- somebody or something else --------------------------------------------------------------------------------------


def _otherwise(source: Source, place: int, *, actor: bool) -> Iterator[GroundAction]:
    """The same action with one other argument: a character who wills it, or anything else."""
    action = source.action(place)
    doers = {source.stage.world.characters[who] for who in action.consenting}
    for other in source.stage.world.actions:
        if other.schema != action.schema or len(other.arguments) != len(action.arguments):
            continue
        differing = [(a, b) for a, b in zip(action.arguments, other.arguments, strict=True) if a != b]
        if len(differing) == 1 and (differing[0][0] in doers) is actor:
            yield other


def _can(source: Source, state: State, action: GroundAction) -> bool:
    return source.stage.dynamics.holds(state, source.stage.world.action_ids[action.name])


def _knows(source: Source, state: State, action: GroundAction) -> bool:
    """Whether everybody who has to will an action holds it for possible."""
    return all(_can(source, state.beliefs[who], action) for who in action.consenting)


def actor_unable(source: Source) -> Iterator[tuple[int, Events]]:
    """Somebody else does it, who is absent, dead, or has not what it takes."""
    for place, state in enumerate(source.states[:-1]):
        for other in _otherwise(source, place, actor=True):
            if not _can(source, state, other):
                yield place, source.with_event(place, other.name)


def actor_able(source: Source) -> Iterator[tuple[int, Events]]:
    """Somebody else does it, who could."""
    for place, state in enumerate(source.states[:-1]):
        for other in _otherwise(source, place, actor=True):
            if _can(source, state, other):
                yield place, source.with_event(place, other.name)


def wrong_place_or_thing(source: Source) -> Iterator[tuple[int, Events]]:
    """It happens somewhere else, with something else, or to somebody else."""
    for place in range(len(source.events)):
        for other in _otherwise(source, place, actor=False):
            yield place, source.with_event(place, other.name)


# --- events put in ---------------------------------------------------------------------------------------------------


def _put_in(source: Source, wanted: Callable[[State, GroundAction], bool]) -> Iterator[tuple[int, Events]]:
    for place, state in enumerate(source.states):
        for action in source.stage.world.actions:
            if action.consenting and wanted(state, action):
                yield place, source.inserted(place, action.name)


def motiveless(source: Source) -> Iterator[tuple[int, Events]]:
    """Somebody does something more that they can do, and know that they can."""
    return _put_in(source, lambda state, action: _can(source, state, action) and _knows(source, state, action))


def ignorant(source: Source) -> Iterator[tuple[int, Events]]:
    """Somebody does something more that they can do, and do not know that they can."""
    return _put_in(source, lambda state, action: _can(source, state, action) and not _knows(source, state, action))


def impossible(source: Source) -> Iterator[tuple[int, Events]]:
    """Somebody does something more that they believe they can do, and cannot."""
    return _put_in(source, lambda state, action: not _can(source, state, action) and _knows(source, state, action))


MUTATORS: dict[str, Mutator] = {
    "event removed": removed,
    "knowledge missing": knowledge_missing,
    "neighbours swapped": swapped,
    "event delayed": delayed,
    "repeated deed": repeated,
    "actor unable": actor_unable,
    "actor able": actor_able,
    "other place, thing, person": wrong_place_or_thing,
    "act put in, known to be open": motiveless,
    "act put in by somebody ignorant": ignorant,
    "impossible act put in": impossible,
}
