"""Which words of an outline are names, by capitals and repetition.

Naive: every word with a capital. Better: a capital within a sentence is a name; at its start, where everything has one,
it is a name if it is one elsewhere, comes again, or a verb follows. Names of several words are one, and a name that is
part of just one longer name is the same (`Sakura`, `Sakura Haruno`). Cost: linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.lines import Word

_INSIDE = v.words("of the de von van der la del da di du le bin al el")
_TITLES = v.words(
    "mr mrs ms miss dr prof professor sir lady lord king queen prince princess uncle aunt captain inspector "
    "detective sergeant father mother sister brother saint st count countess duke old young"
)  # fmt: skip
_NO_NAMES = (
    v.PERSONAL | v.NOBODY | v.DETERMINERS | v.PREPOSITIONS | v.BREAKS | v.CONTENT | v.JOINING | v.LEADING
    | v.ADVERBS | v.NEGATIONS | v.BEING | v.MODALS
) - v.words("may will mark rose hope grace")  # fmt: skip
Spelling = tuple[str, ...]


@dataclass
class Names:
    """The names of an outline: every way to spell one, and the one that it goes by."""

    known: dict[Spelling, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    def at(self, words: tuple[Word, ...], place: int) -> tuple[str, int] | None:
        """The longest name that begins at ``place``, and where it ends."""
        for end in range(min(len(words), place + 6), place, -1):
            if not words[place].is_capital or any(word.owns for word in words[place : end - 1]):
                continue
            name = self.known.get(tuple(word.text for word in words[place:end]))
            if name is not None:
                return name, end
        return None


def names_in(sentences: Iterable[tuple[Word, ...]]) -> Names:
    """The names of an outline's sentences."""
    within: Counter[Spelling] = Counter()
    starting: Counter[Spelling] = Counter()
    sure: set[Spelling] = set()
    for words in sentences:
        for begin, end in _runs(words):
            spelling = tuple(word.text for word in words[begin:end])
            if begin > 0 and not _after_mark(words, begin):
                within[spelling] += 1
            else:
                starting[spelling] += 1
                if _verb_follows(words, end) or end - begin > 1:
                    sure.add(spelling)
    found = dict.fromkeys(within)
    for spelling, times in starting.items():
        longer = spelling[1:] if len(spelling) > 1 and spelling[1:] in within else None
        if longer and spelling not in within and spelling[0].lower() not in _TITLES and not times > 1:
            continue
        if times > 1 or spelling in sure or spelling in within:
            found[spelling] = None
    return _unified([spelling for spelling in found if spelling[0] not in ("I",)])


def _after_mark(words: tuple[Word, ...], place: int) -> bool:
    return words[place - 1].kind == "mark" and words[place - 1].text in ":(–—-"


def _runs(words: tuple[Word, ...]) -> Iterable[tuple[int, int]]:
    """Stretches of words with capitals, joined by little words such as *of* if a capital follows."""
    place = 0
    while place < len(words):
        if not _can_begin(words, place):
            place += 1
            continue
        end = place + 1
        while end < len(words) and not words[end - 1].owns:
            if words[end].is_capital and words[end].text != "I":
                end += 1
            elif words[end].low in _INSIDE and end + 1 < len(words) and words[end + 1].is_capital:
                end += 2
            else:
                break
        yield place, end
        place = end


def _can_begin(words: tuple[Word, ...], place: int) -> bool:
    word = words[place]
    if not word.is_capital or not any(letter.isalpha() for letter in word.text):
        return False
    adverb = word.low.endswith("ly") and place == 0 and len(word.text) > 5
    return word.low not in _NO_NAMES and not (adverb and not _verb_follows(words, 1))


def _verb_follows(words: tuple[Word, ...], place: int) -> bool:
    """Whether what comes next looks like a verb, so that what came before is its doer."""
    while place < len(words) and (words[place].low in v.ADVERBS or words[place].low.endswith("ly")):
        place += 1
    if place + 1 < len(words) and words[place].text == "," and words[place + 1].low in ("a", "an", "the"):
        return True
    if place >= len(words) or words[place].kind != "word":
        return False
    low = words[place].low
    if words[place - 1].owns:
        return True
    if low in v.BEING | v.MODALS | v.NEGATIONS | {"will", "and", "&", "does", "did", "has", "had", "have"}:
        return low not in ("not", "no") or place > 0
    found = verbs.form(low) if low not in v.PREPOSITIONS | v.DETERMINERS else None
    return found is not None and found.tense != "ing" and not words[place].is_capital


def _unified(spellings: list[Spelling]) -> Names:
    """Names with their shorter forms: `Haruno Sakura` goes by `Sakura` if only one name has that word."""
    known: dict[Spelling, str] = {}
    titles: dict[str, str] = {}
    parts: dict[str, list[Spelling]] = {}
    for spelling in spellings:
        for part in spelling if len(spelling) > 1 else ():
            parts.setdefault(part, []).append(spelling)
    for spelling in spellings:
        longer = parts.get(spelling[0], []) if len(spelling) == 1 else []
        if len(longer) == 1 and longer[0] not in known:
            known[longer[0]] = spelling[0]
            titles[spelling[0]] = " ".join(longer[0])
    for spelling in spellings:
        known.setdefault(spelling, "_".join(spelling))
    return Names(known, titles)
