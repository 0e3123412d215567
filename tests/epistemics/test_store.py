"""The store keeps every state once: two states are one object exactly when no chain of beliefs tells them apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna.epistemics import State
from kizuna.epistemics.state import Draft, StateStore

Graph = tuple[tuple[int, tuple[int, ...]], ...]
"""Per node its one value and the nodes that its characters believe in."""


@st.composite
def graphs(draw: st.DrawFn, *, characters: int = 2, outside: int = 0) -> Graph:
    """A graph of up to five nodes; ends below zero point at ``outside`` states made before."""
    size = draw(st.integers(1, 5))
    ends = st.tuples(*[st.integers(-outside, size - 1)] * characters)
    return tuple(draw(st.tuples(st.integers(0, 1), ends)) for _ in range(size))


def drafted(graph: Graph, outside: list[State]) -> list[Draft]:
    """Drafts of the graph's nodes, each with its beliefs worked out when asked for."""
    drafts: list[Draft] = []

    def draft(value: int, ends: tuple[int, ...]) -> Draft:
        return Draft((value,), lambda: tuple(drafts[end] if end >= 0 else outside[end] for end in ends))

    drafts.extend(draft(value, ends) for value, ends in graph)
    return drafts


def classes(states: list[State]) -> dict[State, int]:
    """A number per state, the same for those that no chain of beliefs tells apart (refined until nothing changes)."""
    block = {state: hash(state.values) for state in states}
    for _ in range(len(states) + 1):
        block = {state: hash((state.values, *(block[b] for b in state.beliefs))) for state in states}
    return block


def reached(roots: list[State]) -> list[State]:
    found = dict.fromkeys(roots)
    work = list(found)
    for state in work:
        for belief in state.beliefs:
            if belief not in found:
                found[belief] = None
                work.append(belief)
    return work


def tree(state: State, depth: int) -> tuple[object, ...]:
    return (state.values, () if depth == 0 else tuple(tree(belief, depth - 1) for belief in state.beliefs))


def assert_each_once(states: list[State], store: StateStore) -> None:
    known = reached(states)
    block = classes(known)
    assert len(set(block.values())) == len(known)
    assert len(known) <= len(store)
    assert len({state.number for state in known}) == len(known)
    for state in known:
        leads_back = state in reached(list(state.beliefs))
        assert bool(state.cycle) is leads_back
        if leads_back:
            assert set(state.cycle) == {s for s in reached([state]) if state in reached([s])}


@settings(max_examples=100)
@given(st.lists(graphs(), min_size=1, max_size=3))
def test_every_state_is_kept_once(many: list[Graph]) -> None:
    store = StateStore()
    states = [store.intern(draft) for graph in many for draft in drafted(graph, [])]
    assert_each_once(states, store)
    for graph in many:
        for draft, again in zip(drafted(graph, []), drafted(graph, []), strict=True):
            assert store.intern(draft) is store.intern(again)


@settings(max_examples=100)
@given(graphs(), st.data())
def test_what_unrolls_states_made_before_is_one_with_them(first: Graph, data: st.DataObject) -> None:
    """Drafts that point into cycles made before, some of them only unrolling these."""
    store = StateStore()
    states = [store.intern(draft) for draft in drafted(first, [])]
    for _ in range(2):
        graph = data.draw(graphs(outside=len(states)))
        states += [store.intern(draft) for draft in drafted(graph, states)]
    assert_each_once(states, store)


@settings(max_examples=100)
@given(graphs(characters=1), graphs(characters=1))
def test_equal_to_the_depth_of_all_states_is_identical(left: Graph, right: Graph) -> None:
    store = StateStore()
    states = [store.intern(draft) for graph in (left, right) for draft in drafted(graph, [])]
    depth = len(reached(states)) + 1
    for a in states:
        for b in states:
            assert (a is b) is (tree(a, depth) == tree(b, depth))


@settings(max_examples=100)
@given(graphs())
def test_a_state_is_what_its_draft_says(graph: Graph) -> None:
    store = StateStore()
    drafts = drafted(graph, [])
    for draft, (value, ends) in zip(drafts, graph, strict=True):
        state = store.intern(draft)
        assert state.values == (value,)
        for belief, end in zip(state.beliefs, ends, strict=True):
            assert belief is store.intern(drafts[end])


@settings(max_examples=100)
@given(graphs(), st.randoms(use_true_random=False))
def test_the_order_of_making_does_not_matter(graph: Graph, chance: st.DataObject) -> None:
    order = list(range(len(graph)))
    chance.shuffle(order)
    one, other = StateStore(), StateStore()
    ahead = [one.intern(draft) for draft in drafted(graph, [])]
    drafts = drafted(graph, [])
    for number in order:
        other.intern(drafts[number])
    assert len(one) == len(other)
    assert [tree(state, 4) for state in ahead] == [tree(other.intern(draft), 4) for draft in drafts]


def test_knowing_that_everyone_agrees_is_one_state() -> None:
    store = StateStore()
    loop = Draft((1,), lambda: (loop, loop))
    state = store.intern(loop)
    assert state.beliefs == (state, state)
    assert len(store) == 1
    unrolled = Draft((1,), lambda: (state, Draft((1,), lambda: (unrolled, state))))
    assert store.intern(unrolled) is state
    assert store.intern_flat((1,), (state, state)) is state
    assert len(store) == 1


def test_a_wrong_belief_in_a_cycle_is_another_state() -> None:
    store = StateStore()
    loop = Draft((1,), lambda: (loop, loop))
    wrong = Draft((0,), lambda: (wrong, wrong))
    mistaken = Draft((1,), lambda: (mistaken, wrong))
    states = [store.intern(draft) for draft in (loop, wrong, mistaken)]
    assert len(set(states)) == 3
    assert states[2].at((0, 0, 1, 1)) is states[1]
