"""The language reference says what the grammar, the reader, the library and the codes say, and shows all of it."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from typing import Any

import pytest
from snippets import ROOT, blocks

from kizuna import api
from kizuna.diagnostics import Source
from kizuna.diagnostics.codes import CODES
from kizuna.language import keywords, parse
from kizuna.language.cursor import RESERVED
from kizuna.language.preferences import CHOOSING, LIMITS

SCRIPT = ROOT / "docs" / "generate_reference.py"
PAGE = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
LIBRARY = sorted((ROOT / "src" / "kizuna" / "library").glob("*.story"))


def loaded() -> Any:
    specification = importlib.util.spec_from_file_location("generate_reference", SCRIPT)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


GENERATOR = loaded()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-X", "utf8", str(SCRIPT), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_page_is_up_to_date() -> None:
    assert run().stdout == PAGE, "run: .venv/bin/python docs/generate_reference.py --write"


def test_the_script_refuses_what_it_does_not_know() -> None:
    refused = run("--wrong")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith("usage:")


def amiss(prose: dict[str, Any], grammar: dict[str, str]) -> set[str]:
    """Rules of the grammar that the page forgets, shows twice, or makes up."""
    shown = [rule for part in prose["part"] for entry in part["entry"] for rule in entry["grammar"]]
    named = [*shown, *prose["unshown"]]
    return set(grammar) ^ set(named) | {rule for rule in named if named.count(rule) > 1}


def test_every_rule_of_the_grammar_is_shown_once_or_left_out_on_purpose() -> None:
    prose, grammar = GENERATOR.entries(), GENERATOR.rules()
    assert amiss(prose, grammar) == set()
    assert amiss(prose, {**grammar, "song": '"sing" NAME'}) == {"song"}
    assert amiss({**prose, "unshown": [*prose["unshown"], "fluent", "prose"]}, grammar) == {"fluent", "prose"}


def test_a_rule_reads_without_the_marks_of_the_oracle() -> None:
    assert GENERATOR.shown_rule("plot", '"@plot" _NL _INDENT line+ _DEDENT') == 'plot = "plot" ⏎ ⇥( line+ )'
    assert GENERATOR.shown_rule("a", "b\n| c") == "a = b\n  | c"
    assert '"@' not in PAGE


def test_every_word_that_begins_a_line_begins_one_in_an_example() -> None:
    examples = "\n".join(block.text for block in blocks(PAGE) if block.kind == "story")
    begins = set(re.findall(r"^\s*(\w+)", examples, re.MULTILINE))
    assert begins >= keywords.ALL
    assert {*LIMITS, *CHOOSING} - {"depth"} <= begins


def test_every_word_that_means_something_everywhere_is_used_in_an_example() -> None:
    examples = " ".join(block.text for block in blocks(PAGE) if block.kind == "story")
    assert set(re.findall(r"\w+", examples)) >= RESERVED


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: path.stem)
def test_everything_that_the_library_declares_is_there_with_a_word_about_it(path: Any) -> None:
    file, found = parse(Source(path.name, path.read_text(encoding="utf-8")))
    assert not found
    section = PAGE.partition(f"\n### {path.stem}\n")[2].partition("\n##")[0]
    heads = [head for head in map(GENERATOR.head, file.declarations) if head]
    assert heads
    for head in heads:
        # Types and those that belong to them may stand together under one comment.
        said = r" \S" if re.match(r"(fluent|define|motive|action|rule) ", head) else ""
        assert re.search(rf"^- `{re.escape(head)}`{said}", section, re.MULTILINE), head


def test_every_code_is_named() -> None:
    messages = PAGE.partition("\n## Messages\n")[2]
    assert all(f"`{code}`" in messages for code in CODES)


def test_a_limit_out_of_range_is_refused_where_it_stands() -> None:
    for name, least in LIMITS.items():
        assert f"| `{name}` | a whole number, at least {least} |" in PAGE
        refused = api.read_text(f"settings\n    {name} {least - 1}", language="story").diagnostics
        assert [each.code for each in refused] == ["unknown-setting"]
        assert api.read_text(f"settings\n    {name} {least}", language="story").ok
