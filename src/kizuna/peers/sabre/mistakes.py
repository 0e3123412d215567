"""One mistake at a time.

Whoever reads a part of a problem raises the mistake that makes the part unreadable; whoever goes through the parts
notes it and reads on.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection

from kizuna.diagnostics import Diagnostic

MOST_MISTAKES = 100
"""After so many mistakes the rest of a file is left unread: whoever gets them has the wrong file in hand."""


class MistakeError(Exception):
    """A part cannot be read. ``diagnostic`` is None where the reason was already reported elsewhere."""

    def __init__(self, diagnostic: Diagnostic | None = None) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def suggestion(word: str, known: Collection[str]) -> tuple[str, ...]:
    """What was probably meant, in a sentence; nothing where nothing is close, or the choice is too large to search."""
    if len(known) > 2000 or len(word) > 60:
        return ()
    close = difflib.get_close_matches(word, sorted(known), 1)
    return (f"Did you mean `{close[0]}`?",) if close else ()
