"""Cyclic graph or depth bound? Figures for docs/decisions/0001.

Walks the peer's problems (or any world files given) with both ways of holding beliefs, from the same seed, and counts
how often the answers differ. A bounded state is a state cut off at some depth, below which everybody is taken to agree.

    python -m benchmarks.belief_sharing ../shared/reference/peer-problems/*.txt
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator

from kizuna import api
from kizuna.epistemics import Dynamics, State
from kizuna.epistemics.state import Draft
from kizuna.grounding import GroundWorld

WALKS, LENGTH = 60, 8
DEPTHS = (2, 3, 4, 5)


class Bounded:
    """The same transitions, every state cut off at ``depth``."""

    def __init__(self, world: GroundWorld, depth: int) -> None:
        self.dynamics = Dynamics(world)
        self.depth = depth
        self.states: set[State] = set()

    def cut(self, state: State, depth: int) -> State:
        if depth == 0:
            return _agreement(self.dynamics, state)
        beliefs = tuple(self.cut(belief, depth - 1) for belief in state.beliefs)
        return self.dynamics.store.intern_flat(state.values, beliefs)

    def initial(self) -> State:
        return self._seen(self.cut(self.dynamics.initial, self.depth))

    def after(self, state: State, action: int) -> State:
        return self._seen(self.cut(self.dynamics.after(state, action), self.depth))

    def _seen(self, state: State) -> State:
        self.states.add(state)
        return state


def _agreement(dynamics: Dynamics, state: State) -> State:
    draft = Draft(state.values, lambda: tuple(draft for _ in state.beliefs))
    return dynamics.store.intern(draft)


def walks(dynamics: Dynamics) -> Iterator[list[int]]:
    chooser = random.Random(20)
    for _ in range(WALKS):
        state, walk = dynamics.initial, []
        for _ in range(LENGTH):
            possible = dynamics.possible(state)
            if not possible:
                break
            walk.append(chooser.choice(possible))
            state = dynamics.after(state, walk[-1])
        yield walk


def chains(state: State, depth: int) -> tuple[object, ...]:
    inner = () if depth == 0 else tuple(chains(belief, depth - 1) for belief in state.beliefs)
    return (state.values, inner)


def measure(path: str) -> None:
    world = api.ground(api.read(path).unwrap()).unwrap()
    start = time.perf_counter()
    graph = Dynamics(world)
    paths = list(walks(graph))
    seconds = time.perf_counter() - start
    roots, longest = set(), 0
    for walk in paths:
        state = graph.initial
        for action in walk:
            state = graph.after(state, action)
            roots.add(state)
            longest = max(longest, len(state.cycle))
    print(
        f"{world.name}: graph {len(graph.store)} states for {len(roots)} roots, "
        f"longest cycle {longest}, {seconds / max(1, len(roots)) * 1e6:.0f} us a root"
    )
    for depth in DEPTHS:
        start = time.perf_counter()
        bounded = Bounded(world, depth)
        wrong = total = 0
        for walk in paths:
            exact, cut = graph.initial, bounded.initial()
            for action in walk:
                exact = graph.after(exact, action)
                if not bounded.dynamics.holds(cut, action):
                    wrong += 1
                    break
                cut = bounded.after(cut, action)
                total += 1
                wrong += chains(exact, 2) != chains(cut, 2)
        seconds = time.perf_counter() - start
        print(
            f"    bound {depth}: {len(bounded.dynamics.store)} states, {seconds:.2f} s, "
            f"{wrong} of {total} states differ within two minds"
        )


if __name__ == "__main__":
    for name in sys.argv[1:]:
        measure(name)
