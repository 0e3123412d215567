"""What is not so: the parts of a condition that do not hold in a state, in words, with what is so instead.

Naive: print the condition. Better: it is taken apart where all of it is asked for, in truth and within a mind, and only
the parts that fail are told. It is read in the world before anything was left out, so that what never changes (and so
is folded away where stories are searched) can be named as well. Cost: one reading of the condition.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.epistemics import State
from kizuna.grounding import GroundWorld, Unfolded
from kizuna.model.formulas import (
    And,
    Arithmetic,
    Believes,
    Compare,
    Conditional,
    Constant,
    Formula,
    Not,
    Or,
    Read,
    children,
)
from kizuna.model.values import Value, show_worth
from kizuna.model.world import Action
from kizuna.model.worth import worth

LONGEST = 100
"""A part that would take more letters than this is told in its author's words, if it has a place."""


@dataclass(frozen=True, slots=True)
class Actual:
    """What a fluent is worth, in truth (no minds) or at the end of minds."""

    minds: tuple[str, ...]
    fluent: str
    value: Value


@dataclass(frozen=True, slots=True)
class Unmet:
    """A part of a condition that is not so, and what it looks at; ``minds`` are those in which it is not so."""

    minds: tuple[str, ...]
    condition: str
    actual: tuple[Actual, ...]


class Conditions:
    """Reads conditions of an unfolded world in the states of what was made of it."""

    def __init__(self, unfolded: Unfolded, world: GroundWorld) -> None:
        self.unfolded = unfolded
        self._world = world
        self._whole = unfolded.whole
        self._places = {fluent.name: place for place, fluent in enumerate(world.fluents)}
        self._fixed = {fluent.name: value for fluent, value in world.statics}

    def value(self, state: State, minds: tuple[str, ...], fluent: str) -> Value:
        """What a fluent is worth at the end of ``minds``."""
        place = self._places.get(fluent)
        if place is None:
            return self._fixed.get(fluent)
        return state.at(self._world.character_ids[mind] for mind in minds).values[place]

    def holds(self, formula: Formula, state: State, minds: tuple[str, ...] = ()) -> bool:
        """Whether a condition of the authored world holds."""
        return self._worth(self._ground(formula, {}), state, minds) is True

    def unmet_of(self, schema: Action, binding: dict[str, Value], state: State, minds: tuple[str, ...]) -> list[Unmet]:
        """What keeps an action with these arguments from being possible."""
        return list(self._unmet(self._ground(schema.precondition, binding), schema.precondition, state, minds, binding))

    def unmet(self, formula: Formula, state: State, minds: tuple[str, ...] = ()) -> list[Unmet]:
        """What keeps a condition of the authored world from holding."""
        return list(self._unmet(self._ground(formula, {}), formula, state, minds, {}))

    def _ground(self, formula: Formula, binding: dict[str, Value]) -> Formula:
        return self.unfolded.instantiator.formula(formula, binding)

    def _unmet(
        self, ground: Formula, lifted: Formula, state: State, minds: tuple[str, ...], binding: dict[str, Value]
    ) -> Iterator[Unmet]:
        if isinstance(lifted, And):  # piece by piece, so that what folds to nothing can be named too
            for part in lifted.parts:
                yield from self._unmet(self._ground(part, binding), part, state, minds, binding)
        elif isinstance(ground, Constant):
            if ground.value is not True:
                yield Unmet(minds, " ".join(lifted.span.text.split()) if lifted.span else "a condition", ())
        else:
            for chain, part in _parts(ground, minds):
                if self._worth(part, state, chain) is not True:
                    yield self._told(part, state, chain)

    def _told(self, part: Formula, state: State, chain: tuple[str, ...]) -> Unmet:
        text = self.words(part)
        if len(text) > LONGEST and part.span is not None:
            text = " ".join(part.span.text.split())
        read = dict.fromkeys(_read(part, chain))
        actual = (Actual(minds, name, self.value(state, minds, name)) for minds, name in self._named(read))
        return Unmet(chain, text, tuple(actual))

    def _named(self, read: dict[tuple[tuple[str, ...], int], None]) -> Iterator[tuple[tuple[str, ...], str]]:
        for minds, fluent in read:
            yield minds, self._whole.fluents[fluent].name

    def _worth(self, formula: Formula, state: State, chain: tuple[str, ...]) -> Value:
        def read(minds: tuple[str, ...], fluent: int) -> Value:
            return self.value(state, minds, self._whole.fluents[fluent].name)

        return worth(formula, read, self._whole.logic, chain)

    def words(self, formula: Formula) -> str:
        """A ground condition in words."""
        match formula:
            case Constant(value=value):
                return ("yes" if value else "no") if isinstance(value, bool) else show_worth(value)
            case Read(fluent=fluent):
                return self._whole.fluents[fluent].name
            case Not(body=body):
                return f"not {self._tight(body)}"
            case Believes(who=Constant(value=who), body=body, definite=definite):
                said = self._tight(body)
                return f"{who} believes {said}" if definite else f"{said} according to {who}"
            case And(parts=parts):
                return " and ".join(map(self._tight, parts)) or "yes"
            case Or(parts=parts):
                return " or ".join(map(self._tight, parts)) or "no"
            case Compare(operator=operator, left=left, right=right):
                sign = "=" if operator == "==" else operator
                return f"{self._tight(left)} {sign} {self._tight(right)}"
            case Arithmetic(operator=operator, parts=parts):
                return f" {operator} ".join(map(self._tight, parts))
            case Conditional(branches=branches, otherwise=otherwise):
                said = "".join(f"if {self.words(c)} then {self.words(r)} else " for c, r in branches)
                return said + self.words(otherwise)
        raise TypeError(f"not a ground formula: {formula!r}")

    def _tight(self, formula: Formula) -> str:
        said = self.words(formula)
        return said if isinstance(formula, Constant | Read | Compare | Not) else f"({said})"


def _parts(formula: Formula, chain: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Formula]]:
    """What a condition asks for, piece by piece, each at the end of the minds in which it is asked for."""
    match formula:
        case And(parts=parts):
            for part in parts:
                yield from _parts(part, chain)
        case Not(body=Or(parts=parts)):
            for part in parts:
                yield from _parts(Not(part, span=part.span), chain)
        case Believes(who=Constant(value=str(who)), body=And() as body, definite=True):
            yield from _parts(body, (*chain, who))
        case _:
            yield chain, formula


def _read(formula: Formula, chain: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], int]]:
    match formula:
        case Read(fluent=fluent):
            yield chain, fluent
        case Believes(who=Constant(value=str(who)), body=body):
            yield from _read(body, (*chain, who))
        case _:
            for part in children(formula):
                yield from _read(part, chain)
