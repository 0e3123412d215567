"""Small scenes that use the library: who would do what in them, and what takes the reason away.

A scene is a story beside the tests of the library. After some events somebody is asked for a reason for an act, with
the limits that the scene's settings give; then once more in a mutant, in which what the case is about is gone.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from promises import STORIES, Mutation, library_text

import kizuna
from kizuna.deliberation import Effort, Reasons
from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.epistemics import Dynamics, State
from kizuna.grounding import ground
from kizuna.language import read
from kizuna.model.world import World
from kizuna.search import Stop

EFFORT = 200_000
"""More work than this for one reason is too much for a test."""


@dataclass(frozen=True)
class Choice:
    """In ``scene``, after ``events``, there is a reason for ``act``, or is not; the reverse once ``unless`` is so.

    ``given`` is changed about the scene in both. ``of`` names the motives or settings that the case is about.
    """

    scene: str
    act: str
    unless: tuple[Mutation, ...]
    would: bool = True
    events: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    given: tuple[Mutation, ...] = ()

    def holds(self, *, mutant: bool = False) -> bool:
        """Whether the case turns out as it says; for the mutant, whether it turns out the other way."""
        stage = staged(self.scene, (*self.given, *(self.unless if mutant else ())))
        return stage.would(self.act, self.events) is (self.would is not mutant)


class Stage:
    """A scene that can be lived through, and in which people can be asked for their reasons."""

    def __init__(self, world: World) -> None:
        self.settings = world.settings
        self.world = ground(world).unwrap()
        self.reasons = Reasons(Dynamics(self.world), Effort(EFFORT))

    def after(self, events: tuple[str, ...]) -> State:
        """The state after events that have to be possible, for whatever reason."""
        dynamics = self.reasons.dynamics
        state = dynamics.initial
        for event in events:
            number = self.world.action_ids[event]
            assert dynamics.holds(state, number), f"{event} cannot happen"
            state = dynamics.after(state, number)
        return state

    def would(self, act: str, events: tuple[str, ...] = ()) -> bool:
        """Whether everybody who has to consent to ``act`` would, once ``events`` have happened."""
        state, number = self.after(events), self.world.action_ids.get(act)
        foresight, depth = self.settings.foresight, self.settings.depth
        assert foresight is not None, "a scene says its foresight"
        assert depth is not None, "a scene says its depth"
        if number is None:  # it is not even in the world any more, since nobody is touched by it
            return False
        assert self.reasons.dynamics.holds(state, number), f"{act} cannot happen"
        return self.reasons.explained(state, number, foresight, depth)


@cache
def world(scene: str, mutations: tuple[Mutation, ...] = ()) -> World:
    """A scene, changed in the given ways; a change of the scene itself names it as its module."""

    def changed(name: str, text: str) -> str:
        for mutation in mutations:
            text = mutation(name, text)
        return text

    def load(key: str) -> Outcome[Source]:
        name = key.removeprefix("library:")
        return conclude(Source(f"{name}.story", changed(name, library_text(name))), [])

    text = changed(scene, (STORIES / f"{scene}.story").read_text(encoding="utf-8"))
    return read(Source(f"{scene}.story", text), load).unwrap()


@cache
def staged(scene: str, mutations: tuple[Mutation, ...] = ()) -> Stage:
    """A scene, changed in the given ways, to be lived through."""
    return Stage(world(scene, mutations))


def stories(scene: str, mutations: tuple[Mutation, ...] = ()) -> list[tuple[str, ...]]:
    """All stories of a scene that reach its ending within its limits."""
    result = kizuna.find(world(scene, mutations), count=None).value
    assert result is not None
    assert result.stopped is Stop.EXHAUSTED
    return [fabula.actions for fabula in result.fabulas]
