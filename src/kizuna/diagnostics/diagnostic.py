"""One finding about what the user wrote or asked, as data.

After ruff's ``ruff_db::diagnostic``: a diagnostic knows nothing of colours, terminals or formats;
``render/`` turns it into text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kizuna.diagnostics.codes import CODES
from kizuna.diagnostics.source import Span


class Severity(Enum):
    """How much a finding matters: an ERROR leaves no value, a WARNING does, ADVICE never counts against anyone."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Label:
    """A span and the few words that stand beside it (possibly none)."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding: its code, a message that stands alone, where it is, and what may help.

    ``primary`` is the place that the message is about (None where there is none, such as an empty file);
    ``secondary`` are places that explain it. ``code`` is a key of :data:`kizuna.diagnostics.codes.CODES`.
    """

    code: str
    message: str
    primary: Label | None = None
    secondary: tuple[Label, ...] = ()
    help: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"no such diagnostic code: {self.code}")
        if not self.message.strip():
            raise ValueError("a diagnostic needs a message that stands alone")

    @property
    def severity(self) -> Severity:
        """The severity of its code."""
        return Severity(CODES[self.code].severity)

    @property
    def is_error(self) -> bool:
        """Whether it leaves the question without a value."""
        return self.severity is Severity.ERROR


def diagnose(
    code: str,
    message: str,
    span: Span | None = None,
    label: str = "",
    *,
    secondary: tuple[Label, ...] = (),
    help: tuple[str, ...] | str = (),
) -> Diagnostic:
    """A :class:`Diagnostic` about ``span``, written in one line."""
    hints = (help,) if isinstance(help, str) else help
    return Diagnostic(code, message, Label(span, label) if span else None, secondary, hints)


def sort_key(diagnostic: Diagnostic) -> tuple[str, int, str, str]:
    """Orders diagnostics by source and position, those without a place first."""
    if diagnostic.primary is None:
        return ("", -1, diagnostic.code, diagnostic.message)
    span = diagnostic.primary.span
    return (span.source.name, span.start, diagnostic.code, diagnostic.message)
