"""What is felt at a beat, as far as it is worth telling, and what it is about."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from kizuna.discourse import Beat, Inner
from kizuna.narration.bonds import bond_verb
from kizuna.narration.events import Events
from kizuna.narration.feelings import feeling, is_of_wish
from kizuna.narration.motives import Motives, Words
from kizuna.narration.moulds import Aside
from kizuna.narration.salience import Salience
from kizuna.narration.wordings import Wording, taken_apart

MOST_CAUSES = 2
"""Things that a feeling is said to be about."""
_COMMON = frozenset(("joy", "distress"))
"""Feelings that come with everything one wants; only what an act does not show is worth saying of them."""


@dataclass
class Moods:
    """Finds the feelings of a telling; ``met`` are those who are anywhere in it, others only spoken of."""

    events: Events
    motives: Motives
    salience: Salience
    met: frozenset[str]
    following: Mapping[int, Beat]

    def of(self, beat: Beat, just_said: str, hoping: Collection[str]) -> Iterator[Aside]:
        """The feelings of a beat; the motive that was ``just_said`` is no cause that is worth a word.

        Who is not ``hoping``, as far as it was told, is not said to be disappointed.
        """
        doer = self.events.doer(beat)
        named = [str(each) for each in self.events.arguments(beat) if each in self.met]
        there = () if beat.place is None else (*beat.present, *named)
        told = list(self.salience.told_of(beat, there))
        told += self._surprises(beat, there, [doer, *(each.who for each in told)])
        for inner in told:
            about = self._about(inner, just_said)
            weighs = self.salience.is_turning(inner)
            said = feeling(self._at_large(inner, doer), doer, about, weighs=weighs)
            if (inner.name == "disappointment" and inner.who not in hoping) or self._turns_worse(inner, beat):
                continue
            if said is not None and (about or inner.name not in _COMMON | {"remorse"}):
                self.salience.note(inner, beat)
                yield said

    def _turns_worse(self, inner: Inner, beat: Beat) -> bool:
        """Whether the next beat has a graver feeling of the same person about the same thing."""
        following = self.following.get(beat.number)
        if inner.name not in _COMMON or following is None:
            return False
        graver = [each for each in following.inner if each.who == inner.who and each.strength > inner.strength]
        return any(each.causes[:1] == inner.causes[:1] and each.name == "remorse" for each in graver)

    def _surprises(self, beat: Beat, there: Sequence[str], said: Sequence[str]) -> Iterator[Inner]:
        """A surprise by what the telling has words for, or, of somebody of whom nothing is said, by a bond."""
        of_words = self.salience.surprise(beat, there, said[:1])
        if of_words is not None and self._amounts(of_words):
            yield of_words
            return
        of_bond = self.salience.surprise(beat, there, said)
        if of_bond is not None and any(bond_verb(taken_apart(each)[0]) for each in of_bond.causes):
            yield of_bond

    def _amounts(self, inner: Inner) -> list[Wording]:
        """What somebody did not know who is surprised, if the telling has words for it."""
        named = [each for each in inner.causes if taken_apart(each)[0] in self.events.phrases]
        found = (self.events.amount(*taken_apart(each)) for each in named)
        return [each for each in found if each is not None]

    def _about(self, inner: Inner, just_said: str) -> list[Wording]:
        """What a feeling is about, in words."""
        if inner.name == "surprise":
            return self._amounts(inner)[:1]
        causes = [each for each in inner.causes if each in self._names and each != just_said]
        if inner.name in _COMMON:
            deep = [each for each in causes if self.motives.is_worth_saying(each)]
            causes = deep or causes * (inner.name == "distress" and self.salience.is_turning(inner))
        wishes = is_of_wish(inner.name)
        if wishes:
            found = [self.motives.words(each, inner.who, Words.WISH) for each in causes]
            return [each for each in found if each is not None and each.phrase.startswith(Words.WISH.value)][:1]
        lost = [self.motives.lost(each, inner.who) for each in causes]
        return [each for each in lost if each is not None][:MOST_CAUSES]

    def _at_large(self, inner: Inner, doer: str) -> Inner:
        """A feeling towards whoever acts, without saying so where only their name could."""
        cast = self.events.cast
        is_same = bool(inner.towards) and cast.pronoun(inner.who) == cast.pronoun(inner.towards)
        return replace(inner, towards="") if is_same and inner.towards == doer != inner.who else inner

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(each.name for mine in self.events.world.motives for each in mine)
