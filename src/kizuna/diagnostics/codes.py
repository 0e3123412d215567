"""The one table of diagnostic codes.

Each code has a severity, one line of summary and an explanation in the user's words; ``docs/codes.md`` is generated
from it, and ``tests/diagnostics/examples`` holds a broken example and its expected rendering for each.
"""

from __future__ import annotations

from typing import NamedTuple


class Code(NamedTuple):
    """One kind of finding: its severity (``error``, ``warning``, ``advice``), a summary and what to do about it."""

    severity: str
    summary: str
    explanation: str


CODES: dict[str, Code] = {
    # --- files ---------------------------------------------------------------------------------------------------
    "file-not-found": Code("error", "There is no such file or shipped world.", "Check the spelling of the path."),
    "file-unreadable": Code(
        "error", "The file cannot be read as text.", "World files are UTF-8 text; save the file as UTF-8."
    ),
    "file-too-large": Code("error", "The file is larger than a world can be.", "World files stay below 4 MB."),
    "unknown-language": Code(
        "error", "It is not clear which language the file is in.", "Files end in .story or .txt, or say --language."
    ),
    # --- reading ---------------------------------------------------------------------------------------------------
    "empty-world": Code("error", "The file says nothing.", "A world needs at least one definition."),
    "unexpected-character": Code("error", "A character that the language has no use for.", "Remove it."),
    "unclosed": Code("error", "A bracket or comment is never closed.", "Close it, or remove the opening one."),
    "syntax": Code("error", "The words do not form a definition.", "Compare with the language reference."),
    "nested-too-deeply": Code(
        "error", "Expressions are nested more deeply than the reader follows.", "Split the expression up."
    ),
    # --- names and types -------------------------------------------------------------------------------------------
    "unknown-name": Code("error", "A name that nothing declares.", "Declare it, or correct the spelling."),
    "unknown-type": Code("error", "A type that nothing declares.", "Declare it, or correct the spelling."),
    "duplicate-definition": Code(
        "error", "Two definitions claim the same name and arguments.", "Rename or remove one of them."
    ),
    "type-cycle": Code("error", "A type is its own ancestor.", "Remove one of the parents."),
    "type-mismatch": Code("error", "A value of the wrong type.", "Give a value of the type that the place asks for."),
    "not-an-effect": Code(
        "error", "An expression that does not say what to change.", "Effects assign values; they cannot offer choices."
    ),
    "contradictory-effects": Code(
        "error", "One event gives the same fluent two values.", "Make one of them conditional, or remove it."
    ),
    # --- warnings --------------------------------------------------------------------------------------------------
    "surprising-binding": Code(
        "warning", "Read otherwise than most people would read it.", "Add brackets to say which reading is meant."
    ),
    "implicit-type": Code(
        "warning", "A type that only an existent mentions is created silently.", "Declare the type if it is meant."
    ),
    "overlapping-definitions": Code(
        "warning", "Two definitions accept the same arguments; the first always wins.", "Make their types disjoint."
    ),
    "no-effect": Code("warning", "An action that changes nothing is left out.", "Give it an effect, or remove it."),
    # --- grounding and running -------------------------------------------------------------------------------------
    "world-too-large": Code(
        "error", "The world has more ground actions than the engine takes.", "Give parameters narrower types."
    ),
    "endless-rules": Code(
        "error", "Rules that set each other off for ever.", "Let every rule make its own condition false."
    ),
    "division-by-zero": Code("error", "A number is divided by zero.", "Guard the division with a condition."),
    # --- answers ---------------------------------------------------------------------------------------------------
    "no-story": Code(
        "warning", "There is no such story within the limits.", "Widen the limits, or give someone a reason."
    ),
    "not-found": Code(
        "warning", "No such story was found before the search stopped.", "Allow more work, or narrow the limits."
    ),
    "saved-story-unreadable": Code("error", "The file holds no saved story.", "Save one with `kizuna find --save`."),
    "cannot-save": Code("error", "The result cannot be written.", "Check the path and the room on the disk."),
    "story-of-another-world": Code(
        "error", "The story was found in another world or version of it.", "Find it again in this world."
    ),
    "story-does-not-hold": Code(
        "error", "An event of the story cannot happen in the world.", "Validate the story to see where it breaks."
    ),
}
