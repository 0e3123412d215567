"""The beliefs that a reason rests on, and which of them are wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.epistemics import Dynamics, State
from kizuna.fabula.explanation import Explanation
from kizuna.model.formulas import And, Believes, Constant, Formula, Or, Read, children
from kizuna.model.values import Value

Chain = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """A belief that a plan rests on: ``fluent`` at the end of ``minds`` (the planner's first), and what is so.

    ``actual`` is the fluent's true worth for a belief about the world, and the other's own worth for a belief about
    what they believe. ``usual`` says that it is believed to be as fluents are where nothing is said of them.
    """

    minds: tuple[str, ...]
    fluent: str
    believed: Value
    actual: Value
    usual: bool = False

    @property
    def wrong(self) -> bool:
        """Whether the belief is mistaken."""
        return self.believed != self.actual


class Grounds:
    """Finds the beliefs behind explanations in one state of a story."""

    def __init__(self, dynamics: Dynamics, state: State) -> None:
        self.dynamics = dynamics
        self.state = state

    def of_event(self, action: int) -> Iterator[Ground]:
        """What is so (or believed) here that makes an action possible and gives it the effects that it has."""
        read = dict.fromkeys(self._read(action, self.state))
        yield from (self.ground((), chain, fluent) for chain, fluent in read)

    def of_plan(self, explanation: Explanation) -> Iterator[Ground]:
        """The facts that the plan's conditions and effects need and that no earlier step of it brings about."""
        planner = self.dynamics.world.character_ids[explanation.character]
        read = dict.fromkeys(self._of_steps(explanation, self.state.beliefs[planner], self.state.beliefs[planner], ()))
        yield from (self.ground((planner,), chain, fluent) for chain, fluent in read)

    def of_others(self, explanation: Explanation) -> Iterator[Ground]:
        """What the planner believes of those on whose reasons the plan counts: their beliefs, hearts and wishes."""
        planner = self.dynamics.world.character_ids[explanation.character]
        mind = self.state.beliefs[planner]
        read = dict.fromkeys(self._of_reasons(explanation, mind, mind, ()))
        yield from (self.ground((planner,), chain, fluent) for chain, fluent in read)

    def of_wishes(self, explanation: Explanation) -> Iterator[Ground]:
        """What the planner's own motives look at where the plan starts."""
        planner = self.dynamics.world.character_ids[explanation.character]
        scores = (motive.score for motive in self.dynamics.world.motives[planner])
        read = dict.fromkeys(place for score in scores for place in _mentioned(self.dynamics, score, ()))
        yield from (self.ground((planner,), chain, fluent) for chain, fluent in read)

    def ground(self, minds: Chain, chain: Chain, fluent: int) -> Ground:
        """What the last of ``minds`` holds, at the end of ``chain``, and what is so."""
        world = self.dynamics.world
        named = world.fluents[fluent]
        value = self.state.at((*minds, *chain)).values[fluent]
        actual = self.state.at(chain).values[fluent]
        usual = value is not None and value == named.default
        return Ground(tuple(world.characters[mind] for mind in (*minds, *chain)), named.name, value, actual, usual)

    # --- what is read ------------------------------------------------------------------------------------------------

    def _of_steps(
        self, explanation: Explanation, start: State, mind: State, chain: Chain
    ) -> Iterator[tuple[Chain, int]]:
        """What the steps of a plan read of the mind ``start``, which is ``mind`` by the time it is made."""
        dynamics = self.dynamics
        current = mind
        for step in explanation.plan:
            action = dynamics.world.action_ids[step.action]
            for inner, fluent in self._read(action, current):
                if current.at(inner).values[fluent] == start.at(inner).values[fluent]:
                    yield (*chain, *inner), fluent
            current = dynamics.after(current, action)

    def _of_reasons(
        self, explanation: Explanation, start: State, mind: State, chain: Chain
    ) -> Iterator[tuple[Chain, int]]:
        dynamics, current = self.dynamics, mind
        for step in explanation.plan:
            for inner in step.explanations:
                other = dynamics.world.character_ids[inner.character]
                for motive in dynamics.world.motives[other]:
                    for place in _mentioned(dynamics, motive.weight, chain):
                        yield place
                    for place in _mentioned(dynamics, motive.score, (*chain, other)):
                        yield place
                theirs = current.beliefs[other]
                yield from self._of_steps(inner, start.beliefs[other], theirs, (*chain, other))
                yield from self._of_reasons(inner, start.beliefs[other], theirs, (*chain, other))
            current = dynamics.after(current, dynamics.world.action_ids[step.action])

    def _read(self, action: int, state: State) -> Iterator[tuple[Chain, int]]:
        """The fluents, by chain of minds, that make an action possible and give it the effects that it has."""
        event = self.dynamics.world.actions[action]
        yield from self._needed(event.precondition, state, ())
        for effect in event.effects:
            if self.dynamics.evaluator(effect.condition)(state) is True:
                yield from self._needed(effect.condition, state, ())

    def _needed(self, formula: Formula, state: State, chain: Chain) -> Iterator[tuple[Chain, int]]:
        """The fluents that make a true formula true, by chain of minds; of a disjunction, its first true part's."""
        match formula:
            case Read(fluent=fluent):
                yield chain, fluent
            case Believes(who=Constant(value=str(who)), body=body):
                yield from self._needed(body, state, (*chain, self.dynamics.world.character_ids[who]))
            case Or(parts=parts):
                true = (part for part in parts if self.dynamics.evaluator(part)(state.at(chain)) is True)
                yield from self._needed(next(true, And(())), state, chain)
            case _:
                for part in children(formula):
                    yield from self._needed(part, state, chain)


def _mentioned(dynamics: Dynamics, formula: Formula, chain: Chain) -> Iterator[tuple[Chain, int]]:
    """All fluents in a formula, by chain of minds."""
    match formula:
        case Read(fluent=fluent):
            yield chain, fluent
        case Believes(who=Constant(value=str(who)), body=body):
            yield from _mentioned(dynamics, body, (*chain, dynamics.world.character_ids[who]))
        case _:
            for part in children(formula):
                yield from _mentioned(dynamics, part, chain)
