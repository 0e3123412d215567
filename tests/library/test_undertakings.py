"""The modules about one's word at work: each promise kept, and broken once a piece of the module is gone.

Ana, Ben and Dora are in the hall, Cleo is in the yard. Ana can run an errand and keep the peace. Ben may give orders.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from promises import LIBRARY, Mutation, Promise, Trial, but, less

from kizuna import api

FROM_AFAR = ("ask(Cleo, Ana, errand)",)
BEN_ASKS, BEN_BEGS = ("ask(Ben, Ana, errand)",), ("beg(Dora, Ana, errand)",)
ORDERED, OFFERED = ("order(Ben, Ana, errand)",), ("offer(Ben, Ana, errand)",)
GIVEN, UPHELD = ("promise(Ana, Ben, errand)",), ("promise(Ana, Ben, peace)",)
BROKEN = (*UPHELD, "quarrels()")
YES, NO, SILENT = (f"{answer}(Ana, Ben, errand)" for answer in ("agree", "refuse", "stay_silent"))
MODULE = "undertakings"

PROMISES = {
    "what is asked for stays asked for until it is answered": Promise(
        "action ask",
        less(MODULE, "action ask"),
        events=BEN_ASKS,
        so=(
            "demand(Ben, Ana, errand) = asked",
            "Dora believes demand(Ben, Ana, errand) = asked",
            "not (Cleo believes demand(Ben, Ana, errand) = asked)",
        ),
        cannot=BEN_ASKS,
    ),
    "nobody is asked for what is not in their hands": Promise(
        "action ask",
        but(MODULE, "action ask", "        can_undertake(whom, what)\n"),
        cannot=("ask(Ben, Dora, errand)", "ask(Dora, Ana, nightfall)"),
    ),
    "nobody asks for what does not concern them": Promise(
        "define is_concerned",
        but(MODULE, "define is_concerned", "wishes(who, what) > 0", "alive(who)"),
        cannot=("ask(Ana, Ben, peace)", "offer(Ana, Cleo, peace)", "promise(Ana, Cleo, peace)"),
    ),
    "nobody is asked from afar": Promise(
        "define can_address",
        but(MODULE, "define can_address", "    together(who, whom)", "    who = who"),
        cannot=FROM_AFAR,
    ),
    "only those who hear it know what was said": Promise(
        "define hears",
        but(MODULE, "define hears", "together(who, speaker)", "alive(speaker)"),
        events=BEN_ASKS,
        so=("not (Cleo believes demand(Ben, Ana, errand) = asked)", "Dora believes demand(Ben, Ana, errand) = asked"),
    ),
    "orders come from those who may give them": Promise(
        "action order",
        but(MODULE, "action order", "        commands(who, whom)\n"),
        events=ORDERED,
        so=("demand(Ben, Ana, errand) = ordered",),
        cannot=("order(Dora, Ana, errand)", "order(Ana, Ben, errand)"),
    ),
    "what was refused can still be begged for": Promise(
        "action beg",
        less(MODULE, "action beg"),
        events=("ask(Dora, Ana, errand)", "refuse(Ana, Dora, errand)", *BEN_BEGS),
        so=("demand(Dora, Ana, errand) = begged",),
    ),
    "and not be asked for again": Promise(
        "action ask",
        but(MODULE, "action ask", "        refused(whom, who, what) < 1\n"),
        events=("ask(Dora, Ana, errand)", "refuse(Ana, Dora, errand)"),
        cannot=("ask(Dora, Ana, errand)",),
    ),
    "a dying wish is more than what was begged for": Promise(
        "define plea",
        but(MODULE, "define plea", "3", "2"),
        events=("lies_down(Dora)", *BEN_BEGS, "refuse(Ana, Dora, errand)"),
        so=("refused(Ana, Dora, errand) = 3",),
    ),
    "a broken word is felt as what is owed": Promise(
        "define felt_word",
        but(MODULE, "define felt_word", "if word(who, whom, what) = broken then -owing(who, whom, what) else "),
        events=(*GIVEN, "night_falls()"),
        so=("felt_word(Ana, Ben, errand) = -4", "felt_word(Ana, Dora, errand) = 0"),
    ),
    "and one that was kept with the weight that it had": Promise(
        "define felt_word",
        but(MODULE, "define felt_word", "(if sworn(who, whom, what) then 6 else 3)", "0"),
        events=(*GIVEN, "deliver()"),
        so=("felt_word(Ana, Ben, errand) = 3",),
    ),
    "a demand is refused for what it was": Promise(
        "define pressing",
        but(MODULE, "define pressing", "2", "1"),
        events=(*ORDERED, NO, "ask(Dora, Ana, errand)", "refuse(Ana, Dora, errand)"),
        so=("refused(Ana, Ben, errand) = 2", "refused(Ana, Dora, errand) = 1"),
    ),
    "what is agreed to is promised by whoever was asked": Promise(
        "action agree",
        but(MODULE, "action agree", "demand(whom, who, what) = offered", "demand(whom, who, what) != offered"),
        events=(*BEN_ASKS, YES),
        so=(
            "word(Ana, Ben, errand) = given",
            "word(Ben, Ana, errand) = none",
            "demand(Ben, Ana, errand) = none",
            "Dora believes stands(Ana, Ben, errand)",
            "not (Cleo believes stands(Ana, Ben, errand))",
        ),
    ),
    "what is offered is promised by whoever offered it": Promise(
        "action offer",
        less(MODULE, "action offer"),
        events=(*OFFERED, YES),
        so=("word(Ben, Ana, errand) = given", "word(Ana, Ben, errand) = none"),
    ),
    "a refusal closes the demand": Promise(
        "action refuse",
        but(MODULE, "action refuse", "demand(whom, who, what) = none, refused", "refused"),
        events=(*BEN_ASKS, NO),
        so=(
            "demand(Ben, Ana, errand) = none",
            "word(Ana, Ben, errand) = none",
            "Ben believes refused(Ana, Ben, errand) = 1",
        ),
        cannot=(YES, NO, SILENT),
    ),
    "a request may be passed over, and come again": Promise(
        "action stay_silent",
        but(MODULE, "action stay_silent", "> 1", "> 0"),
        events=(*BEN_ASKS, SILENT, *BEN_ASKS),
        so=("refused(Ana, Ben, errand) = 0",),
    ),
    "an order may not": Promise(
        "action stay_silent",
        but(MODULE, "action stay_silent", "> 1", "> 2"),
        events=(*ORDERED, SILENT),
        so=("refused(Ana, Ben, errand) = 2", "demand(Ben, Ana, errand) = none"),
        cannot=ORDERED,
    ),
    "everybody there hears the answer": Promise(
        "define hears_answer",
        but(MODULE, "define hears_answer", " or (hears(other, who) and not in_private(whom, who, what))"),
        events=(*BEN_ASKS, NO),
        so=("Dora believes refused(Ana, Ben, errand) = 1", "Cleo believes refused(Ana, Ben, errand) = 0"),
    ),
    "a word is given on what is not so, or upheld on what is": Promise(
        "action promise",
        but(MODULE, "action promise", "upheld", "given"),
        events=(*GIVEN, *UPHELD),
        so=(
            "word(Ana, Ben, errand) = given",
            "word(Ana, Ben, peace) = upheld",
            "Dora believes stands(Ana, Ben, peace)",
        ),
        cannot=(*GIVEN, *UPHELD),
    ),
    "nobody asleep says anything": Promise(
        "action promise",
        but(MODULE, "action promise", "        can_address(who, whom)\n"),
        events=("fall_ill(Ben)",),
        cannot=GIVEN,
    ),
    "a word that was sworn counts double": Promise(
        "action vow",
        but(MODULE, "action vow", ", sworn(who, whom, what)\n", "\n"),
        events=("vow(Ana, Ben, errand)", "promise(Ana, Dora, errand)"),
        so=("sworn(Ana, Ben, errand)", "owing(Ana, Ben, errand) = 6", "owing(Ana, Dora, errand) = 3"),
        cannot=("vow(Ana, Ben, errand)",),
    ),
    "nobody makes good for a broken word by giving it again": Promise(
        "action promise",
        but(MODULE, "action promise", "        word(who, whom, what) != broken\n"),
        events=(*BROKEN, "calms_down()"),
        so=("word(Ana, Ben, peace) = broken", "owing(Ana, Ben, peace) = 4"),
        cannot=UPHELD,
    ),
    "nor by swearing it": Promise(
        "action vow",
        but(MODULE, "action vow", "        word(who, whom, what) != broken\n"),
        events=(*BROKEN, "calms_down()"),
        cannot=("vow(Ana, Ben, peace)",),
    ),
    "unless the other asks for it again": Promise(
        "action agree",
        but(
            MODULE,
            "action agree",
            "else word(who, whom, what) = (if holds(what) then upheld else given)",
            "else refused(who, whom, what) = 0",
        ),
        events=(*BROKEN, "calms_down()", "ask(Ben, Ana, peace)", "agree(Ana, Ben, peace)"),
        so=("word(Ana, Ben, peace) = upheld",),
    ),
    "nothing is owed any more once one is let off": Promise(
        "action release",
        less(MODULE, "action release"),
        events=(*GIVEN, "release(Ben, Ana, errand)"),
        so=(
            "word(Ana, Ben, errand) = released",
            "owing(Ana, Ben, errand) = 0",
            "Ana believes not stands(Ana, Ben, errand)",
        ),
        cannot=("release(Dora, Ana, errand)",),
    ),
    "a word is kept once it is so, in the eyes of those who know": Promise(
        "rule keeps",
        less(MODULE, "rule keeps"),
        events=(*GIVEN, "deliver()"),
        so=(
            "word(Ana, Ben, errand) = kept",
            "owing(Ana, Ben, errand) = 0",
            "Dora believes word(Ana, Ben, errand) = kept",
            "Cleo believes word(Ana, Ben, errand) = none",
        ),
    ),
    "a word is broken once it is no longer so, in the eyes of those who know": Promise(
        "rule breaks",
        less(MODULE, "rule breaks"),
        events=(*UPHELD, "quarrels()"),
        so=(
            "word(Ana, Ben, peace) = broken",
            "owing(Ana, Ben, peace) = 4",
            "Ben believes word(Ana, Ben, peace) = broken",
            "Dora believes stands(Ana, Ben, peace)",
        ),
    ),
    "a broken word is owed, and weighs more": Promise(
        "define owing",
        but(MODULE, "define owing", "4", "3"),
        events=(*UPHELD, "quarrels()"),
        so=("owing(Ana, Ben, peace) = 4",),
    ),
    "a word that stands can be let off, one that is broken cannot": Promise(
        "define stands",
        but(MODULE, "define stands", " or word(who, whom, what) = upheld", " or word(who, whom, what) = broken"),
        events=(*UPHELD, "release(Ben, Ana, peace)"),
        so=("word(Ana, Ben, peace) = released",),
    ),
    "a word that comes due is broken unless it is so": Promise(
        "rule comes_due",
        less(MODULE, "rule comes_due"),
        events=(*GIVEN, *UPHELD, "night_falls()"),
        so=(
            "word(Ana, Ben, errand) = broken",
            "word(Ana, Ben, peace) = kept",
            "Ben believes word(Ana, Ben, errand) = broken",
        ),
    ),
    "whoever does not see it come due still takes it to stand": Promise(
        "rule comes_due",
        but(MODULE, "rule comes_due", ", holds(end)"),
        events=(*GIVEN, "night_falls()"),
        so=("Dora believes word(Ana, Ben, errand) = given",),
    ),
    "whoever does not know what became of it does not know whether it was kept": Promise(
        "rule comes_due",
        but(MODULE, "rule comes_due", "else if not holds(what) then broken else unknown", "else broken"),
        events=(*GIVEN, "forgets()", "learns_of_night(Dora)"),
        so=("(word(Ana, Ben, errand) according to Dora) = unknown", "Ben believes word(Ana, Ben, errand) = given"),
    ),
    "who swears something holds it dear, for all who know": Promise(
        "rule takes_at_word",
        less(MODULE, "rule takes_at_word"),
        events=("vow(Ana, Ben, peace)",),
        so=(
            "Ben believes wishes(Ana, peace) = 2",
            "Dora believes wishes(Ana, peace) = 2",
            "wishes(Ana, peace) = 0",
            "Cleo believes wishes(Ana, peace) = 0",
        ),
    ),
    "so does who offers it, and not who merely promises": Promise(
        "rule takes_at_word",
        but(MODULE, "rule takes_at_word", " or demand(speaker, whom, what) = offered"),
        events=("promise(Ana, Dora, peace)", "offer(Ana, Ben, peace)"),
        so=("Ben believes wishes(Ana, peace) = 2",),
    ),
    "a mere promise is no evidence": Promise(
        "rule takes_at_word",
        but(MODULE, "rule takes_at_word", "sworn(speaker, whom, what)", "stands(speaker, whom, what)"),
        events=("promise(Ana, Dora, peace)",),
        so=("Ben believes wishes(Ana, peace) = 0",),
    ),
}

ASIDES = {
    "what is asked aside is known to two, and so is the answer": Promise(
        "action ask_aside",
        but("asides", "action ask_aside", ", in_private(who, whom, what)"),
        events=("ask_aside(Ben, Ana, errand)", "agree(Ana, Ben, errand)"),
        so=(
            "stands(Ana, Ben, errand)",
            "Ben believes stands(Ana, Ben, errand)",
            "Cleo believes word(Ana, Ben, errand) = none",
        ),
    ),
    "what is asked aloud after it is answered aloud": Promise(
        "action ask_aside",
        Mutation(MODULE, "= begged, not in_private(who, whom, what)", "= begged"),
        events=(
            "ask_aside(Ben, Ana, errand)",
            "refuse(Ana, Ben, errand)",
            "beg(Ben, Ana, errand)",
            "agree(Ana, Ben, errand)",
        ),
        so=("Cleo believes stands(Ana, Ben, errand)",),
    ),
    "a word given aside is known to two": Promise(
        "action promise_aside",
        but("asides", "action promise_aside", "    seen  by other: other = whom"),
        events=("promise_aside(Ana, Ben, errand)",),
        so=("Ben believes stands(Ana, Ben, errand)", "Cleo believes word(Ana, Ben, errand) = none"),
    ),
}

BETRAYALS = {
    "a broken word is a betrayal, discovered when the other learns of it": Promise(
        "rule betrays",
        less("betrayals", "rule betrays"),
        events=("quarrels()", "hear_of_it()"),
        so=(
            "betrayed(Ana, Ben)",
            "Ben believes betrayed(Ana, Ben)",
            "resents(Ben, Ana) = 6",
            "not relies_on(Ben, Ana)",
        ),
    ),
    "until then it changes nothing": Promise(
        "rule betrays",
        Mutation(
            "betrayals",
            "betrayed(who, whom)\n    then  ",
            "betrayed(who, whom)\n    then  whom believes betrayed(who, whom), ",
        ),
        events=("quarrels()",),
        so=(
            "betrayed(Ana, Ben)",
            "not (Ben believes betrayed(Ana, Ben))",
            "resents(Ben, Ana) = 0",
            "relies_on(Ben, Ana)",
        ),
    ),
}

TRIALS = {
    MODULE: Trial(MODULE, PROMISES),
    "asides": Trial("asides", ASIDES),
    "betrayals": Trial("betrayals", BETRAYALS),
}
CASES = [(module, name) for module, trial in TRIALS.items() for name in trial.promises]


@pytest.mark.parametrize(("module", "name"), CASES)
def test_control_it_happens_as_promised(module: str, name: str) -> None:
    assert TRIALS[module].is_kept(name)


@pytest.mark.parametrize(("module", "name"), CASES)
def test_mutant_without_what_promises_it_it_fails(module: str, name: str) -> None:
    assert not TRIALS[module].is_kept(name, mutant=True)


@pytest.mark.parametrize("module", TRIALS)
def test_everything_that_the_module_declares_is_at_work_here(module: str) -> None:
    assert not TRIALS[module].untried()


def test_all_modules_of_the_library_go_together() -> None:
    """No two declare the same name for the same arguments, or the same motive."""
    modules = ", ".join(path.stem for path in sorted(LIBRARY.glob("*.story")))
    text = f"story all\nuse {modules}\ncharacter Ana, Ben\nmatter peace: alive(Ana)\ntopic life: alive(Ana)\n"
    assert not api.read_text(text, name="all.story", language="story").diagnostics


def test_mutant_two_modules_that_declare_the_same_do_not_go_together(tmp_path: Path) -> None:
    (tmp_path / "own.story").write_text("story own\nfluent dutiful(who: character): number\n", encoding="utf-8")
    (tmp_path / "all.story").write_text('use duty, "own.story"\ncharacter Ana\n', encoding="utf-8")
    found = api.read(tmp_path / "all.story").diagnostics
    assert [each.code for each in found] == ["duplicate-definition"]
