"""The reader is a mind: knows what was told, follows the eyes they see through, concludes by the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from tellings import LANTERN, fabula_of, ground_of, readings, reasoned, world_of
from walks import CHOICES

from kizuna.discourse import Focus, Order, Pattern, Reading, Readings, Telling, Withheld, read_through
from kizuna.discourse.arrange import arrange
from kizuna.discourse.reader import Reader
from kizuna.discourse.stage import Stage, is_plot
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Event, Fabula, Limits
from kizuna.grounding import GroundWorld
from kizuna.model.formulas import TRUE, looks_into_minds
from kizuna.model.world import Existent, Logic, Temper, World
from worlds import ground_worlds

EVERYTHING = (Pattern("everything"),)
ANA = Telling(focus=Focus.INNER, through="Ana")
GIVE, SAY = "give(Ana, Ben)", "say_whose(Ben, Cleo)"


def read_lantern(telling: Telling) -> Readings:
    world, fabula = world_of("lantern"), reasoned("lantern", LANTERN)
    discourse = arrange(fabula, ground_of("lantern"), world, telling)
    return read_through(discourse, ground_of("lantern"), world)


def beliefs(reading: Reading) -> dict[str, object]:
    return {each.fluent: each.now for each in reading.believed}


# --- what the reader believes ---


def test_nothing_is_known_before_it_is_told() -> None:
    assert not read_lantern(Telling()).at(0).believed
    opened = read_lantern(Telling(opening=(Pattern("at", ("Ana",)),))).at(0)
    assert beliefs(opened) == {"at(Ana)": "house"}
    assert beliefs(read_lantern(Telling(opening=EVERYTHING)).at(0))["location(lamp)"] == "house"


def test_an_event_shows_what_it_needs_and_what_it_does() -> None:
    told = beliefs(read_lantern(Telling()).at(2))
    assert told["at(Ana)"] == "well"
    assert beliefs(read_lantern(Telling()).at(1))["at(Mira)"] == "house"


def test_whoever_is_told_everything_believes_what_is_so() -> None:
    world, ground_world = world_of("lantern"), ground_of("lantern")
    discourse = arrange(fabula_of(world, LANTERN), ground_world, world, Telling(opening=EVERYTHING))
    reader = Reader(Stage(ground_world, world, discourse.fabula), discourse)
    reader.readings()
    for mind, state in zip(reader.minds, reader.stage.states, strict=True):
        known = [value for n, value in enumerate(mind.values) if not is_plot(ground_world.fluents[n].name)]
        true = [value for n, value in enumerate(state.values) if not is_plot(ground_world.fluents[n].name)]
        assert known == true


@pytest.mark.parametrize("who", ["Ana", "Mira", "Bruno"])
@pytest.mark.parametrize("opening", [(), EVERYTHING])
def test_through_somebody_the_reader_never_believes_what_they_do_not(who: str, opening: tuple[Pattern, ...]) -> None:
    world, ground_world = world_of("lantern"), ground_of("lantern")
    telling = Telling(focus=Focus.INNER, through=who, opening=opening)
    discourse = arrange(fabula_of(world, LANTERN), ground_world, world, telling)
    reader = Reader(Stage(ground_world, world, discourse.fabula), discourse)
    reader.readings()
    number = ground_world.character_ids[who]
    for beat, mind in zip(discourse.beats, reader.minds[1:], strict=True):
        theirs = reader.stage.states[beat.event or 0].beliefs[number]
        assert all(mine in (None, value) for mine, value in zip(mind.values, theirs.values, strict=True))


def test_in_another_order_the_reader_ends_with_the_same_beliefs() -> None:
    ends = []
    for order in (Order.CHRONICLE, Order.MEDIAS_RES, Order.FLASHFORWARD):
        world, ground_world = world_of("lantern"), ground_of("lantern")
        discourse = arrange(fabula_of(world, LANTERN), ground_world, world, Telling(order=order))
        reader = Reader(Stage(ground_world, world, discourse.fabula), discourse)
        reader.readings()
        ends.append(reader.minds[-1].values)
    assert ends[0] == ends[1] == ends[2]


# --- the curves ---


def test_irony_is_what_the_reader_knows_and_somebody_with_a_stake_in_it_does_not() -> None:
    """Until Ana sees Bruno; without an opening nobody tells the reader that he is well, so there is none."""
    levels = [(n.beat, [(each.who, each.fluent) for each in n.irony]) for n in open_lantern().readings]
    assert [beat for beat, found in levels if ("Ana", "hurt(Bruno)") in found] == [1, 2]
    assert not any(n.irony for n in read_lantern(Telling()).readings[:2])
    stake = open_lantern().at(1).irony[0]
    assert (stake.known, stake.believed, stake.stake) == (False, True, 2)  # she wants him well by 2


def open_lantern() -> Readings:
    return read_lantern(Telling(opening=EVERYTHING))


def test_through_her_eyes_there_is_no_irony_about_her_and_the_surprise_is_the_reader_s() -> None:
    told = read_lantern(ANA)
    assert not any(each.who == "Ana" for n in told.readings for each in n.irony)
    assert [(n.beat, each.fluent) for n in told.readings for each in n.surprise] == [
        (2, "hurt(Bruno)"), (3, "at(Mira)"),
    ]  # fmt: skip
    assert not any(n.surprise for n in open_lantern().readings)


def test_curiosity_is_a_gap_that_stays_open_until_it_is_told() -> None:
    """Ana finds Mira gone: how, she has not seen. Told after all, it leaves no gap."""
    told = read_lantern(ANA)
    assert [(gap.fluent, gap.since) for gap in told.at(3).curiosity] == [("at(Mira)", 3)]
    assert not any(n.curiosity for n in open_lantern().readings)


def test_mystery_is_acting_on_what_the_reader_does_not_know() -> None:
    acts = {(n.beat, each.who, each.fluent) for n in read_lantern(Telling()).readings for each in n.mystery}
    assert (1, "Mira", "location(lamp)") in acts
    assert not any(n.mystery for n in open_lantern().readings)


def test_suspense_is_a_plan_that_costs_somebody_who_has_not_seen_it() -> None:
    world = world_of("locket")
    fabula = Fabula(world.name, world.digest, Limits(1, 2, 1), 0, 1, (planned(),))
    discourse = arrange(fabula, ground_of("locket"), world, Telling(opening=EVERYTHING))
    found = read_through(discourse, ground_of("locket"), world).at(1).suspense
    assert [(each.who, each.whom, each.plan, each.cost) for each in found] == [
        ("Cleo", "Ben", ("put_out(Cleo)",), 1),
    ]
    outside = arrange(fabula, ground_of("locket"), world, Telling(focus=Focus.OUTER, opening=EVERYTHING))
    assert not read_through(outside, ground_of("locket"), world).at(1).suspense


def planned() -> Event:
    """Cleo lights a lamp in the cellar, which Ben above does not see, and means to put it out."""
    from kizuna.fabula import Explanation  # noqa: PLC0415
    from kizuna.fabula.explanation import PlannedStep  # noqa: PLC0415

    steps = (PlannedStep("light(Cleo)"), PlannedStep("put_out(Cleo)"))
    return Event("light(Cleo)", (Explanation("Cleo", steps, 0, 1),))


# --- what is withheld ---


def test_a_withheld_fact_is_never_believed_by_being_said() -> None:
    """That it is Ben's is concluded only where he says whose it is, which he could not unless it were."""
    kept = Telling(opening=EVERYTHING, withhold=(Withheld(Pattern("owner", (), "Ben")),))
    light = ("light(Cleo)",)
    told = readings("locket", (*light, GIVE, *("put_out(Cleo)",)), kept)
    assert told.inferable("owner()") is None
    assert all("owner()" not in beliefs(n) for n in told.readings[1:])
    said = readings("locket", (GIVE, SAY), kept)
    assert said.inferable("owner()") is None  # veiled: what he says is not said


def test_what_an_event_needs_is_concluded_although_it_is_withheld() -> None:
    """Only its owner pawns it: an event that says nothing of the owner, and could not be without."""
    kept = Telling(opening=EVERYTHING, withhold=(Withheld(Pattern("owner", (), "Ben")),))
    told = readings("locket", (GIVE, "pawn(Ben)"), kept)
    assert [(n.beat, each.fluent, each.value) for n in told.readings for each in n.inferred] == [(1, "owner()", "Ben")]


# --- against a twin: one more character who perceives everything and knows nothing at first ---


def beside(world: GroundWorld) -> GroundWorld:
    """The world with a silent onlooker."""
    onlooker = len(world.characters)
    return replace(
        world,
        characters=(*world.characters, "the onlooker"),
        beliefs=(*world.beliefs, *(((onlooker,), fluent, None) for fluent in range(len(world.fluents)))),
        actions=tuple(replace(each, observers=(*each.observers, TRUE)) for each in world.actions),
        motives=(*world.motives, ()),
        tempers=(*world.tempers, Temper()),
    )


def is_plain(world: GroundWorld, action: int) -> bool:
    """Whether an event shows nothing but what anybody sees: its conditions are facts, and it does what it does."""
    each = world.actions[action]
    open_ = not looks_into_minds(each.precondition) and all(effect.condition == TRUE for effect in each.effects)
    return open_ and any(not effect.minds for effect in each.effects)


@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
@given(ground_worlds(logics=(Logic.THREE_VALUED,)), CHOICES)
def test_the_reader_believes_what_a_silent_onlooker_would(world: GroundWorld, choices: list[int]) -> None:
    story = World("w", existents=tuple(Existent(name, ("character",)) for name in world.characters))
    twin = Dynamics(beside(world))
    try:
        state = twin.initial
        actions: list[str] = []
        minds = [state.beliefs[-1].values]
        for choice in choices:
            possible = [n for n in twin.possible(state) if is_plain(world, n)]
            if not possible:
                break
            state = twin.after(state, possible[choice % len(possible)])
            actions.append(world.actions[possible[choice % len(possible)]].name)
            minds.append(state.beliefs[-1].values)
        fabula = Fabula("w", "w", Limits(max(1, len(actions)), 1, 0), 0, 0, tuple(map(Event, actions)))
        discourse = arrange(fabula, world, story, Telling(focus=Focus.OUTER))
        reader = Reader(Stage(world, story, fabula), discourse)
        reader.readings()
    except EndlessRulesError:
        return
    assert [mind.values for mind in reader.minds] == minds
