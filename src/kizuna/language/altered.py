"""A world in which something is otherwise: a fact, a belief, a bond, what a motive weighs, what the plot asks for.

A change is one line in the author's own words. The naive way edits the text. Here the changes are one more file that
uses the world's own and so may say anew what is said there; whatever they do not speak of keeps its place, and with it
every tie that the engine breaks by order. What is wrong with a change is shown where its author wrote it, not in that
file. Cost: the world is written and read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kizuna.diagnostics import Diagnostic, Label, Outcome, Source, Span, conclude, diagnose
from kizuna.language.elaborate import elaborate
from kizuna.language.mistakes import close_word
from kizuna.language.modules import Gathered, no_modules
from kizuna.language.parser import parse
from kizuna.language.wording import first_name, name
from kizuna.language.writing import Written, written
from kizuna.model.formulas import Formula
from kizuna.model.world import EventPattern, Motive, World

_ABOUT = re.compile(r"(?:`([^`]+)`|([^\W\d][\w'.]*))\s+([^\s(=+-].*)")
_SPACE = re.compile(r"\s")
_STEPS = ("never", "then", "first")


@dataclass(frozen=True, slots=True)
class Line:
    """A change as its author wrote it, or part of one: ``before`` and ``after`` are the words that make it a change."""

    span: Span
    before: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The change in one line; every letter of the author's is where it was."""
        return self.before + _SPACE.sub(" ", self.span.text) + self.after

    def place(self, start: int, end: int) -> Span:
        """Where that stretch of the text was written; of what the author did not write, the nearest end."""
        first, last = (
            min(max(self.span.start + at - len(self.before), self.span.start), self.span.end) for at in (start, end)
        )
        return Span(self.span.source, first, last)


def line_of(said: str, name: str, before: str = "", after: str = "") -> Line:
    """What an author said in a place called ``name`` (an option of a command), as part of a change."""
    start = len(said) - len(said.lstrip())
    return Line(Span(Source(name, said), start, max(start, len(said.rstrip()))), before, after)


@dataclass(frozen=True, slots=True)
class Altered:
    """A world with changes made; ``forbidden`` are events that the author does not let happen in it."""

    world: World
    forbidden: tuple[EventPattern, ...] = ()


def altered(world: World, changes: Sequence[str | Line], text: Written | None = None) -> Outcome[Altered]:
    """``world`` with ``changes`` made; diagnostics point into them.

    A change is a fact or a belief (``at(Tom) = yard``, ``Ana believes at(Tom) = yard``), a line about somebody (``Ana
    loves Tom 2``), what a motive of theirs weighs (``Ana wants gold 2``), a step that the plot asks for first or last
    (``first give(Ana, _)``, ``then ...``), or what must never be: a condition, or an event. ``text`` is the world
    written out, if that was done.
    """
    sheet = _Sheet(world, text)
    for change in changes:
        sheet.take_in(line_of(change, "CHANGE") if isinstance(change, str) else change)
    if sheet.found:
        return conclude(None, sheet.found)
    return sheet.read() if changes else conclude(Altered(world), [])


def event_of(world: World, said: str | Span, text: Written | None = None) -> Outcome[EventPattern]:
    """The event that a text names, ``walk(Ana, well)``, in which ``_`` is anything; ``text`` as for `altered`."""
    line = line_of(said, "EVENT", "then ") if isinstance(said, str) else Line(said, "then ")
    read = altered(world, [line], text)
    if read.value is None:
        return conclude(None, read.diagnostics)
    step = read.value.world.plot.waypoints[-1]
    if isinstance(step, EventPattern):
        return conclude(step, read.diagnostics)
    hint = "Name an action with its arguments, such as `walk(Ana, well)`."
    return conclude(
        None, [diagnose("unknown-name", f"`{line.span.text}` is a condition, not an event.", line.span, help=hint)]
    )


class _Row(NamedTuple):
    """A row of the file of changes, which says a change word for word: its letter ``column`` is the change's ``at``.

    Where it says the change in other words, ``at`` is None.
    """

    text: str
    line: Line
    column: int = 0
    at: int | None = None

    def place(self, start: int, end: int) -> Span:
        """Where the author wrote a stretch of the row."""
        if self.at is None:
            return self.line.span
        shift = self.at - self.column
        return self.line.place(start + shift, end + shift)


@dataclass
class _Sheet:
    """The changes as a file of the language."""

    world: World
    text: Written | None = None
    lines: list[_Row] = field(default_factory=list)
    about: dict[str, list[_Row]] = field(default_factory=dict)
    steps: list[tuple[str, _Row]] = field(default_factory=list)
    reweighed: list[tuple[str, str]] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take_in(self, change: Line) -> None:
        """Take in one change."""
        text = change.text
        keyword, _, rest = text.partition(" ")
        about = _ABOUT.fullmatch(text)
        people = {existent.name: existent for existent in self.world.existents}
        if keyword in _STEPS:
            self.steps.append((keyword, _Row(f"    first {rest}", change, 10, len(keyword) + 1)))
        elif about is not None and (about[1] or about[2]) in people and not about[3].startswith("believes "):
            self._about(about[1] or about[2], change, about.start(3))
        else:
            self.lines.append(_Row(f"fact {text}", change, 5, 0))

    def _about(self, who: str, change: Line, at: int) -> None:
        said = change.text[at:]
        verb, _, rest = said.partition(" ")
        row = _Row(f"    {said}", change, 4, at)
        if verb in ("wants", "fears") and ":" not in rest:
            motive = self._motive(who, rest.strip(), change.place(at + len(verb) + 1, at + len(said)))
            if motive is None:
                return
            self.reweighed.append((who, motive.name))
            weight = rest.strip()[len(motive.name) :].strip()
            row = _Row(f"    wants `{motive.name}` {weight or 1}: yes", change)
        self.about.setdefault(who, []).append(row)

    def _motive(self, who: str, text: str, span: Span) -> Motive | None:
        """The motive that a text begins with; noted where there is none."""
        mine = [motive for motive in self.world.motives if motive.character == who]
        named = [m for m in mine if text == m.name or text.startswith(f"{m.name} ")]
        if named:
            return max(named, key=lambda motive: len(motive.name))
        close = close_word(text.partition(" ")[0], [motive.name for motive in mine])
        known = ", ".join(motive.name for motive in mine) or "none"
        help = f"Did you mean `{close}`?" if close else f"There are: {known}."
        self.found.append(diagnose("unknown-name", f"{who} has no motive called `{text}`.", span, help=help))
        return None

    def rows(self) -> list[_Row]:
        """The file, row by row; a heading stands for the first change below it."""
        kinds = {existent.name: existent.types[0] for existent in self.world.existents}
        rows = [*self.lines]
        for who, lines in self.about.items():
            rows += [_Row(f"{first_name(kinds[who])} {name(who)}", lines[0].line), *lines]
        if self.steps:
            rows += [_Row("plot", self.steps[0][1].line), *(row for _, row in self.steps)]
        return rows

    def read(self) -> Outcome[Altered]:
        """The world with the changes made."""
        rows = self.rows()
        old, known = self.text or written(self.world)
        addition = Source("the change", "".join(f"{row.text}\n" for row in rows))
        file, found = parse(addition)
        if any(each.is_error for each in found):
            return conclude(None, [_as_written(each, addition, rows) for each in found])
        uses = {**known.uses, addition: {old}}
        made, more = elaborate(Gathered(no_modules, [*known.files, file], uses=uses))
        mine = [each for each in more if each.primary is not None and each.primary.span.source == addition]
        others = [each for each in more if each.is_error and each not in mine]
        shown = (_as_written(each, addition, rows) for each in (*found, *mine, *others))
        return conclude(self._in_order(made), shown)

    def _in_order(self, made: World) -> Altered:
        """What was made, everything at the place that it had, and the steps where they belong."""
        places = {each.name: place for place, each in enumerate(self.world.existents)}
        existents = sorted(made.existents, key=lambda each: places.get(each.name, len(places)))
        plot, number = made.plot, len(self.world.plot.waypoints)
        new = list(zip([keyword for keyword, _ in self.steps], plot.waypoints[number:], strict=False))
        nevers = [step for keyword, step in new if keyword == "never"]
        waypoints = [step for keyword, step in new if keyword == "first"]
        waypoints += [*plot.waypoints[:number], *(step for keyword, step in new if keyword == "then")]
        conditions: list[Formula] = [step for step in nevers if not isinstance(step, EventPattern)]
        world = replace(
            made,
            name=self.world.name,
            title=self.world.title,
            existents=tuple(existents),
            motives=self._motives(made),
            plot=replace(plot, waypoints=tuple(waypoints), never=(*plot.never, *conditions)),
        )
        return Altered(world, tuple(step for step in nevers if isinstance(step, EventPattern)))

    def _motives(self, made: World) -> tuple[Motive, ...]:
        new = {(motive.character, motive.name): motive for motive in made.motives}
        kept = []
        for old in self.world.motives:
            key = (old.character, old.name)
            motive = new.pop(key, old)
            kept.append(replace(old, weight=motive.weight) if key in self.reweighed else motive)
        return (*kept, *new.values())


def _as_written(diagnostic: Diagnostic, addition: Source, rows: Sequence[_Row]) -> Diagnostic:
    """What is wrong with the file of changes, at the places where their authors wrote it."""

    def placed(label: Label) -> Label:
        span = label.span
        if span.source != addition:
            return label
        number, column = addition.line_and_column(span.start)
        row = rows[min(number, len(rows)) - 1]
        return replace(label, span=row.place(column - 1, column - 1 + span.end - span.start))

    primary = None if diagnostic.primary is None else placed(diagnostic.primary)
    secondary = map(placed, diagnostic.secondary)
    written = tuple(label for label in secondary if label.span.start < label.span.end)  # not our own words
    return replace(diagnostic, primary=primary, secondary=written)
