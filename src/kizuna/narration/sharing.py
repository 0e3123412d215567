"""Which two beats go into one sentence, and how."""

from __future__ import annotations

from enum import Enum

from kizuna.discourse import Beat, Frequency, Tie
from kizuna.narration.events import Events, begins_with
from kizuna.narration.phrases import Verb, parse

BARE = 2
"""Words of a phrase that says no more than who does what; two of these are better apart."""
SHORT = 9
"""Words of a phrase that may share its sentence with another."""
_ALIKE = ("placing", "frequency", "focalization", "distance")


class Sharing(Enum):
    """How two beats share a sentence.

    SAME: one does both (*took the lamp and walked*). BESIDE: two people, in one place (*she read, and he drew*). ONCE:
    the first made the second possible, for the same person (*when he had slept, he dreamt*). ANSWER: the second answers
    the first (*when she called him, he did not come*).
    """

    SAME = "same"
    BESIDE = "beside"
    ONCE = "once"
    ANSWER = "answer"


def sharing(beat: Beat, other: Beat, events: Events) -> Sharing | None:
    """How two beats that follow one another can share a sentence; None where they are better apart."""
    if beat.learned or not _are_alike(beat, other) or not _is_short(events.event(beat).phrase):
        return None
    first, second = begins_with(events.event(beat)), begins_with(events.event(other))
    if not first or not second:
        return None
    ties = {each.tie for each in other.follows if each.beat == beat.number}
    is_short = _is_short(events.event(other).phrase)
    if first == second:
        if is_short and not _are_bare(beat, other, events):
            return Sharing.SAME
        return Sharing.ONCE if Tie.ENABLES in ties else None
    if Tie.ANSWERS in ties:
        return Sharing.ANSWER
    return Sharing.BESIDE if is_short and beat.place == other.place and beat.past is None else None


def _are_alike(beat: Beat, other: Beat) -> bool:
    """Whether nothing but what happens parts two beats."""
    is_plain = not beat.veiled and not other.veiled and beat.frequency is not Frequency.ITERATIVE
    is_plain = is_plain and (beat.past is None) is (other.past is None)
    return is_plain and all(getattr(beat, each) == getattr(other, each) for each in _ALIKE)


def _are_bare(beat: Beat, other: Beat, events: Events) -> bool:
    return all(len(events.event(each).phrase.split()) <= BARE for each in (beat, other))


def _is_short(phrase: str) -> bool:
    plain = not any(mark in phrase for mark in (" and ", ",", ":", ";", " that ")) and len(phrase.split()) <= SHORT
    return plain and sum(isinstance(token, Verb) for token in parse(phrase)) == 1
