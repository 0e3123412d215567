"""Whatever is thrown at the parser: it never raises, points only into the text, and prints what it reads."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna.diagnostics import Diagnostic, Source
from kizuna.language.format import format_file
from kizuna.language.parser import parse
from kizuna.language.syntax import File

EVERYTHING = Path(__file__).with_name("everything.story").read_text(encoding="utf-8")
VOCABULARY = """story use type character fluent define perceives motive action rule fact plot settings past outline
telling say by when then seen also weight score ending first never utility wants fears believes not and or if then else
every some sum of product is a an yes no unknown symmetric everyone Ana x f( ) ( , : = != < += - + * / .. & _ 1 2.5 "a"
`b c` # é 🙂 “ ; == && """
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n    ", "\n        ", "\n\t"])


def check(text: str) -> tuple[File, tuple[Diagnostic, ...]]:
    """Read a text; where it has no errors, print it and read that."""
    source = Source("t.story", text)
    file, found = parse(source)
    for diagnostic in found:
        for label in (*([diagnostic.primary] if diagnostic.primary else []), *diagnostic.secondary):
            assert 0 <= label.span.start <= label.span.end <= len(text)
    printed = format_file(file, source)
    if not found:
        again = Source("t.story", printed)
        read, none = parse(again)
        assert not none, (printed, none)
        assert read == file
        assert format_file(read, again) == printed
        assert comments(printed) == comments(text)
    return file, found


def comments(text: str) -> list[str]:
    """The words that only comments of these tests have."""
    return sorted(word for word in text.split() if word.startswith("§"))


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@settings(max_examples=150)
@given(st.lists(WORDS, max_size=60))
def test_any_words(words: list[str]) -> None:
    check(" ".join(words))


@settings(max_examples=150)
@given(st.data())
def test_mutated_text(data: st.DataObject) -> None:
    text = EVERYTHING
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        insert = data.draw(st.one_of(st.just(""), WORDS, st.text(max_size=4), st.just(text[start : start + 30])))
        text = text[:start] + insert + text[end:]
    check(text)


@settings(max_examples=100)
@given(st.data())
def test_comments_and_blank_lines_anywhere_are_kept(data: st.DataObject) -> None:
    lines = EVERYTHING.splitlines()
    for number in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines)))
        indent = " " * data.draw(st.sampled_from([0, 2, 4, 6, 8, 12]))
        lines.insert(place, data.draw(st.sampled_from(["", f"{indent}# §{number}", f"{indent}# §{number}"])))
    for number in range(data.draw(st.integers(0, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        if lines[place] and "#" not in lines[place] and " ..." not in lines[place]:
            lines[place] += f" # §t{number}"
    _, found = check("\n".join(lines))
    assert not found


def test_ten_thousand_lines_are_read() -> None:
    text = "\n".join(EVERYTHING.replace("story all", "type all").splitlines()[1:] * 120)
    text = "\n".join(line for line in text.splitlines() if 'The \\"whole' not in line)
    assert text.count("\n") > 10_000
    _, found = parse(Source("t.story", text))
    assert not found


def test_long_and_deep_texts() -> None:
    for text in (
        "fact " + "(" * 30_000,
        "fact a = " + "(" * 30_000,
        "plot\n    never " + "not " * 30_000 + "a",
        "plot\n    never " + "-" * 30_000 + "a",
        "plot\n    never " + "a + " * 30_000 + "a",
        "plot\n    never " + "a and " * 30_000 + "a",
        "plot\n    never " + "a and " * 30_000 + "or a",
        "plot\n    never " + "X believes " * 30_000 + "a",
        "fact " + "if a then b else " * 10_000 + "c",
        "fact " + "X believes " * 30_000 + "a",
        "use " + "a, " * 30_000 + "a",
        "use " + "a,\n " * 20_000 + "a",
        "`" * 30_000,
        "„" * 20_000,
        "'" * 30_000,
        '"' * 100_001,
        'say "' + "\\" * 30_000,
        "type " + "9" * 30_000,
        "\n".join(" " * depth + "a" for depth in range(1000)),
        "story " + "é" * 30_000 + ' "x',
    ):
        check(text)
