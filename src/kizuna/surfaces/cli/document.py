"""Answers as JSON documents: each has ``format`` and ``version``; see docs/formats.md. This is what all share."""

from __future__ import annotations

import json
from typing import Any

from kizuna.diagnostics import Diagnostic
from kizuna.diagnostics.render import diagnostic_data
from kizuna.fabula.saved import numeral
from kizuna.model.values import Value, is_number


def with_diagnostics(document: dict[str, Any], diagnostics: tuple[Diagnostic, ...]) -> str:
    """The document as text, its diagnostics last."""
    whole = {**document, "diagnostics": [diagnostic_data(diagnostic) for diagnostic in diagnostics]}
    return as_text(whole)


def as_text(document: dict[str, Any]) -> str:
    """A document as JSON in plain ASCII, so that it survives every pipe."""
    return json.dumps(document, indent=2)


def document(format: str, **content: Any) -> dict[str, Any]:
    """A document called ``format`` with its content."""
    return {"format": format, "version": 1, **content}


def saved_value(value: Value) -> bool | int | str | None:
    """What a fluent is worth, as JSON has it: numbers as in a saved story, unknown as null."""
    return numeral(value) if is_number(value) else value  # type: ignore[arg-type, return-value]
