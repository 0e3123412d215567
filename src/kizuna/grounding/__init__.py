"""World in, GroundWorld out: no variables, dense numbers, and every ground action knows the line it came from."""

from kizuna.grounding.ground import Unfolded, ground, unfold
from kizuna.grounding.ground_world import (
    GroundAction,
    GroundCounts,
    GroundEffect,
    GroundFluent,
    GroundMotive,
    GroundRule,
    GroundWorld,
)

__all__ = [
    "GroundAction",
    "GroundCounts",
    "GroundEffect",
    "GroundFluent",
    "GroundMotive",
    "GroundRule",
    "GroundWorld",
    "Unfolded",
    "ground",
    "unfold",
]
