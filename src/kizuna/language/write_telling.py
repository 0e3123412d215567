"""A telling back into the lines of a `telling` block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from types import EllipsisType

from kizuna.language.tellings import ANYBODY, CHOICES
from kizuna.language.wording import name as written
from kizuna.language.wording import value as valued
from kizuna.model.telling import Focus, Pattern, Telling, Turn, Withheld
from kizuna.model.values import Value


def telling_lines(telling: Telling) -> list[str]:
    """The lines of a `telling` block that says what differs from what is usual; nothing where nothing does."""
    usual = Telling()
    lines = []
    if telling.focus is not usual.focus:
        lines.append(f"through {_eyes(telling.focus, telling.through)}")
    said = {key: getattr(telling, key) for key in CHOICES}
    lines += [f"{key} {each.value}" for key, each in said.items() if each is not getattr(usual, key)]
    lines += [f"begin {_said(telling.begin)}"] if telling.begin else []
    lines += [f"opening {_said(each)}" for each in telling.opening]
    lines += [f"withhold {_withheld(each)}" for each in telling.withhold]
    lines += [_turn(each) for each in telling.turns]
    lines += [f"word {' '.join(map(written, forms))}" for forms in telling.words]
    lines += _worded("motive", telling.motives)
    lines += _worded("say", telling.phrases)
    return ["telling", *(f"    {line}" for line in lines)] if lines else []


def _worded(key: str, said: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Lines of words for names, those of one name together."""
    for name, group in groupby(said, key=itemgetter(0)):
        phrases = ", ".join(f'"{phrase}"' for _, phrase in group)
        yield f"{key} {written(name)} {phrases}"


def _eyes(focus: Focus, who: str | None) -> str:
    return written(who) if who else next(word for word, each in ANYBODY.items() if each is focus)


def _withheld(withheld: Withheld) -> str:
    return _said(withheld.what) + (f" until {_said(withheld.until)}" if withheld.until is not None else "")


def _turn(turn: Turn) -> str:
    said = [f"through {_eyes(turn.focus, turn.through)}"] if turn.focus is not None else []
    said += [f"distance {turn.distance.value}"] if turn.distance is not None else []
    said += [turn.duration.value] if turn.duration is not None else []
    return f"at {_said(turn.event)} {', '.join(said)}"


def _said(pattern: Pattern) -> str:
    minds = "".join(f"{written(mind)} believes " for mind in pattern.minds)
    inside = "" if pattern.arguments is None else f"({', '.join(map(_argument, pattern.arguments))})"
    worth = "" if pattern.value is ... else f" = {_argument(pattern.value)}"
    return f"{minds}{written(pattern.name)}{inside}{worth}"


def _argument(value: Value | EllipsisType) -> str:
    return "_" if isinstance(value, EllipsisType) else valued(value).words
