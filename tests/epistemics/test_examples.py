"""The examples of the specification: surprises, who saw what, and rules without end."""

from __future__ import annotations

import pytest
from examples import act, fact, is_, number, seen_by, sets, surprise, truth, who_saw, world

from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.epistemics.naive import NaiveDynamics
from kizuna.epistemics.naive_tree import Tree, unfolded
from kizuna.grounding import GroundWorld, ground
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, And, Believes, Compare, Constant, Formula, Not, Or
from kizuna.model.world import Existent, Logic, Rule, World

A, B, C = range(3)


def after(world: GroundWorld, *names: str) -> tuple[State, Tree]:
    dynamics, twin = Dynamics(world), NaiveDynamics(world)
    state, tree = dynamics.initial, twin.initial()
    for name in names:
        number = world.action_ids[f"{name}()"]
        state, tree = dynamics.after(state, number), twin.after(tree, number)
    assert unfolded(state, 4) == tree.unfolded(4, len(world.characters))
    return state, tree


def reading(world: GroundWorld, state: State) -> dict[str, object]:
    facts = {fluent.name[:-2]: value for fluent, value in zip(world.fluents, state.values, strict=True)}
    return facts | {fluent.name[:-2]: value for fluent, value in world.statics}


def test_a_surprise_teaches_what_equalities_show() -> None:
    example = surprise()
    state, _ = after(example, "open")
    assert reading(example, state) == {"door": "Ajar", "lock": "Ajar", "power": 3, "bad": False}
    assert reading(example, state.beliefs[B]) == {"door": "Ajar", "lock": None, "power": None, "bad": False}
    inner = {"door": "Ajar", "lock": "Shut", "power": 0, "bad": True}
    assert reading(example, state.at((B, A))) == inner


def test_in_the_three_valued_logic_it_teaches_inequalities_too_and_spreads() -> None:
    example = surprise(Logic.THREE_VALUED)
    state, _ = after(example, "open")
    learned = {"door": "Ajar", "lock": "Ajar", "power": 3, "bad": False}
    assert reading(example, state.beliefs[B]) == learned
    assert reading(example, state.at((B, A))) == learned


def test_with_equalities_only_the_correction_spreads() -> None:
    example = world(
        "AB",
        (truth("bad"), truth("done")),
        (act("do", Not(fact("bad")), (sets("done", True),), "A"),),
        (sets("bad", True, "B"),),
    )
    state, _ = after(example, "do")
    for chain in ((B,), (B, A), (B, B), (B, A, B)):
        assert reading(example, state.at(chain))["bad"] is False


def test_of_a_choice_only_what_was_true_is_learned() -> None:
    condition = Or((fact("p"), fact("q")))
    example = world(
        "AB",
        (truth("p"), truth("q"), truth("done")),
        (
            act("do", condition, (sets("done", True),), "A"),
            act("undo", fact("done"), (sets("p", False), sets("q", True))),
        ),
        (sets("p", True), sets("p", False, "B")),
    )
    state, _ = after(example, "do")
    assert reading(example, state.beliefs[B]) == {"p": True, "q": False, "done": True}


def test_of_a_choice_what_was_unknown_is_not_learned() -> None:
    example = world(
        "AB",
        (truth("p"), truth("q"), truth("done")),
        (act("do", Or((fact("p"), fact("q"))), (sets("done", True),), "A"),),
        (sets("p", True), sets("q", None), sets("p", False, "B"), sets("q", False, "B")),
        logic=Logic.THREE_VALUED,
    )
    state, _ = after(example, "do")
    assert reading(example, state.beliefs[B]) == {"p": True, "q": False, "done": True}


def test_a_condition_on_a_belief_is_learned_about_that_mind() -> None:
    example = world(
        "AB",
        (truth("p"), truth("done")),
        (act("do", Believes(Constant("A"), fact("p")), (sets("done", True),), "A"), act("p", TRUE, (sets("p", True),))),
        (sets("p", True), sets("p", False, "B")),
    )
    state, _ = after(example, "do")
    assert reading(example, state.beliefs[B])["p"] is False
    assert reading(example, state.at((B, A)))["p"] is True


def test_who_saw_what() -> None:
    example = who_saw()
    state, _ = after(example, "light")
    lit = [fluent.name for fluent in example.fluents].index("lit()")
    chains = {(): True, (A,): True, (B,): True, (A, B): False, (C,): False, (C, A): False, (B, C): False}
    for chain, expected in chains.items():
        assert state.at(chain).values[lit] is expected, chain
    before = Dynamics(example)
    assert before.after(before.initial, 0).beliefs[C] is before.initial.beliefs[C]


def with_rules(*rules: Rule, initial: tuple[Assign, ...] = ()) -> GroundWorld:
    actions = tuple(act(f"set_{name}", TRUE, (sets(name, True),)) for name in "pq")
    people = (Existent("A", ("character",)), Existent("B", ("character",)))
    fluents = (truth("p"), truth("q"), truth("r"))
    result = ground(World("rules", (), people, fluents, actions, rules, initial)).value
    assert result is not None
    return result


def test_rules_without_end_are_named() -> None:
    example = with_rules(
        Rule("calm", (), And((fact("r"), Not(fact("q")))), (sets("r", False), sets("q", True))),
        Rule("on", (), And((fact("p"), Not(fact("r")))), (sets("r", True),)),
        Rule("off", (), And((fact("p"), fact("r"))), (sets("r", False),)),
    )
    dynamics = Dynamics(example)
    with pytest.raises(EndlessRulesError, match="on") as caught:
        dynamics.after(dynamics.initial, example.action_ids["set_p()"])
    assert set(caught.value.names) == {"on()", "off()"}
    assert "calm" not in str(caught.value)
    assert [example.rules[number].name for number in caught.value.rules] == list(caught.value.names)


def test_rules_without_end_in_a_mind_are_found_too() -> None:
    rules = (
        Rule("on", (), And((fact("p"), Not(fact("r")))), (sets("r", True),)),
        Rule("off", (), And((fact("p"), fact("r"))), (sets("r", False),)),
    )
    with pytest.raises(EndlessRulesError):
        _ = Dynamics(with_rules(*rules, initial=(sets("p", True, "A", "B"),))).initial


def test_a_mind_that_is_the_very_same_state_follows_a_rule() -> None:
    """So a rule that reads a belief may follow one that changed the fact."""
    rules = (
        Rule("first", (), And((fact("p"), Not(fact("r")))), (sets("r", True),)),
        Rule("second", (), And((Believes(Constant("A"), fact("r")), Not(fact("q")))), (sets("q", True),)),
    )
    example = with_rules(*rules)
    state, _ = after(example, "set_p")
    assert state.values == (True, True, True)
    assert state.beliefs == (state, state)


def test_a_believed_cause_has_a_believed_effect() -> None:
    example = with_rules(
        Rule("then", (), And((fact("p"), Not(fact("r")))), (sets("r", True),)), initial=(sets("p", True, "A"),)
    )
    state, _ = after(example)
    assert state.values == (False, False, False)
    assert state.beliefs[A].values == (True, False, True)
    assert state.at((A, B)).values == (True, False, True)
    assert state.beliefs[B].values == (False, False, False)


def test_nested_beliefs_default_to_those_of_the_believer() -> None:
    example = world(
        "AB", (truth("p"),), (act("p", TRUE, (sets("p", True),)),), (sets("p", True, "A"), sets("p", False, "B"))
    )
    state, _ = after(example)
    chains = {(): False, (A,): True, (A, A): True, (A, B): True, (B,): False, (B, A): False}
    assert {chain: state.at(chain).values[0] for chain in chains} == chains


def test_telling_reaches_the_mind_told_and_no_other() -> None:
    tell = act("tell", TRUE, (sets("p", True, "B"),), "A")
    quiet = act("whisper", TRUE, (sets("p", True, "B"),), "A", seen=seen_by("A"))
    example = world("AB", (truth("p"),), (tell, quiet, act("p", TRUE, (sets("p", True),))))
    told, _ = after(example, "tell")
    assert [told.at(c).values[0] for c in ((), (A,), (B,), (A, B), (B, B), (B, A))] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]
    whispered, _ = after(example, "whisper")
    assert [whispered.at(c).values[0] for c in ((), (A,), (B,), (A, B), (B, B), (B, A))] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]


def test_numbers_that_only_an_inequality_shows_become_unknown() -> None:
    example = world(
        "AB",
        (number("n"), truth("done")),
        (
            act("do", Compare(">=", fact("n"), Constant(2)), (sets("done", True),), "A"),
            act("n", is_("n", 2), (sets("n", 5),)),
        ),
        (sets("n", 2), sets("n", 1, "B")),
    )
    state, _ = after(example, "do")
    assert reading(example, state.beliefs[B]) == {"n": None, "done": True}


@pytest.mark.parametrize("minds", [("A",), ("A", "B"), ("B", "A", "B")])
def test_a_rule_fires_on_a_belief_alone_where_all_facts_are_as_before(minds: tuple[str, ...]) -> None:
    believed: Formula = fact("p")
    for name in reversed(minds):
        believed = Believes(Constant(name), believed)
    example = world(
        "AB",
        (truth("p"), truth("q"), truth("told")),
        (act("tell", TRUE, (sets("p", True, *minds),), "A"), act("wait", TRUE, (sets("told", False),), "A")),
        (sets("told", True),),
        rules=(Rule("noticed", (), And((Not(fact("q")), believed)), (sets("q", True),)),),
    )
    for names, noticed in ((("wait",), False), (("tell",), True), (("wait", "tell"), True), (("tell", "wait"), True)):
        assert reading(example, after(example, *names)[0])["q"] is noticed
