"""One sentence in, what it tells out: who does what.

Naive: first word, second word, the rest. Better: what only says when is passed over, the doers are the phrases before
the verb, the form of the verb says whether something happens, is so, is wished or is denied, and a second deed behind
an *and* is a clause of its own. What does not fit is not guessed at: it comes back as :class:`Unread`, with the reason.
"""

from __future__ import annotations

from dataclasses import replace

from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, THING, Clause, Piece, Reading, State, Unread, Who, Wish
from kizuna.sketching.lines import Word
from kizuna.sketching.phrases import Phrases
from kizuna.sketching.tails import read_tail

Words = tuple[Word, ...]
_STARTS_ASIDE = v.PREPOSITIONS | v.BREAKS


class SentenceReader:
    """Reads the sentences of one outline, whose names are known."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.titles: dict[str, str] = {}

    def read(self, words: Words) -> list[Reading]:
        """What a sentence tells, deed by deed."""
        try:
            words = _quoting_last(words)
            return self._clauses(words, self._lead(words), ())
        except _UnreadError as unread:
            return [Unread(str(unread))]

    def _clauses(self, words: Words, begin: int, before: tuple[Who, ...]) -> list[Reading]:
        doers, place = self._doers(words, begin)
        doers = doers or before or _unsaid(words, place)
        if len(doers) == 1 and doers[0].name is None and doers[0].kind == THING:
            raise _UnreadError("nobody is named who does it")
        if not doers:
            raise _UnreadError("nobody is named who does it")
        first, end = self._predicate(words, place, doers)
        rest = _skip(words, end, v.JOINING | v.LEADING | {","})
        if rest >= len(words) or rest == end:
            return [first if rest >= len(words) else _leaving_out(first, words[end:])]
        try:
            return [first, *self._clauses(words, rest, doers if _same_form(words, rest) else ())]
        except _UnreadError:
            return [_leaving_out(first, words[rest:])]

    # --- before the verb ---------------------------------------------------------------------------------------------

    def _lead(self, words: Words) -> int:
        """Where the doers begin: behind *then*, *at night*, *when the moon rises,*."""
        place = 0
        while place < len(words):
            word = words[place]
            if self.phrases.names.at(words, place):
                return place
            aside = self._aside(words, place)
            if aside > place:
                place = aside
            elif (
                word.kind == "mark"
                or word.low in v.LEADING | v.TIMES
                or (word.low.endswith("ly") and word.low not in v.NOT_ADVERBS)
            ):
                place += 1
            else:
                return place
        return 0

    def _aside(self, words: Words, place: int) -> int:
        """Where an aside that begins at ``place`` ends: at its comma, or with its phrase."""
        word = words[place]
        phrase = self.phrases.at(words, place)
        if phrase is not None and phrase.is_time:
            return phrase.end
        if word.low not in _STARTS_ASIDE and not word.low.endswith("ing"):
            return place
        for end in range(place + 1, len(words)):
            if words[end].kind == "mark" and words[end].text == ",":
                return end + 1
        phrase = self.phrases.at(words, place + 1)
        return phrase.end if phrase is not None and word.low in v.PREPOSITIONS else place

    def _doers(self, words: Words, place: int) -> tuple[tuple[Who, ...], int]:
        """Who does it, and where the verb begins."""
        doers: list[Who] = []
        while place < len(words):
            if words[place].low in v.NOBODY or words[place].low == "no":
                raise _UnreadError("nobody does anything in it")
            phrase = self.phrases.at(words, place, CHARACTER, doing=True)
            if phrase is None or phrase.who is None or (doers and words[place].low in ("each", "both", "all")):
                break
            doers.append(phrase.who)
            place = self._description(words, phrase.end, phrase.who)
            joins = place < len(words) and words[place].low in ("and", "&", ",")
            if not joins or self.phrases.at(words, place + 1, doing=True) is None:
                break
            place += 1
        return tuple(doers), place

    def _description(self, words: Words, place: int, whose: Who) -> int:
        """Behind *Ana, a young nurse,* or *Ana (40)*; the description becomes her title."""
        if place >= len(words) or words[place].text not in (",", "("):
            return place
        closing = "," if words[place].text == "," else ")"
        if closing == "," and (place + 1 >= len(words) or words[place + 1].low not in v.DETERMINERS | {"who"}):
            return place
        for end in range(place + 1, len(words)):
            if words[end].text == closing:
                said = [word.text + ("'s" if word.owns else "") for word in words[place + 1 : end]]
                if whose.name and words[place + 1].low in v.DETERMINERS and "and" not in said:
                    self.titles.setdefault(whose.name, " ".join(said))
                return end + 1 if "and" not in said[:1] else place
        return place

    # --- the verb ----------------------------------------------------------------------------------------------------

    def _predicate(self, words: Words, place: int, doers: tuple[Who, ...]) -> tuple[Reading, int]:
        place = _skip(words, place, v.ADVERBS | {"each"})
        if place + 1 < len(words) and words[place].text in ":," and words[place + 1].kind == "quote":
            return self._finished(words, place, doers, "say")
        if place >= len(words) or words[place].kind != "word":
            raise _UnreadError("no verb was found")
        low = words[place].low
        if low in v.NEGATIONS or (
            low in ("does", "did", "do", "will", "has", "had", "have") and _negated(words, place + 1)
        ):
            raise _UnreadError("it says what does not happen; `never` in `plot` can say that")
        if low in v.MODALS:
            raise _UnreadError("it says what could or should be, not what happens")
        if low in v.BEING or low in ("'s", "'re"):
            return self._being(words, place, doers)
        if low in ("will", "did", "does", "do") and place + 1 < len(words):
            return self._deed(words, _skip(words, place + 1, v.ADVERBS), doers, bare=True)
        if low in ("has", "had", "have"):
            return self._having(words, place, doers)
        return self._deed(words, place, doers)

    def _being(self, words: Words, place: int, doers: tuple[Who, ...]) -> tuple[Reading, int]:
        """*is hiding*, *is arrested by Ben*, or something that is so."""
        after = _skip(words, place + 1, v.ADVERBS)
        found = verbs.form(words[after].low) if after < len(words) and words[after].kind == "word" else None
        if found is not None and words[after].low in v.ADJECTIVES:
            found = None
        if found is not None and found.tense == "ing":
            return self._deed(words, after, doers)
        if found is not None and (
            found.tense == "participle" or (found.tense == "past" and words[after].low.endswith("ed"))
        ):
            return self._passive(words, after, doers, found.base)
        if after < len(words) and words[after].low in v.NEGATIONS:
            raise _UnreadError("it says what is not so")
        return self._state(words, place, doers)

    def _passive(self, words: Words, place: int, doers: tuple[Who, ...], base: str) -> tuple[Reading, int]:
        tail = read_tail(self.phrases, words, place + 1, base)
        pieces = tuple(tail.pieces)
        for number, piece in enumerate(pieces[:-1]):
            agent = pieces[number + 1]
            if piece == "by" and isinstance(agent, Who) and agent.kind == CHARACTER:
                rest = (*pieces[:number], *pieces[number + 2 :])
                return Clause(
                    (agent,), base, (*_listed(doers), *rest), left_out=_rest(tail.left_out, words, tail.end)
                ), tail.end
        return Clause(doers, base, pieces, passive=True, left_out=_rest(tail.left_out, words, tail.end)), tail.end

    def _having(self, words: Words, place: int, doers: tuple[Who, ...]) -> tuple[Reading, int]:
        after = _skip(words, place + 1, v.ADVERBS)
        found = verbs.form(words[after].low) if after < len(words) and words[after].kind == "word" else None
        if found is not None and found.tense in ("past", "participle") and words[after].low not in v.DETERMINERS:
            if found.base == "be":
                return self._being(words, after, doers)
            reading, end = self._deed(words, after, doers)
            doubt = "perhaps it happened before the story; then it belongs into `past`"
            return (replace(reading, doubt=doubt) if isinstance(reading, Clause) else reading), end
        if words[after].low == "to" if after < len(words) else False:
            return self._deed(words, after + 1, doers, bare=True)
        return self._state(words, place, doers, "have")

    def _state(self, words: Words, place: int, doers: tuple[Who, ...], verb: str = "be") -> tuple[Reading, int]:
        tail = read_tail(self.phrases, words, place + 1, verb)
        said = " ".join(word.text + ("'s" if word.owns else "") for word in words[place:])
        return State(doers[0], said, verb, tuple(tail.pieces)), len(words)

    def _deed(self, words: Words, place: int, doers: tuple[Who, ...], bare: bool = False) -> tuple[Reading, int]:
        word = words[place] if place < len(words) else None
        if (
            word is None
            or word.kind != "word"
            or word.low in v.DETERMINERS | v.PREPOSITIONS | v.BREAKS | v.PERSONAL | v.JOINING
        ):
            raise _UnreadError("no verb was found")
        found = verbs.form(word.low)
        doubt = ""
        if found is None or (bare and found.tense in ("s", "base")):
            several = (
                len(doers) > 1 or doers[0].name is None or bare or doers[0].name.endswith(("s", "People", "Police"))
            )
            doubt = "" if several else f'is "{word.text}" what they do?'
            found = verbs.Form(word.low, "base")
        if word.is_capital and word.low != word.text and found.tense == "base":
            raise _UnreadError("no verb was found")
        reading, end = self._finished(words, place, doers, found.base)
        return (replace(reading, doubt=doubt) if doubt and isinstance(reading, Clause) else reading), end

    def _finished(self, words: Words, place: int, doers: tuple[Who, ...], base: str) -> tuple[Reading, int]:
        """A deed with what follows its verb; wishes and bonds are none."""
        if base in v.WANTING:
            return self._wish(words, place, doers, base)
        tail = read_tail(self.phrases, words, place + 1, base)
        pieces = _in_order(base, tuple(tail.pieces))
        said = " ".join(word.text for word in words[place : tail.end])
        match pieces:
            case (Who(kind="character"),) if base in v.RELATIONS:
                return State(doers[0], said, base, pieces), tail.end
        if base == "live" and len(doers) == 1:
            return State(doers[0], said, base, pieces), tail.end
        return Clause(doers, base, pieces, left_out=_rest(tail.left_out, words, tail.end)), tail.end

    def _wish(self, words: Words, place: int, doers: tuple[Who, ...], base: str) -> tuple[Reading, int]:
        said = " ".join(word.text + ("'s" if word.owns else "") for word in words[place:])
        after = _skip(words, place + 1, frozenset(["to", "for"]))
        if after < len(words) and words[after - 1].low == "to" and base != "need":
            deed, _ = self._deed(words, after, doers[:1], bare=True)
            return Wish(doers[0], said, deed if isinstance(deed, Clause) else None), len(words)
        phrase = self.phrases.at(words, after, THING)
        thing = phrase.who if phrase is not None and phrase.end == len(words) else None
        return Wish(doers[0], said, thing=thing if thing is not None and thing.kind == THING else None), len(words)


class _UnreadError(Exception):
    """A sentence that cannot be read; says why."""


def _skip(words: Words, place: int, these: frozenset[str]) -> int:
    while place < len(words) and (
        (words[place].low in these and words[place].kind != "quote")
        or (words[place].low.endswith("ly") and words[place].low not in v.NOT_ADVERBS and not words[place].is_capital)
    ):
        place += 1
    return place


def _quoting_last(words: Words) -> Words:
    """*"Stay," Ana says* as *Ana says "Stay"*."""
    if len(words) < 3 or words[0].kind != "quote":
        return words
    return (*(words[2:] if words[1].kind == "mark" else words[1:]), words[0])


def _unsaid(words: Words, place: int) -> tuple[Who, ...]:
    """The doer of a line that begins with its verb: somebody."""
    low = words[place].low if place < len(words) and words[place].kind == "word" else ""
    found = verbs.form(low) if low not in v.PREPOSITIONS | v.DETERMINERS | v.BEING else None
    says = found is not None and found.tense in ("s", "past")
    says = says and any(word.kind == "word" for word in words[place + 1 : place + 2])
    return (Who(None, CHARACTER, ""),) if says else ()


def _negated(words: Words, place: int) -> bool:
    return place < len(words) and words[place].low in v.NEGATIONS


def _same_form(words: Words, place: int) -> bool:
    """Whether what follows an *and* is a verb again."""
    found = verbs.form(words[place].low)
    return words[place].low in v.BEING or (found is not None and found.tense in ("s", "past", "participle", "base"))


def _leaving_out(reading: Reading, words: Words) -> Reading:
    said = " ".join(word.text + ("'s" if word.owns else "") for word in words if word.kind != "mark")
    return replace(reading, left_out=said) if isinstance(reading, Clause) and said else reading


def _rest(left_out: bool, words: Words, end: int) -> str:
    return (
        " ".join(word.text + ("'s" if word.owns else "") for word in words[end:] if word.kind != "mark")
        if left_out
        else ""
    )


def _listed(whos: tuple[Who, ...]) -> list[Piece]:
    pieces: list[Piece] = []
    for who in whos:
        pieces += ["and", who] if pieces else [who]
    return pieces


def _in_order(base: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """*gives Ben the lamp* becomes *gives the lamp to Ben*."""
    match pieces:
        case (Who(kind="character") as whom, Who(kind="thing") as what, *rest) if base in v.GIVING:
            return (what, "to", whom, *rest)
    return pieces
