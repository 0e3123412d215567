"""A story lived through once: its states, everybody's mind in each, how each motive stands in it, and what binds whom.

All that is felt is read from here. Weights are the true ones before an event, scores those that are believed; a score
that is not known counts as when it was last known. Cost: each motive once for each mind that comes up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from kizuna.appraisal.marks import BOND, HARM, LIFE, WORD, MarkedWorld
from kizuna.deliberation import Reasons
from kizuna.deliberation.bounds import Bounds
from kizuna.epistemics import State
from kizuna.epistemics.evaluate import Evaluator
from kizuna.epistemics.literals import Holding
from kizuna.fabula import Fabula
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted

Weights = tuple[Number, ...]
Scores = tuple[Number | None, ...]


@dataclass(eq=False)
class Course:
    """The course of one fabula in the world of ``reasons``, which has to be that of ``marked``.

    Events are counted from 1; state 0 is the start, state n the one after event n. Characters are numbers.
    """

    reasons: Reasons
    marked: MarkedWorld
    fabula: Fabula
    states: list[State] = field(default_factory=list)
    actions: list[int] = field(default_factory=list)
    _scores: list[list[Scores]] = field(default_factory=list)
    _seen: dict[tuple[int, State], Scores] = field(default_factory=dict)

    def __post_init__(self) -> None:
        dynamics, world = self.reasons.dynamics, self.marked.world
        self.world = world
        self.characters = range(len(world.characters))
        self.actions = [world.action_ids[name] for name in self.fabula.actions]
        self.states = [dynamics.initial]
        for action in self.actions:
            self.states.append(dynamics.after(self.states[-1], action))
        self._score = [[dynamics.evaluator(motive.score) for motive in mine] for mine in world.motives]
        self._weight = [[dynamics.evaluator(motive.weight) for motive in mine] for mine in world.motives]
        self._scores = [[] for _ in self.characters]
        self._marks: dict[tuple[str, tuple[int, ...]], list[tuple[str, Evaluator]]] = {}
        for mark in self.marked.marks:
            found = self._marks.setdefault((mark.name, mark.characters), [])
            found.append((mark.about, dynamics.evaluator(mark.worth)))

    @cached_property
    def bounds(self) -> Bounds:
        """What could be reached at most."""
        return Bounds(self.world)

    # --- what happened -----------------------------------------------------------------------------------------------

    @property
    def last(self) -> int:
        """The number of the last event."""
        return len(self.actions)

    def mind(self, event: int, who: int) -> State:
        """What somebody believes after an event."""
        return self.states[event].beliefs[who]

    def is_touched(self, event: int, who: int) -> bool:
        """Whether somebody notices or learns anything by an event, and is there to feel it."""
        return self.mind(event, who) is not self.mind(event - 1, who) and self.feels(event - 1, who)

    def feels(self, event: int, who: int) -> bool:
        """Whether somebody can feel at all after an event: unless the story says something of it, everybody can."""
        marks = self._marks.get((LIFE, (who,)), ())
        return all(evaluate(self.states[event]) is True for _, evaluate in marks)

    def doers(self, event: int) -> tuple[int, ...]:
        """Those who willed an event."""
        return self.world.actions[self.actions[event - 1]].consenting

    def willing(self, event: int) -> frozenset[int]:
        """Those who willed an event, or put up with it."""
        permitting = self.reasons.permitting(self.states[event - 1], self.actions[event - 1])
        return frozenset((*self.doers(event), *permitting))

    # --- motives -----------------------------------------------------------------------------------------------------

    def motive(self, who: int, place: int) -> str:
        """The name of a motive."""
        return self.world.motives[who][place].name

    def weights(self, who: int, state: Holding) -> Weights:
        """What somebody's motives weigh in a state; what is unknown weighs nothing."""
        return tuple(counted(weight(state)) or 0 for weight in self._weight[who])

    def scores_in(self, who: int, mind: State) -> Scores:
        """How somebody's motives stand in a mind."""
        key = (who, mind)
        if key not in self._seen:
            self._seen[key] = self.scores_of(who, mind)
        return self._seen[key]

    def scores_of(self, who: int, mind: Holding) -> Scores:
        """The same of anything that can be read like a mind."""
        return tuple(counted(score(mind)) for score in self._score[who])

    def scores(self, event: int, who: int) -> Scores:
        """How somebody's motives stand for them after an event, or stood when they last knew."""
        known = self._scores[who]
        while len(known) <= event:
            now = self.scores_in(who, self.mind(len(known), who))
            if None in now and known:
                now = tuple(old if new is None else new for old, new in zip(known[-1], now, strict=True))
            known.append(now)
        return known[event]

    def rises(self, event: int, who: int) -> dict[int, Number]:
        """By how much each motive rises (or, below 0, falls) for somebody by an event, by its place."""
        if not self.is_touched(event, who):
            return {}
        weights = self.weights(who, self.states[event - 1])
        before, after = self.scores(event - 1, who), self.scores(event, who)
        return differences(weights, before, after)

    def own_doing(self, event: int, who: int) -> dict[int, Number]:
        """By how much each motive rises or falls for somebody as far as it is the event's own doing.

        What is only learned by it is not: it does not change in truth, or not so much.
        """
        weights = self.weights(who, self.states[event - 1])
        before, after = (self.scores_in(who, self.states[each]) for each in (event - 1, event))
        truly = differences(weights, before, after)
        return {
            place: min(rise, truly[place], key=size)
            for place, rise in self.rises(event, who).items()
            if rise * truly.get(place, 0) > 0
        }

    def fortune(self, of: int, event: int, minder: int) -> Number:
        """By how much somebody's lot changes by an event, as another believes it does."""
        before, after = self.mind(event - 1, minder), self.mind(event, minder)
        theirs = differences(
            self.weights(of, before),
            self.scores_in(of, before.beliefs[of]),
            self.scores_in(of, after.beliefs[of]),
        )
        return total(theirs.values())

    # --- bonds and the like ------------------------------------------------------------------------------------------

    def marks(self, name: str, *characters: int) -> list[tuple[str, Evaluator]]:
        """What the story says under a mark's name of characters: what about, and how much."""
        return self._marks.get((name, characters), [])

    def amount(self, name: str, state: Holding, *characters: int) -> Number:
        """What the marks of one name come to; what is unknown comes to nothing."""
        return total(counted(evaluate(state)) or 0 for _, evaluate in self.marks(name, *characters))

    def holds(self, name: str, state: Holding, *characters: int) -> bool:
        """Whether a mark of that name is so."""
        return any(counted(evaluate(state)) not in (None, 0) for _, evaluate in self.marks(name, *characters))

    def bond(self, who: int, whom: int, state: Holding) -> Number:
        """How dear one is to another in a state: below 0, wished ill."""
        return self.amount(BOND, state, who, whom)

    def broken(self, state: Holding, who: int, whom: int) -> dict[str, Number]:
        """The words of somebody to another that are broken in a state: what about, and how much they weigh."""
        worths = ((about, counted(evaluate(state)) or 0) for about, evaluate in self.marks(WORD, who, whom))
        return {about: -worth for about, worth in worths if worth < 0}

    def others(self, who: int) -> list[int]:
        """Everybody else."""
        return [other for other in self.characters if other != who]

    def learns_of_harm(self, event: int, who: int, by: int, whom: int) -> bool:
        """Whether somebody comes to believe by an event that one has harmed another."""
        before, after = (self.mind(each, who) for each in (event - 1, event))
        return self.holds(HARM, after, by, whom) and not self.holds(HARM, before, by, whom)


def differences(weights: Weights, before: Scores, after: Scores) -> dict[int, Number]:
    """What motives gain from one lot of scores to another, by place; those that are known in both and move."""
    moved = {}
    for place, (weight, old, new) in enumerate(zip(weights, before, after, strict=True)):
        if weight and old is not None and new is not None and old != new:
            moved[place] = exact(Fraction(weight) * (new - old))
    return moved


def total(numbers: Iterable[Number]) -> Number:
    """The exact sum."""
    return exact(sum(numbers, Fraction(0)))


def size(number: Number) -> Number:
    """How far a number is from 0."""
    return -number if number < 0 else number
