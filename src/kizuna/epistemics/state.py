"""States with nested beliefs, each of which exists once.

A state is what is true (``values``, one per ground fluent) and, for every character, the one state that they believe
in. That is an infinite tree, held as a finite graph: whoever is wrong about nothing believes in the very state that
they are in. Two states are the same object exactly when no chain of beliefs tells them apart.

The naive idea: a tree, cut off at some depth. The better idea: hash-consing a *cyclic* graph. New states come as
drafts; their strongly connected parts are taken in children-first order. A part without a cycle is looked up by its
values and the numbers of its children. A part with a cycle is first compared with the cycles it points into, then made
minimal by partition refinement (Hopcroft 1971; the automaton is deterministic), then looked up by its canonical
numbering. Cost: linear in the new part for acyclic drafts, quadratic at worst in the size of one cycle (mostly 1).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from kizuna.model.values import Value

Values: TypeAlias = tuple[Value, ...]


class State:
    """One epistemic state, interned by its :class:`StateStore`; equal states are identical.

    ``number`` counts states in the order of their making, ``values`` is what is true, ``beliefs`` the state that each
    character believes in, ``cycle`` the states that lead back to this one (empty if none). Never changed once interned.
    """

    __slots__ = ("beliefs", "cycle", "number", "values")

    def __init__(self, number: int, values: Values) -> None:
        self.number = number
        self.values = values
        self.beliefs: tuple[State, ...] = ()
        self.cycle: tuple[State, ...] = ()

    def __repr__(self) -> str:
        return f"State({self.number})"

    def at(self, chain: Iterable[int]) -> State:
        """The state at the end of a chain of minds."""
        state = self
        for character in chain:
            state = state.beliefs[character]
        return state


class Draft:
    """A state to be: its values are known, its beliefs are worked out when first asked for."""

    __slots__ = ("_beliefs", "_believe", "origin", "values")

    def __init__(self, values: Values, believe: Callable[[], tuple[State | Draft, ...]], origin: object = None) -> None:
        self.values = values
        self.origin = origin
        self._believe = believe
        self._beliefs: tuple[State | Draft, ...] | None = None

    @property
    def beliefs(self) -> tuple[State | Draft, ...]:
        """The states or drafts that the characters believe in."""
        if self._beliefs is None:
            self._beliefs = self._believe()
        return self._beliefs


Node: TypeAlias = State | Draft


class StateStore:
    """Makes states and keeps each of them once."""

    def __init__(self) -> None:
        self._flat: dict[tuple[Values, tuple[int, ...]], State] = {}
        self._canonical: dict[tuple[object, ...], State] = {}

    def __len__(self) -> int:
        return len(self._flat)

    def __iter__(self) -> Iterator[State]:
        return iter(self._flat.values())

    def intern(self, root: Node) -> State:
        """The state that ``root`` stands for; whatever it reaches is interned with it."""
        return root if isinstance(root, State) else self.intern_all(root)[root]

    def intern_flat(self, values: Values, beliefs: tuple[State, ...]) -> State:
        """The state with these values whose beliefs are interned already."""
        key = (values, tuple(belief.number for belief in beliefs))
        state = self._flat.get(key)
        if state is None:
            state = State(len(self._flat), values)
            state.beliefs = beliefs
            self._flat[key] = state
        return state

    def intern_all(self, root: Draft) -> dict[Draft, State]:
        """The state of every draft that ``root`` reaches."""
        done: dict[Draft, State] = {}
        for part in _components(root):
            if len(part) == 1 and part[0] not in part[0].beliefs:
                draft = part[0]
                done[draft] = self.intern_flat(draft.values, tuple(_resolve(node, done) for node in draft.beliefs))
            else:
                self._intern_cycle(part, done)
        return done

    def _intern_cycle(self, part: list[Draft], done: dict[Draft, State]) -> None:
        """Interns a strongly connected part with a cycle; everything else that it reaches is done."""
        inside = set(part)
        edges: dict[Draft, list[Draft | State]] = {
            draft: [node if node in inside else _resolve(node, done) for node in draft.beliefs] for draft in part
        }
        known = _unrolled(part[0], edges)
        if known is not None:
            done.update(known)
            return
        blocks = _minimal(part, edges)
        found = {}
        for draft in part:
            state = self._canonical.get(_canonical(draft, edges, blocks))
            if state is None:
                break
            found[draft] = state
        if len(found) == len(part):
            done.update(found)
        else:
            self._make_cycle(edges, blocks, done)

    def _make_cycle(
        self, edges: dict[Draft, list[Draft | State]], blocks: dict[Draft, int], done: dict[Draft, State]
    ) -> None:
        first: dict[int, Draft] = {}
        for draft, block in blocks.items():
            first.setdefault(block, draft)
        base = len(self._flat)
        states = {block: State(base + n, draft.values) for n, (block, draft) in enumerate(first.items())}
        cycle = tuple(states.values())
        for block, draft in first.items():
            state = states[block]
            state.cycle = cycle
            state.beliefs = tuple(n if isinstance(n, State) else states[blocks[n]] for n in edges[draft])
            self._flat[state.values, tuple(belief.number for belief in state.beliefs)] = state
            self._canonical[_canonical(draft, edges, blocks)] = state
        done.update({draft: states[block] for draft, block in blocks.items()})


def _resolve(node: Node, done: dict[Draft, State]) -> State:
    return node if isinstance(node, State) else done[node]


def _components(root: Draft) -> list[list[Draft]]:
    """The strongly connected parts of what ``root`` reaches, children first (Tarjan 1972, without recursion)."""
    index: dict[Draft, int] = {}
    low: dict[Draft, int] = {}
    open_: dict[Draft, None] = {}
    parts: list[list[Draft]] = []
    work: list[tuple[Draft, int]] = [(root, 0)]
    while work:
        draft, position = work.pop()
        if position == 0:
            index[draft] = low[draft] = len(index)
            open_[draft] = None
        beliefs = draft.beliefs
        while position < len(beliefs):
            child = beliefs[position]
            position += 1
            if isinstance(child, State):
                continue
            if child not in index:
                work.append((draft, position))
                work.append((child, 0))
                break
            if child in open_:
                low[draft] = min(low[draft], index[child])
        else:
            if low[draft] == index[draft]:
                part: list[Draft] = []
                while not part or part[-1] is not draft:
                    part.append(open_.popitem()[0])
                parts.append(part[::-1])
            if work:
                parent = work[-1][0]
                low[parent] = min(low[parent], low[draft])
    return parts


def _unrolled(root: Draft, edges: dict[Draft, list[Draft | State]]) -> dict[Draft, State] | None:
    """The states of a cyclic part that only unrolls a cycle which it points into; None if it does not."""
    candidates: dict[State, None] = {}
    for nodes in edges.values():
        for node in nodes:
            if isinstance(node, State):
                candidates.update(dict.fromkeys(node.cycle))
    for candidate in candidates:
        if candidate.values == root.values:
            match = _matched(root, candidate, edges)
            if match is not None:
                return match
    return None


def _matched(root: Draft, state: State, edges: dict[Draft, list[Draft | State]]) -> dict[Draft, State] | None:
    """Pairs every draft of a part with the state it equals, if ``root`` equals ``state``."""
    pairs = {root: state}
    work = [root]
    while work:
        draft = work.pop()
        for node, belief in zip(edges[draft], pairs[draft].beliefs, strict=True):
            if isinstance(node, State):
                if node is not belief:
                    return None
            elif node not in pairs:
                if node.values != belief.values:
                    return None
                pairs[node] = belief
                work.append(node)
            elif pairs[node] is not belief:
                return None
    return pairs


def _minimal(part: list[Draft], edges: dict[Draft, list[Draft | State]]) -> dict[Draft, int]:
    """The coarsest partition of a part that no chain of beliefs tells apart, as a block number per draft."""
    blocks = dict.fromkeys(part, 0)
    count = 1
    while True:
        numbers: dict[tuple[object, ...], int] = {}
        refined = {}
        for draft in part:
            ends = tuple(n if isinstance(n, State) else blocks[n] for n in edges[draft])
            refined[draft] = numbers.setdefault((draft.values, *ends), len(numbers))
        if len(numbers) == count:
            return refined
        blocks, count = refined, len(numbers)


def _canonical(root: Draft, edges: dict[Draft, list[Draft | State]], blocks: dict[Draft, int]) -> tuple[object, ...]:
    """The part as seen from ``root``: blocks numbered in the order in which beliefs lead to them."""
    order = {blocks[root]: 0}
    queue = [root]
    key: list[object] = []
    for draft in queue:
        key.append(draft.values)
        for node in edges[draft]:
            if isinstance(node, State):
                key.append(-1 - node.number)
            else:
                block = blocks[node]
                if block not in order:
                    order[block] = len(order)
                    queue.append(node)
                key.append(order[block])
    return tuple(key)
