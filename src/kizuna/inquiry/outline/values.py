"""What an outline is, and what a check of one answers: values, and nothing that looks for anything."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.diagnostics import Diagnostic, Source, Span
from kizuna.fabula import Limits


class Answer(Enum):
    """The three answers, of an event as of a whole outline."""

    HOLDS = "holds"
    FAILS = "does not hold"
    OPEN = "not proven"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an outline that says something.

    ``readings`` are the names of the ground actions that it can be read as, none for a gap (``...``). ``meant`` is the
    reason that the author gives for leaving it as it is.
    """

    text: str
    span: Span
    readings: tuple[str, ...]
    meant: str | None = None

    @property
    def is_gap(self) -> bool:
        """Whether anything may happen here that somebody has a reason for."""
        return not self.readings


@dataclass(frozen=True, slots=True)
class Outline:
    """An author's own events, in order."""

    source: Source
    lines: tuple[Line, ...]


class Mending(Enum):
    """What a repair does."""

    INSERT = "insert"
    REPLACE = "replace"
    REMOVE = "leave out"
    MOVE = "move"
    BELIEF = "belief"
    FACT = "fact"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Repair:
    """A change with which a finding is gone and no new one comes: the whole outline was checked with it.

    ``says`` is the change in words. ``events`` are those of the repaired outline (gaps as ``...``).
    """

    kind: Mending
    says: str
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that keeps line ``line`` (from 0, gaps counted) from holding, proven within the limits.

    ``who`` is whose reason, permission or knowledge is missing, if that is it. ``settled`` is the author's reason for
    leaving it as it is.
    """

    line: int
    who: str | None
    diagnostic: Diagnostic
    settled: str | None = None
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """The answer for one line; ``events`` are the actions that it came to: one, or what fills a gap."""

    line: Line
    answer: Answer
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer for an outline: line by line, with what is wrong, what was left open, and what may be meant otherwise.

    ``reached`` names the limit on work that was reached, if one was. ``advice`` never counts as an error.
    """

    outline: Outline
    answer: Answer
    limits: Limits
    lines: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    advice: tuple[Diagnostic, ...] = ()
    reached: str | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that nobody settled."""
        return tuple(finding for finding in self.findings if finding.settled is None)
