"""Answers as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.fabula import Explanation, Fabula, Verdict
from kizuna.inquiry import Account, EventAccount, Ground, Reason
from kizuna.model.values import Value, show
from kizuna.narration import Sentence
from kizuna.search import SearchResult, Stop


def found(result: SearchResult, told: list[tuple[Sentence, ...]]) -> str:
    """The stories of a result, and how the search ended."""
    parts = []
    for number, (fabula, sentences) in enumerate(zip(result.fabulas, told, strict=True), 1):
        title = f"Story {number}" if len(told) > 1 else "A story"
        parts.append(f"{title}, worth {show(fabula.utility)} to the author ({show(fabula.before)} at the start):")
        parts += [f"  {n}. {_pair(s, fabula)}" for n, s in enumerate(sentences, 1)]
        parts.append("")
    return "\n".join([*parts, _ending(result)])


def _pair(sentence: Sentence, fabula: Fabula) -> str:
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


def told(sentences: tuple[Sentence, ...]) -> str:
    """A story, a line an event."""
    return "\n".join(sentence.text for sentence in sentences)


def accounted(account: Account, sentences: tuple[Sentence, ...]) -> str:
    """A story with the reasons of everyone in it."""
    parts = []
    for number, (event, sentence) in enumerate(zip(account.events, sentences, strict=True), 1):
        parts.append(f"{number}. {sentence.text}  [{event.action}]")
        parts += [f"   {line}" for line in _event(event)]
        parts.append("")
    return "\n".join(parts).rstrip()


def _event(event: EventAccount) -> Iterator[str]:
    if not event.reasons:
        yield "Nobody decides this: it is the author's to make happen."
    for reason in event.reasons:
        yield from _reason(reason)
    for change in event.changes:
        whose = " believes ".join(change.minds)
        prefix = f"{whose} now believes: " if change.minds else "now: "
        yield f"{prefix}{_fact(change.fluent, change.after)} (was {show(change.before)})"


def _reason(reason: Reason) -> Iterator[str]:
    why = reason.explanation
    yield f"{why.character} wants this: {_gain(why)}"
    if len(why.plan) > 1:
        yield f"  the plan: {', then '.join(step.action for step in why.plan)}"
    right = [_ground(ground) for ground in reason.grounds if not ground.wrong and not ground.usual]
    wrong = [f"{_ground(ground)}, while it is {show(ground.actual)}" for ground in reason.grounds if ground.wrong]
    if right:
        yield f"  believing that {'; '.join(right)}"
    for mistake in wrong:
        yield f"  wrongly believing that {mistake}"
    for step in why.plan[1:]:
        for inner in step.explanations:
            yield f"  expecting {inner.character} to {step.action}: {_gain(inner)}"


def _gain(why: Explanation) -> str:
    if len(why.stakes) == 1 and why.stakes[0].motive == "utility":
        return f"{show(why.before)} now, {show(why.after)} hoped for"
    moved = [f"{s.motive} {'+' if s.change > 0 else ''}{show(s.change)}" for s in why.stakes if s.change]
    return f"{', '.join(moved)} (in all {show(why.before)} now, {show(why.after)} hoped for)"


def _ground(ground: Ground) -> str:
    chain = "".join(f"{mind} believes that " for mind in ground.minds[1:])
    return chain + _fact(ground.fluent, ground.believed)


def _fact(fluent: str, value: Value) -> str:
    if isinstance(value, bool):
        return fluent if value else f"not {fluent}"
    return f"{fluent} is {'unknown' if value is None else show(value)}"


def judged(verdict: Verdict) -> str:
    """What the validator has to say."""
    lines = [f"refuted: {_finding(f.event)}{f.message}" for f in verdict.refuted]
    lines += [f"not proven: {_finding(f.event)}{f.message}" for f in verdict.not_proven]
    head = "Accepted" if verdict.accepted else "Refused"
    counts = f"{verdict.confirmed} claims confirmed, {len(verdict.refuted)} refuted"
    open_ = f"{len(verdict.not_proven)} not proven at an effort of {verdict.effort:,} steps"
    return "\n".join([f"{head}: {counts}, {open_}.", *lines])


def _finding(event: int) -> str:
    return f"event {event}: " if event else ""
