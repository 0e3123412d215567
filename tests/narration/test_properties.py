"""Whatever happens in a small world, and however it is told: only that is told, once, and nothing that is withheld."""

from __future__ import annotations

from dataclasses import replace

from guessing import guesses
from hypothesis import given, settings
from hypothesis import strategies as st
from told import grounded, of_events, world

from kizuna.discourse import Focus, Order, Telling, Tense
from kizuna.discourse.arrange import arrange
from kizuna.epistemics import Dynamics
from kizuna.model.telling import Distance, Form, Pattern, Withheld
from kizuna.narration import Prose, Says
from kizuna.narration.cast import Cast
from kizuna.narration.narrate import narrate

DYNAMICS = Dynamics(grounded("lantern"))
TELLINGS = st.builds(
    Telling,
    order=st.sampled_from((Order.CHRONICLE, Order.MEDIAS_RES)),
    tense=st.sampled_from(Tense),
    distance=st.sampled_from((Distance.REPORTED, Distance.SHOWN)),
    form=st.sampled_from((Form.PROSE, Form.SYNOPSIS, Form.DIALOGUE, Form.OUTLINE)),
)


@st.composite
def lives(draw: st.DrawFn) -> tuple[str, ...]:
    """Up to eight events that can happen one after the other, whoever may want them."""
    state, events = DYNAMICS.initial, list[str]()
    for _ in range(draw(st.integers(1, 8))):
        possible = [each for each in range(len(DYNAMICS.world.actions)) if DYNAMICS.holds(state, each)]
        if not possible:
            break
        chosen = draw(st.sampled_from(possible))
        events.append(DYNAMICS.world.actions[chosen].name)
        state = DYNAMICS.after(state, chosen)
    return tuple(events)


def told(events: tuple[str, ...], telling: Telling) -> Prose:
    of = of_events("lantern", events)
    return narrate(arrange(of, grounded("lantern"), world("lantern"), telling), grounded("lantern"), world("lantern"))


@settings(max_examples=25, deadline=None)
@given(events=lives(), telling=TELLINGS)
def test_every_event_is_told_and_nothing_else(events: tuple[str, ...], telling: Telling) -> None:
    traces = [
        trace
        for sentence in told(events, telling).sentences
        for trace in sentence.traces
        if sentence.says in (Says.EVENT, Says.SPEECH)
    ]
    assert {trace.event: trace.action for trace in traces} == dict(enumerate(events, 1))
    assert all(trace.span is not None for trace in traces)


@settings(max_examples=25, deadline=None)
@given(events=lives(), telling=TELLINGS)
def test_nobody_has_to_guess(events: tuple[str, ...], telling: Telling) -> None:
    prose = told(events, telling)
    if telling.form is Form.PROSE:
        assert not guesses(prose, Cast(world("lantern")))
    assert not [each.text for each in prose.sentences if any(mark in each.text for mark in "{}[]_\0")]


@settings(max_examples=15, deadline=None)
@given(events=lives(), telling=TELLINGS)
def test_what_is_withheld_never_shows(events: tuple[str, ...], telling: Telling) -> None:
    kept = replace(telling, withhold=(Withheld(Pattern("lamp")), Withheld(Pattern("hurt"))))
    text = " ".join(each.text for each in told(events, kept).sentences)
    assert "lamp" not in text
    assert "hurt" not in text


@settings(max_examples=15, deadline=None)
@given(events=lives())
def test_through_her_eyes_only_what_she_sees(events: tuple[str, ...]) -> None:
    prose = told(events, Telling(focus=Focus.INNER, through="Ana"))
    state, ana = DYNAMICS.initial, DYNAMICS.world.character_ids["Ana"]
    seen = set()
    for number, event in enumerate(events, 1):
        action = DYNAMICS.world.action_ids[event]
        if DYNAMICS.evaluator(DYNAMICS.world.actions[action].observers[ana])(state):
            seen.add(number)
        state = DYNAMICS.after(state, action)
    assert {trace.event for sentence in prose.sentences for trace in sentence.traces} == seen
