"""The lines of an outline, each as the ground actions that it can be read as.

Naive: parse English. Better: the sentences that narration would say of everything that could happen are known, and a
line is one of them, or the name of an action at arguments. What is nearly one of them is answered with those that it is
near. A line that says two things is read as both, and the check takes the one that can happen where it stands. Cost:
one sentence for each ground action.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kizuna.diagnostics import Diagnostic, Outcome, Source, Span, conclude, diagnose
from kizuna.grounding import GroundWorld, Unfolded
from kizuna.inquiry.outline.values import Line, Outline
from kizuna.model.formulas import Variable
from kizuna.model.world import Action
from kizuna.narration import sentence

GAP = "..."
MOST_SHOWN = 6
"""Readings and suggestions that are listed."""

_CALL = re.compile(r"([^\s()][^()]*?)\s*\(([^()]*)\)")
_MEANT = re.compile(r"\s*meant\s*:\s*(.*\S)\s*", re.IGNORECASE)


def read_outline(source: Source, unfolded: Unfolded, open_world: GroundWorld) -> Outcome[Outline]:
    """The outline that a text holds, of a world that unfolds to ``unfolded``; what cannot be read is diagnosed.

    ``open_world`` has every action that could ever happen in it.
    """
    catalogue = Catalogue(unfolded, frozenset(open_world.action_ids))
    lines, found = [], list[Diagnostic]()
    for span, comment in _written(source):
        meant = _MEANT.fullmatch(comment)
        if span.text in (GAP, "…"):
            lines.append(Line(span.text, span, (), meant and meant[1]))
            continue
        readings = catalogue.readings(span.text)
        if readings:
            lines.append(Line(span.text, span, readings, meant and meant[1]))
        else:
            found.append(catalogue.unread(span))
    if not found and all(line.is_gap for line in lines):
        help = "Write one event a line: the name of an action with its arguments, or its sentence."
        found.append(diagnose("no-outline", f"No line of {source.name} is an event.", help=help))
    return conclude(Outline(source, tuple(lines)), found)


def _written(source: Source) -> Iterator[tuple[Span, str]]:
    """The lines that say something, without the spaces around, and the comment at their ends."""
    for start, number in zip(source.line_starts, range(1, len(source.line_starts) + 1), strict=True):
        said, _, comment = source.line(number).partition("#")
        body = said.strip()
        if body:
            first = start + len(said) - len(said.lstrip())
            yield Span(source, first, first + len(body)), comment


@dataclass
class Catalogue:
    """Everything that could stand in an outline of a world: the names and the sentences of its ground actions."""

    unfolded: Unfolded
    possible: frozenset[str]
    names: dict[str, str] = field(default_factory=dict)
    sentences: dict[str, list[str]] = field(default_factory=dict)
    shown: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        whole = self.unfolded.whole
        for action in whole.actions:
            self.names.setdefault(_plain_call(action.name), action.name)
            said = sentence(action, whole)
            self.sentences.setdefault(_plain(said), []).append(action.name)
            self.shown.setdefault(_plain(said), said)

    def readings(self, text: str) -> tuple[str, ...]:
        """The actions that a line can be read as; those that can never happen only where no other can be meant."""
        named = self.names.get(_plain_call(text))
        if named is not None:
            return (named,)
        found = self.sentences.get(_plain(text), [])
        possible = [name for name in found if name in self.possible]
        return tuple(possible or found) or self._never(text)

    def _never(self, text: str) -> tuple[str, ...]:
        """An action at arguments of the right types that rule each other out."""
        call = _CALL.fullmatch(text.strip())
        if call is None:
            return ()
        arguments = _arguments(call[2])
        for action in self.unfolded.world.actions:
            if action.name == call[1] and len(arguments) == len(action.parameters) and not self._misfit(action, text):
                return (f"{action.name}({', '.join(arguments)})",)
        return ()

    def _misfit(self, action: Action, text: str) -> str | None:
        """What is wrong with the arguments of a call, in words."""
        call = _CALL.fullmatch(text.strip())
        arguments = _arguments(call[2]) if call else []
        if len(arguments) != len(action.parameters):
            return f"`{action.name}` takes {len(action.parameters)} arguments: {_parameters(action)}."
        for parameter, argument in zip(action.parameters, arguments, strict=True):
            if isinstance(parameter, Variable) and parameter.type not in ("number", "boolean"):
                fitting = [str(value) for value in self.unfolded.world.values_of(parameter.type)]
                if argument not in fitting:
                    near = difflib.get_close_matches(argument, fitting, 3) or fitting[:MOST_SHOWN]
                    return f"`{argument}` is no {parameter.type}. There are: {', '.join(near)}."
        return None

    def unread(self, span: Span) -> Diagnostic:
        """That a line is nothing that could happen here, and what is near it."""
        text = span.text
        call = _CALL.fullmatch(text.strip())
        schemas = {action.name: action for action in self.unfolded.world.actions}
        if call is not None:
            known = schemas.get(call[1])
            if known is not None:
                help = self._misfit(known, text) or f"It is written `{known.name}({_parameters(known)})`."
            else:
                near = difflib.get_close_matches(call[1], schemas, 3, 0.5)
                help = _meant_or([f"{name}({_parameters(schemas[name])})" for name in near])
        else:
            near = difflib.get_close_matches(_plain(text), self.sentences, 3, 0.6)
            help = _meant_or([self.shown[each] for each in near])
        message = f"`{_short(text)}` is nothing that can happen in this world."
        return diagnose("unreadable-line", message, span, "neither an action nor its sentence", help=help)


def _meant_or(near: list[str]) -> str:
    if near:
        return f"Did you mean {' or '.join(f'`{each}`' for each in near)}?"
    return "Write an action with its arguments, such as `walk(Ana, house, well)`, or its sentence."


def _parameters(action: Action) -> str:
    return ", ".join(
        f"{each.name}: {each.type}" if isinstance(each, Variable) else str(each.value) for each in action.parameters
    )


def _arguments(text: str) -> list[str]:
    return [each.strip() for each in text.split(",")] if text.strip() else []


def _plain(text: str) -> str:
    """A sentence without what does not count: capitals, the full stop, double spaces, articles."""
    return " ".join(word for word in text.casefold().rstrip(" .").split() if word != "the")


def _plain_call(text: str) -> str:
    return re.sub(r"\s*([(),])\s*", r"\1", " ".join(text.casefold().rstrip(" .").split()))


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:77]}..."


def listed_readings(names: Iterable[str]) -> str:
    """Several readings, the first few of them by name."""
    every = list(names)
    more = f" and {len(every) - MOST_SHOWN} more" if len(every) > MOST_SHOWN else ""
    return f"{', '.join(every[:MOST_SHOWN])}{more}"
