"""What if in the world `night`: one thing is otherwise, and so is what she does; each with its control."""

from __future__ import annotations

import pytest
from benchmarks.night import CONFESSES, COVERS_UP, REFUSES, TELLS, Moments
from night_scene import (
    AGREE,
    AGREED,
    ASKED,
    AWAKE,
    BEATS,
    BETWEEN,
    BOND,
    CARES_MORE,
    DECEIVED,
    FEARLESS,
    GO,
    KILL,
    KNOCK_OUT,
    LEAVE,
    LOCKED,
    LOVES_LESS,
    MEANS_IT,
    REFUSE,
    SEEN,
    THERE,
    TO_TOWER,
    change,
    possible,
    stage,
    world,
    worth,
    would,
)
from promises import Mutation

# --- what if ---


@pytest.mark.parametrize("changed", [(LOVES_LESS,), CARES_MORE], ids=["loves less", "cares more"])
def test_what_if_she_loved_less_or_cared_more_she_would_refuse(changed: tuple[Mutation, ...]) -> None:
    """Would; then he strikes her unconscious and leaves. The control is the story: she does not refuse."""
    assert not would(REFUSE, ASKED)
    assert would(REFUSE, ASKED, *changed)
    assert not would(AGREE, ASKED, *changed)
    assert would(KNOCK_OUT, (*ASKED, REFUSE), *changed)
    assert would(LEAVE, (*ASKED, REFUSE, KNOCK_OUT), *changed)


def test_what_if_the_past_were_otherwise_this_night_would_be() -> None:
    """Would: she refuses where she came to love less; can: what she did weighs more where she came to care more.

    Neither is said here: this night shares with the other worlds what the team are to one another, and nothing later.
    """
    cares_more = Mutation("team", BOND, "        cares for Naruto 9\n")
    assert [set(Moments(stage(*past).reasons).fates()) for past in ((), (LOVES_LESS,))] == [{COVERS_UP}, {REFUSES}]
    assert (worth("remorse(Sakura)", SEEN), worth("remorse(Sakura)", SEEN, of=stage(cares_more))) == (5, 8)
    assert [event.action for event in world().past] == ["become_a_team"]


def deadly(events: tuple[str, ...], *mutations: Mutation) -> set[str]:
    """What could happen after events that Naruto would not survive."""
    asked = stage(*mutations)
    dynamics, state = asked.reasons.dynamics, asked.after(events)
    alive = [each.name for each in asked.world.fluents].index("alive(Naruto)")
    ends = {number: dynamics.after(state, number).values[alive] for number in dynamics.possible(state)}
    return {asked.world.actions[number].name for number, lives in ends.items() if not lives}


def test_what_if_naruto_is_awake_she_cannot_do_it_unseen() -> None:
    """He sees her come, and nothing that can happen then is his death; asleep he sees nothing, and she can kill him."""
    assert worth("at(Sakura)", THERE, "Naruto", of=stage(AWAKE)) == "house"
    assert worth("at(Sakura)", THERE, "Naruto") == "gate"
    assert deadly(THERE, AWAKE) == set()
    assert deadly(THERE) == {KILL}


def test_would_she_has_reason_to_go_to_tsunade_at_once_if_he_is_awake() -> None:
    assert would(TO_TOWER, AGREED, AWAKE)
    assert not would(TO_TOWER, AGREED)


def test_what_if_the_door_is_locked_ten_minutes_are_not_enough() -> None:
    forced = (*AGREED, "force(Sakura, gate, house)")
    assert not possible(GO, AGREED, LOCKED)
    assert worth("minutes(Sakura)", (*forced, GO, KILL, BEATS[7]), of=stage(LOCKED)) == 12
    assert not would(KILL, (*forced, GO), LOCKED)
    quick = change("fact takes(", "fact forces_in(Sakura) = 1, locked(gate, house), takes(")
    assert would(KILL, (*forced, GO), quick)


def test_what_if_he_means_to_wait_they_would_meet() -> None:
    """Would: he has no reason to leave; she comes in time, and they go together, and nothing is corrected."""
    assert would(LEAVE, THERE)
    assert not would(LEAVE, THERE, MEANS_IT)
    kept = (*THERE, KILL, BEATS[7])
    meant = stage(MEANS_IT)
    assert worth("at(Sakura)", kept, of=meant) == worth("at(Sasuke)", kept, of=meant) == "woods"
    assert worth("at(Sakura)", (*DECEIVED, KILL, BEATS[7])) == "gate"


@pytest.mark.parametrize(
    ("changed", "fates"),
    [
        ((LOVES_LESS,), {REFUSES}),
        (BETWEEN, {TELLS}),
        ((), {COVERS_UP}),
        ((FEARLESS,), {CONFESSES}),
    ],
    ids=["refuses", "tells Tsunade", "covers up", "confesses"],
)
def test_would_the_map_of_love_by_care_has_its_regions(changed: tuple[Mutation, ...], fates: set[str]) -> None:
    """The corners; `python -m benchmarks.night` measures the whole map."""
    assert set(Moments(stage(*changed).reasons).fates()) == fates
