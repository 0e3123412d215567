"""What others would do: fear of it, relief when it no longer threatens, and fears confirmed.

Naive: ask for every plan of everybody. Here only what somebody could begin at once is asked about, with a short look
ahead, one layer of minds deeper, and a bound on the work of each question; of each other the worst counts. What a story
itself calls danger is feared too, for oneself and for others, whatever anybody is believed to want.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from kizuna.appraisal.bounded import at_most
from kizuna.appraisal.course import Course, Weights, differences, total
from kizuna.appraisal.emotion import Cause, Emotion, Kind, Of, summed
from kizuna.appraisal.marks import DANGER
from kizuna.deliberation import EffortSpent, Plan
from kizuna.epistemics import State
from kizuna.model.values import Number, exact
from kizuna.model.worth import counted

FORESIGHT = 2
"""How many actions those are thought to plan ahead of whom somebody is afraid."""
WORK = 1_000
"""States opened, in any mind, for all that one mind fears at one event."""
NOBODY = -1
"""Stands for what nobody wills: what is due, and danger itself. (Danger to somebody else has a number below it.)"""


@dataclass(frozen=True, slots=True)
class Threat:
    """What somebody fears of another: the act by which they would lose, in how many steps, and how much.

    ``places`` are the motives that would fall, and ``level`` is what would be left of them.
    """

    of: Of
    name: str
    loss: Number
    steps: int
    places: tuple[int, ...]
    level: Number

    @property
    def strength(self) -> Number:
        """How strong the fear is: the nearer the stronger."""
        return exact(Fraction(self.loss) / (1 + self.steps))


Threats = dict[int, Threat]
"""The worst of each other."""


@dataclass(eq=False)
class Fears:
    """What everybody fears, worked out for the events and minds that are asked for."""

    course: Course
    _threats: dict[tuple[int, int], Threats | None] = field(default_factory=dict)

    def threats(self, event: int, who: int) -> Threats | None:
        """What somebody fears after an event, by who would do it; None where the work did not suffice to tell."""
        key = (event, who)
        if key not in self._threats:
            is_same = event > 0 and self.course.states[event] is self.course.states[event - 1]
            self._threats[key] = self.threats(event - 1, who) if is_same else self._looked_for(event, who)
        return self._threats[key]

    def fear(self, event: int, who: int) -> Iterator[Emotion]:
        """Fear, of each other by the worst that they would do."""
        for other, threat in (self.threats(event, who) or {}).items():
            yield from self._emotion(Kind.FEAR, event, who, other, threat, threat.strength)

    def outcomes(self, event: int, who: int) -> Iterator[Emotion]:
        """Relief where less is to be feared of somebody than before, fears confirmed where it has come."""
        before, after = (self.threats(each, who) for each in (event - 1, event))
        if before is None or after is None or not self.course.is_touched(event, who):
            return
        for other, threat in before.items():
            still = after[other].loss if other in after else 0
            if self._left(event, who, threat) <= threat.level:
                yield from self._emotion(Kind.FEARS_CONFIRMED, event, who, other, threat, threat.loss)
            elif still < threat.loss:
                yield from self._emotion(Kind.RELIEF, event, who, other, threat, threat.loss - still)

    def _emotion(
        self, kind: Kind, event: int, who: int, other: int, threat: Threat, strength: Number
    ) -> tuple[Emotion, ...]:
        names = self.course.world.characters
        towards = None if other <= NOBODY else names[other]
        return summed(kind, names[who], event, [Cause(threat.of, threat.name, strength)], towards)

    def _left(self, event: int, who: int, threat: Threat) -> Number:
        """What is left after an event of all that a threat was to, by what weighed before."""
        weights = self.course.weights(who, self.course.states[event - 1])
        return self._worth(weights, who, self.course.mind(event, who), threat.places)

    # --- looking for threats -----------------------------------------------------------------------------------------

    def _looked_for(self, event: int, who: int) -> Threats | None:
        if not self.course.feels(event, who):
            return {}
        try:
            with at_most(WORK, self.course.reasons.effort):
                found = list(self._found(event, who))
        except EffortSpent:
            return None
        worst: Threats = {}
        for other, threat in found:
            if other not in worst or (threat.loss, threat.strength) > (worst[other].loss, worst[other].strength):
                worst[other] = threat
        return worst

    def _found(self, event: int, who: int) -> Iterator[tuple[int, Threat]]:
        course = self.course
        mind = course.mind(event, who)
        weights = course.weights(who, course.states[event])
        yield from self._dangers(mind, who, weights)
        for action in course.reasons.dynamics.possible(mind):
            plan = self._plan(mind, action, who)
            if plan is not None:
                other, steps = plan
                threat = self._threat(mind, steps, who, weights)
                if threat is not None:
                    yield other, threat

    def _dangers(self, mind: State, who: int, weights: Weights) -> Iterator[tuple[int, Threat]]:
        """What the story calls danger, to somebody themselves and to each other that it names."""
        course = self.course
        amounts: dict[str, Number] = {}
        for about, evaluate in course.marks(DANGER, who):
            amounts[about] = total((amounts.get(about, 0), counted(evaluate(mind)) or 0))
        for number, (about, danger) in enumerate(amounts.items()):
            if danger > 0:
                places = self._at_stake(who, about, len(weights))
                level = total((self._worth(weights, who, mind, places), -danger))
                whose = about or course.world.characters[who]
                yield NOBODY - number, Threat(Of.DANGER, whose, danger, 1, places, level)

    def _at_stake(self, who: int, about: str, motives: int) -> tuple[int, ...]:
        """What danger puts at stake: everything, or if it is another's, what is bound to them."""
        ids, bound = self.course.world.character_ids, self.course.marked.bound[who]
        everything = range(motives)
        return tuple(everything if about not in ids else (n for n in everything if ids[about] in bound[n]))

    def _plan(self, mind: State, action: int, who: int) -> tuple[int, Plan] | None:
        """Who would do an action, as somebody sees it without being asked, and with what plan."""
        reasons, limits = self.course.reasons, self.course.fabula.limits
        ground = self.course.world.actions[action]
        foresight, depth = min(limits.foresight, FORESIGHT), limits.depth - 1
        permitting = reasons.permitting(mind, action)
        if who in ground.consenting or who in permitting or not (ground.consenting or ground.due):
            return None
        if (foresight < 2 or depth < 1) and not self._matters(mind, action, who):
            return None
        plan: Plan = (action,)
        for place, other in enumerate(ground.consenting):
            option = reasons.reason(reasons.asked_in_mind(mind, other, foresight, depth, calm=True), action)
            if option is None:
                return None
            plan = plan if place else option.plan
        asked = (reasons.asked_in_mind(mind, other, foresight, depth, calm=True) for other in permitting)
        if not all(reasons.permits(question, action) for question in asked):
            return None
        return (ground.consenting[0] if ground.consenting else NOBODY), plan

    def _matters(self, mind: State, action: int, who: int) -> bool:
        """Whether an action moves anything that somebody wants: where it alone is the plan, most need no asking."""
        after = self.course.reasons.dynamics.after(mind, action)
        return self.course.scores_in(who, mind) != self.course.scores_in(who, after)

    def _threat(self, mind: State, plan: Plan, who: int, weights: Weights) -> Threat | None:
        """The act of a plan at which somebody would have lost most."""
        dynamics, before = self.course.reasons.dynamics, self.course.scores_in(who, mind)
        worst: Threat | None = None
        for steps, action in enumerate(plan, 1):
            if not dynamics.holds(mind, action):
                break
            mind = dynamics.after(mind, action)
            changes = differences(weights, before, self.course.scores_in(who, mind))
            loss = -total(changes.values())
            if loss > (0 if worst is None else worst.loss):
                places = tuple(place for place, change in changes.items() if change < 0)
                level = self._worth(weights, who, mind, places)
                worst = Threat(Of.THREAT, self.course.world.actions[action].name, loss, steps, places, level)
        return worst

    def _worth(self, weights: Weights, who: int, mind: State, places: tuple[int, ...]) -> Number:
        """How well some motives of somebody fare in a mind, as far as they know."""
        scores = self.course.scores_in(who, mind)
        changes = differences(weights, (0,) * len(scores), scores)
        return total(changes.get(place, 0) for place in places)
