"""What lies between two people is a question that an act opens and a flashback answers; two tellings side by side."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from command import run, run_json
from retold import grounded, story, world

from kizuna.api import telling
from kizuna.discourse import Readings, read_through
from kizuna.discourse.arrange import arrange
from kizuna.discourse.comparing import compared

THEIRS = {"loves(Sakura, Sasuke)", "loves(Sasuke, Sakura)"}


@cache
def read(*options: tuple[str, str]) -> Readings:
    """`betrayal`, as it is read when it is told so."""
    chosen = telling(world("betrayal"), options=options).unwrap()
    told = arrange(story("betrayal"), grounded("betrayal"), world("betrayal"), chosen)
    return read_through(told, grounded("betrayal"), world("betrayal"))


def open_at(readings: Readings, action: str) -> set[str]:
    """What the reader wonders about when an action is told."""
    beat = next(each for each in readings.discourse.beats if each.action.startswith(action))
    return {each.fluent for each in readings.at(beat.number).curiosity}


def test_an_act_out_of_a_bond_asks_where_it_is_from_and_the_flashback_answers() -> None:
    told = read()
    assert not open_at(told, "order_against")  # Danzou's motive is about nobody dear to him
    assert open_at(told, "set_out") == {"loves(Sakura, Sasuke)"}
    assert open_at(told, "embrace") == THEIRS
    assert not open_at(told, "beg_to_stay")
    assert not open_at(told, "smile")
    gaps = {each.fluent: each.between for each in told.at(12).curiosity}
    assert gaps["loves(Sakura, Sasuke)"] == ("Sakura", "Sasuke")


def test_control_told_without_the_past_the_question_stays_open() -> None:
    told = read(("order", "straight"))
    assert open_at(told, "embrace") == open_at(told, "smile") == THEIRS


def test_told_in_its_own_time_the_past_answers_before_anything_is_asked() -> None:
    told = read(("order", "chronicle"))
    assert not any(open_at(told, action) for action in ("beg_to_stay", "set_out", "embrace", "smile"))
    assert [each.believed for each in told.readings[1:5]] == [()] * 4  # nothing is so now that was not
    rest = [each.believed for each in read(("order", "straight")).readings]
    assert [each.believed for each in (told.readings[0], *told.readings[5:])] == rest
    differences = compared(told, read(("order", "straight")))
    assert [each.against is None for each in differences[:5]] == [True] * 4 + [False]


def test_through_somebody_only_their_own_bond_is_asked_about_and_from_outside_none() -> None:
    hers = read(("order", "straight"), ("through", "Sakura"))
    assert open_at(hers, "embrace") == {"loves(Sakura, Sasuke)"}
    outside = read(("order", "straight"), ("through", "nobody"))
    assert not any(reading.curiosity and reading.curiosity[0].between for reading in outside.readings)


def test_a_withheld_bond_is_not_asked_about() -> None:
    told = read(("order", "straight"), ("withhold", "loves"))
    assert not open_at(told, "smile") & THEIRS


def test_what_the_flashback_changes_is_the_curiosity_after_it() -> None:
    differences = compared(read(), read(("order", "straight")))
    only_here = [each.action.partition("(")[0] for each in differences if each.against is None]
    assert only_here == ["beg_to_stay", "thank", "knock_out", "carry_to_rest"]
    moved = {each.action: {c: d for c, d in each.difference.items() if d} for each in differences}
    assert {action: curves for action, curves in moved.items() if curves} == {
        "smile(Sasuke, Sakura)": {"curiosity": -2},
    }  # fmt: skip


def test_a_telling_against_itself_differs_in_nothing() -> None:
    assert not any(any(each.difference.values()) for each in compared(read(), read()))


FLAT = """story flat
character Ana (she)
    wants rest 1: rests(Ana)
fluent rests(who: character)
action lie_down(who: character)
    by   who
    then rests(who)

plot
    ending rested: rests(Ana)
"""


def test_the_command_holds_one_telling_against_another(tmp_path: Path) -> None:
    path = tmp_path / "flat.story"
    path.write_text(FLAT, encoding="utf-8")
    same = run("reader", str(path), "--against", "tense present; distance left-out")
    assert same.stdout.endswith("Against the other telling:\n  no event is told otherwise, and no curve moves.\n")
    code, document = run_json("reader", str(path), "--against", "opening everything")
    assert code == 0
    (only,) = document["against"]
    assert (only["action"], only["beat"], only["other"]) == ("lie_down(Ana)", 1, 1)
    wrong = run("reader", str(path), "--against", "order backward")
    assert (wrong.exit_code, "error[unreadable-telling]" in wrong.stderr) == (1, True)
    nobody = run("reader", str(path), "--through", "")
    assert "It is not said through whose eyes." in nobody.stderr
