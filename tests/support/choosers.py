"""Small worlds in which somebody has to choose: a threat, an order, help unasked for, a bell, a question."""

from __future__ import annotations

from dataclasses import replace

from examples import act, fact, is_, number, sets, truth, wish, world

from kizuna.grounding import GroundWorld
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, Compare, Constant, Formula, Not
from kizuna.model.world import Action, Motive, Plot, Temper


def weighed(who: str, name: str, score: Formula, weight: Formula | int = 1) -> Motive:
    return Motive(who, name, score, Constant(weight) if isinstance(weight, int) else weight)


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
