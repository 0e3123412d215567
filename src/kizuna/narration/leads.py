"""What comes before the sentence of a beat: when it is, where, or how it follows from what was told."""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.discourse import Beat, Discourse, Link, Placing, Tie, Why
from kizuna.english.places import where
from kizuna.narration.connectives import Connectives
from kizuna.narration.events import Events

AHEAD, AHEAD_NOW = "It was to come to this:", "It will come to this:"
BACK_NOW = "It brings back what was before all this:"


@dataclass
class Leads:
    """Finds the words before each beat; remembers which place was named last."""

    discourse: Discourse
    events: Events
    connectives: Connectives
    is_past: bool = True
    shows_place: bool = True
    said_place: str | None = None

    def __post_init__(self) -> None:
        self.doers = {beat.number: self.events.doer(beat) for beat in self.discourse.beats}
        self.unseen = {each.event for each in self.discourse.left_out if each.why is Why.UNSEEN}

    def of(self, beat: Beat, before: Beat | None) -> tuple[str, Link | None]:
        """The words before a beat, and the tie that bears them out, if they claim one."""
        turned = self._turned(beat, before)
        if turned:
            return turned, None
        if not self.shows_place:
            return self.connectives.linking(beat, self.doers)
        leads = self._since(beat)
        named = self._place(beat, before)
        leads += [named] if named else []
        if leads:
            text = ", ".join(leads) + ","
            return text[:1].upper() + text[1:], None
        if before is not None and self._is_meanwhile(beat, before):
            return "Meanwhile,", None
        return self.connectives.linking(beat, self.doers)

    def _turned(self, beat: Beat, before: Beat | None) -> str:
        """Where the order of telling turns."""
        if beat.placing is not Placing.CHRONICLE and (before is None or before.placing is not beat.placing):
            if beat.placing is Placing.PROLEPSIS:
                return AHEAD if self.is_past else AHEAD_NOW
            back = "It brought back what had been before all this:" if self.is_past else BACK_NOW
            return back if beat.event is None else "Before that,"
        is_back = before is not None and before.placing is Placing.ANALEPSIS and beat.placing is Placing.CHRONICLE
        return "Now" if is_back else ""

    def _since(self, beat: Beat) -> list[str]:
        """That time has gone by: something was left out, or the story begins after what was told of the past."""
        past = len(self.discourse.prelude)
        if past and beat.number == past + 1:
            return ["later" if self.is_past else "now"]
        return ["later"] if self.has_gap(beat) else []

    def _place(self, beat: Beat, before: Beat | None) -> str:
        """Where it is, if the telling was not just led there, and the phrase does not name it."""
        is_new = before is None or self.is_elsewhere(beat, before)
        if not is_new or not beat.place or self.events.moves(beat) or self.events.places(beat):
            return ""
        is_known = beat.place == self.said_place and before is not None
        self.said_place = beat.place
        return "" if is_known else where(beat.place, self.events.cast.called(beat.place))

    def _is_meanwhile(self, beat: Beat, before: Beat) -> bool:
        """Whether somebody acts where somebody else has just gone from, and nothing but time ties the two."""
        is_apart = bool(self.doers[beat.number]) and self.doers[beat.number] != self.doers[before.number]
        only_later = all(each.tie is Tie.AFTER for each in beat.follows)
        is_left = self.events.moves(before) and before.place == beat.place and self.events.goal(before) != before.place
        return is_apart and only_later and is_left and self.doers[before.number] not in beat.present

    def has_gap(self, beat: Beat) -> bool:
        """Whether the reader is to notice that something was left out before; what nobody there saw leaves no gap."""
        return any(event not in self.unseen for event in beat.skipped)

    def is_elsewhere(self, beat: Beat, before: Beat) -> bool:
        """Whether the telling goes somewhere where it was not just led."""
        return beat.moved and beat.place not in self.events.places(before)
