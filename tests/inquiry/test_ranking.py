"""Stories are ranked for what is said: worlds whose order is known by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kizuna import api
from kizuna.deliberation import Effort, Reasons
from kizuna.epistemics import Dynamics
from kizuna.inquiry import By, Ranking, rank
from kizuna.model.world import World

WAYS = """story ways
# Three ways to be fed: to beg costs 1 of 4, to steal 3 of 4, to work nothing.
character Ana
    wants fed 4: fed()
    wants pride 1: not begged()
    wants honour 3: not stolen()
fluent fed()
fluent begged()
fluent stolen()
fluent worked()
action beg
    by Ana
    when not fed()
    then fed(), begged()
action steal
    by Ana
    when not fed()
    then fed(), stolen()
action work
    by Ana
    when not worked()
    then worked()
action be_paid
    by Ana
    when worked(), not fed()
    then fed()
plot
    ending fed: fed()
"""

NEEDS = """story needs
character Ana
    wants fed 4: fed(Ana)
    wants pride 1: not fed(Ana)
character Ben
    wants fed 4: fed(Ben)
    wants honour 3: not fed(Ben)
character Cleo
    wants fed 4: fed(Cleo)
fluent fed(who: character)
action beg
    by Ana
    then fed(Ana)
action steal
    by Ben
    then fed(Ben)
action work
    by Cleo
    then fed(Cleo)
plot
    ending fed: fed(Ana) or fed(Ben) or fed(Cleo)
"""

MISTAKE = """story mistake
# Ana goes for the well because she takes it to be full; Ben, who knows better, goes for the brook.
character Ana
    wants water_for_all 3: poured() and full()
    wants quiet 1: not poured()
    believes full()
character Ben
    wants water 1: poured()
fluent full()
fluent poured()
action draw
    by Ana
    when not poured()
    then poured()
action fetch
    by Ben
    when not poured()
    then poured()
plot
    ending poured: poured()
"""


def read(text: str) -> World:
    return api.read_text(text, name="made.story", language="story").unwrap()


def ranked(text: str, by: str, count: int = 5) -> Ranking:
    world = read(text)
    found = api.find(world, count=count, events=2, foresight=2, depth=1, near=0).unwrap()
    return api.rank(world, found.fabulas, by).unwrap()


def order(ranking: Ranking) -> list[tuple[str, ...]]:
    return [fabula.actions for fabula in ranking.fabulas]


def test_conflict_is_the_share_of_what_is_given_up() -> None:
    """Rather than nothing, Ben steals (4 for 3), Ana begs (4 for 1), Cleo works (4 for nothing)."""
    ranking = ranked(NEEDS, "conflict")
    assert order(ranking) == [("steal()",), ("beg()",), ("work()",)]
    assert [score.value for score in ranking.scores] == [Fraction(3, 7), Fraction(1, 5), 0]
    assert ranking.scores[0].why == "Ben is the most torn, over steal(), against honour"
    assert ranking.scores[2].why == "nobody gives up anything by what they do"


def test_where_something_better_was_open_nothing_is_gained_and_all_is_conflict() -> None:
    ranking = ranked(WAYS, "conflict")
    assert [score.value for score in ranking.scores] == [1, 1, 0]
    assert order(ranking)[-1] == ("work()", "be_paid()")


def test_cost_is_what_everybody_gave_up() -> None:
    ranking = ranked(WAYS, "cost")
    assert order(ranking) == [("steal()",), ("beg()",), ("work()", "be_paid()")]
    assert [score.value for score in ranking.scores] == [3, 1, 0]
    assert ranking.scores[1].why == "1 of it Ana's, by beg(), which goes against pride"


def test_irony_is_what_is_done_by_mistake_and_falls_short() -> None:
    ranking = ranked(MISTAKE, "irony")
    assert order(ranking) == [("draw()",), ("fetch()",)]
    assert [(score.value, score.more) for score in ranking.scores] == [(1, 3), (0, 0)]
    assert ranking.scores[0].why == "done by mistake: draw(); Ana ends 3 short of what was hoped"
    assert ranking.scores[1].why == "nobody acts by a mistake that the act hangs on"


def test_without_the_mistake_there_is_no_irony() -> None:
    assert [score.value for score in ranked(MISTAKE.replace("    believes full()\n", ""), "irony").scores] == [0]


def test_variety_takes_the_furthest_from_all_before() -> None:
    """Of three ways the one that shares an event with the first comes last."""
    text = WAYS.replace(
        "    then fed()\nplot",
        "    then fed()\naction sell\n    by Ana\n    when worked(), not fed()\n    then fed()\nplot",
    )
    world = read(text)
    fabulas = {f.actions: f for f in api.find(world, count=9, events=2, foresight=2, depth=1, near=0).unwrap().fabulas}
    given = [fabulas[each] for each in (("work()", "be_paid()"), ("work()", "sell()"), ("beg()",))]
    ranking = api.rank(world, given, By.VARIETY).unwrap()
    assert order(ranking) == [("work()", "be_paid()"), ("beg()",), ("work()", "sell()")]
    assert [score.value for score in ranking.scores][:2] == [1, 1]
    assert 0 < ranking.scores[2].value < 1
    assert [score.why for score in ranking.scores][1:] == ["nearest to number 1"] * 2


def test_stories_that_come_out_even_keep_their_order() -> None:
    world = read(WAYS)
    found = api.find(world, count=5, events=2, foresight=2, depth=1, near=0).unwrap().fabulas
    assert api.rank(world, found, "irony").unwrap().fabulas == found
    assert api.rank(world, (), "irony").unwrap() == Ranking(By.IRONY, (), ())


def test_what_was_not_weighed_is_said() -> None:
    world = read(WAYS)
    found = api.find(world, near=0).unwrap().fabulas

    def starved() -> Reasons:
        return Reasons(Dynamics(api.ground(world).unwrap()), Effort(0))

    ranking = rank(found, By.COST, starved)
    assert [score.why for score in ranking.scores] == ["nobody gives up anything by what they do; not all was weighed"]


def test_an_unknown_way_to_rank_is_refused() -> None:
    with pytest.raises(ValueError, match="beauty"):
        api.rank(read(WAYS), (), "beauty")
