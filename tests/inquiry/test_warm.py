"""Warm questions: what is remembered from another start changes no answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kizuna import api, grounding, search
from kizuna.epistemics import EndlessRulesError
from kizuna.fabula import Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Dial, Starts, Turn
from kizuna.inquiry.staging import lean_world
from kizuna.inquiry.started import begun
from kizuna.inquiry.warm import Warm
from kizuna.model.world import Logic
from kizuna.search import Problem, Rest, Stop
from worlds import worlds

THEFT = (Path(__file__).parents[1] / "support" / "theft.story").read_text("utf-8")
LIMITS = Limits(3, 2, 1)
WORK = 3000


def by_itself(unfolded: Unfolded, turn: Turn) -> Problem:
    """A start with nothing remembered and nothing left open."""
    return Problem(lean_world(replace(unfolded, whole=begun(unfolded, (turn,))), ()))


def lived(problem: Problem) -> tuple[tuple[str, ...], Rest, bool]:
    """What would happen from a start."""
    problem.effort.max_expansions = problem.effort.expanded + WORK
    life = search.live(problem, LIMITS)
    return life.actions, life.rest, life.ends


def has_story(problem: Problem) -> bool | None:
    """Whether there is a story from a start; None where that is not settled."""
    found = search.find(problem, events=3, foresight=2, depth=1, max_expansions=WORK)
    return True if found.fabulas else False if found.stopped is Stop.EXHAUSTED else None


@settings(max_examples=30, deadline=None)
@given(st.data(), st.sampled_from([Logic.THREE_VALUED, Logic.TWO_VALUED]))
def test_warm_answers_are_those_of_a_start_by_itself(data: st.DataObject, logic: Logic) -> None:
    world = data.draw(worlds(staged=True, logics=(logic,)))
    unfolded = grounding.unfold(world).value
    assume(unfolded is not None)
    assert unfolded is not None
    starts = Starts(unfolded)
    chains = ((), world.characters[:1], world.characters[:2])
    every = [starts.dial(world, number, minds) for number in range(len(unfolded.whole.fluents)) for minds in chains]
    every += starts.weights(world)
    dials: list[Dial] = data.draw(
        st.lists(st.sampled_from(every), min_size=1, max_size=3, unique_by=lambda dial: dial.says)
    )
    turns = [Turn(dial, choice) for dial in dials for choice in dial.choices[:2]]
    try:
        warm = Warm(unfolded, dials)
        for turn in turns:
            cold, hot = lived(by_itself(unfolded, turn)), lived(warm.problem((turn,)))
            assert Rest.EFFORT in (cold[1], hot[1]) or cold == hot
            one, two = has_story(by_itself(unfolded, turn)), has_story(warm.problem((turn,)))
            assert None in (one, two) or one is two
    except (EndlessRulesError, ZeroDivisionError):
        assume(False)


def test_starts_of_one_world_share_their_memory() -> None:
    """What was asked once is not asked again: the same start takes no work the second time."""
    unfolded = grounding.unfold(api.read_text(THEFT, name="theft.story", language="story").unwrap()).unwrap()
    dial = next(each for each in Starts(unfolded).bonds(unfolded.world) if each.says == "loves(Ana, Tom)")
    warm = Warm(unfolded, (dial,))
    first, spent = lived(warm.problem((Turn(dial, 2),))), []
    for turn in (Turn(dial, 1), Turn(dial, 2)):
        problem = warm.problem((turn,))
        before = problem.effort.expanded
        lived(problem)
        spent.append(problem.effort.expanded - before)
    assert spent[0] > 0 == spent[1]
    assert lived(warm.problem((Turn(dial, 2),))) == first
    assert (warm.shared, warm.apart) == (4, 0)


def test_a_dial_that_nothing_reads_does_not_matter() -> None:
    text = THEFT.replace("story theft", "story theft\n\nfluent dreams(who: character): 0..3\n", 1)
    unfolded = grounding.unfold(api.read_text(text, name="theft.story", language="story").unwrap()).unwrap()
    dials = {each.says: each for each in _numbers(unfolded)}
    warm = Warm(unfolded, tuple(dials.values()))
    assert not warm.matters(dials["dreams(Ana)"])
    assert warm.matters(dials["loves(Ana, Tom)"])


def _numbers(unfolded: Unfolded) -> list[Dial]:
    starts = Starts(unfolded)
    names = [fluent.name for fluent in unfolded.whole.fluents]
    wanted = [names.index(name) for name in ("dreams(Ana)", "loves(Ana, Tom)")]
    return [starts.dial(unfolded.world, number, ()) for number in wanted]


@pytest.mark.parametrize("logic", list(Logic))
def test_in_the_peers_semantics_every_start_is_ground_by_itself(logic: Logic) -> None:
    world = replace(api.read_text(THEFT, name="theft.story", language="story").unwrap(), logic=logic)
    unfolded = grounding.unfold(world).unwrap()
    dial = next(iter(Starts(unfolded).bonds(world)))
    warm = Warm(unfolded, (dial,))
    warm.problem((Turn(dial, dial.choices[0]),))
    assert (warm.shared, warm.apart) == ((1, 0) if logic is Logic.THREE_VALUED else (0, 1))


def test_what_a_weight_is_read_from_may_vary() -> None:
    trait = "fluent pride(who: character): 0..5 = 2\nfluent height(who: character): 0..5\n"
    motive = "motive pride(who: character)\n    weight pride(who)\n    score  has(who)\n"
    text = THEFT.replace("motive love", f"{trait}{motive}motive love", 1)
    unfolded = grounding.unfold(api.read_text(text, name="theft.story", language="story").unwrap()).unwrap()
    traits = {each.says: each for each in Starts(unfolded).traits(unfolded.world)}
    assert sorted(traits) == ["pride(Ana)", "pride(Tom)"]
    assert (traits["pride(Ana)"].now, traits["pride(Ana)"].choices) == (2, (3, 1, 4, 0, 5))
