"""One mistake a line.

Naive: let every piece of a line report what it finds odd. Better: whoever reads a line raises the first mistake that
makes it unreadable; whoever goes through the lines notes it and reads on. A mistake inside a line never reaches the
next one. Cost: nothing where nothing is wrong.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection

from kizuna.diagnostics import Diagnostic, Label, Span, diagnose

MOST_MISTAKES = 100
"""After so many mistakes the rest goes unreported: whoever gets them has the wrong file in hand."""


class MistakeError(Exception):
    """A line cannot be read; ``diagnostic`` says why, None where that has been said."""

    def __init__(self, diagnostic: Diagnostic | None = None) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def mistake(
    span: Span,
    message: str,
    help: str = "",
    *,
    code: str = "syntax",
    label: str = "",
    secondary: tuple[Label, ...] = (),
) -> MistakeError:
    """The error to raise for a mistake at ``span``."""
    return MistakeError(diagnose(code, message, span, label, secondary=secondary, help=help or ()))


def shown(text: str, most: int = 30) -> str:
    """A piece of the text as it appears in a message: in backquotes, short, with invisible characters spelt out."""
    short = text if len(text) <= most else text[:most] + "..."
    visible = "".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in short)
    return f"`{visible}`"


def close_word(word: str, known: Collection[str]) -> str:
    """The one of ``known`` that was probably meant; nothing where none is close.

    People seldom mistype the first letter, so a word that begins otherwise has to be closer.
    """
    if len(word) > 40:
        return ""
    word = word.lower()
    alike = [each for each in sorted(known) if each[0] == word[0]]
    close = difflib.get_close_matches(word, alike, 1, 0.7) or difflib.get_close_matches(word, sorted(known), 1, 0.8)
    return close[0] if close else ""
