"""Who or what a few words of a sentence speak of: a name, *the old lamp*, *her brother*, *she*.

Naive: the word after an article. Better: a phrase ends where a little word, a mark or a verb begins; its last word says
what kind of thing it is, if a list knows it, and else the words before the phrase do.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, PLACE, THING, Who
from kizuna.sketching.lines import Word
from kizuna.sketching.names import Names

_ENDS = (
    v.PREPOSITIONS | v.BREAKS | v.CONTENT | v.JOINING | v.BEING | v.MODALS | v.NEGATIONS | v.PERSONAL
    | v.DETERMINERS | v.ADVERBS | {"will", "has", "have", "had", "does", "did"}
)  # fmt: skip
_DOERS = ("er", "or", "ist", "ian", "man", "men", "eer", "ess")
_NO_DOERS = v.words(
    "letter water weather paper river door tower dagger mirror computer folder fire war winter summer number power "
    "order answer car storm error terror horror mayor manor armor anchor color favor honor rumor chapter matter "
    "danger anger hunger weather dinner supper thunder laughter murder corner border computer printer trailer "
    "counter proper poster never ever other over under after sister-ship silver copper amber timber chamber center "
    "charter mess dress process success business darkness illness witness-box princess-dress floor doctor-bill "
    "elevator reactor motor"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase: whom or what it names (or no one), how it was said, where it ends, and whether it only says when."""

    who: Who | None
    said: str
    end: int
    is_time: bool = False


@dataclass(frozen=True)
class Phrases:
    """Finds phrases in the sentences of one outline."""

    names: Names

    def at(self, words: tuple[Word, ...], place: int, hint: str = THING, *, doing: bool = False) -> Phrase | None:
        """The phrase that begins at ``place``; ``hint`` is the kind that the words before it suggest for a name.

        ``doing``: it is the subject, so a verb ends it.
        """
        if place >= len(words) or words[place].kind != "word":
            return None
        word = words[place]
        named = self.names.at(words, place)
        if named is not None:
            name, end = named
            if words[end - 1].owns:
                return self._noun(words, end, f"{name}'s", hint, doing) or Phrase(Who(name, CHARACTER), name, end)
            return Phrase(Who(name, hint), name, end)
        if word.low in v.PERSONAL and not (
            word.low in v.DETERMINERS | v.OWNING and self._noun(words, place + 1, "", hint, doing)
        ):
            return Phrase(Who(None, CHARACTER if word.low != "it" else THING, word.text), word.text, place + 1)
        if word.low in v.DETERMINERS:
            owner = word.low if word.low in v.OWNING else ""
            return self._noun(words, place + 1, "", hint, doing, owner) or self._bare(word, place)
        return None

    def _bare(self, word: Word, place: int) -> Phrase | None:
        return (
            Phrase(Who(None, THING, word.text), word.text, place + 1) if word.low in ("this", "that", "these") else None
        )

    def _noun(
        self, words: tuple[Word, ...], begin: int, owner: str, hint: str, doing: bool, pronoun: str = ""
    ) -> Phrase | None:
        named = self.names.at(words, begin)
        if named is not None and not owner:
            name, end = named
            if not words[end - 1].owns:
                return Phrase(Who(name, hint), name, end)
            owner, begin = f"{name}'s", end
        end = self._noun_end(words, begin, doing)
        if end == begin:
            return None
        while end - begin > 1 and words[begin].low in v.DETERMINERS:
            begin += 1
        head = words[end - 1].low
        said = " ".join(word.text + ("'s" if word.owns else "") for word in words[begin:end])
        end, said = self._of(words, end, said)
        if head in v.TIMES:
            return Phrase(None, said, end, is_time=True)
        kind = kind_of(head, hint, doing)
        if head in v.ABSTRACT and not doing and not owner:
            return Phrase(None, f"{pronoun or words[begin - 1].low} {said}", end)
        name = "_".join([owner, *said.split()] if owner else said.split())
        if kind == CHARACTER and not owner:
            name = "_".join(part[:1].upper() + part[1:] for part in name.split("_"))
        return Phrase(Who(name, kind), said, end)

    def _of(self, words: tuple[Word, ...], end: int, said: str) -> tuple[int, str]:
        """A phrase goes on with *of the king*."""
        if end + 1 < len(words) and words[end].low == "of":
            further = self.at(words, end + 1)
            if further is not None and further.who is not None and further.who.name is not None:
                article = words[end + 1].low
                middle = f"of {article} " if article in v.DETERMINERS else "of "
                return further.end, f"{said} {middle}{further.said}".replace("_", " ")
        return end, said

    def _noun_end(self, words: tuple[Word, ...], begin: int, doing: bool) -> int:
        end = begin
        while end < len(words) and end - begin < 4:
            word = words[end]
            if word.kind != "word" or word.low in _ENDS or (word.low.endswith("ly") and word.low not in v.NOT_ADVERBS):
                break
            if end > begin and (doing and self._is_verb(words, end)):
                break
            if end > begin and (self.names.at(words, end) is not None or word.low.endswith("ing")):
                break
            end += 1
            if word.owns:
                continue
        return end

    def _is_verb(self, words: tuple[Word, ...], place: int) -> bool:
        """Whether a word of a subject is its verb already: *the old guards open*, *the guard opens*."""
        low = words[place].low
        found = verbs.form(low)
        if found is None:
            plural = words[place - 1].low
            after = words[place + 1] if place + 1 < len(words) else None
            starts = after is None or after.low in v.DETERMINERS | v.PREPOSITIONS | v.PERSONAL or after.is_capital
            return starts and (plural.endswith("s") or plural in ("people", "men", "women", "children", "police"))
        if found.tense == "s" and place + 1 < len(words):
            after = words[place + 1]
            plain = after.kind == "word" and not after.is_capital and after.low not in _ENDS
            return not (plain and not after.low.endswith(("ly", "ing")) and low.removesuffix("s") in v.PEOPLE)
        return found.tense != "ing"


def kind_of(head: str, hint: str, doing: bool = False) -> str:
    """What kind of thing a noun in small letters is."""
    one = head.removesuffix("s")
    if {head, one} & v.PEOPLE or head.endswith(("woman", "women", "fisherman", "master")):
        return CHARACTER
    if head.endswith(_DOERS) and doing and head not in _NO_DOERS:
        return CHARACTER
    if {head, one} & v.PLACES and (hint == PLACE or not doing):
        return PLACE
    return PLACE if hint == PLACE else THING
