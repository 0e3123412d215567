"""What people of a `.story` world come to know (three-valued logic): learning, correction, themselves, one another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from walks import CHOICES, walk

from kizuna import api
from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.epistemics.naive import NaiveDynamics
from kizuna.epistemics.surprise import Surprise
from kizuna.grounding import GroundWorld
from kizuna.model.values import Value
from kizuna.model.world import Logic
from worlds import ground_worlds

STRONG = """type place
place house, wood
character Ana, Ben, Cleo, Dora
fluent strength(who: character): number = 5
fluent tired(who: character)
fluent at(who: character): place
fluent guarded(where: place) = yes
fluent lifted
perceives(observer: character, doer: character): at(observer) = at(doer)
fact strength(Ana) = 7, at(Ana) = house, at(Ben) = house, at(Cleo) = house, at(Dora) = wood
fact Ben believes strength(Ana) = unknown, Cleo believes strength(Ana) = 1, Dora believes strength(Ana) = 1
fact Cleo believes tired(Ana)
fact not guarded(house)
action lift(who: character)
    by    who
    when  strength(who) >= 3, not tired(who)
    then  lifted
action shove(who: character, whom: character)
    by    who
    when  strength(who) > strength(whom)
    then  lifted
action slip_in(who: character)
    by    who
    when  not guarded(house) or tired(who)
    then  lifted
action whisper(who: character)
    by    who
    then  lifted
    seen  by nobody
"""


def ground(text: str, logic: Logic | None = None) -> GroundWorld:
    world = api.read_text(text, name="learning.story", language="story").unwrap()
    return api.ground(replace(world, logic=logic) if logic else world).unwrap()


def after(world: GroundWorld, *events: str) -> State:
    """The state after events, the same for the naive twin."""
    dynamics, twin = Dynamics(world), NaiveDynamics(world)
    state, tree = dynamics.initial, twin.initial()
    for event in events:
        number = world.action_ids[event]
        assert dynamics.holds(state, number)
        state, tree = dynamics.after(state, number), twin.after(tree, number)
    chains = [(), *((a,) for a in range(len(world.characters)))]
    chains += [(a, b) for a in range(len(world.characters)) for b in range(len(world.characters))]
    assert all(state.at(chain).values == tree.at(chain).values for chain in chains)
    return state


def held(world: GroundWorld, state: State, fluent: str, *minds: str) -> Value:
    """What a fluent is worth at the end of a chain of minds."""
    static = {each.name: value for each, value in world.statics}
    if fluent in static:
        return static[fluent]
    number = [each.name for each in world.fluents].index(fluent)
    return state.at(world.character_ids[mind] for mind in minds).values[number]


def changes(world: GroundWorld, before: State, state: State, *minds: str) -> dict[str, tuple[Value, Value]]:
    names = [fluent.name for fluent in world.fluents]
    chain = [world.character_ids[mind] for mind in minds]
    both = zip(names, before.at(chain).values, state.at(chain).values, strict=True)
    return {name: (old, new) for name, old, new in both if old != new}


# --- learning and correction -----------------------------------------------------------------------------------------


def test_what_was_unknown_is_learned_and_nothing_else_changes() -> None:
    world = ground(STRONG)
    before, state = after(world), after(world, "lift(Ana)")
    assert changes(world, before, state, "Ben") == {"strength(Ana)": (None, 7), "lifted()": (False, True)}


def test_what_was_wrong_is_corrected_to_the_actual_number_that_an_inequality_shows() -> None:
    world = ground(STRONG)
    before, state = after(world), after(world, "lift(Ana)")
    corrected = {"strength(Ana)": (1, 7), "tired(Ana)": (True, False), "lifted()": (False, True)}
    assert changes(world, before, state, "Cleo") == corrected


def test_whoever_is_not_there_learns_nothing() -> None:
    world = ground(STRONG)
    before, state = after(world), after(world, "lift(Ana)")
    assert changes(world, before, state, "Dora") == {}
    assert held(world, state, "strength(Ana)", "Ana", "Dora") == 7  # nobody told Ana that Dora takes her to be weak


def test_those_who_learn_together_know_it_of_one_another() -> None:
    world = ground(STRONG)
    state = after(world, "lift(Ana)")
    for chain in (("Ben", "Cleo"), ("Cleo", "Ben"), ("Ben", "Ana"), ("Cleo", "Ana", "Ben"), ("Ana", "Cleo", "Ben")):
        assert held(world, state, "strength(Ana)", *chain) == 7
        assert held(world, state, "lifted()", *chain) is True


def test_both_sides_of_an_inequality_are_learned() -> None:
    world = ground(STRONG + "fact strength(Ben) = 6, Cleo believes strength(Ben) = 9\n")
    state = after(world, "shove(Ana, Ben)")
    assert [held(world, state, f"strength({who})", "Cleo") for who in ("Ana", "Ben", "Cleo")] == [7, 6, 5]


def test_of_two_ways_in_which_an_act_was_possible_only_the_actual_one_is_learned() -> None:
    world = ground(STRONG + "fact Ben believes guarded(house), Cleo believes guarded(house)\n")
    before, state = after(world), after(world, "slip_in(Ana)")
    learned = {"guarded(house)": (True, False), "lifted()": (False, True)}
    assert changes(world, before, state, "Ben") == learned
    # Cleo takes Ana to be tired, which would do as well: she has no cause to wonder.
    assert changes(world, before, state, "Cleo") == {"lifted()": (False, True)}


def test_mutant_in_the_logic_of_the_peer_an_inequality_leaves_doubt() -> None:
    world = ground(STRONG, Logic.TWO_VALUED)
    state = after(world, "lift(Ana)")
    assert held(world, state, "strength(Ana)", "Cleo") is None
    assert held(world, state, "tired(Ana)", "Cleo") is False


# --- oneself ---------------------------------------------------------------------------------------------------------

WEIGHT = """character Ana, Ben
fluent fond(who: character, whom: character): number
fluent strength(who: character): number = 5
fluent done
fact fond(Ben, Ana) = 2, fond(Ana, Ben) = 3, Ben believes fond(Ana, Ben) = 0, Ben believes strength(Ana) = 9
motive love(who: character, whom: character)
    when   who != whom
    weight fond(who, whom)
    score  done
action dare(who: character, whom: character)
    by    who
    when  who != whom, strength(whom) > 1, fond(who, whom) > 1, strength(who) != strength(whom) + 1
    then  done
"""


@pytest.mark.parametrize("logic", list(Logic))
def test_a_surprise_makes_neither_oneself_nor_a_weight_unknown(logic: Logic) -> None:
    world = ground(WEIGHT, logic)
    state = after(world, "dare(Ana, Ben)")
    own = ("strength(Ben)", "fond(Ben, Ana)", "strength(Ana)", "fond(Ana, Ben)")
    known = [held(world, state, fluent, "Ben") for fluent in own]
    assert (None in known) is (logic is Logic.TWO_VALUED)  # the control is ours, the mutant the peer's
    if logic is Logic.THREE_VALUED:
        assert known == [5, 2, 9, 3]


def test_everyone_knows_their_own_acts_even_if_nobody_sees_them() -> None:
    world = ground(STRONG)
    state = after(world, "whisper(Ana)")
    assert held(world, state, "lifted()", "Ana") is True
    assert held(world, state, "lifted()", "Ana", "Ana") is True
    assert held(world, state, "lifted()", "Ben") is False


CARRIED = (
    STRONG
    + """action carry_off(who: character)
    then  at(who) = house
    seen  by nobody
"""
)


def test_whoever_perceives_something_knows_that_they_do() -> None:
    """Dora, carried into the house unawares, sees Ana lift: she could not by her own account, and yet she does."""
    world = ground(CARRIED)
    state = after(world, "carry_off(Dora)", "lift(Ana)")
    assert held(world, state, "at(Dora)", "Dora") == "wood"
    for chain in (("Dora",), ("Dora", "Dora"), ("Dora", "Dora", "Dora")):
        assert held(world, state, "lifted()", *chain) is True
        assert held(world, state, "strength(Ana)", *chain) == 7
    assert state.beliefs[3].beliefs[3] is state.beliefs[3]


def test_mutant_in_the_logic_of_the_peer_they_do_not_notice_that_they_notice() -> None:
    world = ground(CARRIED, Logic.TWO_VALUED)
    state = after(world, "carry_off(Dora)", "lift(Ana)")
    assert held(world, state, "lifted()", "Dora") is True
    assert held(world, state, "lifted()", "Dora", "Dora") is False


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ground_worlds(logics=(Logic.THREE_VALUED,)), CHOICES)
def test_whoever_perceives_an_event_sees_it_in_their_own_model_of_themselves(
    world: GroundWorld, choices: list[int]
) -> None:
    """The facts that an event changes, and what it teaches, are the same in a mind and in its model of itself."""
    dynamics = Dynamics(replace(world, rules=()))
    for state, action in walk(dynamics, choices):
        if action is None:
            continue
        ground_action = world.actions[action]
        told = {effect.minds[0] for effect in ground_action.effects if effect.minds}
        following = dynamics.after(state, action)
        for character in range(len(world.characters)):
            mind = state.beliefs[character]
            sees = dynamics.evaluator(ground_action.observers[character])(state) is True
            if sees and character not in told and mind.beliefs[character] is mind:
                assert following.at((character, character)).values == following.at((character,)).values


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ground_worlds(logics=(Logic.THREE_VALUED,)), CHOICES)
def test_every_lesson_is_how_it_actually_is(world: GroundWorld, choices: list[int]) -> None:
    dynamics = Dynamics(world)
    try:
        passed = walk(dynamics, choices)
    except EndlessRulesError:
        return
    for state, action in passed:
        for believed in state.beliefs if action is not None else ():
            condition = world.actions[action or 0].precondition
            lessons = Surprise(world.logic, world.character_ids, state, believed).lessons(condition)
            for (chain, fluent), value in lessons.items():
                assert value == state.at(chain).values[fluent] != believed.at(chain).values[fluent]


# --- one another (the library) ---------------------------------------------------------------------------------------

HOUSE = """use people, places, sight
place house, wood
path house - wood
character Ana at house
character Ben at wood
    believes at(Ana) = unknown
character Cleo at wood
    believes at(Ana) = wood
action appear(who: character, to: place)
    then  at(who) = to
    seen  by nobody
"""
CHAINS = [("Ben",), ("Ana", "Ben"), ("Ben", "Ana", "Ben"), ("Ben", "Ana"), ("Ana", "Cleo", "Ben"), ("Cleo", "Ben")]


@pytest.mark.parametrize("event", ["walk(Ana, house, wood)", "appear(Ana, wood)"])
@pytest.mark.parametrize("chain", CHAINS)
def test_those_who_see_each_other_know_that_they_do(event: str, chain: tuple[str, ...]) -> None:
    world = ground(HOUSE)
    state = after(world, event)
    assert held(world, state, "at(Ana)", *chain) == "wood"
    assert held(world, state, "at(Ben)", *chain) == "wood"


def test_mutant_in_the_dark_they_do_not() -> None:
    world = ground(HOUSE + "fact dark(wood)\n")
    state = after(world, "appear(Ana, wood)")
    assert held(world, state, "at(Ana)", "Ben") is None
    assert held(world, state, "at(Ana)", "Ana") == "wood"
    assert held(world, state, "at(Ana)", "Ana", "Ben") != "wood"


def test_not_to_see_somebody_is_no_longer_to_know_and_to_see_them_again_is_to_learn() -> None:
    world = ground(HOUSE)
    start = after(world)
    assert held(world, start, "at(Ana)", "Cleo") is None  # she is not in the wood where Cleo took her to be
    found = after(world, "walk(Cleo, wood, house)")
    assert changes(world, start, found, "Cleo")["at(Ana)"] == (None, "house")
    assert held(world, found, "at(Ana)", "Ben") is None
