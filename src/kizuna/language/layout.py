"""Lines and what stands indented below them, before anybody asks what they say.

Naive: let the parser count spaces as it goes. Better: one pass over the lines makes a tree of them by their
indentation, joins the lines that go on (a comma at the end, an open bracket), and puts comments and blank lines where
they will be printed; so the parser sees whole lines with the lines below them, and skipping a broken heading with all
that belongs to it costs nothing. A wrong indentation is reported once, the line is taken as standing beside its nearest
neighbours, and reading goes on. Cost: linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kizuna.diagnostics import Diagnostic, Source, Span, diagnose
from kizuna.language.lexer import Tokens, lex

RAW_BLOCKS = ("outline", "settings", "telling")
"""Blocks whose lines are the author's own words: nothing in them is cut into tokens."""

_RAW_TEXT = re.compile(r'(?:"(?:[^"\\]|\\.)*"|(?!(?<=\s)\#)[\s\S])*')
_TAB = 4


@dataclass(slots=True)
class Line:
    """One line (with those that continue it), what stands below it, and the comments in between.

    ``kind`` is ``code``, ``raw``, ``comment`` or ``blank``; ``text`` is the text of a raw line or a comment. ``found``
    are the mistakes of the line as such; whoever reads it reports the first, and nothing else about the line.
    """

    kind: str
    tokens: Tokens
    start: int
    end: int
    indent: int
    text: str = ""
    brackets: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    inner: list[Line] = field(default_factory=list)

    @property
    def first_word(self) -> str:
        """The word that the line begins with, backquotes included."""
        return self.tokens.texts[0] if self.tokens.texts else ""


@dataclass(slots=True)
class Layout:
    """The lines of a file at its outermost level, and the comments at the ends of lines by line number."""

    lines: list[Line]
    trailing: list[tuple[int, str]]


def lay_out(source: Source) -> Layout:
    """The tree of lines of a text."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.trailing: list[tuple[int, str]] = []
        self.top: list[Line] = []
        # The last line at each open level, outermost first, and the comments and blank lines since then.
        self.levels: list[Line] = []
        self.waiting: list[Line] = []
        self.style = ""
        self.mixed = False
        self.in_raw = False

    def read(self) -> Layout:
        text, number = self.source.text, 0
        position = 1 if text.startswith("\ufeff") else 0
        while position <= len(text):
            newline = text.find("\n", position)
            end = len(text) if newline < 0 else newline
            number += 1
            self._line(number, position, end)
            position = end + 1
        self._place_waiting(-1, None)
        return Layout(self.top, self.trailing)

    def _line(self, number: int, position: int, end: int) -> None:
        said = self.source.text[position:end]
        inside = said.lstrip()
        start, end = end - len(inside), position + len(said.rstrip())
        prefix = said[: len(said) - len(inside)]
        indent = _width(prefix)
        if not inside:
            self.waiting.append(Line("blank", Tokens(self.source), position, position, -1))
        elif inside[0] == "#":
            line = Line("comment", Tokens(self.source), start, end, indent, inside.rstrip())
            self.waiting.append(line)
        elif self.in_raw and indent > self.levels[0].indent:
            self._raw(number, Line("raw", Tokens(self.source), start, end, indent, found=self._mixing(prefix, start)))
        else:
            tokens = lex(self.source, start, end)
            if tokens.comment is not None:
                self.trailing.append((number, self.source.text[tokens.comment : end]))
            if not self._goes_on(tokens, indent):
                self._code(Line("code", tokens, start, tokens.ends[-1] if tokens.ends else start + 1, indent), prefix)

    def _code(self, line: Line, prefix: str) -> None:
        line.found = self._mixing(prefix, line.start) + line.tokens.found
        line.brackets = _brackets(line.tokens)
        self._place(line)
        self.in_raw = len(self.levels) == 1 and line.first_word in RAW_BLOCKS

    def _raw(self, number: int, line: Line) -> None:
        match = _RAW_TEXT.match(self.source.text, line.start, line.end)
        stop = match.end() if match else line.end
        if stop < line.end:
            self.trailing.append((number, self.source.text[stop : line.end]))
        line.text = self.source.text[line.start : stop].rstrip()
        line.end = line.start + len(line.text)
        heading = self.levels[0]
        self._place_waiting(line.indent, heading.below)
        heading.below.append(line)

    # --- indentation -------------------------------------------------------------------------------------------------

    def _mixing(self, prefix: str, start: int) -> list[Diagnostic]:
        """The one complaint about tabs among spaces, at the first line that has both, or other than those before."""
        if not prefix or self.mixed:
            return []
        self.style = self.style or prefix[0]
        if self.style in " \t" and not prefix.strip(self.style):
            return []
        self.mixed = True
        message = "This file is indented with tabs here and spaces there."
        if prefix.strip(" \t"):
            message = "This line is indented with something that is neither a space nor a tab."
        elif prefix.strip(prefix[0]):
            message = "This line is indented with tabs and spaces mixed."
        help = "Indent with spaces only, four for each level."
        return [diagnose("bad-indentation", message, Span(self.source, start - len(prefix), start), help=help)]

    def _place(self, line: Line) -> None:
        """Put a line of code below the line that it belongs to."""
        levels, popped = self.levels[:], False
        while levels and levels[-1].indent > line.indent:
            popped = bool(levels.pop())
        if levels and levels[-1].indent == line.indent:
            levels.pop()
        elif popped and levels:
            message = "This line stands between two levels of indentation."
            self._complain(line, message, "Indent it exactly as far as the lines that it belongs with.")
        elif not levels and not popped and line.indent > 0:
            message = "This line is indented, and there is no line above it that it could belong to."
            self._complain(line, message, "Begin the line at the margin.")
        siblings = levels[-1].below if levels else self.top
        self._place_waiting(line.indent, siblings)
        siblings.append(line)
        self.levels = [*levels, line]

    def _complain(self, line: Line, message: str, help: str) -> None:
        start = self.source.text.rfind("\n", 0, line.start) + 1
        line.found.insert(0, diagnose("bad-indentation", message, Span(self.source, start, line.start), help=help))

    def _place_waiting(self, indent: int, siblings: list[Line] | None) -> None:
        """Put comments beside the next line, which joins ``siblings``, or into the deeper block they are indented for.

        A blank line goes where the next comment or line goes; at the end of the text it goes nowhere.
        """
        homes: list[list[Line] | None] = []
        deepest = len(self.levels)
        for each in self.waiting:
            if each.kind == "comment":
                deepest = min(deepest, sum(1 for level in self.levels if level.indent < each.indent))
            goes_deeper = each.indent > indent and not (siblings and self.levels and siblings is self.levels[-1].below)
            home = self.levels[deepest - 1].below if deepest else self.top
            homes.append(home if goes_deeper and each.kind == "comment" else siblings)
        following = siblings
        for place in range(len(homes) - 1, -1, -1):
            if self.waiting[place].kind == "blank":
                homes[place] = following
            following = homes[place]
        for each, chosen in zip(self.waiting, homes, strict=True):
            if chosen is not None:
                chosen.append(each)
        self.waiting = []

    # --- lines that go on --------------------------------------------------------------------------------------------

    def _goes_on(self, tokens: Tokens, indent: int) -> bool:
        """Whether a line continues the one before; then it has been joined to it."""
        before = self.levels[-1] if self.levels else None
        if before is None or indent <= before.indent or before.below:
            return False
        if before.brackets <= 0 and before.tokens.texts[-1:] != [","]:
            return False
        before.tokens.join(tokens)
        before.found += tokens.found
        before.brackets += _brackets(tokens)
        before.end = max(before.end, tokens.ends[-1] if tokens.ends else 0)
        before.inner += [each for each in self.waiting if each.kind == "comment"]
        self.waiting = []
        return True


def _brackets(tokens: Tokens) -> int:
    return tokens.texts.count("(") - tokens.texts.count(")")


def _width(prefix: str) -> int:
    """How far a prefix indents; a tab reaches the next multiple of four."""
    return len(prefix.expandtabs(_TAB)) if "\t" in prefix else len(prefix)
