"""Sweeps: what cells share changes no answer, and every answer says honestly what is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import kizuna
from kizuna import api, grounding, search
from kizuna.diagnostics import Outcome
from kizuna.epistemics import EndlessRulesError
from kizuna.inquiry import started
from kizuna.inquiry.dials import Axis, Dial, Starts
from kizuna.model.formulas import ONE, Compare
from kizuna.model.world import Ending, World
from kizuna.search import Problem, Stop
from kizuna.sweeping import (
    Ask,
    Cell,
    Desk,
    Grid,
    Here,
    Job,
    Map,
    Memory,
    Question,
    Standing,
    Tally,
    Task,
    prepared,
    run,
    sweep,
)
from worlds import worlds

THEFT = (Path(__file__).parents[1] / "support" / "theft.story").read_text("utf-8")
LOVE, RING = "loves(Ana, Tom) = 0..4", "Ana wants ring = 0..3"
YES, NO, OPEN = Standing.YES, Standing.NO, Standing.OPEN


def theft(*changes: tuple[str, str]) -> World:
    text = THEFT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return api.read_text(text, name="theft.story", language="story").unwrap()


def mapped(*vary: str, world: World | None = None, **options: object) -> Map:
    return sweep(world or theft(), vary, **options).unwrap()  # type: ignore[arg-type]


def codes(outcome: Outcome[object]) -> list[str]:
    assert outcome.value is None
    return [each.code for each in outcome.diagnostics if each.is_error]


# --- what cells share ------------------------------------------------------------------------------------------------


def axes(draw: st.DrawFn, world: World, most: int) -> tuple[Axis, ...]:
    """Some of what may vary in a world, in truth or in a mind, and all that it may be."""
    starts = Starts(grounding.unfold(world).unwrap())
    dials = [*starts.weights(world)]
    fluents = range(len(grounding.unfold(world).unwrap().whole.fluents))
    chains = ((), world.characters[:1], world.characters[:2])
    dials += [starts.dial(world, number, minds) for number in fluents for minds in chains]
    some = st.lists(st.sampled_from(dials), min_size=1, max_size=2, unique_by=lambda dial: dial.says)
    chosen: list[Dial] = draw(some)
    return tuple(Axis(dial, (dial.now, *dial.choices)[:most]) for dial in chosen)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_the_ground_world_of_a_cell_is_the_one_that_it_would_have_by_itself(data: st.DataObject) -> None:
    world = data.draw(worlds())
    unfolded = grounding.unfold(world).value
    assume(unfolded is not None)
    assert unfolded is not None
    grid = Grid(axes(data.draw, world, 2))
    for number in range(grid.size):
        made = grid.changed(world, number)
        shared = started.started(unfolded, grid.turns(number), made)
        assert shared.whole == grounding.unfold(made).unwrap().whole
        assert shared.shrunk() == grounding.ground(made).unwrap()


@settings(max_examples=15, deadline=None)
@given(st.data(), st.sampled_from([Ask.WOULD, Ask.CAN]))
def test_a_cell_is_answered_as_it_would_be_from_scratch(data: st.DataObject, ask: Ask) -> None:
    world = data.draw(worlds(staged=True))
    assume(grounding.unfold(world).value is not None)
    ending = Ending("bettered", Compare(">=", world.plot.utility, ONE))
    question = Question(ask, (ending,), (), 3, 2, 1, 3000)
    job = Job(world, Grid(axes(data.draw, world, 3)), question)
    for cell in run(job).unwrap().cells:
        assume(cell.problem is None)
        made = job.asked_world("bettered", cell.number)
        try:
            if ask is Ask.WOULD:
                life = api.live(made, events=3, foresight=2, depth=1, max_expansions=3000).unwrap()
                assert cell.story is not None
                assert (cell.story.actions, cell.rest) == (life.actions, life.rest.value)
            else:
                assert OPEN in (cell.standings[0], by_itself := scratch(made)) or cell.standings[0] is by_itself
        except EndlessRulesError:
            assume(False)


def scratch(world: World) -> Standing:
    """Whether a world has a story to its ending, searched for with nothing shared."""
    problem = Problem(grounding.ground(world).unwrap())
    if problem.before is not None and problem.before >= 1:
        return YES
    found = search.find(problem, events=3, foresight=2, depth=1, max_expansions=3000)
    return YES if found.fabulas else NO if found.stopped is Stop.EXHAUSTED else OPEN


def test_mutant_a_start_that_forgets_what_varies_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = mapped(LOVE, RING)
    assert len(honest.regions) == 2
    monkeypatch.setattr(started, "weighed", lambda motives, who, turn: motives)
    assert mapped(LOVE, RING).outcomes != honest.outcomes


# --- neighbours ------------------------------------------------------------------------------------------------------


def test_a_story_of_a_neighbour_is_tried_first_and_believed_only_where_everybody_has_a_reason() -> None:
    job = prepared(theft(), ["loves(Tom, Ana) = 2", "Ana wants ring = 1..3"], ask="can", endings=["ana_has"]).unwrap()
    desk = Desk(job)
    cells = [desk.answer(Task(number)) for number in range(3)]
    assert [cell.standings[0] for cell in cells] == [NO, YES, YES]
    told = [desk.answer(Task(number, cells[2].stories)) for number in range(3)]
    assert [cell.standings for cell in told] == [cell.standings for cell in cells]
    assert told[1].story == cells[1].story
    assert told[1].expanded < cells[1].expanded


def test_the_stories_of_neighbours_save_work_and_change_no_standing() -> None:
    class Alone(Here):
        def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
            return super().answers(job, (Task(task.number) for task in tasks))

    for ask in (Ask.CAN, Ask.MUST):
        shared, alone = (mapped(RING, "loves(Ana, Tom) = 0 | 4", ask=ask, executor=each) for each in (Here(), Alone()))
        assert [cell.standings for cell in shared.cells] == [cell.standings for cell in alone.cells]
        assert sum(cell.expanded for cell in shared.cells) < sum(cell.expanded for cell in alone.cells)


def test_every_cell_is_told_of_one_neighbour_at_most_one_step_away() -> None:
    for length in range(1, 9):
        grid = Grid((Axis(dial(), (0, 1)), Axis(dial(), tuple(range(length)))))
        for number in range(grid.size):
            anchor = grid.anchor(number)
            assert grid.anchor(anchor) == anchor
            assert grid.place(anchor)[0] == grid.place(number)[0]
            assert abs(grid.place(anchor)[1] - grid.place(number)[1]) <= 1
            assert grid.number(grid.place(number)) == number


def dial() -> Dial:
    return Dial("loves(Ana, Tom)", (), None, None, 0, ())


# --- what is asked ---------------------------------------------------------------------------------------------------


def test_would_is_what_live_does_and_can_what_find_finds() -> None:
    map = mapped("Ana wants ring = 0..3")
    for cell in map.cells:
        life = api.live(map.job.asked_world(None, cell.number)).unwrap()
        assert cell.story is not None
        assert (cell.story.actions, cell.rest) == (life.actions, life.rest.value)
    can = mapped("Ana wants ring = 0..3", ask="can")
    for cell in can.cells:
        for name, story in cell.stories:
            found = api.find(can.job.asked_world(name, cell.number)).unwrap()
            assert found.fabulas
            assert api.validate(can.job.asked_world(name, cell.number), story).unwrap().accepted


def test_must_is_proven_refuted_by_a_story_or_there_is_no_story() -> None:
    must = mapped("loves(Tom, Ana) = 2 | 4", "Ana wants ring = 1 | 3", ask="must", endings=["ana_has", "tom_has"])
    by_itself = [
        api.must(kizuna.sweeping.Job.asked_world(must.job, "", cell.number), f"has({who})").unwrap().proof
        for cell in must.cells
        for who in ("Ana", "Tom")
    ]
    said = {search.Proof.PROVEN: YES, search.Proof.REFUTED: NO, search.Proof.NO_STORY: NO}
    assert [standing for cell in must.cells for standing in cell.standings] == [said[proof] for proof in by_itself]
    never = mapped("Ana wants ring = 0 | 3", world=theft(("then has(who), taken()", "then taken()")), ask="must")
    assert never.outcomes == {0: "no story", 1: "no story"}


def test_along_a_story_it_happens_as_long_as_everybody_wants_it() -> None:
    world = theft()
    story = api.find(world).unwrap().fabulas[0]
    map = mapped("Ana wants ring = 0..3", world=world, story=story)
    courses = [cell.story.actions for cell in map.cells if cell.story is not None]
    assert courses[3] == story.actions
    assert map.cells[3].rest == "the story holds to its end"
    life = api.live(map.job.asked_world(None, 0)).unwrap()
    assert courses[0] == life.actions
    with pytest.raises(ValueError, match="along a story"):
        sweep(world, [LOVE], ask="can", story=story)
    other = theft(("wants ring 3", "wants ring 4"))
    assert codes(sweep(other, [LOVE], story=story)) == ["story-of-another-world"]


def test_work_that_was_not_enough_leaves_it_open() -> None:
    for ask in Ask:
        cells = mapped(RING, ask=ask, max_expansions=1).cells
        assert any(OPEN in cell.standings for cell in cells)
        for cell in cells:
            assert (cell.reached is None) == (OPEN not in cell.standings)
    assert "not settled" in mapped(RING, max_expansions=1).regions


def test_an_ending_that_has_come_at_the_start() -> None:
    can = mapped("has(Ana) = no | yes", ask="can", endings=["ana_has"])
    assert [cell.standings for cell in can.cells] == [(YES,), (YES,)]
    assert can.cells[1].story is not None
    assert can.cells[1].story.actions == ()


def test_a_cell_that_cannot_be_lived_in_says_so_and_the_others_are_answered() -> None:
    rules = (
        "fluent mad()\nfluent odd()\n"
        "rule on\n    when mad(), not odd()\n    then odd()\nrule off\n    when mad(), odd()\n    then not odd()\n"
    )
    world = theft(("fluent taken()\n", f"fluent taken()\n{rules}"))
    map = mapped("mad() = no | yes", world=world)
    assert [cell.problem is None for cell in map.cells] == [True, False]
    assert map.outcomes[1] == "cannot be lived in"


def test_endings_may_be_chosen_and_added() -> None:
    map = mapped(LOVE, endings=["tom_has", "blood: hurt(Ana) or hurt(Tom)"])
    assert [ending.name for ending in map.job.question.endings] == ["tom_has", "blood"]
    assert mapped(LOVE, endings=["never: 1 = 2"]).regions == {"none of them": 5}


# --- what is wrong with a question -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("vary", "code"),
    [
        (["hates(Ana, Tom) = 0..3"], "unknown-name"),
        (["loves(Ana, Tim) = 0..3"], "unknown-name"),
        (["Ana wants gold = 0..3"], "unknown-name"),
        (["Ana wants love = 0..3"], "unknown-name"),
        (["loves(Ana, Tom) = 3..0"], "empty-range"),
        (["loves(Ana, Tom) = 0..3 by 0"], "empty-range"),
        (["loves(Ana, Tom) = 0..20"], "out-of-bounds"),
        (["loves(Ana, Tom) = Tom"], "type-mismatch"),
        (["has(Ana) = 1"], "type-mismatch"),
        (["loves(Ana, Tom) = 0..3", "loves(Ana, Tom) = 4"], "varies-twice"),
        (["Ana wants ring = 0..999", "Tom wants ring = 0..999"], "too-many-cells"),
        (["Ana wants ring = 0..9999999"], "too-many-cells"),
        (["nonsense ="], "syntax"),
    ],
)
def test_what_cannot_vary_is_diagnosed(vary: list[str], code: str) -> None:
    assert codes(sweep(theft(), vary)) == [code]


def test_worths_are_kept_in_the_order_said() -> None:
    def values(*vary: str) -> list[tuple[object, ...]]:
        return [axis.values for axis in prepared(theft(), vary).unwrap().grid.axes]

    assert values("loves(Ana, Tom) = 0..10 by 5") == [(0, 5, 10)]
    assert values("Ana wants ring = 3 | 1 | 3") == [(3, 1)]
    assert values("has(Ana)", "loves(Tom, Ana)") == [(False, True), tuple(range(11))]


def test_endings_that_are_not_there() -> None:
    assert codes(sweep(theft(), [LOVE], endings=["ben_has"])) == ["unknown-name"]
    assert codes(sweep(theft(), [LOVE], endings=["x: has(Ben)"])) == ["unknown-name"]
    none = theft(*((f"    ending {name}\n", "") for name in ("ana_has: has(Ana)", "tom_has: has(Tom)")))
    text = api.write(none).partition("\nplot")[0]
    without = api.read_text(text, name="theft.story", language="story").unwrap()
    assert codes(sweep(without, [LOVE])) == ["no-endings"]
    with pytest.raises(ValueError, match="nothing varies"):
        sweep(theft(), [])


# --- stores and executors are passed in ------------------------------------------------------------------------------


def test_what_is_kept_is_not_done_again_and_an_observer_may_stop() -> None:
    store, asked = Memory(), list[int]()

    class Watched(Here):
        def answers(self, job: Job, tasks: Iterable[Task]) -> Iterator[Cell]:
            for cell in super().answers(job, tasks):
                asked.append(cell.number)
                yield cell

    def stop(tally: Tally) -> bool:
        return tally.kept == 7

    asking = {"ask": "can", "endings": ["ana_has"]}
    partly = mapped("loves(Ana, Tom) = 0 | 4", RING, store=store, executor=Watched(), observer=stop, **asking)
    assert (len(partly.cells), partly.is_complete) == (7, False)
    whole = mapped("loves(Ana, Tom) = 0 | 4", RING, store=store, executor=Watched(), **asking)
    assert sorted(asked) == list(range(8))
    assert whole.cells == mapped("loves(Ana, Tom) = 0 | 4", RING, **asking).cells
