"""A story as it is told: its beats in the order of telling, each with whose eyes, how near, how long, and why now.

Everything is by name, as in a fabula. Events are counted from 1 (0 is the start), beats from 1 in the order of telling.
No prose in here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import takewhile

from kizuna.fabula import Fabula
from kizuna.model.telling import Distance, Duration, Focus, Telling
from kizuna.model.values import Number, Value


class Placing(Enum):
    """Where a beat stands against the order of events: on, before it (told later), or ahead of it (Genette).

    An event of the past is on it, too, where it is told before the story.
    """

    CHRONICLE = "chronicle"
    ANALEPSIS = "analepsis"
    PROLEPSIS = "prolepsis"


class Frequency(Enum):
    """How often what happened is told: once, once for several of a kind, or once more."""

    SINGULATIVE = "singulative"
    ITERATIVE = "iterative"
    REPEATING = "repeating"


class Tie(Enum):
    """How a beat follows from an earlier one.

    ENABLES: an effect of the earlier event is a condition of this one ("so"). MOTIVATES: it is what the reason of
    whoever acts rests on ("because"). ANSWERS: this event answers the demand that the earlier one made. UNDOES: this
    event makes what the earlier one brought about false again ("but"). DESPITE: what the earlier event brought about
    speaks against this one for whoever acts ("although"). AFTER: it is only later.
    """

    ENABLES = "enables"
    MOTIVATES = "motivates"
    ANSWERS = "answers"
    UNDOES = "undoes"
    DESPITE = "despite"
    AFTER = "after"


class Inside(Enum):
    """What is shown of the inside of somebody."""

    FEELING = "feeling"
    CONFLICT = "conflict"
    VOICE = "voice"
    AIM = "aim"


class Why(Enum):
    """Why an event of the story is no beat of the telling."""

    UNSEEN = "unseen"
    WITHHELD = "withheld"
    ELLIPSIS = "ellipsis"


@dataclass(frozen=True, slots=True)
class Focalization:
    """Who sees; ``who`` is empty exactly when the view is not an inner one."""

    focus: Focus = Focus.ZERO
    who: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """That a beat follows from the beat of that number; ``fluent`` (empty for AFTER) is the fact that carries it."""

    beat: int
    tie: Tie
    fluent: str = ""


@dataclass(frozen=True, slots=True)
class Inner:
    """Something inside ``who`` that a beat shows, with its cause.

    A FEELING is named by its emotion ("remorse"), has a strength, perhaps somebody ``towards`` whom it is; ``causes``
    are the names of what it comes from: motives, characters, actions, fluents. A CONFLICT or VOICE is named by the
    motive that speaks against the act, its strength is the loudness, and ``plan`` is what it would have one do
    instead (empty: it only objects); ``causes`` of a CONFLICT are the motives that the act serves. An AIM is what an
    act is for: named by the motive that it serves most, as strong as what that gains, ``plan`` is what is to come then.
    """

    kind: Inside
    who: str
    name: str
    strength: Number
    towards: str = ""
    causes: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Learned:
    """That somebody comes to believe something by a beat: ``fluent`` was worth ``before`` to them and is worth ``now``.

    ``true`` says whether it is so. Only what the focalizer believes too, and nothing that is withheld.
    """

    who: str
    fluent: str
    before: Value
    now: Value
    true: bool


@dataclass(frozen=True, slots=True)
class Beat:
    """One step of the telling: it tells one event of the story, or of the past.

    ``event`` counts the events of the fabula from 1 and is None for one of the past; ``past`` counts those of
    ``World.past`` from 0 and is None for one of the fabula. ``action`` is the event's name with its arguments.
    ``cue`` is what called up an event of the past, and the beat number of what did is ``called_by``; where it is told
    before the story, nothing did.

    ``withheld`` are the ground fluents that the event would give away and that nothing said of this beat may mention.
    Where there are any the beat is ``veiled``: the phrase of its action would say it, so that only who acts, and whom
    it concerns, is to be said ("Sakura tells Tsunade something"); ``unnamed`` are the places of arguments that it must
    not name ("something", "somebody"). ``skipped`` are the events that were left out since the beat before ("later").

    ``place`` is where the one who acts is, None where that is unknown; ``present`` who is there as far as the
    focalizer knows, those who act first. ``moved`` says whether the place differs from that of the beat before.
    """

    number: int
    action: str
    event: int | None = None
    past: int | None = None
    placing: Placing = Placing.CHRONICLE
    cue: str = ""
    called_by: int | None = None
    focalization: Focalization = Focalization()
    distance: Distance = Distance.REPORTED
    duration: Duration = Duration.SCENE
    frequency: Frequency = Frequency.SINGULATIVE
    withheld: tuple[str, ...] = ()
    veiled: bool = False
    unnamed: tuple[int, ...] = ()
    skipped: tuple[int, ...] = ()
    follows: tuple[Link, ...] = ()
    place: str | None = None
    moved: bool = False
    present: tuple[str, ...] = ()
    inner: tuple[Inner, ...] = ()
    learned: tuple[Learned, ...] = ()


@dataclass(frozen=True, slots=True)
class Bond:
    """What binds ``who`` to ``whom`` at the start: ``fluent`` (*loves*) is worth ``strength``.

    ``known`` is what they take it for themselves, ``believed`` what the other does; None where that is not told.
    """

    who: str
    whom: str
    fluent: str
    strength: Number
    known: Number | None = None
    believed: Number | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An event of the story that the telling does not tell, and why."""

    event: int
    why: Why


@dataclass(frozen=True, slots=True)
class Discourse:
    """A fabula as it is told: every beat is of an event of the fabula or of the past, and of nothing else.

    ``bonds`` and ``setting`` (facts that are so, and need not be) are what is told at the opening besides ``opening``.
    ``untitled`` are those whose title would name what is withheld, ``kept`` the names that it goes by at the start.
    """

    fabula: Fabula
    telling: Telling
    beats: tuple[Beat, ...]
    left_out: tuple[LeftOut, ...] = ()
    opening: tuple[tuple[str, Value], ...] = ()
    bonds: tuple[Bond, ...] = ()
    setting: tuple[str, ...] = ()
    untitled: tuple[str, ...] = ()
    kept: frozenset[str] = frozenset()

    @property
    def prelude(self) -> tuple[Beat, ...]:
        """The events of the past that are told in their own time, before the story."""
        return tuple(takewhile(lambda each: each.past is not None, self.beats))

    def told(self, event: int) -> Beat | None:
        """The first beat that tells an event, counted from 1; None where none does."""
        return next((beat for beat in self.beats if beat.event == event), None)
