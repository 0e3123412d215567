"""A telling as plain text: a title, paragraphs, and lines of dialogue under the name of whoever speaks."""

from __future__ import annotations

import textwrap

from kizuna.model.telling import Form
from kizuna.narration.prose import Paragraph, Prose, Sentence

WIDTH = 96


def as_text(prose: Prose, form: Form) -> str:
    """The whole telling; an outline is its lines alone, so that it can be read back."""
    if form is Form.OUTLINE:
        return "\n".join(sentence.text for sentence in prose.sentences)
    return "\n\n".join([prose.title, *(_paragraph(each, form) for each in prose.paragraphs)])


def _paragraph(paragraph: Paragraph, form: Form) -> str:
    if form is Form.DIALOGUE:
        parts = [_played(sentence) for sentence in paragraph.sentences]
        return "\n\n".join([*([paragraph.heading] if paragraph.heading else []), *parts])
    text = textwrap.fill(" ".join(sentence.text for sentence in paragraph.sentences), WIDTH)
    return f"{paragraph.heading}\n{textwrap.indent(text, '   ')}" if paragraph.heading else text


def _played(sentence: Sentence) -> str:
    if not sentence.speaker:
        return textwrap.fill(sentence.text, WIDTH)
    words = textwrap.fill(sentence.text, WIDTH - 20, initial_indent=" " * 10, subsequent_indent=" " * 10)
    return f"{' ' * 20}{sentence.speaker.upper()}\n{words}"
