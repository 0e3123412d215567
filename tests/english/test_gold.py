"""English against forms that were written by hand: verbs, plurals, articles, clauses; and what a world adds."""

from __future__ import annotations

from pathlib import Path

import pytest

from kizuna.english import (
    Agreement,
    Lexicon,
    Tense,
    ask,
    conjugate,
    gerund,
    is_plural,
    listed,
    number_word,
    ordinal,
    participle,
    past,
    plural,
    possessive,
    third,
    with_article,
)

GOLD = Path(__file__).parent / "gold"


def rows(name: str, mark: str | None = None) -> list[list[str]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [[each.strip() for each in line.split(mark)] for line in lines if line and line[0] != "#"]


def test_the_list_is_long_enough_to_mean_something() -> None:
    forms = 4 * len(rows("verbs.txt")) + sum(
        len(rows(each, "|")) for each in ("nouns.txt", "articles.txt", "clauses.txt")
    )
    assert forms >= 600


def test_verbs() -> None:
    for base, *forms in rows("verbs.txt"):
        assert [third(base), past(base), participle(base), gerund(base)] == forms


def test_plurals() -> None:
    for one, several in rows("nouns.txt"):
        assert plural(one) == several
        assert one == several or is_plural(several)
        assert one == several or not is_plural(one)


def test_articles() -> None:
    for (phrase,) in rows("articles.txt", "|"):
        assert with_article(phrase.split(" ", 1)[1]) == phrase


def test_clauses() -> None:
    for verb, tense, whom, how, expected in rows("clauses.txt", "|"):
        time, _, aspect = tense.partition(" ")
        of = Agreement(int(whom[0]), whom[1] == "p")
        if how == "ask":
            assert ask("they" if of.several else "she", verb, "", Tense(time), of) == expected
        else:
            said = conjugate(verb, Tense(time), of, negated=how == "no", progressive=aspect == "progressive")
            assert said == expected


@pytest.mark.parametrize(
    ("noun", "whose"), [("Ana", "Ana's"), ("Chris", "Chris's"), ("the wolves", "the wolves'"), ("the men", "the men's")]
)
def test_possessives(noun: str, whose: str) -> None:
    assert possessive(noun) == whose


def test_numbers_and_lists() -> None:
    assert [number_word(n) for n in (1, 12, 21, 40, 99, 100)] == [
        "one",
        "twelve",
        "twenty-one",
        "forty",
        "ninety-nine",
        "100",
    ]
    assert [ordinal(n) for n in (1, 2, 3, 5, 9, 12, 20, 22)] == [
        "first", "second", "third", "fifth", "ninth", "twelfth", "twentieth", "twenty-second",
    ]  # fmt: skip
    assert [listed(each) for each in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == ["", "a", "a and b", "a, b and c"]
    assert listed(("a", "b"), "or") == "a or b"


def test_what_was_said_is_told_a_tense_further_back() -> None:
    assert [tense.shifted for tense in (Tense.PRESENT, Tense.PAST, Tense.PERFECT, Tense.FUTURE, Tense.PLUPERFECT)] == [
        Tense.PAST, Tense.PLUPERFECT, Tense.PLUPERFECT, Tense.WOULD, Tense.PLUPERFECT,
    ]  # fmt: skip


def test_a_world_adds_strong_verbs_and_plurals() -> None:
    words = Lexicon({"glim": ("glam", "glum")}, {"kunai": "kunai"})
    assert (past("glim"), past("glim", words), participle("glim", words)) == ("glimmed", "glam", "glum")
    assert conjugate("glim", Tense.PERFECT, words=words) == "has glum"
    assert (plural("kunai"), plural("kunai", words)) == ("kunais", "kunai")
