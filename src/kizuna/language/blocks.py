"""Blocks of lines: what is said about an existent, the plot, the past, settings, the outline.

Naive: one loop for each block. Better: one loop for all, which keeps comments and blank lines among the nodes, and a
method for what a line can be in each block. Cost: linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kizuna.diagnostics import Label, Span
from kizuna.language import keywords
from kizuna.language.expressions import lost_wildcard, together
from kizuna.language.layout import Line
from kizuna.language.lines import LineReader
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.reporting import code_below, comments_within
from kizuna.language.sections import SectionReader
from kizuna.language.syntax import (
    BelievesLine,
    BlockLine,
    Broken,
    CallTo,
    Comment,
    CuesLine,
    EndingLine,
    ExistentLine,
    Expression,
    HappenedLine,
    NeverLine,
    OutlineBlock,
    PastBlock,
    PastItem,
    PlotBlock,
    PlotItem,
    SayLine,
    SettingLine,
    SettingsBlock,
    TextLine,
    UtilityLine,
    Wants,
    WaypointLine,
)

N = TypeVar("N")

_SETTING_WORD = re.compile(r'"(?:[^"\\]|\\.)*",?|[^\s"]+|"')


class BlockReader(SectionReader):
    """Reads the blocks that are lists of lines."""

    def nodes(self, lines: Iterable[Line], read: Callable[[Line], Sequence[N]]) -> tuple[N | Comment, ...]:
        """The nodes of lines, with the comments and single blank lines between them."""
        found: list[N | Comment] = []
        for line in lines:
            if line.kind == "blank":
                if found and not _is_blank(found[-1]):
                    found.append(self.comment(line))
            elif line.kind == "comment":
                found.append(self.comment(line))
            else:
                found += read(line)
        while found and _is_blank(found[-1]):
            found.pop()
        return tuple(found)

    def with_comments(self, line: Line, nodes: Sequence[N]) -> list[N | Comment]:
        """Nodes of one line, and before or behind them the comments that stand inside or below it."""
        if not line.below and not line.inner:
            return [*nodes]
        code = code_below(line)
        last = code[-1].start if code else line.end
        comments = sorted(comments_within(line), key=lambda each: each.start)
        before: list[N | Comment] = [self.comment(each) for each in comments if each.start < last]
        return [*before, *nodes, *(self.comment(each) for each in comments if each.start >= last)]

    def condition(self, line: Line, reader: LineReader, what: str = "a condition") -> Expression:
        """One expression on the rest of a line and the lines below it, each a condition."""
        parts, whole = self.several(line, reader, LineReader.conditions, what)
        if not whole:
            raise MistakeError
        return together(parts)

    def not_empty(self, line: Line, reader: LineReader) -> None:
        """A heading stands alone, and something stands below it."""
        reader.at = 1
        word = line.first_word
        reader.done(f"What belongs to `{word}` stands indented below it.")
        if not line.below:
            message = f"`{word}` stands here with nothing below it."
            raise mistake(reader.span(0), message, "Indent its lines below it, or remove it.", code="empty-block")

    # --- about an existent -------------------------------------------------------------------------------------------

    def existents(self, line: Line, reader: LineReader) -> ExistentLine:
        """``TYPE NAME ...`` and the lines about it."""
        node = reader.existents()
        code = code_below(line)
        if len(node.entries) > 1 and code:
            names = " or ".join(shown(entry.name.text) for entry in node.entries[:3])
            message = f"It is not clear whom this line is about: {names}?"
            place = Span(self.source, code[0].start, max(code[0].start, code[0].end))
            help = "Declare the one that has lines of its own on a line of its own."
            raise mistake(place, message, help, secondary=(Label(node.span, "these are declared together"),))
        if not line.below or len(node.entries) > 1:
            return node
        block: tuple[BlockLine, ...] = self.nodes(line.below, self._about)
        return ExistentLine(node.types, node.entries, block, span=self.through(line))

    def _about(self, line: Line) -> Sequence[BlockLine]:
        def read(reader: LineReader) -> list[BlockLine]:
            word = reader.texts[0]
            if word in ("wants", "fears"):
                reader.at = 1
                name, weight = reader.motive_head(word)
                score = self.condition(line, reader)
                return [Wants(name, weight, score, word == "fears", span=self.through(line))]
            if word == "believes":
                reader.at = 1
                changes, whole = self.several(line, reader, LineReader.changes, "what is believed")
                if not whole:
                    raise MistakeError
                return [BelievesLine(changes, span=self.through(line))]
            return self._fact_about(line, reader)

        nodes: list[BlockLine] = self.attempt(line, read) or [self.broken(line)]
        return self.with_comments(line, nodes)

    def _fact_about(self, line: Line, reader: LineReader) -> list[BlockLine]:
        word = reader.texts[0]
        if word in keywords.SECTIONS and reader.kinds[0] == "word":
            raise self.misplaced(reader)
        if ":" in reader.texts or "(" in reader.texts or "=" in reader.texts:
            help = keywords.did_you_mean(word, keywords.EXISTENT)
            if help:
                message = f"No line about somebody begins with {shown(word)}."
                raise mistake(reader.span(0), message, help, code="unknown-keyword")
        found: list[BlockLine] = [*reader.about()]
        self.nothing_below(line)
        return found

    def misplaced(self, reader: LineReader) -> MistakeError:
        """The mistake of a line that belongs somewhere else."""
        word = reader.texts[0]
        message = f"`{word}` stands below {keywords.OWNERS[word]}, not here."
        help = "Indent it below what it belongs to."
        return mistake(reader.span(0), message, help, code="misplaced-line")

    # --- plot and past -----------------------------------------------------------------------------------------------

    def plot(self, line: Line, reader: LineReader) -> PlotBlock:
        """``plot`` and its lines."""
        self.not_empty(line, reader)
        started = False

        def item(below: Line) -> Sequence[PlotItem]:
            nonlocal started
            node = self.attempt(below, lambda inner: self._plot_item(below, inner, started))
            started = started or below.first_word == "first"
            nodes: list[PlotItem] = [self.broken(below) if node is None else node]
            return self.with_comments(below, nodes)

        return PlotBlock(self.nodes(line.below, item), span=self.through(line))

    def _plot_item(self, line: Line, reader: LineReader, started: bool) -> PlotItem:
        word = reader.texts[0]
        reader.at = 1
        if word == "ending":
            name = reader.name("a short name for the ending", "Write `ending light: lit(lantern)`.")
            if reader.is_name(reader.at) and reader.texts[reader.at + 1] != "(":
                help = f"Join the words by `_`: {shown(name.text + '_' + reader.texts[reader.at])}."
                raise mistake(reader.here, "A name is one word.", help)
            reader.colon(shown(name.text), "Write `ending light: lit(lantern)`.")
            return EndingLine(name, self.condition(line, reader), span=self.through(line))
        if word in ("first", "then"):
            if word == "then" and not started:
                message = "`then` goes on from a `first`, and there is none above it."
                raise mistake(reader.span(0), message, "Begin with `first`.", code="misplaced-line")
            return WaypointLine(word, self._step_of_plot(line, reader), span=self.through(line))
        if word == "never":
            return NeverLine(self.condition(line, reader), span=self.through(line))
        if word == "utility":
            return UtilityLine(self.condition(line, reader, "a number"), span=self.through(line))
        if word in keywords.OWNERS:
            raise self.misplaced(reader)
        listed = ", ".join(f"`{each}`" for each in keywords.PLOT)
        help = keywords.did_you_mean(word, keywords.PLOT) or f"In `plot` stand: {listed}."
        raise mistake(reader.span(0), f"No line of `plot` begins with {shown(word)}.", help, code="unknown-keyword")

    def _step_of_plot(self, line: Line, reader: LineReader) -> Expression:
        if reader.kinds[1] in ("word", "quoted") and reader.texts[2] == "(":
            pattern = reader.expression()
            whole = isinstance(pattern, CallTo) and reader.at_end
            if whole and (reader.wildcard is not None or not code_below(line)):
                self.nothing_below(line)
                return pattern
            reader.at, reader.levels, reader.terms, found = 1, 0, 0, reader.wildcard
            if found is not None:
                raise lost_wildcard(found)
        return self.condition(line, reader, "a condition, or the pattern of an event,")

    def past(self, line: Line, reader: LineReader) -> PastBlock:
        """``past``: who was there, and its events."""
        self.not_empty(line, reader)
        return PastBlock(self.nodes(line.below, self._past_item), span=self.through(line))

    def _past_item(self, line: Line) -> Sequence[PastItem]:
        def read(reader: LineReader) -> PastItem:
            if reader.is_name(0) and (reader.is_name(1) or reader.texts[1] == "&"):
                return self.existents(line, reader)
            example = "Write an action with its arguments: `walk(Ana, well)`."
            name = reader.name("an action", example)
            event = reader.call(name) if reader.texts[reader.at] == "(" else CallTo(name, (), span=name.span)
            reader.done(example)
            if not code_below(line):
                return event
            return HappenedLine(event, self.nodes(line.below, self._about_event), span=self.through(line))

        found = self.attempt(line, read)
        if isinstance(found, HappenedLine | ExistentLine) and line.below:
            return [found]
        nodes: list[PastItem] = [found or self.broken(line)]
        return self.with_comments(line, nodes)

    def _about_event(self, line: Line) -> Sequence[SayLine | CuesLine | Comment | Broken]:
        def read(reader: LineReader) -> SayLine | CuesLine:
            word = reader.texts[0]
            reader.at = 1
            if word == "cues":
                node: SayLine | CuesLine = CuesLine(self.cues(reader), span=reader.whole)
            elif word == "say":
                text = reader.string()
                if text is None:
                    help = 'Write `say "{Ben} [leave] {Ana} asleep"`.'
                    raise mistake(reader.here, f"The phrase is missing: {reader.found}.", help)
                reader.done("The phrase stands in one pair of quotes.")
                node = SayLine(text, span=reader.whole)
            elif word in keywords.OWNERS:
                raise self.misplaced(reader)
            else:
                help = keywords.did_you_mean(word, keywords.PAST) or "Below an event stand: `say`, `cues`."
                message = f"No line about an event of the past begins with {shown(word)}."
                raise mistake(reader.span(0), message, help, code="unknown-keyword")
            self.nothing_below(line)
            return node

        nodes: list[SayLine | CuesLine | Comment | Broken] = [self.attempt(line, read) or self.broken(line)]
        return self.with_comments(line, nodes)

    # --- the author's own words --------------------------------------------------------------------------------------

    def settings(self, line: Line, reader: LineReader) -> SettingsBlock:
        """``settings`` or ``telling`` and their lines."""
        self.not_empty(line, reader)

        def item(below: Line) -> list[SettingLine]:
            self._raw_found(below)
            words = tuple(_SETTING_WORD.findall(below.text))
            return [SettingLine(words, span=Span(self.source, below.start, below.end))]

        return SettingsBlock(line.first_word, self.nodes(line.below, item), span=self.through(line))

    def outline(self, line: Line, reader: LineReader) -> OutlineBlock:
        """``outline`` and its lines, as written."""
        self.not_empty(line, reader)

        def item(below: Line) -> list[TextLine]:
            self._raw_found(below)
            return [TextLine(below.text, span=Span(self.source, below.start, below.end))]

        return OutlineBlock(self.nodes(line.below, item), span=self.through(line))

    def _raw_found(self, line: Line) -> None:
        if line.found:
            self.report(line.found[0])


def _is_blank(node: object) -> bool:
    return isinstance(node, Comment) and not node.text
