"""The words that begin a line, and where.

They mean something at the beginning of a line in their own place only; elsewhere they are names like any other.
"""

from __future__ import annotations

from kizuna.language.mistakes import close_word

TOP = (
    "story", "use", "type", "fluent", "define", "topic", "matter", "perceives", "motive", "action", "rule", "fact",
    "plot", "settings", "past", "outline", "telling",
)  # fmt: skip
ACTION = ("say", "by", "with", "tells", "answers", "due", "when", "then", "seen", "also", "cues")
RULE = ("say", "when", "then")
MOTIVE = ("when", "weight", "score")
FLUENT = ("say",)
TOPIC = ("say",)
PLOT = ("ending", "first", "then", "never", "utility")
PAST = ("say", "cues")
EXISTENT = ("wants", "fears", "believes", "not")

OWNERS = {
    "say": "an action, a fluent, a topic or an event of `past`", "cues": "an action or an event of `past`",
    "by": "an action", "tells": "an action",
    "with": "an action", "answers": "an action", "due": "an action",
    "when": "an action, a rule or a motive", "then": "an action, a rule or `plot`", "seen": "an action",
    "also": "an action", "weight": "a motive", "score": "a motive", "ending": "`plot`", "first": "`plot`",
    "never": "`plot`", "utility": "`plot`", "wants": "a character", "fears": "a character",
    "believes": "a character",
}  # fmt: skip
"""Where a word that begins a line below another belongs."""

SECTIONS = frozenset(OWNERS) - {"wants", "fears", "believes"}
"""Words that never begin a line about an existent."""

ALL = frozenset(TOP) | frozenset(OWNERS) | {"not"}


def did_you_mean(word: str, known: tuple[str, ...]) -> str:
    """A suggestion for a misspelt word, or nothing."""
    close = close_word(word, known)
    return f"Did you mean `{close}`?" if close and close != word else ""
