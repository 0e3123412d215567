"""An outline becomes a cast sheet that reads, checks, and holds the events in order; guesses are marked as such."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna import api
from kizuna.diagnostics import Diagnostic
from kizuna.model.world import World

OUTLINES = sorted(Path(__file__).with_name("outlines").glob("*.*"))


def sheet(text: str) -> str:
    return api.sketch(text, "tale", of="tale.txt").unwrap().text


def world_of(text: str) -> World:
    outcome = api.read_text(text, language="story")
    assert not outcome.diagnostics
    return outcome.unwrap()


def events(text: str) -> list[str]:
    """The events of a sheet's outline, without comments."""
    lines = [line.partition("  #")[0].strip() for line in text.partition("\noutline\n")[2].splitlines()]
    return [line for line in lines if line and not line.startswith("#")]


def as_plot(text: str) -> str:
    """The sheet with its outline as stations of a plot, so that the language itself reads every event."""
    before, _, _ = text.partition("\noutline\n")
    steps = [each for each in events(text) if each != "..."]
    return before + "\nplot\n" + "".join(f"    {'then' if n else 'first'} {step}\n" for n, step in enumerate(steps))


def errors(diagnostics: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [each for each in diagnostics if each.is_error]


def is_in_order(text: str) -> None:
    """What holds of every sheet."""
    assert not errors(api.check(world_of(text)).diagnostics)
    world_of(as_plot(text))
    assert api.format_text(text).unwrap() == text


@pytest.mark.parametrize("path", OUTLINES, ids=lambda path: path.stem)
def test_a_sheet_reads_checks_and_is_well_laid_out(path: Path) -> None:
    is_in_order(sheet(path.read_text("utf-8")))


def test_the_events_of_a_small_outline_in_their_order() -> None:
    text = sheet(
        "1. Sakura asks Sasuke to stay.\n2. Sasuke left the village at night.\n"
        "3. Sakura and Sasuke fight.\n4. Sasuke goes to the valley and takes the lamp.\n"
    )
    assert events(text) == [
        "ask_to_stay(Sakura, Sasuke)",
        "leave(Sasuke, village)",
        "fight(Sakura, Sasuke)",
        "walk(Sasuke, _, valley)",
        "take(Sasuke, lamp)",
    ]
    world = world_of(text)
    types = {each.name: each.types for each in world.existents}
    people, places = (
        dict.fromkeys(("Sakura", "Sasuke"), ("character",)),
        dict.fromkeys(("village", "valley"), ("place",)),
    )
    assert types == {**people, **places, "lamp": ("thing",)}
    asking = next(each for each in world.actions if each.name == "ask_to_stay")
    assert (asking.say, len(asking.consenting)) == ("{who} [ask] {whom} to stay", 1)


def test_one_action_serves_all_who_do_it() -> None:
    text = sheet("Ana kisses Ben.\nBen kissed Carl.\nCarl is kissing Ana.\n")
    assert events(text) == ["kiss(Ana, Ben)", "kiss(Ben, Carl)", "kiss(Carl, Ana)"]
    assert text.count("\naction ") == 1


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("Ana gives Ben the old lamp.", "give(Ana, old_lamp, Ben)"),
        ("Ana gives the old lamp to Ben.", "give(Ana, old_lamp, Ben)"),
        ("Ana is arrested by Ben.", "arrest(Ben, Ana)"),
        ("Ana was arrested.", "be_arrested(Ana)"),
        ("Ana steals Ben's ring.", "steal(Ana, Ben's_ring)"),
        ("Old Tom meets Mary Jane.", "meet(Old_Tom, Mary_Jane)"),
        ("The detective opens the safe.", "open_thing(Detective, safe)"),
        ("In the morning, Ana leaves.", "leave(Ana)"),
        ("Ana, a young nurse, finds the letter.", "find(Ana, letter)"),
        ('"Stay," Ana says.', "say_stay(Ana)"),
        ("Анна betrays Борис.", "betray(Анна, Борис)"),
        ("サクラ asks サスケ to stay.", "ask_to_stay(サクラ, サスケ)"),
        ("Émile has betrayed Zoë.", "betray(Émile, Zoë)"),
    ],
)
def test_single_lines(line: str, event: str) -> None:
    assert events(sheet(line)) == [event]


def test_a_pronoun_is_never_resolved_and_always_marked() -> None:
    text = sheet("Ana finds the key.\nShe gives it to Ben.\nBen thanks her.\n")
    assert events(text)[1:] == ["give(_, _, Ben)", "thank(Ben, _)"]
    assert 'who is "She"?' in text
    assert 'who is "her"?' in text


def test_what_cannot_be_read_stays_in_its_place_as_a_comment() -> None:
    outcome = api.sketch("Ana finds the key.\nRain everywhere.\nBen does not come.\nAna leaves.\n", "tale").unwrap()
    assert outcome.unread == ("Rain everywhere.", "Ben does not come.")
    assert events(outcome.text) == ["find(Ana, key)", "...", "...", "leave(Ana)"]
    assert "# not read (nobody is named who does it): Rain everywhere." in outcome.text
    assert "Write each again as WHO DOES WHAT" in outcome.text


def test_control_a_clean_outline_needs_no_advice() -> None:
    assert "Write each again" not in sheet("Ana finds the key.\nAna leaves.\n")


def test_wishes_and_bonds_go_to_the_cast() -> None:
    text = sheet("Ana loves Ben.\nAna wants to marry Ben.\nBen wants the ring.\nBen steals the ring.\n")
    assert "    loves Ben  # guess" in text
    assert "    wants marry 1: has_married(Ana, Ben)  # guess" in text
    assert "    wants ring 1: holder(ring) = Ben  # guess" in text
    assert events(text) == ["steal(Ben, ring)"]
    is_in_order(text)


def test_every_guess_says_so() -> None:
    text = sheet("Ana asks Ben to stay.\nBen goes to the well.\n")
    for line in text.splitlines():
        word = line.split()[:1]
        if word in (["when"], ["then"], ["character"], ["wants"], ["path"], ["ending"]):
            assert "# guess" in line, line


def test_headings_bullets_and_marks_do_not_matter() -> None:
    plain = "Ana finds the key.\nBen follows Ana to the well.\nAna hides.\n"
    odd = (
        "\ufeff# Act One\r\n\r\n  - Ana finds the key\r\n* [x] Ben follows Ana to the\r\n  well.\r\n---\r\n"
        "## Act Two\r\n3) Scene 2: “Ana hides.”\r\n"
    )
    assert events(sheet(odd)) == events(sheet(plain)) == ["find(Ana, key)", "follow(Ben, Ana, well)", "hide(Ana)"]
    assert "# Act One\n" in sheet(odd)


@pytest.mark.parametrize("text", ["", " \n\r\n", "---\n", "...", "the end", "then???", "42", "##"])
def test_without_an_event_there_is_no_sheet(text: str) -> None:
    outcome = api.sketch(text, "tale")
    assert [each.code for each in outcome.diagnostics] == ["no-outline"]


def test_names_that_the_language_uses_otherwise_do_no_harm() -> None:
    is_in_order(
        sheet("Ana takes the path.\nBen steals the number and the place.\nAna walks.\nYes asks Unknown to open.\n")
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ana meets Ben at the inn. " * 150_000,
        "Ana runs and " * 300_000,
        pytest.param(
            "".join(f"Name{n} greets Other{n} at the inn{n}.\n" for n in range(80_000)), marks=pytest.mark.slow
        ),
        "Ana waits.\n" + "a" * 4_000_000,
    ],
    ids=["repeated", "no full stop", "many names", "one word"],
)
def test_four_megabytes_are_read_as_far_as_one_can_work_with(text: str) -> None:
    outcome = api.sketch(text, "tale")
    assert {each.code for each in outcome.diagnostics} <= {"long-outline", "no-outline"}
    if outcome.value is not None:
        is_in_order(outcome.value.text)


SOME = """Ana Ben Carl She it they the a her old lamp well king place who in to with and or not is was has gives takes
asked leaves to that because when nobody wants loves
become by of 's home "No" , ; : ( ) . ? - # ` { } [ ] \\ | é 7 サ"""
WORDS = st.sampled_from([*SOME.split(), "\n"])


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_any_words_give_a_sheet_in_order_or_a_diagnosis(words: list[str]) -> None:
    outcome = api.sketch(" ".join(words), "tale")
    if outcome.value is None:
        assert [each.code for each in outcome.diagnostics] == ["no-outline"]
    else:
        is_in_order(outcome.value.text)
