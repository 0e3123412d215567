"""A story lived through once, in a world that is ground once, for all that a telling of it asks.

Naive: every question grounds the world anew and lives through the story again, which takes longer than to answer it.
Better: what they share is made when the first of them asks for it: states, reasons, feelings, and what was chosen over
what.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from kizuna import answers, appraisal, grounding
from kizuna.api.asking import FEELING, WEIGHING, asked
from kizuna.api.insight import Insight
from kizuna.appraisal import Appraiser, MarkedWorld
from kizuna.deliberation import Effort, Reasons
from kizuna.diagnostics import Outcome, conclude
from kizuna.discourse.seeing import manner
from kizuna.discourse.stage import Stage
from kizuna.epistemics import Dynamics
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld, Unfolded
from kizuna.inquiry.why import Choices
from kizuna.model.telling import Focus, Telling
from kizuna.model.world import World

T = TypeVar("T")


@dataclass(eq=False)
class Rehearsal:
    """A story that fits its world, and what is worked out of it when somebody first asks."""

    world: World
    fabula: Fabula
    unfolded: Unfolded
    ground: GroundWorld

    @cached_property
    def dynamics(self) -> Dynamics:
        """The states of the world and the steps between them."""
        return Dynamics(self.ground)

    @cached_property
    def stage(self) -> Stage:
        """The story, lived through."""
        return Stage(self.ground, self.world, self.fabula, self.dynamics)

    @cached_property
    def reasons(self) -> Reasons:
        """Everyone's reasons, with a bound on the work of weighing one against another."""
        return self._weighing(self.dynamics, WEIGHING)

    @cached_property
    def appraiser(self) -> Appraiser:
        """What knows the feelings, but for fears."""
        marked = appraisal.marked(self.unfolded, self.world)
        dynamics = self.dynamics
        if _is_alike(marked.world, self.ground):
            marked = MarkedWorld(self.ground, marked.marks, marked.bound, marked.owed)
        else:
            dynamics = Dynamics(marked.world)
        return Appraiser(self._weighing(dynamics, FEELING), marked, self.fabula, fears=False)

    def insight(self, telling: Telling) -> Insight:
        """What looks into those whose minds a telling shows, event by event; the same one for the same telling."""
        if telling not in self._insights:
            self._insights[telling] = self._looking(telling)
        return self._insights[telling]

    def choices(self, telling: Telling) -> Choices:
        """What was chosen over what, as far as a telling has asked for it."""
        asked = self._insights.get(telling)
        return (lambda event, explanation: None) if asked is None else asked.known

    @cached_property
    def _insights(self) -> dict[Telling, Insight]:
        return {}

    def _looking(self, telling: Telling) -> Insight:
        everybody = frozenset(self.ground.characters)

        def shown(event: int) -> frozenset[str]:
            seer = manner(telling, self.stage.action(event)).focalization
            return {Focus.ZERO: everybody, Focus.INNER: frozenset((seer.who,))}.get(seer.focus, frozenset())

        return Insight(self.reasons, self.appraiser, self.stage.states, shown)

    @staticmethod
    def _weighing(dynamics: Dynamics, work: int) -> Reasons:
        return Reasons(dynamics, Effort(work, states=lambda: len(dynamics.store)))


def rehearsed(world: World, fabula: Fabula, question: Callable[[Rehearsal], T]) -> Outcome[T]:
    """Asks something of a story, once it is sure that it can happen in the world."""
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    whole = unfolded.value
    rehearsal = Rehearsal(world, fabula, whole, whole.shrunk())
    ground = conclude(rehearsal.ground, unfolded.diagnostics)
    misfit = asked(ground, lambda each: (answers.misfit(each, fabula, rehearsal.dynamics),))
    if misfit.value is None or misfit.value[0] is not None:
        return conclude(None, [*misfit.diagnostics, *(misfit.value or ())])
    return asked(ground, lambda _: question(rehearsal))


def _is_alike(one: GroundWorld, other: GroundWorld) -> bool:
    """Whether two worlds that were made of one have kept the same of it."""
    kept = [
        (each.fluents, each.statics, [a.name for a in each.actions], [rule.name for rule in each.rules])
        for each in (one, other)
    ]
    return kept[0] == kept[1]
