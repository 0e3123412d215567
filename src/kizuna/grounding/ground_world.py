"""The storyworld without variables.

Fluents, actions, rules and characters are numbered densely in declared order: the same World gives the same numbers,
whatever the hash seed. Formulas inside are ground (see :mod:`kizuna.model.formulas`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from kizuna.diagnostics import Span
from kizuna.model.formulas import Formula
from kizuna.model.values import Value
from kizuna.model.world import Logic, Temper


@dataclass(frozen=True, slots=True)
class GroundFluent:
    """A fluent at arguments, such as ``at(Tom)``, with the worth it has where nothing is said."""

    name: str
    default: Value


@dataclass(frozen=True, slots=True)
class GroundEffect:
    """``fluent`` becomes the worth of ``value`` where ``condition`` holds; in truth, or at the end of ``minds``.

    Value and condition are read in the state before the event (never inside ``minds``).
    """

    minds: tuple[int, ...]
    fluent: int
    value: Formula
    condition: Formula


@dataclass(frozen=True, slots=True)
class GroundAction:
    """An action at arguments. ``observers`` holds one condition per character.

    ``say`` is its phrase for the telling, in which ``{name}`` stands for the argument of that one of ``parameters``.
    ``tells`` is what the character ``teller`` thereby says to be so. ``permitting`` are those who have to put up with
    it, each where a condition holds; ``answers`` is the demand to which it is an answer; where an action that is
    ``due`` is possible, no other is.
    """

    name: str
    schema: str
    arguments: tuple[Value, ...]
    precondition: Formula
    effects: tuple[GroundEffect, ...]
    consenting: tuple[int, ...]
    observers: tuple[Formula, ...]
    say: str | None = None
    parameters: tuple[str, ...] = ()
    tells: Formula | None = None
    teller: int | None = None
    permitting: tuple[tuple[int, Formula], ...] = ()
    answers: Formula | None = None
    due: bool = False
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GroundRule:
    """A rule at arguments."""

    name: str
    precondition: Formula
    effects: tuple[GroundEffect, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GroundMotive:
    """A motive whose weight and score are ground."""

    name: str
    weight: Formula
    score: Formula
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class GroundCounts:
    """How many instances there were before anything unreachable was left out."""

    fluents: int
    actions: int
    rules: int


@dataclass(frozen=True)
class GroundWorld:
    """Everything the engine needs to live through a world.

    ``fluents`` are those that can change; ``statics`` are those that never do, with their worth. ``facts`` gives every
    fluent its initial worth; ``beliefs`` lists the initial exceptions (chain of characters, fluent, worth).
    ``motives`` holds a tuple per character, ``tempers`` how each chooses. The digest is that of the World.
    """

    name: str
    digest: str
    logic: Logic
    characters: tuple[str, ...]
    fluents: tuple[GroundFluent, ...]
    statics: tuple[tuple[GroundFluent, Value], ...]
    facts: tuple[Value, ...]
    beliefs: tuple[tuple[tuple[int, ...], int, Value], ...]
    actions: tuple[GroundAction, ...]
    rules: tuple[GroundRule, ...]
    motives: tuple[tuple[GroundMotive, ...], ...]
    utility: Formula
    tempers: tuple[Temper, ...]
    counts: GroundCounts

    @cached_property
    def action_ids(self) -> dict[str, int]:
        """The number of every action by its name."""
        return {action.name: number for number, action in enumerate(self.actions)}

    @cached_property
    def character_ids(self) -> dict[str, int]:
        """The number of every character by name."""
        return {name: number for number, name in enumerate(self.characters)}
