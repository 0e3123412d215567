"""Whether something comes to pass in every story: looked for a story without it, within the limits, to the end.

The naive way finds all stories and looks through them. Here the condition becomes something that must never hold, so
that the search leaves out every way on which it does; what is left is a story without it, or the proof that none is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.fabula import Fabula
from kizuna.search.result import SearchResult, Stop


class Proof(Enum):
    """What is known of "in every story". PROVEN needs stories, and a search to the end for one without it."""

    PROVEN = "proven"
    REFUTED = "refuted"
    NO_STORY = "no story"
    NOT_PROVEN = "not proven"


@dataclass(frozen=True, slots=True)
class Must:
    """The answer, and what it rests on: the stories there are, and the search for one without the condition."""

    condition: str
    proof: Proof
    stories: SearchResult
    without: SearchResult

    @property
    def counterexample(self) -> Fabula | None:
        """A story in which it never comes to pass."""
        return next(iter(self.without.fabulas), None)


def must(condition: str, stories: SearchResult, without: SearchResult) -> Must:
    """What a search for any story and one for a story without ``condition``, within the same limits, come to."""
    if without.fabulas:
        proof = Proof.REFUTED
    elif without.stopped is not Stop.EXHAUSTED:
        proof = Proof.NOT_PROVEN
    elif stories.fabulas:
        proof = Proof.PROVEN
    else:
        proof = Proof.NO_STORY if stories.stopped is Stop.EXHAUSTED else Proof.NOT_PROVEN
    return Must(condition, proof, stories, without)
