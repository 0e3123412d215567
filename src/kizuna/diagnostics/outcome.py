"""A value or none, with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from kizuna.diagnostics.diagnostic import Diagnostic, sort_key

T = TypeVar("T")


class DiagnosedError(Exception):
    """Raised by :meth:`Outcome.unwrap` when there is no value; carries the diagnostics."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [d.message for d in diagnostics if d.is_error]
        super().__init__("; ".join(errors))
        self.diagnostics = diagnostics


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What a stage made: a value, or None exactly when there is an error among the diagnostics."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    def __post_init__(self) -> None:
        if (self.value is None) != any(d.is_error for d in self.diagnostics):
            raise ValueError("an outcome has no value exactly when there is an error among its diagnostics")

    @property
    def ok(self) -> bool:
        """Whether there is a value."""
        return self.value is not None

    def unwrap(self) -> T:
        """The value; raises :class:`DiagnosedError` when there is none."""
        if self.value is None:
            raise DiagnosedError(self.diagnostics)
        return self.value


def conclude(value: T | None, diagnostics: Iterable[Diagnostic]) -> Outcome[T]:
    """An outcome with its diagnostics in reading order and without repeats; errors among them take the value away."""
    ordered = tuple(sorted(dict.fromkeys(diagnostics), key=sort_key))
    return Outcome(None if any(d.is_error for d in ordered) else value, ordered)
