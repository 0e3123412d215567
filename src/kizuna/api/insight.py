"""What a telling can show of the inside of people: what they come to feel, what speaks against an act of theirs.

Worked out for an event when it is asked for, and only once; what the work allowed does not suffice for is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kizuna.appraisal import Appraiser, Emotion
from kizuna.deliberation import EffortSpent, Reasons
from kizuna.discourse import Inner, Inside
from kizuna.epistemics import State
from kizuna.fabula import Explanation
from kizuna.fabula.explanation import Grade
from kizuna.inquiry.choice import Choice, choice


@dataclass(eq=False)
class Insight:
    """Looks into everybody at an event, counted from 1; ``reasons`` weighs acts, ``appraiser`` knows the feelings."""

    reasons: Reasons
    appraiser: Appraiser
    spent: bool = False
    _known: dict[int, tuple[Inner, ...]] = field(default_factory=dict)

    @cached_property
    def _states(self) -> list[State]:
        """The states of the story in the dynamics of ``reasons``; the last is the end."""
        dynamics = self.reasons.dynamics
        states = [dynamics.initial]
        for name in self.appraiser.fabula.actions:
            states.append(dynamics.after(states[-1], dynamics.world.action_ids[name]))
        return states

    def __call__(self, event: int) -> tuple[Inner, ...]:
        """What somebody comes to feel at an event, strongest first; then what it is for, and against."""
        if event not in self._known:
            feelings = sorted(self._feelings(event), key=lambda each: -each.strength)
            self._known[event] = (*feelings, *self._aims(event), *self._objections(event))
        return self._known[event]

    def _feelings(self, event: int) -> Iterator[Inner]:
        course = self.appraiser.course
        for who in course.characters:
            if course.feels(event - 1, who):
                held = [each for each in self.appraiser.held(event, who) if each.event == event]
                for emotion in (*self.appraiser.arising(event, who), *held):
                    yield _felt(emotion)

    def _aims(self, event: int) -> Iterator[Inner]:
        for explanation in self.appraiser.fabula.events[event - 1].explanations:
            gained = sorted((each for each in explanation.stakes if each.change > 0), key=lambda each: -each.change)
            plan = tuple(step.action for step in explanation.plan[1:])
            if explanation.grade is not Grade.PERMITS and (gained or plan):
                motive, change = (gained[0].motive, gained[0].change) if gained else ("", 0)
                yield Inner(Inside.AIM, explanation.character, motive, change, plan=plan)

    def _objections(self, event: int) -> Iterator[Inner]:
        for explanation in self.appraiser.fabula.events[event - 1].explanations:
            made = None if self.spent or explanation.grade is Grade.PERMITS else self._choice(event, explanation)
            if made is None or made.voice is None:
                continue
            who, voice = explanation.character, made.voice
            yield Inner(Inside.CONFLICT, who, voice.motive, voice.cost, causes=_gained(made))
            yield Inner(Inside.VOICE, who, voice.motive, voice.loudness, plan=made.rival.plan)

    def _choice(self, event: int, explanation: Explanation) -> Choice | None:
        limits, ids = self.appraiser.fabula.limits, self.reasons.dynamics.world.action_ids
        state = self._states[event - 1]
        who = self.reasons.dynamics.world.character_ids[explanation.character]
        try:
            asked = self.reasons.asked_in_story(state, who, limits.foresight, limits.depth)
            return choice(self.reasons, asked, tuple(ids[step.action] for step in explanation.plan))
        except EffortSpent:
            self.spent = True
            return None


def _felt(emotion: Emotion) -> Inner:
    causes = tuple(dict.fromkeys(cause.name for cause in emotion.causes))
    return Inner(Inside.FEELING, emotion.who, emotion.kind.value, emotion.strength, emotion.towards or "", causes)


def _gained(made: Choice) -> tuple[str, ...]:
    """The motives that an act serves against its rival, what it serves most first."""
    gained = sorted((pair for pair in made.differences if pair[1] > 0), key=lambda pair: -pair[1])
    return tuple(motive for motive, _ in gained)
