"""What somebody learns from one event that they held impossible, for events that surprise many minds.

The naive way reads the whole condition in the mind and in truth (:mod:`kizuna.epistemics.surprise`, its oracle). But
most conditions mostly ask that facts are so, in truth or in a mind. What is so in truth then only has to be compared.
Cost: one look at each such fact; what else a condition asks for is read as ever.
"""

from __future__ import annotations

from kizuna.epistemics.evaluate import Compiler
from kizuna.epistemics.literals import Condition, Place
from kizuna.epistemics.state import State
from kizuna.epistemics.surprise import Lessons, Surprise
from kizuna.model.formulas import Formula, parts_of


class Teaching:
    """The condition of one event as a lesson; ``holds`` says whether it is so."""

    def __init__(self, condition: Formula, holds: Condition, compiler: Compiler) -> None:
        self._holds = holds
        self._compiler = compiler
        self._facts: list[Place] = []
        self._others: list[Formula] = []
        for part in parts_of(condition):
            found = compiler.literal(part)
            if found is None or not found.equal:
                self._others.append(part)
            else:
                self._facts.append((found.chain, found.fluent))

    def lessons(self, actual: State, believed: State) -> Lessons:
        """What to set in the mind ``believed``, by chain of minds and fluent, once it has happened in ``actual``."""
        learned: Lessons = {}
        if self._holds(actual):
            for place in self._facts:
                chain, fluent = place
                value = actual.at(chain).values[fluent]
                if believed.at(chain).values[fluent] != value:
                    learned[place] = value
            for part in self._others:
                surprise = Surprise(self._compiler.logic, self._compiler.character_ids, actual, believed)
                for place, value in surprise.lessons(part).items():
                    if value is not None or learned.get(place) is None:
                        learned[place] = value
        return learned
