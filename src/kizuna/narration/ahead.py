"""What is still to come in a telling at each of its beats: so that nothing is announced that is told at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kizuna.discourse import Beat, Discourse, Inner, Inside
from kizuna.narration.events import Events, doer, is_of_two
from kizuna.narration.phrases import Verb, parse

SOON = 3
"""Beats within which somebody acts again at once."""
_INWARD = frozenset(("resolve", "decide", "want", "see", "read", "believe", "dream", "wait"))
"""What nobody means to do in so many words."""


class Ahead:
    """What each beat of a discourse has before it."""

    def __init__(self, discourse: Discourse, events: Events) -> None:
        """Looks through a discourse, from its end."""
        self.beats, self.events = discourse.beats, events
        self.following = {one.number: other for one, other in pairwise(discourse.beats)}
        self.next_act: dict[int, dict[str, str]] = {}
        self.later: dict[int, frozenset[str]] = {}
        following, later = dict[str, str](), frozenset[str]()
        for beat in reversed(discourse.beats):
            self.next_act[beat.number], self.later[beat.number] = dict(following), later
            following[events.doer(beat)] = beat.action
            later |= {beat.action}

    def voices(self, who: str, beat: Beat) -> Iterator[Inner]:
        """The voices in somebody at the next thing that they do, if that is soon."""
        soon = self.beats[beat.number : beat.number + SOON]
        following = next((each for each in soon if self.events.doer(each) == who), None)
        inner = following.inner if following is not None else ()
        return (each for each in inner if each.kind is Inside.VOICE and each.who == who)

    def is_meant(self, step: str, who: str, beat: Beat) -> bool:
        """Whether a step of a plan is worth saying: it concerns somebody or something, and is another act."""
        world = self.events.world
        number = world.action_ids.get(step)
        if number is None or step == beat.action:
            return False
        action = world.actions[number]
        names = {str(each) for each in action.arguments}
        wording = self.events.of_action(action)
        if not doer(wording) or len(names) == 1 or who not in names or _is_inward(wording.phrase):
            return False
        if is_of_two(wording.phrase):
            return False
        return action.answers is None or doer(wording) != who


def _is_inward(phrase: str) -> bool:
    return next((token.base for token in parse(phrase) if isinstance(token, Verb)), "") in _INWARD
