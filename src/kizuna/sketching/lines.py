"""A text in, the sentences of its outline out, as words; headings and bullets known for what they are.

Naive: a line is a sentence. Better: bullets, numbers and `Chapter 3:` before a line are not part of it, a line that was
wrapped goes on in the next, a paragraph holds several sentences, and what stands in quotes is one word. Cost: linear.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

_BULLET = re.compile(
    r"^(?:[-*+•‣–—>·]+\s+|[(\[]?(?:\d{1,4}|[ivxIVX]{1,5}|[a-zA-Z])[.)\]:]\s+|\[[ xX]\]\s+)+",
)
_PART = r"(?:act|akt|chapter|ch|scene|part|day|night|week|year|episode|beat|step|prologue|epilogue)"
_LABEL = re.compile(r"^[^\W\d_][\w'. -]{0,30}:\s+(?=[^\s\"“„«])")
_HEAD = re.compile(rf"^{_PART}\.?(?:\s+(?:\d+|[ivxlc]+|\w+))?\s*(?:[:.\-–—]\s*|$)", re.IGNORECASE)
_RULE = re.compile(r"^[-=_*~#\s.]{3,}$")
_QUOTES = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_LONGEST_QUOTE = 400
MAX_WORDS = 150
"""A sentence of more words is cut into pieces, none of which is read."""

_ENDS = ".!?…;。！？"
_ABBREVIATED = {"mr", "mrs", "ms", "dr", "st", "prof", "lt", "sgt", "capt", "col", "gen", "rev", "jr", "sr", "vs"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a mark, or a whole quotation; ``kind`` is ``word``, ``mark`` or ``quote``.

    ``owns`` says that it stood in the possessive, ``text`` is the word without that ending.
    """

    text: str
    kind: str = "word"
    owns: bool = False

    @property
    def low(self) -> str:
        """In small letters."""
        return self.text.lower()

    @property
    def is_capital(self) -> bool:
        """Whether it is written as names are; letters of scripts without capitals count as such."""
        first = self.text[0]
        return self.kind == "word" and first.isalpha() and not first.islower()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: as it stood, and its words. A heading has no words."""

    text: str
    words: tuple[Word, ...]


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences and headings of an outline, in order."""
    for line in _unwrapped(text):
        heading, body = _heading(line)
        if heading:
            yield Sentence(heading, ())
        if body:
            yield from _split(_words(body))


def _unwrapped(text: str) -> Iterator[str]:
    """Lines without bullets, each joined with those that were only wrapped."""
    waiting: list[str] = []
    for raw in unicodedata.normalize("NFC", text.removeprefix("\ufeff")).splitlines():
        plain = " ".join(raw.split())
        goes_on = waiting and plain[:1].islower() and waiting[-1][-1] not in _ENDS and not _BULLET.match(plain)
        if not goes_on:
            if waiting:
                yield " ".join(waiting)
            waiting = []
        if plain and not _RULE.match(plain):
            waiting.append(plain)
    if waiting:
        yield " ".join(waiting)


def _heading(line: str) -> tuple[str, str]:
    """The heading that a line is or begins with, and the rest of it."""
    if line.startswith("#"):
        return line.strip("# "), ""
    body = _BULLET.sub("", line).strip("*_ ")
    match = _HEAD.match(body)
    if match is None or not (match.end() == len(body) or body[: match.end()].rstrip()[-1:] in ":.-–—"):
        match = _LABEL.match(body)
    if match is not None and len(match[0].split()) < 4:
        before, after = body[: match.end()].strip(" :.-–—"), body[match.end() :]
        return (f"{before}: {after}", "") if after.isupper() else (before, _unquoted(after))
    if body.endswith(":") or (body.isupper() and len(body) > 3 and any(letter.isascii() for letter in body)):
        return body, ""
    return "", _unquoted(body)


def _unquoted(body: str) -> str:
    return body[1:-1].strip() if body and _quote_end(body, 0) == len(body) else body


def _words(text: str) -> Iterator[Word]:
    """The words of a line."""
    text, at = text.replace("’", "'").replace("ʼ", "'"), 0
    while at < len(text):
        end = _quote_end(text, at)
        if end > at:
            yield Word(text[at + 1 : end - 1].strip() or "…", "quote")
            at = end
        elif _is_letter(text[at]):
            end = _word_end(text, at)
            yield _word(text[at:end])
            at = end
        else:
            if not text[at].isspace():
                yield Word(text[at], "mark")
            at += 1


def _quote_end(text: str, at: int) -> int:
    """Where a quotation that begins at ``at`` ends; ``at`` itself if there is none."""
    closing = _QUOTES.get(text[at], "")
    ends = [found for mark in closing if (found := text.find(mark, at + 1, at + _LONGEST_QUOTE)) >= 0]
    return min(ends) + 1 if ends else at


def _word_end(text: str, at: int) -> int:
    while at < len(text):
        inside = text[at] in "'-‐‑" and at + 1 < len(text) and _is_letter(text[at + 1])
        if not (inside or _is_letter(text[at])):
            break
        at += 1
    if text[at : at + 1] == "'" and text[at - 1] == "s":
        at += 1
    return at


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter)[0] == "M"


def _word(text: str) -> Word:
    if text.endswith("'s") and text.lower() not in ("it's", "he's", "she's", "that's", "there's", "let's", "who's"):
        return Word(text[:-2], owns=True)
    return Word(text[:-1], owns=True) if text.endswith("s'") else Word(text)


def _split(words: Iterator[Word]) -> Iterator[Sentence]:
    """The sentences among the words of a line."""
    begun: list[Word] = []
    for word, after in pairwise(chain(words, [None])):
        if word is None:
            continue
        stops = word.kind == "mark" and word.text in _ENDS
        if stops and word.text == "." and begun and _is_short(begun[-1]) and after is not None and after.is_capital:
            continue
        if not stops:
            begun.append(word)
        if stops or len(begun) > MAX_WORDS:
            if any(each.kind != "mark" for each in begun):
                yield Sentence(_text(begun) + (word.text if stops else ""), tuple(begun))
            begun = []
    if any(each.kind != "mark" for each in begun):
        yield Sentence(_text(begun), tuple(begun))


def _is_short(word: Word) -> bool:
    """Whether a full stop behind a word may belong to it: *Mr.*, *J.*."""
    letter = len(word.text) == 1 and word.is_capital and word.text != "I"
    return word.kind == "word" and (word.low in _ABBREVIATED or letter)


def _text(words: list[Word]) -> str:
    """The words as one line."""
    said = ""
    for word in words:
        shown = f'"{word.text}"' if word.kind == "quote" else word.text + ("'s" if word.owns else "")
        close = (word.kind == "mark" and word.text not in "(–—-[&") or said.endswith(("(", "["))
        said += shown if close or not said else f" {shown}"
    return said
