"""What lies between two people, as a question: somebody acts out of a bond, and the reader was not told its story.

That somebody loves somebody is a number of the world; how it came to that is what its past tells. So an act with a
stake that is about somebody dear opens the question, if the world has an answer to it: an event of the past of both.
To be told one answers it. Cost: the stakes of each event, and one look at the bonds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kizuna.discourse.bonds import all_bonds
from kizuna.discourse.keeping import Keeping
from kizuna.discourse.stage import Stage, parts
from kizuna.fabula import Explanation

Pair = tuple[str, str]
"""Whoever has a bond, and to whom."""


@dataclass(eq=False)
class Between:
    """Knows the bonds of a story that its past accounts for."""

    stage: Stage
    keeping: Keeping

    @cached_property
    def bonds(self) -> dict[Pair, str]:
        """The strongest bond of somebody to somebody with whom they share something of the past, by its name."""
        shared = [frozenset(self.stage.story.participants(past)) for past in self.stage.story.past]
        found: dict[Pair, str] = {}
        for bond in sorted(all_bonds(self.stage, self.keeping), key=lambda each: -each.strength):
            pair = (bond.who, bond.whom)
            if bond.strength > 0 and any(people.issuperset(pair) for people in shared):
                found.setdefault(pair, f"{bond.fluent}({bond.who}, {bond.whom})")
        return found

    def opened(self, explanation: Explanation) -> Iterator[Pair]:
        """Whose bond to whom a reason turns on: one of its stakes is about the other."""
        for stake in explanation.stakes:
            for whom in map(str, parts(stake.motive)[1] if stake.change else ()):
                if (explanation.character, whom) in self.bonds:
                    yield explanation.character, whom

    def answered(self, past: int) -> frozenset[str]:
        """Those between whom something lies that an event of the past tells."""
        return frozenset(self.stage.story.participants(self.stage.story.past[past]))
