"""Actions, rules, motive templates: a heading and sections below it.

Naive: a list of sections in whatever order they come. Better: sections may come in any order and ``when`` and ``then``
as often as one likes, but the node has each once, in the canonical order; so two texts that say the same make equal
trees. A comment keeps its place by counting the parts before it. Cost: linear, and n log n for n comments.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from kizuna.diagnostics import Label, Span
from kizuna.language import keywords
from kizuna.language.expressions import together
from kizuna.language.layout import Line
from kizuna.language.lines import LineReader
from kizuna.language.mistakes import MistakeError, mistake, shown
from kizuna.language.reporting import Reporting, code_below, comments_within
from kizuna.language.syntax import (
    ActionNode,
    CallTo,
    Change,
    Comment,
    Expression,
    FluentLine,
    MotiveLine,
    Name,
    ParameterNode,
    Permits,
    RuleNode,
    SeenBy,
    TopicLine,
)

_ORDER = {
    word: place
    for place, word in enumerate(
        ("say", "by", "with", "tells", "answers", "due", "when", "then", "weight", "score", "seen", "cues")
    )
}
_ONCE = ("say", "by", "tells", "answers", "seen", "weight", "score", "cues")


@dataclass(slots=True)
class _Sections:
    say: str | None = None
    by: tuple[Expression, ...] = ()
    permits: list[Permits] = field(default_factory=list)
    tells: Expression | None = None
    answers: Expression | None = None
    due: list[Expression] = field(default_factory=list)
    when: list[Expression] = field(default_factory=list)
    then: list[Change] = field(default_factory=list)
    seen: SeenBy | None = None
    weight: Expression | None = None
    score: Expression | None = None
    cues: tuple[CallTo, ...] = ()
    # Where each section first began, and the parts of each: where they start.
    begun: dict[str, Span] = field(default_factory=dict)
    parts: dict[str, list[int]] = field(default_factory=dict)
    whole: bool = True


class SectionReader(Reporting):
    """Reads headings with sections."""

    def action(self, line: Line, reader: LineReader) -> ActionNode:
        """``action NAME(...)`` and its sections."""
        name, parameters, found = self._headed("action", line, reader, keywords.ACTION)
        return ActionNode(
            name, parameters, found.by, tuple(found.when), tuple(found.then), found.seen, found.say, found.tells,
            tuple(found.permits), found.answers, tuple(found.due), found.cues,
            self._comments(line, found), self._said(found), not found.whole, span=self.through(line),
        )  # fmt: skip

    def rule(self, line: Line, reader: LineReader) -> RuleNode:
        """``rule NAME(...)`` with ``when`` and ``then``."""
        name, parameters, found = self._headed("rule", line, reader, keywords.RULE)
        if "then" not in found.begun and found.whole:
            message = f"The rule {shown(name.text)} does not say what follows."
            raise mistake(name.span, message, "Indent `then ...` below it.", code="empty-block")
        return RuleNode(
            name, parameters, tuple(found.when), tuple(found.then), found.say,
            self._comments(line, found), self._said(found), not found.whole, span=self.through(line),
        )  # fmt: skip

    def motive(self, line: Line, reader: LineReader) -> MotiveLine:
        """``motive NAME(...)`` with ``when``, ``weight`` and ``score``."""
        name, parameters, found = self._headed("motive", line, reader, keywords.MOTIVE)
        if found.score is None:
            if not found.whole:
                raise MistakeError()
            message = f"The motive {shown(name.text)} does not say what is wanted."
            raise mistake(name.span, message, "Indent `score ...` below it.", code="empty-block")
        comments = self._comments(line, found)
        return MotiveLine(name, parameters, found.weight, found.score, tuple(found.when), comments, not found.whole,
                          span=self.through(line))  # fmt: skip

    def fluent(self, line: Line, reader: LineReader) -> FluentLine:
        """``fluent NAME(...)`` with an optional ``say``."""
        node = reader.fluent()
        found = self._sections("fluent", line, keywords.FLUENT)
        return FluentLine(
            node.name, node.parameters, node.type, node.low, node.high, node.default, node.symmetric, found.say,
            self._said(found), span=self.through(line),
        )  # fmt: skip

    def topic(self, line: Line, reader: LineReader) -> TopicLine:
        """``topic NAME(...): CONTENT`` with an optional ``say``."""
        name, parameters, content = reader.topic()
        found = self._sections("topic", line, keywords.TOPIC)
        return TopicLine(name, parameters, content, found.say, self._said(found), span=self.through(line))

    def _headed(
        self, what: str, line: Line, reader: LineReader, known: tuple[str, ...]
    ) -> tuple[Name, tuple[ParameterNode, ...], _Sections]:
        name, parameters = reader.head(what)
        reader.done(f"What belongs to the {what} stands indented below this line.")
        if not code_below(line):
            message = f"The {what} {shown(name.text)} says nothing."
            help = f"Indent its sections below it: {', '.join(f'`{each}`' for each in known if each != 'also')}."
            raise mistake(name.span, message, help, code="empty-block")
        return name, parameters, self._sections(what, line, known)

    # --- one section -------------------------------------------------------------------------------------------------

    def _sections(self, what: str, line: Line, known: tuple[str, ...]) -> _Sections:
        found = _Sections()
        for below in code_below(line):
            read = self.attempt(below, partial(self._section, what, below, known, found))
            found.whole = found.whole and read is not None
        return found

    def _section(self, what: str, line: Line, known: tuple[str, ...], found: _Sections, reader: LineReader) -> bool:
        word = reader.texts[0]
        if word not in known:
            raise self._no_section(what, reader, known)
        reader.at = 1
        also = word == "also"
        if also and not reader.take("seen"):
            raise mistake(
                reader.here, f"`seen` is missing after `also`: {reader.found}.", "Write `also seen by x: ...`."
            )
        word = "seen" if also else word
        if word in _ONCE and word in found.begun:
            message = f"{shown(word)} stands here for a second time."
            before = (Label(found.begun[word], "the first is here"),)
            raise mistake(reader.span(0), message, "Make one of them.", code="repeated-section", secondary=before)
        found.begun.setdefault(word, reader.span(0))
        starts = found.parts.setdefault(word, [])
        if word in ("when", "due"):
            conditions, whole = self.several(line, reader, LineReader.conditions, "a condition")
            kept = found.when if word == "when" else found.due
            kept += conditions
            starts += [each.span.start for each in conditions]
        elif word == "then":
            changes, whole = self.several(line, reader, LineReader.changes, "a change")
            found.then += changes
            starts += [each.span.start for each in changes]
        else:
            starts.append(line.start)
            whole = self._single(word, also, line, reader, found)
        if not whole:
            found.whole = False
        return True

    def _single(self, word: str, also: bool, line: Line, reader: LineReader, found: _Sections) -> bool:
        """A section that stands once; whether all of it could be read."""
        whole = True

        def condition() -> Expression:
            nonlocal whole
            parts, whole = self.several(line, reader, LineReader.conditions, "a condition")
            if not parts:
                raise MistakeError()
            return together(parts)

        if word == "seen":
            found.seen = reader.seen(also, condition)
            reader.done("Write `seen by everyone`, `seen by nobody`, or `seen by x: CONDITION`.")
        elif word in ("weight", "score", "tells", "answers"):
            setattr(found, word, condition())
        elif word == "with":
            who = self._named(reader, "Write `with whom`, or `with whom: awake(whom)`.")
            asked = condition() if reader.take(":") else None
            found.permits.append(Permits(who, asked, span=self.through(line)))
            reader.done("One `with` stands on each line: `with whom`, or `with whom: awake(whom)`.")
        elif word == "say":
            place = reader.here
            found.say = reader.string()
            if found.say is None:
                raise mistake(place, f"The phrase is missing: {reader.found}.", 'Write `say "{who} [light] {what}"`.')
            found.begun["say"] = place
            reader.done("The phrase stands in one pair of quotes.")
        elif word == "cues":
            found.cues = self.cues(reader)
        else:
            found.by = self._doers(reader)
        alone = word in ("say", "by", "cues") or (word == "with" and found.permits[-1].condition is None)
        if alone or (found.seen and word == "seen" and found.seen.condition is None):
            self.nothing_below(line)
        return whole

    def cues(self, reader: LineReader) -> tuple[CallTo, ...]:
        """``hair_on_hands(who, whom), night``: sensations, each perhaps of somebody or something."""
        example = "Write `cues hair_on_hands(who, whom)`."
        found: list[CallTo] = []
        while not found or reader.take(","):
            name = reader.name("a sensation", example)
            found.append(reader.call(name) if reader.texts[reader.at] == "(" else CallTo(name, (), span=name.span))
        reader.done(example)
        return tuple(found)

    def _doers(self, reader: LineReader) -> tuple[Expression, ...]:
        example = "Write `by who`, or `by who, whom`; without `by` nobody has to will it."
        doers: list[Expression] = []
        while not doers or reader.take(","):
            if reader.texts[reader.at] in ("nobody", "everyone"):
                raise mistake(reader.here, f"`by {reader.texts[reader.at]}` names no character.", example)
            doers.append(self._named(reader, example))
        reader.done(example)
        return tuple(doers)

    def _named(self, reader: LineReader, example: str) -> Expression:
        name = reader.name("a name", example)
        return reader.call(name) if reader.texts[reader.at] == "(" else name

    def _no_section(self, what: str, reader: LineReader, known: tuple[str, ...]) -> MistakeError:
        word = reader.texts[0]
        a = "an" if what[0] in "aeiou" else "a"
        listed = ", ".join(f"`{each}`" for each in known if each != "also")
        if word in keywords.OWNERS and reader.kinds[0] == "word":
            message = f"`{word}` belongs to {keywords.OWNERS[word]}, not to {a} {what}."
            return mistake(reader.span(0), message, f"In {a} {what} stand: {listed}.", code="misplaced-line")
        help = keywords.did_you_mean(word, known) or f"In {a} {what} stand: {listed}."
        message = f"No line of {a} {what} begins with {shown(word)}."
        return mistake(reader.span(0), message, help, code="unknown-keyword")

    def _said(self, found: _Sections) -> Span | None:
        return found.begun["say"] if found.say is not None else None

    # --- comments ----------------------------------------------------------------------------------------------------

    def _comments(self, line: Line, found: _Sections) -> tuple[tuple[int, Comment], ...]:
        """The comments inside, each with the number of parts that stand before it in the canonical order."""
        inside = [each for below in line.below for each in _kept(below)]
        if not inside:
            return ()
        parts: list[int] = []
        beginnings: set[int] = set()
        for section in sorted(found.parts, key=_ORDER.__getitem__):
            beginnings.add(len(parts))
            parts += found.parts[section]
        ordered = sorted((start, index) for index, start in enumerate(parts))
        placed: list[tuple[int, Line]] = []
        following = 0
        for each in sorted(inside, key=lambda comment: comment.start):
            while following < len(ordered) and ordered[following][0] < each.start:
                following += 1
            index = ordered[following][1] if following < len(ordered) else len(parts)
            if each.kind == "comment" or index in beginnings:
                placed.append((index, each))
        placed.sort(key=lambda pair: pair[0])
        return self._tidied(placed, len(parts))

    def _tidied(self, placed: list[tuple[int, Line]], total: int) -> tuple[tuple[int, Comment], ...]:
        """Without blank lines at the beginning, at the end, or beside each other."""
        kept: list[tuple[int, Line]] = []
        for index, each in placed:
            if each.kind == "blank" and not kept:
                continue
            if each.kind == "blank" and kept and kept[-1][1].kind == "blank" and kept[-1][0] == index:
                continue
            kept.append((index, each))
        while kept and kept[-1][1].kind == "blank" and kept[-1][0] == total:
            kept.pop()
        return tuple((index, self.comment(each)) for index, each in kept)


def _kept(line: Line) -> list[Line]:
    return [line] if line.kind in ("comment", "blank") else list(comments_within(line))
