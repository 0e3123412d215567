"""Diagnostics on one line each, as compilers and editors exchange them."""

from __future__ import annotations

from collections.abc import Iterable

from kizuna.diagnostics.diagnostic import Diagnostic
from kizuna.diagnostics.render.cells import visible


def render_concise(diagnostics: Iterable[Diagnostic]) -> str:
    """``name:line:column: severity[code] message`` for each, without the place where there is none.

    Exactly one line per diagnostic, whatever its message holds; no line ending after the last.
    """
    return "\n".join(map(_line, diagnostics))


def _line(diagnostic: Diagnostic) -> str:
    place = f"{visible(diagnostic.primary.span.location)}: " if diagnostic.primary is not None else ""
    message = " ".join(visible(diagnostic.message).split())
    return f"{place}{diagnostic.severity.value}[{diagnostic.code}] {message}"
