"""Bad tellings get a clear word: through somebody who sees nothing, keeping what is shown, names of nothing."""

from __future__ import annotations

import pytest
from tellings import LANTERN, fabula_of, ground_of, told, world_of

import kizuna
from kizuna.discourse import Focus, Order, Pattern, Telling, Turn, Withheld
from kizuna.discourse.objections import objections

OPEN = Telling()
LAMP = Pattern("location", ("lamp",))


def codes(telling: Telling, events: tuple[str, ...] = LANTERN) -> list[str]:
    discourse = told("lantern", events, telling)
    return [each.code for each in objections(discourse, ground_of("lantern"), world_of("lantern"))]


def test_through_somebody_who_sees_nothing_there_is_nothing_to_tell() -> None:
    through = Telling(focus=Focus.INNER, through="Bruno")
    assert codes(through, LANTERN[:1]) == ["nothing-to-tell"]
    assert codes(through) == []
    world = world_of("lantern")
    outcome = kizuna.arrange(world, fabula_of(world, LANTERN[:1]), through, inside=False)
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.message.startswith("Bruno perceives none of the events")
    assert found.help == ("Ana perceives most of it: 1 of 1 events.",)


@pytest.mark.parametrize(
    ("telling", "code"),
    [
        (Telling(withhold=tuple(Withheld(Pattern(each)) for each in ("walk", "take", "tell_of_accident"))),
         "nothing-to-tell"),
        (Telling(opening=(LAMP,), withhold=(Withheld(LAMP),)), "shown-already"),
        (Telling(withhold=(Withheld(Pattern("path")),)), "shown-already"),
        (Telling(withhold=(Withheld(Pattern("take"), Pattern("walk", ("Ana", ..., "well"))),)), "shown-already"),
        (Telling(withhold=(Withheld(Pattern("bandage")),)), "never-happens"),
        (Telling(withhold=(Withheld(LAMP, Pattern("bandage")),)), "never-happens"),
        (Telling(turns=(Turn(Pattern("walk", ("Bruno", ..., ...)), Focus.OUTER),)), "never-happens"),
        (Telling(order=Order.MEDIAS_RES, begin=Pattern("bandage")), "never-happens"),
        (Telling(order=Order.FLASHBACK), "nothing-recalled"),
    ],
)  # fmt: skip
def test_what_cannot_work_is_said(telling: Telling, code: str) -> None:
    assert codes(telling) == [code]


@pytest.mark.parametrize(
    "telling",
    [
        OPEN,
        Telling(withhold=(Withheld(LAMP),), opening=(Pattern("everything"),)),
        Telling(withhold=(Withheld(Pattern("take"), Pattern("walk", ("Ana", ..., "house"))),)),
        Telling(order=Order.MEDIAS_RES, begin=Pattern("take")),
    ],
)
def test_control_what_works_is_not_found_fault_with(telling: Telling) -> None:
    assert codes(telling) == []
