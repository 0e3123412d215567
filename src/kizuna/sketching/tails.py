"""What follows a verb: words that belong to it, and the people, things and places that the deed is about."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, PLACE, THING, Piece, Who
from kizuna.sketching.lines import Word
from kizuna.sketching.phrases import Phrases

_LONGEST = 12
_BOTH = v.words("hurt lost left found cut shut set hidden dressed armed needs times")
"""Words that may be a verb, and as often are none."""


@dataclass
class Tail:
    """The pieces read so far, where reading stopped, and whether something was left out there."""

    pieces: list[Piece] = field(default_factory=list)
    end: int = 0
    left_out: bool = False


def read_tail(phrases: Phrases, words: tuple[Word, ...], begin: int, verb: str) -> Tail:
    """What follows ``verb`` from ``begin`` on, up to the next deed or to what only hangs on this one."""
    return _Reader(phrases, words, verb).read(begin)


class _Reader:
    def __init__(self, phrases: Phrases, words: tuple[Word, ...], verb: str) -> None:
        self.phrases = phrases
        self.words = words
        self.verb = verb
        self.tail = Tail()

    def read(self, begin: int) -> Tail:
        place = begin
        while place < len(self.words) and len(self.tail.pieces) < _LONGEST:
            further = self._piece(place)
            if further is None:
                break
            place = further
        self.tail.end = place
        return self.tail

    def _piece(self, place: int) -> int | None:
        """Reads what stands at ``place``; where the next piece begins, or None where this deed ends."""
        word = self.words[place]
        if word.kind == "quote":
            self.tail.pieces.append(f"'{_tame(word.text)}'")
            return place + 1
        if word.kind == "mark":
            return self._mark(place)
        if word.low in v.JOINING:
            return self._joined(place)
        if word.low in v.CONTENT or (word.low in v.BREAKS and not self.tail.pieces):
            return self._content(place)
        if word.low == "to":
            return self._to(place)
        if word.low in v.PREPOSITIONS and not self._breaks(place):
            return self._preposition(place)
        if word.low in v.BREAKS:
            self.tail.left_out = True
            return None
        return self._plain(place)

    def _mark(self, place: int) -> int | None:
        quote = place + 1 < len(self.words) and self.words[place + 1].kind == "quote"
        if quote and self.words[place].text in ",:":
            return place + 1
        if self.words[place].text in "(–—:-":
            self.tail.left_out = True
        return None

    def _breaks(self, place: int) -> bool:
        """Whether *before*, *after* or *until* begins a clause rather than a phrase."""
        after = self.words[place + 1].low if place + 1 < len(self.words) else ""
        if self.words[place].low not in v.BREAKS or after in v.TIMES:
            return False
        phrase = self.phrases.at(self.words, place + 1)
        return phrase is None or (phrase.end < len(self.words) and self._looks_like_verb(phrase.end))

    def _looks_like_verb(self, place: int) -> bool:
        low = self.words[place].low
        found = verbs.form(low)
        return low in v.BEING | v.MODALS | {"has", "had", "will"} or (found is not None and found.tense != "base")

    # --- what belongs to the verb ------------------------------------------------------------------------------------

    def _joined(self, place: int) -> int | None:
        """Goes on with *and the key* or *and Ben*, unless that does something itself."""
        if self.words[place].low not in ("and", "&", "or"):
            return None
        phrase = self.phrases.at(self.words, place + 1, CHARACTER, doing=True)
        if phrase is None or not self.tail.pieces or phrase.who is None:
            return None
        if phrase.end < len(self.words) and self._begins_a_deed(phrase.end):
            return None
        self.tail.pieces += [self.words[place].low.replace("&", "and"), phrase.who]
        return phrase.end

    def _has_verb(self, place: int) -> bool:
        """Whether a phrase in the middle does something itself, as in *the letter that Ben wrote*."""
        low = self.words[place].low
        found = verbs.form(low)
        return low in v.BEING | {"has", "had"} or (
            found is not None and found.tense in ("s", "past") and low not in _BOTH
        )

    def _begins_a_deed(self, place: int) -> bool:
        while place < len(self.words) and (self.words[place].low in v.ADVERBS or self.words[place].low.endswith("ly")):
            place += 1
        return place < len(self.words) and self.words[place].kind == "word" and self._looks_like_verb(place)

    def _content(self, place: int) -> int | None:
        """What is said, learned or thought, in the author's words."""
        last = self.tail.pieces[-1] if self.tail.pieces else None
        if isinstance(last, Who) and last.kind != CHARACTER and self.words[place].low == "that":
            self.tail.left_out = True
            return None
        rest = self.words[place:]
        stop = next((n for n, word in enumerate(rest) if word.kind == "mark" and word.text not in "-'"), len(rest))
        said = " ".join(word.text + ("'s" if word.owns else "") for word in rest[:stop] if word.kind == "word")
        self.tail.pieces.append(said)
        return place + stop

    def _to(self, place: int) -> int | None:
        phrase = self.phrases.at(self.words, place + 1, PLACE if self._moves() else CHARACTER)
        if phrase is not None or place + 1 >= len(self.words):
            return self._preposition(place)
        follower = self.words[place + 1]
        if follower.kind != "word":
            return None
        if follower.low in v.WITHOUT_ARTICLE:
            return self._preposition(place)
        self.tail.pieces += ["to", follower.low]
        return place + 2

    def _moves(self) -> bool:
        words = [piece for piece in self.tail.pieces if isinstance(piece, str)]
        return self.verb in v.MOVING or any(word in v.MOVING for word in words)

    def _preposition(self, place: int) -> int | None:
        word = self.words[place].low
        hint = PLACE if word in v.TO_PLACES and (self._moves() or word in ("in", "into", "at", "inside")) else CHARACTER
        phrase = self.phrases.at(self.words, place + 1, hint)
        if phrase is None:
            return self._bare_preposition(place)
        if phrase.is_time:
            return phrase.end
        # A noun that no list knows is a place after these words, whatever is done there.
        who = phrase.who
        self.tail.pieces += [word, phrase.said if who is None else who]
        return phrase.end

    def _bare_preposition(self, place: int) -> int | None:
        word = self.words[place].low
        after = self.words[place + 1] if place + 1 < len(self.words) else None
        if after is None or after.kind != "word" or after.low in v.PREPOSITIONS | v.JOINING | v.BREAKS:
            self.tail.pieces.append(word)
            return place + 1
        if after.low in v.WITHOUT_ARTICLE and word in v.TO_PLACES:
            self.tail.pieces += [word, Who(after.low, PLACE)]
            return place + 2
        if after.low in v.TIMES:
            return place + 2
        if after.low in v.LEADING | v.ADVERBS or after.low.endswith("ly"):
            self.tail.pieces.append(word)
            return place + 1
        if after.low.endswith("ing") and word in ("by", "before", "after", "without", "while"):
            self.tail.left_out = True
            return None
        self.tail.pieces += [word, after.low]
        return place + 2

    def _plain(self, place: int) -> int | None:
        word = self.words[place]
        if word.low in ("he", "she", "they", "we", "i"):
            self.tail.left_out = True
            return None
        reaches = self.verb in v.REACHING
        phrase = self.phrases.at(self.words, place, PLACE if reaches else CHARACTER)
        if phrase is not None and self.tail.pieces and phrase.end < len(self.words) and self._has_verb(phrase.end):
            self.tail.left_out = True
            return None
        if phrase is not None:
            if not phrase.is_time:
                who = phrase.who
                if self.verb in v.BECOMING and who is not None and who.name not in self.phrases.names.known.values():
                    who = None
                    phrase = replace(phrase, said=f"{word.low} {phrase.said}")
                if who is not None and reaches and who.kind == THING and self.verb in ("enter", "reach", "leave"):
                    who = Who(who.name, PLACE, who.said)
                self.tail.pieces.append(phrase.said if who is None else who)
            return phrase.end
        if word.low in v.ADVERBS or (word.low.endswith("ly") and word.low not in v.NOT_ADVERBS):
            return place + 1
        if word.low in v.WITHOUT_ARTICLE and self._moves():
            self.tail.pieces.append(Who(word.low, PLACE))
            return place + 1
        if word.low in v.NEGATIONS or word.low in v.MODALS | v.BEING:
            self.tail.left_out = True
            return None
        self.tail.pieces.append(word.text)
        return place + 1


def _tame(text: str) -> str:
    """Quoted words without what means something in a phrase."""
    return "".join(letter for letter in text if letter not in '{}[]"\\').rstrip(",. ")
