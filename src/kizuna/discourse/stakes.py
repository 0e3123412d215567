"""What is at stake for somebody in a fact, and in a plan: by how much their utility would be another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.discourse.reading import Irony, Mystery, Suspense
from kizuna.discourse.stage import Stage, is_plot, mentioned
from kizuna.epistemics import State
from kizuna.fabula import Explanation
from kizuna.fabula.grounds import Grounds
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted


@dataclass(eq=False)
class Stakes:
    """Weighs facts and plans for the characters of one story."""

    stage: Stage
    _worths: dict[tuple[int, State, State], Number] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._cared_for = [
            frozenset[int]().union(*(mentioned(motive.score) for motive in mine)) for mine in self.stage.world.motives
        ]

    def worth(self, who: int, mind: State, heart: State) -> Number:
        """Somebody's utility in a mind, their motives weighing what they weigh in ``heart``; unknown counts nothing."""
        key = (who, mind, heart)
        if key not in self._worths:
            evaluator = self.stage.dynamics.evaluator
            each = (
                Fraction(counted(evaluator(motive.weight)(heart)) or 0) * (counted(evaluator(motive.score)(mind)) or 0)
                for motive in self.stage.world.motives[who]
            )
            self._worths[key] = exact(sum(each, Fraction(0)))
        return self._worths[key]

    def ironies(self, reader: State, truth: State) -> Iterator[Irony]:
        """What the reader knows and somebody does not, who has something at stake in it."""
        world = self.stage.world
        for who, name in enumerate(world.characters):
            mind = truth.beliefs[who]
            if not self.stage.lives(name, truth):
                continue
            for fluent in sorted(self._cared_for[who]):
                known, believed = reader.values[fluent], mind.values[fluent]
                if known is None or known != truth.values[fluent] or believed == known:
                    continue
                if is_plot(world.fluents[fluent].name):
                    continue
                wiser = self.stage.dynamics.taught(mind, who, (((), fluent, known),))
                stake = exact(self.worth(who, wiser, truth) - self.worth(who, mind, truth))
                if stake:
                    yield Irony(name, world.fluents[fluent].name, known, believed, stake)

    def mysteries(self, event: int, explanation: Explanation, readers: Iterable[State]) -> Iterator[Mystery]:
        """The beliefs that a reason rests on and of which the reader knows nothing, before the event or after it.

        Nobody wonders at what is as it usually is.
        """
        stage = self.stage
        for ground in Grounds(stage.dynamics, stage.before(event)).of_plan(explanation):
            if len(ground.minds) != 1 or ground.usual or is_plot(ground.fluent):
                continue
            fluent, who = stage.fluents[ground.fluent], stage.world.character_ids[explanation.character]
            known = [state.values[fluent] for reader in readers for state in (reader, reader.beliefs[who])]
            if ground.believed not in known:
                yield Mystery(explanation.character, ground.fluent, ground.believed)

    def threats(self, event: int, explanation: Explanation) -> Iterator[Suspense]:
        """Whom the rest of a plan would cost something, of those who did not see its first step."""
        stage, world = self.stage, self.stage.world
        planner = world.character_ids[explanation.character]
        mind = stage.before(event).beliefs[planner]
        states = [mind]
        for step in explanation.plan:
            states.append(stage.dynamics.after(states[-1], world.action_ids[step.action]))
        begun, ended = states[1], states[-1]
        plan = tuple(step.action for step in explanation.plan[1:])
        if not plan:
            return
        for whom, name in enumerate(world.characters):
            if whom == planner or stage.perceives(event, whom) or not stage.lives(name, stage.states[event]):
                continue
            cost = exact(self.worth(whom, begun, mind) - self.worth(whom, ended, mind))
            if cost > 0:
                yield Suspense(explanation.character, name, plan, cost)
