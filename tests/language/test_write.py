"""A world written and read again is the same world."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from worlds import worlds

from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.language import read, write
from kizuna.model.effects import Assign
from kizuna.model.formulas import TRUE, And, Arithmetic, Believes, Call, Constant, Formula, Variable
from kizuna.model.world import (
    NOBODY,
    Action,
    Ending,
    EventPattern,
    Existent,
    Fluent,
    Logic,
    Motive,
    PastEvent,
    Plot,
    Settings,
    Type,
    World,
)
from kizuna.peers import sabre

TINY = Path(__file__).parents[1] / "peers" / "tiny"
PROBLEMS = Path(__file__).parents[2].parent / "shared" / "reference" / "peer-problems"
NAMES = (
    "aladdin",
    "bribery",
    "deerhunter",
    "fantasy",
    "gramma",
    "hospital",
    "jailbreak",
    "macguffin",
    "raiders",
    "secretagent",
    "treasure",
)
WHO = Variable("who", "character")
ANA, BEN = Constant("Ana"), Constant("Ben")


def nothing(key: str) -> Outcome[Source]:
    return conclude(None, [diagnose("file-not-found", f"no {key}")])


def again(world: World) -> World:
    return read(Source("written.story", write(world)), nothing).unwrap()


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(worlds(logics=(Logic.THREE_VALUED, Logic.TWO_VALUED), max_actions=4))
def test_random_worlds_come_back(world: World) -> None:
    assert again(world) == world


@pytest.mark.parametrize("path", sorted(TINY.glob("*.txt")), ids=lambda path: path.stem)
def test_tiny_problems_of_the_peer_come_back(path: Path) -> None:
    world = sabre.read(Source(path.name, path.read_text(encoding="utf-8"))).value
    if world is None:
        pytest.skip("this one is not to be read without errors")
    assert again(world) == world


@pytest.mark.parametrize("name", NAMES)
def test_problems_of_the_peer_come_back(name: str) -> None:
    if not PROBLEMS.is_dir():
        pytest.skip(f"the peer's benchmark problems are not part of this project and not found at {PROBLEMS}")
    world = sabre.read(Source(f"{name}.txt", (PROBLEMS / f"{name}.txt").read_text(encoding="utf-8"))).unwrap()
    assert again(world) == world


SAFE, SAFE_ANA, GOLD = Call("safe(character)", (WHO,)), Call("safe(character)", (ANA,)), Call("gold()")
BASE = World(
    name="base",
    existents=(Existent("Ana", ("character",)), Existent("Ben", ("character",))),
    fluents=(Fluent("safe", (WHO,), "boolean", False), Fluent("gold", (), "number", 0, 0, 10)),
    logic=Logic.THREE_VALUED,
)


def acting(*effects: Assign, precondition: Formula = TRUE) -> World:
    return replace(BASE, actions=(Action("act", (WHO,), precondition, effects, (WHO,)),))


@pytest.mark.parametrize(
    "world",
    [
        BASE,
        replace(BASE, name="two words", title='A "title" \\'),
        replace(
            BASE, existents=(Existent("odd name", ("character",), "the odd", "she/her"), Existent("if", ("entity",)))
        ),
        replace(BASE, types=(Type("existent"), Type("fluent"), Type("character", ("entity", "existent")))),
        replace(BASE, fluents=(*BASE.fluents, Fluent("r", (ANA, Constant(3), Constant(True)), "number", None))),
        replace(BASE, plot=Plot(endings=(Ending("end", SAFE_ANA),), waypoints=(SAFE_ANA,), never=(SAFE_ANA,))),
        replace(
            acting(Assign(SAFE, TRUE)),
            plot=Plot(waypoints=(EventPattern("act", (...,)), EventPattern("act", ("Ana",)))),
        ),
        replace(acting(Assign(SAFE, TRUE)), past=(PastEvent("act", ("Ben",)),), settings=Settings(3, 4, 2)),
        acting(Assign(GOLD, Arithmetic("+", (GOLD, Constant(1))))),
        acting(Assign(SAFE, SAFE_ANA, (ANA,)), Assign(GOLD, Constant(3), (ANA, BEN))),
        acting(Assign(SAFE, Believes(ANA, SAFE_ANA), (ANA,))),
        acting(Assign(GOLD, Arithmetic("/", (Constant(1), Constant(3))))),
        acting(Assign(GOLD, Constant(Fraction(1, 3)))),
        acting(Assign(GOLD, Arithmetic("-", (Arithmetic("-", (GOLD, Constant(-1))), Constant(2))))),
        acting(Assign(GOLD, Arithmetic("*", (Arithmetic("*", (GOLD, GOLD)), Constant(Fraction(-1, 3)))))),
        acting(precondition=And((And((SAFE, SAFE_ANA)), SAFE))),
        replace(BASE, actions=(Action("unseen", (), observing=NOBODY, consenting=(ANA,)), Action("bare"))),
        replace(BASE, motives=(Motive("Ben", "love(Ana)", SAFE_ANA), Motive("Ana", "odd", GOLD, Constant(-2)))),
        replace(BASE, motives=(Motive("Ana", "x", SAFE_ANA, Arithmetic("*", (GOLD, Constant(2)))),)),
        replace(
            BASE,
            initial=(
                Assign(SAFE_ANA, TRUE),
                Assign(SAFE_ANA, Constant(False)),
                Assign(SAFE_ANA, Constant(None), (BEN,)),
            ),
        ),
    ],
)
def test_odd_worlds_come_back(world: World) -> None:
    assert again(world) == world


def test_what_reading_adds_is_not_written() -> None:
    text = """story s
character Ana, Ben
fluent bond(one: character, other: character): 0..5 symmetric
action meet(who: character, whom: character)
    by who
    when who != whom
    then
        bond(who, whom) += 1
        whom believes bond(who, whom) = bond(whom, who)
    seen by nobody
"""
    world = read(Source("s.story", text), nothing).unwrap()
    assert len(world.actions[0].effects) == 4
    written = write(world)
    assert "reading exact" not in written
    assert "bond(who, whom) = bond(who, whom) + 1" in written
    assert "seen by nobody" in written
    assert again(world) == world


def test_a_world_that_reading_would_add_to_is_written_exactly() -> None:
    world = acting(Assign(GOLD, Arithmetic("+", (GOLD, Constant(1)))))
    assert "reading exact" in write(world)
    assert "reading exact" not in write(acting(Assign(SAFE, TRUE)))
