"""A tree as text, in the one layout that every file has.

Naive: print the nodes and lose the comments, or move the spaces in the text and keep its quirks. Better: print the
nodes, comment lines and blank lines being nodes too, and put the comments at the ends of lines back behind the thing
that they stood behind; where two of them would meet on one line, the line is broken up. Formatting twice changes
nothing, and reading what was printed gives the same tree. Cost: linear, apart from finding lines by bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from kizuna.diagnostics import Source, Span
from kizuna.language import keywords, phrasing
from kizuna.language.lexer import escape
from kizuna.language.section_layout import Section, sections
from kizuna.language.syntax import (
    AboutLine,
    ActionNode,
    BelievesLine,
    Broken,
    CallTo,
    ChainLine,
    Change,
    Comment,
    CuesLine,
    DefineLine,
    EndingLine,
    Entry,
    ExistentLine,
    Expression,
    FactLine,
    File,
    FluentLine,
    HappenedLine,
    IfChange,
    Joined,
    MatterLine,
    MotiveLine,
    Name,
    NeverLine,
    Node,
    OutlineBlock,
    PastBlock,
    PerceivesLine,
    PlotBlock,
    RuleNode,
    SayLine,
    SettingLine,
    SettingsBlock,
    StoryLine,
    TextLine,
    TopicLine,
    TypeLine,
    Use,
    UtilityLine,
    Wants,
    WaypointLine,
)

WIDTH = 100
"""Lines of several conditions or changes that would be longer are broken up."""

_STEP = "    "
_ABOUT_WORDS = keywords.SECTIONS | {"wants", "fears", "believes"}
# Words that are no reserved ones, but would be read as something else in a line about somebody.
_PLAIN_IN_WORDS = frozenset(["is", "if", "then", "else", "every", "some"])


def format_file(file: File, source: Source) -> str:
    """The text of a tree; ``source`` is the text that it was read from."""
    return _Printer(file, source).text()


class _Printer:
    def __init__(self, file: File, source: Source) -> None:
        self.file = file
        self.source = source
        self.out: list[str] = []
        self.numbers = [number for number, _ in file.trailing]
        self.printed: set[int] = set()
        self.endings = [text for _, text in file.trailing]

    def text(self) -> str:
        self._all(self.file.declarations, "")
        return "".join(f"{line.rstrip()}\n" for line in self.out)

    def _all(self, nodes: Iterable[Node], indent: str) -> None:
        for node in nodes:
            self._node(node, indent)

    # --- comments at the ends of lines -------------------------------------------------------------------------------

    def _lines(self, *spans: Span) -> tuple[int, int]:
        """The first and last line of what several spans cover."""
        if not self.numbers:
            return 0, 0
        first = self.source.line_and_column(min(span.start for span in spans))[0]
        return first, self.source.line_and_column(max(span.end for span in spans))[0]

    def _endings(self, node: Node, units: list[tuple[Span, ...]]) -> list[str]:
        """For each unit that a node is printed from, the comments that belong at its end.

        A comment belongs to the last unit that has words on its line; where none has, to the next.
        """
        said = [""] * len(units)
        first, last = self._lines(node.span)
        low, high = bisect_left(self.numbers, first), bisect_right(self.numbers, last)
        if low == high:
            return said
        ranges = [self._lines(*spans) if spans else (0, -1) for spans in units]
        for number, text in zip(self.numbers[low:high], self.endings[low:high], strict=True):
            if number in self.printed:
                continue
            self.printed.add(number)
            within = [index for index, (begin, end) in enumerate(ranges) if begin <= number <= end]
            behind = [(begin, index) for index, (begin, _) in enumerate(ranges) if begin > number]
            after = min(behind)[1] if behind else len(units) - 1
            chosen = max(within, key=lambda index: (ranges[index][0], index)) if within else after
            said[chosen] = f"{said[chosen]} {text}".strip()
        return said

    def _put(self, indent: str, text: str, ending: str = "") -> None:
        self.out.append(f"{indent}{text}  {ending}" if ending else indent + text)

    def _whole(self, node: Node, indent: str, text: str) -> None:
        """A node that is printed on one line."""
        self._put(indent, text, self._endings(node, [(node.span,)])[0])

    # --- conditions and changes, on one line or below it -------------------------------------------------------------

    def _conditioned(self, node: Node, indent: str, head: str, heading: Span, body: Expression) -> None:
        """A head and one condition; a long one is broken up at its ``and``."""
        line = f"{head} {phrasing.expression(body)}"
        spans: tuple[Expression, ...] = (body,)
        parts = [phrasing.expression(body)]
        if isinstance(body, Joined) and body.operator == "and":
            spans, parts = body.parts, phrasing.joined_parts(body)
        endings = self._endings(node, [(heading,), *((part.span,) for part in spans)])
        too_long = len(indent) + len(line) > WIDTH and len(parts) > 1
        if not (too_long or any(endings[1:-1]) or (endings[0] and endings[-1])):
            self._put(indent, line, endings[0] or endings[-1])
            return
        self._put(indent, head, endings[0])
        for part, ending in zip(parts, endings[1:], strict=True):
            self._put(indent + _STEP, part, ending)

    # --- declarations ------------------------------------------------------------------------------------------------

    def _node(self, node: Node, indent: str) -> None:
        match node:
            case Comment(text=text):
                self._put(indent if text else "", text)
            case Broken(text=text):
                self._put(indent, text)
            case StoryLine(name=name, title=title):
                said = f"story {phrasing.name(name)}"
                self._whole(node, indent, said if title is None else f"{said} {escape(title)}")
            case Use(modules=modules):
                said = ", ".join(phrasing.name(each) if isinstance(each, Name) else escape(each) for each in modules)
                self._whole(node, indent, f"use {said}")
            case TypeLine(name=name, parents=parents):
                above = f": {', '.join(map(phrasing.name, parents))}" if parents else ""
                self._whole(node, indent, f"type {phrasing.name(name)}{above}")
            case ChainLine(fluent=fluent, links=links):
                self._whole(node, indent, f"{_first(fluent)} {' - '.join(map(phrasing.name, links))}")
            case ExistentLine():
                self._existents(node, indent)
            case FluentLine():
                self._fluent(node, indent)
            case TopicLine():
                self._topic(node, indent)
            case ActionNode() | RuleNode() | MotiveLine():
                self._sectioned(node, indent)
            case PlotBlock(items=items) | PastBlock(items=items) | OutlineBlock(items=items):
                word = {PlotBlock: "plot", PastBlock: "past"}.get(type(node), "outline")
                self._block(node, indent, word, items)
            case SettingsBlock(keyword=keyword, items=settings):
                self._block(node, indent, keyword, settings)
            case CallTo():
                self._whole(node, indent, phrasing.call(node))
            case HappenedLine(event=event, block=block):
                self._whole(event, indent, phrasing.call(event))
                self._all(block, indent + _STEP)
            case SayLine(text=text):
                self._whole(node, indent, f"say {escape(text)}")
            case CuesLine(cues=cues):
                self._whole(node, indent, f"cues {phrasing.cues(cues)}")
            case SettingLine(words=words):
                self._whole(node, indent, " ".join(words))
            case TextLine(text=text):
                self._whole(node, indent, text)
            case _:
                self._with_body(node, indent)

    def _with_body(self, node: Node, indent: str) -> None:
        """Lines that are a head and a condition, or a head and changes."""
        start = Span(node.span.source, node.span.start, node.span.start)
        match node:
            case DefineLine(name=name, parameters=parameters, body=body):
                head = f"define {phrasing.name(name)}{phrasing.parameters(parameters)}:"
                self._conditioned(node, indent, head, start, body)
            case MatterLine(name=name, body=body, title=title):
                said = "" if title is None else f" {escape(title)}"
                self._conditioned(node, indent, f"matter {phrasing.name(name)}{said}:", start, body)
            case PerceivesLine(parameters=parameters, body=body):
                self._conditioned(node, indent, f"perceives{phrasing.parameters(parameters)}:", start, body)
            case EndingLine(name=name, condition=body):
                self._conditioned(node, indent, f"ending {phrasing.name(name)}:", start, body)
            case WaypointLine(keyword=keyword, step=body):
                self._conditioned(node, indent, keyword, start, body)
            case NeverLine(condition=body):
                self._conditioned(node, indent, "never", start, body)
            case UtilityLine(score=body):
                self._conditioned(node, indent, "utility", start, body)
            case Wants(name=name, weight=weight, score=body, fears=fears):
                head = f"{'fears' if fears else 'wants'} {phrasing.name(name)}"
                if weight is not None:
                    bare = isinstance(weight, Name)
                    head += (
                        f" ({phrasing.expression(weight)})" if bare else f" {phrasing.expression(weight, phrasing.SUM)}"
                    )
                self._conditioned(node, indent, head + ":", start, body)
            case BelievesLine(changes=changes) | FactLine(changes=changes):
                endings = self._endings(node, [(start,), *((each.span,) for each in changes)])
                head = "fact" if isinstance(node, FactLine) else "believes"
                self._changes(indent, head, changes, endings)
            case AboutLine(words=words, negated=negated):
                self._whole(node, indent, ("not " if negated else "") + _words(words, first=True))
            case _:
                raise TypeError(f"not a line of a story: {type(node).__name__}")

    def _changes(
        self,
        indent: str,
        head: str,
        changes: tuple[Change, ...],
        endings: list[str],
        broken: bool = False,
        pad: str = " ",
    ) -> None:
        line = f"{head}{pad}{phrasing.listed(changes)}"
        conditional = len(changes) > 1 and any(isinstance(each, IfChange) for each in changes)
        too_long = len(indent) + len(line) > WIDTH and len(changes) > 1
        if not (broken or too_long or conditional or any(endings[1:-1]) or (endings[0] and endings[-1])):
            self._put(indent, line, endings[0] or endings[-1])
            return
        self._put(indent, head, endings[0])
        for each, ending in zip(changes, endings[1:], strict=True):
            self._put(indent + _STEP, phrasing.change(each), ending)

    def _block(self, node: Node, indent: str, word: str, items: Iterable[Node]) -> None:
        start = Span(node.span.source, node.span.start, node.span.start)
        self._whole(Comment(word, span=start), indent, word)
        self._all(items, indent + _STEP)

    def _existents(self, node: ExistentLine, indent: str) -> None:
        types = " & ".join([_first(node.types[0]), *map(phrasing.name, node.types[1:])])
        entries = ", ".join(map(_entry, node.entries))
        heading = Span(node.span.source, node.span.start, node.entries[-1].span.end)
        self._whole(Comment("", span=heading), indent, f"{types} {entries}")
        self._all(node.block, indent + _STEP)

    def _fluent(self, node: FluentLine, indent: str) -> None:
        said = f"fluent {phrasing.name(node.name)}{phrasing.parameters(node.parameters)}"
        if node.type is not None:
            said += f": {phrasing.name(node.type)}"
        elif node.low is not None and node.high is not None:
            low = phrasing.expression(node.low, phrasing.ATOM if isinstance(node.low, Name) else phrasing.SUM)
            said += f": {low}..{phrasing.expression(node.high, phrasing.SUM)}"
        if node.default is not None:
            said += f" = {phrasing.worth(node.default)}"
        self._with_phrase(node, indent, said + (" symmetric" if node.symmetric else ""))

    def _topic(self, node: TopicLine, indent: str) -> None:
        head = f"topic {phrasing.name(node.name)}{phrasing.parameters(node.parameters)}:"
        self._with_phrase(node, indent, f"{head} {phrasing.change(node.content)}")

    def _with_phrase(self, node: FluentLine | TopicLine, indent: str, said: str) -> None:
        start = Span(node.span.source, node.span.start, node.span.start)
        endings = self._endings(node, [(start, node.name.span), (node.say_span,) if node.say_span else ()])
        if node.say is None:
            self._put(indent, said, " ".join(filter(None, endings)))
            return
        self._put(indent, said, endings[0])
        self._put(indent + _STEP, f"say {escape(node.say)}", endings[1])

    # --- actions, rules, motives -------------------------------------------------------------------------------------

    def _sectioned(self, node: ActionNode | RuleNode | MotiveLine, indent: str) -> None:
        found = sections(node)
        keyword = {ActionNode: "action", RuleNode: "rule"}.get(type(node), "motive")
        heading = (
            Span(node.span.source, node.span.start, node.name.span.end),
            *(each.span for each in node.parameters),
        )
        units: list[tuple[Span, ...]] = [heading]
        for section in found:
            units += section.places
        endings = self._endings(node, units)
        self._put(indent, f"{keyword} {phrasing.name(node.name)}{phrasing.parameters(node.parameters)}", endings[0])
        written, width = 0, 8 if isinstance(node, MotiveLine) else 6
        for section in found:
            upto = written + len(section.parts)
            before = [comment for index, comment in node.comments if index == written]
            between = [(index - written, comment) for index, comment in node.comments if written < index < upto]
            self._all(before, indent + _STEP)
            self._section(section, indent + _STEP, width, ["", *endings[written + 1 : upto + 1]], between)
            written = upto
        self._all((comment for index, comment in node.comments if index >= written), indent + _STEP)

    def _section(
        self, section: Section, indent: str, width: int, endings: list[str], between: list[tuple[int, Comment]]
    ) -> None:
        line = (
            f"{f'{section.word} '.ljust(width)}{section.joined}"
            if section.word != "also seen"
            else f"also seen {section.joined}"
        )
        too_long = len(indent) + len(line) > WIDTH and section.breakable
        if not (section.broken or too_long or between or any(endings[1:-1])):
            self._put(indent, line, endings[-1])
            return
        self._put(indent, section.head)
        parts = section.below
        for place, part in enumerate(parts):
            self._all((comment for index, comment in between if index == place), indent + _STEP)
            self._put(indent + _STEP, part, endings[place + 1] if len(parts) == len(section.parts) else "")
        if len(parts) != len(section.parts):
            self.out[-1] += f"  {endings[-1]}" if endings[-1] else ""


def _first(node: Name) -> str:
    """A name that begins a line, where the words that begin lines mean something else."""
    return phrasing.name(node, keywords.ALL)


def _entry(node: Entry) -> str:
    said = phrasing.name(node.name)
    if node.title is not None:
        said += f" {escape(node.title)}"
    if node.pronoun is not None:
        said += f" ({'/'.join(phrasing.name(Name(each, span=node.span)) for each in node.pronoun.split('/'))})"
    return f"{said} {' and '.join(map(_words, node.facts))}" if node.facts else said


def _words(words: tuple[Expression, ...], first: bool = False) -> str:
    """The words of a line about somebody."""
    return " ".join(_word(each, first and place == 0) for place, each in enumerate(words))


def _word(node: Expression, first: bool) -> str:
    if not isinstance(node, Name):
        return phrasing.expression(node)
    if node.text in _PLAIN_IN_WORDS and not (first and node.text in _ABOUT_WORDS):
        return node.text
    return phrasing.name(node, _ABOUT_WORDS if first else frozenset())
