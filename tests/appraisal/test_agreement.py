"""The feelings that act (library/feelings.story) and those that are appraised agree, in small random stories.

What the library models is less: guilt for harm to somebody loved, fear for one's life, distress at the death of
somebody loved, and comfort. Within that, whatever rises in the state is appraised at the same event, and the other way
round. Two things are outside of it: love that is outweighed by what one holds against somebody, and what is felt
already as strongly, which the library does not raise again.
"""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kizuna
from kizuna.appraisal import Appraiser, Emotion, Kind, Of, marked
from kizuna.appraisal.course import Course
from kizuna.deliberation import Effort, Reasons
from kizuna.epistemics import Dynamics
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import unfold

STORY = """
story feud "A feud"
use people, places, sight, bodies, bonds, danger, feelings
place yard, wood
path yard - wood
character Ana at yard
    armed
    {Ana}
character Ben at yard
    armed
    strength 8
    {Ben}
character Cleo at wood
    {Cleo}
"""
LOVES = (
    {"Ana": "loves Ben 8", "Ben": "loves Ana 5", "Cleo": "loves Ana 2"},
    {"Ana": "loves Cleo 5", "Ben": "loves Cleo 8", "Cleo": "loves Ben 2"},
    {"Ana": "strength 6", "Ben": "loves Ana 2", "Cleo": "loves Ben 8"},
)
ACTS = {"walk", "strike", "threaten", "let_go", "comfort", "hold", "confess", "raise_guard"}


@cache
def stage(number: int) -> tuple[Reasons, object]:
    """A world, ground with its marks, and what there is to ask in it."""
    world = kizuna.read_text(STORY.format(**LOVES[number]), name="feud.story", language="story").unwrap()
    with_marks = marked(unfold(world).unwrap(), world)
    return Reasons(Dynamics(with_marks.world), Effort()), with_marks


def story(reasons: Reasons, choices: list[int]) -> Fabula:
    """A story in which anything happens that can, whatever anybody thinks of it."""
    world, state, events = reasons.dynamics.world, reasons.dynamics.initial, []
    for number in choices:
        open_ = [a for a in reasons.dynamics.possible(state) if world.actions[a].schema in ACTS]
        action = open_[number % len(open_)]
        events.append(Event(world.actions[action].name))
        state = reasons.dynamics.after(state, action)
    return Fabula(world.name, world.digest, Limits(len(events), 1, 0), 0, 1, tuple(events))


def appraised(number: int, choices: list[int]) -> Appraiser:
    reasons, with_marks = stage(number)
    return Appraiser(reasons, with_marks, story(reasons, choices))  # type: ignore[arg-type]


def state_of(course: Course, event: int, fluent: str) -> int:
    """What a feeling that acts comes to after an event."""
    world = course.world
    for place, each in enumerate(world.fluents):
        if each.name == fluent:
            return int(course.states[event].values[place] or 0)  # type: ignore[arg-type]
    return next(int(value or 0) for each, value in world.statics if each.name == fluent)  # type: ignore[arg-type]


def depth_of_love(course: Course, event: int, who: str, whom: str) -> int:
    love = state_of(course, event, f"loves({who}, {whom})")
    return next((depth for depth in (8, 5, 2) if love >= depth), 0)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(LOVES) - 1), st.lists(st.integers(0, 60), min_size=1, max_size=6))
def test_what_rises_in_the_state_is_appraised_and_the_other_way_round(number: int, choices: list[int]) -> None:
    appraiser = appraised(number, choices)
    for event in range(1, appraiser.course.last + 1):
        for who in appraiser.course.characters:
            guilt_agrees(appraiser, event, who)
            fear_agrees(appraiser, event, who)
            distress_agrees(appraiser, event, who)


def guilt_agrees(appraiser: Appraiser, event: int, who: int) -> None:
    course, name = appraiser.course, appraiser.course.world.characters[who]
    before, after = (state_of(course, each, f"guilt({name})") for each in (event - 1, event))
    guilty = {e.towards for e in appraiser.arising(event, who) if e.kind is Kind.GUILT}
    harmed = {w for w in course.others(who) if course.learns_of_harm(event, who, who, w)}
    if after > before:
        assert guilty or harmed & outweighed(course, event, who)
    if any(depth_of_love(course, event - 1, name, str(other)) > before for other in guilty):
        assert after > before


def fear_agrees(appraiser: Appraiser, event: int, who: int) -> None:
    name = appraiser.course.world.characters[who]
    before, after = (state_of(appraiser.course, each, f"fear({name})") for each in (event - 1, event))
    afraid, was_afraid = (
        any(e.kind is Kind.FEAR and _is_of_danger_to(name, e) for e in appraiser.held(each, who))
        for each in (event, event - 1)
    )
    assert (after > before) == (afraid and not was_afraid)
    eased = [e for e in appraiser.arising(event, who) if e.kind in (Kind.RELIEF, Kind.FEARS_CONFIRMED)]
    if after < before:
        assert any(_is_of_danger_to(name, e) for e in eased)


def _is_of_danger_to(name: str, emotion: Emotion) -> bool:
    """Whether somebody's own danger is what it is about, and not that of somebody dear."""
    return (emotion.causes[0].of, emotion.causes[0].name) == (Of.DANGER, name)


def distress_agrees(appraiser: Appraiser, event: int, who: int) -> None:
    course, name = appraiser.course, appraiser.course.world.characters[who]
    before, after = (state_of(course, each, f"distress({name})") for each in (event - 1, event))
    kinds = {e.kind for e in appraiser.arising(event, who)}
    mourned = {e.towards for e in appraiser.arising(event, who) if e.kind is Kind.GRIEF and _is_death(e.causes)}
    if after > before:
        assert {Kind.DISTRESS, Kind.GRIEF} <= kinds or outweighed(course, event, who)
    if any(depth_of_love(course, event - 1, name, str(other)) > before for other in mourned):
        assert after > before
    if after < before:
        assert Kind.JOY in kinds


def outweighed(course: Course, event: int, who: int) -> set[int]:
    """Those whom somebody loves less than they hold against them."""
    state, name = course.states[event - 1], course.world.characters[who]
    loved = (w for w in course.others(who) if depth_of_love(course, event - 1, name, course.world.characters[w]))
    return {whom for whom in loved if course.bond(who, whom, state) <= 0}


def _is_death(causes: tuple[object, ...]) -> bool:
    return any(str(cause.name).startswith("life(") for cause in causes)  # type: ignore[attr-defined]


def test_control_the_stories_have_guilt_fear_distress_and_comfort_in_them() -> None:
    reasons, _ = stage(0)
    world = reasons.dynamics.world
    names = [world.actions[a].name for a in range(len(world.actions))]
    assert {"strike(Ana, Ben)", "threaten(Ben, Ana)", "comfort(Ana, Ben)"} <= set(names)
    events = ("threaten(Ben, Ana)", "strike(Ben, Ana)")
    fabula = Fabula(world.name, world.digest, Limits(2, 1, 0), 0, 1, tuple(map(Event, events)))
    appraiser = Appraiser(reasons, stage(0)[1], fabula)  # type: ignore[arg-type]
    ben = world.character_ids["Ben"]
    kinds = {e.kind for e in appraiser.arising(2, ben)}
    assert {Kind.GUILT, Kind.DISTRESS, Kind.GRIEF} <= kinds
    assert state_of(appraiser.course, 2, "guilt(Ben)") == 5
