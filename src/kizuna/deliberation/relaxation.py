"""What may be so after so many actions if facts were only ever added (delete relaxation: Bonet, Geffner 2001).

The naive way walks all ways there are. Here a fluent may have, after k actions, any worth that some action or rule
could have given it by then, whatever is believed and whoever consents. A set of facts is the bits of one number; a
condition is a number of such sets (*clauses*), of each of which some fact has to be so. Which clauses are not met yet
decides at once which effects are still barred. Cost: one look at each clause that is not met, for each different set of
facts and each layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kizuna.deliberation.outcomes import OPEN
from kizuna.epistemics.state import Values
from kizuna.grounding import GroundAction, GroundEffect, GroundRule, GroundWorld
from kizuna.model.formulas import And, Arithmetic, Compare, Conditional, Constant, Formula, Not, Or, Read
from kizuna.model.values import Number, Value
from kizuna.model.worth import compared, counted, reckoned

MOST_NUMBERS = 32
"""Of a fluent that is reckoned no more numbers than this are told apart, and no more expressions looked at."""

Mask: TypeAlias = int
"""A set of facts: fluents with worths that they may have."""
Clauses: TypeAlias = tuple[Mask, ...]
"""A condition, relaxed: of each of these sets some fact has to be so."""


class Pending(NamedTuple):
    """The effects that have not come about (bits, by number), and the clauses not met, each with those it bars."""

    effects: int
    unmet: tuple[tuple[Mask, int], ...]


@dataclass
class Layers:
    """The facts that may be so after 0, 1, 2 ... actions, and what has not come about by then."""

    masks: list[Mask]
    actions: Pending
    rules: Pending
    closed: bool = False


class Vocabulary:
    """The facts of one world as bits, and its conditions as clauses.

    ``reckoned`` are the fluents that are not only set to constants, each with the expressions that give it its worth.
    """

    def __init__(self, world: GroundWorld) -> None:
        self._anything = [1 << fluent for fluent in range(len(world.fluents))]
        self._bits: list[dict[Value, Mask]] = [{} for _ in world.fluents]
        count = len(world.fluents)
        events: tuple[GroundAction | GroundRule, ...] = (*world.actions, *world.rules)
        self.reckoned: dict[int, dict[Formula, None]] = {}
        for fluent, value in _named(world, events):
            if isinstance(value, Constant):
                count += value.value not in self._bits[fluent]
                self._bits[fluent].setdefault(value.value, 1 << (count - 1))
            else:
                self.reckoned.setdefault(fluent, {})[value] = None
        self._unlisted = self._anything.copy()
        for fluent in self.reckoned:
            for number in self._numbers(fluent):
                count += number not in self._bits[fluent]
                self._bits[fluent].setdefault(number, 1 << (count - 1))
            self._unlisted[fluent], count = 1 << count, count + 1
        for fluent, bits in enumerate(self._bits):
            open_ = self._anything[fluent] | self._unlisted[fluent] if fluent in self.reckoned else 0
            bits[OPEN] = sum(bits.values()) | open_
        self._unnamed = [a | b for a, b in zip(self._anything, self._unlisted, strict=True)]
        self._masks: dict[Values, Mask] = {}
        self._events = events  # which keeps them alive, and their addresses their own
        self._brought_about: dict[int, tuple[tuple[Clauses, Mask], ...]] = {}
        self._clauses: dict[tuple[int, bool], tuple[Formula, Clauses]] = {}

    def mask(self, values: Values) -> Mask:
        """The facts that are so; a worth that nothing in the world names may be any."""
        mask = self._masks.get(values)
        if mask is None:
            mask = 0
            for bits, value, unnamed in zip(self._bits, values, self._unnamed, strict=True):
                mask |= bits.get(value, unnamed)
            self._masks[values] = mask
        return mask

    def facts_of(self, fluent: int) -> Mask:
        """All facts of a fluent, one for each worth."""
        return self._bits[fluent][OPEN] | self._unnamed[fluent]

    def named(self, fluent: int) -> list[Value]:
        """The worths that a fluent has at first, or that something sets it to outright."""
        return [value for value in self._bits[fluent] if value is not OPEN]

    def worths(self, fluent: int, mask: Mask) -> list[Value] | None:
        """The worths that a fluent may have, besides what it may be reckoned to; None if any."""
        if mask & self._unlisted[fluent]:
            return None
        return [value for value, bit in self._bits[fluent].items() if mask & bit and value is not OPEN]

    def may_be_reckoned(self, fluent: int, mask: Mask) -> bool:
        """Whether a fluent may have got its worth from one of the expressions by which it is reckoned."""
        return fluent in self.reckoned and mask & self._anything[fluent] != 0

    def given(self, effect: GroundEffect) -> Mask:
        """What an effect adds."""
        if isinstance(effect.value, Constant):
            return self._bits[effect.fluent][effect.value.value]
        return self._anything[effect.fluent]

    def effects(self, event: GroundAction | GroundRule) -> tuple[tuple[Clauses, Mask], ...]:
        """The effects of an event, each with all that it needs; those that can never come about are left out."""
        known = self._brought_about.get(id(event))
        if known is None:
            first = self.clauses(event.precondition, True)
            together: dict[Clauses, Mask] = {}
            for effect in event.effects:
                needs = tuple(dict.fromkeys((*first, *self.clauses(effect.condition, True))))
                if 0 not in needs and not effect.minds:
                    together[needs] = together.get(needs, 0) | self.given(effect)
            known = self._brought_about[id(event)] = tuple(together.items())
        return known

    def clauses(self, formula: Formula, wanted: bool) -> Clauses:
        """What has to be for a condition to be so (or, not ``wanted``, other than so); what is not understood is so."""
        key = id(formula), wanted
        known = self._clauses.get(key)
        if known is None:  # the formula is kept as well, so that no other can come to have its address
            known = self._clauses[key] = formula, self._read(formula, wanted)
        return known[1]

    def _read(self, formula: Formula, wanted: bool) -> Clauses:
        match formula:
            case Constant(value=value):
                return () if (value is True) is wanted else (0,)
            case Read(fluent=fluent):
                return (self._among(fluent, lambda value: (value is True) is wanted),)
            case Not(body=body):
                return self.clauses(body, not wanted)
            case And(parts=parts) | Or(parts=parts):
                inside = [self.clauses(part, wanted) for part in parts]
                if isinstance(formula, And) is wanted:
                    return tuple(clause for part in inside for clause in part)
                return _either(inside)
            case Compare(operator=operator, left=Read(fluent=fluent), right=Constant(value=other)):
                return (self._among(fluent, lambda value: (compared(operator, value, other) is True) is wanted),)
        return ()

    def _among(self, fluent: int, test: Callable[[Value], bool]) -> Mask:
        """The facts that say that a fluent has, or may have, a worth that passes a test."""
        mask = self._anything[fluent]
        for value, bit in self._bits[fluent].items():
            if value is not OPEN and test(value):
                mask |= bit
        return mask

    def _numbers(self, fluent: int) -> Iterator[Number]:
        """The numbers that a fluent may be reckoned to; none where these are too many, or not understood."""
        expressions = self.reckoned[fluent]
        for expression in expressions if len(expressions) <= MOST_NUMBERS else ():
            yield from self._worths_of(expression) or ()

    def _worths_of(self, expression: Formula) -> frozenset[Number] | None:
        """The numbers that an expression over named worths may come to; None if too many, or not understood."""
        parts: list[frozenset[Number] | None]
        match expression:
            case Constant(value=value):
                return frozenset(number for number in (counted(value),) if number is not None)
            case Read(fluent=fluent) if fluent not in self.reckoned:
                return frozenset(number for number in map(counted, self._bits[fluent]) if number is not None)
            case Not() | And() | Or() | Compare():
                return frozenset((0, 1))
            case Conditional(branches=branches, otherwise=otherwise):
                parts = [self._worths_of(result) for result in (*(result for _, result in branches), otherwise)]
                return None if None in parts else _few(frozenset[Number]().union(*(part for part in parts if part)))
            case Arithmetic(operator="+" | "-" | "*" as operator, parts=inside):
                together, *others = [self._worths_of(part) for part in inside]
                for part in others:
                    if together is None or part is None:
                        return None
                    both = [reckoned(operator, [one, other]) for one in together for other in part]
                    together = _few(frozenset(number for number in map(counted, both) if number is not None))
                return together
        return None


class Effects:
    """What some events of a world may add to its facts; what they lay into minds is left out."""

    def __init__(self, events: Iterable[GroundAction | GroundRule], vocabulary: Vocabulary) -> None:
        self._adds: list[Mask] = []
        barred: dict[Mask, int] = {}
        for needs, adds in (effect for event in events for effect in vocabulary.effects(event)):
            for clause in needs:
                barred[clause] = barred.get(clause, 0) | 1 << len(self._adds)
            self._adds.append(adds)
        self.all = Pending((1 << len(self._adds)) - 1, tuple(barred.items()))

    def come_about(self, mask: Mask, pending: Pending) -> tuple[Mask, Pending]:
        """The facts with all that may be added to them at once, and what is pending then."""
        unmet = []
        barred = 0
        for pair in pending.unmet:
            if not mask & pair[0]:
                unmet.append(pair)
                barred |= pair[1]
        ready = pending.effects & ~barred
        while ready:
            last = ready & -ready
            mask |= self._adds[last.bit_length() - 1]
            ready ^= last
        return mask, Pending(pending.effects & barred, tuple(unmet))


@dataclass
class Relaxation:
    """The layers of one world for some of its actions, remembered by the facts that one starts from."""

    actions: Effects
    rules: Effects
    _layers: dict[Mask, Layers] = field(default_factory=dict)

    def after(self, start: Mask, steps: int) -> Mask:
        """The facts that may be so within ``steps`` actions."""
        layers = self._layers.get(start)
        if layers is None:
            settled, rules = self._settled(start, self.rules.all)
            layers = self._layers[start] = Layers([settled], self.actions.all, rules)
        while len(layers.masks) <= steps and not layers.closed:
            mask = layers.masks[-1]
            further, layers.actions = self.actions.come_about(mask, layers.actions)
            layers.closed = further == mask
            if not layers.closed:
                further, layers.rules = self._settled(further, layers.rules)
                layers.masks.append(further)
        return layers.masks[min(steps, len(layers.masks) - 1)]

    def _settled(self, mask: Mask, rules: Pending) -> tuple[Mask, Pending]:
        """The facts with all that rules may make of them."""
        while True:
            further, rules = self.rules.come_about(mask, rules)
            if further == mask:
                return mask, rules
            mask = further


def _named(world: GroundWorld, events: tuple[GroundAction | GroundRule, ...]) -> Iterator[tuple[int, Formula]]:
    """Every fluent with each expression that gives it its worth."""
    yield from ((fluent, Constant(value)) for fluent, value in enumerate(world.facts))
    yield from ((fluent, Constant(value)) for _, fluent, value in world.beliefs)
    yield from ((effect.fluent, effect.value) for event in events for effect in event.effects)


def _either(inside: list[Clauses]) -> Clauses:
    """That one of several conditions is met, relaxed to one clause: of each the first counts."""
    if any(not part for part in inside):
        return ()
    together = 0
    for part in inside:
        together |= 0 if 0 in part else part[0]
    return (together,)


def _few(numbers: frozenset[Number]) -> frozenset[Number] | None:
    """Numbers, if there are not too many of them to be told apart."""
    return numbers if len(numbers) <= MOST_NUMBERS else None


def met(needs: Clauses, mask: Mask) -> bool:
    """Whether a condition may be met."""
    return all(mask & clause for clause in needs)
