"""What is wrong with words typed after an option is shown in these words, not in lines that are made of them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from command import run, run_json

THEFT = str(Path(__file__).parents[1] / "support" / "theft.story")


class Case(NamedTuple):
    """Words with a mistake: what is said of it, which stretch of which option it is about, and what may help."""

    words: tuple[str, ...]
    code: str
    message: str
    place: str
    wrong: str
    help: str | None

    @property
    def shown(self) -> str:
        """The whole diagnosis."""
        typed = next(each for each in self.words if self.wrong in each)
        at = typed.index(self.wrong)
        head = f"error[{self.code}]: {self.message}\n --> {self.place}:1:{at + 1}\n"
        caret = " " * at + "^" * len(self.wrong)
        return head + f"  |\n1 | {typed}\n  | {caret}\n" + (f"  |\n  = help: {self.help}\n" if self.help else "")


CASES = (
    Case(
        ("requires", "--ending", "ana_hss"),
        "unknown-name",
        "The plot has no ending called `ana_hss`.",
        "--ending",
        "ana_hss",
        "Did you mean `ana_has`?",
    ),
    Case(
        ("requires", "--ending", "  has(Anna) and hurt(Tom)"),
        "unknown-name",
        "Nobody and nothing is called `Anna` here.",
        "--ending",
        "Anna",
        "Did you mean `Ana`?",
    ),
    Case(
        ("requires", "--ending", "hers: got(Ana)"),
        "unknown-name",
        "There is no fluent `got`.",
        "--ending",
        "got",
        "Declare it: `fluent got(...)`.",
    ),
    Case(
        ("requires", "--ending", "take(Ana)"),
        "unknown-name",
        "`take` is an action; here something was expected that is so or not.",
        "--ending",
        "take",
        None,
    ),
    Case(
        ("find", "--ending", "has(Anna)"),
        "unknown-name",
        "Nobody and nothing is called `Anna` here.",
        "--ending",
        "Anna",
        "Did you mean `Ana`?",
    ),
    Case(
        ("find", "--must", "got(Ana)"),
        "unknown-name",
        "There is no fluent `got`.",
        "--must",
        "got",
        "Declare it: `fluent got(...)`.",
    ),
    Case(
        ("sweep", "--ending", "ana_hss", "--vary", "Ana wants ring"),
        "unknown-name",
        "The plot has no ending called `ana_hss`.",
        "--ending",
        "ana_hss",
        "Did you mean `ana_has`?",
    ),
    Case(
        ("sweep", "--vary", "loves(Anna, Tom) = 0..10"),
        "unknown-name",
        "Nobody and nothing is called `Anna` here.",
        "--vary",
        "Anna",
        "Did you mean `Ana`?",
    ),
    Case(
        ("sweep", "--vary", "loves(Ana, Tom) = 4 | 12"),
        "out-of-bounds",
        "`loves` stays within 0..10, and 12 lies outside.",
        "--vary",
        "12",
        "An event would stop at the bound, and so does a start: leave out what lies beyond.",
    ),
    Case(
        ("sweep", "--vary", "Ana wants rng = 1..2"),
        "unknown-name",
        "Ana has no motive called `rng`.",
        "--vary",
        "rng",
        "Did you mean `ring`?",
    ),
    Case(
        ("whatif", "never take(Anna)"),
        "unknown-name",
        "Nobody and nothing is called `Anna` here.",
        "CHANGE",
        "Anna",
        "Did you mean `Ana`?",
    ),
    Case(
        ("whatif", "Ana wants gold 2"),
        "unknown-name",
        "Ana has no motive called `gold 2`.",
        "CHANGE",
        "gold 2",
        "There are: ring, peace, love(Tom).",
    ),
    Case(
        ("whatif", "Ana believes has(Bob)"),
        "unknown-name",
        "Nobody and nothing is called `Bob` here.",
        "CHANGE",
        "Bob",
        None,
    ),
    Case(
        ("why-not", "tke(Ana)", "--at", "1"),
        "unknown-name",
        "There is no action `tke`.",
        "EVENT",
        "tke",
        "Did you mean `take`?",
    ),
    Case(
        ("why-not", "take(_)", "--at", "1"),
        "syntax",
        "`take(_)` does not say who and what.",
        "EVENT",
        "take(_)",
        "Say all of its arguments; only one event can be asked about at a time.",
    ),
)


@pytest.mark.parametrize("case", CASES, ids=[" ".join(case.words) for case in CASES])
def test_the_caret_stands_below_what_was_typed(case: Case) -> None:
    command, *rest = case.words
    result = run(command, THEFT, *rest)
    assert result.exit_code == 1
    assert result.stderr == case.shown


def test_a_line_of_an_outline_is_shown_at_its_line_of_the_file(tmp_path: Path) -> None:
    outline = tmp_path / "way.txt"
    outline.write_text("# how it goes\nopen(Ana)\n  take(Anna)  # she is quicker\n", "utf-8")
    shown = run("requires", THEFT, "--outline", str(outline)).stderr
    assert "way.txt:3:8\n  |\n3 |   take(Anna)  # she is quicker\n  |        ^^^^\n" in shown


def test_an_ending_is_asked_for_in_the_same_words_everywhere() -> None:
    for words in ("tom_has", "has(Tom)", "his: has(Tom)"):
        code, found = run_json("find", THEFT, "--ending", words)
        assert (code, found["fabulas"][0]["events"][-1]["action"]) == (0, "take(Tom)")
        code, required = run_json("requires", THEFT, "--ending", words)
        assert (code, len(required["already"])) == (0, 2)
        code, mapped = run_json("sweep", THEFT, "--ending", words, "--ask", "can", "--vary", "Tom wants ring = 2")
        assert (code, mapped["cells"][0]["standings"]) == (0, ["yes"])
    assert run("find", THEFT, "--ending", "tom_has", "--save", "x.json").exit_code == 2
    assert run("find", THEFT, "--ending", "not taken() and has(Ana)").exit_code == 1
