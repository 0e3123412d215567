"""How a story is to be told: through whose eyes, in which order, what is withheld, in which voice.

The story itself stays (the fabula, which Genette 1972 tells from its telling). Parameters in the manner of Montfort's
Curveship (2009). What each of them means is defined in docs/understanding/telling.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from types import EllipsisType

from kizuna.diagnostics.source import Span
from kizuna.model.values import Value, show

EVERYTHING = "everything"
"""As the only name in an opening: the reader is told all that is so at the start."""


class Focus(Enum):
    """Who sees (Genette): nobody in particular and everything, one character from inside, or only what can be seen."""

    ZERO = "zero"
    INNER = "inner"
    OUTER = "outer"


class Order(Enum):
    """In which order events are told.

    STRAIGHT: from the first event of the story to the last. CHRONICLE: so too, and before them what they call up of the
    past. FLASHBACK: that is told where it is called up. The others leave the past out.
    """

    STRAIGHT = "straight"
    CHRONICLE = "chronicle"
    FLASHBACK = "flashback"
    FLASHFORWARD = "flashforward"
    MEDIAS_RES = "medias-res"


class Distance(Enum):
    """How near the telling comes to what somebody feels and thinks: in their own words, in ours, or not at all."""

    SHOWN = "shown"
    REPORTED = "reported"
    LEFT_OUT = "left-out"


class Duration(Enum):
    """How long the telling of an event takes against the event: as long, less, no time at all, or the event stands."""

    SCENE = "scene"
    SUMMARY = "summary"
    ELLIPSIS = "ellipsis"
    PAUSE = "pause"


class Tense(Enum):
    """The tense of the narrator."""

    PAST = "past"
    PRESENT = "present"


class Person(Enum):
    """Whether the narrator says I of the one through whose eyes it is told."""

    FIRST = "first"
    THIRD = "third"


class Form(Enum):
    """What is written: prose, a synopsis scene by scene, an outline, or dialogue as in a screenplay."""

    PROSE = "prose"
    SYNOPSIS = "synopsis"
    OUTLINE = "outline"
    DIALOGUE = "dialogue"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Events or facts by name, of some arguments (``...``: whatever they are) or of any (None).

    The name is that of an action, a fluent, an existent or a type. ``value`` is what a fact has to be worth (``...``:
    whatever it is), ``minds`` whose belief it is, the outermost first.
    """

    name: str
    arguments: tuple[Value | EllipsisType, ...] | None = None
    value: Value | EllipsisType = ...
    minds: tuple[str, ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)

    def fits(self, name: str, arguments: tuple[Value, ...]) -> bool:
        """Whether something of that name and with these arguments is meant."""
        if name != self.name or self.arguments is None:
            return name == self.name
        if len(self.arguments) != len(arguments):
            return False
        return all(mine is ... or mine == theirs for mine, theirs in zip(self.arguments, arguments, strict=True))

    def __str__(self) -> str:
        said = "" if self.arguments is None else f"({', '.join(map(_said, self.arguments))})"
        worth = "" if self.value is ... else f" = {_said(self.value)}"
        return f"{''.join(f'{mind} believes ' for mind in self.minds)}{self.name}{said}{worth}"


def _said(value: Value | EllipsisType) -> str:
    return "_" if value is ... else ("no", "yes")[value] if isinstance(value, bool) else show(value)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What the telling keeps from its reader, to the end or until an event is told."""

    what: Pattern
    until: Pattern | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Another way to tell some events: every setting that is not None counts for them instead."""

    event: Pattern
    focus: Focus | None = None
    through: str | None = None
    distance: Distance | None = None
    duration: Duration | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """How a story is to be told.

    ``through`` is the one whose inner view it is told in, and empty exactly when ``focus`` is not INNER. ``begin`` is
    the event that medias-res begins with, or that a flashforward shows first. ``opening`` is what the reader is told at
    once. First person needs an inner focus. ``turns`` are exceptions, of which the last that fits an event counts.
    ``words`` are forms that no rule of English gives: a verb's base, past and participle, a noun's one and several.
    ``motives`` are names of motives, each with words for what one thinks of who has it, or (*to ...*) wants, or (*that
    ...*) fears; ``phrases`` are names of actions, each with a phrase that it is told in. Several of a name take turns.
    """

    focus: Focus = Focus.ZERO
    through: str = ""
    order: Order = Order.STRAIGHT
    withhold: tuple[Withheld, ...] = ()
    distance: Distance = Distance.REPORTED
    tense: Tense = Tense.PAST
    person: Person = Person.THIRD
    opening: tuple[Pattern, ...] = ()
    begin: Pattern | None = None
    form: Form = Form.PROSE
    turns: tuple[Turn, ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    motives: tuple[tuple[str, str], ...] = ()
    phrases: tuple[tuple[str, str], ...] = ()
    span: Span | None = field(default=None, compare=False, repr=False)
