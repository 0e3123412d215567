"""What an author says may vary, read in a world: ``loves(Ana, Tom) = 0..10``, ``Ana believes at(Tom)``, ``Ana wants
gold = 1..5``, ``at(Tom) = yard | hall``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Dial, Starts
from kizuna.language.altered import altered
from kizuna.model.effects import Assign
from kizuna.model.formulas import Constant
from kizuna.model.values import Number, Value, read_number
from kizuna.model.world import World

_SAID = re.compile(r"(?P<what>[^=]+?)\s*(?:=\s*(?P<worths>[^=]+))?")
_RANGE = re.compile(r"(-?[0-9./]+)\s*\.\.\s*(-?[0-9./]+)")
_WEIGHT = re.compile(r"(?P<who>\S+)\s+(?:wants|fears)\s+(?P<motive>.+)")
_WORDS: dict[str, Value] = {"yes": True, "no": False, "unknown": None}


class _Unread(Exception):  # noqa: N818 (an answer, not an error)
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def varied(world: World, texts: Sequence[str], unfolded: Unfolded) -> Outcome[tuple[Dial, ...]]:
    """The dials that texts name."""
    starts = Starts(unfolded)
    try:
        return conclude(tuple(_dial(world, text, starts) for text in texts), [])
    except _Unread as unread:
        return conclude(None, [unread.diagnostic])


def _dial(world: World, text: str, starts: Starts) -> Dial:
    said = _SAID.fullmatch(text.strip())
    if said is None:
        raise _Unread(_syntax(text))
    weight = _WEIGHT.fullmatch(said["what"])
    if weight is not None:
        return _weight(world, text, weight["who"], weight["motive"], said["worths"], starts)
    read = altered(world, [f"{said['what']} = unknown"])
    if read.value is None:
        raise _Unread(read.diagnostics[0])
    effect = read.value.world.initial[-1]
    if not isinstance(effect, Assign):
        raise _Unread(_syntax(text))
    minds = tuple(str(mind.value) for mind in effect.minds if isinstance(mind, Constant))
    choices = None if said["worths"] is None else _worths(text, said["worths"])
    return starts.dial(world, starts.number_of(effect.target), minds, choices)


def _weight(world: World, text: str, who: str, name: str, worths: str | None, starts: Starts) -> Dial:
    motive = next((each for each in world.motives if (each.character, each.name) == (who, name)), None)
    if motive is None:
        raise _Unread(diagnose("unknown-name", f"{who} has no motive called `{name}`."))
    bounds = None if worths is None else _RANGE.fullmatch(worths.strip())
    if worths is not None and bounds is None:
        raise _Unread(_syntax(text))
    try:
        low, high = (0, None) if bounds is None else (_number(text, bounds[1]), _number(text, bounds[2]))
        return starts.weight(motive, low, high)
    except ValueError:
        message = f"What {name} weighs to {who} follows from something else, so it cannot vary by itself."
        raise _Unread(diagnose("not-constant", message, help="Let that vary.")) from None


def _worths(text: str, worths: str) -> tuple[Value, ...]:
    bounds = _RANGE.fullmatch(worths.strip())
    if bounds is None:
        return tuple(_worth(text, each.strip()) for each in worths.split("|"))
    low, high = (_number(text, bound) for bound in bounds.groups())
    return tuple(low + step for step in range(min(1000, int(high - low) + 1)))


def _worth(text: str, said: str) -> Value:
    if not said:
        raise _Unread(_syntax(text))
    if said in _WORDS:
        return _WORDS[said]
    return _number(text, said) if said[0] in "-0123456789" else said.strip("`")


def _number(text: str, said: str) -> Number:
    try:
        return read_number(said)
    except (ValueError, ZeroDivisionError):
        raise _Unread(_syntax(text)) from None


def _syntax(text: str) -> Diagnostic:
    hint = "Write `loves(Ana, Tom) = 0..10`, `at(Tom) = yard | hall`, `Ana wants gold = 1..5`, or no worths at all."
    return diagnose("syntax", f"`{text}` does not say what may vary, and how.", help=hint)
