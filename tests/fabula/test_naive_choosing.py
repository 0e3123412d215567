"""The naive reasons know the answer in small worlds: threats, orders, hearts, permission, what is due, and asking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from examples import act, fact, is_, number, sets, truth, wish, world

from kizuna.fabula import Event, Explanation, Fabula, Grade, Limits, PlannedStep, Stake, validate
from kizuna.fabula.naive_reasons import NaiveReasons
from kizuna.grounding import GroundWorld
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Arithmetic, Compare, Constant, Formula, Not
from kizuna.model.world import Action, Motive, Plot, Temper


def explained(small: GroundWorld, action: str, done: str = "", foresight: int = 3, depth: int = 2) -> bool:
    """Whether everybody consents to ``action`` after ``done``."""
    reasons = NaiveReasons(small)
    tree = reasons.dynamics.initial()
    for name in done.split():
        tree = reasons.dynamics.after(tree, small.action_ids[f"{name}()"])
    return reasons.explained(tree, small.action_ids[f"{action}()"], foresight, depth)


def weighed(who: str, name: str, score: Formula, weight: Formula | int = 1) -> Motive:
    return Motive(who, name, score, Constant(weight) if isinstance(weight, int) else weight)


# --- threats ---------------------------------------------------------------------------------------------------------


def insult(*, revenge: bool, wary: int) -> GroundWorld:
    """A would gladly insult B, who then could strike; whether B would depends on whether they want revenge."""
    mocked = act("insult", Not(fact("said")), (sets("said", True),), "A")
    strike = act("strike", fact("said"), (sets("struck", True),), "B")
    flee = act("flee", fact("said"), (sets("said", False), sets("safe", True)), "A")
    return world(
        "AB",
        (truth("said"), truth("struck"), truth("safe")),
        (mocked, strike, flee),
        motives=(
            weighed("A", "fun", fact("said")),
            weighed("A", "pain", fact("struck"), -5),
            weighed("B", "revenge", fact("struck"), 1 if revenge else -1),
        ),
        tempers=(("A", Temper(wary=wary)),),
    )


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


def order(duty: int, love: int, temper: Temper, *, silence: bool = False, asked: bool = True) -> GroundWorld:
    """A hunter is ordered to kill; obeying costs what he loves, refusing his duty, keeping silent both by half."""

    def answer(name: str, *effects: Assign) -> Action:
        return replace(act(name, TRUE, (sets("asked", False), *effects), "A"), answers=fact("asked"))

    answers = [
        answer("obey", sets("dead", True)),
        answer("refuse", sets("disloyal", True)),
    ]
    if silence:
        answers.append(answer("wait", sets("asked", False)))
    return world(
        "A",
        (truth("asked"), truth("dead"), truth("disloyal")),
        tuple(answers),
        (sets("asked", asked),),
        motives=(weighed("A", "duty", fact("disloyal"), -duty), weighed("A", "love", fact("dead"), -love)),
        tempers=(("A", temper),),
    )


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


def carried(*, asleep: bool, weight: int) -> GroundWorld:
    """A wants B home and can carry them; B, if awake, has a say."""
    carry = act("carry", TRUE, (sets("home", True),), "A")
    return world(
        "AB",
        (truth("home"), truth("asleep")),
        (replace(carry, permitting=((Constant("B"), Not(fact("asleep"))),)),),
        (sets("asleep", asleep),),
        motives=(wish("A", fact("home")), weighed("B", "home", fact("home"), weight)),
        plot=Plot(fact("home")),
    )


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


def bell(*, due: bool) -> GroundWorld:
    """A waits for the bell that lets them out."""
    ring = replace(act("ring", is_("n", 1), (sets("n", 2),)), due=due)
    return world(
        "A",
        (number("n"),),
        (
            act("wait", is_("n", 0), (sets("n", 1),), "A"),
            ring,
            act("leave", Compare(">", fact("n"), Constant(0)), (sets("n", 3),), "A"),
        ),
        motives=(wish("A", is_("n", 2)),),
        plot=Plot(is_("n", 2)),
    )


def test_what_is_due_is_all_that_is_possible_and_is_planned_on() -> None:
    for due in (True, False):
        reasons = NaiveReasons(bell(due=due))
        waited = reasons.dynamics.after(reasons.dynamics.initial(), 0)
        assert [reasons.possible(waited, action) for action in range(3)] == [False, True, not due]
        assert explained(bell(due=due), "wait") is due


# --- either way ------------------------------------------------------------------------------------------------------


def asking(heart: int | None, *, no_costs: int = 0) -> GroundWorld:
    """A asks B, who answers by a heart that A may not know; A is better off knowing, whatever the answer."""

    def answer(name: str, gain: int) -> Action:
        effects = (sets("gain", gain), sets("asked", False))
        return replace(act(name, fact("asked"), effects, "B"), answers=fact("asked"))

    return world(
        "AB",
        (number("gain"), number("heart"), truth("asked")),
        (act("ask", Not(fact("asked")), (sets("asked", True),), "A"), answer("yes", 5), answer("no", 1 - no_costs)),
        (sets("heart", 1), sets("heart", heart, "A")),
        motives=(wish("A", fact("gain")), Motive("B", "heart", fact("gain"), fact("heart"))),
    )


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


# --- the validator ---------------------------------------------------------------------------------------------------


def told(small: GroundWorld, *events: Event, limits: Limits = Limits(3, 3, 2)) -> Fabula:  # noqa: B008 (a constant)
    return Fabula("example", small.digest, limits, 0, 1, events)


def refusal(fabula: Fabula, small: GroundWorld) -> str:
    verdict = validate(fabula, small)
    return "accepted" if verdict.accepted else verdict.refuted[0].message


def because(who: str, action: str, after: int, grade: Grade, motive: str = "wish") -> Explanation:
    return Explanation(who, (PlannedStep(action),), 0, after, (Stake(motive, 0, after),), grade)


def test_permission_is_checked() -> None:
    carries = because("A", "carry()", 1, Grade.WILLS)
    for asleep, weight in ((False, 0), (False, -1), (True, -1)):
        small = carried(asleep=asleep, weight=weight)
        bears = because("B", "carry()", weight, Grade.PERMITS, "home")
        both, alone = (told(small, Event("carry()", reasons)) for reasons in ((carries, bears), (carries,)))
        if asleep:
            assert refusal(alone, small) == "accepted"
            assert "needed for ['A']" in refusal(both, small)
        else:
            assert refusal(both, small) == ("accepted" if weight == 0 else "B would be worse off by carry()")
            assert "needed for ['A', 'B']" in refusal(alone, small)
            claimed = replace(bears, grade=Grade.WILLS)
            assert "is not that which" in refusal(told(small, Event("carry()", (carries, claimed))), small)


def test_an_event_in_place_of_what_is_due_is_refused() -> None:
    small = bell(due=True)
    waits = Event("wait()", (replace(because("A", "wait()", 1, Grade.WILLS), plan=_steps("wait()", "ring()")),))
    assert refusal(told(small, waits, Event("ring()")), small) == "accepted"
    leaves = Event("leave()", (because("A", "leave()", 1, Grade.WILLS),))
    assert refusal(told(small, waits, leaves), small) == "leave() is not possible here: ring() is due"


def _steps(*actions: str) -> tuple[PlannedStep, ...]:
    return tuple(map(PlannedStep, actions))


def test_a_better_option_or_answer_refutes_the_claim() -> None:
    def taking(within: int | None) -> GroundWorld:
        return world(
            "A",
            (number("n"),),
            tuple(act(f"take{n}", is_("n", 0), (sets("n", n),), "A") for n in (1, 3)),
            motives=(wish("A", fact("n")),),
            tempers=(("A", Temper(within=within)),),
            plot=Plot(Compare(">", fact("n"), Constant(0))),
        )

    event = Event("take1()", (because("A", "take1()", 1, Grade.WILLS),))
    for within, verdict in ((None, "accepted"), (2, "accepted"), (1, "A has a better option than take1()")):
        assert refusal(told(taking(within), event), taking(within)) == verdict
    unsure = validate(told(taking(1), event), taking(1), 0)
    assert unsure.accepted
    assert "that A has no better option than take1()" in [doubt.message for doubt in unsure.not_proven]


def test_answers_are_held_against_one_another() -> None:
    small = replace(order(1, 3, Temper(within=0)), utility=Constant(0))

    def answering(name: str, motive: str, after: int) -> str:
        stakes = tuple(Stake(each, 0, after if each == motive else 0) for each in ("duty", "love"))
        why = Explanation("A", (PlannedStep(f"{name}()"),), 0, after, stakes, Grade.ANSWERS)
        return refusal(told(small, Event(f"{name}()", (why,))), small)

    assert answering("obey", "love", -3) == "A has a better answer than obey()"
    assert answering("refuse", "duty", -1) == "the author's utility ends at 0"


def test_what_others_would_leave_is_checked() -> None:
    small = replace(insult(revenge=False, wary=1), utility=insult(revenge=False, wary=1).motives[0][0].score)
    stakes = (Stake("fun", 0, 1), Stake("pain", 0, 0))
    why = Explanation("A", (PlannedStep("insult()"),), 0, 1, stakes)
    assert refusal(told(small, Event("insult()", (why,))), small) == "accepted"
    gloomy = replace(why, outlook=-4)
    assert refusal(told(small, Event("insult()", (gloomy,))), small) == "others would not leave A what it says"
    credible = replace(insult(revenge=True, wary=1), utility=small.utility)
    assert "others would not leave A" in refusal(told(credible, Event("insult()", (why,))), credible)
    assert "improves nothing" in refusal(told(credible, Event("insult()", (gloomy,))), credible)


def test_paying_either_way_is_checked() -> None:
    small = asking(None)
    small = replace(small, utility=small.motives[0][0].score)
    ask = Explanation("A", (PlannedStep("ask()"),), 0, 0, (Stake("wish", 0, 0),), Grade.EITHER_WAY, outlook=1)
    no = Explanation("B", (PlannedStep("yes()"),), 0, 5, (Stake("heart", 0, 5),), Grade.ANSWERS)
    story = replace(told(small, Event("ask()", (ask,)), Event("yes()", (no,)), limits=Limits(2, 2, 1)), utility=5)
    assert refusal(story, small) == "accepted"
    hopeful = replace(story, events=(Event("ask()", (replace(ask, outlook=5),)), story.events[1]))
    assert refusal(hopeful, small) == "ask() does not pay A either way as it says"
