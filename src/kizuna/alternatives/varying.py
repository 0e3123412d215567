"""What an author says may vary, read in a world: ``loves(Ana, Tom) = 0..10``, ``Ana believes at(Tom)``, ``Ana wants
gold = 1..5``, ``at(Tom) = yard | hall``, ``trust(Tom) = 0..1 by 1/4``.

An *axis* is what varies with all the worths that were said, a *dial* the same with those that would be a change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from kizuna.diagnostics import Diagnostic, Outcome, Span, conclude, diagnose
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Axis, Dial, Starts
from kizuna.language.altered import Line, altered, line_of
from kizuna.language.mistakes import close_word
from kizuna.model.effects import Assign
from kizuna.model.formulas import Call, Constant
from kizuna.model.values import Number, Value, exact, is_number, read_number, show
from kizuna.model.world import BOOLEAN, NUMBER, Fluent, World

LONGEST = 1_000_000
"""A range of more worths than this is refused."""

_SAID = re.compile(r"(?P<what>[^=]+?)\s*(?:=\s*(?P<worths>[^=]+))?")
_RANGE = re.compile(r"(-?[0-9./]+?)\s*\.\.\s*(-?[0-9./]+)(?:\s+by\s+([0-9./]+))?")
_WEIGHT = re.compile(r"(?P<who>\S+)\s+(?:wants|fears)\s+(?P<motive>.+)")
Worth = tuple[Value, Span]
"""Something that a dial may be set to, and where that was said."""

_WORDS: dict[str, Value] = {"yes": True, "no": False, "unknown": None}


class _Unread(Exception):  # noqa: N818 (an answer, not an error)
    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


def varied(world: World, texts: Sequence[str], unfolded: Unfolded) -> Outcome[tuple[Dial, ...]]:
    """The dials that texts name."""
    starts = Starts(unfolded)
    try:
        return conclude(tuple(_axis(world, text, starts).dial for text in texts), [])
    except _Unread as unread:
        return conclude(None, [unread.diagnostic])


def axes(world: World, texts: Sequence[str], unfolded: Unfolded) -> Outcome[tuple[Axis, ...]]:
    """The axes that texts name; nothing may vary along two of them."""
    starts = Starts(unfolded)
    try:
        read = tuple(_axis(world, text, starts) for text in texts)
    except _Unread as unread:
        return conclude(None, [unread.diagnostic])
    said = [axis.dial.says for axis in read]
    twice = next((place for place, each in enumerate(said) if each in said[:place]), None)
    if twice is not None:
        hint, span = "Say all of its worths in one range or list.", line_of(texts[twice], "--vary").span
        return conclude(None, [diagnose("varies-twice", f"`{said[twice]}` varies along two axes.", span, help=hint)])
    return conclude(read, [])


def _axis(world: World, text: str, starts: Starts) -> Axis:
    whole = line_of(text, "--vary").span
    said = _SAID.fullmatch(text, whole.start, whole.end)
    if said is None:
        raise _Unread(_syntax(whole))
    what = Span(whole.source, *said.span("what"))
    worths = None if said["worths"] is None else _worths(Span(whole.source, *said.span("worths")))
    weight = _WEIGHT.fullmatch(text, what.start, what.end)
    if weight is not None:
        return _weight(world, what, weight, worths, starts)
    read = altered(world, [Line(what, "", " = unknown")])
    if read.value is None:
        raise _Unread(read.diagnostics[0])
    effect = read.value.world.initial[-1]
    if not isinstance(effect, Assign):
        raise _Unread(_syntax(what))
    for worth, span in worths or ():
        _check(world, span, effect.target, worth)
    minds = tuple(str(mind.value) for mind in effect.minds if isinstance(mind, Constant))
    values = None if worths is None else tuple(dict.fromkeys(worth for worth, _ in worths))
    dial = starts.dial(world, starts.number_of(effect.target), minds, values)
    return Axis(dial, _all(dial) if values is None else values)


def _weight(world: World, what: Span, said: re.Match[str], worths: Sequence[Worth] | None, starts: Starts) -> Axis:
    who, name = said["who"], said["motive"]
    span = Span(what.source, *said.span("motive"))
    motive = next((each for each in world.motives if (each.character, each.name) == (who, name)), None)
    if motive is None:
        mine = [each.name for each in world.motives if each.character == who]
        close = close_word(name, mine)
        help = f"Did you mean `{close}`?" if close else f"There are: {', '.join(mine) or 'none'}."
        raise _Unread(diagnose("unknown-name", f"{who} has no motive called `{name}`.", span, help=help))
    try:
        dial = starts.weight(motive, 0, None)
    except ValueError:
        message = f"What {name} weighs to {who} follows from something else, so it cannot vary by itself."
        raise _Unread(diagnose("not-constant", message, span, help="Let that vary.")) from None
    if worths is None:
        return Axis(dial, _all(dial))
    for worth, place in worths:
        if not is_number(worth):
            raise _Unread(_syntax(place))
    values = tuple(dict.fromkeys(worth for worth, _ in worths))
    return Axis(replace(dial, choices=_nearest_first(values, dial.now)), values)


def _all(dial: Dial) -> tuple[Value, ...]:
    """All that a dial may be set to, with what it is now."""
    worths = dict.fromkeys((dial.now, *dial.choices))
    numbers = [each for each in worths if isinstance(each, int | Fraction) and is_number(each)]
    return tuple(sorted(numbers)) if len(numbers) == len(worths) else tuple(worths)


def _nearest_first(worths: tuple[Value, ...], now: Value) -> tuple[Value, ...]:
    middle = now if isinstance(now, int | Fraction) else 0
    others = [each for each in worths if isinstance(each, int | Fraction) and each != now]
    return tuple(sorted(others, key=lambda each: (abs(each - middle), -each)))


# --- worths ----------------------------------------------------------------------------------------------------------


def _worths(span: Span) -> list[Worth]:
    """The worths of a list or a range, each with where it was said."""
    bounds = _RANGE.fullmatch(span.text.strip())
    if bounds is None:
        return [(_worth(each), each) for each in _listed(span)]
    low, high = _number(span, bounds[1]), _number(span, bounds[2])
    step = _number(span, bounds[3]) if bounds[3] else 1
    if high < low or step <= 0:
        hint = "Write the smaller number first, and a step above 0: `0..10`, `0..1 by 1/4`."
        raise _Unread(diagnose("empty-range", f"There is nothing in `{span.text}`.", span, help=hint))
    number = int(Fraction(high - low) / step) + 1
    if number > LONGEST:
        message = f"`{span.text}` has {number:,} worths."
        raise _Unread(diagnose("too-many-cells", message, span, help="Take longer steps: `0..10000 by 100`."))
    return [(exact(low + step * place), span) for place in range(number)]


def _listed(span: Span) -> Iterator[Span]:
    """What stands between bars."""
    start = span.start
    for part in span.text.split("|"):
        first = start + len(part) - len(part.lstrip())
        yield Span(span.source, first, first + len(part.strip()))
        start += len(part) + 1


def _worth(span: Span) -> Value:
    said = span.text
    if not said:
        raise _Unread(_syntax(span))
    if said in _WORDS:
        return _WORDS[said]
    return _number(span, said) if said[0] in "-0123456789" else said.strip("`")


def _number(span: Span, said: str) -> Number:
    try:
        return read_number(said)
    except (ValueError, ZeroDivisionError):
        raise _Unread(_syntax(span)) from None


def _check(world: World, span: Span, target: Call, worth: Value) -> None:
    """Makes sure that a fluent can be worth that."""
    fluent = next(each for each in world.fluents if each.signature == target.fluent)
    if worth is None:
        return
    if fluent.type in (NUMBER, BOOLEAN):
        fits = is_number(worth) if fluent.type == NUMBER else isinstance(worth, bool)
        known: tuple[Value, ...] = ()
    else:
        known = world.values_of(fluent.type)
        fits = worth in known
        if not fits and isinstance(worth, str) and all(each.name != worth for each in world.existents):
            close = close_word(worth, [str(each) for each in known])
            maybe = (f"Did you mean `{close}`?",) if close else ()
            message = f"Nobody and nothing is called `{worth}` here."
            raise _Unread(diagnose("unknown-name", message, span, help=maybe))
    if not fits:
        message = f"`{fluent.name}` is of type `{fluent.type}`, and {show(worth)} is not."
        raise _Unread(diagnose("type-mismatch", message, span))
    if isinstance(worth, int | Fraction) and fluent.type == NUMBER:
        _check_bounds(span, fluent, worth)


def _check_bounds(span: Span, fluent: Fluent, worth: Number) -> None:
    low, high = fluent.low, fluent.high
    if (low is not None and worth < low) or (high is not None and worth > high):
        bounds = f"{'' if low is None else show(low)}..{'' if high is None else show(high)}"
        hint = "An event would stop at the bound, and so does a start: leave out what lies beyond."
        message = f"`{fluent.name}` stays within {bounds}, and {show(worth)} lies outside."
        raise _Unread(diagnose("out-of-bounds", message, span, help=hint))


def _syntax(span: Span) -> Diagnostic:
    hint = "Write `loves(Ana, Tom) = 0..10`, `at(Tom) = yard | hall`, `Ana wants gold = 1..5`, or no worths at all."
    return diagnose("syntax", f"`{span.source.text}` does not say what may vary, and how.", span, help=hint)
