"""A discourse in, words out: prose, a synopsis, an outline or dialogue. And single events in plain sentences."""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.narration.forms import as_html, as_markdown, as_text
    from kizuna.narration.plain import Line, Recounted, recount, sentence
    from kizuna.narration.prose import Paragraph, Prose, Says, Sentence, Trace
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.narration.forms": "as_html as_markdown as_text",
            "kizuna.narration.plain": "Line Recounted recount sentence",
            "kizuna.narration.prose": "Paragraph Prose Says Sentence Trace",
        },
    )

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
    "recount",
    "sentence",
]
