"""All choices of what varies, as numbered cells: the last axis varies fastest, as the digits of a number do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from math import prod

from kizuna.inquiry.dials import Axis, Turn
from kizuna.model.values import Value
from kizuna.model.world import World


@dataclass(frozen=True, slots=True)
class Grid:
    """Every choice of a worth along each axis is a cell; they are numbered from 0."""

    axes: tuple[Axis, ...]

    @property
    def size(self) -> int:
        """How many cells there are."""
        return prod(len(axis.values) for axis in self.axes)

    def place(self, number: int) -> tuple[int, ...]:
        """Where a cell lies along each axis."""
        place: list[int] = []
        for axis in reversed(self.axes):
            number, along = divmod(number, len(axis.values))
            place.append(along)
        return tuple(reversed(place))

    def number(self, place: tuple[int, ...]) -> int:
        """The cell that lies there."""
        return reduce(lambda n, each: n * len(each[0].values) + each[1], zip(self.axes, place, strict=True), 0)

    def values(self, number: int) -> tuple[Value, ...]:
        """What each axis is worth in a cell."""
        return tuple(axis.values[along] for axis, along in zip(self.axes, self.place(number), strict=True))

    def turns(self, number: int) -> tuple[Turn, ...]:
        """The changes that make the world of a cell."""
        return tuple(Turn(axis.dial, value) for axis, value in zip(self.axes, self.values(number), strict=True))

    def changed(self, world: World, number: int) -> World:
        """The world of a cell, as if its author had written it."""
        return reduce(lambda made, turn: turn.made(made), self.turns(number), world)

    def anchor(self, number: int) -> int:
        """The cell whose stories are tried first in this one: the middle of the three neighbours that it is one of."""
        *before, along = self.place(number)
        middle = min(along - along % 3 + 1, len(self.axes[-1].values) - 1)
        return self.number((*before, middle))
