"""Answers as JSON documents: each has ``format`` and ``version``; see docs/formats.md."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import msgspec

from kizuna.api import Overview
from kizuna.diagnostics import Diagnostic
from kizuna.diagnostics.render import diagnostic_data
from kizuna.fabula import Verdict
from kizuna.fabula.saved import numeral, save_reasons
from kizuna.inquiry import Account, Change, Ground
from kizuna.model.values import Value, is_number
from kizuna.narration import Sentence
from kizuna.search import SearchResult
from kizuna.search.saved import save_result


def result_document(result: SearchResult) -> dict[str, Any]:
    """``kizuna-result``."""
    built: dict[str, Any] = msgspec.to_builtins(save_result(result))
    return built


def account_document(account: Account) -> dict[str, Any]:
    """``kizuna-why``."""
    events = [
        {
            "action": event.action,
            "reasons": [
                {
                    "character": reason.explanation.character,
                    "explanation": msgspec.to_builtins(save_reasons((reason.explanation,)))[
                        reason.explanation.character
                    ],
                    "grounds": [_ground(ground) for ground in reason.grounds],
                }
                for reason in event.reasons
            ],
            "changes": [_change(change) for change in event.changes],
        }
        for event in account.events
    ]
    return _document("kizuna-why", world=account.fabula.world, digest=account.fabula.digest, events=events)


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "minds": list(ground.minds),
        "fluent": ground.fluent,
        "believed": _value(ground.believed),
        "actual": _value(ground.actual),
        "wrong": ground.wrong,
        "usual": ground.usual,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "minds": list(change.minds),
        "fluent": change.fluent,
        "before": _value(change.before),
        "after": _value(change.after),
    }


def _value(value: Value) -> bool | int | str | None:
    return numeral(value) if is_number(value) else value  # type: ignore[arg-type, return-value]


def telling_document(sentences: tuple[Sentence, ...]) -> dict[str, Any]:
    """``kizuna-telling``: sentences with the number (from 0) of the event that each tells."""
    return _document("kizuna-telling", sentences=[asdict(sentence) for sentence in sentences])


def overview_document(overview: Overview | None) -> dict[str, Any]:
    """``kizuna-check``."""
    return _document("kizuna-check", world=asdict(overview) if overview else None)


def verdict_document(verdicts: list[Verdict]) -> dict[str, Any]:
    """``kizuna-verdicts``."""
    return _document(
        "kizuna-verdicts",
        verdicts=[{"accepted": verdict.accepted, **asdict(verdict)} for verdict in verdicts],
    )


def with_diagnostics(document: dict[str, Any], diagnostics: tuple[Diagnostic, ...]) -> str:
    """The document as text, its diagnostics last."""
    whole = {**document, "diagnostics": [diagnostic_data(diagnostic) for diagnostic in diagnostics]}
    return as_text(whole)


def as_text(document: dict[str, Any]) -> str:
    """A document as JSON in plain ASCII, so that it survives every pipe."""
    return json.dumps(document, indent=2)


def _document(format: str, **content: Any) -> dict[str, Any]:
    return {"format": format, "version": 1, **content}
