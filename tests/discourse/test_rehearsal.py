"""A telling grounds its world once, lives through its story once, and asks of nobody what it does not show."""

from __future__ import annotations

import pytest
from tellings import LANTERN, reasoned, world_of

from kizuna import api, grounding
from kizuna.api import rehearsal
from kizuna.api.arranging import arranged
from kizuna.api.insight import Insight
from kizuna.api.rehearsal import Rehearsal, rehearsed
from kizuna.discourse import Focus, Inside, Telling
from kizuna.model.telling import Distance


def rehearse() -> Rehearsal:
    return rehearsed(world_of("lantern"), reasoned("lantern", LANTERN), lambda of: of).unwrap()


def asked_of(telling: Telling) -> set[str]:
    """Whose choices a telling asks for."""
    of = rehearse()
    arranged(of, telling, inside=True)
    return {who for _, who in of.insight(telling)._choices}


def test_the_world_is_ground_once_and_its_states_are_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counts = {"unfold": 0, "Dynamics": 0}
    for module, name in ((grounding, "unfold"), (rehearsal, "Dynamics")):
        made = getattr(module, name)

        def counted(*arguments: object, made: object = made, name: str = name) -> object:
            counts[name] += 1
            return made(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(module, name, counted)
    told = api.told(world_of("lantern"), reasoned("lantern", LANTERN)).unwrap()
    assert counts == {"unfold": 1, "Dynamics": 1}
    assert told.prose.sentences
    assert [bool(each.reasons) for each in told.account.events] == [True] * len(LANTERN)


def test_only_those_whose_minds_are_shown_are_asked() -> None:
    assert asked_of(Telling()) == {"Ana", "Mira"}
    assert asked_of(Telling(focus=Focus.INNER, through="Ana")) == {"Ana"}
    assert asked_of(Telling(focus=Focus.OUTER)) == set()
    assert asked_of(Telling(distance=Distance.LEFT_OUT)) == set()


def test_what_too_little_work_is_left_for_is_left_out_and_the_feelings_are_not() -> None:
    of = rehearse()
    full, none = (
        Insight(of.reasons, of.appraiser, of.stage.states, lambda event: of.ground.characters, work)
        for work in (5_000, 0)
    )
    events = range(1, len(LANTERN) + 1)
    poor = [each for event in events for each in none(event)]  # first: reasons remember
    rich = [each for event in events for each in full(event)]
    assert any(each.kind is Inside.VOICE for each in rich)
    assert not any(each.kind is Inside.VOICE for each in poor)
    feelings = [[each for each in found if each.kind is Inside.FEELING] for found in (rich, poor)]
    assert feelings[0] == feelings[1] != []
