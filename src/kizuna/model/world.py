"""The storyworld as its author wrote it, lifted: who and what there is, what can happen, what everyone wants.

A :class:`World` is closed (every name in it is declared in it), typed and ordered. It is equal to another by value,
the places that its parts were written at aside, and its :attr:`World.digest` names it in saved stories.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from types import EllipsisType

from kizuna.diagnostics.source import Span
from kizuna.model.effects import Effect
from kizuna.model.formulas import FALSE, ONE, TRUE, ZERO, Constant, Formula, Term, Variable
from kizuna.model.telling import Telling
from kizuna.model.values import Number, Value

CHARACTER = "character"
ENTITY = "entity"
BOOLEAN = "boolean"
NUMBER = "number"


class Logic(Enum):
    """How conditions treat what is unknown.

    TWO_VALUED is the peer's: ``? == X`` is false and ``? != X`` true. THREE_VALUED is Kleene's (1952): both are
    unknown, and a condition holds only where it is true.
    """

    TWO_VALUED = "two-valued"
    THREE_VALUED = "three-valued"


@dataclass(frozen=True, slots=True)
class Type:
    """A kind of existent, with its parents; ``boolean``, ``number``, ``entity`` and ``character`` are always there."""

    name: str
    parents: tuple[str, ...] = (ENTITY,)
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Existent:
    """Somebody or something that there is: a character, a place, a thing, with its types.

    ``title`` and ``pronoun`` are for the telling (``the elder sister``; ``she``).
    """

    name: str
    types: tuple[str, ...]
    title: str | None = None
    pronoun: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Fluent:
    """Something that can change: a name, parameters (a constant narrows it), and the type of its worth.

    ``default`` is its worth where nothing else is said (None: unknown). ``low`` and ``high`` bound a number: an event
    that would pass them stops there. ``symmetric`` says that the order of its two arguments means nothing. ``say`` is
    its phrase for the telling.
    """

    name: str
    parameters: tuple[Term, ...]
    type: str
    default: Value = None
    low: Number | None = None
    high: Number | None = None
    symmetric: bool = False
    say: str | None = None
    span: Span | None = field(default=None, compare=False, repr=False)

    @property
    def signature(self) -> str:
        """``name(type, constant, ...)``: what tells it from its namesakes."""
        return f"{self.name}({', '.join(p.type if isinstance(p, Variable) else _constant(p) for p in self.parameters)})"


def _constant(term: Constant) -> str:
    return f"={term.value}"


@dataclass(frozen=True, slots=True)
class Observing:
    """Who perceives an action: every ``variable`` for whom ``condition`` holds before it."""

    variable: Variable
    condition: Formula


@dataclass(frozen=True, slots=True)
class Cue:
    """A sensation that comes with an event, perhaps of somebody or something: her hair on his hands.

    Two events that share one are near each other in memory: the present one calls up the past one (Bae, Young 2008).
    """

    name: str
    arguments: tuple[Term, ...] = ()


EVERYONE = Observing(Variable("observer", CHARACTER), TRUE)
NOBODY = Observing(Variable("observer", CHARACTER), FALSE)


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done: when it is possible, what it changes, who has to will it, who perceives it.

    With nobody consenting it is the author's to make happen, and no character plans on it; unless it is ``due``: then
    it must happen before anything else can. ``permitting`` are those who do not have to will it but to put up with it,
    each where a condition holds. ``answers`` is the demand to which it is an answer. ``tells`` is what the first of
    those consenting thereby says to be so. ``say`` is its phrase for the telling: ``"{who} [light] {what}"``, and
    ``cues`` are the sensations that it brings.
    """

    name: str
    parameters: tuple[Term, ...] = ()
    precondition: Formula = TRUE
    effects: tuple[Effect, ...] = ()
    consenting: tuple[Term, ...] = ()
    observing: Observing = EVERYONE
    say: str | None = None
    tells: Formula | None = None
    permitting: tuple[tuple[Term, Formula], ...] = ()
    answers: Formula | None = None
    due: bool = False
    cues: tuple[Cue, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Rule:
    """An automatic consequence: wherever its condition holds, in the world or in a mind, its effects follow at once."""

    name: str
    parameters: tuple[Term, ...] = ()
    precondition: Formula = TRUE
    effects: tuple[Effect, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Motive:
    """One thing that a character wants: its score counts ``weight`` times in that character's utility.

    A truth value counts 0 or 1.
    """

    character: str
    name: str
    score: Formula
    weight: Formula = ONE
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class EventPattern:
    """Any event of an action whose arguments match; ``...`` matches anything."""

    action: str
    arguments: tuple[Value | EllipsisType, ...]
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """A way for the story to end: a name, and what must then be so."""

    name: str
    condition: Formula
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Plot:
    """What the author wants of the story.

    Either a ``utility`` that the ending has to raise, or named ``endings``. ``waypoints`` are passed in their order
    before the end, each a condition that comes to hold or an event that happens; ``never`` must not hold at any time.
    """

    utility: Formula = ZERO
    endings: tuple[Ending, ...] = ()
    waypoints: tuple[Formula | EventPattern, ...] = ()
    never: tuple[Formula, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PastEvent:
    """Something that happened before the start: told and remembered, not searched. It changes nothing at the start.

    Either an event of an action, or one that has a phrase of its own in ``say`` (``"{Ben} [leave] {Ana} asleep"``) and
    then only a name for ``action``. ``cues`` are its own sensations; those of its action count as well.
    """

    action: str
    arguments: tuple[Value, ...]
    say: str | None = None
    cues: tuple[Cue, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits that the author suggests for this world; None leaves them to whoever asks."""

    events: int | None = None
    foresight: int | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Temper:
    """How somebody chooses (docs/understanding/choosing.md).

    ``within`` is how far below the best an option may stay (None: any improvement will do, satisficing after Simon
    1956); ``wary`` is how many further actions of others are reckoned with.
    """

    within: Number | None = None
    wary: int = 0


@dataclass(frozen=True, slots=True)
class Definition:
    """A derived fluent that the author named: what it is worth, in terms of its parameters."""

    name: str
    parameters: tuple[Term, ...]
    worth: Formula


@dataclass(frozen=True, slots=True)
class About:
    """That a name is about a topic: an action, a fluent, a rule or a motive that was written once for every topic.

    Its arguments at ``places`` are those of the topic; it has ``size`` in all.
    """

    topic: str
    name: str
    places: tuple[int, ...]
    size: int


@dataclass(frozen=True)
class World:
    """A storyworld. Order counts: it fixes numbering, and with it every tie that the engine breaks.

    ``initial`` are effects applied one after the other to a state of defaults; under a belief chain they state what a
    mind holds instead. A chain without a record of its own holds what the chain one shorter holds. ``temper`` is
    everybody's way to choose but for those whom ``tempers`` names. ``telling`` is how its stories are to be told
    unless somebody says otherwise; it is no part of what the digest names. ``definitions`` are only names for what the
    formulas say in full, and ``about`` only says which names were written about which topic; two worlds that differ in
    nothing else are equal.
    """

    name: str
    types: tuple[Type, ...] = ()
    existents: tuple[Existent, ...] = ()
    fluents: tuple[Fluent, ...] = ()
    actions: tuple[Action, ...] = ()
    rules: tuple[Rule, ...] = ()
    initial: tuple[Effect, ...] = ()
    motives: tuple[Motive, ...] = ()
    plot: Plot = Plot()
    logic: Logic = Logic.TWO_VALUED
    title: str | None = None
    past: tuple[PastEvent, ...] = ()
    settings: Settings = Settings()
    temper: Temper = Temper()
    tempers: tuple[tuple[str, Temper], ...] = ()
    telling: Telling = field(default=Telling(), repr=False)
    definitions: tuple[Definition, ...] = field(default=(), compare=False, repr=False)
    about: tuple[About, ...] = field(default=(), compare=False, repr=False)

    @cached_property
    def digest(self) -> str:
        """A name for exactly this world, whatever it is called: SHA-256 over its values, the same on every machine.

        However its stories are told, they are of the same world.
        """
        return hashlib.sha256(repr(replace(self, name="")).encode()).hexdigest()

    @cached_property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """For every type, itself and everything that it is a kind of."""
        parents = {ENTITY: (), BOOLEAN: (), NUMBER: (), CHARACTER: (ENTITY,)} | {t.name: t.parents for t in self.types}
        return {name: _closure(name, parents) for name in parents}

    def participants(self, event: PastEvent) -> tuple[str, ...]:
        """Who took part in an event of the past, and so knows of it: the characters among its arguments."""
        people = {e.name for e in self.existents if any(self.is_a(type, CHARACTER) for type in e.types)}
        return tuple(value for value in event.arguments if isinstance(value, str) and value in people)

    def is_a(self, type: str, ancestor: str) -> bool:
        """Whether everything of ``type`` is of ``ancestor``."""
        return ancestor in self.ancestors[type]

    @cached_property
    def characters(self) -> tuple[str, ...]:
        """The names of all characters, in declared order."""
        return tuple(str(name) for name in self.values_of(CHARACTER))

    def values_of(self, type: str) -> tuple[Value, ...]:
        """All values of a type in order, characters first; numbers have no list and raise ValueError."""
        if type == NUMBER:
            raise ValueError("numbers cannot be listed")
        if type == BOOLEAN:
            return (False, True)
        return self._members[type]

    @cached_property
    def _members(self) -> dict[str, tuple[Value, ...]]:
        members: dict[str, list[Value]] = {name: [] for name in self.ancestors}
        for person in (True, False):
            for existent in self.existents:
                kinds = frozenset[str]().union(*(self.ancestors[t] for t in existent.types))
                if (CHARACTER in kinds) is person:
                    for kind in kinds:
                        members[kind].append(existent.name)
        return {name: tuple(values) for name, values in members.items()}


def _closure(name: str, parents: dict[str, tuple[str, ...]]) -> frozenset[str]:
    found: set[str] = set()
    stack = [name]
    while stack:
        top = stack.pop()
        if top not in found:
            found.add(top)
            stack.extend(parents.get(top, ()))
    return frozenset(found)
