"""Worlds with no more in them than fixed events need: to ask what is so after them, whoever wanted what.

To ground a world takes longest for all the actions that could happen instead, and most tests ask each mutant only once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kizuna.model.world import Plot, World


def bare(world: World, events: Iterable[str]) -> World:
    """The world in which only these events, and whatever is due, can happen, and nobody wants anything."""
    schemas = {event.partition("(")[0] for event in events}
    actions = tuple(action for action in world.actions if action.due or action.name in schemas)
    return replace(world, actions=actions, motives=(), plot=Plot())
