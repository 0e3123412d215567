"""A question to a mind."""

from __future__ import annotations

from typing import NamedTuple

from kizuna.deliberation.utility import Heart
from kizuna.epistemics import State


class Asked(NamedTuple):
    """What one character would do in the state ``believed``, with the weights of ``heart``.

    ``calm`` asks with everyone's wariness 0. ``foresight`` is the number of actions that may be planned ahead;
    ``depth`` counts the layers of minds left in which plans may be longer than one action. See
    docs/understanding/choosing.md.
    """

    believed: State
    character: int
    heart: Heart
    foresight: int
    depth: int
    calm: bool
