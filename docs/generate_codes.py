"""Generates ``docs/codes.md`` from the one table of diagnostic codes.

``python docs/generate_codes.py`` prints the page, ``--write`` puts it in its place.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kizuna.diagnostics.codes import CODES

PAGE = Path(__file__).with_name("codes.md")
HEADINGS = {
    "error": ("Errors", "Something is wrong that has to be put right first: there is no answer."),
    "warning": ("Warnings", "There is an answer, and something about the question is worth a second look."),
    "advice": ("Advice", "Nothing is wrong; this may be good to know."),
}


def page() -> str:
    """The whole page."""
    parts = [
        "# Diagnostic codes",
        "",
        "<!-- Generated from src/kizuna/diagnostics/codes.py by docs/generate_codes.py; change that. -->",
        "",
        "Every finding of kizuna carries one of these codes, in the terminal as in JSON. Codes stay as they are: a",
        "script may rely on them. The words around them may get better.",
    ]
    for severity, (heading, introduction) in HEADINGS.items():
        entries = {name: code for name, code in CODES.items() if code.severity == severity}
        if entries:
            parts += ["", f"## {heading}", "", introduction, ""]
            parts += ["| code | what it says | what to do |", "|---|---|---|"]
            parts += [f"| `{name}` | {code.summary} | {code.explanation} |" for name, code in sorted(entries.items())]
    return "\n".join(parts) + "\n"


def main(arguments: list[str]) -> int:
    """Print the page, or write it."""
    if arguments == ["--write"]:
        PAGE.write_text(page(), encoding="utf-8", newline="\n")
        return 0
    if arguments:
        sys.stderr.write("usage: generate_codes.py [--write]\n")
        return 2
    sys.stdout.write(page())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
