"""What one's own intentions make one feel: hope while they are held, then satisfaction or disappointment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.appraisal.bounded import at_most
from kizuna.appraisal.course import Course, total
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.appraisal.intentions import WORK, Ended, Ending, Intention, Intentions
from kizuna.deliberation import EffortSpent
from kizuna.model.values import Number, exact


@dataclass(eq=False)
class Prospects:
    """The intentions of everybody after each event, worked out in order up to whichever is asked for."""

    course: Course
    _held: list[dict[int, Intention]] = field(default_factory=lambda: [{}])
    _ended: list[tuple[Ended, ...]] = field(default_factory=lambda: [()])

    def __post_init__(self) -> None:
        self._intentions = Intentions(self.course.reasons, self.course.fabula.limits, lenient=True)

    def held(self, event: int, who: int) -> Intention | None:
        """What somebody means to do after an event."""
        self._work_out(event)
        return self._held[event].get(who)

    def ended(self, event: int, who: int) -> tuple[Ended, ...]:
        """The intentions of somebody that end with an event."""
        self._work_out(event)
        return tuple(each for each in self._ended[event] if each.intention.who == who)

    def _work_out(self, event: int) -> None:
        course = self.course
        for number in range(len(self._held), event + 1):
            ended = self._intentions.after(course.fabula.events[number - 1], course.states[number])
            self._ended.append(ended)
            self._held.append(dict(self._intentions.held))

    # --- what is felt of it ------------------------------------------------------------------------------------------

    def hope(self, event: int, who: int) -> Iterator[Emotion]:
        """Hope for what one means to reach: the nearer the stronger."""
        intention = self.held(event, who)
        if intention is not None and intention.net > 0:
            strength = exact(Fraction(intention.net) / (1 + intention.left))
            yield from summed(Kind.HOPE, self._name(who), intention.since, [self._cause(intention, strength)])

    def outcomes(self, event: int, who: int) -> Iterator[Emotion]:
        """Satisfaction with what an intention that is done has brought, disappointment at what it has not."""
        for ended in self.ended(event, who):
            intention = ended.intention
            if intention.net > 0 and ended.how is not Ending.HESITATES:
                missed = self.forfeited(event, ended)
                come = intention.net - missed if ended.how is Ending.DONE else 0
                satisfied, disappointed = (self._cause(intention, each) for each in (come, missed))
                yield from summed(Kind.SATISFACTION, self._name(who), event, [satisfied])
                yield from summed(Kind.DISAPPOINTMENT, self._name(who), event, [disappointed])

    def forfeited(self, event: int, ended: Ended) -> Number:
        """What was hoped for and has not come of an intention."""
        intention = ended.intention
        if intention.net <= 0 or ended.how is Ending.HESITATES:
            return 0
        reached = self._reached(event, intention)
        return intention.net if reached is None else min(max(intention.net - reached, 0), intention.net)

    def _reached(self, event: int, intention: Intention) -> Number | None:
        """By how much better off somebody is after an event than when they adopted an intention, as they see it."""
        course, who, limits = self.course, intention.who, self.course.fabula.limits
        reasons = course.reasons
        heart = reasons.asked_in_story(course.states[intention.since - 1], who, limits.foresight, limits.depth).heart
        asked = reasons.asked_in_story(course.states[event], who, limits.foresight, limits.depth)
        try:
            with at_most(WORK, reasons.effort):
                now = reasons.worth(asked._replace(heart=heart), asked.believed)
        except EffortSpent:
            return None
        return None if now is None else total((now, -intention.floor))

    def _cause(self, intention: Intention, amount: Number) -> Cause:
        step = intention.plan[-1] if intention.plan else intention.action
        return Cause(Of.PLAN, self.course.world.actions[step].name, amount)

    def _name(self, who: int) -> str:
        return self.course.world.characters[who]
