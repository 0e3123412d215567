"""Words that people give one another: whatever stands between two of them and can be given and broken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.grounding import Unfolded
from kizuna.model.formulas import Variable
from kizuna.model.world import BOOLEAN, CHARACTER, NUMBER, Fluent, World

GIVEN, BROKEN = "given", "broken"
"""How a word stands that binds, and one that was not kept; the library's `undertakings` say so too."""


@dataclass(frozen=True, slots=True)
class Word:
    """How the word of ``who`` to ``whom`` stands is what ``fluent`` says."""

    fluent: str
    who: str
    whom: str


def words(unfolded: Unfolded) -> Iterator[Word]:
    """All words that anybody in a world could give, in declared order."""
    world = unfolded.world
    kinds = {fluent.signature for fluent in world.fluents if _is_word(world, fluent)}
    for (signature, arguments), number in unfolded.instantiator.numbers.items():
        if signature in kinds and arguments[0] != arguments[1]:
            yield Word(unfolded.whole.fluents[number].name, str(arguments[0]), str(arguments[1]))


def _is_word(world: World, fluent: Fluent) -> bool:
    """Whether a fluent says how something stands between two people that can be given and broken."""
    people = [p for p in fluent.parameters[:2] if isinstance(p, Variable) and world.is_a(p.type, CHARACTER)]
    if len(people) < 2 or fluent.type in (NUMBER, BOOLEAN):
        return False
    return {GIVEN, BROKEN} <= set(world.values_of(fluent.type))
