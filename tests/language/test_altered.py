"""A world in which something is otherwise: what each kind of change says, and that nothing else moves."""

from __future__ import annotations

import pytest

from kizuna import api
from kizuna.language.altered import altered, event_of
from kizuna.model.formulas import Constant
from kizuna.model.world import EventPattern, World

SCROLLS = api.read("scrolls").unwrap()


def changed(*changes: str, world: World = SCROLLS) -> World:
    return altered(world, changes).unwrap().world


@pytest.mark.parametrize("name", ["crow", "emperor", "lantern", "scrolls"])
def test_what_is_said_again_changes_nothing(name: str) -> None:
    world = api.read(name).unwrap()
    motive = next(each for each in world.motives if isinstance(each.weight, Constant))
    same = changed(f"{motive.character} wants {motive.name} {motive.weight.value}", world=world)
    assert (same, same.digest) == (world, world.digest)
    assert altered(world, []).unwrap().world is world


def test_the_ways_to_say_a_change() -> None:
    assert changed("loves(Sasuke, Sakura) = 2") == changed("Sasuke loves Sakura 2")
    assert changed("Sasuke loves Sakura 2") != SCROLLS
    assert changed("Sasuke believes at(Sakura) = hall") == changed("Sasuke  believes at(Sakura)=hall")


def test_a_fact_said_anew_takes_the_place_of_the_old_one() -> None:
    before = [effect for effect in SCROLLS.initial if "location" in repr(effect)]
    after = [effect for effect in changed("location(scrolls) = Sakura").initial if "location" in repr(effect)]
    assert len(after) == len(before)
    assert after != before


def test_a_weight_alone_leaves_what_is_wanted_and_its_place() -> None:
    for change, name, weight in (("Sasuke wants scrolls 12", "scrolls", 12), ("Sakura fears shame 9", "shame", 9)):
        who = change.partition(" ")[0]
        pairs = zip(SCROLLS.motives, changed(change).motives, strict=True)
        ((old, new),) = [(old, new) for old, new in pairs if old != new]
        assert (new.character, new.name, new.weight, new.score) == (who, name, Constant(weight), old.score)
    assert changed("Sasuke wants scrolls").motives != SCROLLS.motives  # a weight that is not said is 1
    templated = changed("Sasuke wants life(Sakura) 2")
    assert len(templated.motives) == len(SCROLLS.motives)


def test_a_whole_motive_can_be_new() -> None:
    new = changed("Sakura wants walk 2: at(Sakura) = hall").motives
    assert [each.name for each in new if each not in SCROLLS.motives] == ["walk"]


def test_steps_go_first_or_last_and_events_are_forbidden() -> None:
    made = altered(SCROLLS, ["then weep(Sasuke)", "first at(Sakura) = chamber", "never swear(_, _, desk)"]).unwrap()
    plot, old = made.world.plot, SCROLLS.plot
    assert plot.waypoints[1:-1] == old.waypoints
    assert plot.waypoints[-1] == EventPattern("weep", ("Sasuke",))
    assert (made.forbidden, plot.never) == ((EventPattern("swear", (..., ..., "desk")),), old.never)
    never = altered(SCROLLS, ["never at(Sasuke) = yard"]).unwrap()
    assert (len(never.world.plot.never), never.forbidden) == (len(old.never) + 1, ())


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("at(Sasuke) = yrad", "unknown-name"),
        ("Sasuke wants gold 2", "unknown-name"),
        ("never swaer(_)", "unknown-name"),
        ("loves(Sasuke", "unclosed"),
        ("Sasuke wants scrolls -1", "negative-weight"),
        ("loves(Sasuke, Sakura) = desk", "type-mismatch"),
        ("Sasuke dances", "unknown-name"),
        ("then", "syntax"),
        ("", "syntax"),
    ],
)
def test_mistakes_are_diagnosed(change: str, code: str) -> None:
    outcome = altered(SCROLLS, [change])
    assert outcome.value is None
    assert code in [each.code for each in outcome.diagnostics]


def test_contradictory_changes_are_a_mistake() -> None:
    outcome = altered(SCROLLS, ["loves(Sasuke, Sakura) = 2", "Sasuke loves Sakura 3"])
    assert [each.code for each in outcome.diagnostics if each.is_error] == ["contradictory-facts"]


def test_an_event_is_told_from_a_condition() -> None:
    assert event_of(SCROLLS, "swear(Sakura,Sasuke,desk)").unwrap() == EventPattern(
        "swear", ("Sakura", "Sasuke", "desk")
    )
    assert event_of(SCROLLS, "sworn(Sakura)").value is None
