"""The first event of an old story that a change takes its place from: whose it was, and what tipped it.

Naive: replay the story and stop. Better: what whoever acted now believes, and what their motives now weigh, is held
against what it was in the old story; each difference is then put back, alone and in pairs, and those that bring the
reason back are what tipped it. Cost: one question for each difference, and for each pair where none does it alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kizuna.deliberation import Asked, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Event, Explanation, Limits
from kizuna.grounding.plot import HIDDEN
from kizuna.inquiry.hindrance import Hindrance
from kizuna.model.values import Value, is_number

MOST_SHIFTS = 40
"""More differences than this in one mind are not put back in pairs."""


@dataclass(frozen=True, slots=True)
class Shift:
    """Something that was otherwise in the old story: a fluent, in truth or at the end of ``minds``, or what a motive of
    the last of ``minds`` weighs.
    """

    minds: tuple[str, ...]
    what: str
    before: Value
    after: Value
    is_weight: bool = False


@dataclass(frozen=True, slots=True)
class Flip:
    """The first event ``at`` (from 0) that does not happen any more; past the last event, the ending that is missed.

    ``hindrances`` are what stands in its way, ``explanation`` the reason that whoever lacks one now had in the old
    story, if it is known. ``tipped`` are the smallest sets of differences that bring the event back when put back.
    """

    at: int
    event: str | None
    hindrances: tuple[Hindrance, ...] = ()
    explanation: Explanation | None = None
    shifts: tuple[Shift, ...] = ()
    tipped: tuple[tuple[Shift, ...], ...] = ()

    @property
    def who(self) -> str | None:
        """Whose will it is that flips; None where the event is not possible, or the ending is missed."""
        return next((each.who for each in self.hindrances if each.who is not None), None)


def explanation_of(event: Event, who: str | None) -> Explanation | None:
    """The reason that somebody had for an event."""
    return next((each for each in event.explanations if each.character == who), None)


@dataclass
class Tipping:
    """Compares what two worlds, before and after a change, come to at the same place of one story."""

    old: Reasons
    new: Reasons
    limits: Limits

    def shifts(self, was: State, now: State, minds: tuple[str, ...]) -> Iterator[Shift]:
        """What is worth something else than it was, in truth (no minds) or in a mind."""
        before, after = self._read(self.old, was, minds), self._read(self.new, now, minds)
        for name, value in after.items():
            if name in before and before[name] != value and not name.startswith(HIDDEN):
                yield Shift(minds, name, before[name], value)

    def _read(self, reasons: Reasons, state: State, minds: tuple[str, ...]) -> dict[str, Value]:
        world = reasons.dynamics.world
        values = state.at(world.character_ids[mind] for mind in minds).values
        found = {fluent.name: value for fluent, value in world.statics}
        return found | {fluent.name: value for fluent, value in zip(world.fluents, values, strict=True)}

    def in_mind(self, was: State, now: State, who: str) -> tuple[Shift, ...]:
        """All that differs in a mind: what it believes, of others' beliefs too, and what its motives weigh."""
        own = list(self.shifts(was, now, (who,)))
        told = {(shift.what, shift.after) for shift in own}
        nested = [
            shift
            for other in self.new.dynamics.world.characters
            if other != who
            for shift in self.shifts(was, now, (who, other))
            if (shift.what, shift.after) not in told
        ]
        return (*own, *nested, *self._weights(was, now, who))

    def _weights(self, was: State, now: State, who: str) -> Iterator[Shift]:
        before, after = self._heart(self.old, was, who), self._heart(self.new, now, who)
        for motive, weight in after.items():
            if before.get(motive, 0) != weight:
                yield Shift((who,), motive, before.get(motive, 0), weight, is_weight=True)

    def _heart(self, reasons: Reasons, state: State, who: str) -> dict[str, Value]:
        number = reasons.dynamics.world.character_ids[who]
        heart = reasons.utilities.heart(number, state.beliefs[number])
        return dict(zip(reasons.utilities.motives(number), reasons.utilities.weights(heart), strict=True))

    # --- what tipped it ----------------------------------------------------------------------------------------------

    def tipped(self, now: State, who: str, action: int, shifts: tuple[Shift, ...]) -> tuple[tuple[Shift, ...], ...]:
        """The smallest sets of differences in a mind without which there would still be a reason."""
        asked = self.new.asked_in_story(
            now, self.new.dynamics.world.character_ids[who], self.limits.foresight, self.limits.depth
        )

        def brings_back(few: tuple[Shift, ...]) -> bool:
            question = self._put_back(asked, few)
            return question is not None and self.new.reason(question, action) is not None

        alone = [(shift,) for shift in shifts if brings_back((shift,))]
        if alone:
            return tuple(alone)
        pairs = [pair for pair in combinations(shifts[:MOST_SHIFTS], 2) if brings_back(pair)]
        weights = tuple(shift for shift in shifts if shift.is_weight)
        if pairs or not brings_back(weights):
            return tuple(pairs)
        return (weights,)

    def _put_back(self, asked: Asked, few: tuple[Shift, ...]) -> Asked | None:
        """The same question to a mind in which these are as they were; None where the world has no such fluent."""
        world = self.new.dynamics.world
        fluents = {fluent.name: number for number, fluent in enumerate(world.fluents)}
        beliefs = [shift for shift in few if not shift.is_weight]
        if any(shift.what not in fluents for shift in beliefs):
            return None
        lessons = tuple(
            (tuple(world.character_ids[mind] for mind in chain), fluents[shift.what], shift.before)
            for shift in beliefs
            for chain in self._chains(asked, shift, fluents[shift.what])
        )
        mind = self.new.dynamics.taught(asked.believed, asked.character, lessons) if lessons else asked.believed
        heart = self.new.utilities.heart(asked.character, mind)
        motives = self.new.utilities.motives(asked.character)
        for shift in few:
            if shift.is_weight and is_number(shift.before):
                heart = self.new.utilities.reweighed(heart, motives.index(shift.what), shift.before)  # type: ignore[arg-type]
        return asked._replace(believed=mind, heart=heart)

    def _chains(self, asked: Asked, shift: Shift, fluent: int) -> Iterator[tuple[str, ...]]:
        """Where a belief is put back: with it goes what others are believed to think of it, if they think alike."""
        yield shift.minds[1:]
        if len(shift.minds) == 1:
            for other, name in enumerate(self.new.dynamics.world.characters):
                if other != asked.character and asked.believed.beliefs[other].values[fluent] == shift.after:
                    yield (name,)
