"""Where utilities are numbers, and rules reckon them from other facts: what guesses and bounds make of that."""

from __future__ import annotations

import pytest

from kizuna import api
from kizuna.deliberation.bounds import Bounds
from kizuna.grounding import GroundWorld
from kizuna.search import Problem

HOARD = """
type thing;
entity Ana : character;
entity Crown : thing;
entity Ring : thing;
property alive() : boolean;
property glad() : number;
property has(thing : thing) : number;
property wealth() : number;
property twice() : number;
property age() : number;
alive();
glad() = 0;
has(Crown) = 0;
has(Ring) = 0;
wealth() = 0;
twice() = 0;
age() = 20;
action take(thing : thing) {
	precondition: alive() & has(thing) == 0;
	effect: has(thing) = 1;
	consenting: Ana;
};
action rejoice() {
	precondition: alive() & has(Ring) == 1;
	effect: glad() = 3;
};
action die() {
	precondition: alive();
	effect: !alive();
};
action grow_old() {
	precondition: alive();
	effect: age() = age() + 1;
};
trigger count() {
	precondition: wealth() != sum(t : thing) has(t);
	effect: wealth() = sum(t : thing) has(t);
};
trigger double() {
	precondition: twice() != wealth() + wealth();
	effect: twice() = wealth() + wealth();
};
utility(): UTILITY;
utility(Ana): wealth();
"""


def hoard(utility: str) -> GroundWorld:
    world = api.read_text(HOARD.replace("UTILITY", utility), language="sabre").unwrap()
    return api.ground(world).unwrap()


def after(problem: Problem, *events: str) -> tuple[object, ...]:
    state = problem.dynamics.initial
    for event in events:
        state = problem.dynamics.after(state, problem.world.action_ids[event])
    return state.values


@pytest.mark.parametrize(
    ("utility", "goal", "guess"),
    [
        ("wealth()", 1, 1),  # one thing to be taken
        ("wealth()", 2, 2),  # both
        ("glad()", 3, 2),  # the ring, and then to rejoice
        ("glad() + wealth()", 5, 3),  # the ring serves twice
        ("2 * wealth()", 3, 2),  # one thing counts two
        ("3 - wealth()", 3, 0),  # so it is
    ],
)
def test_a_guess_counts_numbers_and_what_rules_reckon(utility: str, goal: int, guess: int) -> None:
    problem = Problem(hoard(utility), goal)
    assert problem.estimate.of(problem.dynamics.initial.values) == guess


def test_of_what_is_left_a_guess_counts_what_is_missing() -> None:
    problem = Problem(hoard("wealth()"), 2)
    assert problem.estimate.of(after(problem, "take(Crown)")) == 1


@pytest.mark.parametrize(
    ("utility", "events", "goal", "distance"),
    [
        ("wealth()", (), 1, 1),
        ("wealth()", (), 2, 1),  # facts are only ever added: both could be taken at once
        ("wealth()", (), 3, None),  # there are but two
        ("twice()", (), 4, 1),
        ("twice()", (), 5, None),  # reckoned from what is reckoned
        ("wealth()", ("die()",), 1, None),  # nothing will be taken any more
        ("wealth()", ("take(Ring)", "die()"), 1, 0),  # what nothing sets outright is known none the less
        ("wealth()", ("take(Ring)", "die()"), 2, None),
        ("age()", (), 90, 1),  # reckoned from itself: it may be any
    ],
)
def test_what_rules_reckon_is_bounded_by_what_it_is_reckoned_from(
    utility: str, events: tuple[str, ...], goal: int, distance: int | None
) -> None:
    problem = Problem(hoard(utility))
    assert Bounds(problem.world).distance(after(problem, *events), goal, 5) == distance


def test_too_many_numbers_to_tell_apart_may_be_any() -> None:
    """A start that is nothing that the world names is not taken for anything that it names."""
    problem = Problem(hoard("wealth()"))
    values = list(problem.dynamics.initial.values)
    values[[fluent.name for fluent in problem.world.fluents].index("wealth()")] = 17
    assert Bounds(problem.world).distance(tuple(values), 1000, 5) == 0
