"""The events of a story, a plain sentence each."""

from __future__ import annotations

from collections.abc import Iterable

from kizuna import narration
from kizuna.api.asking import ask
from kizuna.diagnostics import Outcome
from kizuna.model.world import World
from kizuna.narration import Recounted


def recount(world: World, events: Iterable[str]) -> Outcome[Recounted]:
    """Events, by the names of their actions, a plain sentence each; KeyError for an action the world does not have."""
    return ask(world, lambda ground_world: narration.recount(events, ground_world))
