"""The validator accepts what is found and refuses what was tampered with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from examples import act, dropping, fact, limits, nested_default, sets, truth, wish, world
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from staged import WORLD

from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Event, Explanation, Fabula, Limits, PlannedStep, Stake, Verdict, validate
from kizuna.fabula.naive_reasons import LooksSpent, NaiveReasons
from kizuna.grounding import GroundWorld, ground
from kizuna.model.formulas import TRUE, Not
from kizuna.model.world import Logic, Plot
from kizuna.search import Problem, find
from worlds import ground_worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
SMALL = {"staged": True, "max_actions": 2, "max_rules": 1, "logics": (Logic.TWO_VALUED, Logic.THREE_VALUED)}
PLENTY = 20_000_000


def found(small: GroundWorld, events: int = 3, foresight: int = 3, depth: int = 2) -> tuple[Fabula, ...]:
    try:
        return find(Problem(small), events=events, foresight=foresight, depth=depth, count=4).fabulas
    except EndlessRulesError:
        return ()


def first_of(small: GroundWorld, **options: int) -> Fabula:
    return found(small, **options)[0]


@settings(LENIENT, max_examples=40)
@given(ground_worlds(**SMALL))
def test_what_is_found_is_accepted(small: GroundWorld) -> None:
    assume(len(small.actions) <= 6)
    for fabula in found(small):
        verdict = validate(fabula, small, PLENTY)
        assert verdict.refuted == ()
        assert verdict.accepted
        assert verdict.not_proven == ()
        assert verdict.confirmed >= 2 + sum(len(event.explanations) for event in fabula.events)


@settings(LENIENT, max_examples=30)
@given(ground_worlds(**SMALL))
def test_without_effort_something_is_not_proven_but_nothing_refuted(small: GroundWorld) -> None:
    for fabula in found(small):
        verdict = validate(fabula, small, 0)
        assert verdict.refuted == ()
        longer = any(len(why.plan) > 1 for event in fabula.events for why in event.explanations)
        assert not longer or verdict.not_proven or validate(fabula, small, PLENTY).accepted


@settings(LENIENT, max_examples=40)
@given(ground_worlds(**SMALL), st.data())
def test_what_was_tampered_with_is_refused(small: GroundWorld, data: st.DataObject) -> None:
    fabulas = found(small)
    assume(fabulas and len(small.actions) <= 6)
    fabula = data.draw(st.sampled_from(fabulas))
    name = data.draw(st.sampled_from(sorted(ALWAYS)))
    mutant = ALWAYS[name](fabula)
    assert mutant == fabula or not validate(mutant, small, PLENTY).accepted


# --- mutations -------------------------------------------------------------------------------------------------------


def with_event(fabula: Fabula, number: int, change: Callable[[Event], Event]) -> Fabula:
    events = list(fabula.events)
    events[number] = change(events[number])
    return replace(fabula, events=tuple(events))


def with_reason(fabula: Fabula, change: Callable[[Explanation], Explanation]) -> Fabula:
    """The first explanation of the first event that has one, changed."""

    def first(event: Event) -> Event:
        return replace(event, explanations=(change(event.explanations[0]), *event.explanations[1:]))

    number = next((n for n, event in enumerate(fabula.events) if event.explanations), None)
    return fabula if number is None else with_event(fabula, number, first)


def with_plan(fabula: Fabula, change: Callable[[tuple[PlannedStep, ...]], tuple[PlannedStep, ...]]) -> Fabula:
    return with_reason(fabula, lambda why: replace(why, plan=change(why.plan)))


def wrong_stakes(why: Explanation) -> Explanation:
    return replace(why, stakes=tuple(replace(stake, after=stake.after + 1) for stake in why.stakes))


def with_reason_missing(fabula: Fabula) -> Fabula:
    number = next((n for n, event in enumerate(fabula.events) if event.explanations), None)
    if number is None:
        return fabula
    return with_event(fabula, number, lambda event: replace(event, explanations=event.explanations[1:]))


ALWAYS: dict[str, Callable[[Fabula], Fabula]] = {
    "dropped first event": lambda f: replace(f, events=f.events[1:]),
    "dropped last event": lambda f: replace(f, events=f.events[:-1]),
    "changed utility": lambda f: replace(f, utility=f.utility + 1),
    "changed start": lambda f: replace(f, before=f.before - 1),
    "foreign digest": lambda f: replace(f, digest="0" * 64),
    "unknown action": lambda f: with_event(f, 0, lambda e: replace(e, action="vanish()")),
    "fewer events allowed": lambda f: replace(f, events=f.events * f.limits.events * 2),
    "missing explanation": with_reason_missing,
    "doubled explanation": lambda f: with_event(f, 0, lambda e: replace(e, explanations=e.explanations * 2)),
    "wrong stakes": lambda f: with_reason(f, wrong_stakes),
    "missing stakes": lambda f: with_reason(f, lambda why: replace(why, stakes=())),
    "wrong hope": lambda f: with_reason(f, lambda why: replace(why, after=why.after + 1)),
    "wrong present": lambda f: with_reason(f, lambda why: replace(why, before=why.before - 1)),
    "empty plan": lambda f: with_plan(f, lambda _: ()),
    "plan of something unknown": lambda f: with_plan(f, lambda plan: (*plan, PlannedStep("vanish()"))),
    "plan beyond foresight": lambda f: with_plan(f, lambda plan: plan + plan[:1] * f.limits.foresight),
}


ROW = limits()
SHOWN = nested_default(third_fact=True)
OF_ROW = first_of(ROW, events=4, foresight=4, depth=2)
OF_SHOWN = first_of(SHOWN)


@pytest.mark.parametrize("name", ALWAYS)
@pytest.mark.parametrize(("small", "fabula"), [(ROW, OF_ROW), (SHOWN, OF_SHOWN)], ids=["row", "shown"])
def test_each_mutation_is_refused(small: GroundWorld, fabula: Fabula, name: str) -> None:
    assert validate(fabula, small, PLENTY).accepted
    mutant = ALWAYS[name](fabula)
    assert mutant != fabula
    verdict = validate(mutant, small, PLENTY)
    assert not verdict.accepted
    assert all(finding.message for finding in verdict.refuted)


def refused(fabula: Fabula, small: GroundWorld, because: str) -> None:
    verdict = validate(fabula, small, PLENTY)
    assert not verdict.accepted
    assert because in verdict.refuted[0].message


def test_swapped_events_are_refused() -> None:
    refused(replace(OF_ROW, events=OF_ROW.events[::-1]), ROW, "c1() is not possible here")
    refused(replace(OF_SHOWN, events=OF_SHOWN.events[::-1]), SHOWN, "where B plans it")


def test_changed_plans_are_refused() -> None:
    refused(with_plan(OF_ROW, lambda plan: plan[:-1]), ROW, "motives do not stand")
    refused(with_plan(OF_ROW, lambda plan: plan[1:]), ROW, "begins with another action")
    refused(with_plan(OF_ROW, lambda plan: (plan[0], plan[2])), ROW, "not possible where A plans it")
    bare = with_plan(OF_ROW, lambda plan: tuple(replace(step, explanations=()) for step in plan))
    refused(bare, ROW, "A's plan gives reasons for []")


def test_a_plan_beyond_the_foresight_is_refused() -> None:
    refused(replace(OF_ROW, limits=Limits(4, 3, 2)), ROW, "longer than the foresight")
    refused(replace(OF_ROW, limits=Limits(4, 4, 1)), ROW, "longer than the foresight")
    refused(replace(OF_ROW, limits=Limits(3, 4, 2)), ROW, "more events than its limits")


def test_an_explanation_by_somebody_else_is_refused() -> None:
    refused(with_reason(OF_ROW, lambda why: replace(why, character="B")), ROW, "reasons are given for ['B']")


def fussy() -> GroundWorld:
    """A wins by one action; fussing before it serves nobody, nor does counting on luck."""
    return world(
        "A",
        (truth("p"), truth("q")),
        (
            act("fuss", Not(fact("q")), (sets("q", True),), "A"),
            act("win", TRUE, (sets("p", True),), "A"),
            act("luck", TRUE, (sets("p", True),)),
        ),
        motives=(wish("A", fact("p")),),
        plot=Plot(fact("p")),
    )


def reason(*plan: str) -> Explanation:
    return Explanation("A", tuple(map(PlannedStep, plan)), 0, 1, (Stake("wish", 0, 1),))


def story(*events: Event) -> Fabula:
    return Fabula("example", fussy().digest, Limits(3, 3, 2), 0, 1, events)


def test_a_padded_plan_is_refused() -> None:
    win = Event("win()", (reason("win()"),))
    assert validate(story(win), fussy()).accepted
    fuss = Event("fuss()", (reason("fuss()", "win()"),))
    refused(story(fuss, win), fussy(), "something can be left out of A's plan: fuss(), win()")
    refused(story(Event("win()", (reason("win()", "fuss()"),))), fussy(), "improves nothing")


def test_a_padded_story_is_refused() -> None:
    padded = dropping()
    fabula = next(f for f in found(padded) if len(f.events) == 1)
    detour = find(Problem(padded), events=3, foresight=3, depth=1, count=None).fabulas
    assert sorted(len(f.events) for f in detour) == [1, 2]
    there_and_back = Fabula(
        fabula.world,
        fabula.digest,
        Limits(3, 3, 1),
        0,
        1,
        (
            Event("XY()", (reason("XY()", "YZ()"),)),
            Event("YX()", (reason("YX()", "XZ()"),)),
            *fabula.events,
        ),
    )
    refused(there_and_back, padded, "something can be left out of the story")


def test_counting_on_what_nobody_decides_is_refused() -> None:
    refused(story(Event("fuss()", (reason("fuss()", "luck()"),))), fussy(), "luck(), which nobody decides")


def test_an_ending_that_is_no_better_is_refused() -> None:
    fuss = with_reason(story(Event("luck()")), lambda why: why)
    assert validate(fuss, fussy()).accepted
    refused(replace(fuss, events=()), fussy(), "nothing happens")
    refused(replace(fuss, before=1), fussy(), "starts at 0")


def test_what_the_fabula_doubts_itself_is_passed_on() -> None:
    verdict = validate(replace(OF_SHOWN, not_proven=("that it matters",)), SHOWN, PLENTY)
    assert [finding.message for finding in verdict.not_proven] == ["that it matters"]
    assert verdict.accepted


def test_effort_decides_between_proven_and_not_proven() -> None:
    none, some = validate(OF_SHOWN, SHOWN, 0), validate(OF_SHOWN, SHOWN, PLENTY)
    assert none.accepted
    assert none.not_proven
    assert isinstance(some, Verdict)
    assert some.not_proven == ()
    assert none.confirmed < some.confirmed
    assert some.effort == PLENTY


def test_a_state_that_would_not_be_held_leaves_all_from_there_unproven_and_says_so() -> None:
    tight, wide = (validate(OF_SHOWN, SHOWN, PLENTY, max_trees=most) for most in (3, 20))
    assert tight.accepted
    assert [finding.message for finding in tight.not_proven] == [
        "all from here on: a state with more than 3 parts would have to be held"
    ]
    assert tight.confirmed < wide.confirmed
    assert wide.not_proven == ()


def test_the_staged_world_has_stories_that_are_accepted() -> None:
    small = ground(WORLD).value
    assert small is not None
    fabulas = find(Problem(small, goal=2), events=4, foresight=3, depth=2, count=3).fabulas
    assert fabulas
    for fabula in fabulas:
        assert validate(fabula, small, PLENTY).accepted


@pytest.mark.parametrize("looks", [0, 100, 1_000, 3_000])
def test_an_effort_bounds_the_work_of_a_whole_search_for_reasons(looks: int) -> None:
    small = ground(WORLD).value
    assert small is not None
    reasons = NaiveReasons(small, looks)
    start = reasons.dynamics.initial()
    whose = [(character, n) for n, action in enumerate(small.actions) for character in action.consenting]
    with pytest.raises(LooksSpent):
        sum(reasons.has_reason(start.believed(character), n, character, 6, 4) for character, n in whose)
    one_more_step = 1_000
    assert looks <= reasons.dynamics.conditions.looks <= looks + one_more_step
