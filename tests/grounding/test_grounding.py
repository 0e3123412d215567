"""Grounding: the same numbers every time, nothing possible left out, honest counts, quick refusals."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tracemalloc
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest
from hypothesis import HealthCheck, assume, given, settings
from walks import CHOICES, walk

import kizuna
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.epistemics.naive import NaiveDynamics
from kizuna.grounding import GroundWorld, ground
from kizuna.grounding.ground import MAX_INSTANCES
from kizuna.model.effects import Assign
from kizuna.model.formulas import FALSE, TRUE, And, Arithmetic, Call, Compare, Constant, Not, Variable
from kizuna.model.world import Action, Existent, Fluent, Logic, Rule, Type, World
from worlds import ground_worlds, unshrunk, worlds

LOGICS = (Logic.TWO_VALUED, Logic.THREE_VALUED)
LENIENT = settings(suppress_health_check=list(HealthCheck))


@settings(LENIENT, max_examples=25)
@given(worlds(logics=LOGICS))
def test_the_same_world_grounds_the_same(world: World) -> None:
    first, second = ground(world), ground(replace(world))
    assert first == second
    assert repr(first.value) == repr(second.value)


@settings(LENIENT, max_examples=25)
@given(ground_worlds(logics=LOGICS))
def test_numbers_are_dense(world: GroundWorld) -> None:
    assert len(world.facts) == len(world.fluents)
    assert len(world.motives) == len(world.characters)
    assert len(world.fluents) + len(world.statics) == world.counts.fluents
    assert len(world.actions) <= world.counts.actions
    assert len(world.rules) <= world.counts.rules
    assert len(world.action_ids) == len(world.actions)
    for action in world.actions:
        assert len(action.observers) == len(world.characters)
        assert list(action.consenting) == sorted(set(action.consenting))
        assert action.precondition != FALSE


def _idle(whole: GroundWorld, name: str, values: tuple[object, ...], state: object) -> bool:
    """Whether an action changes nothing here, in truth or in a mind that it speaks to."""
    twin = NaiveDynamics(whole)
    action = whole.actions[whole.action_ids[name]]
    for effect in action.effects:
        if twin.holds(effect.condition, state):
            end = state.at(effect.minds)
            if end.values[effect.fluent] != twin.worth(effect.value, state):
                return False
    return True


@settings(LENIENT, max_examples=70)
@given(worlds(logics=LOGICS), CHOICES)
def test_whatever_is_possible_is_kept(world: World, choices: list[int]) -> None:
    """Only actions that never change a fact are left out besides, and only in the peer's logic."""
    whole, small = unshrunk(world), ground(world).value
    assume(whole is not None)
    assert small is not None
    static = {fluent.name: value for fluent, value in small.statics}
    rules = {rule.name for rule in small.rules}
    twin, dynamics = NaiveDynamics(whole), Dynamics(whole)
    try:
        passed = walk(dynamics, choices)
    except EndlessRulesError:
        return
    tree = twin.initial()
    for state, done in passed:
        for mind in (state, *state.beliefs):
            for fluent, value in zip(whole.fluents, mind.values, strict=True):
                assert fluent.name not in static or static[fluent.name] == value
        for number in dynamics.possible(state):
            name = whole.actions[number].name
            if name not in small.action_ids:
                assert whole.logic is Logic.TWO_VALUED
                assert _idle(whole, name, state.values, tree)
        if done is not None:
            tree = twin.after(tree, done)
    assert rules <= {rule.name for rule in whole.rules}


@settings(LENIENT, max_examples=50)
@given(worlds(logics=LOGICS), CHOICES)
def test_leaving_things_out_changes_nothing_that_follows(world: World, choices: list[int]) -> None:
    whole, small = unshrunk(world), ground(world).value
    assume(whole is not None)
    assert small is not None
    kept = [n for n, fluent in enumerate(whole.fluents) if fluent in small.fluents]
    all_of, some_of = Dynamics(whole), Dynamics(small)
    try:
        steps = walk(some_of, choices)
    except EndlessRulesError:
        return
    state = all_of.initial
    for small_state, done in steps:
        assert tuple(state.values[n] for n in kept) == small_state.values
        for mind, small_mind in zip(state.beliefs, small_state.beliefs, strict=True):
            assert tuple(mind.values[n] for n in kept) == small_mind.values
        if done is not None:
            state = all_of.after(state, whole.action_ids[small.actions[done].name])


# --- by hand ---------------------------------------------------------------------------------------------------------

THING = Type("thing")
LIT = Fluent("lit", (), "boolean", False)
HELD = Fluent("held", (Variable("what", "thing"),), "boolean", False)


def things(number: int) -> tuple[Existent, ...]:
    return tuple(Existent(f"T{n}", ("thing",)) for n in range(number))


def variables(number: int) -> tuple[Variable, ...]:
    return tuple(Variable(f"v{n}", "thing") for n in range(number))


def test_counts_are_those_before_anything_is_left_out() -> None:
    x, y = variables(2)
    swap = Action("swap", (x, y), Compare("!=", x, y), (Assign(Call(HELD.signature, (x,)), TRUE),))
    never = Action("never", (x,), Call(LIT.signature), (Assign(Call(HELD.signature, (x,)), FALSE),))
    fades = Rule("fades", (x,), And((Call(LIT.signature), Call(HELD.signature, (x,)))), swap.effects[:0])
    world = World("small", (THING,), things(3), (LIT, HELD), (swap, never), (fades,))
    small = ground(world).value
    assert small is not None
    assert (small.counts.fluents, small.counts.actions, small.counts.rules) == (4, 9 - 3 + 3, 3)
    assert [fluent.name for fluent, _ in small.statics] == ["lit()"]
    assert [fluent.name for fluent in small.fluents] == ["held(T0)", "held(T1)", "held(T2)"]
    assert len(small.actions) == 6
    assert not small.rules


def test_an_instance_that_contradicts_itself_is_not_counted() -> None:
    at = Fluent("at", (), "thing", None)
    x, y = variables(2)
    both = And((Compare("==", Call(at.signature), x), Compare("==", Call(at.signature), y)))
    move = Action("move", (x, y), both, (Assign(Call(at.signature), Constant("T0")),))
    small = ground(World("small", (THING,), things(3), (at,), (move,))).value
    assert small is not None
    assert small.counts.actions == 3


def test_effects_that_contradict_each_other_are_refused() -> None:
    effects = (Assign(Call(LIT.signature), TRUE), Assign(Call(LIT.signature), FALSE))
    outcome = ground(World("torn", fluents=(LIT,), actions=(Action("tear", effects=effects),)))
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["contradictory-effects"]


def test_effects_of_an_instance_that_cannot_be_contradict_nothing() -> None:
    x, y = variables(2)
    effects = (Assign(Call(HELD.signature, (x,)), TRUE), Assign(Call(HELD.signature, (y,)), FALSE))
    refused = World("torn", (THING,), things(2), (HELD,), (Action("swap", (x, y), TRUE, effects),))
    assert ground(refused).value is None
    allowed = replace(refused, actions=(Action("swap", (x, y), Compare("!=", x, y), effects),))
    assert ground(allowed).value is not None


def test_an_initial_fact_that_divides_by_zero_is_refused() -> None:
    gold = Fluent("gold", (), "number", 0)
    split = Assign(Call(gold.signature), Arithmetic("/", (Constant(1), Call(gold.signature))))
    outcome = ground(World("zero", fluents=(gold,), initial=(split,)))
    assert [finding.code for finding in outcome.diagnostics] == ["division-by-zero"]


@pytest.mark.parametrize("logic", LOGICS)
def test_what_is_always_unknown_is_not_unequal_in_the_three_valued_logic(logic: Logic) -> None:
    at = Fluent("at", (), "thing", None)
    unequal = Compare("!=", Call(at.signature), Constant("T0"))
    go = Action("go", (), unequal, (Assign(Call(LIT.signature), TRUE),))
    small = ground(World("small", (THING,), things(2), (at, LIT), (go,), logic=logic)).value
    assert small is not None
    state = Dynamics(small).initial
    assert len(Dynamics(small).possible(state)) == (1 if logic is Logic.TWO_VALUED else 0)


def test_a_truth_value_may_become_unknown_in_the_three_valued_logic() -> None:
    at = Fluent("at", (), "thing", None)
    where = Compare("==", Call(at.signature), Constant("T0"))
    ask = Action("ask", (), TRUE, (Assign(Call(LIT.signature), where),))
    tell = Action(
        "tell",
        (),
        Compare("==", Call(LIT.signature), Constant(None)),
        (Assign(Call(HELD.signature, (Constant("T0"),)), TRUE),),
    )
    world = World("small", (THING,), things(2), (at, LIT, HELD), (ask, tell), logic=Logic.THREE_VALUED)
    small = ground(world).value
    assert small is not None
    assert [action.name for action in small.actions] == ["ask()", "tell()"]


# --- too large -------------------------------------------------------------------------------------------------------


def large(*schemas: Action | Rule | Fluent, number: int = 110) -> World:
    return World(
        "large",
        (THING,),
        things(number),
        (LIT, *(s for s in schemas if isinstance(s, Fluent))),
        tuple(s for s in schemas if isinstance(s, Action)),
        tuple(s for s in schemas if isinstance(s, Rule)),
    )


GLOW = (Assign(Call(LIT.signature), TRUE),)
FORMS = {
    "actions": large(Action("juggle", variables(3), TRUE, GLOW)),
    "actions on conditions": large(
        Action("juggle", variables(3), And((Compare("!=", *variables(2)), Not(Call(LIT.signature)))), GLOW)
    ),
    "rules": large(Rule("juggle", variables(3), Not(Call(LIT.signature)), GLOW)),
    "fluents": large(Fluent("between", variables(3), "boolean", False)),
    "several schemas": large(*(Action(f"juggle{n}", variables(2), TRUE, GLOW) for n in range(7)), number=380),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_world_of_more_than_a_million_instances_is_refused(form: str) -> None:
    assert MAX_INSTANCES <= 1_000_000
    outcome = ground(FORMS[form])
    assert outcome.value is None
    assert [finding.code for finding in outcome.diagnostics] == ["world-too-large"]


@pytest.mark.slow
def test_and_costs_little_memory() -> None:
    tracemalloc.start()
    try:
        assert ground(FORMS["actions"]).value is None
        assert tracemalloc.get_traced_memory()[1] < 150_000_000
    finally:
        tracemalloc.stop()


# --- hash seeds ------------------------------------------------------------------------------------------------------

SCRIPT = """
import random
from kizuna.grounding import ground
from kizuna.epistemics import Dynamics
from kizuna.search import Problem, find
from staged import WORLD
small = ground(WORLD).value
print(repr(small))
dynamics = Dynamics(small)
states = [dynamics.initial]
for state in states:
    if len(states) < 60:
        states += [dynamics.after(state, action) for action in dynamics.possible(state)]
print([(state.number, state.values, [belief.number for belief in state.beliefs]) for state in states])
print(find(Problem(small), events=3, foresight=3, depth=2, count=None))
"""


def test_nothing_depends_on_the_hash_seed() -> None:
    """Neither the numbers of fluents, actions and states nor the stories found nor the work done."""
    support = Path(__file__).parents[1] / "support"
    said = set()
    for seed in ("0", "1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(support)}
        command = [sys.executable, "-c", SCRIPT]
        said.add(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)
    assert len(said) == 1


def test_quantifiers_that_unfold_endlessly_are_refused_where_they_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kizuna.grounding.instantiate.MAX_PARTS", 20_000)
    things = "".join(f"entity E{n} : t;\n" for n in range(40))
    body = "type t;\n" + things + "property p(a : t) : boolean;\nutility(): p(E1);\n"
    deep = body + "action a() { effect: forall(a : t) (forall(b : t) (forall(c : t) p(a))); };"
    flat = body + "action a() { effect: forall(a : t) p(a); };"
    refused = kizuna.check(kizuna.read_text(deep).unwrap())
    assert [d.code for d in refused.diagnostics] == ["world-too-large"]
    assert refused.diagnostics[0].primary is not None
    assert kizuna.check(kizuna.read_text(flat).unwrap()).ok


# --- asked again -----------------------------------------------------------------------------------------------------


def test_the_world_that_was_asked_about_last_is_not_ground_again() -> None:
    one = kizuna.read("crow").unwrap()
    other = replace(one, name="other")
    first = ground(one).unwrap()
    assert ground(one).unwrap() is first
    assert ground(other).unwrap().name == "other", "one that looks alike is another"
    assert ground(one).unwrap() is not first, "one world is remembered, not all"


def test_a_world_that_nobody_has_any_more_is_forgotten() -> None:
    world = kizuna.read("crow").unwrap()
    gone = ref(ground(world).unwrap())
    del world
    gc.collect()
    assert gone() is None
