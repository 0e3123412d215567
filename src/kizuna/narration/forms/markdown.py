"""A telling as Markdown: headings for title and scenes; what would mean something in Markdown is escaped."""

from __future__ import annotations

import re

from kizuna.model.telling import Form
from kizuna.narration.prose import Paragraph, Prose, Sentence


def as_markdown(prose: Prose, form: Form) -> str:
    """The whole telling."""
    parts = [f"# {escaped(prose.title)}"]
    for paragraph in prose.paragraphs:
        parts += [f"## {escaped(paragraph.heading)}"] if paragraph.heading else []
        parts.append(_paragraph(paragraph, form))
    return "\n\n".join(parts)


def _paragraph(paragraph: Paragraph, form: Form) -> str:
    if form is Form.OUTLINE:
        return "\n".join(f"{n}. {escaped(each.text)}" for n, each in enumerate(paragraph.sentences, 1))
    if form is Form.DIALOGUE:
        return "\n\n".join(_played(each) for each in paragraph.sentences)
    return " ".join(escaped(each.text) for each in paragraph.sentences)


def _played(sentence: Sentence) -> str:
    if not sentence.speaker:
        return f"*{escaped(sentence.text)}*"
    return f"**{escaped(sentence.speaker)}**: {escaped(sentence.text)}"


def escaped(text: str) -> str:
    """Text that Markdown takes for nothing but itself."""
    marked = re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", text.replace("&", "&amp;"))
    return re.sub(r"^(\d+)([.)])(?=\s)", r"\1\\\2", re.sub(r"^([-+])(?=\s)", r"\\\1", marked))
