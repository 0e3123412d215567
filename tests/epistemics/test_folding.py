"""The naive trees are folded: nothing that somebody could look at changes, and what is the same is there once."""

from __future__ import annotations

import pytest
from examples import act, sets, truth, world
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scenes import staged

from kizuna.epistemics.naive import NaiveDynamics
from kizuna.epistemics.naive_tree import TooManyTrees, Tree
from kizuna.model.formulas import TRUE, Compare, Constant, Variable
from kizuna.model.world import Observing

LENIENT = settings(suppress_health_check=list(HealthCheck))
CHARACTERS = 2
DEPTH = 5


@st.composite
def graphs(draw: st.DrawFn) -> list[tuple[int, tuple[int, ...]]]:
    """What is true in each of some states, and which of them each of two characters believes in."""
    size = draw(st.integers(1, 6))
    places = st.tuples(*(st.integers(0, size - 1) for _ in range(CHARACTERS)))
    return draw(st.lists(st.tuples(st.integers(0, 1), places), min_size=size, max_size=size))


def lazily(graph: list[tuple[int, tuple[int, ...]]], place: int = 0) -> Tree:
    """The tree of a graph, in which every look makes a new part."""
    value, beliefs = graph[place]
    return Tree((value,), lambda _, character: lazily(graph, beliefs[character]))


def once(graph: list[tuple[int, tuple[int, ...]]]) -> list[Tree]:
    """The trees of a graph, with each of its states there once."""
    trees = [Tree((value,), lambda me, _: me) for value, _ in graph]
    for tree, (_, beliefs) in zip(trees, graph, strict=True):
        tree.fill(trees[place] for place in beliefs)
    return trees


@settings(LENIENT, max_examples=100)
@given(graphs())
def test_a_folded_tree_looks_as_before_and_has_nothing_twice(graph: list[tuple[int, tuple[int, ...]]]) -> None:
    folded = once(graph)[0].folded(CHARACTERS)
    assert folded.unfolded(DEPTH, CHARACTERS) == lazily(graph).unfolded(DEPTH, CHARACTERS)
    parts = {part for minds in walks() for part in [folded.at(minds)]}
    assert len({part.unfolded(DEPTH, CHARACTERS) for part in parts}) == len(parts)


@settings(LENIENT, max_examples=100)
@given(graphs(), graphs())
def test_shapes_are_the_same_exactly_where_nothing_tells_two_states_apart(
    one: list[tuple[int, tuple[int, ...]]], other: list[tuple[int, tuple[int, ...]]]
) -> None:
    first, second = (once(graph)[0].folded(CHARACTERS) for graph in (one, other))
    same = first.unfolded(2 * DEPTH, CHARACTERS) == second.unfolded(2 * DEPTH, CHARACTERS)
    assert (first.shape(CHARACTERS) == second.shape(CHARACTERS)) is same


def walks() -> list[tuple[int, ...]]:
    found: list[tuple[int, ...]] = [()]
    for walk in found:
        if len(walk) < DEPTH:
            found += [(*walk, character) for character in range(CHARACTERS)]
    return found


def test_what_has_no_end_of_different_parts_is_not_folded() -> None:
    """The control is a tree of a thousand parts, which is as much as may be held."""

    def deeper(number: int, last: int) -> Tree:
        return Tree((min(number, last),), lambda _, __: deeper(number + 1, last))

    def row(last: int) -> Tree:
        trees = [Tree((number,), lambda me, _: me) for number in range(last)]
        for tree, after in zip(trees, (*trees[1:], trees[-1]), strict=True):
            tree.fill([after])
        return trees[0]

    assert row(1_000).folded(1, 1_000).at([0] * 999).values == (999,)
    with pytest.raises(TooManyTrees):
        row(1_001).folded(1, 1_000)
    with pytest.raises(TooManyTrees):
        deeper(0, 10).folded(1, 1_000)


def test_a_state_holds_only_so_many_parts_while_it_is_made() -> None:
    """A looks, and B does not see it: three different minds, and what they are made of."""
    unseen = Observing(Variable("who", "character"), Compare("==", Variable("who", "character"), Constant("A")))
    small = world("AB", (truth("p"),), (act("look", TRUE, (sets("p", True),), "A", seen=unseen),))
    free = NaiveDynamics(small, 20)
    assert free.after(free.initial(), 0).unfolded(1, 2) == ((True,), (((True,), ()), ((False,), ())))
    tight = NaiveDynamics(small, 2)
    with pytest.raises(TooManyTrees):
        tight.after(tight.initial(), 0)


def test_the_parts_of_a_state_do_not_grow_with_the_story() -> None:
    """After each of eight events of a small scene; left unfolded there would be thousands to look at."""
    stage = staged("company")
    twin = NaiveDynamics(stage.world)
    tree = twin.initial()
    sizes: list[int] = []
    while len(sizes) < 8:
        possible = [n for n in range(len(stage.world.actions)) if twin.possible(tree, n)]
        tree = twin.after(tree, possible[len(sizes) % len(possible)])
        sizes.append(len(tree.shape(len(stage.world.characters))))
    assert max(sizes) <= 20
