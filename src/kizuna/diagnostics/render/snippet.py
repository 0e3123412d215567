r"""Source lines with the marks under them, as rows still without gutter and colour.

Every label has a row of its own below its line, so labels never have to make room for one another. A label over
several lines gets a bar in the margin, as in rustc::

    / action walk(
    |   who
    |_____^ never closed
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kizuna.diagnostics.diagnostic import Label
from kizuna.diagnostics.render.cells import columns, visible
from kizuna.diagnostics.render.excerpt import take_excerpt
from kizuna.diagnostics.source import Source

WHOLE = 4
"""A label over at most so many lines shows all of them; of a longer one, the first and the last are shown."""


class Row(NamedTuple):
    """One row: the line number (0 for none, -1 for lines left out), margin and body, and whether the primary's."""

    number: int
    margin: str
    body: str
    is_mark: bool = False
    is_primary: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A label on its lines: from index ``start`` of line ``first`` up to, not including, index ``end`` of ``last``."""

    text: str
    is_primary: bool
    first: int
    start: int
    last: int
    end: int

    @property
    def symbol(self) -> str:
        """Carets under what the message is about, dashes under what explains it."""
        return "^" if self.is_primary else "-"

    @property
    def spans_lines(self) -> bool:
        """Whether it begins and ends on different lines."""
        return self.first < self.last


def place(label: Label, *, is_primary: bool) -> Mark:
    """Where ``label`` stands; a line ending under it counts as part of the line that it ends."""
    span = label.span
    first, start = span.source.line_and_column(span.start)
    last, end = span.source.line_and_column(max(span.start, span.end - 1))
    covered = end if span.end > span.start else end - 1
    return Mark(visible(label.text), is_primary, first, start - 1, last, covered)


def draw(source: Source, marks: list[Mark], width: int) -> list[Row]:
    """The rows for ``marks`` in ``source``, each at most about ``width`` columns wide."""
    over_lines = [mark for mark in marks if mark.spans_lines]
    outer_first = sorted(over_lines, key=lambda mark: (mark.first, mark.start, -mark.last, -mark.end))
    drawing = _Drawing(source, outer_first, width)
    before = 0
    for number in _shown_lines(marks):
        if before and number == before + 2:
            drawing.line(before + 1, [])
        elif before and number > before + 2:
            drawing.rows.append(Row(-1, drawing.margin(), ""))
        drawing.line(number, marks)
        before = number
    return drawing.rows


def _shown_lines(marks: list[Mark]) -> list[int]:
    shown: set[int] = set()
    for mark in marks:
        is_short = mark.last - mark.first < WHOLE
        shown.update(range(mark.first, mark.last + 1) if is_short else (mark.first, mark.last))
    return sorted(shown)


class _Drawing:
    """The rows so far, and for each label over several lines whether its bar runs at present."""

    def __init__(self, source: Source, bars: list[Mark], width: int) -> None:
        self.rows: list[Row] = []
        self._source = source
        self._bars = bars
        self._strokes = [" "] * len(bars)
        self._room = max(40, width - (len(bars) + 1 if bars else 0))
        self._printed = ""

    def margin(self) -> str:
        """The bars at this height."""
        return "".join(self._strokes) + " " if self._bars else ""

    def line(self, number: int, marks: list[Mark]) -> None:
        """Line ``number`` with all that ``marks`` say about it."""
        text = self._source.line(number)
        is_printed = False
        for mark in marks:
            if not mark.spans_lines and mark.first == number:
                begin, end = self._excerpt(number, text, mark.start, mark.end, is_new=not is_printed)
                self._mark(mark, self.margin(), " " * begin, mark.symbol * (end - begin))
                is_printed = True
        for index, mark in enumerate(self._bars):
            if mark.first == number and mark in marks:
                self._open(index, mark, text, is_new=not is_printed)
                is_printed = True
        for index, mark in enumerate(self._bars):
            if mark.last == number and mark in marks:
                under = max(0, min(mark.end, len(text)) - 1)
                begin, _ = self._excerpt(number, text, under, under + 1, is_new=not is_printed)
                self._mark(mark, self._arm(index, "|"), "_" * begin, mark.symbol)
                self._strokes[index] = " "
                is_printed = True
        if not is_printed:
            self._excerpt(number, text, 0, 0, is_new=True)

    def _open(self, index: int, mark: Mark, text: str, *, is_new: bool) -> None:
        """The bar of ``mark`` begins: in the margin if nothing stands before its text, else with an arm from below."""
        if is_new and not text[: mark.start].strip():
            self._strokes[index] = "/"
            self._excerpt(mark.first, text, mark.start, mark.start, is_new=True)
        else:
            begin, _ = self._excerpt(mark.first, text, mark.start, mark.start, is_new=is_new)
            arm = Row(0, self._arm(index, " "), "_" * begin + mark.symbol, True, mark.is_primary)
            self.rows.append(arm)
        self._strokes[index] = "|"

    def _arm(self, index: int, corner: str) -> str:
        """The margin with an arm that runs from bar ``index`` to the right."""
        return "".join(self._strokes[:index]) + corner + "_" * (len(self._strokes) - index)

    def _excerpt(self, number: int, text: str, start: int, end: int, *, is_new: bool) -> tuple[int, int]:
        """The columns of a place; its part of the line is printed unless it is the one that was printed last."""
        excerpt = take_excerpt(text, start, end, self._room, opens_file=number == 1)
        if is_new or excerpt.text != self._printed:
            self.rows.append(Row(number, self.margin(), excerpt.text))
            self._printed = excerpt.text
        return excerpt.begin, excerpt.end

    def _mark(self, mark: Mark, margin: str, indent: str, strokes: str) -> None:
        """A row of strokes with its label beside it, or below where it would run out of the page."""
        body, width = indent + strokes, columns(mark.text)
        if len(body) + 1 + width <= self._room:
            self.rows.append(Row(0, margin, f"{body} {mark.text}", True, mark.is_primary))
            return
        self.rows.append(Row(0, margin, body, True, mark.is_primary))
        below = " " * max(0, min(len(indent), self._room - width))
        self.rows.append(Row(0, " " * len(margin), below + mark.text, True, mark.is_primary))
