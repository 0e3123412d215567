"""What an author lets vary at the start of a world: bonds, weights of motives, beliefs; and worlds with some of it set.

A *dial* is one such thing with what it may be instead of what it is. Setting one makes another world, as if its author
had written another number or name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from kizuna.grounding import GroundWorld, Unfolded
from kizuna.grounding.plot import HIDDEN
from kizuna.inquiry.near_miss import FARTHEST, worths_of
from kizuna.model.effects import Assign
from kizuna.model.formulas import Call, Constant, Variable, fluents_read
from kizuna.model.values import Number, Value, exact, is_number, show, show_worth
from kizuna.model.world import CHARACTER, NUMBER, Motive, World


@dataclass(frozen=True, slots=True)
class Dial:
    """Something that may vary: a fluent in truth or at the end of ``minds``, or what ``motive`` of the first of
    ``minds`` weighs. ``now`` is what it is, ``choices`` what else it may be. ``mirrored`` is the same fluent with its
    two arguments the other way round, where their order means nothing.
    """

    says: str
    minds: tuple[str, ...]
    target: Call | None
    motive: str | None
    now: Value
    choices: tuple[Value, ...]
    mirrored: Call | None = None

    @property
    def targets(self) -> tuple[Call, ...]:
        """What is set when this is: none for a motive."""
        return tuple(call for call in (self.target, self.mirrored) if call is not None)


@dataclass(frozen=True, slots=True)
class Axis:
    """A dial with the worths to set it to, in the order in which they were said; what it is now may be among them."""

    dial: Dial
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """A dial set to something else."""

    dial: Dial
    value: Value

    @property
    def steps(self) -> Number:
        """How far that is from what it was: the difference of numbers, 1 for everything else."""
        now, then = self.dial.now, self.value
        if isinstance(now, int | Fraction) and isinstance(then, int | Fraction) and is_number(then):
            return exact(then - now if then > now else now - then)
        return 1

    @property
    def says(self) -> str:
        """The change as an author writes it, and as `kizuna whatif` reads it."""
        if self.dial.motive is not None:
            return f"{self.dial.says} {show(self.value)}"
        if isinstance(self.value, bool):
            chain, _, fluent = self.dial.says.rpartition(" believes ")
            said = fluent if self.value else f"not {fluent}"
            return f"{chain} believes {said}" if chain else said
        return f"{self.dial.says} = {show_worth(self.value)}"

    def made(self, world: World) -> World:
        """The world with this change."""
        dial = self.dial
        if dial.target is not None:
            minds = tuple(Constant(mind) for mind in dial.minds)
            set_so = (Assign(target, Constant(self.value), minds) for target in dial.targets)
            return replace(world, initial=(*world.initial, *set_so))
        motives = (self._reweighed(motive) for motive in world.motives)
        return replace(world, motives=tuple(motives))

    def _reweighed(self, motive: Motive) -> Motive:
        mine = (motive.character, motive.name) == (self.dial.minds[0], self.dial.motive)
        return replace(motive, weight=Constant(self.value)) if mine else motive


def usual_dials(world: World, unfolded: Unfolded, ground: GroundWorld) -> tuple[Dial, ...]:
    """What may vary where nobody says: bonds, weights, what weights are read from, and beliefs."""
    starts = Starts(unfolded)
    return (*starts.bonds(world), *starts.traits(world), *starts.weights(world), *starts.beliefs(world, ground))


class Starts:
    """How things stand at the start of an unfolded world, and what they may be instead."""

    def __init__(self, unfolded: Unfolded) -> None:
        self._whole = unfolded.whole
        self._calls: dict[int, Call] = {}
        for (signature, arguments), number in unfolded.instantiator.numbers.items():
            self._calls.setdefault(number, Call(signature, tuple(Constant(argument) for argument in arguments)))
        self._numbers = {fluent.name: number for number, fluent in enumerate(unfolded.whole.fluents)}
        self._records = {(chain, fluent): value for chain, fluent, value in unfolded.whole.beliefs}
        self._by_call = {call: number for number, call in self._calls.items()}

    def bonds(self, world: World) -> Iterator[Dial]:
        """The numbers between one character and another."""
        for fluent in world.fluents:
            people = [p for p in fluent.parameters if isinstance(p, Variable) and world.is_a(p.type, CHARACTER)]
            if fluent.type == NUMBER and len(people) == len(fluent.parameters) == 2:
                for number, call in self._calls.items():
                    who = tuple(each.value for each in call.arguments if isinstance(each, Constant))
                    if call.fluent == fluent.signature and len(set(who)) == 2:
                        yield self.dial(world, number, ())

    def traits(self, world: World) -> Iterator[Dial]:
        """The numbers of one character that the weights of their own motives are read from."""
        numbers = {each.signature for each in world.fluents if each.type == NUMBER and len(each.parameters) == 1}
        weighing: dict[int, None] = {}
        for who, motives in zip(self._whole.characters, self._whole.motives, strict=True):
            for motive in motives:
                for number in fluents_read(motive.weight):
                    call = self._calls.get(number)
                    if call is not None and call.fluent in numbers and call.arguments == (Constant(who),):
                        weighing[number] = None
        yield from (self.dial(world, number, ()) for number in weighing)

    def weights(self, world: World) -> Iterator[Dial]:
        """What motives weigh, where that is said as a number."""
        for motive in world.motives:
            if isinstance(motive.weight, Constant) and is_number(motive.weight.value):
                yield self.weight(motive, 0, None)

    def weight(self, motive: Motive, low: Number, high: Number | None) -> Dial:
        """The dial of a motive; ValueError where its weight is no number."""
        now = motive.weight.value if isinstance(motive.weight, Constant) else None
        if isinstance(now, bool) or not isinstance(now, int | Fraction):
            raise ValueError(motive.name)
        top = exact(now + FARTHEST) if high is None else high
        says = f"{motive.character} wants {motive.name}"
        return Dial(says, (motive.character,), None, motive.name, now, _numbers(low, top, now))

    def beliefs(self, world: World, ground: GroundWorld) -> Iterator[Dial]:
        """What everyone believes about whatever can change, but for what they cannot be mistaken about: themselves.

        About their own heart they can: numbers that motives weigh by may be believed to be anything.
        """
        weighing = frozenset(self._weighing())
        for who in ground.characters:
            for fluent, named in enumerate(ground.fluents):
                number = self._numbers[named.name]
                if named.name.startswith(HIDDEN) or number not in self._calls:
                    continue
                if named.name in weighing and is_number(self._whole.facts[number]):
                    yield self.dial(world, number, (who,))
                    continue
                now = self._value((who,), number)
                choices = tuple(worth for worth in worths_of(ground, fluent) if worth != now)
                if choices and not self._is_own(who, number):
                    yield Dial(f"{who} believes {named.name}", (who,), self._calls[number], None, now, choices)

    def _is_own(self, who: str, number: int) -> bool:
        """Whether a fluent is about one character alone."""
        people = {each.value for each in self._calls[number].arguments if isinstance(each, Constant)}
        return {each for each in people if each in self._whole.character_ids} == {who}

    def _weighing(self) -> Iterator[str]:
        """The fluents that somebody's motives are weighed by."""
        for motive in (each for motives in self._whole.motives for each in motives):
            yield from (self._whole.fluents[number].name for number in fluents_read(motive.weight))

    def dial(self, world: World, number: int, minds: tuple[str, ...], choices: tuple[Value, ...] | None = None) -> Dial:
        """The dial of a fluent: what it may be is said, or follows from its type."""
        call, now = self._calls[number], self._value(minds, number)
        says = "".join(f"{mind} believes " for mind in minds) + self._whole.fluents[number].name
        given = self._choices(world, call, now) if choices is None else choices
        mirrored = _mirrored(world, call)
        return Dial(says, minds, call, None, now, tuple(each for each in given if each != now), mirrored)

    def number_of(self, call: Call) -> int:
        """The number of a fluent at arguments."""
        return self._by_call[
            Call(call.fluent, tuple(Constant(each.value) for each in call.arguments if isinstance(each, Constant)))
        ]

    def _choices(self, world: World, call: Call, now: Value) -> tuple[Value, ...]:
        fluent = next(each for each in world.fluents if each.signature == call.fluent)
        if fluent.type != NUMBER:
            return world.values_of(fluent.type)
        middle = now if isinstance(now, int | Fraction) else 0
        low = fluent.low if fluent.low is not None else exact(middle - FARTHEST)
        high = fluent.high if fluent.high is not None else exact(middle + FARTHEST)
        return _numbers(low, high, now)

    def _value(self, minds: tuple[str, ...], number: int) -> Value:
        chain = tuple(self._whole.character_ids[mind] for mind in minds)
        while chain:
            if (chain, number) in self._records:
                return self._records[chain, number]
            chain = chain[:-1]
        return self._whole.facts[number]


def _mirrored(world: World, call: Call) -> Call | None:
    """A call with its arguments the other way round, where that says the same."""
    symmetric = any(each.signature == call.fluent and each.symmetric for each in world.fluents)
    other = Call(call.fluent, call.arguments[::-1])
    return other if symmetric and other != call else None


def _numbers(low: Number, high: Number, now: Value) -> tuple[Value, ...]:
    """The numbers from low to high in steps of 1, the nearest to what it is first; of two as near the higher."""
    found: list[Number] = []
    each = low
    while each <= high and len(found) <= 1000:
        found.append(each)
        each = exact(each + 1)
    middle = now if isinstance(now, int | Fraction) else 0
    return tuple(sorted((n for n in found if n != now), key=lambda n: (abs(n - middle), -n)))
