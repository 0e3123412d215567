"""A story in words, as JSON."""

from __future__ import annotations

from typing import Any

from kizuna.model.telling import Form
from kizuna.narration import Prose, Sentence, Trace
from kizuna.surfaces.cli.document import document


def telling_document(prose: Prose, form: Form) -> dict[str, Any]:
    """``kizuna-telling``: paragraphs of sentences, each with where it is from and whom it mentions."""
    paragraphs = [
        {"heading": each.heading, "sentences": [_told(sentence) for sentence in each.sentences]}
        for each in prose.paragraphs
    ]
    by = {"narrator": prose.narrator, "repeatable": prose.repeatable}
    return document("kizuna-telling", title=prose.title, form=form.value, **by, paragraphs=paragraphs)


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
