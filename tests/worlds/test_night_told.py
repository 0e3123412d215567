"""The world `night` told twice: with his leaving shown, and through her eyes; and who knows more."""

from __future__ import annotations

from founding import Founding, written
from promises import Mutation
from tellings import fabula_of

from kizuna.discourse import Discourse, Focus, Pattern, Readings, Telling, read_through
from kizuna.discourse.arrange import arrange

NIGHT = Founding("night")
SEES_THE_GATE = NIGHT.change("fact takes(", "fact overlooks(house, gate), takes(")
BEATS = (
    "ask(Sakura, Sasuke, staying)",
    "bargain(Sasuke, Sakura, death, staying)",
    "agree(Sakura, Sasuke, death)",
    "hurry(Sakura, gate, house)",
    "leave(Sasuke, gate, woods)",
    "kill_asleep(Sakura, Naruto)",
    "last_look(Naruto, Sakura)",
    "hurry(Sakura, house, gate)",
    "hurry(Sakura, gate, house)",
    "wipe(Sakura, prints, house)",
    "hurry(Sakura, house, home)",
    "seal_fades(Naruto)",
)
HERS = Telling(focus=Focus.INNER, through="Sakura", opening=(Pattern("everything"),))


def told(events: tuple[str, ...], telling: Telling, *changes: Mutation) -> Discourse:
    """Events as they are told."""
    of = written("night", changes)
    return arrange(fabula_of(of, events), NIGHT.stage(*changes).world, of, telling)


def read(telling: Telling) -> Readings:
    """The story as it is read."""
    return read_through(told(BEATS, telling), NIGHT.stage().world, written("night"))


def test_can_the_telling_leaves_out_what_she_does_not_see() -> None:
    """Can: his leaving (5), the last look (7) and the seal (12); the mutant, a window, lets her see him leave."""
    assert [each.event for each in told(BEATS, HERS).left_out] == [5, 7, 12]
    assert not told(BEATS[:5], HERS, SEES_THE_GATE).left_out


def test_can_who_is_shown_his_leaving_knows_more_than_she_until_the_empty_gate() -> None:
    """Irony at the beats 5 to 8; the correction at 8 is hers alone."""
    readings = read(written("night").telling)
    about = [n.beat for n in readings.readings if ("Sakura", "at(Sasuke)") in {(i.who, i.fluent) for i in n.irony}]
    assert about == [5, 6, 7, 8]
    assert "at(Sasuke)" not in {each.fluent for each in readings.at(8).surprise}


def test_can_who_stays_with_her_is_surprised_where_she_is() -> None:
    """No irony about her at all before the empty gate, which is the sixth beat told; the surprise is the reader's."""
    readings = read(HERS)
    assert readings.discourse.beats[5].event == 8
    assert not any(each.who == "Sakura" for n in readings.readings for each in n.irony)
    changes = {each.fluent: (each.believed, each.now) for each in readings.at(6).surprise}
    assert changes["at(Sasuke)"] == ("woods", None)  # she came in time: he would have taken her along
    assert not any("at(Sasuke)" in {each.fluent for each in n.surprise} for n in readings.readings[:6])
