"""What people do for the sake of words given, asked for and told: each choice with its reason, and gone with it."""

from __future__ import annotations

import pytest
from promises import STORIES, Mutation, block
from scenes import Choice

from kizuna import api
from kizuna.fabula import Fabula
from kizuna.model.world import World

ORDERED, BEGS = ("order(Captain, Ana, arrest)",), "beg(Kay, Sam, legacy)"
BEGGED = ("ask(Kay, Sam, legacy)", "refuse(Sam, Kay, legacy)", BEGS)
SWORN, TOLD, ASKED = ("vow(Ana, Ben, guard)",), ("tell_love(Ana, Ben)",), ("ask_whether_theft(Ben, Ana)",)


def changed(module: str, old: str, new: str = "") -> tuple[Mutation, ...]:
    """One change of a scene or of a module."""
    return (Mutation(module, old, new),)


def without(module: str, heading: str) -> tuple[Mutation, ...]:
    """A module without one declaration."""
    return changed(module, block(module, heading))


LOVE = changed("order", "    fond 3\n", "    fond 5\n")

CHOICES = {
    # --- an order ---
    "she obeys where duty outweighs love": Choice("order", "agree(Ana, Captain, arrest)", LOVE, events=ORDERED),
    "and does it": Choice(
        "order",
        "bind(Ana, Ben)",
        without("undertakings", "motive obedience"),
        events=(*ORDERED, "agree(Ana, Captain, arrest)"),
        of=("obedience",),
    ),
    "she refuses where love outweighs duty": Choice(
        "order", "refuse(Ana, Captain, arrest)", LOVE, would=False, events=ORDERED
    ),
    "to refuse has its price": Choice(
        "order",
        "refuse(Ana, Captain, arrest)",
        without("undertakings", "motive obedience"),
        would=False,
        events=ORDERED,
    ),
    "nobody gives orders that will not be obeyed": Choice("order", ORDERED[0], LOVE),
    "nor without a wish": Choice("order", ORDERED[0], without("undertakings", "motive wish"), of=("wish",)),
    # --- a dying wish ---
    "a dying wish is granted": Choice(
        "last_wish", "agree(Sam, Kay, legacy)", changed("last_wish", "    dying\n"), events=BEGGED
    ),
    "for the sake of whom it comes from": Choice(
        "last_wish", "agree(Sam, Kay, legacy)", without("undertakings", "motive heed"), events=BEGGED, of=("heed",)
    ),
    "the plea of the living is not": Choice(
        "last_wish", "refuse(Sam, Kay, legacy)", changed("last_wish", "    dying\n"), would=False, events=BEGGED
    ),
    "a mere request is passed over rather than refused": Choice(
        "last_wish",
        "refuse(Sam, Kay, legacy)",
        changed(
            "undertakings",
            "if pressing(whom, who, what) > 1 then refused",
            "if pressing(whom, who, what) > 0 then refused",
        ),
        would=False,
        events=("ask(Kay, Sam, legacy)",),
    ),
    "he begs since it will be granted": Choice("last_wish", BEGS, changed("last_wish", "heeds Kay 2", "heeds Kay 1")),
    # --- either way ---
    "an order pays either way": Choice(
        "either_way", "order(Vane, Rolf, quest)", changed("either_way", " or refused(Rolf, Vane, quest) > 0")
    ),
    "also if he says nothing": Choice(
        "either_way",
        "order(Vane, Rolf, quest)",
        changed(
            "undertakings",
            "if pressing(whom, who, what) > 1 then refused",
            "if pressing(whom, who, what) > 2 then refused",
        ),
    ),
    # --- a word kept, a word broken ---
    "a word is kept at a cost": Choice(
        "errand", "walk(Ana, inn, road)", without("undertakings", "motive faith"), of=("faith",)
    ),
    "not at any cost": Choice("errand", "walk(Ana, inn, road)", changed("errand", "fire 2", "fire 4")),
    "nobody keeps a word that was never given": Choice(
        "errand", "walk(Ana, inn, road)", changed("errand", "fact word(Ana, Ben, errand) = given\n")
    ),
    "an oath is kept at a greater cost": Choice(
        "errand",
        "walk(Ana, inn, road)",
        changed("errand", "= given\n", "= given, sworn(Ana, Ben, errand)\n") + changed("errand", "fire 2", "fire 7"),
    ),
    "nor one that is kept already": Choice(
        "errand", "walk(Ana, inn, road)", changed("errand", "= given\n", "= kept\n")
    ),
    "a word is broken that weighs too little": Choice("purse", "spend(Ana)", changed("purse", "word 1/2", "word 1")),
    "one lets another off rather than be let down": Choice(
        "purse", "release(Ben, Ana, thrift)", without("undertakings", "motive reliance"), of=("reliance",)
    ),
    "not where the word will be kept": Choice(
        "purse", "release(Ben, Ana, thrift)", changed("purse", "word 1/2", "word 1")
    ),
    # --- an oath as evidence ---
    "an oath that is believed deters": Choice(
        "oath", "take(Ben)", without("undertakings", "rule takes_at_word"), would=False, events=SWORN
    ),
    "one with little at stake does not": Choice(
        "oath",
        "take(Ben)",
        changed("oath", "stakes guard 2", "stakes guard 1"),
        would=False,
        events=SWORN,
    ),
    "so it is sworn": Choice("oath", SWORN[0], without("undertakings", "rule takes_at_word")),
    "not to who knows it already": Choice(
        "oath",
        SWORN[0],
        changed("oath", "    believes wishes(Ana, guard) = 0\n")
        + changed("oath", "    believes Ben believes wishes(Ana, guard) = 0\n"),
    ),
    # --- hearts and questions ---
    "he asks for the dance once he knows her heart": Choice(
        "dance",
        "ask(Ben, Ana, dance)",
        changed("dance", "= 5\nmatter", "= 1\nmatter"),
        events=TOLD,
    ),
    "and not before": Choice(
        "dance", "ask(Ben, Ana, dance)", changed("dance", "    believes fond_of(Ana, Ben) = 0\n"), would=False
    ),
    "so she tells it": Choice(
        "dance", TOLD[0], changed("dance", "fond_of(Ana, Ben) = 5, Ana", "fond_of(Ana, Ben) = 1, Ana")
    ),
    "he asks in order to know": Choice("question", ASKED[0], without("words", "motive curiosity"), of=("curiosity",)),
    "she lies to him": Choice(
        "question", "deny_theft(Ana, Ben)", changed("question", "honest 1", "honest 3"), events=ASKED
    ),
    "or tells the truth, for honesty's sake": Choice(
        "question",
        "affirm_theft(Ana, Ben)",
        changed("question", "honest 1", "honest 3"),
        would=False,
        events=ASKED,
        of=("honesty",),
    ),
    "or nothing, where she does what is best": Choice(
        "question",
        "deny_theft(Ana, Ben)",
        changed("question", "settings\n", "settings\n    best within 0\n"),
        events=ASKED,
    ),
    "she confesses what is too heavy to bear": Choice(
        "question", "confess_theft(Ana, Ben)", changed("question", "theft 1/2", "theft 3"), would=False, of=("candour",)
    ),
}


@pytest.mark.parametrize("name", CHOICES)
def test_control_the_reason_is_there(name: str) -> None:
    assert CHOICES[name].holds()


@pytest.mark.parametrize("name", CHOICES)
def test_mutant_without_what_it_is_about_it_is_not(name: str) -> None:
    assert CHOICES[name].holds(mutant=True)


def story(scene: str, ending: str, *changes: tuple[str, str], events: int = 4) -> tuple[World, Fabula | None]:
    """A scene with an ending and some changes, and how it comes to that end, if it does."""
    text = (STORIES / f"{scene}.story").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    world = api.read_text(f"{text}\nplot\n    ending told: {ending}\n", name=scene, language="story").unwrap()
    found = api.find(world, events=events).unwrap().fabulas
    return world, found[0] if found else None


HONEST, LOVES, MISJUDGES = (
    ("honest 1", "honest 3"),
    ("    fond 3\n", "    fond 5\n"),
    ("    wishes arrest 2\n", "    wishes arrest 2\n    believes fond(Ana) = 3\n"),
)


@pytest.mark.parametrize(("change", "answer", "liar"), [((), "deny_theft", "Ana"), ((HONEST,), "affirm_theft", None)])
def test_whoever_answers_with_what_they_take_for_false_lies(
    change: tuple[tuple[str, str], ...], answer: str, liar: str | None
) -> None:
    world, found = story("question", f"Ben believes {'not ' if liar else ''}stole(Ana)", *change)
    assert found is not None
    assert found.actions == ("ask_whether_theft(Ben, Ana)", f"{answer}(Ana, Ben)")
    assert [event.liar for event in api.why(world, found).unwrap().events] == [None, liar]


@pytest.mark.parametrize(
    ("scene", "ending", "changes", "actions"),
    [
        ("order", "bound(Ben)", (), ("order(Captain, Ana, arrest)", "agree(Ana, Captain, arrest)", "bind(Ana, Ben)")),
        ("order", "refused(Ana, Captain, arrest) > 0", (LOVES, MISJUDGES),
         ("order(Captain, Ana, arrest)", "refuse(Ana, Captain, arrest)")),
        ("last_wish", "word(Sam, Kay, legacy) = kept", (),
         ("beg(Kay, Sam, legacy)", "agree(Sam, Kay, legacy)", "take_up(Sam)")),
        ("errand", "word(Ana, Ben, errand) = kept", (), ("walk(Ana, inn, road)", "deliver(Ana)")),
        ("purse", "Ben believes word(Ana, Ben, thrift) = broken", (), ("spend(Ana)",)),
    ],
    ids=["obeyed", "refused", "granted", "kept", "broken"],
)  # fmt: skip
def test_the_story_is_found(
    scene: str, ending: str, changes: tuple[tuple[str, str], ...], actions: tuple[str, ...]
) -> None:
    _, found = story(scene, ending, *changes)
    assert found is not None
    assert found.actions == actions


@pytest.mark.parametrize(
    ("scene", "ending", "changes"),
    [
        ("order", "bound(Ben)", (LOVES,)),
        ("order", "bound(Ben)", (("    dutiful 2\n", ""),)),
        ("order", "refused(Ana, Captain, arrest) > 0", (LOVES,)),
        ("last_wish", "word(Sam, Kay, legacy) = kept", (("    dying\n", ""),)),
        ("errand", "word(Ana, Ben, errand) = kept", (("    keeps word 1\n", ""),)),
        ("purse", "word(Ana, Ben, thrift) = broken", (("word 1/2", "word 1"),)),
    ],
    ids=["loved more", "no duty", "foreseen", "not dying", "a word of no weight", "a word of weight"],
)
def test_without_the_motive_or_the_belief_it_is_not(
    scene: str, ending: str, changes: tuple[tuple[str, str], ...]
) -> None:
    assert story(scene, ending, *changes)[1] is None
