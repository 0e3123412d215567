"""Texts and places in them.

A :class:`Source` is one text with a name; a :class:`Span` is a stretch of it, in code points.
Lines and columns are derived on demand and count from 1, in code points, as an editor's status bar does.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A text that diagnostics can point into.

    ``name`` is what the user calls it (a path, ``<text>``); ``text`` is the whole of it.
    """

    name: str
    text: str = field(repr=False)
    _starts: list[int] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def line_starts(self) -> list[int]:
        r"""Offsets at which the lines begin; a line ends at ``\n`` only, so offsets survive any other ending."""
        if not self._starts:
            self._starts.append(0)
            position = self.text.find("\n")
            while position >= 0:
                self._starts.append(position + 1)
                position = self.text.find("\n", position + 1)
        return self._starts

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """The line and column, both from 1, of ``offset`` (clamped to the text)."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line ``number`` (from 1) without its ending; empty beyond the last."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : len(self.text) if end < 0 else end].rstrip("\r")


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch ``start <= offset < end`` of a source, in code points; always inside its text."""

    source: Source
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.source.text):
            raise ValueError(f"span {self.start}..{self.end} lies outside {self.source.name}")

    @property
    def text(self) -> str:
        """The words under the span."""
        return self.source.text[self.start : self.end]

    @property
    def location(self) -> str:
        """``name:line:column`` of the first character."""
        line, column = self.source.line_and_column(self.start)
        return f"{self.source.name}:{line}:{column}"

    def to(self, other: Span) -> Span:
        """From the start of this span to the end of ``other``."""
        return Span(self.source, min(self.start, other.start), max(self.end, other.end))
