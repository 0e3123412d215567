"""Answers as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kizuna.fabula import Fabula, Verdict
from kizuna.model.values import show
from kizuna.search import SearchResult, Stop

if TYPE_CHECKING:
    from kizuna.inquiry import Ranking
    from kizuna.narration import Line


def found(result: SearchResult, told: Sequence[tuple[Line, ...]], ranking: Ranking | None = None) -> str:
    """The stories of a result, what they are ranked for, and how the search ended."""
    parts = []
    for number, (fabula, sentences) in enumerate(zip(result.fabulas, told, strict=True), 1):
        title = f"Story {number}" if len(told) > 1 else "A story"
        parts.append(f"{title}, worth {show(fabula.utility)} to the author ({show(fabula.before)} at the start):")
        if ranking is not None:
            score = ranking.scores[number - 1]
            parts.append(f"  {ranking.by.value} {show(score.value)}: {score.why}")
        parts += [f"  {n}. {_pair(s, fabula)}" for n, s in enumerate(sentences, 1)]
        parts.append("")
    return "\n".join([*parts, _ending(result)])


def _pair(sentence: Line, fabula: Fabula) -> str:
    return f"{sentence.text}  [{fabula.actions[sentence.event]}]"


def _ending(result: SearchResult) -> str:
    limits = result.limits
    work = f"{result.statistics.expanded:,} expansions, {result.statistics.states:,} states"
    within = f"within {limits.events} events, foresight {limits.foresight}, depth {limits.depth}"
    match result.stopped:
        case Stop.SATISFIED:
            return f"Found {within} ({work})."
        case Stop.EXHAUSTED:
            return f"That is all there is {within} ({work})."
        case Stop.LIMIT:
            return f"Stopped at --{result.reached} {within} ({work}); there may be more."
        case Stop.CANCELLED:
            return f"Cancelled {within} ({work}); there may be more."


def judged(verdict: Verdict) -> str:
    """What the validator has to say."""
    lines = [f"refuted: {_finding(f.event)}{f.message}" for f in verdict.refuted]
    lines += [f"not proven: {_finding(f.event)}{f.message}" for f in verdict.not_proven]
    head = "Accepted" if verdict.accepted else "Refused"
    counts = f"{verdict.confirmed} claims confirmed, {len(verdict.refuted)} refuted"
    open_ = f"{len(verdict.not_proven)} not proven at an effort of {verdict.effort:,} looks"
    return "\n".join([f"{head}: {counts}, {open_}.", *lines])


def _finding(event: int) -> str:
    return f"event {event}: " if event else ""
