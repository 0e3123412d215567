"""A story lived through once, for whoever tells it: its states, who perceives what, what each event brings about.

Events are counted from 1; state 0 is the start, state n the one after event n. Characters and fluents are numbers here.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import InitVar, dataclass, field
from functools import cached_property

from kizuna.epistemics import Dynamics, State
from kizuna.epistemics.state import Values
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

Effect = tuple[tuple[int, ...], int, Value]
"""What is laid down: at the end of which chain of minds (none: in truth), which fluent, and its worth."""


@dataclass(eq=False)
class Stage:
    """The course of ``fabula`` in a world; ``story`` is that world as its author wrote it.

    ``within`` are the dynamics of that world, for whoever has them already.
    """

    world: GroundWorld
    story: World
    fabula: Fabula
    within: InitVar[Dynamics | None] = None
    states: list[State] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    _changes: dict[tuple[int, ...], dict[int, list[int]]] = field(default_factory=dict)
    _effects: dict[int, tuple[Effect, ...]] = field(default_factory=dict)

    def __post_init__(self, within: Dynamics | None) -> None:
        self.dynamics = within or Dynamics(self.world)
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

    @cached_property
    def held(self) -> tuple[Values, ...]:
        """All that is so, and all that anybody believes, at any time of the story; each once."""
        minds = (mind for state in self.states for mind in (state, *state.beliefs))
        return tuple(dict.fromkeys(mind.values for mind in minds))

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

    def effects(self, event: int) -> tuple[Effect, ...]:
        """What an event itself lays down, in truth or at the end of minds; not what follows."""
        if event not in self._effects:
            before = self.before(event)
            self._effects[event] = tuple(
                (each.minds, each.fluent, self.dynamics.evaluator(each.value)(before))
                for each in self.action(event).effects
                if self.is_so(each.condition, before)
            )
        return self._effects[event]

    def source(self, event: int, chain: tuple[int, ...], fluent: int) -> int:
        """The last event before ``event`` that made a fact or a belief what it is then; 0 where it began so."""
        if chain not in self._changes:
            self._changes[chain] = self._changed(chain)
        return latest(self._changes[chain].get(fluent, []), event)

    def _changed(self, chain: tuple[int, ...]) -> dict[int, list[int]]:
        """The events that, with all that follows from them, change each fact, or what is believed of it by a chain."""
        found: dict[int, list[int]] = {}
        for event in range(1, self.last + 1):
            before, after = self.states[event - 1].at(chain), self.states[event].at(chain)
            if before is not after:
                for fluent, (old, new) in enumerate(zip(before.values, after.values, strict=True)):
                    if old != new:
                        found.setdefault(fluent, []).append(event)
        return found

    def place_of(self, who: str, state: State) -> Value:
        """Where somebody is in a state, None where that is unknown or there are no places."""
        return self._worth(f"{WHERE}({who})", state)

    def lives(self, who: str, state: State) -> bool:
        """Whether somebody lives in a state: the dead know nothing, and are in no danger."""
        return self._worth(f"{LIVES}({who})", state) is not False

    def _worth(self, name: str, state: State) -> Value:
        return state.values[self.fluents[name]] if name in self.fluents else self.statics.get(name)


def latest(events: list[int], before: int) -> int:
    """The last of some events, which stand in order, that is before another; 0 where none is."""
    place = bisect_left(events, before)
    return events[place - 1] if place else 0


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
