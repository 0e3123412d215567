"""One world lived through from many starts, with one memory.

Naive: ground every changed world, and begin with nothing known. Better: what may vary is left *open*, that is, not
folded away though it may never change; then all starts have the same fluents, actions, rules and motives, and whatever
was worked out about a state of one (what is possible there, what follows, who has a reason) holds for the others.

An open fluent is read where a folded one is a constant. Both come to the same, except where somebody is surprised:
of two things that are told apart the right one is learned if the left one can change. So a start in which such a fluent
never changes is ground by itself; so is every start in the peer's semantics, where what is open may be doubted. Cost:
one grounding for all starts, and where things are told apart a look at what can be reached, once for each start.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from math import floor

from kizuna.epistemics import EndlessRulesError
from kizuna.grounding import GroundMotive, GroundWorld, Unfolded
from kizuna.grounding.idle_talk import formulas_read
from kizuna.grounding.reachability import Reachable, Worths
from kizuna.inquiry.dials import Dial, Turn
from kizuna.inquiry.staging import Record, lean_world
from kizuna.inquiry.started import begun, weighed
from kizuna.model.formulas import Compare, Constant, Formula, Read, subformulas
from kizuna.model.world import Logic
from kizuna.search import Problem

MOST_STATES = 300_000
"""With more states than that in memory, all of it is forgotten."""


class Warm:
    """Problems of one unfolded world in which ``dials`` may be set otherwise; they share what they know.

    A problem is asked before the next one is made: they share their measure of work too.
    """

    def __init__(self, unfolded: Unfolded, dials: Sequence[Dial], spoken_of: Collection[str] = ()) -> None:
        self._unfolded, self._spoken_of = unfolded, tuple(spoken_of)
        self.world = lean_world(unfolded, spoken_of, _imagined(unfolded, dials))
        self._numbers = {fluent.name: number for number, fluent in enumerate(self.world.fluents)}
        names = [fluent.name for fluent in unfolded.whole.fluents]
        self._kept = [number for number, name in enumerate(names) if name in self._numbers]
        self._lean = {number: self._numbers[names[number]] for number in self._kept}
        told_apart, self._read = _told_apart(self.world), frozenset(_fluents(formulas_read(self.world)))
        changing = _surely_changing(unfolded, dials)
        self._told_apart = [n for n in self._kept if self._lean[n] in told_apart and n not in changing]
        anything = [each for each in _imagined(unfolded, dials) if each[1] in self._lean]
        records = tuple((chain, self._lean[number], worth) for chain, number, worth in anything)
        self._anything = replace(self.world, beliefs=(*self.world.beliefs, *records))
        self._memory: Problem | None = None
        self.shared = self.apart = 0

    @property
    def is_one_world(self) -> bool:
        """Whether all starts have the same events and rules: none has to be ground by itself."""
        return self._unfolded.whole.logic is Logic.THREE_VALUED and not self._told_apart

    def matters(self, dial: Dial) -> bool:
        """Whether anything reads what a dial sets; if not, setting it makes no difference to anybody."""
        if dial.motive is not None:
            return True
        fluents = {self._unfolded.instantiator.fluent(target, {}) for target in dial.targets}
        return any(self._lean.get(fluent) in self._read for fluent in fluents)

    def weighing(self, who: str) -> dict[str, frozenset[str]]:
        """By the name of each motive of somebody, the fluents that its weight is read from."""
        motives = self.world.motives[self.world.character_ids[who]]
        return {m.name: frozenset(self.world.fluents[n].name for n in _fluents([m.weight])) for m in motives}

    def problem(self, turns: Sequence[Turn] = ()) -> Problem:
        """The world with ``turns`` made."""
        start = begun(self._unfolded, turns)
        if not self._is_like_the_others(start):
            self.apart += 1
            return Problem(lean_world(replace(self._unfolded, whole=start), self._spoken_of))
        facts = tuple(start.facts[number] for number in self._kept)
        beliefs = tuple((chain, self._lean[n], worth) for chain, n, worth in start.beliefs if n in self._lean)
        world = replace(self.world, facts=facts, beliefs=beliefs, motives=self._motives(turns))
        if any(turn.dial.motive is not None for turn in turns):
            return Problem(world)
        self.shared += 1
        return self._remembering(world)

    def _motives(self, turns: Sequence[Turn]) -> tuple[tuple[GroundMotive, ...], ...]:
        motives = self.world.motives
        for turn in turns:
            if turn.dial.motive is not None:
                motives = weighed(motives, self.world.character_ids[turn.dial.minds[0]], turn)
        return motives

    def _is_like_the_others(self, start: GroundWorld) -> bool:
        """Whether nothing shows that what never changes from this start is open."""
        if start.logic is not Logic.THREE_VALUED:
            return False
        if not self._told_apart:
            return True
        reachable = replace(self._unfolded, whole=start).reachable()
        return all(reachable.only_worth(number) is None for number in self._told_apart)

    def _remembering(self, world: GroundWorld) -> Problem:
        if self._memory is None or len(self._memory.dynamics.store) > MOST_STATES:
            try:
                self._memory = Problem(self._anything)
            except (EndlessRulesError, ZeroDivisionError):  # of a start that nobody asks about
                return Problem(world)
        return resumed(self._memory, world)


def resumed(memory: Problem, world: GroundWorld) -> Problem:
    """A problem that knows what another does, whose world is the same but for its start."""
    problem = copy(memory)
    problem.world, problem.dynamics = world, memory.dynamics.started(world)
    problem.before = memory.reasons.utilities.author(problem.dynamics.initial)
    problem.goal = floor(problem.before or 0) + 1
    problem.forget_begun()
    return problem


def _imagined(unfolded: Unfolded, dials: Sequence[Dial]) -> Iterator[Record]:
    """Everything that dials may be set to, as if somebody believed it."""
    for dial in dials:
        for target in dial.targets:
            fluent = unfolded.instantiator.fluent(target, {})
            yield from (((0,), fluent, worth) for worth in (dial.now, *dial.choices))


def _surely_changing(unfolded: Unfolded, dials: Sequence[Dial]) -> frozenset[int]:
    """The fluents that come to have several worths whatever is dialled: even where that had no worth at all."""
    whole = unfolded.whole
    dialled = {
        (tuple(whole.character_ids[mind] for mind in dial.minds), unfolded.instantiator.fluent(target, {}))
        for dial in dials
        for target in dial.targets
    }
    worths: list[Worths] = [set() if ((), n) in dialled else {fact} for n, fact in enumerate(whole.facts)]
    for chain, fluent, value in whole.beliefs:
        known = worths[fluent]
        if (chain, fluent) not in dialled and known is not None:
            known.add(value)
    reachable = Reachable(worths, whole.actions, whole.rules, whole.logic)
    return frozenset(n for n, known in enumerate(reachable.worths) if known is None or len(known) > 1)


def _told_apart(world: GroundWorld) -> frozenset[int]:
    """The fluents on the left of comparisons, in what makes events possible, whose right side is no constant either."""
    return frozenset(
        fluent
        for action in world.actions
        for formula in subformulas(action.precondition)
        if isinstance(formula, Compare) and not isinstance(formula.right, Constant)
        for fluent in _fluents([formula.left])
    )


def _fluents(formulas: Iterable[Formula]) -> Iterator[int]:
    return (part.fluent for each in formulas for part in subformulas(each) if isinstance(part, Read))
