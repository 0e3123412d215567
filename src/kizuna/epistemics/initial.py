"""The graph of minds that a world starts from.

``beliefs`` lists exceptions by chain of minds; a chain without one holds what the chain one shorter holds. So what Ana
believes that Ben believes defaults to what *Ana* believes, and Ana's beliefs about Ana's own are Ana's again.
"""

from __future__ import annotations

from kizuna.epistemics.state import Draft, Node, State, StateStore
from kizuna.grounding import GroundWorld
from kizuna.model.values import Value

Chain = tuple[int, ...]


def initial_state(world: GroundWorld, store: StateStore) -> State:
    """The interned state of the world's facts and belief exceptions, before any rule has run."""
    records: dict[Chain, dict[int, Value]] = {}
    for chain, fluent, value in world.beliefs:
        records.setdefault(_without_repeats(chain), {})[fluent] = value
    minds = range(len(world.characters))
    drafts: dict[Chain, Draft] = {}

    def mind(chain: Chain, values: tuple[Value, ...]) -> Draft:
        if chain not in drafts:
            own = list(values)
            for fluent, value in records.get(chain, {}).items():
                own[fluent] = value
            drafts[chain] = Draft(tuple(own), lambda: beliefs(chain, tuple(own)))
        return drafts[chain]

    def beliefs(chain: Chain, own: tuple[Value, ...]) -> tuple[Node, ...]:
        inner: list[Node] = []
        for character in minds:
            longer = (*chain, character)
            if chain and chain[-1] == character:
                inner.append(drafts[chain])
            elif any(record[: len(longer)] == longer for record in records):
                inner.append(mind(longer, own))
            else:
                inner.append(agreement(own))
        return tuple(inner)

    def agreement(values: tuple[Value, ...]) -> State:
        """The state in which everyone knows everything to be as it is, and knows that all others do."""
        draft = Draft(values, lambda: tuple(draft for _ in minds))
        return store.intern(draft)

    return store.intern(mind((), world.facts))


def _without_repeats(chain: Chain) -> Chain:
    return tuple(c for n, c in enumerate(chain) if n == 0 or c != chain[n - 1])
