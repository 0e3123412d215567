"""What keeps an event from happening in a state: what is not so, or who will not, and why.

An event happens if it is possible, if everyone who has to will it has a reason, and if everyone who has to permit it
does. Each of these is asked by itself, so that all that stands in the way is named, not the first thing alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from kizuna.deliberation import Asked, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Limits
from kizuna.grounding.instantiate import instance_name
from kizuna.inquiry.choice import Rival
from kizuna.inquiry.near_miss import Belief, Weight, missing_belief, missing_weight
from kizuna.inquiry.unmet import Conditions, Unmet
from kizuna.model.formulas import Constant, Variable
from kizuna.model.values import Number, Value, exact
from kizuna.model.world import Action, EventPattern


class Obstacle(Enum):
    """Why an event does not happen."""

    FORBIDDEN = "the author forbids it"
    IMPOSSIBLE = "it is not possible"
    DUE = "something else is due"
    DISBELIEVED = "not possible as they see it"
    UNSURE = "cannot tell how well off they are"
    NO_REASON = "no reason"
    BETTER = "a better option"
    REFUSED = "does not put up with it"


@dataclass(frozen=True, slots=True)
class Hindrance:
    """One thing that stands in the way of an event; ``who`` is whose will is lacking, None for what is so in truth.

    ``unmet`` is what is not so where it is not possible, in truth or as ``who`` sees it; ``due`` what has to happen
    first. Of a will that is lacking: ``before`` and ``after`` are what is left to them without the event and right
    after it, with what others would do, ``costs`` the difference by motive; ``outlook`` is the best that it could lead
    to, None where no plan begins with it; ``instead`` what they would rather do (no action: nothing). ``weight`` and
    ``belief`` are the smallest single changes of their heart and mind that would supply the reason. ``doer``
    is who would do what is not possible in truth (or whom it is about), and would do ``instead`` now.
    """

    obstacle: Obstacle
    who: str | None = None
    unmet: tuple[Unmet, ...] = ()
    due: str | None = None
    before: Number | None = None
    after: Number | None = None
    costs: tuple[tuple[str, Number], ...] = ()
    outlook: Number | None = None
    instead: Rival | None = None
    weight: Weight | None = None
    belief: Belief | None = None
    doer: str | None = None

    @property
    def lacking(self) -> Number | None:
        """By how much what they would rather do is better than what the event could lead to."""
        if self.outlook is None or self.instead is None:
            return None
        return exact(self.instead.outlook - self.outlook)


@dataclass
class Hindrances:
    """Asks what stands in the way of events in one world; ``supply`` says whether to look for what would help."""

    reasons: Reasons
    conditions: Conditions
    limits: Limits
    forbidden: tuple[EventPattern, ...] = ()
    supply: bool = False
    _named: dict[str, tuple[Action, dict[str, Value]]] = field(default_factory=dict)

    def of(self, state: State, pattern: EventPattern) -> tuple[Hindrance, ...]:
        """All that keeps an event, whose arguments are all given, from happening in a state."""
        return (*self._forbidden(state, pattern), *self._of(state, pattern))

    def _forbidden(self, state: State, event: EventPattern) -> Iterator[Hindrance]:
        if any(is_of(event, pattern) for pattern in self.forbidden):
            yield self._in_truth(Obstacle.FORBIDDEN, state, event)

    def _of(self, state: State, event: EventPattern) -> Iterator[Hindrance]:
        dynamics = self.reasons.dynamics
        unmet = self._unmet(event, state, ())
        number = dynamics.world.action_ids.get(named(event))
        if number is None or unmet:
            yield self._in_truth(Obstacle.IMPOSSIBLE, state, event, tuple(unmet))
        elif not dynamics.holds(state, number):
            yield Hindrance(Obstacle.DUE, due=self._due(state))
        if number is None:
            return
        asked = [self._unwilling(state, event, number, who) for who in dynamics.world.actions[number].consenting]
        asked += [self._refusing(state, event, number, who) for who in self.reasons.permitting(state, number)]
        known = {each.condition for each in unmet}
        for hindrance in (each for hindrances in asked for each in hindrances):
            if not known or hindrance.obstacle is not Obstacle.DISBELIEVED or not known >= _asked_for(hindrance):
                yield hindrance

    def _due(self, state: State) -> str:
        actions = self.reasons.dynamics.world.actions
        return next(actions[n].name for n in self.reasons.dynamics.possible(state) if actions[n].due)

    def _in_truth(
        self, obstacle: Obstacle, state: State, event: EventPattern, unmet: tuple[Unmet, ...] = ()
    ) -> Hindrance:
        """What is so in truth, and what whoever would have done it would do instead."""
        schema, binding = self._schema(event)
        term = self.conditions.unfolded.instantiator.term
        willing = () if schema is None else tuple(term(who, binding) for who in schema.consenting)
        doers = [who for who in (*willing, *event.arguments) if who in self.reasons.dynamics.world.character_ids]
        if not doers:
            return Hindrance(obstacle, unmet=unmet)
        doer = str(doers[0])
        asked = self._asked(state, self.reasons.dynamics.world.character_ids[doer])
        return Hindrance(obstacle, unmet=unmet, instead=self.best(asked, but=named(event)), doer=doer)

    def _schema(self, event: EventPattern) -> tuple[Action | None, dict[str, Value]]:
        """The authored action that an event is of, and what its parameters stand for."""
        for schema in self.conditions.unfolded.world.actions:
            if schema.name == event.action and len(schema.parameters) == len(event.arguments):
                pairs = list(zip(schema.parameters, event.arguments, strict=True))
                if all(not isinstance(p, Constant) or p.value == a for p, a in pairs):
                    bound = ((p, a) for p, a in pairs if isinstance(p, Variable) and not isinstance(a, type(...)))
                    return schema, {p.name: a for p, a in bound}
        return None, {}

    def _unmet(self, event: EventPattern, state: State, minds: tuple[str, ...]) -> list[Unmet]:
        schema, binding = self._schema(event)
        return [] if schema is None else self.conditions.unmet_of(schema, binding, state, minds)

    # --- whose will is lacking ---------------------------------------------------------------------------------------

    def _asked(self, state: State, who: int) -> Asked:
        return self.reasons.asked_in_story(state, who, self.limits.foresight, self.limits.depth)

    def _unwilling(self, state: State, event: EventPattern, action: int, who: int) -> Iterator[Hindrance]:
        reasons, asked = self.reasons, self._asked(state, who)
        name = reasons.dynamics.world.characters[who]
        if not reasons.dynamics.holds(asked.believed, action):
            yield self._disbelieving(state, event, asked, name)
        elif reasons.worth(asked, asked.believed) is None:
            yield Hindrance(Obstacle.UNSURE, name)
        elif reasons.reason(asked, action) is None:
            yield self._preferring(state, asked, action, name)

    def _disbelieving(self, state: State, event: EventPattern, asked: Asked, name: str) -> Hindrance:
        unmet = self._unmet(event, state, (name,))
        return Hindrance(
            Obstacle.DISBELIEVED,
            name,
            tuple(unmet),
            None if unmet else self._due(asked.believed),
            instead=self.best(asked),
        )

    def _preferring(self, state: State, asked: Asked, action: int, name: str) -> Hindrance:
        mine = self.reasons.at_best(asked, action)
        weight = missing_weight(self.reasons, asked, action) if self.supply else None
        belief = missing_belief(self.reasons, asked, action, state) if self.supply else None
        after = self.reasons.dynamics.after(asked.believed, action)
        return Hindrance(
            Obstacle.NO_REASON if mine is None else Obstacle.BETTER,
            name,
            before=self.reasons.worth(asked, asked.believed),
            after=self.reasons.worth(asked, after),
            costs=self._costs(asked, after),
            outlook=None if mine is None else mine.outlook,
            instead=self.best(asked, action),
            weight=weight,
            belief=belief,
        )

    def best(self, asked: Asked, action: int | None = None, but: str = "") -> Rival | None:
        """What somebody would rather do than an action: the best of their options, doing nothing among them."""
        reasons = self.reasons
        rivals = reasons.options(asked) if action is None else reasons.rivals(asked, action)
        names = [each.name for each in reasons.dynamics.world.actions]
        known = [(number, option) for number, option in rivals.items() if names[number] != but]
        number, top = max(known, key=lambda item: item[1].outlook, default=(-1, None))
        floor = None if action is not None and self._is_answer(asked, action) else reasons.worth(asked, asked.believed)
        if top is not None and (floor is None or top.outlook > floor):
            return Rival(names[number], tuple(names[step] for step in top.plan), top.outlook)
        return None if floor is None else Rival(None, (), floor)

    def _is_answer(self, asked: Asked, action: int) -> bool:
        return self.reasons.answers(asked.believed, action)

    def _costs(self, asked: Asked, after: State) -> tuple[tuple[str, Number], ...]:
        utilities = self.reasons.utilities
        now = utilities.by_motive(asked.character, asked.believed, asked.heart)
        then = utilities.by_motive(asked.character, after, asked.heart)
        pairs = ((name, a, b) for (name, a), (_, b) in zip(now, then, strict=True))
        return tuple((name, exact(b - a)) for name, a, b in pairs if a is not None and b is not None and a != b)

    def _refusing(self, state: State, event: EventPattern, action: int, who: int) -> Iterator[Hindrance]:
        reasons, asked = self.reasons, self._asked(state, who)
        if reasons.permits(asked, action):
            return
        name = reasons.dynamics.world.characters[who]
        if not reasons.dynamics.holds(asked.believed, action):
            yield self._disbelieving(state, event, asked, name)
            return
        after = reasons.dynamics.after(asked.believed, action)
        before, then = (reasons.utilities.of(who, each, asked.heart) for each in (asked.believed, after))
        yield Hindrance(Obstacle.REFUSED, name, before=before, after=then, costs=self._costs(asked, after))


def _asked_for(hindrance: Hindrance) -> set[str]:
    return {each.condition for each in hindrance.unmet}


def is_of(event: EventPattern, pattern: EventPattern) -> bool:
    """Whether an event, whose arguments are all given, is one of a pattern."""
    return (
        event.action == pattern.action
        and len(event.arguments) == len(pattern.arguments)
        and all(isinstance(p, type(...)) or p == a for a, p in zip(event.arguments, pattern.arguments, strict=True))
    )


def named(event: EventPattern) -> str:
    """The name of the ground action that an event is."""
    return instance_name(event.action, tuple(a for a in event.arguments if not isinstance(a, type(...))))
