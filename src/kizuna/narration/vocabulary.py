"""The words and names that a text uses, as far as one can tell without understanding it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kizuna.english.lexicon import each_of
from kizuna.narration.cast import Cast

FIRST = frozenset(each_of("i me my mine myself we us our ours ourselves"))
"""The words by which whoever tells a story speaks of themselves."""
DENIALS = frozenset(each_of("not no never nobody nothing none nor neither nowhere without cannot unable hardly barely"))
"""Words that turn what is said into its opposite, beside those that end in *n't*."""
_SMALL = FIRST | frozenset(
    each_of(
        "a an the this that these those here there it its itself he him his himself she her hers herself they them "
        "their theirs themselves you your yours yourself one somebody something anything everything everybody all both "
        "each some any many much more most few little other another same own such and or but yet so if then than as "
        "because since though although while when whenever where wherever until till before after once again also too "
        "only even just still already now later soon next meanwhile afterwards finally suddenly slowly quietly at by "
        "for from in into of off on onto out over past to toward towards through under up upon with within behind "
        "beside between beyond near against along around about across above below down during like be is are was were "
        "been being am do does did done doing have has had having will would shall should can could may might must "
        "what who whom whose which why how whether perhaps maybe yes thus therefore instead however nevertheless "
        "indeed very quite rather almost always often sometimes today tomorrow yesterday that's it's"
    )
)
"""Words that carry no event by themselves."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_LONG = 5
"""Letters that a word has at least of which an ending may be taken off."""


def words_of(text: str) -> frozenset[str]:
    """The words of a text in small letters."""
    return frozenset(_small(text))


def _small(text: str) -> Iterator[str]:
    return (word.lower().replace("’", "'") for word in _WORD.findall(text))


def content(text: str) -> tuple[str, ...]:
    """The words that carry what a text says, in small letters, each once; no pronouns, small words or denials."""
    owned = (word.removesuffix("'s") for word in _small(text))
    return tuple(dict.fromkeys(word for word in owned if word not in _SMALL | DENIALS and "n't" not in word))


def stem(word: str) -> str:
    """A word without the ending that a regular verb or noun takes."""
    for ending in ("ing", "ed", "es", "s", "e", "ly"):
        if len(word) >= _LONG and word.endswith(ending):
            return word.removesuffix(ending)
    return word


def stems(words: Iterable[str]) -> frozenset[str]:
    """The words without their endings."""
    return frozenset(map(stem, words))


def denies(text: str) -> bool:
    """Whether a text denies something."""
    return any(word in DENIALS or word.endswith("n't") for word in words_of(text))


def capitalised(text: str) -> Iterator[str]:
    """The words of a text that could be names: written large, and no small word that only begins a sentence."""
    for word in _WORD.findall(text):
        plain = word.replace("’", "'").removesuffix("'s")
        if plain[:1].isupper() and plain.lower() not in _SMALL | DENIALS and not plain.lower().endswith("ly"):
            yield plain


@dataclass(frozen=True, slots=True)
class Names:
    """What everybody and everything of a world is called, without an article."""

    called: dict[str, str]
    people: frozenset[str]

    @classmethod
    def of(cls, cast: Cast) -> Names:
        """The names of a cast."""
        called = {name: cast.called(name).removeprefix("the ") for name in cast.existents}
        return cls(called, frozenset(called[name] for name in called if cast.is_person(name)))

    def people_in(self, text: str) -> tuple[str, ...]:
        """Those whom a text names, in the order of their first naming."""
        found = {name: place for name in self.people if (place := named_at(name, text)) is not None}
        return tuple(sorted(found, key=lambda name: (found[name], name)))

    def things_in(self, text: str) -> tuple[str, ...]:
        """The places and things that a text names."""
        things = dict.fromkeys(name for name in self.called.values() if name not in self.people)
        return tuple(name for name in things if named_at(name, text) is not None)


def named_at(name: str, text: str) -> int | None:
    """Where a text first says a name; a name in small letters may be written large."""
    flags = re.IGNORECASE if name.islower() else re.NOFLAG
    found = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags)
    return None if found is None else found.start()
