"""Answers as JSON documents: each has ``format`` and ``version``; see docs/formats.md."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import msgspec

from kizuna.api import Overview
from kizuna.diagnostics import Diagnostic
from kizuna.diagnostics.render import diagnostic_data
from kizuna.fabula import Fabula, Verdict
from kizuna.fabula.saved import numeral, save_limits, save_reasons
from kizuna.inquiry import Account, Change, Choice, EitherWay, Ground, Ranking, Reason
from kizuna.model.telling import Form
from kizuna.model.values import Value, is_number
from kizuna.narration import Prose, Sentence, Trace
from kizuna.search import Life, Must, SearchResult
from kizuna.search.saved import save_result


def result_document(result: SearchResult, ranking: Ranking | None = None) -> dict[str, Any]:
    """``kizuna-result``; ``ranking`` is what its stories are in the order of, if that is not that of finding them."""
    built: dict[str, Any] = msgspec.to_builtins(save_result(result))
    if ranking is not None:
        diagnostics = built.pop("diagnostics")
        scores = [{"score": numeral(score.value), "why": score.why} for score in ranking.scores]
        built |= {"ranking": {"by": ranking.by.value, "scores": scores}, "diagnostics": diagnostics}
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
                    **_weighed(reason),
                }
                for reason in event.reasons
            ],
            "changes": [_change(change) for change in event.changes],
            "liar": event.liar,
            "dropped": [{"who": each.who, "plan": list(each.plan), "how": each.how.value} for each in event.dropped],
            "forborne": [asdict(forborne) for forborne in event.forborne],
        }
        for event in account.events
    ]
    return _document("kizuna-why", world=account.fabula.world, digest=account.fabula.digest, events=events)


def _weighed(reason: Reason) -> dict[str, Any]:
    """What was weighed against a reason."""
    return {
        "choice": None if reason.choice is None else _choice(reason.choice),
        "hinges": [{"beliefs": [_ground(ground) for ground in hinge]} for hinge in reason.hinges],
        "either_way": None if reason.either_way is None else _either_way(reason.either_way),
        "weighed": reason.weighed,
    }


def _choice(choice: Choice) -> dict[str, Any]:
    rival, voice = choice.rival, choice.voice
    return {
        "outlook": numeral(choice.outlook),
        "margin": numeral(choice.margin),
        "rival": {"action": rival.action, "plan": list(rival.plan), "outlook": numeral(rival.outlook)},
        "differences": [{"motive": motive, "difference": numeral(d)} for motive, d in choice.differences],
        "gain": numeral(choice.gain),
        "cost": numeral(choice.cost),
        "conflict": None if choice.conflict is None else numeral(choice.conflict),
        "voice": None
        if voice is None
        else {"motive": voice.motive, "cost": numeral(voice.cost), "loudness": numeral(voice.loudness)},
    }


def _either_way(either: EitherWay) -> dict[str, Any]:
    branches = [
        {"who": each.who, "answer": each.answer, "outlook": numeral(each.outlook), "pays": each.pays}
        for each in either.branches
    ]
    return {"without": numeral(either.without), "robust": either.robust, "branches": branches}


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "minds": list(ground.minds),
        "fluent": ground.fluent,
        "believed": saved_value(ground.believed),
        "actual": saved_value(ground.actual),
        "wrong": ground.wrong,
        "usual": ground.usual,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "minds": list(change.minds),
        "fluent": change.fluent,
        "before": saved_value(change.before),
        "after": saved_value(change.after),
    }


def saved_value(value: Value) -> bool | int | str | None:
    """What a fluent is worth, as JSON has it: numbers as in a saved story, unknown as null."""
    return numeral(value) if is_number(value) else value  # type: ignore[arg-type, return-value]


def telling_document(prose: Prose, form: Form) -> dict[str, Any]:
    """``kizuna-telling``: paragraphs of sentences, each with where it is from and whom it mentions."""
    paragraphs = [
        {"heading": each.heading, "sentences": [_told(sentence) for sentence in each.sentences]}
        for each in prose.paragraphs
    ]
    by = {"narrator": prose.narrator, "repeatable": prose.repeatable}
    return _document("kizuna-telling", title=prose.title, form=form.value, **by, paragraphs=paragraphs)


def _told(sentence: Sentence) -> dict[str, Any]:
    return {
        "text": sentence.text,
        "says": sentence.says.value,
        "speaker": sentence.speaker,
        "narrator": sentence.narrator,
        "traces": [_trace(trace) for trace in sentence.traces],
        "mentions": [{"text": each.text, "name": each.name} for each in sentence.mentions],
    }


def _trace(trace: Trace) -> dict[str, Any]:
    place = None if trace.span is None else trace.span.location
    return {"beat": trace.beat, "event": trace.event, "action": trace.action, "place": place}


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
    return _document("kizuna-life", events=events, rest=life.rest.value, limits=limits, ends=life.ends, story=own)


def must_document(answer: Must) -> dict[str, Any]:
    """``kizuna-must``: whether something comes to pass in every story."""
    example = answer.counterexample
    return _document(
        "kizuna-must",
        condition=answer.condition,
        proof=answer.proof.value,
        limits=msgspec.to_builtins(save_limits(answer.without.limits)),
        counterexample=None if example is None else list(example.actions),
    )


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
