"""A bound is never too low: nothing that can be reached lies above it, and no ending is nearer than it says."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from minds import minded_worlds

from kizuna.deliberation import Effort, Reasons
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.grounding import GroundWorld
from kizuna.model.world import Logic
from worlds import ground_worlds

LENIENT = settings(suppress_health_check=list(HealthCheck))
LOGICS = (Logic.TWO_VALUED, Logic.THREE_VALUED)
SMALL = {"staged": True, "max_actions": 3, "max_rules": 1, "logics": LOGICS}
WORLDS = ground_worlds(**SMALL) | ground_worlds(of=minded_worlds, **SMALL)


@settings(LENIENT, max_examples=150)
@given(WORLDS, st.lists(st.integers(0, 5), min_size=1, max_size=4))
def test_nothing_that_happens_gets_above_the_bounds(small: GroundWorld, choices: list[int]) -> None:
    assume(len(small.actions) <= 8)
    dynamics = Dynamics(small)
    reasons = Reasons(dynamics, Effort())
    utilities, bounds = reasons.utilities, reasons.prospects.bounds
    try:
        states = [dynamics.initial]
        foreseen = True
        for choice in choices:
            possible = dynamics.possible(states[-1])
            if not possible:
                break
            action = possible[choice % len(possible)]
            foreseen = foreseen and bool(small.actions[action].consenting or small.actions[action].due)
            states.append(dynamics.after(states[-1], action))
            for steps, state in enumerate(reversed(states)):
                for character in range(len(small.characters)) if foreseen else ():
                    heart = utilities.heart(character, state)
                    reached = utilities.of(character, states[-1], heart)
                    most = bounds.of(character, state.values, utilities.weights(heart), steps)
                    assert reached is None or reached <= most
                author = utilities.author(states[-1])
                if author is not None:
                    distance = bounds.distance(state.values, author, steps)
                    assert distance is not None
                    assert distance <= steps
    except EndlessRulesError:
        return
