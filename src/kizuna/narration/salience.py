"""Which feelings are worth telling.

Naive: the strongest of every beat. Better: a feeling is told when it is strong for whoever has it, and new or much
stronger than it was; little gladnesses on the way are not. Measured against the strongest of the same person, and of
the story, so that whoever feels little does not seem to be moved all the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.discourse import Beat, Inner, Inside
from kizuna.model.values import Number

MOST = 2
"""People whose feelings are said of one beat."""
OF_STORY = Fraction(1, 15)
"""How strong a feeling is, against the strongest of the story, for it to be said."""
OF_PERSON = Fraction(1, 4)
"""How strong, against the strongest of the same person."""
TURNING = Fraction(2, 5)
"""How strong, against the strongest of the same person, for it to be one of two, or a mere gladness."""
SWELLS = 2
"""How much stronger a feeling has to be than it was to be said again before it faded."""
FADES = 6
"""Beats before a feeling of the same kind is said of the same character again."""
LULL, BURSTS = 2, 3
"""Beats within which a feeling has to be so many times as strong to be said again."""
_RIDES = frozenset(("gladness", "pity"))
"""Feelings that are not worth a word where another is told."""
_UNSAID = frozenset(("hope", "surprise", "satisfaction"))
"""Feelings that what somebody means to do, and what they find to be so, say better."""
OF_STORY_SLIGHT, OF_STORY_GLAD = Fraction(1, 3), Fraction(1, 2)
"""How strong a mere gladness is, against the strongest of the story; and one for somebody else's sake."""
OF_ONE = Fraction(1, 8)
"""How strong a feeling is, where only one person's are told."""
_SLIGHT = frozenset(("gladness", "joy", "pity", "gratitude"))
_MORAL = frozenset(("remorse", "guilt", "shame", "grief"))
"""Feelings that may be told beside a stronger one of the same person."""
_WEIGHT = {"distress": 1, "joy": 1, "anger": 1, "gladness": 2, "pity": 2, "gratitude": 0, "disappointment": 1}


@dataclass
class Salience:
    """Weighs the feelings of one telling; remembers which were told."""

    strongest: Number = 0
    of: dict[str, Number] = field(default_factory=dict)
    told: dict[tuple[str, str], tuple[int, Number]] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)

    @classmethod
    def among(cls, beats: Iterable[Beat]) -> Salience:
        """The scale of a telling."""
        found = cls()
        for inner in (each for beat in beats for each in beat.inner if each.kind is Inside.FEELING):
            if inner.name not in _UNSAID:
                found.strongest = max(found.strongest, inner.strength)
                found.of[inner.who] = max(found.of.get(inner.who, 0), inner.strength)
        return found

    def told_of(self, beat: Beat, there: Iterable[str]) -> Iterator[Inner]:
        """The feelings of a beat that are worth telling, the weightiest first, one of a kind a person."""
        known = frozenset(there)
        felt = [each for each in beat.inner if each.kind is Inside.FEELING and (not known or each.who in known)]
        felt.sort(key=lambda each: (-self._share(each), _WEIGHT.get(each.name, 0), each.name))
        said, kinds = list[str](), set[str]()
        for inner in felt:
            is_other = inner.who not in said or (inner.name in _MORAL and said.count(inner.who) == 1)
            if inner.name in kinds and inner.name not in _MORAL:
                continue
            has_room = len(set(said)) < MOST or inner.who in said
            if has_room and is_other and self._is_worth_it(inner, beat.number, is_second=bool(said)):
                said.append(inner.who)
                kinds.add(inner.name)
                yield inner

    def surprise(self, beat: Beat, there: Iterable[str], said: Iterable[str]) -> Inner | None:
        """The first surprise at a beat of somebody of whom nothing is said, which is not too soon after the last."""
        known, told = frozenset(there), frozenset(said)
        for inner in beat.inner:
            last, _ = self.told.get((inner.who, inner.name), (-FADES, 0))
            is_there = inner.who in known and inner.who not in told
            if inner.name == "surprise" and is_there and beat.number - last >= FADES:
                return inner
        return None

    def note(self, inner: Inner, beat: Beat) -> None:
        """Notes that a feeling was told."""
        self.told[inner.who, inner.name] = (beat.number, inner.strength)
        self.last[inner.who] = beat.number

    def is_turning(self, inner: Inner) -> bool:
        """Whether a feeling is among the strongest of whoever has it."""
        return self._share(inner) >= TURNING

    def _share(self, inner: Inner) -> Fraction:
        most = self.of.get(inner.who, 0)
        return Fraction(inner.strength) / Fraction(most) if most else Fraction(0)

    def _is_worth_it(self, inner: Inner, beat: int, *, is_second: bool) -> bool:
        if inner.name in _UNSAID or inner.strength < self.strongest * OF_STORY:
            return False
        last, strength = self.told.get((inner.who, inner.name), (-FADES, 0))
        if inner.name in _RIDES and is_second:
            return False
        swells = SWELLS if beat - last >= LULL else BURSTS
        if beat - last < FADES and inner.strength < swells * strength:
            return False
        slight = OF_STORY_GLAD if inner.name == "gladness" else OF_STORY_SLIGHT
        if inner.name in _SLIGHT and inner.strength < self.strongest * slight:
            return False
        least = OF_ONE if len(self.of) == 1 else OF_PERSON
        if (is_second and inner.name not in _MORAL) or inner.name in _SLIGHT:
            least = TURNING
        return self._share(inner) >= least
