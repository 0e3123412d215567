"""A discourse in, words out: prose, a synopsis, an outline or dialogue. And single events in plain sentences."""

from kizuna.narration.forms import as_html, as_markdown, as_text
from kizuna.narration.narrate import narrate
from kizuna.narration.plain import Line, Recounted, recount, sentence
from kizuna.narration.prose import Paragraph, Prose, Says, Sentence, Trace

__all__ = [
    "Line",
    "Paragraph",
    "Prose",
    "Recounted",
    "Says",
    "Sentence",
    "Trace",
    "as_html",
    "as_markdown",
    "as_text",
    "narrate",
    "recount",
    "sentence",
]
