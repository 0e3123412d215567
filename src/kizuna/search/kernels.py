"""What a story does, whatever the order in which it is told: its events, and which of them make which others possible.

Two stories are one if the same happens in them for the same causes. A *causal link* (McAllester, Rosenblitt 1991)
leads from an event to a later one that reads what it brought about: a fact that the later event needs, or a belief that
somebody's plan for it rests on. So a lie is a cause of what the deceived does. Events and links together are the
kernel; the order of events that are not linked is no part of it. Cost: one look at each earlier event for each thing
read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from kizuna.epistemics import Dynamics, State
from kizuna.fabula import Fabula
from kizuna.fabula.grounds import Ground, Grounds
from kizuna.grounding.plot import HIDDEN
from kizuna.model.values import Number, exact

Happening: TypeAlias = tuple[str, int]
"""An event: the name of its action, and how many times that has happened with it."""
Link: TypeAlias = tuple[Happening, tuple[str, ...], Happening]
"""A cause, what it brought about that is read (whose minds, if any, then the fluent), and the effect."""


@dataclass(frozen=True, slots=True)
class Kernel:
    """The events of a story and the causal links between them."""

    events: frozenset[Happening]
    links: frozenset[Link]

    def distance(self, other: Kernel) -> Number:
        """How different two stories are, from 0 (the same) to 1 (nothing in common).

        The share of events and links that only one of them has (Jaccard), as diverse plans are told apart (Srivastava
        and others 2007).
        """
        mine, theirs = self.events | self.links, other.events | other.links
        return exact(Fraction(len(mine ^ theirs), len(mine | theirs))) if mine | theirs else 0


def kernel(dynamics: Dynamics, fabula: Fabula) -> Kernel:
    """The kernel of a story that can happen in the world of ``dynamics``."""
    world = dynamics.world
    states = [dynamics.initial]
    happenings: list[Happening] = []
    links: list[Link] = []
    times: Counter[str] = Counter()
    for event in fabula.events:
        action = world.action_ids[event.action]
        times[event.action] += 1
        happening = (event.action, times[event.action])
        grounds = Grounds(dynamics, states[-1])
        read = [*grounds.of_event(action), *(g for why in event.explanations for g in grounds.of_plan(why))]
        links += [
            (happenings[cause], (*ground.minds, ground.fluent), happening)
            for ground, cause in _caused(dynamics, states, read)
        ]
        happenings.append(happening)
        states.append(dynamics.after(states[-1], action))
    return Kernel(frozenset(happenings), frozenset(links))


def _caused(dynamics: Dynamics, states: list[State], read: list[Ground]) -> Iterator[tuple[Ground, int]]:
    """What is read and was brought about on the way, with the number of the event that did it last."""
    fluents = {fluent.name: number for number, fluent in enumerate(dynamics.world.fluents)}
    for ground in dict.fromkeys(read):
        if ground.fluent.startswith(HIDDEN):
            continue
        minds = tuple(dynamics.world.character_ids[mind] for mind in ground.minds)
        values = [state.at(minds).values[fluents[ground.fluent]] for state in states]
        cause = next((n for n in range(len(values) - 2, -1, -1) if values[n] != values[n + 1]), None)
        if cause is not None:
            yield ground, cause
