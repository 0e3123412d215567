"""Other words for a passage: what is a change, a loss or a leak, and what is only another way to say it."""

from __future__ import annotations

import pytest

import kizuna
from kizuna import api
from kizuna.discourse import Telling
from kizuna.narration.passages import Passage
from kizuna.narration.retelling import MOST_SHOWN, Check, refusals

WORLD = kizuna.read("lantern").unwrap()
TOLD = Passage(1, 1, "Mira told Ana that Bruno was hurt.", (), ("Mira", "Ana", "Bruno"), (), (), ("told", "hurt"))
TOOK = Passage(2, 1, "She took the lamp.", (), (), ("lamp",), ("Mira",), ("took",))
SPOKE = Passage(1, 1, "Mira told Ana something.", (), ("Mira", "Ana"), (), (), ("told",))
I_WALKED = Passage(1, 1, "I walked to the well.", (), (), ("well",), (), ("walked",))


def objection(ours: Passage, theirs: str, *withhold: str) -> str | None:
    options = tuple(("withhold", each) for each in withhold)
    telling = api.telling(WORLD, options=options).unwrap() if options else Telling()
    _, refused = Check(WORLD, telling).taken((ours,), {ours.number: theirs})
    return refused.get(ours.number)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (TOLD, TOLD.text),
        (TOLD, "Slowly, Mira turned and told Ana what she knew would be heard: that Bruno, poor Bruno, was hurt."),
        (TOOK, "And so Mira took it, the lamp, in her hands."),
        (TOOK, "The lamp! She took it."),
        (I_WALKED, "So I went on my way and walked to the well."),
    ],
)
def test_another_way_to_say_the_same_is_taken(ours: Passage, theirs: str) -> None:
    assert objection(ours, theirs) is None


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        (TOLD, "Ana told Mira that Bruno was hurt.", "another order (Ana, Mira, Bruno)"),
        (TOLD, "Mira was told by Ana that Bruno was hurt.", "makes Ana the one by whom it is done"),
        (TOLD, "Mira told Ana that Bruno was not hurt.", "denies"),
        (TOLD, "Mira told Ana that Bruno wasn’t hurt.", "denies"),
        (TOLD, "Mira told Ana that Bruno was well again.", "loses what happens (hurt)"),
        (TOLD, "Mira told Ana that he was hurt.", "does not name Bruno"),
        (TOLD, "Mira told Ana by the well that Bruno was hurt.", "names well, and our words do not"),
        (TOLD, "Gerda watched. Mira told Ana that Bruno was hurt.", "Gerda, which could be a name"),
        (TOLD, "Mira told Ana that Bruno was hurt, and I believed it.", "told by somebody else"),
        (TOOK, "Ana took the lamp.", "names Ana, and our words do not"),
        (I_WALKED, "She walked to the well.", "told by somebody else"),
    ],
)
def test_what_changes_loses_or_adds_something_is_not(ours: Passage, theirs: str, why: str) -> None:
    assert why in (objection(ours, theirs) or "")


def test_what_would_tell_what_is_withheld_is_not_said() -> None:
    said = "Mira told Ana something, a lie about hurting."
    assert objection(SPOKE, said) is None
    assert "speaks of what is withheld (hurting)" in (objection(SPOKE, said, "hurt") or "")


def test_what_our_words_have_said_is_withheld_no_more() -> None:
    check = Check(WORLD, api.telling(WORLD, options=(("withhold", "hurt"),)).unwrap())
    later = Passage(2, 1, SPOKE.text, (), SPOKE.people, (), (), SPOKE.words)
    taken, refused = check.taken((TOLD, later), {2: "Mira told Ana something of who was hurt."})
    assert (list(taken), refused) == ([2], {})


def test_many_refusals_are_one_finding() -> None:
    several = dict.fromkeys(range(1, MOST_SHOWN + 3), "it is too long")
    given = [Passage(number, 1, "", ()) for number in several]
    (finding,) = refusals("It", given, several)
    assert finding.message.startswith(f"{len(several)} of {len(several)} passages")
    assert finding.help[0].endswith("and 2 more.")
    assert refusals("It", given, {}) == ()
