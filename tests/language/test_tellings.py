"""The telling block: read, found fault with at its place, laid out, and written back."""

from __future__ import annotations

import pytest
from tellings import LOCKET

from kizuna import api
from kizuna.diagnostics import Outcome
from kizuna.model.telling import (
    Distance,
    Duration,
    Focus,
    Form,
    Order,
    Pattern,
    Person,
    Telling,
    Tense,
    Turn,
    Withheld,
)
from kizuna.model.world import World

FULL = """\
telling
    through Ana
    order medias-res
    distance shown
    tense present
    person first
    form outline
    begin give(Ana, _)
    opening at(Ana)
    opening Cleo believes owner
    withhold owner() = Ben until say_whose(_, Cleo)
    withhold place
    at light(Ben) through nobody, distance left-out, summary
    motive air "fresh air", "to breathe"
    motive peace "quiet"
    say light "{who} [make] light", "{who} [strike] a light"
    say heard "{who} [know] of it"
"""
TELLING = Telling(
    Focus.INNER,
    "Ana",
    Order.MEDIAS_RES,
    (Withheld(Pattern("owner", (), "Ben"), Pattern("say_whose", (..., "Cleo"))), Withheld(Pattern("place"))),
    Distance.SHOWN,
    Tense.PRESENT,
    Person.FIRST,
    (Pattern("at", ("Ana",)), Pattern("owner", minds=("Cleo",))),
    Pattern("give", ("Ana", ...)),
    Form.OUTLINE,
    (Turn(Pattern("light", ("Ben",)), Focus.OUTER, None, Distance.LEFT_OUT, Duration.SUMMARY),),
    motives=(("air", "fresh air"), ("air", "to breathe"), ("peace", "quiet")),
    phrases=(("light", "{who} [make] light"), ("light", "{who} [strike] a light"), ("heard", "{who} [know] of it")),
)


def read(telling: str) -> Outcome[World]:
    return api.read_text(f"story locket\n{LOCKET}\n{telling}", name="locket.story", language="story")


def test_a_block_is_read() -> None:
    assert read(FULL).unwrap().telling == TELLING
    assert read("").unwrap().telling == Telling()


def test_what_is_written_is_read_again() -> None:
    world = read(FULL).unwrap()
    assert FULL in api.write(world)
    again = api.read_text(api.write(world), name="locket.story", language="story").unwrap()
    assert again == world
    assert again.telling == TELLING
    assert "telling" not in api.write(read("").unwrap())


def test_it_is_laid_out_and_says_the_same() -> None:
    messy = FULL.replace("    ", "  ").replace("through Ana", "through   Ana")
    text = api.format_text(f"story locket\n{LOCKET}\n{messy}").unwrap()
    assert FULL in text
    assert api.format_text(text).unwrap() == text


def test_how_it_is_told_is_no_part_of_which_story_it_is() -> None:
    assert read(FULL).unwrap().digest == read("").unwrap().digest
    assert read(FULL).unwrap() != read("").unwrap()


@pytest.mark.parametrize(
    ("line", "code", "place"),
    [
        ("thruogh Ana", "unreadable-telling", "thruogh"),
        ("through Anna", "unknown-name", "Anna"),
        ("order backwards", "unreadable-telling", "backwards"),
        ("tense past present", "unreadable-telling", "present"),
        ("begin giv(Ana, Ben)", "unknown-name", "giv"),
        ("begin give(Ana)", "wrong-arguments", "give(Ana)"),
        ("begin give(Ana, Bob)", "unknown-name", "Bob"),
        ("withhold onwer()", "unknown-name", "onwer"),
        ("withhold owner() until", "unreadable-telling", "withhold owner() until"),
        ("opening give", "unknown-name", "give"),
        ("opening Dora believes owner", "unknown-name", "Dora"),
        ("at light(Ben)", "unreadable-telling", "at light(Ben)"),
        ("at light(Ben) slowly", "unreadable-telling", "slowly"),
        ("withhold owner(", "unreadable-telling", "withhold owner("),
        ("motive air", "unreadable-telling", "motive air"),
        ('motive air "fresh air", ', "unreadable-telling", 'motive air "fresh air",'),
        ('motive fame "glory"', "unknown-name", "fame"),
        ("say light", "unreadable-telling", "say light"),
        ('say lihgt "{who} [make] light"', "unknown-name", "lihgt"),
        ('say light "{whom} [make] light"', "unknown-name", '"{whom} [make] light"'),
    ],
)
def test_a_mistake_is_found_where_it_is(line: str, code: str, place: str) -> None:
    outcome = read(f"telling\n    tense past\n    {line}\n")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.code == code
    assert found.primary is not None
    assert found.primary.span.text == place


def test_nobody_says_i_who_is_nobody() -> None:
    assert [each.code for each in read("telling\n    person first\n").diagnostics] == ["unreadable-telling"]
    assert read("telling\n    through Ana\n    person first\n").unwrap().telling.person is Person.FIRST


def test_options_come_after_a_file_and_a_file_after_the_world(tmp_path: object) -> None:
    world = read("telling\n    through Ana\n    withhold owner\n    tense present\n").unwrap()
    file = f"{tmp_path}/other.telling"
    with open(file, "w", encoding="utf-8") as text:
        text.write("# another way\ntelling\n    through Ben\n    withhold heard\n    withhold lit\n")
    told = api.telling(world, file=file).unwrap()
    assert (told.through, told.tense) == ("Ben", Tense.PRESENT)
    assert [each.what.name for each in told.withhold] == ["heard", "lit"]
    told = api.telling(world, file=file, options=[("through", "everyone"), ("withhold", "owner")]).unwrap()
    assert (told.focus, told.through) == (Focus.ZERO, "")
    assert [each.what.name for each in told.withhold] == ["owner"]
    wrong = api.telling(world, options=[("through", "Dora")])
    assert wrong.value is None
    assert [each.code for each in wrong.diagnostics] == ["unknown-name"]


def test_a_file_holds_a_telling_and_nothing_else(tmp_path: object) -> None:
    file = f"{tmp_path}/other.telling"
    with open(file, "w", encoding="utf-8") as text:
        text.write("character Dora\ntelling\n    through Ben\n")
    outcome = api.telling(read("").unwrap(), file=file)
    assert outcome.value is None
    assert [each.code for each in outcome.diagnostics] == ["unreadable-telling"]
    assert api.telling(read("").unwrap(), file=f"{tmp_path}/none").diagnostics[0].code == "file-not-found"
