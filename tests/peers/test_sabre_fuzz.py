"""Whatever is thrown at the reader: it never raises, and points only into the text."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kizuna.diagnostics import Source
from kizuna.peers.sabre import read

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "tiny").glob("*.txt"))]
VOCABULARY = """type entity property action trigger utility precondition effect consenting observing
believes forall exists if elseif else sum product True False ? number boolean character A B p q n t x -1 2.5
( ) { } , ; : * / + - & | ! == != >= <= > < = // /* */ [ _a 3b @"""
WORDS = st.sampled_from(VOCABULARY.split())


def check(text: str) -> None:
    outcome = read(Source("t", text))
    for diagnostic in outcome.diagnostics:
        labels = ([diagnostic.primary] if diagnostic.primary else []) + list(diagnostic.secondary)
        for label in labels:
            assert 0 <= label.span.start <= label.span.end <= len(text)
    if outcome.value is not None:
        assert outcome.value.digest


@given(st.text(max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@given(st.lists(WORDS, max_size=60))
def test_any_words(words: list[str]) -> None:
    check(" ".join(words))


@settings(max_examples=300)
@given(st.data())
def test_mutated_problems(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = min(len(text), start + data.draw(st.integers(0, 12)))
        insert = data.draw(st.one_of(st.just(""), WORDS, st.text(max_size=4), st.just(text[start : start + 30])))
        text = text[:start] + insert + text[end:]
    check(text)
