"""Nouns, and what stands before and between them: plurals, articles, possessives, number words, lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kizuna.english.lexicon import AN, ENGLISH, NOT_A, PLURAL_BARE, SINGULAR_IN_S, A, Lexicon, each_of

_SMALL = each_of(
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen  "
    "seventeen eighteen nineteen "
)
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}


def plural(noun: str, words: Lexicon = ENGLISH) -> str:
    """Several of it: ``lamps``, ``wolves``, ``brothers-in-law``; of several words the last bends."""
    known = words.plural_of(noun)
    if known:
        return known
    lead, space, last = noun.rpartition(" ")
    if space:
        return f"{lead} {plural(last, words)}"
    if re.search(r"[^aeiou]y$", noun) and noun[:1].islower():
        return noun[:-1] + "ies"
    if noun.endswith("man") and noun not in ("human", "shaman", "talisman", "German", "roman", "Roman"):
        return noun[:-3] + "men"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def is_plural(noun: str, words: Lexicon = ENGLISH) -> bool:
    """Whether a noun in small letters looks like several: ``scrolls``, ``children``; not ``glass``, not ``Chris``."""
    last = noun.rpartition(" ")[2]
    if last in words.plurals.values() or last in PLURAL_BARE or re.search(r"[a-z]men$", last):
        return True
    if not last[:1].islower() or last in SINGULAR_IN_S:
        return False
    return last.endswith("s") and not last.endswith(("ss", "us", "is"))


def with_article(noun: str) -> str:
    """With *a* or *an*, by how it sounds: ``an hour``, ``a unit``."""
    low = noun.lower().lstrip("\"'“‘(")
    vowel = low[:1] in tuple("aeiou") and (not low.startswith(A) or low.startswith(NOT_A))
    vowel = vowel or low.startswith((*AN, "8", "11-", "18-")) or low in ("11", "18")
    letters = re.fullmatch(r"[A-Z]{2,}.*", noun)
    if letters:
        vowel = noun[0] in "AEFHILMNORSX"
    return f"{'an' if vowel else 'a'} {noun}"


def possessive(noun: str) -> str:
    """Whose: ``Ana's``, ``Chris's``, ``the wolves'``."""
    return f"{noun}'" if is_plural(noun) and noun.endswith("s") else f"{noun}'s"


def number_word(number: int) -> str:
    """A number in words up to a hundred, in figures beyond."""
    if not 0 <= number < 100:
        return str(number)
    if number < 20:
        return _SMALL[number]
    ten, one = divmod(number, 10)
    return _TENS[ten - 2] + (f"-{_SMALL[one]}" if one else "")


def ordinal(number: int) -> str:
    """Which in a row: ``first``, ``twenty-second``."""
    word = number_word(number)
    lead, dash, last = word.rpartition("-")
    last = _ORDINALS.get(last) or (last[:-1] + "ieth" if last.endswith("y") else f"{last}th")
    return f"{lead}{dash}{last}"


def listed(items: Sequence[str], word: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {word} {items[-1]}"
