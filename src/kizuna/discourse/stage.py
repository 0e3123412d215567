"""A story lived through once, for whoever tells it: its states, who perceives what, what each event brings about.

Events are counted from 1; state 0 is the start, state n the one after event n. Characters and fluents are numbers here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Fabula
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.grounding.plot import HIDDEN
from kizuna.model.formulas import Formula, Read, children
from kizuna.model.values import Value
from kizuna.model.world import World

WHERE = "at"
"""The fluent that says where somebody is, as in the library's ``places``."""
LIVES = "alive"
"""The fluent that says whether somebody lives, as in the library's ``people``; where there is none, everybody does."""


@dataclass(eq=False)
class Stage:
    """The course of ``fabula`` in a world; ``story`` is that world as its author wrote it."""

    world: GroundWorld
    story: World
    fabula: Fabula
    states: list[State] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.dynamics = Dynamics(self.world)
        self.numbers = [self.world.action_ids[name] for name in self.fabula.actions]
        self.states = [self.dynamics.initial]
        for number in self.numbers:
            self.states.append(self.dynamics.after(self.states[-1], number))

    @cached_property
    def fluents(self) -> dict[str, int]:
        """The number of every fluent that can change, by its name."""
        return {each.name: number for number, each in enumerate(self.world.fluents)}

    @cached_property
    def statics(self) -> dict[str, Value]:
        """What every fluent that never changes is worth, by its name."""
        return {each.name: value for each, value in self.world.statics}

    @property
    def last(self) -> int:
        """The number of the last event."""
        return len(self.numbers)

    def action(self, event: int) -> GroundAction:
        """The action of an event."""
        return self.world.actions[self.numbers[event - 1]]

    def before(self, event: int) -> State:
        """The state that an event happens in."""
        return self.states[event - 1]

    def is_so(self, formula: Formula, state: State) -> bool:
        """Whether a condition holds."""
        return self.dynamics.evaluator(formula)(state) is True

    def perceives(self, event: int, who: int) -> bool:
        """Whether somebody perceives an event; whoever wills it does."""
        action = self.action(event)
        return who in action.consenting or self.is_so(action.observers[who], self.before(event))

    def effects(self, event: int) -> tuple[tuple[tuple[int, ...], int, Value], ...]:
        """What an event itself lays down, in truth or at the end of minds: chain, fluent, worth; not what follows."""
        before = self.before(event)
        return tuple(
            (each.minds, each.fluent, self.dynamics.evaluator(each.value)(before))
            for each in self.action(event).effects
            if self.is_so(each.condition, before)
        )

    def changed(self, event: int, chain: Iterable[int], fluent: int) -> bool:
        """Whether an event, with all that follows from it, changes a fact, or what is believed along a chain."""
        chain = tuple(chain)
        before, after = self.states[event - 1].at(chain), self.states[event].at(chain)
        return before.values[fluent] != after.values[fluent]

    def source(self, event: int, chain: tuple[int, ...], fluent: int) -> int:
        """The last event before ``event`` that made a fact or a belief what it is then; 0 where it began so."""
        return next((each for each in range(event - 1, 0, -1) if self.changed(each, chain, fluent)), 0)

    def place_of(self, who: str, state: State) -> Value:
        """Where somebody is in a state, None where that is unknown or there are no places."""
        return self._worth(f"{WHERE}({who})", state)

    def lives(self, who: str, state: State) -> bool:
        """Whether somebody lives in a state: the dead know nothing, and are in no danger."""
        return self._worth(f"{LIVES}({who})", state) is not False

    def _worth(self, name: str, state: State) -> Value:
        return state.values[self.fluents[name]] if name in self.fluents else self.statics.get(name)


def is_plot(fluent: str) -> bool:
    """Whether a fluent is how far the author's plot has come, of which nobody in the story or outside it knows."""
    return fluent.startswith(HIDDEN)


def mentioned(formula: Formula) -> frozenset[int]:
    """All fluents that a formula reads, in whatever mind."""
    if isinstance(formula, Read):
        return frozenset((formula.fluent,))
    return frozenset().union(*(mentioned(each) for each in children(formula)))


def parts(name: str) -> tuple[str, tuple[Value, ...]]:
    """A ground name taken apart: ``at(Tom)`` is ``at`` of ``Tom``."""
    head, _, rest = name.partition("(")
    return head, tuple(rest[:-1].split(", ")) if rest[:-1] else ()
