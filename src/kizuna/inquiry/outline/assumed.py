"""How things may stand after an event that does not hold: taken for granted with what it would have needed.

Each is a guess of what the author wants, and none of them is reported: they only keep one hole from being found twice.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import islice

from kizuna.deliberation import EffortSpent
from kizuna.epistemics import State
from kizuna.inquiry.outline.conditions import Atom, failing, made_so
from kizuna.inquiry.outline.filling import can_follow, fillings, until_possible
from kizuna.inquiry.outline.stage import Stage

MOST_INSERTED = 2
"""Events that may have been left out before it."""
MOST_WAYS = 3
"""Ways to put them in."""
SLICE = 400
"""Expansions to look for them."""


def assumed(stage: Stage, state: State, action: int) -> Iterator[tuple[State, bool, tuple[int, ...]]]:
    """States in which an action may have left things, though it does not hold in ``state``.

    Each says whether it is plainly what follows, nothing else being taken for granted, and which events were put in.
    """
    ways = list(inserted(stage, state, (action,), MOST_INSERTED, SLICE, MOST_WAYS))
    yield from ((stage.dynamics.after(there, action), False, way) for there, way in ways)
    ready = state if stage.dynamics.holds(state, action) else _made_possible(stage, state, action)
    if ready is not None and stage.dynamics.holds(ready, action):
        yield stage.dynamics.after(ready, action), ready is state, ()
        yield from ((there, False, ()) for there in _known_to_actors(stage, ready, action))


def inserted(
    stage: Stage, state: State, actions: tuple[int, ...], most: int, work: int, count: int
) -> Iterator[tuple[State, tuple[int, ...]]]:
    """Explained events, one or a few, after which one of some actions holds, the shortest first; with so much work."""
    effort = stage.problem.effort
    whole = effort.max_expansions
    effort.max_expansions = effort.expanded + work if whole is None else min(whole, effort.expanded + work)
    reached = stage.reached
    try:
        distance = until_possible(stage, actions)
        there = can_follow(stage, actions)
        yield from islice(fillings(stage, state, most, distance, there, least=1), count)
    except EffortSpent:
        pass
    finally:
        effort.max_expansions = whole
        stage.reached = reached


def _made_possible(stage: Stage, state: State, action: int) -> State | None:
    """The same state with what the action needs, in truth and in every mind."""
    atoms: list[Atom] = []
    for part in failing(stage.dynamics, state, stage.world.actions[action].precondition):
        found = made_so(stage.dynamics, state, part)
        if found is None:
            return None
        atoms += found
    return _with(stage, state, atoms, range(len(stage.world.characters)))


def _known_to_actors(stage: Stage, state: State, action: int) -> Iterator[State]:
    """The state after it if those who do it had known what it needs."""
    willing = stage.world.actions[action].consenting
    facts = enumerate(state.values)
    wrong: list[Atom] = [((), f, v) for f, v in facts if any(state.beliefs[c].values[f] != v for c in willing)]
    if wrong:
        aware = _with(stage, state, wrong, willing)
        if stage.dynamics.holds(aware, action):
            yield stage.dynamics.after(aware, action)


def _with(stage: Stage, state: State, atoms: list[Atom], knowing: Container[int]) -> State:
    """A state with other facts, or beliefs of a mind, and some who know them; rules settle."""
    dynamics = stage.dynamics
    values, beliefs = list(state.values), list(state.beliefs)
    for chain, fluent, value in atoms:
        if not chain:
            values[fluent] = value
    for character in range(len(beliefs)):
        lessons: list[Atom] = [((), f, v) for chain, f, v in atoms if not chain and character in knowing]
        lessons += [(chain[1:], f, v) for chain, f, v in atoms if chain and chain[0] == character]
        if lessons:
            beliefs[character] = dynamics.taught(beliefs[character], character, tuple(lessons))
    return dynamics.settler.settle(dynamics.store.intern_flat(tuple(values), tuple(beliefs)))
