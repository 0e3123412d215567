"""The beats of a discourse scene by scene: as long as the telling stays where it is, in its order, with no gap."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.discourse import Beat, Discourse, Placing
from kizuna.english import listed
from kizuna.narration.cast import Cast


@dataclass(frozen=True, slots=True)
class Scene:
    """Beats that are told of one place, one after the other."""

    beats: tuple[Beat, ...]

    @property
    def placing(self) -> Placing:
        """Whether it is told in its turn, or called up, or ahead of it."""
        return self.beats[0].placing

    def heading(self, cast: Cast) -> str:
        """Where it is, when it is not told in its turn, and who is there."""
        place, present = self.beats[0].place, self.present
        parts = [] if place is None else [cast.called(place).removeprefix("the ")]
        if self.placing is not Placing.CHRONICLE or self.beats[0].past is not None:
            parts.append("later" if self.placing is Placing.PROLEPSIS else "before")
        where = ", ".join(parts) or "somewhere"
        who = f" ({listed([cast.called(each) for each in present])})" if present else ""
        return f"{where[:1].upper()}{where[1:]}{who}"

    @property
    def present(self) -> tuple[str, ...]:
        """Who is there at some time of it."""
        return tuple(dict.fromkeys(who for beat in self.beats for who in beat.present))


def scenes(discourse: Discourse) -> Iterator[Scene]:
    """The scenes in the order of telling."""
    beats: list[Beat] = []
    for beat in discourse.beats:
        if beats and (beat.moved or beat.skipped or _turns(beat, beats[-1])):
            yield Scene(tuple(beats))
            beats = []
        beats.append(beat)
    if beats:
        yield Scene(tuple(beats))


def _turns(beat: Beat, before: Beat) -> bool:
    """Whether a beat is told in another order than the one before it, or the past is over with it."""
    return beat.placing is not before.placing or (beat.past is None) is not (before.past is None)
