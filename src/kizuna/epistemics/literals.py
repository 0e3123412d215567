"""The simplest conditions: that one fact is, or is not, of a certain worth, in truth or in a mind.

Most conditions are conjunctions of these. A conjunction becomes one loop over tuples instead of a tower of functions,
and what it asks of the facts can be told from what it asks of minds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias

from kizuna.model.formulas import Believes, Compare, Constant, Formula, Not, Read
from kizuna.model.values import Value
from kizuna.model.world import Logic
from kizuna.model.worth import same


class Holding(Protocol):
    """Whatever a formula can be read in: values, and the like of it per character."""

    @property
    def values(self) -> tuple[Value, ...]: ...  # noqa: D102
    @property
    def beliefs(self) -> tuple[Holding, ...]: ...  # noqa: D102


Condition: TypeAlias = Callable[[Holding], bool]
Place: TypeAlias = tuple[tuple[int, ...], int]
"""A fluent at the end of a chain of minds."""


class Literal(NamedTuple):
    """That ``fluent``, at the end of a ``chain`` of minds, is worth ``value``; or, not ``equal``, is of another worth.

    ``unknown`` says whether it holds where the worth is unknown.
    """

    chain: tuple[int, ...]
    fluent: int
    equal: bool
    value: Value
    unknown: bool = False

    def holds(self, state: Holding) -> bool:
        """Whether it is so in a state."""
        for mind in self.chain:
            state = state.beliefs[mind]
        actual = state.values[self.fluent]
        return self.unknown if actual is None else same(actual, self.value) is self.equal


def literal(formula: Formula, character_ids: Mapping[str, int], logic: Logic) -> Literal | None:
    """The literal that a condition amounts to; None if it is none."""
    chain: tuple[int, ...] = ()
    equal = True
    while True:
        match formula:
            case Believes(who=Constant(value=str(who)), body=body, definite=definite) if equal or not definite:
                chain = (*chain, character_ids[who])
                formula = body
            case Not(body=body):
                equal = not equal
                formula = body
            case Read(fluent=fluent):
                return Literal(chain, fluent, True, equal)
            case Compare(operator="==" | "!=" as operator, left=left, right=Constant(value=value)) if value is not None:
                equal = (operator == "==") is equal
                while isinstance(left, Believes) and not left.definite:
                    chain = (*chain, character_ids[str(left.who.value)])  # type: ignore[union-attr]
                    left = left.body
                unknown = not equal and logic is Logic.TWO_VALUED
                return Literal(chain, left.fluent, equal, value, unknown) if isinstance(left, Read) else None
            case _:
                return None


def all_hold(literals: Sequence[Literal]) -> Condition:
    """That all of several literals hold."""
    facts = tuple((each.fluent, each.value) for each in literals if not each.chain and each.equal)
    others = [each for each in literals if each.chain or not each.equal]
    shallow = tuple(each[1:] for each in others if not each.chain)
    inside = tuple((each.chain[0], *each[1:]) for each in others if len(each.chain) == 1)
    deeper = tuple(each for each in others if len(each.chain) > 1)

    def facts_hold(state: Holding) -> bool:
        values = state.values
        for fluent, value in facts:
            actual = values[fluent]
            # identity settles most of them; the classes are compared because Python takes True for equal to 1
            if actual is not value and (actual != value or actual.__class__ is not value.__class__):
                return False
        return True

    def hold(state: Holding) -> bool:
        if facts and not facts_hold(state):
            return False
        values, beliefs = state.values, state.beliefs
        for fluent, equal, value, unknown in shallow:
            actual = values[fluent]
            if actual is None:
                if not unknown:
                    return False
            elif (actual is value or (actual == value and actual.__class__ is value.__class__)) is not equal:
                return False
        for mind, fluent, equal, value, unknown in inside:
            actual = beliefs[mind].values[fluent]
            if actual is None:
                if not unknown:
                    return False
            elif (actual is value or (actual == value and actual.__class__ is value.__class__)) is not equal:
                return False
        return not deeper or all(each.holds(state) for each in deeper)

    return hold if others else facts_hold
