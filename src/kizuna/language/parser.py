"""Text in, tree out; and what is wrong with the text.

Naive: read declarations until something does not fit, and stop. Better: the layout says which lines there are and what
stands below them, so each line is read on its own; one that cannot be understood becomes :class:`Broken`, costs one
message, and takes what is indented below it with it. A tree comes out of every text. Cost: linear; ten thousand lines
take about half a second.
"""

from __future__ import annotations

from kizuna.diagnostics import Diagnostic, Label, Source, Span, diagnose
from kizuna.diagnostics.diagnostic import sort_key
from kizuna.language import keywords
from kizuna.language.blocks import BlockReader
from kizuna.language.layout import Line, lay_out
from kizuna.language.lines import LineReader
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.reporting import code_below
from kizuna.language.syntax import (
    Declaration,
    DefineLine,
    ExistentLine,
    FactLine,
    File,
    MatterLine,
    PerceivesLine,
    StoryLine,
)

_WITH_BLOCK = ("plot", "settings", "past", "outline", "telling", "action", "rule", "motive")


def parse(source: Source) -> tuple[File, tuple[Diagnostic, ...]]:
    """The tree of a text, and its findings in reading order."""
    return _Parser(source).file()


class _Parser(BlockReader):
    def file(self) -> tuple[File, tuple[Diagnostic, ...]]:
        layout = lay_out(self.source)
        self.story: Line | None = None
        self.begun = False
        declarations: tuple[Declaration, ...] = self.nodes(layout.lines, self._declaration)
        whole = Span(self.source, 0, len(self.source.text))
        if not declarations:
            self.report(diagnose("empty-world", "The file says nothing.", help="Begin with `story NAME`."))
        found = tuple(sorted(dict.fromkeys(self.found), key=sort_key))
        return File(declarations, tuple(layout.trailing), span=whole), found

    def _declaration(self, line: Line) -> list[Declaration]:
        node = self.attempt(line, lambda reader: self._read(line, reader))
        self.begun = True
        if node is None:
            return [self.broken(line)]
        word = line.first_word
        if word in _WITH_BLOCK or (isinstance(node, ExistentLine) and node.block):
            return [*(self.comment(each) for each in line.inner), node]
        return [*self.with_comments(line, [node])]

    def _read(self, line: Line, reader: LineReader) -> Declaration:
        word = reader.texts[0]
        if reader.kinds[0] == "word" and word in keywords.ALL:
            if word not in keywords.TOP:
                raise self._misplaced_or_not(reader)
            return self._keyword_line(word, line, reader)
        if not reader.is_name(0):
            message = f"A line begins with a word, and here {reader.found}."
            raise mistake(reader.here, message, "Comments begin with `#`.")
        if reader.texts[2] == "-" if len(reader.texts) > 2 and reader.is_name(1) else False:
            node = reader.chain()
            self.nothing_below(line)
            return node
        return self._existents_or_unknown(line, reader)

    def _keyword_line(self, word: str, line: Line, reader: LineReader) -> Declaration:
        reader.at = 1
        match word:
            case "action":
                return self.action(line, reader)
            case "rule":
                return self.rule(line, reader)
            case "motive":
                return self.motive(line, reader)
            case "fluent":
                return self.fluent(line, reader)
            case "topic":
                return self.topic(line, reader)
            case "plot":
                return self.plot(line, reader)
            case "settings" | "telling":
                return self.settings(line, reader)
            case "past":
                return self.past(line, reader)
            case "outline":
                return self.outline(line, reader)
            case "define":
                return self._define(line, reader)
            case "matter":
                return self._matter(line, reader)
            case "perceives":
                return self._perceives(line, reader)
            case "fact":
                return self._fact(line, reader)
        node = self._story(line, reader) if word == "story" else reader.use() if word == "use" else reader.type()
        self.nothing_below(line)
        return node

    def _story(self, line: Line, reader: LineReader) -> StoryLine:
        if self.story is not None:
            message = "A file tells one story, and here begins a second."
            first = Span(self.source, self.story.start, self.story.end)
            raise mistake(reader.span(0), message, "Remove one of the two lines, or make two files.",
                          code="duplicate-definition", secondary=(Label(first, "the first is here"),))  # fmt: skip
        self.story = line
        if self.begun:
            message = "The `story` line comes before everything else."
            raise mistake(reader.span(0), message, "Move it to the top of the file.", code="misplaced-line")
        return reader.story()

    def _define(self, line: Line, reader: LineReader) -> DefineLine:
        example = "Write `define free(who: character): not bound(who)`."
        name = reader.name("the name of what is defined", example)
        parameters = reader.parameters()
        reader.colon("what is defined", example)
        return DefineLine(name, parameters, self.condition(line, reader, "what it is worth"), span=self.through(line))

    def _matter(self, line: Line, reader: LineReader) -> MatterLine:
        example = "Write `matter return: at(Ana) = house`."
        name = reader.name("a short name for what can be promised or asked for", example)
        title = reader.string()
        reader.colon(shown(name.text), example)
        body = self.condition(line, reader, "what is then so")
        return MatterLine(name, body, title, word=reader.span(0), span=self.through(line))

    def _perceives(self, line: Line, reader: LineReader) -> PerceivesLine:
        example = "Write `perceives(observer: character, doer: character): at(observer) = at(doer)`."
        parameters = reader.parameters(needed=True)
        if len(parameters) != 2:
            raise mistake(reader.span(0), "`perceives` takes two: who perceives, and who acts.", example)
        reader.colon("who perceives whom", example)
        return PerceivesLine(parameters, self.condition(line, reader), span=self.through(line))

    def _fact(self, line: Line, reader: LineReader) -> FactLine:
        changes, whole = self.several(line, reader, LineReader.changes, "what is so at the start")
        if not whole:
            raise MistakeError
        return FactLine(changes, span=self.through(line))

    # --- lines without a word of their own ---------------------------------------------------------------------------

    def _existents_or_unknown(self, line: Line, reader: LineReader) -> Declaration:
        word = reader.texts[0]
        code = code_below(line)
        sections = bool(code) and code[0].first_word in keywords.SECTIONS
        if reader.texts[1] in ("(", ":"):
            raise self._unknown(reader)
        if (sections or len(reader.texts) == 2) and keywords.did_you_mean(word, keywords.TOP):
            raise self._unknown(reader)
        if len(reader.texts) == 2:
            message = f"One word alone says nothing: {shown(word)}."
            raise mistake(reader.span(0), message, f"Is it a type? Then name one: `{word} NAME`.")
        try:
            return self.existents(line, reader)
        except MistakeError as error:
            if error.diagnostic is not None and keywords.did_you_mean(word, keywords.TOP):
                raise self._unknown(reader) from None
            raise

    def _unknown(self, reader: LineReader) -> MistakeError:
        word = reader.texts[0]
        help = keywords.did_you_mean(word, keywords.TOP)
        if not help and reader.texts[1] == "(":
            help = f"How things stand at the start is said with `fact {word}(...)`."
        if not help:
            help = "A line begins with one of: " + ", ".join(f"`{each}`" for each in keywords.TOP) + ", or with a type."
        return mistake(reader.span(0), f"No line begins with {shown(word)} like this.", help, code="unknown-keyword")

    def _misplaced_or_not(self, reader: LineReader) -> MistakeError:
        if reader.texts[0] == "not":
            message = "How things stand at the start is said with `fact`."
            return mistake(reader.span(0), message, "Write `fact not lit(lantern)`.", code="misplaced-line")
        return self.misplaced(reader)
