"""Moulds: the ways in which something can be said beside an event, and which of them is taken.

Naive: one sentence for everything. Better: what is thought, wanted and felt stands before the event (*although a voice
in her urged her to stay, she went*), behind it (*she went, hoping that he would follow*), or in a sentence of its own;
all of it in several moulds, of which the one that was used least is taken, so that none wears out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kizuna.model.values import Value
from kizuna.narration.prose import Says
from kizuna.narration.wordings import Wording


class Mode(Enum):
    """How a phrase is said: as a clause, without its subject, bare (behind *to*), with *have*, with *-ing*, as to come,
    as over by then, as a proposal in quotes, or as it stands.
    """

    CLAUSE = "clause"
    SHARED = "shared"
    BARE = "bare"
    PERFECT = "perfect"
    GERUND = "gerund"
    LATER = "later"
    EARLIER = "earlier"
    QUOTED = "quoted"
    VERBATIM = "verbatim"


@dataclass(frozen=True, slots=True)
class Piece:
    """A phrase, how it is said, and the words that join it to what stands before it."""

    wording: Wording
    joint: str = ""
    mode: Mode = Mode.CLAUSE


class Stands(Enum):
    """Where something stands that is said beside an event: before it, behind it, alone, alone and then *but*; or before
    the next thing that the same person does.
    """

    FRONT = "front"
    TAIL = "tail"
    ALONE = "alone"
    CONTRAST = "contrast"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Mould:
    """A way to say something beside an event. ``name`` is what wears out: moulds that sound alike have one.

    ``joint`` is what stands between it and an event behind it; nothing where a sentence ends there. ``needs`` is whom
    the event behind it has to begin with, where it hangs on them (*torn, she ...*); ``mode`` how it is then said.
    """

    name: str
    stands: Stands
    pieces: tuple[Piece, ...]
    joint: str = ","
    needs: str = ""
    mode: Mode = Mode.CLAUSE


@dataclass(frozen=True, slots=True)
class Aside:
    """Something to say beside an event, in one mould or another; ``who`` is whom it is about.

    What ``weighs`` may stand alone though it could share a sentence.
    """

    says: Says
    who: str
    moulds: tuple[Mould, ...]
    weighs: bool = False


def piece(phrase: str, slots: Mapping[str, Value], joint: str = "", mode: Mode = Mode.CLAUSE) -> Piece:
    """A piece of a phrase and what stands in its slots."""
    return Piece(Wording(phrase, slots), joint, mode)


def front(name: str, *pieces: Piece, needs: str = "") -> Mould:
    """A mould before the event."""
    return Mould(name, Stands.FRONT, pieces, needs=needs)


def tail(name: str, *pieces: Piece) -> Mould:
    """A mould behind the event."""
    return Mould(name, Stands.TAIL, pieces)


def alone(name: str, *pieces: Piece) -> Mould:
    """A mould that is a sentence."""
    return Mould(name, Stands.ALONE, pieces)


def onward(name: str, *pieces: Piece, needs: str) -> Mould:
    """A mould before the next thing that somebody does."""
    return Mould(name, Stands.NEXT, pieces, needs=needs)


def contrast(name: str, *pieces: Piece, joint: str = "", needs: str = "", mode: Mode = Mode.CLAUSE) -> Mould:
    """A mould before the event, against it: in one sentence with a ``joint`` between, or in one of its own."""
    return Mould(name, Stands.CONTRAST, pieces, joint, needs, mode)


@dataclass
class Wear:
    """How often a mould was used, and when last."""

    used: dict[str, int] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    count: int = 0

    def freshest(self, moulds: Iterable[Mould]) -> list[Mould]:
        """The moulds, those that were used least and longest ago first; else in their order."""
        return sorted(moulds, key=lambda each: (self.used.get(each.name, 0), self.last.get(each.name, 0)))

    def use(self, mould: Mould) -> None:
        """Notes that a mould was used."""
        self.count += 1
        self.used[mould.name] = self.used.get(mould.name, 0) + 1
        self.last[mould.name] = self.count
