"""Endings, waypoints and never: each with its control, the same question without it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import kizuna
from kizuna.grounding import ground
from kizuna.model.formulas import Call, Compare, Constant, Formula
from kizuna.model.world import Ending, EventPattern, Plot, World

LANTERN = kizuna.read(str(Path(__file__).parents[1] / "support" / "lantern.txt")).unwrap()
GONE = Ending("gone", Compare("==", Call("lantern()"), Constant("Mira")))
TAKING = ("tell_of_accident(Mira, Ana, Bruno, Wood)", "walk(Ana, House, Wood)", "take_lantern(Mira, House)")


def at(who: str, where: str) -> Formula:
    return Compare("==", Call("at(character)", (Constant(who),)), Constant(where))


def story(world: World, plot: Plot) -> tuple[str, ...] | None:
    told = replace(world, plot=plot)
    result = kizuna.find(told, events=5, foresight=4, depth=2, max_expansions=6_000).unwrap()
    for fabula in result.fabulas:
        assert kizuna.validate(told, fabula).unwrap().accepted
    return result.fabulas[0].actions if result.fabulas else None


def test_an_ending_alone_is_reached_the_shortest_way() -> None:
    assert story(LANTERN, Plot(endings=(GONE,))) == TAKING


def test_a_condition_after_an_event_has_to_come_about_after_it() -> None:
    walks = EventPattern("walk", ("Ana", ..., ...))
    assert story(LANTERN, Plot(endings=(GONE,), waypoints=(walks, at("Ana", "House")))) == (
        *TAKING,
        "walk(Ana, Wood, House)",
    )


def test_control_the_other_order_is_passed_on_the_shortest_way() -> None:
    walks = EventPattern("walk", ("Ana", ..., ...))
    assert story(LANTERN, Plot(endings=(GONE,), waypoints=(at("Ana", "House"), walks))) == TAKING


def test_an_event_that_never_happens_spoils_the_ending() -> None:
    bandages = EventPattern("bandage", (..., ...))
    assert story(LANTERN, Plot(endings=(GONE,), waypoints=(bandages,))) is None


def test_never_rules_a_way_out_for_good() -> None:
    assert story(LANTERN, Plot(endings=(GONE,), never=(at("Ana", "Wood"),))) is None
    assert story(LANTERN, Plot(endings=(GONE,), never=(at("Mira", "Wood"),))) == TAKING


def test_nobody_knows_the_plot_and_plain_plots_cost_nothing() -> None:
    plain = ground(replace(LANTERN, plot=Plot(endings=(GONE,)))).unwrap()
    plotted = ground(replace(LANTERN, plot=Plot(endings=(GONE,), never=(at("Mira", "Wood"),)))).unwrap()
    assert len(plotted.fluents) == len(plain.fluents) + 1
    hidden = len(plotted.fluents) - 1
    assert [chain for chain, fluent, value in plotted.beliefs if fluent == hidden and value is None] == [
        (0,),
        (1,),
        (2,),
    ]
