"""Facts that stay as they are, whatever happens (an intervention: Pearl 2000), and events that happen all the same.

Naive: rewrite the actions of the world. Better: in the ground world whatever would change such a fact does not: an
event happens without that part of what it does, and a rule that would change it never applies. An event that the author
makes happen is asked no reason for; what people plan is not touched by that. Cost: one look at each effect.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from kizuna.deliberation import Reasons, explain
from kizuna.epistemics import State
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import GroundAction, Unfolded
from kizuna.model.formulas import Call
from kizuna.search import Problem


def kept_so(unfolded: Unfolded, facts: Sequence[Call]) -> Unfolded:
    """The world in which nothing changes ``facts``; where their two arguments may change places, either way round."""
    symmetric = {fluent.signature for fluent in unfolded.world.fluents if fluent.symmetric}
    mirrored = [Call(fact.fluent, fact.arguments[::-1]) for fact in facts if fact.fluent in symmetric]
    kept = frozenset(unfolded.instantiator.fluent(fact, {}) for fact in (*facts, *mirrored))
    whole = unfolded.whole
    actions = tuple(_without(action, kept) for action in whole.actions)
    rules = tuple(
        rule for rule in whole.rules if not any(each.fluent in kept and not each.minds for each in rule.effects)
    )
    return replace(unfolded, whole=replace(whole, actions=actions, rules=rules))


def _without(action: GroundAction, kept: Collection[int]) -> GroundAction:
    """An action that does all that it did, but leaves some fluents alone."""
    return replace(action, effects=tuple(each for each in action.effects if each.minds or each.fluent not in kept))


class AllTheSame(Problem):
    """The same problem, in which some actions need nobody's reason to happen; memory is shared."""

    def __init__(self, problem: Problem, made: frozenset[int]) -> None:
        vars(self).update(vars(problem))
        self.reasons = _AllTheSame(problem.reasons, made)
        self.made = made
        self._problem = problem

    def distance(self, state: State, most: int) -> int | None:
        """How many events an ending is away at least, as the same problem has it."""
        return self._problem.distance(state, most)

    def told(self, story: tuple[int, ...], limits: Limits) -> Fabula:
        """A story with its reasons; that anybody has one for what the author makes happen is not claimed."""
        state, events = self.dynamics.initial, []
        for action in story:
            reasons = explain(self.reasons, state, action, limits.foresight, limits.depth)
            events.append(Event(self.world.actions[action].name, reasons or ()))
            state = self.dynamics.after(state, action)
        before, utility = self.before, self.utility(state)
        assert before is not None
        assert utility is not None
        made = sorted({action for action in story if action in self.made})
        unproven = tuple(f"that anybody wants {self.world.actions[action].name}" for action in made)
        return Fabula(self.world.name, self.world.digest, limits, before, utility, tuple(events), unproven)


class _AllTheSame(Reasons):
    """The same reasons; what the author makes happen counts as explained."""

    def __init__(self, reasons: Reasons, made: frozenset[int]) -> None:
        vars(self).update(vars(reasons))
        self._made = made

    def explained(self, state: State, action: int, foresight: int, depth: int) -> bool:
        """Whether everyone who has to consent does, or nobody is asked."""
        return action in self._made or super().explained(state, action, foresight, depth)
