"""An ending that somebody asks about: one of the plot by its name, or a condition of their own.

The same words mean the same to every question: NAME, CONDITION, or NAME: CONDITION. To ask for an ending is to ask for
a story to it by any way: the steps of the plot lead to its own endings, and are not asked for; what must never be
stays forbidden.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kizuna.diagnostics import Outcome, Span, conclude, diagnose
from kizuna.language.altered import Line, altered, line_of
from kizuna.language.mistakes import close_word
from kizuna.model.world import Ending, Plot, World

_NAMED = re.compile(r"\s*(?!(?:some|every|sum|not)\b)([^\W\d][\w'. -]*?)\s*:(.*)", re.DOTALL)
_WORD = re.compile(r"[^\W\d][\w']*")


def ending_of(world: World, said: str) -> Outcome[Ending]:
    """The ending that somebody names, or whose condition they say."""
    line = line_of(said, "--ending")
    name = line.span.text
    known = next((each for each in world.plot.endings if each.name == name), None)
    if known is not None:
        return conclude(known, [])
    named = _NAMED.fullmatch(said)
    if named is not None:
        start = named.start(2) + len(named[2]) - len(named[2].lstrip())
        span = replace(line.span, start=min(start, line.span.end))
        return _read(world, named[1], span)
    if _WORD.fullmatch(name):
        close = close_word(name, [each.name for each in world.plot.endings])
        help = (
            f"Did you mean `{close}`?" if close else "Write a further one as `name: condition`, or the condition alone."
        )
        found = diagnose("unknown-name", f"The plot has no ending called `{name}`.", line.span, help=help)
        return conclude(None, [found])
    return _read(world, name, line.span)


def _read(world: World, name: str, span: Span) -> Outcome[Ending]:
    made = _never(world, span)
    if made.value is None:
        return conclude(None, made.diagnostics)
    never = made.value.plot.never
    if len(never) == len(world.plot.never):  # an event is no condition
        help = "Write what has to be so at the end: `at(Ana) = house and not hurt(Tom)`."
        return conclude(None, [diagnose("syntax", f"`{span.text}` is no condition.", span, help=help)])
    return conclude(Ending(name, never[-1]), made.diagnostics)


def _never(world: World, span: Span) -> Outcome[World]:
    is_closed = span.text.count("(") == span.text.count(")")  # else it is their bracket that is missing, not this one
    made = altered(world, [Line(span, "never (", ")") if is_closed else Line(span, "never ")])
    return conclude(None if made.value is None else made.value.world, made.diagnostics)


def avoiding(world: World, condition: str, place: str) -> Outcome[World]:
    """The world in which a condition must never come to hold; ``place`` is where its author wrote it."""
    return _never(world, line_of(condition, place).span)


def towards(world: World, *endings: Ending) -> World:
    """The world with nothing but these endings to reach; what must never be stays forbidden."""
    return replace(world, plot=Plot(endings=endings, never=world.plot.never, span=world.plot.span))
