"""A world in which something is otherwise: a fact, a belief, a bond, what a motive weighs, what the plot asks for.

A change is one line in the author's own words. The naive way edits the text. Here the changes are one more file that
uses the world's own and so may say anew what is said there; whatever they do not speak of keeps its place, and with it
every tie that the engine breaks by order. Cost: the world is written and read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.language.elaborate import elaborate
from kizuna.language.mistakes import close_word
from kizuna.language.modules import Gathered, gather, no_modules
from kizuna.language.parser import parse
from kizuna.language.wording import first_name, name
from kizuna.language.writing import write
from kizuna.model.formulas import Formula
from kizuna.model.world import EventPattern, Motive, World

_ABOUT = re.compile(r"(?:`([^`]+)`|([^\W\d][\w'.]*))\s+([^\s(=+-].*)")
_STEPS = ("never", "then", "first")


@dataclass(frozen=True, slots=True)
class Altered:
    """A world with changes made; ``forbidden`` are events that the author does not let happen in it."""

    world: World
    forbidden: tuple[EventPattern, ...] = ()


def altered(world: World, changes: Sequence[str]) -> Outcome[Altered]:
    """``world`` with ``changes`` made; diagnostics point into them.

    A change is a fact or a belief (``at(Tom) = yard``, ``Ana believes at(Tom) = yard``), a line about somebody (``Ana
    loves Tom 2``), what a motive of theirs weighs (``Ana wants gold 2``), a step that the plot asks for first or last
    (``first give(Ana, _)``, ``then ...``), or what must never be: a condition, or an event.
    """
    sheet = _Sheet(world)
    for change in changes:
        sheet.take_in(" ".join(change.split()))
    if sheet.found:
        return conclude(None, sheet.found)
    return sheet.read() if changes else conclude(Altered(world), [])


def event_of(world: World, text: str) -> Outcome[EventPattern]:
    """The event that a text names, ``walk(Ana, well)``, in which ``_`` is anything."""
    read = altered(world, [f"then {text}"])
    if read.value is None:
        return conclude(None, read.diagnostics)
    step = read.value.world.plot.waypoints[-1]
    if isinstance(step, EventPattern):
        return conclude(step, read.diagnostics)
    hint = "Name an action with its arguments, such as `walk(Ana, well)`."
    return conclude(None, [diagnose("unknown-name", f"`{text}` is a condition, not an event.", help=hint)])


@dataclass
class _Sheet:
    """The changes as a file of the language."""

    world: World
    lines: list[str] = field(default_factory=list)
    about: dict[str, list[str]] = field(default_factory=dict)
    steps: list[tuple[str, str]] = field(default_factory=list)
    reweighed: list[tuple[str, str]] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take_in(self, change: str) -> None:
        """Take in one change."""
        keyword, _, rest = change.partition(" ")
        about = _ABOUT.fullmatch(change)
        people = {existent.name: existent for existent in self.world.existents}
        if keyword in _STEPS:
            self.steps.append((keyword, rest))
        elif about is not None and (about[1] or about[2]) in people and not about[3].startswith("believes "):
            self._about(about[1] or about[2], about[3])
        else:
            self.lines.append(f"fact {change}")

    def _about(self, who: str, line: str) -> None:
        verb, _, rest = line.partition(" ")
        if verb in ("wants", "fears") and ":" not in rest:
            motive = self._motive(who, rest)
            if motive is None:
                return
            self.reweighed.append((who, motive.name))
            line = f"wants `{motive.name}` {rest[len(motive.name) :].strip() or 1}: yes"
        self.about.setdefault(who, []).append(f"    {line}")

    def _motive(self, who: str, text: str) -> Motive | None:
        """The motive that a text begins with; noted where there is none."""
        mine = [motive for motive in self.world.motives if motive.character == who]
        named = [m for m in mine if text == m.name or text.startswith(f"{m.name} ")]
        if named:
            return max(named, key=lambda motive: len(motive.name))
        close = close_word(text.partition(" ")[0], [motive.name for motive in mine])
        known = ", ".join(motive.name for motive in mine) or "none"
        help = f"Did you mean `{close}`?" if close else f"There are: {known}."
        self.found.append(diagnose("unknown-name", f"{who} has no motive called `{text}`.", help=help))
        return None

    def text(self) -> str:
        """The changes as text."""
        kinds = {existent.name: existent.types[0] for existent in self.world.existents}
        blocks = [*self.lines]
        for who, lines in self.about.items():
            blocks += [f"{first_name(kinds[who])} {name(who)}", *lines]
        if self.steps:
            blocks += ["plot", *(f"    first {step}" for _, step in self.steps)]
        return "\n".join(blocks) + "\n"

    def read(self) -> Outcome[Altered]:
        """The world with the changes made."""
        old = Source(self.world.name, write(self.world))
        addition = Source("the change", self.text())
        written = gather(old, no_modules)
        file, found = parse(addition)
        if any(each.is_error for each in found):
            return conclude(None, found)
        uses = {**written.uses, addition: {old}}
        made, more = elaborate(Gathered(no_modules, [*written.files, file], uses=uses))
        mine = [each for each in more if each.primary is not None and each.primary.span.source == addition]
        others = [each for each in more if each.is_error and each not in mine]
        return conclude(self._in_order(made), [*found, *mine, *others])

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
