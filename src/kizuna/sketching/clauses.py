"""What a sentence of an outline comes to once it is read: an event, something that is so, or nothing."""

from __future__ import annotations

from dataclasses import dataclass

CHARACTER, THING, PLACE = "character", "thing", "place"


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody, something or some place that a sentence speaks of.

    ``name`` is None where it was only a pronoun, which ``said`` is then; ``kind`` is what its place in the sentence
    suggests.
    """

    name: str | None
    kind: str
    said: str = ""


Piece = str | Who


@dataclass(frozen=True, slots=True)
class Clause:
    """Something done: by whom, the verb, and what follows it, word by word.

    ``passive`` is the participle where somebody has it done to them: *is arrested*.
    """

    doers: tuple[Who, ...]
    verb: str
    pieces: tuple[Piece, ...] = ()
    passive: bool = False
    left_out: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Something that is so rather than happens: of whom, in which words, and its parts if they are plain."""

    whose: Who
    words: str
    verb: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants: the deed that would do it, or a thing, or just the words."""

    whose: Who
    words: str
    deed: Clause | None = None
    thing: Who | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and why."""

    reason: str


Reading = Clause | State | Wish | Unread
