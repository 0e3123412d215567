"""An event as it is to be told: the pieces of its sentence, in which another event may have a share."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kizuna.discourse import Beat, Distance, Frequency, Link
from kizuna.narration.events import Events, begins_with, is_of_two
from kizuna.narration.moulds import Mode, Piece
from kizuna.narration.prose import Trace
from kizuna.narration.referring import Memory
from kizuna.narration.saying import Manner
from kizuna.narration.sharing import Sharing
from kizuna.narration.speech import Speech, speech
from kizuna.narration.wordings import Wording


@dataclass(frozen=True, slots=True)
class Act:
    """An event as it is to be told: its pieces, how, and what comes before it.

    ``begins`` is whom it begins with, if it is said of them alone; ``ends`` says that nothing can follow in the same
    sentence (somebody's own words).
    """

    pieces: tuple[Piece, ...]
    manner: Manner
    traces: tuple[Trace, ...]
    lead: str = ""
    link: Link | None = None
    begins: str = ""
    ends: bool = False


@dataclass(frozen=True)
class Acts:
    """Makes acts of the beats of a telling, for a reader with a memory."""

    events: Events
    memory: Memory

    def of(
        self, beat: Beat, manner: Manner, lead: str, link: Link | None, other: Beat | None, how: Sharing | None
    ) -> Act:
        """The event of a beat; and that of an ``other``, if it shares the sentence, and ``how``."""
        wording = self.events.event(beat)
        if beat.frequency is Frequency.ITERATIVE:
            wording = replace(wording, phrase=f"{wording.phrase} again")
        pieces: tuple[Piece, ...] = (Piece(wording),)
        ends, begins = ":" in wording.phrase or is_of_two(wording.phrase), begins_with(wording)
        if other is not None and how is not None:
            pieces = _together(wording, self.events.event(other), how)
            begins = begins if how in (Sharing.SAME, Sharing.BESIDE) else ""
        elif (said := self.speech(beat)) is not None:
            pieces, ends = _spoken(wording, said), not said.rest
        traces = tuple(self.events.trace(each) for each in (beat, other) if each is not None)
        return Act(pieces, manner, traces, lead, link, begins, ends)

    def speech(self, beat: Beat) -> Speech | None:
        """What is said at a beat, where the telling is near enough for words."""
        if beat.distance is not Distance.SHOWN or beat.veiled or beat.past is not None:
            return None
        kept = self.memory.copy()
        said = speech(self.events.event(beat), self.memory)
        self.memory.restore(kept)
        return said


def _together(first: Wording, second: Wording, how: Sharing) -> tuple[Piece, ...]:
    match how:
        case Sharing.SAME:
            return (Piece(first), Piece(second, "and", Mode.SHARED))
        case Sharing.BESIDE:
            return (Piece(first), Piece(second, ", and"))
        case Sharing.ONCE:
            return (Piece(first, "when", Mode.EARLIER), Piece(second, ","))
        case Sharing.ANSWER:
            return (Piece(first, "when"), Piece(second, ","))


def _spoken(wording: Wording, said: Speech) -> tuple[Piece, ...]:
    """Somebody's words in quotes behind the phrase that says that they speak."""
    first = Piece(replace(wording, phrase=said.head))
    if not said.rest:
        return (first, Piece(Wording(f"“{said.words}”", {}), ":", Mode.VERBATIM))
    words = Piece(Wording(f"“{said.words.rstrip('.')},”", {}), ",", Mode.VERBATIM)
    return (first, words, Piece(replace(wording, phrase=said.rest), "and", Mode.SHARED))
