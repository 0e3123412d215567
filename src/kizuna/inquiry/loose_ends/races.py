"""Rules that race: two are ready at once, and which of them fires first decides how things end up.

The order in which rules stand decides, so nothing is undetermined; but an author seldom means it. A race is only
reported where one was seen: a state that can be reached, from which the two orders settle differently. Naive: try every
order everywhere. Better: only rules one of which writes what the other reads or writes can race, and each such pair is
tried at a few states. Cost: two settlings per try.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from kizuna.diagnostics import Diagnostic, Label, diagnose
from kizuna.epistemics import EndlessRulesError, State
from kizuna.grounding import GroundRule
from kizuna.inquiry.loose_ends.exploration import Exploration
from kizuna.inquiry.loose_ends.happenings import Place, place_of
from kizuna.inquiry.loose_ends.prospects import Prospects, fluents_of
from kizuna.model.values import show

MOST_TRIES = 30
"""A pair of rules is tried at so many states."""

MOST_MINDS = 200
"""The states within minds in which a difference is looked for."""

Pair = tuple[Place, Place]


def racing_rules(prospects: Prospects, exploration: Exploration) -> Iterator[Diagnostic]:
    """A finding for each pair of rules that were seen to race, if at least one of them is the author's own."""
    rules = exploration.dynamics.world.rules
    if not any(prospects.owns(rule.span) for rule in rules):
        return
    judge = _Judge(prospects, exploration)
    judge.look(exploration.unsettled_start, "at the start")
    for state, action in exploration.steps:
        after = f"after {exploration.dynamics.world.actions[action].name}"
        judge.look(exploration.dynamics.before_rules(state, action), after)
    yield from judge.found.values()


def endless_later(exploration: Exploration) -> Iterator[Diagnostic]:
    """The finding that after some action the rules would never come to rest, if that was seen."""
    endless, world = exploration.endless, exploration.dynamics.world
    if endless is None:
        return
    rule, names = world.rules[endless.error.rules[0]], ", ".join(endless.error.names[:5])
    message = f"After {world.actions[endless.action].name} the rules would never come to rest: {names} fire for ever."
    help = "Let each rule's effect make its own condition false."
    yield diagnose("endless-rules-later", message, rule.span, "this rule would fire for ever", help=help)


@dataclass
class _Judge:
    prospects: Prospects
    exploration: Exploration
    found: dict[Pair, Diagnostic] = field(default_factory=dict)
    tries: dict[Pair, int] = field(default_factory=dict)
    seen: set[State] = field(default_factory=set)
    rivals: dict[tuple[int, int], bool] = field(default_factory=dict)

    def look(self, current: State, when: str) -> None:
        """Tries the pairs of rules that an unsettled state sets off together, on the whole way to rest."""
        dynamics = self.exploration.dynamics
        while current not in self.seen:
            self.seen.add(current)
            ready = dynamics.settler.ready(current)
            if not ready:
                return
            for other in ready[1:]:
                self._try(current, ready[0], other, when)
            current = dynamics.settler.fire(current, ready[0])

    def _try(self, state: State, first: int, other: int, when: str) -> None:
        rules, settler = self.exploration.dynamics.world.rules, self.exploration.dynamics.settler
        pair = place_of(rules[first]), place_of(rules[other])
        if pair in self.found or self.tries.get(pair, 0) >= MOST_TRIES or not self._rivals(first, other):
            return
        self.tries[pair] = self.tries.get(pair, 0) + 1
        try:
            usual, otherwise = settler.settle(state), settler.settle(settler.fire(state, other))
        except (EndlessRulesError, ZeroDivisionError):
            return
        if usual is not otherwise:
            self.found[pair] = self._race(rules[first], rules[other], when, usual, otherwise)

    def _rivals(self, first: int, other: int) -> bool:
        """Whether the order of two rules could matter, as far as their words show, and the author wrote one of them."""
        key = (first, other)
        if key not in self.rivals:
            one, two = (self.exploration.dynamics.world.rules[n] for n in key)
            owned = any(each in self._authored for each in (place_of(one), place_of(two)))
            self.rivals[key] = owned and bool(_writes(one) & _uses(two) or _writes(two) & _uses(one))
        return self.rivals[key]

    @cached_property
    def _authored(self) -> set[Place]:
        return {rule.span or rule.name for rule in self.prospects.world.rules if self.prospects.owns(rule.span)}

    def _race(self, first: GroundRule, other: GroundRule, when: str, usual: State, otherwise: State) -> Diagnostic:
        where, one, two = self._difference(usual, otherwise)
        message = f"{first.name} and {other.name} race for {where}: {when} it is {one}, in the other order {two}."
        if place_of(first) == place_of(other):
            help = "Whoever was declared first wins. Let the condition say who it is, if that is not meant."
            return diagnose("racing-rules", message, first.span, "two of these are ready at once", help=help)
        labels = [(first, "fires first"), (other, "would end it otherwise")]
        labels.sort(key=lambda label: place_of(label[0]) not in self._authored)
        places = [Label(rule.span, text) for rule, text in labels if rule.span is not None]
        help = "The rule that stands first wins. Let one rule's condition rule the other out if that is not meant."
        return Diagnostic("racing-rules", message, places[0] if places else None, tuple(places[1:]), (help,))

    def _difference(self, one: State, two: State) -> tuple[str, str, str]:
        """The nearest fluent that tells two states apart, in truth or in a mind, and its worths."""
        world = self.exploration.dynamics.world
        queue: list[tuple[State, State, tuple[int, ...]]] = [(one, two, ())]
        known = {(one, two)}
        for a, b, chain in islice(queue, MOST_MINDS):
            for number, (x, y) in enumerate(zip(a.values, b.values, strict=True)):
                if x != y or isinstance(x, bool) != isinstance(y, bool):
                    minds = "".join(f"{world.characters[who]} believes " for who in chain)
                    return f"`{minds}{world.fluents[number].name}`", _shown(x), _shown(y)
            for who, pair in enumerate(zip(a.beliefs, b.beliefs, strict=True)):
                if pair[0] is not pair[1] and pair not in known:
                    known.add(pair)
                    queue.append((*pair, (*chain, who)))
        return "what people believe", "one thing", "another"


def _shown(value: bool | str | object | None) -> str:
    if isinstance(value, bool):
        return "so" if value else "not so"
    return "unknown" if value is None else show(value)  # type: ignore[arg-type]


def _writes(rule: GroundRule) -> frozenset[int]:
    return frozenset(effect.fluent for effect in rule.effects)


def _uses(rule: GroundRule) -> frozenset[int]:
    read = list(fluents_of(rule.precondition))
    for effect in rule.effects:
        read += [effect.fluent, *fluents_of(effect.value), *fluents_of(effect.condition)]
    return frozenset(read)
