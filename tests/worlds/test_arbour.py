"""The world `arbour`: what it has to show, and what if one thing were otherwise; each with control and mutants.

A test that says "would" asks at the moment of the choice who has a reason for which act; "can" replays the beats.
"""

from __future__ import annotations

from found import found
from founding import Founding

WORLD = Founding("arbour")
BEATS = (
    "stroll(Benedick, garden, arbour)",
    "let_fall_her_love(Pedro, Hero)",
    "stroll(Benedick, arbour, garden)",
    "stroll(Beatrice, garden, arbour)",
    "let_fall_his_love(Hero, Pedro)",
    "stroll(Benedick, garden, arbour)",
    "declare(Benedick, Beatrice)",
    "return_love(Beatrice, Benedick)",
)
HIDE, PERFORM, COME_OUT, SHE_HIDES, PERFORM_TO_HER, SEEK, DECLARE, RETURN = BEATS
HIDDEN, PERFORMED, OUT, TOLD, SOUGHT, DECLARED = (BEATS[:n] for n in (1, 2, 3, 5, 6, 7))
BOTH_HEARD = (HIDE, PERFORM, SHE_HIDES, PERFORM_TO_HER)
OPENING, LAUGH = "give_opening(Benedick, Beatrice)", "laugh_at(Beatrice, Benedick)"
COME_DOWN, UNDECEIVE = "stroll(Claudio, terrace, garden)", "undeceive(Claudio, Benedick, Pedro)"

HE_IS_LOVED = "loves(Beatrice, Benedick) according to Benedick = 8"
NO_HOPE = "loves(Benedick, Beatrice) according to Beatrice according to Benedick = 0"
UNSEEN = "Benedick believes not (Pedro believes at(Benedick) = arbour)"

NOT_SEEN = "    believes not overlooks(terrace, arbour)\n"
KNOWS_THE_VIEW = WORLD.change("    keeps word 0.5\n" + "    wants quiet 1: at(Benedick) = arbour\n" + NOT_SEEN)
HE_TAKES_HIM_FOR_KNOWING = WORLD.change("Benedick believes not overlooks", "Benedick believes overlooks")
NO_WORD = WORLD.change("    keeps word 1\n")
A_MAN_OF_HIS_WORD = WORLD.change("keeps word 0.5", "keeps word 2")
NEVER_GIVEN = WORLD.change("word(Benedick, Claudio, bachelorhood) = upheld, ")
PROUDER = WORLD.change("proud 3", "proud 8")
NO_MATCHMAKER = WORLD.change("wants match 1/2", "wants match 0")


def test_can_the_story_is_found_beat_by_beat() -> None:
    assert found("arbour").fabulas[0].actions == BEATS


# --- must: what is overheard is believed for a false belief about a belief ---


def test_can_he_believes_it_because_he_takes_himself_for_unseen() -> None:
    """The mutant knows what the terrace overlooks, and so that Pedro knows: one level less, and no story."""
    assert WORLD.so(f"(Pedro believes at(Benedick) = arbour) and ({UNSEEN})", HIDDEN)
    assert WORLD.so(HE_IS_LOVED, PERFORMED)
    assert not WORLD.so(UNSEEN, HIDDEN, KNOWS_THE_VIEW)
    assert not WORLD.so(HE_IS_LOVED, PERFORMED, KNOWS_THE_VIEW)


def test_would_pedro_speaks_since_he_knows_what_is_believed_of_him() -> None:
    """Would: he needs to believe that Benedick believes that he does not know; the mutant wants no match."""
    assert WORLD.would(PERFORM, HIDDEN)
    assert not WORLD.would(PERFORM, HIDDEN, HE_TAKES_HIM_FOR_KNOWING)
    assert not WORLD.would(PERFORM, HIDDEN, NO_MATCHMAKER)


def test_can_what_is_said_falsely_makes_itself_true() -> None:
    assert WORLD.so("loves(Benedick, Beatrice) = 0 and loves(Beatrice, Benedick) = 0", HIDDEN)
    assert WORLD.so("loves(Benedick, Beatrice) = 8 and loves(Beatrice, Benedick) = 0", PERFORMED)
    assert WORLD.so("loves(Benedick, Beatrice) = 8 and loves(Beatrice, Benedick) = 8", TOLD)
    assert not WORLD.so("loves(Benedick, Beatrice) = 8", PERFORMED, KNOWS_THE_VIEW)


def test_would_hero_speaks_too_though_she_does_not_like_to() -> None:
    assert WORLD.differences(PERFORM_TO_HER, BEATS[:4])["falseness"] == -1
    ashamed = WORLD.change("fears falseness 1", "fears falseness 9")
    assert not WORLD.would(PERFORM_TO_HER, BEATS[:4], ashamed)


# --- must: he speaks first for a false belief about what she believes ---


def test_would_he_speaks_first_since_he_believes_that_she_has_no_hope() -> None:
    """Would: she knows by now; he does not know that she does. Where he does, he lets her speak first."""
    assert WORLD.so(f"{NO_HOPE} and loves(Benedick, Beatrice) according to Beatrice = 8", TOLD)
    assert WORLD.would(DECLARE, SOUGHT)
    assert not WORLD.would(OPENING, SOUGHT)
    assert not WORLD.so(NO_HOPE, BOTH_HEARD)
    assert not WORLD.would(DECLARE, BOTH_HEARD)
    assert WORLD.would(OPENING, BOTH_HEARD)


def test_would_an_opening_would_have_been_enough() -> None:
    """Would: had he given her one she would have spoken; but not before she had heard anything."""
    assert WORLD.would("declare(Beatrice, Benedick)", (*SOUGHT, OPENING))
    assert not WORLD.would("declare(Beatrice, Benedick)", (*OUT, OPENING))
    assert WORLD.would(LAUGH, (*OUT, OPENING))


def test_would_love_speaks_against_pride_and_his_word() -> None:
    found = WORLD.differences(DECLARE, SOUGHT)
    assert {name: found[name] for name in ("union(Beatrice)", "pride", "faith(Claudio)")} == {
        "union(Beatrice)": 8,
        "pride": -3,
        "faith(Claudio)": -2,
    }
    assert not WORLD.would(DECLARE, SOUGHT, PROUDER)


def test_would_she_returns_it() -> None:
    assert WORLD.would(RETURN, DECLARED)
    assert not WORLD.would(LAUGH, DECLARED)


# --- must: Claudio keeps his word against what he wants ---


def test_would_claudio_keeps_silent_for_his_word() -> None:
    """Would: the mutant, whose word weighs nothing, comes down and tells."""
    assert not WORLD.would(COME_DOWN, OUT)
    assert WORLD.would(COME_DOWN, OUT, NO_WORD)
    assert WORLD.would(UNDECEIVE, (*OUT, COME_DOWN), NO_WORD)


# --- what if ---


def test_what_if_claudio_told_he_would_believe_nothing_and_not_speak() -> None:
    told = (*OUT, COME_DOWN, UNDECEIVE)
    assert WORLD.so(HE_IS_LOVED, OUT)
    assert not WORLD.so(HE_IS_LOVED, told, NO_WORD)
    assert WORLD.would(DECLARE, OUT, NO_WORD)
    assert not WORLD.would(DECLARE, told, NO_WORD)


def test_what_if_hero_said_nothing_he_would_be_laughed_at() -> None:
    """Would; control: in the story she does not laugh. It is an ending of its own."""
    assert WORLD.would(DECLARE, OUT)
    assert WORLD.would(LAUGH, (*OUT, DECLARE))
    assert not WORLD.would(RETURN, (*OUT, DECLARE))
    assert WORLD.so("mocked(Benedick, Beatrice)", (*OUT, DECLARE, LAUGH))


def test_what_if_his_word_weighed_more_he_would_not_speak() -> None:
    assert WORLD.would(DECLARE, SOUGHT)
    assert not WORLD.would(DECLARE, SOUGHT, A_MAN_OF_HIS_WORD)
    assert WORLD.would(DECLARE, SOUGHT, A_MAN_OF_HIS_WORD, NEVER_GIVEN)


def test_what_if_both_heard_it_together_she_would_be_let_speak_first() -> None:
    said = (*BOTH_HEARD, OPENING)
    assert WORLD.would("declare(Beatrice, Benedick)", said)
    assert WORLD.would("return_love(Benedick, Beatrice)", (*said, "declare(Beatrice, Benedick)"))
    assert WORLD.so("not has_spoken_first(Beatrice)", (*said, "declare(Beatrice, Benedick)"))
    assert WORLD.so("has_spoken_first(Benedick)", DECLARED)
