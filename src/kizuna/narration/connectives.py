"""Words between sentences, each only where the fabula bears it out.

Naive: *then*, every time. Better: the ties of a beat to the beats told before it (see ``kizuna.discourse.Tie``) say
which words are true of it: *so* where its reason rests on what just happened, *but* where it undoes that, *all the
same* where that spoke against it, *then* where it is only later. Which of several is decided by what was said last.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.discourse import Beat, Link, Placing, Tie

NEAR = 2
"""How many beats back something may have happened that a *so* or a *but* points to."""

_WORDS = {
    Tie.UNDOES: ("But", "Yet"),
    Tie.DESPITE: ("All the same,", "Even so,"),
    Tie.MOTIVATES: ("So", "And so"),
}
_LATER = ("Then", "After that,", "Next,")
_STRENGTH = (Tie.DESPITE, Tie.UNDOES, Tie.MOTIVATES)


@dataclass
class Connectives:
    """Chooses the words before a sentence; remembers which it chose last, and how often."""

    used: dict[str, int] = field(default_factory=dict)
    last: str = ""

    def linking(self, beat: Beat, doers: dict[int, str]) -> tuple[str, Link | None]:
        """The words that tie a beat to what was just told, and the tie that bears them out; none right after others."""
        if self.last or beat.placing is not Placing.CHRONICLE:
            return "", None
        for tie in _STRENGTH:
            for link in beat.follows:
                if link.tie is tie and 0 < beat.number - link.beat <= NEAR and self._holds(link, beat, doers):
                    return self._one_of(_WORDS[tie]), link
        return "", None

    @staticmethod
    def _holds(link: Link, beat: Beat, doers: dict[int, str]) -> bool:
        """Whether the words would be fair: nobody needs a *so* for going on with what they are doing."""
        return link.tie is not Tie.MOTIVATES or doers.get(link.beat) != doers.get(beat.number)

    def contrast(self) -> str:
        """The words for an act that something inside spoke against."""
        return self._one_of((*_WORDS[Tie.DESPITE], "Still,"))

    def would_be_plain(self, beat: Beat, doers: dict[int, str]) -> bool:
        """Whether a beat needs no words to tie it to what was just told."""
        near = [each for each in beat.follows if each.tie in _STRENGTH and 0 < beat.number - each.beat <= NEAR]
        return not any(self._holds(each, beat, doers) for each in near)

    def later(self, opening: str = "") -> str:
        """Words that say only that something is later; not those that the sentence before began with."""
        fresh = [words for words in _LATER if words.strip(",") != opening]
        return self._one_of(tuple(fresh))

    def _one_of(self, words: tuple[str, ...]) -> str:
        """The one that was used least, of these the first."""
        chosen = min(words, key=lambda each: self.used.get(each, 0))
        self.used[chosen] = self.used.get(chosen, 0) + 1
        return chosen
