"""Diagnostics for programs: a documented JSON format with a version.

Plain ASCII, so that it survives every pipe. Lines and columns count from 1, offsets from 0, all in code points;
``end`` is the place after the last character.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from kizuna.diagnostics.diagnostic import Diagnostic, Label
from kizuna.diagnostics.source import Source

FORMAT = "kizuna-diagnostics"
VERSION = 1


def render_json(diagnostics: Iterable[Diagnostic]) -> str:
    """One JSON object with ``format``, ``version`` and the list of ``diagnostics``."""
    data = {"format": FORMAT, "version": VERSION, "diagnostics": list(map(diagnostic_data, diagnostics))}
    return json.dumps(data, indent=2)


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, object]:
    """One diagnostic as plain data, for formats that carry diagnostics among other things."""
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "primary": None if diagnostic.primary is None else _label(diagnostic.primary),
        "secondary": [_label(label) for label in diagnostic.secondary],
        "help": list(diagnostic.help),
    }


def _label(label: Label) -> dict[str, object]:
    span = label.span
    return {
        "source": span.source.name,
        "start": _point(span.source, span.start),
        "end": _point(span.source, span.end),
        "label": label.text,
    }


def _point(source: Source, offset: int) -> dict[str, int]:
    line, column = source.line_and_column(offset)
    return {"line": line, "column": column, "offset": offset}
