"""What it takes that an outline holds: what is ruled out without being tried is what trying would rule out."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from snippets import ROOT, Runner

from kizuna import alternatives, api, grounding
from kizuna.fabula import Limits
from kizuna.inquiry.bystanders import Bystanders
from kizuna.inquiry.replay import Replay
from kizuna.inquiry.requires import Requires
from kizuna.language.altered import altered
from kizuna.model.world import World
from kizuna.search import Problem
from kizuna.surfaces.cli import otherwise

WATCH = """story watch
character Ana
    wants gold 2: has(Ana)
    wants honour 3: not blamed(Ana)
    believes guarded(), not lucky()
character Tom
    wants peace 1: not blamed(Tom)
    believes not lucky()
character Bob
    wants peace 1: not blamed(Bob)
    believes not lucky()
fluent has(who: character)
fluent guarded()
fluent lucky()
fluent told(who: character)
fluent blamed(who: character)
fact lucky()
rule is_told
    when Bob believes told(Tom), Bob believes not told(Bob)
    then Bob believes told(Bob)
RULE
action take(who: character)
    by   who
    when (lucky() or not lucky()), not guarded(), not has(who)
    then has(who), blamed(who)
action tell(who: character, whom: character)
    by   who
    when who != whom
    then told(whom), guarded()
plot
    ending taken: has(Ana)
settings
    events 3
    foresight 2
    depth 1
"""
MUTE = ""
TALKING = """rule lets_on
    when Bob believes told(Tom), Ana believes guarded()
    then Ana believes not guarded()"""
VARY = {
    "Ana wants honour": range(4),
    "Ana believes guarded()": ("yes", "no"),
    "Tom believes guarded()": ("yes", "no"),
    "Bob believes told(Tom)": ("yes", "no"),
    "Bob believes guarded()": ("yes", "no"),
}
NOW = {"Ana wants honour": 3, "Ana believes guarded()": "yes"}


@cache
def world(rule: str) -> World:
    return api.read_text(WATCH.replace("RULE\n", rule and f"{rule}\n"), name="watch.story", language="story").unwrap()


def asked(rule: str, **options: Any) -> Requires:
    vary = [f"{what} = {' | '.join(map(str, worths))}" for what, worths in VARY.items()]
    return alternatives.requires(world(rule), outline="take(Ana)\n", vary=vary, **options).unwrap()


@cache
def holds(rule: str, changes: tuple[tuple[str, object], ...]) -> bool:
    """Whether the outline holds after changes, in a world that is ground by itself."""
    lines = [_line(what, worth) for what, worth in changes]
    changed = altered(world(rule), lines).unwrap().world if lines else world(rule)
    return Replay(("take(Ana)",)).holds(Problem(grounding.ground(changed).unwrap()), Limits(3, 2, 1))


def _line(what: str, worth: object) -> str:
    return f"{what} {worth}" if " wants " in what else f"{what} = {worth}"


def every_set(size: int) -> list[tuple[tuple[str, object], ...]]:
    return [
        tuple(zip(few, worths, strict=True))
        for few in combinations(VARY, size)
        for worths in product(*(VARY[what] for what in few))
        if all(worth != NOW.get(what, "no") for what, worth in zip(few, worths, strict=True))
    ]


@pytest.mark.parametrize("rule", [MUTE, TALKING])
@pytest.mark.parametrize("options", [{}, {"most": 3}, {"size": 1}, {"count": 1}, {"max_expansions": 3}])
def test_no_set_that_is_ruled_out_does_it(rule: str, options: dict[str, int]) -> None:
    answer = asked(rule, **options)
    size = answer.size if answer.answers else options.get("size", 2)
    working = {few for number in range(size + 1) for few in every_set(number) if holds(rule, few)}
    if answer.answers:
        assert {len(each.changes) for each in answer.answers} == {size}
        if answer.is_fewest:
            assert all(len(few) >= size for few in working)
    if answer.holds is False:
        assert not working
    if answer.is_minimal:
        assert all(len(few) > size or _far(few) >= answer.answers[0].steps for few in working if len(few) <= size)
    assert answer.tally.ruled_out + answer.tally.unsettled <= answer.tally.smaller


def _far(few: tuple[tuple[str, object], ...]) -> int:
    return sum(3 - worth if isinstance(worth, int) else 1 for _, worth in few)


def test_beliefs_of_bystanders_are_ruled_out_without_being_tried() -> None:
    mute, talking = asked(MUTE), asked(TALKING)
    assert [each.changes for each in mute.answers] == [("Ana wants honour 1", "Ana believes not guarded()")]
    assert mute.is_minimal
    assert mute.is_fewest
    assert mute.tried < mute.tally.ruled_out
    assert ("Ana wants honour 1", "Bob believes told(Tom)") in [each.changes for each in talking.answers]
    assert talking.is_fewest


@pytest.mark.parametrize(("rule", "names"), [(MUTE, {"Tom", "Bob"}), (TALKING, {"Tom"})])
def test_whoever_nothing_looks_at_is_a_bystander(rule: str, names: set[str]) -> None:
    problem = Problem(grounding.ground(world(rule)).unwrap())
    found = Bystanders(problem, ["take(Ana)"]).of(problem, [problem.dynamics.initial], [0])
    assert {problem.world.characters[each] for each in found} == names


def test_whoever_is_right_about_everything_leaves_nobody_a_bystander() -> None:
    text = WATCH.replace("RULE\n", "").replace("    believes guarded(), not lucky()\n", "    believes guarded()\n")
    wise = api.read_text(text, name="watch.story", language="story").unwrap()
    problem = Problem(grounding.ground(wise).unwrap())
    assert Bystanders(problem, ["take(Ana)"]).of(
        problem, [problem.dynamics.initial], [0]
    )  # she is wrong about the guard
    right = altered(wise, ["Ana believes not guarded()"]).unwrap().world
    problem = Problem(grounding.ground(right).unwrap())
    assert not Bystanders(problem, ["take(Ana)"]).of(problem, [problem.dynamics.initial], [0])


def test_that_fewer_changes_do_not_do_it_is_said_by_itself() -> None:
    said = otherwise.required(asked(MUTE))
    assert "Proven to be the least: 18 smaller sets of changes (the empty one counted), each of them ruled out." in said
    hasty = asked(MUTE, most=5)
    assert (hasty.is_minimal, hasty.is_fewest, hasty.answers) == (None, None, ())
    answer = asked(MUTE)
    left = replace(answer, tally=replace(answer.tally, ruled_out=12))
    assert (left.is_minimal, left.is_fewest) == (None, True)
    assert otherwise.required(left).endswith(
        "Proven: one change would not do it (8 sets, each of them ruled out). Not proven to be the least of these. "
        "Of 18 smaller sets of changes (the empty one counted): 12 ruled out; 6 not tried."
    )


def test_a_story_that_shows_several_ways_is_told_once() -> None:
    said = otherwise.required(asked(TALKING))
    assert said.count("Ana takes.") == 1
    assert said.count("The same story shows it.") == 1


def test_what_nothing_less_than_a_change_can_be_is_said_in_the_singular() -> None:
    vary = ["Ana wants honour = 1", "Ana believes guarded() = no"]
    told = altered(world(MUTE), ["Ana believes not guarded()", "Ana wants honour 2"]).unwrap().world
    answer = alternatives.requires(told, outline="take(Ana)\n", vary=vary).unwrap()
    assert [each.changes for each in answer.answers] == [("Ana wants honour 1",)]
    assert otherwise.required(answer).endswith("nothing less is a change, and as things are it was ruled out.")


def test_where_nothing_helps_all_sets_are_ruled_out() -> None:
    answer = alternatives.requires(world(MUTE), outline="take(Ana)\n", vary=["Bob believes guarded() = yes"]).unwrap()
    assert (answer.holds, answer.tried) == (False, 0)
    assert otherwise.required(answer) == (
        "None of up to 2 changes brings about the outline: all 2 sets, the empty one counted, were ruled out.\n"
        "As things are, event 1 is not done, since Ana has no reason for it: take(Ana)"
    )


def test_what_cannot_happen_is_told_apart_from_what_nobody_has_a_reason_for() -> None:
    bold = altered(world(MUTE), ["Ana believes not guarded()", "Ana wants honour 1"]).unwrap().world
    twice = alternatives.requires(bold, outline="take(Ana)\ntake(Ana)\n", vary=["lucky() = no"]).unwrap()
    assert twice.fails is not None
    assert (twice.fails.at, twice.fails.who) == (2, None)
    assert otherwise.required(twice).endswith("As things are, event 2 cannot happen: take(Ana)")


def test_the_proof_that_the_page_shows_is_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    page = "docs/understanding/otherwise.md"
    Runner(page).run((ROOT / page).read_text(encoding="utf-8"))
