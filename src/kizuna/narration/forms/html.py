"""A telling as one page of HTML: every sentence opens to the event, the reasons and the line that it is from.

No script and nothing from elsewhere: `details` opens by itself, and the colours follow the reader's. Everything that
comes from a world is escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from html import escape

from kizuna.model.telling import Form
from kizuna.narration.prose import Paragraph, Prose, Sentence, Trace

Notes = Mapping[int, Sequence[str]]
"""What there is to say about an event (counted from 1): the reasons of everyone in it, a line each."""
Opening = Callable[[Trace], str]
"""What a sentence opens to, for each event that it is from."""
VEILED = "Something of this is not told."
"""What a sentence opens to whose event would say what is withheld."""

_STYLE = """
:root { color-scheme: light dark; --ink: #222; --paper: #fdfcf9; --quiet: #666; --line: #d9d4c7; --lit: #f3eedd; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e1da; --paper: #1b1a18; --quiet: #a09a8e; --line: #45413a; --lit: #2c2a25; }
}
body { margin: 3rem auto; max-width: 40rem; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif;
  color: var(--ink); background: var(--paper); }
h1 { font-size: 1.6rem; } h2 { font-size: 1rem; color: var(--quiet); margin: 2rem 0 .5rem; }
details, summary { display: inline; } summary { list-style: none; cursor: pointer; }
summary::-webkit-details-marker { display: none; }
summary:hover, summary:focus, details[open] > summary { background: var(--lit); }
.from { display: block; margin: .5rem 0 .5rem 1rem; padding-left: .8rem; border-left: 3px solid var(--line);
  font: .85rem/1.5 system-ui, sans-serif; color: var(--quiet); }
.from p { margin: .2rem 0; } .from p, .from pre { white-space: pre-wrap; overflow-wrap: anywhere; }
.from pre { margin: .3rem 0; font-family: ui-monospace, monospace; }
.speaker { font-variant: small-caps; display: block; margin-top: 1rem; }
.said { margin-left: 2rem; } ol { padding-left: 1.5rem; }
""".strip()


def as_html(prose: Prose, form: Form, notes: Notes | None = None, veiled: Collection[int] = frozenset()) -> str:
    """The whole page; ``notes`` are the reasons that its sentences open to.

    Of ``veiled`` events it is not said what they are, nor which line of the world brought them about.
    """
    open_ = partial(_trace, notes=notes or {}, veiled=veiled)
    title = escape(prose.title)
    body = "\n".join(_paragraph(each, form, open_) for each in prose.paragraphs)
    head = '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">'
    style = f"<style>\n{_STYLE}\n</style>"
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n{head}\n<title>{title}</title>\n{style}\n</head>\n'
        f"<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _paragraph(paragraph: Paragraph, form: Form, open_: Opening) -> str:
    heading = f"<h2>{escape(paragraph.heading)}</h2>\n" if paragraph.heading else ""
    if form is Form.OUTLINE:
        lines = "\n".join(f"<li>{_sentence(each, open_)}</li>" for each in paragraph.sentences)
        return f"<ol>\n{lines}\n</ol>"
    if form is Form.DIALOGUE:
        return heading + "\n".join(_played(each, open_) for each in paragraph.sentences)
    return f"{heading}<div>\n{chr(10).join(_sentence(each, open_) for each in paragraph.sentences)}\n</div>\n<p></p>"


def _played(sentence: Sentence, open_: Opening) -> str:
    if not sentence.speaker:
        return f"<div>{_sentence(sentence, open_)}</div>"
    speaker = f'<span class="speaker">{escape(sentence.speaker)}</span>'
    return f'<div class="said">{speaker}{_sentence(sentence, open_)}</div>'


def _sentence(sentence: Sentence, open_: Opening) -> str:
    if not sentence.traces:
        return escape(sentence.text)
    origin = "".join(open_(trace) for trace in sentence.traces)
    return f'<details><summary>{escape(sentence.text)}</summary><div class="from">{origin}</div></details>'


def _trace(trace: Trace, notes: Notes, veiled: Collection[int]) -> str:
    when = "Before the story" if trace.event is None else f"Event {trace.event}"
    if trace.event in veiled:
        return f"<p>{when}. {VEILED}</p>"
    parts = [f"<p>{when}: <code>{escape(trace.action)}</code></p>"]
    if trace.event is not None:
        parts += [f"<p>{escape(line)}</p>" for line in notes.get(trace.event, ())]
    if trace.span is not None:
        line, _ = trace.span.source.line_and_column(trace.span.start)
        written = trace.span.source.line(line).strip()
        parts.append(f"<p>{escape(trace.span.source.name)}, line {line}:</p><pre>{escape(written)}</pre>")
    return "".join(parts)
