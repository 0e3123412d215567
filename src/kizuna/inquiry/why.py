"""Why did they? Event by event and mind by mind: the plan, the beliefs it rests on, what it gains and costs, and what
spoke against it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import partial

from kizuna.deliberation import Asked, EffortSpent, Reasons
from kizuna.epistemics import State
from kizuna.fabula import Event, Explanation, Fabula, Grade, Limits
from kizuna.fabula.grounds import Ground, Grounds
from kizuna.grounding.plot import HIDDEN
from kizuna.inquiry.choice import Choice, choice
from kizuna.inquiry.either_way import EitherWay, either_way
from kizuna.inquiry.forbearance import Forbearance, forbearances
from kizuna.inquiry.hinge import hinges
from kizuna.inquiry.intentions import Dropped, Intentions
from kizuna.model.values import Value
from kizuna.narration import sentence


@dataclass(frozen=True, slots=True)
class Reason:
    """One character's explanation of an event, and what can be said about it.

    ``grounds`` are the beliefs that the plan rests on; ``hinges`` the smallest sets of mistakes without which there
    would be no reason; ``choice`` is what it was chosen over and ``either_way`` what follows from the answers that it
    calls for. ``weighed`` is False where the work allowed did not suffice to tell the last three.
    """

    explanation: Explanation
    grounds: tuple[Ground, ...]
    choice: Choice | None = None
    hinges: tuple[tuple[Ground, ...], ...] = ()
    either_way: EitherWay | None = None
    weighed: bool = True


@dataclass(frozen=True, slots=True)
class Change:
    """What an event changed: a fluent, in truth (no minds) or in somebody's beliefs."""

    minds: tuple[str, ...]
    fluent: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class EventAccount:
    """One event, as a sentence too: what it changed, and why each consenting character wanted it.

    ``liar`` is whoever thereby says to be so what they take for false. ``dropped`` are the intentions that end with it;
    ``forborne`` is what those who acted left undone.
    """

    action: str
    reasons: tuple[Reason, ...]
    changes: tuple[Change, ...]
    liar: str | None = None
    dropped: tuple[Dropped, ...] = ()
    forborne: tuple[Forbearance, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """The whole story, accounted for."""

    fabula: Fabula
    events: tuple[EventAccount, ...]


def why(reasons: Reasons, fabula: Fabula) -> Account:
    """Accounts for every event of a fabula that was found in (or validated for) the world of ``reasons``.

    ``reasons`` has an effort of its own; what it does not suffice for is left out and marked.
    """
    accountant = _Accountant(reasons, fabula.limits)
    state = reasons.dynamics.initial
    events = []
    for event in fabula.events:
        after = reasons.dynamics.after(state, reasons.dynamics.world.action_ids[event.action])
        events.append(accountant.account(state, after, event))
        state = after
    return Account(fabula, tuple(events))


Choices = Callable[[int, Explanation], Choice | None]
"""What somebody chose over what, by event (counted from 1) and reason, as far as it is known."""


def in_brief(reasons: Reasons, fabula: Fabula, told: Container[int], choices: Choices) -> Account:
    """The same of the events that are ``told`` alone (of others nothing is said), with no weighing but ``choices``.

    It leaves out what takes work: hinges, what follows from answers, what was left undone, and what intentions came to.
    """
    accountant = _Accountant(reasons, fabula.limits)
    state = reasons.dynamics.initial
    events = []
    for number, event in enumerate(fabula.events, 1):
        after = reasons.dynamics.after(state, reasons.dynamics.world.action_ids[event.action])
        known = accountant.brief(state, after, event, partial(choices, number)) if number in told else None
        events.append(known or EventAccount(event.action, (), ()))
        state = after
    return Account(fabula, tuple(events))


class _Accountant:
    def __init__(self, reasons: Reasons, limits: Limits) -> None:
        self.reasons = reasons
        self.limits = limits
        self.intentions = Intentions(reasons, limits)
        self.spent = False

    def account(self, state: State, after: State, event: Event) -> EventAccount:
        world = self.reasons.dynamics.world
        return EventAccount(
            event.action,
            tuple(self._reason(state, explanation) for explanation in event.explanations),
            tuple(_changes(self.reasons, state, after)),
            self._liar(state, event),
            self._dropped(after, event),
            self._forborne(state, event),
            sentence(world.actions[world.action_ids[event.action]], world),
        )

    def brief(
        self, state: State, after: State, event: Event, choices: Callable[[Explanation], Choice | None]
    ) -> EventAccount:
        grounds = Grounds(self.reasons.dynamics, state)
        reasons = (Reason(each, tuple(grounds.of_plan(each)), choices(each)) for each in event.explanations)
        changes = tuple(_changes(self.reasons, state, after))
        return EventAccount(event.action, tuple(reasons), changes, self._liar(state, event))

    def _asked(self, state: State, character: str) -> Asked:
        number = self.reasons.dynamics.world.character_ids[character]
        return self.reasons.asked_in_story(state, number, self.limits.foresight, self.limits.depth)

    def _reason(self, state: State, explanation: Explanation) -> Reason:
        grounds = tuple(Grounds(self.reasons.dynamics, state).of_plan(explanation))
        if self.spent or explanation.grade is Grade.PERMITS:
            return Reason(explanation, grounds, weighed=not self.spent)
        asked = self._asked(state, explanation.character)
        plan = tuple(self.reasons.dynamics.world.action_ids[step.action] for step in explanation.plan)
        try:
            return Reason(
                explanation,
                grounds,
                choice(self.reasons, asked, plan),
                hinges(self.reasons, asked, state, explanation),
                either_way(self.reasons, asked, plan[0]),
            )
        except EffortSpent:
            self.spent = True
            return Reason(explanation, grounds, weighed=False)

    def _liar(self, state: State, event: Event) -> str | None:
        """Whoever tells something by this event that is false in their own mind."""
        dynamics = self.reasons.dynamics
        action = dynamics.world.actions[dynamics.world.action_ids[event.action]]
        if action.tells is None or action.teller is None:
            return None
        is_false = dynamics.evaluator(action.tells)(state.beliefs[action.teller]) is False
        return dynamics.world.characters[action.teller] if is_false else None

    def _dropped(self, after: State, event: Event) -> tuple[Dropped, ...]:
        try:
            return self.intentions.after(event, after)
        except EffortSpent:
            self.spent = True
            return ()

    def _forborne(self, state: State, event: Event) -> tuple[Forbearance, ...]:
        if self.spent:
            return ()
        actors = [each.character for each in event.explanations if each.grade is not Grade.PERMITS]
        try:
            return tuple(found for who in actors for found in forbearances(self.reasons, self._asked(state, who)))
        except EffortSpent:
            self.spent = True
            return ()


def _changes(reasons: Reasons, before: State, after: State) -> Iterator[Change]:
    """What changed in truth, and in what each character believes where that is not simply the truth's change."""
    yield from _differences(reasons, (), before, after)
    for character, name in enumerate(reasons.dynamics.world.characters):
        old, new = before.beliefs[character], after.beliefs[character]
        for change in _differences(reasons, (name,), old, new):
            if not (old.values == before.values and new.values == after.values):
                yield change


def _differences(reasons: Reasons, minds: tuple[str, ...], before: State, after: State) -> Iterator[Change]:
    fluents = reasons.dynamics.world.fluents
    for fluent, (old, new) in enumerate(zip(before.values, after.values, strict=True)):
        if old != new and not fluents[fluent].name.startswith(HIDDEN):
            yield Change(minds, fluents[fluent].name, old, new)
