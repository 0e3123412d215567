"""What was found, lived, proven or judged, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import msgspec

from kizuna.fabula import Fabula, Verdict
from kizuna.fabula.saved import numeral, save_limits, save_reasons
from kizuna.search import Life, Must, SearchResult
from kizuna.search.saved import save_result
from kizuna.surfaces.cli.document import document

if TYPE_CHECKING:
    from kizuna.api import Overview
    from kizuna.inquiry import Ranking


def result_document(result: SearchResult, ranking: Ranking | None = None) -> dict[str, Any]:
    """``kizuna-result``; ``ranking`` is what its stories are in the order of, if that is not that of finding them."""
    built: dict[str, Any] = msgspec.to_builtins(save_result(result))
    if ranking is not None:
        diagnostics = built.pop("diagnostics")
        scores = [{"score": numeral(score.value), "why": score.why} for score in ranking.scores]
        built |= {"ranking": {"by": ranking.by.value, "scores": scores}, "diagnostics": diagnostics}
    return built


def life_document(life: Life, story: Fabula | None) -> dict[str, Any]:
    """``kizuna-life``: what comes by itself, and the author's story where it departs from that."""
    events = [
        {
            "action": lived.event.action,
            "advantage": None if lived.advantage is None else numeral(lived.advantage),
            "explanations": msgspec.to_builtins(save_reasons(lived.event.explanations)),
        }
        for lived in life.events
    ]
    limits = msgspec.to_builtins(save_limits(life.limits))
    own = None if story is None else list(story.actions)
    return document("kizuna-life", events=events, rest=life.rest.value, limits=limits, ends=life.ends, story=own)


def must_document(answer: Must) -> dict[str, Any]:
    """``kizuna-must``: whether something comes to pass in every story."""
    example = answer.counterexample
    return document(
        "kizuna-must",
        condition=answer.condition,
        proof=answer.proof.value,
        limits=msgspec.to_builtins(save_limits(answer.without.limits)),
        counterexample=None if example is None else list(example.actions),
    )


def overview_document(overview: Overview | None) -> dict[str, Any]:
    """``kizuna-check``."""
    return document("kizuna-check", world=asdict(overview) if overview else None)


def verdict_document(verdicts: list[Verdict]) -> dict[str, Any]:
    """``kizuna-verdicts``."""
    return document(
        "kizuna-verdicts",
        verdicts=[{"accepted": verdict.accepted, **asdict(verdict)} for verdict in verdicts],
    )
