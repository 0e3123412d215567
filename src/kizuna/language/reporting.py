"""What every reader of blocks needs: trying a line, noting its mistake, going on below it.

Naive: raise at the first mistake of the file. Better: every line is tried on its own; what it raises is noted once, and
the next line is read as if nothing had happened. A line whose characters or indentation were already wrong has had its
message. Cost: constant per line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from kizuna.diagnostics import Diagnostic, Source, Span, diagnose
from kizuna.language.cursor import RESERVED
from kizuna.language.expressions import MOST_LEVELS
from kizuna.language.layout import Line
from kizuna.language.lexer import name_of
from kizuna.language.lines import LineReader
from kizuna.language.mistakes import MOST_MISTAKES, MistakeError, mistake
from kizuna.language.syntax import Broken, Comment, Name

T = TypeVar("T")


class Reporting:
    """Reads the lines of one source and keeps what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.found: list[Diagnostic] = []

    def report(self, diagnostic: Diagnostic) -> None:
        """Note a finding, unless there are too many already."""
        if len(self.found) < MOST_MISTAKES:
            self.found.append(diagnostic)

    def attempt(self, line: Line, read: Callable[[LineReader], T]) -> T | None:
        """What ``read`` makes of a line; None where it makes nothing of it, and then somebody has been told why."""
        told = bool(line.found)
        if told:
            self.report(line.found[0])
            if not line.tokens.texts:
                return None
        try:
            return read(LineReader(self.source, line.tokens, line.start))
        except MistakeError as error:
            if not told and error.diagnostic is not None:
                self.report(error.diagnostic)
        except RecursionError:  # somebody called with little stack left
            if not told:
                message = f"This nests too deeply (at most {MOST_LEVELS} levels are read)."
                self.report(diagnose("nested-too-deeply", message, Span(self.source, line.start, line.end)))
        return None

    def several(
        self, line: Line, reader: LineReader, read: Callable[[LineReader], tuple[T, ...]], what: str
    ) -> tuple[tuple[T, ...], bool]:
        """Conditions or changes: the rest of the line, then each line below; and whether all of them could be read."""
        parts: list[T] = []
        whole = True
        items = [each for each in line.below if each.kind == "code"]
        if reader.at_end and not items:
            raise mistake(reader.here, f"Here {what} is missing.", "Write it on this line, or indented below it.")
        if not reader.at_end:
            parts += read(reader)
            reader.done(more_below=bool(items))
        for place, item in enumerate(items):
            got = self.attempt(item, _item(read, last=place == len(items) - 1))
            whole = whole and got is not None
            parts += got or ()
            self.nothing_below(item)
        return tuple(parts), whole

    def nothing_below(self, line: Line) -> None:
        """Complain if lines stand below a line that takes none."""
        for below in line.below:
            if below.kind == "code":
                message = "This line is indented, but nothing can stand below the line above it."
                place = Span(self.source, below.start, max(below.end, below.start))
                help = "Indent it as far as the line above it."
                self.report(below.found[0] if below.found else diagnose("bad-indentation", message, place, help=help))
                return

    def broken(self, line: Line, declared: int = 1) -> Broken:
        """The node of a line that could not be read; ``declared`` is the token that would have been its name."""
        name, tokens = None, line.tokens
        if len(tokens.texts) > declared:
            kind, text = tokens.kinds[declared], tokens.texts[declared]
            if kind == "quoted" or (kind == "word" and text not in RESERVED):
                name = Name(name_of(text), span=Span(self.source, tokens.starts[declared], tokens.ends[declared]))
        span = Span(self.source, line.start, max(line.start, line.end))
        return Broken(span.text, name, span=span)

    def comment(self, line: Line) -> Comment:
        """A comment line or a blank line as a node."""
        return Comment(line.text, span=Span(self.source, line.start, line.end))

    def through(self, line: Line) -> Span:
        """From the beginning of a line to the end of all that stands below it."""
        last = line
        while True:
            code = [each for each in last.below if each.kind in ("code", "raw")]
            if not code:
                return Span(self.source, line.start, max(line.end, last.end))
            last = code[-1]


def _item(read: Callable[[LineReader], tuple[T, ...]], last: bool) -> Callable[[LineReader], tuple[T, ...]]:
    """Reads a line that is nothing but conditions or changes; a comma may end it if more lines follow."""

    def whole(reader: LineReader) -> tuple[T, ...]:
        parts = read(reader)
        reader.done(more_below=not last)
        return parts

    return whole


def comments_within(line: Line) -> Iterator[Line]:
    """All comment lines below a line and between its continuations, in order."""
    yield from line.inner
    for below in line.below:
        if below.kind == "comment":
            yield below
        else:
            yield from comments_within(below)


def code_below(line: Line) -> list[Line]:
    """The lines below a line that say something."""
    return [each for each in line.below if each.kind == "code"]
