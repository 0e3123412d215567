"""A story as it happened, with its certificate.

Everything is by name, so that a fabula outlives the search that found it: it can be saved, compared and replayed in
the world whose digest it carries.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.fabula.explanation import Explanation
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a search looks.

    ``events``: actions in the story. ``foresight``: actions that a character plans ahead, the first included; inside
    a plan, the action at position i has ``foresight - i + 1`` left. ``depth``: layers of minds in which plans are
    sought; one layer further in, only what pays at once is a reason.
    """

    events: int
    foresight: int
    depth: int

    def __post_init__(self) -> None:
        if self.events < 1 or self.foresight < 1 or self.depth < 0:
            raise ValueError("events and foresight start at 1, depth at 0")


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: a ground action, and a reason for each character who had to consent."""

    action: str
    explanations: tuple[Explanation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fabula:
    """The events of a story in order, and what is claimed of them.

    ``digest`` names the world; ``limits`` are those under which every reason holds and nothing shorter would do;
    ``before`` and ``utility`` are the author's utility at the start and at the end; ``not_proven`` lists in words what
    was claimed without proof.
    """

    world: str
    digest: str
    limits: Limits
    before: Number
    utility: Number
    events: tuple[Event, ...]
    not_proven: tuple[str, ...] = ()

    @property
    def actions(self) -> tuple[str, ...]:
        """The names of its events."""
        return tuple(event.action for event in self.events)
