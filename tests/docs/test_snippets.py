"""Everything that the pages of docs show is real: it runs, and prints what stands there."""

from __future__ import annotations

from pathlib import Path

import pytest
from snippets import ROOT, Runner, blocks, differs

PAGES = sorted((ROOT / "docs").glob("*.md"))
SING = """\
entity Tom : character;
property happy(who : character) : boolean;
action sing(who : character) { effect: happy(who); consenting: who; };
utility(): if(happy(Tom)) 1 else 0;
utility(Tom): if(happy(Tom)) 1 else 0;
"""


def page(*fences: str) -> str:
    return "\n\n".join(f"```{fence}\n```" for fence in fences) + "\n"


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_the_page_shows_is_so(path: Path) -> None:
    Runner(path.relative_to(ROOT).as_posix()).run(path.read_text(encoding="utf-8"))


def test_hardly_anything_is_left_out() -> None:
    left_out = [block for path in PAGES for block in blocks(path.read_text(encoding="utf-8")) if block.not_run]
    assert len(left_out) <= 1


# --- the reader itself -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown", "same"),
    [
        ("a\nb\nc", True),
        ("a\nb", False),
        ("b\nc", False),
        ("a\n...", True),
        ("...\nc\n", True),
        ("...\nb\n...", True),
        ("a\n...\nc", True),
        ("a\n...\na", False),
        ("...\nc\n...\nb\n...", False),
        ("a\n...\na\nb\nc", False),
        ("a\nb\nc\n...", True),
        ("a\n...b...\nc", True),
        ("a\n...\nc...c", False),
    ],
)
def test_an_ellipsis_stands_for_what_is_left_out(shown: str, same: bool) -> None:
    assert (differs(shown, "a\nb  \nc\n") == "") is same


TELL = "sh\nkizuna tell tom.txt --tense present --distance left-out"
GOOD = page(f"sabre tom.txt\n{SING}".rstrip(), TELL, "text\ntom\n\nTom sings.")
WORLD = "story\nstory a\nuse people\ncharacter Ana"


def test_a_good_page_passes() -> None:
    Runner("page").run(GOOD)
    Runner("page").run(page(WORLD, "story\nfact not awake(Ana)", "python\nx = 1", "python\nprint(x)", "text\n1"))
    Runner("page").run(page(WORLD, "sh not run: it would ring\nkizuna ring"))


@pytest.mark.parametrize(
    "bad",
    [
        GOOD.replace("Tom sings.", "Tom swims."),
        GOOD.replace("kizuna tell tom.txt", "kizuna --version"),
        GOOD.replace("kizuna tell tom.txt", "kizuna tell tim.txt"),
        GOOD.replace("kizuna tell tom.txt", "rm tom.txt"),
        page("sh\nkizuna check nothing.story"),
        page("sh\nkizuna --wrong"),
        page("sh\n./run away"),
        page(WORLD, "story\nfact not awake(Bruno)"),
        page("story\nstory a\ncharacter Ana\n    wants: 1"),
        page("story a.story\nstory a\ncharacter Ana"),
        page("story a.story\nstory a", "diff a.story\n-story b\n+story c", "sh\nkizuna check a.story"),
        page("story a.story\nstory a", "story a.story =\nstory b", "sh\nkizuna check a.story"),
        page("python\nassert False"),
        page("json\n{"),
        page("text\nTom sings."),
        page("ruby\n1"),
        page("run\n1"),
        page("\n1"),
    ],
)
def test_a_bad_page_fails(bad: str) -> None:
    with pytest.raises((AssertionError, ValueError, OSError)):
        Runner("page").run(bad)


def test_outputs_are_written_anew_if_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("snippets.ROOT", tmp_path)
    monkeypatch.setattr("snippets.REGENERATE", True)
    Runner("page.md").run(GOOD.replace("Tom sings.", "Tom swims."))
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == GOOD
    with pytest.raises(AssertionError):
        Runner("page.md").run(GOOD.replace("Tom sings.", "...\nTom swims."))


def test_files_are_written_added_to_and_changed() -> None:
    Runner("page").run(
        page(
            "story a.story\nstory a",
            "story a.story +\ntype cat: character\ncat Ana",
            "diff a.story\n type cat: character\n-cat Ana\n+cat Ben",
            "story a.story =\nstory a\n\ntype cat: character\ncat Ben",
            "sh\nkizuna check a.story",
            "text\na: no errors. Cast: Ben. Ground: 0 fluents, 0 actions, 0 rules.",
        )
    )
