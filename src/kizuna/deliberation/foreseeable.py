"""What could follow from what, by the facts alone: everybody willing, and every mind as one likes.

A plan that nobody could carry out even so does not exist. Unlike the relaxation of :mod:`kizuna.deliberation.bounds`,
facts are taken away here as well as added, so that order counts: who gives the lamp away has it no longer. States are
facts only, far fewer than states with minds, and each is looked through once; what a mind decides (an effect or a rule
that looks into one) leaves its facts *open* (:mod:`kizuna.deliberation.outcomes`). So no way that there is, is missed.
Cost: one pass over the actions for each set of facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kizuna.deliberation.outcomes import OPEN, Facts, Outcome, Outcomes, Test
from kizuna.epistemics.evaluate import Compiler
from kizuna.epistemics.matching import Matcher
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import TRUE, And, Formula, fluents_read, looks_into_minds, parts_of
from kizuna.model.values import Value

MAX_FIRINGS = 1000
"""More rules than this one after the other are not followed: what they set is left open."""


class _Effect(NamedTuple):
    fluent: int
    worth: Callable[[Facts], Value]
    holds: Test | None


class _Event(NamedTuple):
    holds: Test
    effects: tuple[_Effect, ...]


@dataclass(slots=True, eq=False)
class Situation:
    """One set of facts. ``after`` are those that actions lead to, as far as they were asked for.

    ``possible`` are the actions that may happen in it; None until it is asked for.

    ``restless`` are the rules, by number, that a mind may yet set off; None until it is asked for. Where rules have had
    their say there are none; a mind's own facts are taken as they are.
    """

    values: Values
    restless: tuple[int, ...] | None = None
    after: dict[int, Situation] = field(default_factory=dict, repr=False)
    possible: Sequence[int] | None = None


class Foreseeable:
    """The situations of one world and the steps between them."""

    def __init__(self, world: GroundWorld) -> None:
        compiler = Compiler(world.logic, world.character_ids)
        outcomes = Outcomes(compiler)
        self._outcomes = outcomes
        self._actions = world.actions
        self._compiled: dict[int, _Event] = {}
        self._foreseen = [n for n, action in enumerate(world.actions) if action.consenting or action.due]
        self._matcher = Matcher([_of_facts(world.actions[n].precondition) for n in self._foreseen], compiler)
        rules = [rule for rule in world.rules if any(not effect.minds for effect in rule.effects)]
        self._rules = [_event(rule, outcomes) for rule in rules]
        self._touched: dict[int, list[int]] = {}
        for number, rule in enumerate(rules):
            for fluent in dict.fromkeys(_touched_by(rule)):
                self._touched.setdefault(fluent, []).append(number)
        self._situations: dict[Values, Situation] = {}

    def __len__(self) -> int:
        return len(self._situations)

    def situation(self, values: Values) -> Situation:
        """The situation with these facts."""
        known = self._situations.get(values)
        if known is None:
            known = self._situations[values] = Situation(values)
        return known

    def possible(self, situation: Situation) -> Sequence[int]:
        """The actions that may be possible, of those that are willed or due, by number."""
        if situation.possible is None:
            situation.possible = self._possible(situation.values)
        return situation.possible

    def after(self, situation: Situation, action: int) -> Situation:
        """The situation after an action that may be possible, rules settled."""
        known = situation.after.get(action)
        if known is None:
            values, changed = _applied(self._event(action), Facts(situation.values))
            known = self.situation(self._settled(values, changed, self._restless(situation)))
            known.restless = ()
            situation.after[action] = known
        return known

    def _possible(self, values: Values) -> Sequence[int]:
        facts = Facts(values)
        if OPEN in values:
            return [n for n in self._foreseen if self._event(n).holds(facts) is not Outcome.NO]
        return [self._foreseen[n] for n in self._matcher.matching(facts)]

    def _event(self, action: int) -> _Event:
        """An action as an event; compiled once it is asked about, which few ever are."""
        event = self._compiled.get(action)
        if event is None:
            event = self._compiled[action] = _event(self._actions[action], self._outcomes)
        return event

    def _restless(self, situation: Situation) -> tuple[int, ...]:
        if situation.restless is None:
            facts = Facts(situation.values)
            situation.restless = tuple(n for n, rule in enumerate(self._rules) if rule.holds(facts) is not Outcome.NO)
        return situation.restless

    def _settled(self, values: Values, changed: Iterable[int], restless: tuple[int, ...]) -> Values:
        """The facts once rules have nothing to do any more: what may fire opens what it sets, what must fire sets it.

        Only rules that have to do with what has ``changed``, and the restless, can have anything to do.
        """
        pending = set(restless)
        for _ in range(MAX_FIRINGS):
            for fluent in changed:
                pending.update(self._touched.get(fluent, ()))
            if not pending:
                return values
            facts = Facts(values)
            ready = [(self._rules[n], self._rules[n].holds(facts)) for n in sorted(pending)]
            values, changed = _opened([rule for rule, outcome in ready if outcome is Outcome.MAYBE], facts)
            if not changed:
                values, changed = _fired([rule for rule, outcome in ready if outcome is Outcome.YES], facts)
            if not changed:
                return values
        set_by_rules = {effect.fluent for rule in self._rules for effect in rule.effects}
        return tuple(OPEN if fluent in set_by_rules else value for fluent, value in enumerate(values))


def _event(event: GroundAction | GroundRule, outcomes: Outcomes) -> _Event:
    effects = tuple(_effect(effect, outcomes) for effect in event.effects if not effect.minds)
    return _Event(outcomes.test(event.precondition), effects)


def _effect(effect: GroundEffect, outcomes: Outcomes) -> _Effect:
    holds = None if effect.condition == TRUE else outcomes.test(effect.condition)
    return _Effect(effect.fluent, outcomes.worth(effect.value), holds)


def _of_facts(formula: Formula) -> Formula:
    """What a condition asks of the facts, whatever it asks of minds."""
    return And(tuple(part for part in parts_of(formula) if not looks_into_minds(part)))


def _touched_by(rule: GroundRule) -> Iterator[int]:
    """The facts that a rule reads or sets."""
    yield from fluents_read(rule.precondition)
    for effect in rule.effects:
        if not effect.minds:
            yield effect.fluent
            yield from fluents_read(effect.condition)
            yield from fluents_read(effect.value)


def _applied(event: _Event, facts: Facts) -> tuple[Values, list[int]]:
    """The facts after an event that may happen, and those that it changed; what may or may not be changed is open."""
    values = list(facts.values)
    for fluent, worth, holds in event.effects:
        outcome = Outcome.YES if holds is None else holds(facts)
        if outcome is not Outcome.NO:
            values[fluent] = worth(facts) if outcome is Outcome.YES else OPEN
    changed = [effect.fluent for effect in event.effects if values[effect.fluent] != facts.values[effect.fluent]]
    return (tuple(values), changed) if changed else (facts.values, changed)


def _opened(rules: list[_Event], facts: Facts) -> tuple[Values, list[int]]:
    """The facts with all open that may be set by rules of which each may fire."""
    changed = []
    for rule in rules:
        for fluent, worth, holds in rule.effects:
            now = facts.values[fluent]
            if now is not OPEN and (holds is None or holds(facts) is not Outcome.NO) and worth(facts) != now:
                changed.append(fluent)
    if not changed:
        return facts.values, changed
    values = list(facts.values)
    for fluent in changed:
        values[fluent] = OPEN
    return tuple(values), changed


def _fired(rules: list[_Event], facts: Facts) -> tuple[Values, list[int]]:
    """The facts after the first rule that changes anything, of rules that all fire."""
    for rule in rules:
        values, changed = _applied(rule, facts)
        if changed:
            return values, changed
    return facts.values, []
