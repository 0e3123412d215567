"""What people do for the sake of the library's motives: each choice with its reason, and gone once the reason is."""

from __future__ import annotations

import re

import pytest
from promises import Mutation, block, library_text
from scenes import Choice, staged, stories


def changed(module: str, old: str, new: str = "") -> tuple[Mutation, ...]:
    """One change of a scene or of a module."""
    return (Mutation(module, old, new),)


def without(module: str, heading: str) -> tuple[Mutation, ...]:
    """A module without one declaration."""
    return changed(module, block(module, heading))


CHOICES = {
    # --- bonds ---
    "she tends him because he is to be well": Choice(
        "ties", "tend(Ana, Ben)", without("bonds", "motive health"), of=("health",)
    ),
    "nobody tends a stranger": Choice("ties", "tend(Ana, Ben)", changed("ties", "    cares for Ben 4\n")),
    "she goes where her love is": Choice(
        "ties", "walk(Ana, room, hall)", without("bonds", "motive company"), of=("company",)
    ),
    "whoever was harmed strikes back": Choice(
        "ties", "strike(Cleo, Ana)", without("bonds", "motive revenge"),
        events=("walk(Ana, room, hall)",), of=("revenge",),
    ),
    "not who knows of no harm": Choice(
        "ties", "strike(Cleo, Ana)", changed("ties", "    armed", "    armed\n    believes not harmed(Ana, Cleo)"),
        events=("walk(Ana, room, hall)",),
    ),
    # --- bodies ---
    "who is awake is not carried off against their will": Choice(
        "carrying", "carry(Ana, Ben, room, hall)",
        changed("carrying", "    loves Cleo 4", "    not awake\n    loves Cleo 4"),
        would=False,
    ),
    "it takes leave, and nothing else is in the way": Choice(
        "carrying", "carry(Ana, Ben, room, hall)", changed("bodies", "    with  whom: able(whom)\n"), would=False
    ),
    "who does not mind lets themselves be carried": Choice(
        "carrying", "carry(Ana, Ben, room, hall)", changed("carrying", "    loves Cleo 4\n"), would=False
    ),
    # --- danger ---
    "she lets him go": Choice("sparing", "let_go(Ana, Ben)", without("danger", "motive safety"), of=("safety",)),
    "not whoever holds him dear too little": Choice(
        "sparing", "let_go(Ana, Ben)", changed("sparing", "    loves Ben 3\n", "    loves Ben 0\n")
    ),
    "she would strike for a greater duty": Choice(
        "sparing", "strike(Ana, Ben)", changed("sparing", "Ben 4", "Ben 10"), would=False, of=("duty",)
    ),
    "for duty, and for nothing else": Choice(
        "heart", "strike(Ana, Ben)", without("danger", "motive duty"), of=("duty",)
    ),
    "who can break free does, to be safe": Choice(
        "sparing", "break_free(Ben, Ana)", without("danger", "motive own_safety"), of=("own_safety",)
    ),
    "a credible threat deters": Choice(
        "deterrence", "steal(Tom)", changed("deterrence", "    wary 1 for Tom\n"), would=False, of=("own_health",)
    ),
    "for fear of the wound": Choice(
        "deterrence", "steal(Tom)", without("danger", "motive own_health"), would=False, of=("own_health",)
    ),
    "or of death": Choice(
        "deterrence", "steal(Tom)", without("danger", "motive own_life"), would=False, of=("own_life",),
        given=changed("deterrence", "purse 2: stolen(Tom)", "purse 6: stolen(Tom)\n    hurt"),
    ),
    "a threat with empty hands does not": Choice(
        "deterrence", "steal(Tom)", changed("deterrence", "    armed\n"), would=False
    ),
    "nor one that love belies": Choice(
        "deterrence", "steal(Tom)", changed("deterrence", "    armed\n", "    armed\n    loves Tom 8\n"), would=False
    ),
    "nor one that he believes to be empty": Choice(
        "deterrence", "steal(Tom)",
        changed("deterrence", "purse 2: stolen(Tom)", "purse 2: stolen(Tom)\n    believes loves(Gus, Tom) = 8"),
        would=False,
    ),
    "she wakes him before it is too late": Choice(
        "averting", "rouse(Mia, Ben)", without("bonds", "motive life"), of=("life",)
    ),
    "not if she does not look ahead": Choice(
        "averting", "rouse(Mia, Ben)", changed("averting", "    wary 1 for Mia\n")
    ),
    "not if nobody would do it": Choice("averting", "rouse(Mia, Ben)", changed("averting", "    hates Ben 4\n")),
    "not if she thinks nobody would": Choice(
        "averting", "rouse(Mia, Ben)",
        changed("averting", "    loyal to Ben 4\n", "    loyal to Ben 4\n    believes hates(Kurt, Ben) = 0\n"),
    ),
    "not if it were in vain": Choice(
        "averting", "rouse(Mia, Ben)", changed("averting", "    on guard\n", "    on guard\n    hurt\n")
    ),
    "he leaves with nothing, for her sake": Choice(
        "leaving", "leave(Ben, Ana)", changed("leaving", "    loves Ana 4\n"), of=("life",)
    ),
    "he cuts her down for a cause that weighs more": Choice(
        "leaving", "cut_down(Ben, Ana)", changed("leaving", "scrolls 6", "scrolls 10"), would=False
    ),
    # --- hearts ---
    "she does it, not knowing her heart": Choice(
        "heart", "strike(Ana, Ben)", changed("heart", "    believes loves(Ana, Ben) = 1\n")
    ),
    "nobody drinks in order to love more": Choice(
        "potion", "drink_potion(Ana, Ben)", changed("potion", "loves(who, whom) = 10", "not hurt(whom)"), would=False
    ),
    "nor in order to suffer less for another": Choice(
        "potion", "drink_poppy(Ana, Cleo)", changed("potion", "loves(who, whom) = 0", "distress(whom) = 0"),
        would=False, of=("consolation",),
    ),
    # --- feelings ---
    "guilt makes her confess": Choice(
        "guilt", "confess(Ana, Cleo, Ben)", without("feelings", "motive conscience"), of=("conscience",)
    ),
    "not where fear is greater": Choice("guilt", "confess(Ana, Cleo, Ben)", changed("guilt", "fear 3", "fear 10")),
    "it is fear that keeps her from it": Choice(
        "guilt", "confess(Ana, Cleo, Ben)", without("feelings", "motive secrecy"), would=False, of=("secrecy",),
        given=changed("guilt", "fear 3", "fear 10"),
    ),
    "nobody confesses the harm that leaves them cold": Choice(
        "guilt", "confess(Ana, Cleo, Ben)", changed("guilt", "loves Ben 8", "loves Ben 1")
    ),
    "she lets herself be held, to be lighter": Choice(
        "guilt", "comfort(Ana, Ben)", without("moods", "motive peace_of_mind"), of=("peace_of_mind",)
    ),
    "he holds her, for her sake": Choice(
        "guilt", "hold(Ben, Ana)", without("moods", "motive consolation"), of=("consolation",)
    ),
    "they hold each other, he for her sake": Choice(
        "guilt", "comfort(Ana, Ben)", without("moods", "motive consolation"), of=("consolation",)
    ),
    "he does not if she is nothing to him": Choice(
        "guilt", "comfort(Ana, Ben)", changed("guilt", "loves Ana 9", "fear 1")
    ),
    "he forgives her, for her sake": Choice(
        "guilt", "forgive(Ben, Ana)", without("moods", "motive consolation"), of=("consolation",)
    ),
    "nobody forgives who does not see what it does to her": Choice(
        "guilt", "forgive(Ben, Ana)",
        changed("guilt", "loves Ana 9", "loves Ana 9\n    believes rues(Ana, Ben)"),
    ),
    "nobody threatens in order to be thanked for sparing": Choice(
        "coaxing", "threaten(Ana, Ben)", changed("bonds", " and not threatened(whom, who)"), would=False
    ),
    # --- time ---
    "she waits for what she knows will come": Choice(
        "waiting", "wait(Ana)", changed("waiting", "train comes_at 1", "train comes_at 20"), events=("buy(Ana)",)
    ),
    "nobody counts on what only may come": Choice(
        "waiting", "wait(Ana)", changed("time", "due   hour", "when  hour"), events=("buy(Ana)",)
    ),
    "she does not wait while something runs out": Choice(
        "waiting", "wait(Ana)", changed("waiting", "closing comes_at 1", "closing comes_at 3"), would=False
    ),
    # --- wanting to know ---
    "she goes to look, whatever there is to be seen": Choice(
        "questions", "walk(Ana, house, well)", without("curiosity", "motive to_know"), of=("to_know",)
    ),
    "nobody goes where nothing shows": Choice(
        "questions", "walk(Ana, house, well)", changed("questions", ", shows(well, who_rang)")
    ),
    "she asks who will tell": Choice(
        "questions", "ask(Ana, Ben, who_rang)",
        changed("questions", "    knows who_rang", "    knows who_rang\n    fears talk 2: knows(Ana, who_rang)"),
        of=("to_know",),
    ),
    "nobody asks who does not know": Choice(
        "questions", "ask(Ana, Ben, who_rang)", changed("questions", "    knows who_rang", "    wonders who_rang 1")
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CHOICES)
def test_control_the_reason_is_there(name: str) -> None:
    assert CHOICES[name].holds()


@pytest.mark.parametrize("name", CHOICES)
def test_mutant_without_what_it_is_about_it_is_not(name: str) -> None:
    assert CHOICES[name].holds(mutant=True)


MOTIVES = {
    motive
    for module in ("bonds", "danger", "feelings", "moods", "curiosity")
    for motive in re.findall(r"^motive (\w+)", library_text(module), re.MULTILINE)
}


def test_every_motive_of_the_library_is_somebody_s_reason_here() -> None:
    assert {motive for choice in CHOICES.values() for motive in choice.of} == MOTIVES


def test_whoever_knew_their_heart_too_late_feels_it_as_it_truly_is() -> None:
    stage = staged("heart")
    after = stage.after(("strike(Ana, Ben)",))
    names = [fluent.name for fluent in stage.world.fluents]
    for fluent in ("guilt(Ana)", "distress(Ana)", "loves(Ana, Ben)"):
        number = names.index(fluent)
        assert (after.values[number], after.beliefs[0].values[number]) == (8, 8)


def test_a_story_is_found_of_one_who_knew_her_heart_too_late() -> None:
    found = stories("too_late")
    assert found == [("strike(Ana, Ben)", "confess(Ana, Cleo, Ben)")]


@pytest.mark.parametrize(
    "unless",
    [
        changed("too_late", "    believes loves(Ana, Ben) = 1\n"),
        changed("too_late", "    ordered against Ben 6\n"),
        changed("too_late", "    fear 1\n", "    fear 10\n"),
        without("feelings", "rule feels_guilt"),
        without("feelings", "rule knows_own_heart"),
    ],
    ids=["who knew it in time", "without the order", "for fear", "without guilt", "whose heart is silent"],
)
def test_mutant_no_story_is_found_of_one(unless: tuple[Mutation, ...]) -> None:
    assert stories("too_late", unless) == []
