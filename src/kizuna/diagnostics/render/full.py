"""Diagnostics for people: the message, the lines that it is about with carets under the exact place, and what may help.

The form is rustc's and ruff's, which many know by now::

    error[unknown-name]: Nothing is called Markt.
     --> town.txt:3:10
      |
    3 | at(Tom) = Markt
      |           ^^^^^ not declared
      |
      = help: Did you mean Market?
"""

from __future__ import annotations

from collections.abc import Iterable

import click

from kizuna.diagnostics.diagnostic import Diagnostic, Label, Severity
from kizuna.diagnostics.render.cells import visible
from kizuna.diagnostics.render.snippet import Mark, Row, draw, place
from kizuna.diagnostics.source import Source

WIDTH = 110
"""Columns that a rendering keeps to, long names and messages aside."""

_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_QUIET = "blue"


def render_full(diagnostics: Iterable[Diagnostic], *, color: bool = False) -> str:
    """All ``diagnostics``, a blank line between them, no line ending after the last; nothing for none."""
    return "\n\n".join("\n".join(_Page(diagnostic, color=color).lines()) for diagnostic in diagnostics)


class _Page:
    """One diagnostic on its way to text."""

    def __init__(self, diagnostic: Diagnostic, *, color: bool) -> None:
        self._diagnostic = diagnostic
        self._has_color = color
        self._color = _COLORS[diagnostic.severity]
        self._blocks = _by_source(diagnostic)
        last = max((mark.last for _, _, marks in self._blocks for mark in marks), default=0)
        self._gutter = len(str(last)) if self._blocks else 0

    def lines(self) -> list[str]:
        """Its lines, none with blanks at the end."""
        lines = self._header()
        for index, (source, label, marks) in enumerate(self._blocks):
            arrow = " " * self._gutter + (":::" if index else "-->")
            lines.append(f"{self._paint(arrow, _QUIET)} {visible(label.span.location)}")
            lines.append(self._bar())
            lines.extend(map(self._row, draw(source, marks, WIDTH - self._gutter - 3)))
            if index + 1 < len(self._blocks) or self._diagnostic.help:
                lines.append(self._bar())
        for hint in self._diagnostic.help:
            lines.extend(self._help(hint))
        return lines

    def _header(self) -> list[str]:
        diagnostic = self._diagnostic
        head, *rest = (visible(line).strip() for line in diagnostic.message.strip().splitlines())
        kind = self._paint(f"{diagnostic.severity.value}[{diagnostic.code}]", self._color, bold=True)
        return [f"{kind}{self._paint(f': {head}'.rstrip(), None, bold=True)}", *(f"  {line}".rstrip() for line in rest)]

    def _help(self, hint: str) -> list[str]:
        indent = " " * self._gutter + " " if self._blocks else "  "
        head, *rest = [visible(line) for line in hint.splitlines()] or [""]
        title = self._paint("help:", "cyan", bold=True)
        sign = self._paint("=", _QUIET)
        further = [f"{indent}        {line}".rstrip() for line in rest]
        return [f"{indent}{sign} {title} {head}".rstrip(), *further]

    def _bar(self) -> str:
        return self._paint(" " * self._gutter + " |", _QUIET)

    def _row(self, row: Row) -> str:
        if row.number < 0:
            return self._paint(("...".ljust(self._gutter + 3) + row.margin).rstrip(), _QUIET)
        number = str(row.number) if row.number else ""
        gutter = self._paint(f"{number:>{self._gutter}} |", _QUIET)
        content = (row.margin + row.body).rstrip()
        if not content:
            return gutter
        if row.is_mark:
            content = self._paint(content, self._color if row.is_primary else _QUIET, bold=row.is_primary)
        return f"{gutter} {content}"

    def _paint(self, text: str, color: str | None, *, bold: bool = False) -> str:
        return click.style(text, fg=color, bold=bold or None) if self._has_color else text


def _by_source(diagnostic: Diagnostic) -> list[tuple[Source, Label, list[Mark]]]:
    """Per source, that of the primary label first: the label to name in the arrow, and all marks in reading order."""
    groups: dict[Source, list[tuple[Label, Mark]]] = {}
    primary = diagnostic.primary
    if primary is not None:
        groups[primary.span.source] = [(primary, place(primary, is_primary=True))]
    for label in sorted(diagnostic.secondary, key=lambda each: (each.span.start, each.span.end)):
        groups.setdefault(label.span.source, []).append((label, place(label, is_primary=False)))
    return [(source, group[0][0], [mark for _, mark in group]) for source, group in groups.items()]
