"""The naive reasons know the answer in small worlds: threats, orders, hearts, permission, what is due, and asking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from choosers import asking, bell, carried, insult, order, weighed
from examples import act, fact, is_, number, sets, truth, wish, world

from kizuna.fabula.naive_reasons import NaiveReasons
from kizuna.grounding import GroundWorld
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Arithmetic, Constant, Formula, Not
from kizuna.model.world import Motive, Temper


def explained(small: GroundWorld, action: str, done: str = "", foresight: int = 3, depth: int = 2) -> bool:
    """Whether everybody consents to ``action`` after ``done``."""
    reasons = NaiveReasons(small)
    tree = reasons.dynamics.initial()
    for name in done.split():
        tree = reasons.dynamics.after(tree, small.action_ids[f"{name}()"])
    return reasons.explained(tree, small.action_ids[f"{action}()"], foresight, depth)


# --- threats ---------------------------------------------------------------------------------------------------------


def test_a_credible_threat_deters_and_an_incredible_one_does_not() -> None:
    assert not explained(insult(revenge=True, wary=1), "insult")
    assert explained(insult(revenge=False, wary=1), "insult")
    assert explained(insult(revenge=True, wary=0), "insult")


def test_one_acts_to_avert_what_others_would_do() -> None:
    assert explained(insult(revenge=True, wary=1), "flee", "insult")
    assert not explained(insult(revenge=False, wary=1), "flee", "insult")
    assert not explained(insult(revenge=True, wary=0), "flee", "insult")


def test_what_one_has_to_permit_is_no_threat() -> None:
    def tickled(*permitting: tuple[Constant, Formula]) -> GroundWorld:
        joke = act("joke", TRUE, (sets("said", True),), "A")
        tickle = replace(act("tickle", fact("said"), (sets("sore", True),), "B"), permitting=permitting)
        return world(
            "AB",
            (truth("said"), truth("sore")),
            (joke, tickle),
            motives=(
                weighed("A", "fun", fact("said")),
                weighed("A", "ease", fact("sore"), -2),
                wish("B", fact("sore")),
            ),
            tempers=(("A", Temper(wary=1)),),
        )

    assert not explained(tickled(), "joke")
    assert explained(tickled((Constant("A"), TRUE)), "joke")
    assert not explained(tickled((Constant("A"), Not(fact("said")))), "joke")


def test_what_is_due_is_a_threat() -> None:
    def dinner(*, due: bool) -> GroundWorld:
        stay = act("stay", Not(fact("late")), (sets("late", True), sets("fed", True)), "A")
        fall = replace(act("night", fact("late"), (sets("lost", True), sets("late", False))), due=due)
        return world(
            "A",
            (truth("late"), truth("fed"), truth("lost")),
            (stay, fall),
            motives=(weighed("A", "food", fact("fed")), weighed("A", "way", fact("lost"), -3)),
            tempers=(("A", Temper(wary=1)),),
        )

    assert not explained(dinner(due=True), "stay")
    assert explained(dinner(due=False), "stay")


# --- orders ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("temper", [Temper(), Temper(within=0)])
@pytest.mark.parametrize(("duty", "love", "wanted"), [(3, 1, "obey"), (1, 3, "refuse")])
def test_an_order_is_obeyed_or_refused_by_what_weighs_more(temper: Temper, duty: int, love: int, wanted: str) -> None:
    small = order(duty, love, temper)
    assert [name for name in ("obey", "refuse") if explained(small, name)] == [wanted]


def test_answers_that_are_nearly_as_good_will_do() -> None:
    assert [explained(order(2, 3, Temper(within=1)), name) for name in ("obey", "refuse")] == [True, True]
    assert [explained(order(2, 2, Temper()), name) for name in ("obey", "refuse")] == [True, True]


def test_silence_is_an_answer_only_where_an_action_says_so() -> None:
    best = Temper(within=0)
    assert explained(order(1, 3, best), "refuse")
    assert not explained(order(1, 3, best, silence=True), "refuse")
    assert explained(order(1, 3, best, silence=True), "wait")
    assert explained(order(1, 3, Temper(), silence=True), "refuse")  # good enough, as obeying is worse


def test_without_a_demand_an_answer_is_measured_against_doing_nothing() -> None:
    small = order(1, 3, Temper(), asked=False)
    assert not explained(small, "refuse")
    assert not explained(small, "obey")


def test_an_answer_is_never_left_out_of_a_plan() -> None:
    """A wants the door open, and has to answer first only because she is asked."""

    def door(*, asked: bool) -> GroundWorld:
        nod = replace(act("nod", TRUE, (sets("nodded", True),), "A"), answers=fact("asked"))
        return world(
            "A",
            (truth("asked"), truth("nodded"), truth("open")),
            (nod, act("pull", TRUE, (sets("open", True),), "A")),
            (sets("asked", asked),),
            motives=(wish("A", fact("open")),),
        )

    assert explained(door(asked=True), "nod")
    assert not explained(door(asked=False), "nod")
    reasons = NaiveReasons(door(asked=True))
    believed = reasons.dynamics.initial().believed(0)
    ways = list(reasons.plans(reasons.question(0, believed, 2, 1), believed, [0]))
    assert ways == [((0, 1), 1)]


# --- options ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("within", "kinds"), [(None, 3), (0, 1), (1, 2), (2, 3)])
def test_only_what_comes_near_the_best_is_chosen(within: int | None, kinds: int) -> None:
    small = world(
        "A",
        (number("n"),),
        tuple(act(f"take{n}", is_("n", 0), (sets("n", n),), "A") for n in (1, 2, 3)),
        motives=(wish("A", fact("n")),),
        tempers=(("A", Temper(within=within)),),
    )
    chosen = [n for n in (1, 2, 3) if explained(small, f"take{n}")]
    assert chosen == [1, 2, 3][3 - kinds :]


# --- hearts ----------------------------------------------------------------------------------------------------------


def test_nobody_acts_to_love_less() -> None:
    small = world(
        "A",
        (number("love"), truth("lost")),
        (
            act("forget", TRUE, (sets("love", 0),), "A"),
            act("find", TRUE, (sets("lost", False),), "A"),
        ),
        (sets("love", 3), sets("lost", True)),
        motives=(Motive("A", "love", Arithmetic("-", (Constant(0), fact("lost"))), fact("love")),),
    )
    assert not explained(small, "forget")
    assert explained(small, "find")
    assert not explained(small, "find", "forget")


def test_what_one_believes_of_a_heart_is_one_belief() -> None:
    """A needs B's help; A believes that B is kind, and (a second belief) that B holds B for unkind: only one counts."""

    def helped(*beliefs: Assign) -> GroundWorld:
        return world(
            "AB",
            (number("kind"), truth("called"), truth("up")),
            (
                act("call", Not(fact("called")), (sets("called", True),), "A"),
                act("help", fact("called"), (sets("up", True),), "B"),
            ),
            (sets("kind", 0), *beliefs),
            motives=(wish("A", fact("up")), Motive("B", "kindness", fact("up"), fact("kind"))),
        )

    assert not explained(helped(), "call")
    assert explained(helped(sets("kind", 1, "A")), "call")
    assert explained(helped(sets("kind", 1, "A"), sets("kind", 0, "A", "B")), "call")
    assert not explained(helped(sets("kind", 1, "A", "B")), "call")
    assert not explained(helped(sets("kind", 1, "A")), "help", "call")
    assert explained(helped(sets("kind", 1, "B")), "help", "call")


# --- permission ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asleep", "weight", "wanted"), [(False, -1, False), (True, -1, True), (False, 0, True), (False, 1, True)]
)
def test_permission_is_given_by_whoever_is_no_worse_off(asleep: bool, weight: int, wanted: bool) -> None:
    assert explained(carried(asleep=asleep, weight=weight), "carry") is wanted


def test_what_needs_permission_is_planned_on_only_with_it() -> None:
    def ferried(weight: int) -> GroundWorld:
        row = replace(act("row", fact("there"), (sets("across", True),), "B"), permitting=((Constant("C"), TRUE),))
        return world(
            "ABC",
            (truth("there"), truth("across")),
            (act("go", Not(fact("there")), (sets("there", True),), "A"), row),
            motives=(*(wish(who, fact("across")) for who in "AB"), weighed("C", "calm", fact("across"), weight)),
        )

    assert explained(ferried(0), "go")
    assert not explained(ferried(-1), "go")


# --- due -------------------------------------------------------------------------------------------------------------


def test_what_is_due_is_all_that_is_possible_and_is_planned_on() -> None:
    for due in (True, False):
        reasons = NaiveReasons(bell(due=due))
        waited = reasons.dynamics.after(reasons.dynamics.initial(), 0)
        assert [reasons.possible(waited, action) for action in range(3)] == [False, True, not due]
        assert explained(bell(due=due), "wait") is due


# --- either way ------------------------------------------------------------------------------------------------------


def test_asking_pays_either_way_or_is_not_done() -> None:
    reasons = NaiveReasons(asking(None))
    believed = reasons.dynamics.initial().believed(0)
    question = reasons.question(0, believed, 2, 1)
    assert reasons.either_way(question, believed, 0) == 1
    assert explained(asking(None), "ask", foresight=2)
    assert not explained(asking(None), "ask", foresight=1)
    assert not explained(asking(None, no_costs=1), "ask", foresight=2)


def test_a_heart_that_is_known_is_reckoned_with_instead() -> None:
    known = asking(1)
    reasons = NaiveReasons(known)
    believed = reasons.dynamics.initial().believed(0)
    assert reasons.either_way(reasons.question(0, believed, 2, 1), believed, 0) is None
    assert explained(known, "ask", foresight=2)
    assert not explained(asking(-1, no_costs=1), "ask", foresight=2)
