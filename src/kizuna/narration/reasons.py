"""What an act is for: the motive behind it, what somebody means to do next, and what they hope that others will."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kizuna.narration.moulds import Aside, Mode, Mould, Piece, alone, front, piece, tail
from kizuna.narration.prose import Says
from kizuna.narration.wordings import Wording, renamed


def purpose(who: str, thing: Wording | None, wish: Wording | None, fear: Wording | None) -> Aside | None:
    """The motive behind an act of somebody; None where there are no words for it."""
    moulds = tuple(_purposes({"who": who}, thing, wish, fear))
    return Aside(Says.AIM, who, moulds) if moulds else None


def _purposes(
    slots: dict[str, str], thing: Wording | None, wish: Wording | None, fear: Wording | None
) -> Iterator[Mould]:
    if wish is not None:
        of = renamed(wish, "b")
        phrase, own = f"{{who}} [want] {of.phrase}", {**slots, **of.arguments}
        yield tail("because", piece(phrase, own, ", because"))
        yield front("because", piece(phrase, own, "because"))
        yield tail("for", piece(phrase, own, ", for"))
    if thing is not None:
        of = renamed(thing, "b")
        yield front("for the sake of", piece(of.phrase, of.arguments, "for the sake of"))
        yield tail("for the sake of", piece(of.phrase, of.arguments, ", for the sake of"))
    if fear is not None:
        of = renamed(fear, "b")
        yield tail("for fear", piece(of.phrase, of.arguments, ", for fear"))


def shared_purpose(who: str, wish: Wording) -> Aside:
    """What two want for each other who act together."""
    each = renamed(Wording(wish.phrase.replace("{1}", "the other"), wish.arguments), "b")
    phrase = f"each of them [want] {each.phrase}"
    return Aside(
        Says.AIM,
        who,
        (
            tail("because", piece(phrase, each.arguments, ", because")),
            tail("for", piece(phrase, each.arguments, ", for")),
        ),
    )


def intention(who: str, steps: Sequence[Wording]) -> Aside:
    """What somebody means to do next, step by step."""
    slots = {"who": who}
    later = [Piece(each, ", and then to", Mode.BARE) for each in steps[1:]]
    first = Piece(steps[0], mode=Mode.BARE)
    return Aside(
        Says.AIM,
        who,
        (
            tail("meaning", Piece(steps[0], ", meaning to", Mode.BARE), *later),
            front("meaning first", Piece(steps[0], "meaning to", Mode.BARE), *later, needs=who),
            alone("meant", piece("{who} [mean] to", slots), first, *later),
            tail("with it in mind", piece("{who} [mean] to", slots, ", for"), first, *later),
        ),
    )


def hope(who: str, step: Wording) -> Aside:
    """What somebody hopes that somebody else will do."""
    return Aside(
        Says.AIM,
        who,
        (
            tail("hoping", Piece(step, ", hoping that", Mode.LATER)),
            front("hoping first", Piece(step, "hoping that", Mode.LATER), needs=who),
            tail("in the hope", Piece(step, ", in the hope that", Mode.LATER)),
            alone("hoped", piece("{who} [hope] that", {"who": who}), Piece(step, mode=Mode.LATER)),
        ),
    )
