"""A world with what is asked of it here: states and reasons, conditions in words, and what its author forbids."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kizuna.epistemics import State
from kizuna.fabula import Fabula
from kizuna.grounding import GroundAction, GroundWorld, Unfolded
from kizuna.grounding.idle_talk import without_idle_talk
from kizuna.grounding.plot import HIDDEN
from kizuna.grounding.shrink import shrink
from kizuna.inquiry.hindrance import is_of
from kizuna.inquiry.unmet import Actual, Conditions, Unmet
from kizuna.model.values import Value, show
from kizuna.model.world import EventPattern, World
from kizuna.narration import sentence
from kizuna.search import Problem
from kizuna.search.different import Sparing

Record = tuple[tuple[int, ...], int, Value]
"""A belief at the start: whose (a chain of minds), about which fluent, and what."""


class Staging:
    """A world that can be lived through and asked about; ``authored`` is as it was written, plot and all.

    ``forbidden`` are events that do not happen, though everybody may plan them (``spared``: their numbers). Whatever
    nobody is touched by is left out, but for the actions named in ``spoken_of``; whatever never changes is folded away,
    but for the fluents that are worth something else at the start of ``beside``.
    """

    def __init__(
        self,
        authored: World,
        unfolded: Unfolded,
        forbidden: tuple[EventPattern, ...] = (),
        spoken_of: Collection[str] = (),
        beside: Unfolded | None = None,
    ) -> None:
        self.authored = authored
        self.unfolded = unfolded
        self.forbidden = forbidden
        self.world = lean_world(unfolded, spoken_of, () if beside is None else _otherwise(unfolded.whole, beside.whole))
        whole = Problem(self.world)
        self.spared = frozenset(n for n, action in enumerate(self.world.actions) if self._is_forbidden(action))
        self.problem: Problem = Sparing(whole, self.spared) if self.spared else whole
        self.reasons = whole.reasons
        self.conditions = Conditions(unfolded, self.world)

    def _is_forbidden(self, action: GroundAction) -> bool:
        event = EventPattern(action.schema, action.arguments)
        return any(is_of(event, pattern) for pattern in self.forbidden)

    def allow(self, expansions: int | None) -> None:
        """Allows so much work from here on."""
        effort = self.problem.effort
        effort.max_expansions = None if expansions is None else effort.expanded + expansions

    def event(self, name: str) -> EventPattern:
        """The event that a ground action is."""
        action = self.world.actions[self.world.action_ids[name]]
        return EventPattern(action.schema, action.arguments)

    def told(self, name: str) -> str:
        """An event in a sentence."""
        return sentence(self.world.actions[self.world.action_ids[name]], self.world)

    def states(self, fabula: Fabula) -> list[State]:
        """The states that a story, which can happen in this world, passes."""
        states = [self.problem.dynamics.initial]
        for action in fabula.actions:
            states.append(self.problem.dynamics.after(states[-1], self.world.action_ids[action]))
        return states

    # --- the plot ----------------------------------------------------------------------------------------------------

    def endings(self, state: State) -> tuple[str, ...]:
        """The names of the plot's endings that hold in a state."""
        plot = self.authored.plot
        return tuple(each.name for each in plot.endings if self.conditions.holds(each.condition, state))

    def passed(self, state: State) -> int:
        """How many steps of the plot lie behind a state; -1 where what must never be has come to be."""
        passed = self.conditions.value(state, (), f"{HIDDEN}()")
        return passed if isinstance(passed, int) else 0

    def missing(self, state: State) -> tuple[Unmet, ...]:
        """What the plot asks for and a story that ends in ``state`` does not have."""
        plot = self.authored.plot
        passed = self.passed(state)
        if passed == -1:
            return (Unmet((), "what must never come to be never comes to be", ()),)
        if passed < len(plot.waypoints):
            span = plot.waypoints[passed].span
            step = " ".join(span.text.split()) if span is not None else f"step {passed + 1} of the plot"
            return (Unmet((), f"{step}, at its turn", ()),)
        if plot.endings:
            return tuple(unmet for each in plot.endings for unmet in self.conditions.unmet(each.condition, state))
        worth = Actual((), "the author's utility", self.problem.utility(state))
        return (Unmet((), f"the author's utility >= {show(self.problem.goal)}", (worth,)),)


def lean_world(unfolded: Unfolded, spoken_of: Collection[str], alive: Iterable[Record] = ()) -> GroundWorld:
    """The world without what never matters, but for some actions, and fluents that could be worth something else."""
    imagined = replace(unfolded.whole, beliefs=(*unfolded.whole.beliefs, *alive))
    whole = shrink(unfolded.whole, replace(unfolded, whole=imagined).reachable())
    lean = without_idle_talk(whole)
    kept = {*lean.action_ids, *spoken_of}
    if all(action in lean.action_ids for action in whole.action_ids if action in kept):
        return lean
    return replace(whole, actions=tuple(action for action in whole.actions if action.name in kept))


def _otherwise(one: GroundWorld, other: GroundWorld) -> Iterator[Record]:
    """What another world holds of the fluents of the first where the two start otherwise."""
    theirs, numbers = _starts(other), {fluent.name: number for number, fluent in enumerate(one.fluents)}
    mine = _starts(one)
    for (chain, name), value in theirs.items():
        if name in numbers and mine.get((chain, name), mine.get(((), name))) != value:
            yield (0,), numbers[name], value
    for (chain, name), value in mine.items():
        if theirs.get((chain, name), theirs.get(((), name), value)) != value:
            yield (0,), numbers[name], theirs.get((chain, name), theirs.get(((), name)))


def _starts(world: GroundWorld) -> dict[tuple[tuple[int, ...], str], Value]:
    starts: dict[tuple[tuple[int, ...], str], Value] = {}
    starts.update((((), fluent.name), fact) for fluent, fact in zip(world.fluents, world.facts, strict=True))
    starts.update(((chain, world.fluents[fluent].name), value) for chain, fluent, value in world.beliefs)
    return starts
