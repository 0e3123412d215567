"""Why did they? Event by event and mind by mind: the plan, the beliefs it rests on, what it gains and costs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Event, Explanation, Fabula
from kizuna.grounding.plot import HIDDEN
from kizuna.model.formulas import And, Believes, Constant, Formula, Or, Read, children
from kizuna.model.values import Value


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


@dataclass(frozen=True, slots=True)
class Reason:
    """One character's explanation of an event, with the beliefs that its plan rests on."""

    explanation: Explanation
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What an event changed: a fluent, in truth (no minds) or in somebody's beliefs."""

    minds: tuple[str, ...]
    fluent: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class EventAccount:
    """One event: what it changed, and why each consenting character wanted it."""

    action: str
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """The whole story, accounted for."""

    fabula: Fabula
    events: tuple[EventAccount, ...]


def why(dynamics: Dynamics, fabula: Fabula) -> Account:
    """Accounts for every event of a fabula that was found in (or validated for) the world of ``dynamics``."""
    state = dynamics.initial
    events = []
    for event in fabula.events:
        after = dynamics.after(state, dynamics.world.action_ids[event.action])
        events.append(_account(dynamics, state, after, event))
        state = after
    return Account(fabula, tuple(events))


def _account(dynamics: Dynamics, state: State, after: State, event: Event) -> EventAccount:
    reasons = tuple(Reason(e, tuple(_grounds(dynamics, state, e))) for e in event.explanations)
    return EventAccount(event.action, reasons, tuple(_changes(dynamics, state, after)))


def _grounds(dynamics: Dynamics, state: State, explanation: Explanation) -> Iterator[Ground]:
    """The facts that a plan's conditions and their effects need and that no earlier step of the plan brings about."""
    world = dynamics.world
    planner = world.character_ids[explanation.character]
    believed = current = state.beliefs[planner]
    seen: set[tuple[tuple[int, ...], int]] = set()
    for step in explanation.plan:
        action = world.action_ids[step.action]
        for chain, fluent in _read(dynamics, action, current):
            value = believed.at(chain).values[fluent]
            if (chain, fluent) not in seen and current.at(chain).values[fluent] == value:
                seen.add((chain, fluent))
                minds = tuple(world.characters[mind] for mind in (planner, *chain))
                named = world.fluents[fluent]
                usual = value is not None and value == named.default
                yield Ground(minds, named.name, value, state.at(chain).values[fluent], usual)
        current = dynamics.after(current, action)


def _read(dynamics: Dynamics, action: int, state: State) -> Iterator[tuple[tuple[int, ...], int]]:
    """The fluents, by chain of minds, that make an action possible and give it the effects that it has."""
    event = dynamics.world.actions[action]
    yield from _needed(dynamics, event.precondition, state, ())
    for effect in event.effects:
        if dynamics.evaluator(effect.condition)(state) is True:
            yield from _needed(dynamics, effect.condition, state, ())


def _needed(
    dynamics: Dynamics, formula: Formula, state: State, chain: tuple[int, ...]
) -> Iterator[tuple[tuple[int, ...], int]]:
    """The fluents, by chain of minds, that make a true formula true; of a disjunction, those of its first true part."""
    match formula:
        case Read(fluent=fluent):
            yield chain, fluent
        case Believes(who=Constant(value=str(who)), body=body):
            yield from _needed(dynamics, body, state, (*chain, dynamics.world.character_ids[who]))
        case Or(parts=parts):
            true = (part for part in parts if dynamics.evaluator(part)(state.at(chain)) is True)
            yield from _needed(dynamics, next(true, And(())), state, chain)
        case _:
            for part in children(formula):
                yield from _needed(dynamics, part, state, chain)


def _changes(dynamics: Dynamics, before: State, after: State) -> Iterator[Change]:
    """What changed in truth, and in what each character believes where that is not simply the truth's change."""
    world = dynamics.world
    yield from _differences(dynamics, (), before, after)
    for character, name in enumerate(world.characters):
        old, new = before.beliefs[character], after.beliefs[character]
        for change in _differences(dynamics, (name,), old, new):
            if not (old.values == before.values and new.values == after.values):
                yield change


def _differences(dynamics: Dynamics, minds: tuple[str, ...], before: State, after: State) -> Iterator[Change]:
    for fluent, (old, new) in enumerate(zip(before.values, after.values, strict=True)):
        if old != new and not dynamics.world.fluents[fluent].name.startswith(HIDDEN):
            yield Change(minds, dynamics.world.fluents[fluent].name, old, new)
