"""Pieces made into a sentence, from left to right, since who can be *she* depends on what was said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kizuna.english import Agreement, Tense
from kizuna.narration.moulds import Mode, Piece
from kizuna.narration.referring import Memory
from kizuna.narration.saying import Manner, Sayer, sentence_of

_BARE = {Mode.BARE: Tense.BARE, Mode.GERUND: Tense.GERUND, Mode.PERFECT: Tense.PERFECT}


@dataclass
class Composer:
    """Says pieces to a reader with a memory; ``manner`` is that of the clauses."""

    memory: Memory
    manner: Manner
    sayer: Sayer | None = None

    def compose(self, pieces: Iterable[Piece], before: str = "") -> str:
        """The words of all pieces behind those that are there ``before``."""
        text = before
        for each in pieces:
            text = glued(text, each.joint, self._said(each))
        return text

    def _said(self, piece: Piece) -> str:
        phrase, arguments = piece.wording.phrase, piece.wording.arguments
        if piece.mode is Mode.VERBATIM:
            return phrase
        if piece.mode is Mode.SHARED and self.sayer is not None:
            self.sayer.manner = replace(self.manner, subjectless=True)
            return self.sayer.again(phrase, arguments)
        is_past = self.manner.is_past
        if piece.mode in _BARE:
            manner = Manner(_BARE[piece.mode], subjectless=True, reported=is_past)
            return Sayer(self.memory, manner, unsaid=Agreement(3, True)).say(phrase, arguments)
        if piece.mode is Mode.EARLIER:
            return Sayer(self.memory, Manner(Tense.PLUPERFECT if is_past else Tense.PERFECT)).say(phrase, arguments)
        if piece.mode is Mode.LATER:
            later = Manner(Tense.WOULD if is_past else Tense.FUTURE, reported=is_past)
            return Sayer(self.memory, later).say(phrase, arguments)
        if piece.mode is Mode.QUOTED:
            said = Sayer(self.memory.speaking("", ""), Manner(Tense.BARE, subjectless=True)).say(phrase, arguments)
            return f"“{sentence_of(said, ',')}”"
        self.memory.subjects = ()
        self.sayer = Sayer(self.memory, self.manner if self.sayer is None else self._plain())
        return self.sayer.say(phrase, arguments)

    def _plain(self) -> Manner:
        """Only the first clause of a look back stands further back."""
        return replace(self.manner, tense=Tense.PAST) if self.manner.tense is Tense.PLUPERFECT else self.manner


def glued(text: str, joint: str, more: str) -> str:
    """Two texts with what joins them."""
    if joint.startswith((",", ";", ":")):
        return f"{text}{joint} {more}"
    return " ".join(each for each in (text, joint, more) if each)
