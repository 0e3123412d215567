"""The world `ward`: what it has to show, and what if one thing were otherwise; each with control and mutants.

A test that says "would" asks at the moment of the choice who has a reason for which act; "can" replays the beats.
"""

from __future__ import annotations

import pytest
from found import found
from founding import WORLDS, Founding

import kizuna

WORLD = Founding("ward")
BEATS = (
    "give(Lena, phial, Otto)",
    "clear_away(Lena, phial)",
    "reassure(Amir, Lena)",
    "ask(Amir, Lena, silence)",
    "agree(Lena, Amir, silence)",
    "worsen(Otto)",
    "own_up(Lena, Ruth, phial, Otto)",
    "treat(Ruth, Otto, stimulant)",
    "own_share(Amir, Ruth, phial)",
    "own_up(Lena, Emil, phial, Otto)",
    "reprimand(Ruth, Lena, Amir, phial, Otto)",
)
GIVE, READ, LIE, ASK, AGREE, WORSEN, OWN_UP, TREAT, SHARE, TELL_EMIL, REPRIMAND = BEATS
GIVEN, KNOWN, LIED, ASKED, AGREED, WORSE, OWNED, TREATED, SHARED, TOLD = (BEATS[:n] for n in range(1, 11))
NO_LIE = (GIVE, READ, ASK)
SILENT, DISMISS, LET_PASS = "stay_silent(Lena, Amir, silence)", "dismiss(Ruth, Lena, Otto)", "let_pass(Ruth)"

ORDERLY = "    wants order 1: cleared(phial)\n"
KNOWS_THE_LABEL = WORLD.change(ORDERLY + "    believes contains(phial) = calmer\n", ORDERLY)
RIGHT_DRUG = WORLD.change("contains(phial) = stimulant", "contains(phial) = calmer")
HE_CARES_LESS = WORLD.change("    cares for Lena 6\n", "    cares for Lena 1\n")
SHE_CARES_LESS = WORLD.change("tends Otto 5", "tends Otto 2")
A_WOMAN_OF_HER_WORD = WORLD.change("    keeps word 1\n", "    keeps word 3\n")
FREE_OF_WORDS = WORLD.change("    keeps word 1\n")
LENIENT = WORLD.change("strict 6", "strict 0")
NO_WORD_TO_EMIL = WORLD.change("fact word(Lena, Emil, truth) = given\n")
UNSCRUPULOUS = WORLD.change("    upright 3\n")
HAPPY_TO_TELL = WORLD.change("    wants quiet 4:", "    wants quiet 0:")


def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("ward").fabulas[0].actions == BEATS


# --- must: the mistake ---


def test_would_she_gives_it_for_a_false_belief_about_what_it_is() -> None:
    """Would; the mutant knows the label."""
    assert WORLD.would(GIVE, ())
    assert WORLD.so("state_of(Otto) = poisoned and (Lena believes state_of(Otto) = resting)", GIVEN)
    assert not WORLD.would(GIVE, (), KNOWS_THE_LABEL)
    assert WORLD.so("state_of(Otto) = resting", GIVEN, RIGHT_DRUG)


def test_can_the_label_tells_both_what_they_have_done() -> None:
    knows = "(Lena believes state_of(Otto) = poisoned) and (Amir believes state_of(Otto) = poisoned)"
    assert not WORLD.so(knows, GIVEN)
    assert WORLD.so(knows, KNOWN)
    assert not WORLD.possible(OWN_UP, KNOWN, RIGHT_DRUG)


# --- must: the lie, and the word that hangs on it ---


def test_would_he_lies_so_that_she_can_promise() -> None:
    """Would; the mutants: one who has nothing to hide, and a nurse whose word would not need the lie."""
    assert WORLD.would(LIE, KNOWN)
    assert WORLD.plan(LIE, KNOWN) == (LIE, ASK, AGREE)
    assert not WORLD.would(LIE, KNOWN, HAPPY_TO_TELL)
    assert not WORLD.would(LIE, KNOWN, UNSCRUPULOUS)


def test_would_she_promises_only_since_she_believes_the_lie() -> None:
    """Would: without it she keeps silent to him, and calls for help."""
    assert WORLD.would(AGREE, ASKED)
    assert not WORLD.would(AGREE, NO_LIE)
    assert WORLD.would(SILENT, NO_LIE)


def test_would_her_word_holds_while_she_believes_that_it_passes() -> None:
    """Would: both the lie and the word keep her from telling Emil, to whom she owes it."""
    assert WORLD.would(TELL_EMIL, LIED)
    assert not WORLD.would(TELL_EMIL, AGREED)
    assert not WORLD.would(OWN_UP, AGREED)
    assert not WORLD.would(TELL_EMIL, LIED, FREE_OF_WORDS)  # there is blame in it


# --- must: a life against a word ---


def test_would_she_breaks_her_word_for_his_life() -> None:
    found = WORLD.differences(OWN_UP, WORSE)
    assert (found["nursing(Otto)"], found["faith(Amir)"]) == (10, -4)
    assert WORLD.so("word(Lena, Amir, silence) = broken", OWNED)
    assert not WORLD.would(OWN_UP, WORSE, SHE_CARES_LESS)


def test_would_he_gives_up_his_safety_so_that_she_is_not_dismissed() -> None:
    """Would: he averts what Ruth would do; the mutants: one who cares less, and a Ruth who would let it pass."""
    assert WORLD.would(DISMISS, TREATED)
    assert WORLD.would(SHARE, TREATED)
    assert not WORLD.would(DISMISS, SHARED)
    assert WORLD.would(REPRIMAND, SHARED)
    assert not WORLD.would(SHARE, TREATED, HE_CARES_LESS)
    assert not WORLD.would(SHARE, TREATED, LENIENT)


def test_would_she_keeps_the_older_word() -> None:
    """Would; the mutant owes Emil nothing."""
    assert WORLD.would(TELL_EMIL, SHARED)
    assert WORLD.so("word(Lena, Emil, truth) = kept", TOLD)
    assert not WORLD.would(TELL_EMIL, SHARED, NO_WORD_TO_EMIL)


# --- what if ---


def test_what_if_he_had_not_lied_she_would_have_told_at_once() -> None:
    assert WORLD.would(OWN_UP, (*NO_LIE, SILENT))
    assert not WORLD.would(OWN_UP, AGREED)


def test_what_if_he_cared_less_she_would_be_dismissed_alone() -> None:
    assert WORLD.would(DISMISS, TREATED, HE_CARES_LESS)
    assert WORLD.so("dismissed(Lena) and not reprimanded(Amir)", (*TREATED, DISMISS), HE_CARES_LESS)
    assert not WORLD.would(DISMISS, SHARED)


def test_what_if_the_patient_weighed_less_nobody_would_know_and_he_would_die() -> None:
    assert WORLD.would(OWN_UP, WORSE)
    assert not WORLD.would(OWN_UP, WORSE, SHE_CARES_LESS)
    assert WORLD.so("state_of(Otto) = dead and not told(Ruth)", (*WORSE, "die(Otto)"), SHE_CARES_LESS)


def test_what_if_her_word_weighed_more_she_would_not_give_it() -> None:
    assert WORLD.would(AGREE, ASKED)
    assert not WORLD.would(AGREE, ASKED, A_WOMAN_OF_HER_WORD)


def test_what_if_the_head_were_lenient_it_would_pass() -> None:
    assert not WORLD.would(LET_PASS, TREATED)
    assert WORLD.would(LET_PASS, TREATED, LENIENT)


def test_what_if_the_right_drug_had_been_in_it_there_would_be_no_story() -> None:
    assert WORLD.so("state_of(Otto) = resting", KNOWN, RIGHT_DRUG)
    assert not WORLD.possible(WORSEN, KNOWN, RIGHT_DRUG)
    assert WORLD.possible(WORSEN, KNOWN)


@pytest.mark.parametrize("ending", ["scapegoat", "hushed_up"])
def test_can_the_other_endings_are_reached(ending: str) -> None:
    """Can: without the steps of the plot."""
    cast, plot = (WORLDS / "ward" / "world.story").read_text("utf-8").split("\nplot\n")
    lines = [
        line
        for line in plot.splitlines()
        if not line.startswith(("    first ", "    then ", "    ending ")) or line.startswith(f"    ending {ending}:")
    ]
    found = kizuna.find(kizuna.read_text("\n".join([cast, "plot", *lines, ""]), language="story").unwrap()).unwrap()
    assert found.fabulas
