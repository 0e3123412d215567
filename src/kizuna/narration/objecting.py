"""What speaks against an act inside whoever does it: a voice with a proposal, or one motive against another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.model.values import Value
from kizuna.narration.moulds import Aside, Mode, Mould, Piece, contrast, front, piece, tail
from kizuna.narration.prose import Says
from kizuna.narration.wordings import Wording, renamed

ALL_THE_SAME = "all the same"
"""The name of the moulds behind which a sentence of its own says what was done all the same."""


@dataclass(frozen=True, slots=True)
class Pull:
    """A motive in words: what one thinks of by it, and what one wants, as far as there are words for it."""

    thing: Wording | None = None
    wish: Wording | None = None


def proposal(who: str, would: Wording, *, shown: bool, louder: bool) -> Aside:
    """An inner voice that would have somebody do something else; ``louder`` than it was when it said so before."""
    slots = {"who": who}
    if shown:
        quoted = Piece(would, mode=Mode.QUOTED)
        said = [
            contrast("something said", quoted, piece("something in {who} [say]", slots)),
            contrast("a voice said", quoted, piece("a voice in {who} [say]", slots), joint=", but"),
        ]
        return Aside(Says.VOICE, who, tuple(said))
    return Aside(Says.VOICE, who, tuple(_louder(slots, would) if louder else _voices(slots, would)))


def _voices(slots: dict[str, str], would: Wording) -> Iterator[Mould]:
    bare = Piece(would, mode=Mode.BARE)
    yield front("although", piece("although something in {who} [want] to", slots), bare)
    yield contrast(
        "a part, but", piece("a part of {who} would rather", slots), Piece(would, mode=Mode.PERFECT), joint=", but"
    )
    yield contrast("urged", piece("a voice in {who} [urge] {who} to", slots), bare)
    yield tail("although", piece("something in {who} [want] to", slots, ", although"), bare)
    yield contrast("wanted, and yet", piece("something in {who} [want] to", slots), bare, joint=", and yet")


def _louder(slots: dict[str, str], would: Wording) -> Iterator[Mould]:
    bare = Piece(would, mode=Mode.BARE)
    yield contrast("louder", piece("the voice in {who} [urge] {who}, louder than before, to", slots), bare)
    yield contrast(
        "again", piece("once more something in {who} [want] to", slots), bare, joint=", and more loudly, but"
    )


def weighing(who: str, against: Pull, behind: Pull) -> Aside | None:
    """One motive against another; None where there are no words for either."""
    moulds = tuple(_weighed(who, against, behind))
    return Aside(Says.VOICE, who, moulds) if moulds else None


def _weighed(who: str, against: Pull, behind: Pull) -> Iterator[Mould]:
    slots = {"who": who}
    if against.thing is not None and behind.thing is not None:
        one, other = renamed(against.thing, "a"), renamed(behind.thing, "b")
        both = {**slots, **one.arguments, **other.arguments}
        if who not in _named(one, other):
            yield front("torn", piece(f"torn between {one.phrase} and {other.phrase}", both), needs=who)
        yield tail("because", piece(f"{{who}} [set] {other.phrase} above {one.phrase}", both, ", because"))
    if against.wish is not None:
        wish = renamed(against.wish, "a")
        own = {**slots, **wish.arguments}
        if behind.wish is not None:
            more = renamed(behind.wish, "b")
            phrase = f"{{who}} [want] {wish.phrase}, but {more.phrase} even more"
            wants = piece(phrase, {**own, **more.arguments})
            yield contrast("wanted more", wants, joint=", and", needs=who, mode=Mode.SHARED)
        yield front("much as", piece(f"much as {{who}} [want] {wish.phrase}", own))
        yield tail("although", piece(f"{{who}} [want] {wish.phrase}", own, ", although"))
    if against.thing is not None:
        thing = renamed(against.thing, "a")
        own = {**slots, **thing.arguments}
        yield contrast("thought", piece(f"{{who}} [think] of {thing.phrase}", own), joint=", but")
        yield front("with in mind", piece(f"for all that {{who}} [think] of {thing.phrase}", own))


def _named(*wordings: Wording) -> set[Value]:
    """Whoever and whatever is named in any of some wordings."""
    return {each.arguments[name] for each in wordings for name in re.findall(r"\{(\w+)\}", each.phrase)}
