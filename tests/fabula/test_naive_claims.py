"""What a story claims of its reasons is held against the definition: permission, what is due, options, outlooks."""

from __future__ import annotations

from dataclasses import replace

from choosers import asking, bell, carried, insult, order
from examples import act, fact, is_, number, sets, wish, world

from kizuna.fabula import Event, Explanation, Fabula, Grade, Limits, PlannedStep, Stake, validate
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import Compare, Constant
from kizuna.model.world import Plot, Temper


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
