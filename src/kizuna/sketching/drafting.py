"""The whole line: text, sentences, names, clauses, deeds, and then the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import Clause, Reading, Unread
from kizuna.sketching.draft import drafted
from kizuna.sketching.lines import MAX_WORDS, Sentence, Word, sentences
from kizuna.sketching.names import Names, names_in
from kizuna.sketching.phrases import Phrases
from kizuna.sketching.sentences import SentenceReader
from kizuna.sketching.sheet import written

MAX_SENTENCES = 200
"""Longer outlines are read up to here: nobody could work through more guesses than that."""

MAX_NAMES = 40
"""Outlines are read until there are more names than this."""


@dataclass(frozen=True, slots=True)
class Sketched:
    """A first cast sheet: its text, how many events are in it, and the sentences that could not be read."""

    text: str
    events: int
    unread: tuple[str, ...]


def sketch(source: Source, name: str) -> Outcome[Sketched]:
    """A first cast sheet for a story called ``name``, from the plain lines of an outline."""
    every = _sentences(source)
    names = names_in(line.words for line in every)
    lines = _within_reach(every, names)
    found = [_too_long(source, len(lines))] if len(lines) < len(every) else []
    reader = SentenceReader(Phrases(names))
    told = [(line, _read(reader, line)) for line in lines]
    if told and any(isinstance(each, Unread) for each in told[0][1]):
        told[0] = (Sentence(lines[0].text, ()), [])  # what nobody does in the first line is its title
    if not any(isinstance(reading, Clause) for _, readings in told for reading in readings):
        message = f"No line of {source.name} says who does what." if lines else f"There are no words in {source.name}."
        help = "Write one event a line, such as `Ana asks Ben to stay.`"
        return conclude(None, [*found, diagnose("no-outline", message, help=help)])
    draft = drafted(told, reader.titles, reader.phrases.names)
    unread = tuple(line.text for line, readings in told if any(isinstance(each, Unread) for each in readings))
    return conclude(Sketched(written(draft, name, source.name), len(draft.events), unread), found)


def _sentences(source: Source) -> list[Sentence]:
    """The sentences that say anything, up to one more than are read."""
    telling = (each for each in sentences(source.text) if not each.words or any(_says(word) for word in each.words))
    return list(islice(telling, MAX_SENTENCES + 1))


def _within_reach(lines: list[Sentence], names: Names) -> list[Sentence]:
    """The sentences that come before there are too many of them, or too many names in them."""
    met: set[str] = set()
    for number, line in enumerate(lines[:MAX_SENTENCES]):
        found = (names.at(line.words, place) for place in range(len(line.words)))
        met |= {each[0] for each in found if each is not None}
        if len(met) > MAX_NAMES:
            return lines[:number]
    return lines[:MAX_SENTENCES]


def _too_long(source: Source, count: int) -> Diagnostic:
    message = f"Only the first {count} sentences of {source.name} were read; what follows is too much for one sheet."
    return diagnose("long-outline", message, help="Make one outline of each part, and leave the details out.")


def _read(reader: SentenceReader, line: Sentence) -> list[Reading]:
    if len(line.words) > MAX_WORDS:
        return [Unread(f"more than {MAX_WORDS} words without a full stop")]
    return reader.read(line.words) if line.words else []


def _says(word: Word) -> bool:
    """Whether a word is more than a mark or a *then*."""
    return word.kind != "mark" and word.low not in v.LEADING
