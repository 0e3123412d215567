"""What is foreseen leaves nothing out: whatever happens is among what could, and no hope that comes true is refuted."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from minds import minded_worlds

from kizuna import api
from kizuna.deliberation import Effort, Reasons
from kizuna.deliberation.gains import Gains
from kizuna.deliberation.outcomes import OPEN
from kizuna.deliberation.prospects import FAR
from kizuna.epistemics import Dynamics, EndlessRulesError, State
from kizuna.grounding import GroundWorld
from kizuna.model.world import Logic
from worlds import ground_worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
LOGICS = (Logic.TWO_VALUED, Logic.THREE_VALUED)
SMALL = {"staged": True, "max_actions": 4, "max_rules": 3, "logics": LOGICS}
WORLDS = ground_worlds(**SMALL) | ground_worlds(of=minded_worlds, **SMALL)
BELLS = """
story bells "Bells"
fluent lit()
fluent warm()
character Ana
character Ben
    wants light 1: lit()
action ring()
    by   Ben
    then Ana believes lit()
rule glows()
    when Ana believes lit(), not lit()
    then lit()
rule warms()
    when lit(), not warm()
    then warm()
"""
"""An act that changes nothing but a mind, which a rule looks into."""

WALKS = st.lists(st.integers(0, 7), min_size=1, max_size=FAR + 1)


def walked(dynamics: Dynamics, start: State, choices: list[int]) -> list[tuple[int, State]]:
    """Actions that somebody wills or that are due, one after the other, each with the state after it."""
    world, steps, state = dynamics.world, list[tuple[int, State]](), start
    for choice in choices:
        possible = [a for a in dynamics.possible(state) if world.actions[a].consenting or world.actions[a].due]
        if not possible:
            break
        action = possible[choice % len(possible)]
        state = dynamics.after(state, action)
        steps.append((action, state))
    return steps


def everybodys(state: State) -> list[State]:
    """A state and, two deep, those that others take it for."""
    return [state, *state.beliefs, *(inner for belief in state.beliefs for inner in belief.beliefs)]


def test_what_a_mind_may_set_off_is_left_open() -> None:
    small = api.ground(api.read_text(BELLS, language="story").unwrap()).unwrap()
    dynamics = Dynamics(small)
    after = dynamics.after(dynamics.initial, 0)
    foreseeable = Reasons(dynamics, Effort()).prospects.foreseeable
    assert after.values == (True, True)
    assert foreseeable.after(foreseeable.situation(dynamics.initial.values), 0).values == (OPEN, OPEN)


@settings(LENIENT, max_examples=150)
@given(WORLDS, st.lists(WALKS, min_size=1, max_size=4), st.integers(0, 20))
def test_whatever_happens_was_among_what_could(small: GroundWorld, walks: list[list[int]], whose: int) -> None:
    assume(len(small.actions) <= 12)
    dynamics = Dynamics(small)
    foreseeable = Reasons(dynamics, Effort()).prospects.foreseeable
    try:
        for walk in walks:
            minds = everybodys(dynamics.initial)
            start = minds[whose % len(minds)]
            situation = foreseeable.situation(start.values)
            for action, state in walked(dynamics, start, walk):
                assert action in foreseeable.possible(situation)
                situation = foreseeable.after(situation, action)
                assert all(b in (OPEN, a) for a, b in zip(state.values, situation.values, strict=True))
    except EndlessRulesError:
        return


@settings(LENIENT, max_examples=150)
@given(WORLDS, st.lists(WALKS, min_size=1, max_size=4), st.integers(0, 20))
def test_no_hope_that_comes_true_is_refuted(small: GroundWorld, walks: list[list[int]], whose: int) -> None:
    assume(len(small.actions) <= 12)
    dynamics = Dynamics(small)
    reasons = Reasons(dynamics, Effort())
    utilities, prospects = reasons.utilities, reasons.prospects
    try:
        for walk in walks:
            minds = everybodys(dynamics.initial)
            start = minds[whose % len(minds)]
            steps = walked(dynamics, start, walk)
            for character in range(len(small.characters)) if steps else ():
                heart = utilities.heart(character, start)
                weights = utilities.weights(heart)
                reached = utilities.of(character, steps[-1][1], heart)
                if reached is None:
                    continue
                for below in (reached - 5, reached - Fraction(1, 100)):
                    assert prospects.within(len(steps), start.values, character, weights, below)
                    action, left = steps[0][0], len(steps) - 1
                    assert prospects.after(action, left, start.values, character, weights, below)
    except EndlessRulesError:
        return


@settings(LENIENT, max_examples=150)
@given(WORLDS, WALKS, st.integers(0, 20))
def test_whoever_agrees_without_foresight_could_be_counted_on(small: GroundWorld, walk: list[int], whose: int) -> None:
    assume(len(small.actions) <= 12)
    dynamics = Dynamics(small)
    reasons, gains = Reasons(dynamics, Effort()), Gains(small)
    everybody = range(len(small.characters))
    try:
        minds = everybodys(dynamics.initial)
        start = minds[whose % len(minds)]
        for state in (start, *(after for _, after in walked(dynamics, start, walk))):
            for action in dynamics.possible(state):
                willing = small.actions[action].consenting
                if willing and reasons.explained(state, action, 1, 0):
                    assert all(gains.foreseen(character)[action] for character in everybody)
    except EndlessRulesError:
        return


def test_what_serves_nobody_at_once_is_not_counted_on() -> None:
    text = BELLS.replace("rule glows", "action hum()\n    by   Ben\n    then warm()\nrule glows")
    small = api.ground(api.read_text(text, language="story").unwrap()).unwrap()
    ana, ben = (small.character_ids[name] for name in ("Ana", "Ben"))
    ring, hum = (small.action_ids[name] for name in ("ring()", "hum()"))
    gains = Gains(small)
    assert gains.foreseen(ben) == [True, True]
    assert gains.foreseen(ana)[ring], "a rule that looks into a mind may light what Ben cares for"
    assert gains.changed(hum) >= gains.changed(ring)
    dark = api.ground(
        api.read_text(
            text.replace("when Ana believes lit(), not lit()", "when warm(), not lit()"), language="story"
        ).unwrap()
    ).unwrap()
    assert not Gains(dark).foreseen(ana)[dark.action_ids["ring()"]]
    assert Gains(dark).foreseen(ana)[dark.action_ids["hum()"]]
