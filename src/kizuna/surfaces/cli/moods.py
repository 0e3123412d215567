"""Feelings as text for a terminal: per event a table of who feels what, how strongly, and what of."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.appraisal import Betrayal, Cause, Feelings, Felt, Moment, Mood, Of
from kizuna.model.values import Number, show
from kizuna.narration import Line

Row = tuple[str, str, str, str, str]
MOST_BELIEFS = 3
"""So many beliefs that were corrected are named; of the others there are only so many more."""


def moods_told(feelings: Feelings, sentences: tuple[Line, ...]) -> str:
    """A story with what everybody feels at each event; what fades from earlier only where it is dominant."""
    titles = [f"{number}. {each.text}  [{moment.action}]" for number, (each, moment) in _pairs(feelings, sentences)]
    tables = [list(_rows(moment, number)) for number, moment in enumerate(feelings.moments)][1:]
    widths = [max((len(row[column]) for rows in tables for row in rows), default=0) for column in range(4)]
    parts = []
    for title, rows, moment in zip(titles, tables, feelings.moments[1:], strict=True):
        parts.append(f"{title}  tension {short(moment.tension)}" if moment.tension else title)
        parts += [f"   {_line(row, widths)}" for row in rows]
        parts.append("")
    parts += [_betrayal(each) for each in feelings.betrayals]
    return "\n".join(parts).rstrip()


def _pairs(feelings: Feelings, sentences: tuple[Line, ...]) -> list[tuple[int, tuple[Line, Moment]]]:
    return list(enumerate(zip(sentences, feelings.moments[1:], strict=True), 1))


def _line(row: Row, widths: list[int]) -> str:
    who, mark, what, strength, cause = row
    return f"{who:<{widths[0]}} {mark} {what:<{widths[2]}}  {strength:>{widths[3]}}  {cause}".rstrip()


def _rows(moment: Moment, number: int) -> Iterator[Row]:
    for mood in moment.moods:
        who = mood.who
        for felt in _worth_a_line(mood, number):
            mark = "*" if felt is mood.dominant else " "
            yield who, mark, _named(felt), short(felt.strength), _causes(felt, number)
            who = ""
        if not mood.weighed:
            yield who, " ", "(what there is to fear was not worked out: too much work)", "", ""


def _worth_a_line(mood: Mood, number: int) -> list[Felt]:
    return [each for each in mood.felt if each is mood.dominant or each.emotion.event == number or each.is_held]


def _named(felt: Felt) -> str:
    emotion = felt.emotion
    return emotion.kind.value if emotion.towards is None else f"{emotion.kind.value} ({emotion.towards})"


def _causes(felt: Felt, number: int) -> str:
    beliefs = [cause for cause in felt.emotion.causes if cause.of is Of.BELIEF]
    named = [_cause(cause) for cause in felt.emotion.causes if cause not in beliefs[MOST_BELIEFS:]]
    more = len(beliefs) - MOST_BELIEFS
    text = ", ".join([*named, f"and {more} more"] if more > 0 else named)
    return text if felt.emotion.event == number or felt.is_held else f"{text} (since {felt.emotion.event})"


def _cause(cause: Cause) -> str:
    amount = short(cause.amount)
    return {
        Of.MOTIVE: f"{cause.name} {amount}",
        Of.BOND: f"the bond with {cause.name} {amount}",
        Of.WORD: f"the word on {cause.name} {amount}",
        Of.HARM: f"the harm to {cause.name} {amount}",
        Of.PLAN: f"what {cause.name} is for",
        Of.THREAT: f"lest {cause.name}",
        Of.DANGER: f"the danger to {cause.name}",
        Of.BELIEF: cause.name,
    }[cause.of]


def short(number: Number) -> str:
    """A number for a table: whole, or to two places."""
    rounded = round(number * 100)
    return show(number) if rounded == number * 100 else f"{rounded / 100:.2f}"


def _betrayal(betrayal: Betrayal) -> str:
    about = f" on {betrayal.about}" if betrayal.about else ""
    found = f"found out at event {betrayal.discovered}" if betrayal.discovered else "not found out"
    return f"Event {betrayal.event}: {betrayal.who} {betrayal.how.value}{about}, to {betrayal.whom}; {found}."
