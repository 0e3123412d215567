"""How much a story must still differ from an old one: a bound that is never too high.

Naive: none, so that everything is tried that differs little. Better: let facts only ever be added (delete relaxation:
Bonet, Geffner 2001), let what is left of the old story happen wherever it can, and count the events that it has not.
With so many new events an ending is in reach, or it is not; and an event of the old story whose condition is out of
reach even then will be left out. So the differences ahead are at least the new events and what is lost with them, for
the number of new events with which that is the least. Cost: one relaxation for each different set of facts and each
place of the old story.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kizuna.deliberation.relaxation import Clauses, Effects, Mask, Relaxation, met
from kizuna.epistemics.state import Values
from kizuna.search.problem import Problem


class Likeness:
    """Bounds on the differences of stories of a problem from an ``old`` one; ``spared`` actions never happen.

    An event of ``old`` that the world does not have, or that is spared, is None.
    """

    def __init__(self, problem: Problem, old: Sequence[int | None], most: int, spared: Collection[int] = ()) -> None:
        self._bounds = problem.reasons.prospects.bounds
        self._vocabulary = vocabulary = self._bounds.vocabulary
        self._goal, self._most = problem.goal, most
        self._ruling, actions = problem.world.rules, problem.world.actions
        happening = [action for number, action in enumerate(actions) if number not in spared]
        self._anew = Effects(happening, vocabulary)
        self._kept = [None if number is None else actions[number] for number in old]
        self._asked: list[Clauses] = [
            (0,) if action is None else vocabulary.clauses(action.precondition, True) for action in self._kept
        ]
        self._from: dict[int, Relaxation] = {}
        self._least: dict[tuple[Mask, int], int | None] = {}

    def differences(self, values: Values, behind: int) -> int | None:
        """The fewest differences ahead where so much of the old story is behind; None where no ending is in reach."""
        key = self._vocabulary.mask(values), behind
        if key not in self._least:
            self._least[key] = self._fewest(*key)
        return self._least[key]

    def _fewest(self, start: Mask, behind: int) -> int | None:
        least, before = None, None
        relaxation = self._ahead(behind)
        for new in range(self._most + 1):
            mask = relaxation.after(start, new)
            if mask == before or (least is not None and new >= least):
                break
            before = mask
            if self._bounds.authors_most(mask) >= self._goal:
                lost = sum(not met(asked, mask) for asked in self._asked[behind:])
                least = new + lost if least is None else min(least, new + lost)
        return least

    def _ahead(self, behind: int) -> Relaxation:
        """What may be so after some new events, those of the old story that are left happening wherever they can."""
        relaxation = self._from.get(behind)
        if relaxation is None:
            left = [action for action in self._kept[behind:] if action is not None]
            unbidden = Effects([*self._ruling, *left], self._vocabulary)
            relaxation = self._from[behind] = Relaxation(self._anew, unbidden)
        return relaxation
