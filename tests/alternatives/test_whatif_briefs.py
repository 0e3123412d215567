"""What if one thing were otherwise in the founding worlds: the first flip, whose it is, what tipped it.

One case for each change, as an author writes it for `kizuna whatif`. The stories are not searched for: their events are
given. How it goes on from the flip is asked by the tests of each world.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kizuna
from kizuna import alternatives, api
from kizuna.fabula import Event, Fabula, Limits
from kizuna.inquiry.flip import Flip
from kizuna.inquiry.hindrance import Obstacle
from kizuna.model.values import Value
from kizuna.model.world import World

WORLDS = Path(kizuna.__file__).parent / "worlds"
SCROLLS = (
    "break_in(Sasuke, hall, chamber)",
    "threaten(Sakura, Sasuke)",
    "recognise(Sakura, Sasuke)",
    "let_go(Sakura, Sasuke)",
    "overpower(Sasuke, Sakura)",
    "resist(Sakura, Sasuke)",
    "let_go(Sasuke, Sakura)",
    "open_up(Sasuke, desk)",
    "swear(Sakura, Sasuke, desk)",
    "leave(Sasuke, chamber, hall)",
    "weep(Sakura)",
)
IMPOSSIBLE, NO_REASON, BETTER = Obstacle.IMPOSSIBLE, Obstacle.NO_REASON, Obstacle.BETTER
FORBIDDEN, REFUSED = Obstacle.FORBIDDEN, Obstacle.REFUSED


@dataclass(frozen=True)
class Case:
    """What is changed in a world, and the event (from 1) that flips: how, whose it is, and what they do instead.

    ``tipped`` is what it turned on: a fluent or the weight of a motive, before and after.
    """

    world: str
    says: str
    changes: tuple[str, ...]
    event: tuple[int, str]
    obstacle: Obstacle
    who: str | None = None
    instead: str | None = None
    tipped: tuple[str, Value, Value] | None = None


CASES = (
    # betrayal
    Case(
        "betrayal",
        "duty far outweighs love, and he misjudges it: she does not throw the sword away",
        ("Sakura dutiful 16", "Sasuke believes dutiful(Sakura) = 7"),
        (11, "throw_away(Sakura, Sasuke)"),
        NO_REASON,
        "Sakura",
        tipped=("mission(Sasuke)", 7, 16),
    ),
    Case(
        "betrayal",
        "love outweighs duty: she does not strike",
        ("Sakura dutiful 3",),
        (8, "strike(Sakura, Sasuke)"),
        NO_REASON,
        "Sakura",
        tipped=("mission(Sasuke)", 7, 3),
    ),
    Case(
        "betrayal",
        "he knows that her duty is stronger: no sword is offered",
        ("Sasuke believes dutiful(Sakura) = 40",),
        (10, "bare_throat(Sasuke, Sakura)"),
        NO_REASON,
        "Sasuke",
        "lower_guard(Sasuke)",
        ("dutiful(Sakura)", 7, 40),
    ),
    Case(
        "betrayal",
        "he never reads her eyes",
        ("not reads_faces(Sasuke)",),
        (9, "read_heart(Sasuke, Sakura)"),
        IMPOSSIBLE,
        tipped=("reads_faces(Sasuke)", True, False),
    ),
    Case(
        "betrayal",
        "she does not tell the truth",
        ("never tell_errand(Sakura, _)",),
        (7, "tell_errand(Sakura, Sasuke)"),
        FORBIDDEN,
        "Sakura",
    ),
    Case(
        "betrayal",
        "Tsunade leads: no such order is given",
        ("not has_command(Danzou)",),
        (1, "order_against(Danzou, Sakura, Sasuke)"),
        IMPOSSIBLE,
        tipped=("has_command(Danzou)", True, False),
    ),
    # cyclical
    Case(
        "cyclical",
        "he does not stay away when called",
        ("never stay_away(Naruto, _)",),
        (7, "stay_away(Naruto, Sakura)"),
        FORBIDDEN,
        "Naruto",
    ),
    Case(
        "cyclical",
        "she does not watch over him: she sleeps",
        ("never keep_watch(Sakura, _)",),
        (9, "keep_watch(Sakura, Naruto)"),
        FORBIDDEN,
        "Sakura",
        "fall_asleep(Sakura)",
    ),
    Case(
        "cyclical",
        "Sai still serves Danzou first: he has reason to tell him",
        ("Sai has to kill Sasuke 9", "Sai serves Danzou 8", "Sai cares for Naruto 1", "Sai cares for Sakura 1"),
        (2, "will_deny_choice(Sai, Danzou)"),
        BETTER,
        "Sai",
        "will_report_choice(Sai, Danzou)",
        ("service(Danzou)", 2, 8),
    ),
    Case(
        "cyclical",
        "Sai really sleeps until the morning: he has seen nothing that he could show them",
        ("fall_asleep(Sai) after draw(Sai)", "wake(Sai) after wake(Sakura)"),
        (22, "go(Sai, camp, edge)"),
        NO_REASON,
        "Sai",
        tipped=("have_held(Naruto, Sakura)", True, False),
    ),
    Case(
        "cyclical",
        "he had promised nothing: he has no shame to stand apart for",
        ("word(Naruto, Sakura, return) = none", "not laid_on(Sakura, Naruto, return)"),
        (5, "go(Naruto, camp, edge)"),
        NO_REASON,
        "Naruto",
        "eat(Naruto)",
        ("word(Naruto, Sakura, return)", "broken", "none"),
    ),
    # gift
    Case(
        "gift",
        "she has enough: he is out of danger, and has nothing to praise her for",
        ("Sakura strength 5",),
        (4, "praise(Kakashi, Sakura)"),
        IMPOSSIBLE,
        tipped=("mortal(Kakashi)", True, False),
    ),
    Case(
        "gift",
        "her dread outweighs the bond: she refuses",
        ("Sakura dreads eye 8",),
        (7, "accept_gift(Sakura, Kakashi, eye)"),
        BETTER,
        "Sakura",
        "turn_down(Sakura, Kakashi, eye)",
        ("dread(eye)", 3, 8),
    ),
    Case(
        "gift",
        "his body is never found: Tsunade has nothing to conclude it from, and nothing to ask",
        ("always at(Kakashi) = field",),
        (17, "begin_to_ask(Tsunade, Sakura)"),
        IMPOSSIBLE,
        tipped=("is_in_doubt(Tsunade)", True, False),
    ),
    Case("gift", "no cloth is worn", ("never wrap(Sakura)",), (12, "wrap(Sakura)"), FORBIDDEN, "Sakura"),
    # night
    Case(
        "night",
        "her love is weaker: she refuses",
        ("Sakura loves Sasuke 1",),
        (3, "agree(Sakura, Sasuke, death)"),
        BETTER,
        "Sakura",
        "refuse(Sakura, Sasuke, death)",
        ("life_with_him", 18, 2),
    ),
    Case(
        "night",
        "her care is stronger, and she knows it: she refuses",
        ("Sakura cares for Naruto 10", "Sakura believes cares_for(Sakura, Naruto) = 10"),
        (3, "agree(Sakura, Sasuke, death)"),
        BETTER,
        "Sakura",
        "refuse(Sakura, Sasuke, death)",
        ("cares_for(Sakura, Naruto)", 2, 10),
    ),
    Case(
        "night",
        "she sees that he does not wait: the deed has no reason any more",
        ("overlooks(house, gate)",),
        (6, "kill_asleep(Sakura, Naruto)"),
        NO_REASON,
        "Sakura",
        tipped=("at(Sasuke)", "gate", "woods"),
    ),
    Case(
        "night",
        "Naruto is awake: it cannot be done",
        ("awake(Naruto)",),
        (6, "kill_asleep(Sakura, Naruto)"),
        IMPOSSIBLE,
        tipped=("awake(Naruto)", False, True),
    ),
    Case(
        "night",
        "the door is locked: the quick way is closed, and she turns to the tower",
        ("locked(gate, house)",),
        (4, "hurry(Sakura, gate, house)"),
        IMPOSSIBLE,
        "Sakura",
        "hurry(Sakura, gate, tower)",
        ("locked(gate, house)", False, True),
    ),
    Case(
        "night",
        "he keeps his word: he does not promise to wait for that",
        ("Sasuke keeps word 5",),
        (2, "bargain(Sasuke, Sakura, death, staying)"),
        BETTER,
        "Sasuke",
        "ask(Sasuke, Sakura, death)",
        ("keeps_word(Sasuke)", 0, 5),
    ),
    Case(
        "night",
        "nothing to be afraid of: she does not cover it up",
        ("Sakura has to lose 0",),
        (10, "wipe(Sakura, prints, house)"),
        NO_REASON,
        "Sakura",
        tipped=("has_to_lose(Sakura)", 7, 0),
    ),
    Case(
        "night",
        "she does not wipe the handle",
        ("never wipe(Sakura, _, _)",),
        (10, "wipe(Sakura, prints, house)"),
        FORBIDDEN,
        "Sakura",
    ),
    # scrolls
    Case(
        "scrolls",
        "he loves her less: he cuts her down",
        ("Sasuke loves Sakura 2",),
        (10, "leave(Sasuke, chamber, hall)"),
        BETTER,
        "Sasuke",
        "cut_down(Sasuke, Sakura, desk)",
        ("life(Sakura)", 8, 2),
    ),
    Case(
        "scrolls",
        "he wears a mask: she strikes at once",
        ("Sasuke masked",),
        (3, "recognise(Sakura, Sasuke)"),
        IMPOSSIBLE,
        "Sakura",
        "strike(Sakura, Sasuke)",
        ("masked(Sasuke)", False, True),
    ),
    Case(
        "scrolls",
        "she makes no vow",
        ("never swear(Sakura, _, _)",),
        (9, "swear(Sakura, Sasuke, desk)"),
        FORBIDDEN,
        "Sakura",
    ),
    Case(
        "scrolls",
        "the vow is empty to him: he goes past her",
        ("Sasuke distrusts Sakura",),
        (10, "leave(Sasuke, chamber, hall)"),
        BETTER,
        "Sasuke",
        "push_past(Sasuke, Sakura)",
        ("treasures(Sakura, scrolls)", 5, 0),
    ),
    Case(
        "scrolls",
        "the scrolls are elsewhere, and he does not know: there is nothing to swear about",
        ("location(scrolls) = yard", "Sasuke believes location(scrolls) = desk"),
        (9, "swear(Sakura, Sasuke, desk)"),
        NO_REASON,
        "Sakura",
        tipped=("location(scrolls)", "desk", "yard"),
    ),
    Case(
        "scrolls",
        "the scrolls lie in the hall, where he stands: he has no reason to break in",
        ("location(scrolls) = hall",),
        (1, "break_in(Sasuke, hall, chamber)"),
        NO_REASON,
        "Sasuke",
        "take(Sasuke, scrolls, hall)",
        ("location(scrolls)", "desk", "hall"),
    ),
)


@cache
def world(name: str) -> World:
    return api.read(name).unwrap()


@cache
def story(name: str) -> Fabula:
    """The story of a world, event by event, from its outline."""
    path = WORLDS / name / "outline.txt"
    lines = path.read_text("utf-8").splitlines() if path.exists() else SCROLLS
    events = tuple(Event(line) for line in lines if line and not line.startswith(("#", "...")))
    settings = world(name).settings
    limits = Limits(len(events), settings.foresight or 1, settings.depth or 0)
    return Fabula(name, world(name).digest, limits, 0, 1, events)


@cache
def flip_of(name: str, *changes: str) -> Flip | None:
    """The first event of the story that does not hold any more."""
    asked = alternatives.whatif(world(name), changes, story(name), course=False, max_expansions=40_000)
    answer = asked.unwrap()
    assert answer.reached is None
    assert answer.course.events == ()
    return answer.flip


BY_HAND = ("betrayal", "cyclical", "gift", "night")
"""Worlds whose cases take ten seconds and more: all but the first of each are only run when asked for."""
FIRST = {case.world: case for case in reversed(CASES)}


@pytest.mark.slow
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{case.world}: {case.says}",
            marks=[pytest.mark.long] if case.world in BY_HAND and case is not FIRST[case.world] else [],
        )
        for case in CASES
    ],
)
def test_what_if(case: Case) -> None:
    flip = flip_of(case.world, *case.changes)
    assert flip is not None
    assert (flip.at + 1, flip.event) == case.event
    hindrance = flip.hindrances[0]
    assert hindrance.obstacle is case.obstacle
    if case.who is not None:
        assert case.who in (hindrance.who, hindrance.doer)
    if case.instead is not None:
        assert hindrance.instead is not None
        assert hindrance.instead.action == case.instead
    if case.tipped is not None:
        assert case.tipped in {(each.what, each.before, each.after) for shifts in flip.tipped for each in shifts}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "changes"),
    [
        pytest.param("betrayal", ("Sakura dutiful 11", "Sasuke believes dutiful(Sakura) = 7"), marks=pytest.mark.long),
        ("cyclical", ("Sai fatigue 9",)),
        ("scrolls", ("Sasuke loves Sakura 7",)),
    ],
)
def test_control_a_little_less_changes_nothing(name: str, changes: tuple[str, ...]) -> None:
    assert flip_of(name, *changes) is None


@pytest.mark.slow
def test_if_shino_suspects_her_it_is_he_who_does_not_put_up_with_the_walk() -> None:
    flip = flip_of("betrayal", "Shino suspects Sakura 2")
    assert flip is not None
    assert (flip.event, flip.who) == ("take_a_walk(Sakura, Shino, clearing)", "Shino")
    assert flip.hindrances[0].obstacle is REFUSED
