"""Text in, tokens out.

Naive: cut the text into words and let the parser complain. Better: one master regular expression whose alternatives are
the kinds of token, tried at every place in order, so that every token knows its exact stretch of text and whatever
the language has no use for is reported here, a whole run of it at a time, and then left out, which spares the parser
the consequences. Cost: one pass, linear in the text.

Tokens are kept as parallel lists rather than as objects: a large file has a million of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kizuna.diagnostics import Diagnostic, Source, Span, diagnose

_SYMBOL_CHARACTERS = r"(){}\[\],;:*/+\-&|!=<>"
# The order matters: comments before the division sign, numbers (which may own a minus sign) before symbols,
# and words last because they take any run that begins with a letter, digit, underscore, dot or question mark.
_TOKEN = re.compile(
    rf"""
      (?P<space>\s+|\A\ufeff)
    | (?P<comment>//[^\r\n]*|/\*(?s:.*?)\*/)
    | (?P<open_comment>/\*)
    | (?P<number>-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?![^\s{_SYMBOL_CHARACTERS}]))
    | (?P<symbol>==|!=|>=|<=|[(){{}},;:*/+\-&|!=<>])
    | (?P<word>[\w.?][^\s{_SYMBOL_CHARACTERS}]*)
    | (?P<stray>(?:[\[\]]|[^\w\s.?{_SYMBOL_CHARACTERS}])+)
    """,
    re.VERBOSE,
)

# So that a file of another kind altogether does not yield a finding for each of its lines.
MOST_STRAYS = 50


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one source, as parallel lists: their words, where they start, and their kinds.

    A kind is ``number``, ``symbol`` or ``word``.
    """

    source: Source
    texts: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)

    def end(self, index: int) -> int:
        """The offset behind a token."""
        return self.starts[index] + len(self.texts[index])

    def span(self, low: int, high: int) -> Span:
        """The stretch of text from token ``low`` up to, not including, token ``high`` (at least one token)."""
        last = len(self.texts) - 1
        first = min(low, last)
        return Span(self.source, self.starts[first], self.end(min(max(high - 1, first), last)))


def is_name(word: str) -> bool:
    """Whether a word can name something: it begins with a letter of any script, and is not a truth value."""
    return word[:1].isalpha() and word not in ("True", "False")


def lex(source: Source) -> tuple[Tokens, list[Diagnostic]]:
    """The tokens of a source, comments and unusable characters left out, and what was unusable."""
    tokens = Tokens(source)
    found: list[Diagnostic] = []
    for match in _TOKEN.finditer(source.text):
        kind = match.lastgroup or ""
        if kind in ("space", "comment"):
            continue
        start, end = match.span()
        if kind == "open_comment":
            message = "This comment is never closed."
            found.append(diagnose("unclosed", message, Span(source, start, end), help="End it with `*/`."))
            break
        if kind == "stray":
            if len(found) < MOST_STRAYS:
                found.append(_stray(Span(source, start, end)))
            continue
        tokens.texts.append(match.group())
        tokens.starts.append(start)
        tokens.kinds.append(kind)
    return tokens, found


def _stray(span: Span) -> Diagnostic:
    shown = span.text if len(span.text) <= 20 else span.text[:20] + "..."
    what = "this character" if len(span.text) == 1 else "these characters"
    return diagnose("unexpected-character", f"The language has no use for {what}: {ascii(shown)[1:-1]}", span)
