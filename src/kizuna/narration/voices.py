"""What speaks against an act, as far as it is worth saying: the loudest voice in whoever acts, where it is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.discourse import Beat, Distance, Inner, Inside
from kizuna.grounding import GroundAction
from kizuna.model.values import Number, Value
from kizuna.narration.ahead import Ahead
from kizuna.narration.events import Events, doer, shortened
from kizuna.narration.motives import Motives, Words
from kizuna.narration.moulds import Aside
from kizuna.narration.objecting import Pull, proposal, weighing
from kizuna.narration.vocabulary import named_at

LOUD = Fraction(1, 4)
"""How loud an inner voice is, against the loudest of the same person, for it to be said."""


@dataclass
class Voices:
    """Finds the objections of a telling; remembers which were said, and what they proposed."""

    events: Events
    ahead: Ahead
    motives: Motives
    loudest: dict[str, Number] = field(default_factory=dict)
    objected: dict[str, tuple[str, Number]] = field(default_factory=dict)
    proposed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """How loud the voices of each get."""
        inner = [each for beat in self.ahead.beats for each in beat.inner]
        voices = [each for each in inner if each.kind is Inside.VOICE]
        for each in voices or [each for each in inner if each.kind is Inside.CONFLICT]:
            self.loudest[each.who] = max(self.loudest.get(each.who, 0), each.strength)

    def objection(self, beat: Beat) -> tuple[Aside | None, str]:
        """What speaks against an act, and the motive that is said to count for more; empty where none is."""
        inner = [each for each in beat.inner if each.kind is Inside.VOICE]
        inner = inner or [each for each in beat.inner if each.kind is Inside.CONFLICT]
        loudest = max(inner, key=lambda each: each.strength, default=None)
        if loudest is None or not self._is_heard(loudest, beat):
            return None, ""
        name, strength = self.objected.get(loudest.who, ("", 0))
        if name == loudest.name and loudest.strength <= strength:
            return None, ""
        proposed = self._proposal(loudest, beat, again=name == loudest.name)
        if proposed is None and any(e.name == loudest.name for e in self._as_loud(loudest, beat)):
            return None, ""
        self.objected[loudest.who] = (loudest.name, loudest.strength)
        return (proposed, "") if proposed is not None else self._weighing(loudest, beat)

    def _is_heard(self, inner: Inner, beat: Beat) -> bool:
        """Whether a voice is that of whoever acts, loud, and would rather something that does not come anyhow."""
        if self.events.doer(beat) != inner.who or inner.strength < self.loudest.get(inner.who, 0) * LOUD:
            return False
        later = self.ahead.later[beat.number]
        own = [each for each in inner.plan if self.ahead.is_meant(each, inner.who, beat) and each not in later]
        return not inner.plan or bool(own) or not any(each in later for each in inner.plan)

    def _as_loud(self, inner: Inner, beat: Beat) -> list[Inner]:
        """The voices that are as loud at the next thing that the same person does: it is said there."""
        return [each for each in self.ahead.voices(inner.who, beat) if each.strength >= inner.strength]

    # --- a proposal --------------------------------------------------------------------------------------------------

    def _proposal(self, inner: Inner, beat: Beat, *, again: bool) -> Aside | None:
        """What an inner voice would have one do instead; in its own words where they are shown."""
        world, later = self.events.world, self.ahead.later[beat.number]
        known = (world.actions[world.action_ids[each]] for each in inner.plan if each in world.action_ids)
        own = [each for each in known if each.name not in later and self._is_proposed(each, inner, beat)]
        if not own or own[0].name == beat.action:
            return None
        shown, louder = beat.distance is Distance.SHOWN, again and self.proposed.get(inner.who) == own[0].name
        if shown and louder:
            return None
        self.proposed[inner.who] = own[0].name
        return proposal(inner.who, shortened(self.events.of_action(own[0])), shown=shown, louder=louder)

    def _is_proposed(self, action: GroundAction, inner: Inner, beat: Beat) -> bool:
        """Whether something could be proposed: it is done to others, and to those to whom the act is, if it is."""
        wording, cast = self.events.of_action(action), self.events.cast
        towards = any(each != inner.who and cast.is_person(str(each)) for each in action.arguments)
        if doer(wording) != inner.who or not towards or wording.phrase.startswith("{who} [want] to "):
            return False
        proposed, done = (self._people(each) - {inner.who} for each in (action.arguments, self.events.arguments(beat)))
        return not done or bool(proposed & done)

    def _people(self, arguments: Sequence[Value]) -> set[str]:
        """The people among arguments, and in the titles of matters among them."""
        cast, named = self.events.cast, {str(each) for each in arguments}
        titles = " ".join(sorted(cast.called(each) for each in named & cast.matters))
        return {each for each in cast.people if each in named or named_at(each, titles) is not None}

    # --- motives -----------------------------------------------------------------------------------------------------

    def _weighing(self, inner: Inner, beat: Beat) -> tuple[Aside | None, str]:
        """The motive that speaks against an act, and the one that the act serves most of those that have words."""
        served = next((e.causes for e in beat.inner if e.kind is Inside.CONFLICT and e.who == inner.who), ())
        behind = next((each for each in served if self.motives.words(each, inner.who) is not None), "")
        return weighing(inner.who, self._pull(inner.name, inner.who), self._pull(behind, inner.who)), behind

    def _pull(self, motive: str, who: str) -> Pull:
        return Pull(self.motives.words(motive, who), self.motives.words(motive, who, Words.WISH))
