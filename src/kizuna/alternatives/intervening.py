"""Changes that reach into the course of a story: facts that stay as they are, events put in, or that happen anyway.

`always at(Tom) = yard` holds a fact whatever happens, `fall_asleep(Ana) after sing(Ana)` (or `before`) puts an event
into the story, and `give(Ana, Tom) anyway` lets one happen though somebody has no reason. All other changes say how
things stand at the start, what weighs how much, and what the plot asks for (:mod:`kizuna.language.altered`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from kizuna.diagnostics import Diagnostic, Outcome, Span, conclude, diagnose
from kizuna.fabula import Fabula
from kizuna.inquiry.hindrance import is_of
from kizuna.inquiry.staging import Staging
from kizuna.inquiry.whatif import Placed
from kizuna.language.altered import Line, altered, event_of, line_of
from kizuna.language.writing import Written, written
from kizuna.model.effects import Assign
from kizuna.model.formulas import Call, Formula
from kizuna.model.world import EventPattern, World

_ALWAYS = re.compile(r"always\s+(?P<fact>(?:not\s+)?(?P<what>[^=]+?)\s*(?:=.*)?)", re.DOTALL)
_PUT_IN = re.compile(r"(?P<event>.+\))\s+(?P<where>after|before)\s+(?P<beside>.+\))", re.DOTALL)
_ANYWAY = re.compile(r"(?P<event>.+\))\s+anyway", re.DOTALL)


class PutIn(NamedTuple):
    """An event put into a story right ``after`` (or before) the first of its events that is ``beside``, as ``said``."""

    event: EventPattern
    beside: EventPattern
    after: bool
    said: Span


@dataclass
class Changed:
    """A world with changes made, and ``text``, what it was before, written out.

    Nothing changes the facts that are ``kept``, nobody is asked for a reason for the events that are ``made`` to
    happen, and those ``put_in`` come at their place.
    """

    world: World
    text: Written
    forbidden: tuple[EventPattern, ...] = ()
    kept: list[Call] = field(default_factory=list)
    made: list[EventPattern] = field(default_factory=list)
    put_in: list[PutIn] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def take_in(self, change: str) -> Line | None:
        """Take in a change; what it says of the start is returned, to be made with the others."""
        span = line_of(change, "CHANGE").span
        text = span.text
        if (said := _ALWAYS.fullmatch(text)) is not None:
            return self._always(*(_part(span, said, name) for name in ("fact", "what")))
        if (said := _PUT_IN.fullmatch(text)) is not None:
            beside = _part(span, said, "beside")
            one, other = self._event(_part(span, said, "event")), self._event(beside)
            if one is not None and other is not None and self._is_plain(one, span):
                self.made.append(one)
                self.put_in.append(PutIn(one, other, said["where"] == "after", beside))
            return None
        if (said := _ANYWAY.fullmatch(text)) is not None:
            event = self._event(_part(span, said, "event"))
            self.made += [] if event is None else [event]
            return None
        return Line(span)

    def _always(self, fact: Span, what: Span) -> Line | None:
        """Notes which fact is kept; that it is so at the start is a change like others."""
        read = altered(self.world, [Line(what, "", " = unknown")], self.text)
        if read.value is None:
            self.found += read.diagnostics
            return None
        effect = read.value.world.initial[-1]
        if isinstance(effect, Assign) and not effect.minds:
            self.kept.append(effect.target)
            return Line(fact)
        message = f"`{fact.text}` is not how things stand, and so it cannot be kept so."
        help = "Only a fact can: `always at(Tom) = yard`, `always not awake(Tom)`."
        self.found.append(diagnose("syntax", message, fact, help=help))
        return None

    def _event(self, span: Span) -> EventPattern | None:
        read = event_of(self.world, span, self.text)
        self.found += [] if read.value is not None else read.diagnostics
        return read.value

    def _is_plain(self, event: EventPattern, span: Span) -> bool:
        if not any(isinstance(argument, type(...)) for argument in event.arguments):
            return True
        help = "Say all the arguments of the event that is put in: `fall_asleep(Ana) after sing(Ana)`."
        self.found.append(diagnose("syntax", f"`{span.text}` does not say who and what.", span, help=help))
        return False


def changed(world: World, changes: Sequence[str]) -> Outcome[Changed]:
    """A world with changes made; diagnostics point into them."""
    made = Changed(world, written(world))
    lines = [line for line in map(made.take_in, changes) if line is not None]
    if made.found:
        return conclude(None, made.found)
    read = altered(world, lines, made.text)
    if read.value is None:
        return conclude(None, read.diagnostics)
    return conclude(replace(made, world=read.value.world, forbidden=read.value.forbidden), read.diagnostics)


def put_in(made: Changed, old: Staging, story: Fabula) -> Outcome[tuple[World, tuple[Placed, ...]]]:
    """The world whose plot asks for the events that are put in, and where they come among those of the old story."""
    placed: list[Placed] = []
    for each in made.put_in:
        at = next((n for n, name in enumerate(story.actions) if is_of(old.event(name), each.beside)), None)
        if at is None:
            message = f"No event of the story is `{each.said.text}`."
            return conclude(None, [diagnose("no-such-event", message, each.said, help=_known(story))])
        placed.append(Placed(at + each.after, each.event))
    if not placed:
        return conclude((made.world, ()), [])
    placed.sort(key=lambda each: each.at)
    passed = [old.passed(state) for state in old.states(story)]
    mine, theirs = made.world.plot.waypoints, old.authored.plot.waypoints
    first = next((n for n in range(len(mine)) if theirs and mine[n : n + len(theirs)] == theirs), 0)
    steps: list[EventPattern | Formula] = list(mine)
    for more, (at, event) in enumerate(placed):
        steps.insert(first + passed[at] + more, event)
    return conclude((replace(made.world, plot=replace(made.world.plot, waypoints=tuple(steps))), tuple(placed)), [])


def _part(span: Span, said: re.Match[str], name: str) -> Span:
    return Span(span.source, span.start + said.start(name), span.start + said.end(name))


def _known(story: Fabula) -> str:
    return f"Its events are {', '.join(story.actions)}."
