"""What a telling can show of the inside of people: what they come to feel, what speaks against an act of theirs.

Worked out for an event when it is asked for, only once, and only for those whose minds are shown there. What somebody
chose between is most of the work, so there is a bound on it in all: every choice may take an equal share of what is
left, and what that does not suffice for is left out. So the end of a long story is not told worse than its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field

from kizuna.appraisal import Appraiser, Emotion
from kizuna.appraisal.bounded import at_most
from kizuna.deliberation import EffortSpent, Reasons
from kizuna.discourse import Inner, Inside
from kizuna.epistemics import State
from kizuna.fabula import Explanation
from kizuna.fabula.explanation import Grade
from kizuna.inquiry.choice import Choice, choice

CHOOSING = 5_000
"""States opened, in any mind, for all that somebody chose between in the events that are told."""


@dataclass(eq=False)
class Insight:
    """Looks into those who are ``shown`` at an event, counted from 1.

    ``reasons`` weighs acts in the ``states`` of the story, ``appraiser`` knows the feelings.
    """

    reasons: Reasons
    appraiser: Appraiser
    states: Sequence[State]
    shown: Callable[[int], Collection[str]]
    work: int = CHOOSING
    _known: dict[int, tuple[Inner, ...]] = field(default_factory=dict)
    _choices: dict[tuple[int, str], Choice | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        events = enumerate(self.appraiser.fabula.events, 1)
        self._left = sum(_is_chosen(each) and self._is_shown(n, each) for n, of in events for each in of.explanations)

    def _is_shown(self, event: int, explanation: Explanation) -> bool:
        return explanation.character in self.shown(event)

    def __call__(self, event: int) -> tuple[Inner, ...]:
        """What somebody comes to feel at an event, strongest first; then what it is for, and against."""
        if event not in self._known:
            feelings = sorted(self._feelings(event), key=lambda each: -each.strength)
            self._known[event] = (*feelings, *self._aims(event), *self._objections(event))
        return self._known[event]

    def _feelings(self, event: int) -> Iterator[Inner]:
        course = self.appraiser.course
        for who in course.characters:
            if course.world.characters[who] in self.shown(event) and course.feels(event - 1, who):
                held = [each for each in self.appraiser.held(event, who) if each.event == event]
                for emotion in (*self.appraiser.arising(event, who), *held):
                    yield _felt(emotion)

    def _aims(self, event: int) -> Iterator[Inner]:
        for explanation in self._chosen(event):
            gained = sorted((each for each in explanation.stakes if each.change > 0), key=lambda each: -each.change)
            plan = tuple(step.action for step in explanation.plan[1:])
            if gained or plan:
                motive, change = (gained[0].motive, gained[0].change) if gained else ("", 0)
                yield Inner(Inside.AIM, explanation.character, motive, change, plan=plan)

    def _objections(self, event: int) -> Iterator[Inner]:
        for explanation in self._chosen(event):
            made = self.choice(event, explanation)
            if made is None or made.voice is None:
                continue
            who, voice = explanation.character, made.voice
            yield Inner(Inside.CONFLICT, who, voice.motive, voice.cost, causes=_gained(made))
            yield Inner(Inside.VOICE, who, voice.motive, voice.loudness, plan=made.rival.plan)

    def _chosen(self, event: int) -> Iterator[Explanation]:
        """The reasons of those who are shown and did not only put up with an event."""
        for each in self.appraiser.fabula.events[event - 1].explanations:
            if _is_chosen(each) and self._is_shown(event, each):
                yield each

    def known(self, event: int, explanation: Explanation) -> Choice | None:
        """A choice that has been asked for; None where it has not."""
        return self._choices.get((event, explanation.character))

    def choice(self, event: int, explanation: Explanation) -> Choice | None:
        """What somebody chose over what; None where there was nothing else, or where it takes too much work."""
        key = (event, explanation.character)
        if key not in self._choices:
            self._choices[key] = self._made(event, explanation)
        return self._choices[key]

    def _made(self, event: int, explanation: Explanation) -> Choice | None:
        limits, ids = self.appraiser.fabula.limits, self.reasons.dynamics.world.action_ids
        who = self.reasons.dynamics.world.character_ids[explanation.character]
        share, begun = self.work // max(1, self._left), self.reasons.effort.expanded
        try:
            with at_most(share, self.reasons.effort):
                asked = self.reasons.asked_in_story(self.states[event - 1], who, limits.foresight, limits.depth)
                return choice(self.reasons, asked, tuple(ids[step.action] for step in explanation.plan))
        except EffortSpent:
            return None
        finally:
            self._left -= 1
            self.work -= self.reasons.effort.expanded - begun


def _is_chosen(explanation: Explanation) -> bool:
    return explanation.grade is not Grade.PERMITS


def _felt(emotion: Emotion) -> Inner:
    causes = tuple(dict.fromkeys(cause.name for cause in emotion.causes))
    return Inner(Inside.FEELING, emotion.who, emotion.kind.value, emotion.strength, emotion.towards or "", causes)


def _gained(made: Choice) -> tuple[str, ...]:
    """The motives that an act serves against its rival, what it serves most first."""
    gained = sorted((pair for pair in made.differences if pair[1] > 0), key=lambda pair: -pair[1])
    return tuple(motive for motive, _ in gained)
