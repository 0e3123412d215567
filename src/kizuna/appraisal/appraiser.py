"""What everybody feels at every event of a story, worked out for whatever event and mind is asked for.

Nothing is authored: every emotion follows from states, motives, bonds and intentions (docs/understanding/feeling.md).
Cost: motives and marks once for each mind that comes up; fears ask what others would do, and are left out on request.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kizuna.appraisal.betrayals import Betrayal, betrayals
from kizuna.appraisal.bonds import Bond, bonds, grief, tenderness
from kizuna.appraisal.course import Course, total
from kizuna.appraisal.emotion import HALVING, HALVINGS, Emotion, Felt, fading, order
from kizuna.appraisal.fears import Fears
from kizuna.appraisal.fortunes import fortunes, surprise
from kizuna.appraisal.marks import MarkedWorld
from kizuna.appraisal.oneself import guilt, pride_and_shame, remorse
from kizuna.appraisal.others import blame_and_thanks, shares
from kizuna.appraisal.prospects import Prospects
from kizuna.deliberation import Reasons
from kizuna.fabula import Fabula
from kizuna.model.values import Number


@dataclass(eq=False)
class Appraiser:
    """Appraises one fabula: characters are numbers, events are counted from 1, 0 is the start.

    ``fears`` says whether to ask what others would do; ``halving`` is how many events halve an emotion.
    """

    reasons: Reasons
    marked: MarkedWorld
    fabula: Fabula
    fears: bool = True
    halving: int = HALVING
    _arising: dict[tuple[int, int], tuple[Emotion, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.course = Course(self.reasons, self.marked, self.fabula)
        self._prospects = Prospects(self.course)
        self._fears = Fears(self.course)

    def arising(self, event: int, who: int) -> tuple[Emotion, ...]:
        """What somebody comes to feel at an event, and will feel less and less."""
        key = (event, who)
        if key not in self._arising:
            self._arising[key] = tuple(self._arise(event, who)) if event else ()
        return self._arising[key]

    def _arise(self, event: int, who: int) -> Iterator[Emotion]:
        course = self.course
        yield from fortunes(course, event, who)
        yield from self._prospects.outcomes(event, who)
        if self.fears:
            yield from self._fears.outcomes(event, who)
        yield from surprise(course, event, who)
        yield from blame_and_thanks(course, event, who)
        yield from pride_and_shame(course, event, who)
        yield from guilt(course, event, who)
        yield from remorse(course, self._prospects, event, who)
        yield from grief(course, event, who)
        yield from shares(course, event, who)
        yield from tenderness(course, event, who)

    def held(self, event: int, who: int) -> tuple[Emotion, ...]:
        """The hope and the fears that somebody has after an event."""
        if not self.course.feels(event, who):
            return ()
        fears = self._fears.fear(event, who) if self.fears else ()
        return (*self._prospects.hope(event, who), *fears)

    def felt(self, event: int, who: int) -> tuple[Felt, ...]:
        """All that somebody feels after an event, the strongest first: it is the dominant one."""
        if event and not self.course.feels(event - 1, who):
            return ()
        felt = [Felt(emotion, emotion.strength) for emotion in self.held(event, who)]
        first = max(1, event - self.halving * HALVINGS + 1)
        for since in range(first, event + 1):
            left = fading(event - since, self.halving)
            felt += (Felt(emotion, total((emotion.strength * left,))) for emotion in self.arising(since, who))
        return tuple(sorted(felt, key=order))

    def is_weighed(self, event: int, who: int) -> bool:
        """Whether it could be worked out what somebody fears after an event."""
        return not self.fears or self._fears.threats(event, who) is not None

    def tension(self, event: int, who: int) -> Number:
        """What somebody stands to gain by what they intend and to lose by what they fear, after an event."""
        if not self.course.feels(event, who):
            return 0
        intention = self._prospects.held(event, who)
        threats = (self._fears.threats(event, who) or {}) if self.fears else {}
        hoped = max(intention.net, 0) if intention is not None else 0
        return total((hoped, *(threat.loss for threat in threats.values())))

    def bonds(self, event: int) -> tuple[Bond, ...]:
        """The bonds of the story after an event."""
        return tuple(bonds(self.course, event))

    def betrayals(self) -> tuple[Betrayal, ...]:
        """Who lets whom down, and when it is found out."""
        return tuple(betrayals(self.course))
