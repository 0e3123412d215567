"""The sections of actions, rules and motive templates, made ready for printing.

Naive: print each section as it is met. Better: know first what each would look like on one line and below its word, and
which places of the text it came from; then the printer can decide, and put comments where they belong. Cost: linear.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kizuna.diagnostics import Span
from kizuna.language import phrasing
from kizuna.language.lexer import escape
from kizuna.language.syntax import (
    ActionNode,
    Expression,
    IfChange,
    Joined,
    MotiveLine,
    Name,
    Node,
    Permits,
    RuleNode,
    SeenBy,
)


@dataclass(slots=True)
class Section:
    """One section to print: its parts, their places, how they look on one line and below their word."""

    word: str
    parts: list[str]
    places: list[tuple[Span, ...]]
    joined: str
    below: list[str]
    head: str
    broken: bool = False

    @property
    def breakable(self) -> bool:
        """Whether there is more than one thing to put on lines of their own."""
        return len(self.below) > 1


def sections(node: ActionNode | RuleNode | MotiveLine) -> list[Section]:
    """The sections of a node, in the canonical order."""
    found: list[Section] = []
    if not isinstance(node, MotiveLine) and node.say is not None:
        found.append(_one("say", escape(node.say), (node.say_span,) if node.say_span else ()))
    if isinstance(node, ActionNode) and node.by:
        said = ", ".join(_doer(each) for each in node.by)
        found.append(_one("by", said, tuple(each.span for each in node.by)))
    if isinstance(node, ActionNode):
        found += [_permits(each) for each in node.permits]
        found += [_conditioned("tells", "", node.tells)] if node.tells is not None else []
        found += [_conditioned("answers", "", node.answers)] if node.answers is not None else []
        if node.due:
            parts, broken = phrasing.conditions(node.due)
            found.append(Section("due", parts, _places(node.due), ", ".join(parts), parts, "due", broken))
    if node.when:
        parts, broken = phrasing.conditions(node.when)
        places = _places(node.when)
        found.append(Section("when", parts, places, ", ".join(parts), parts, "when", broken))
    if isinstance(node, MotiveLine):
        if node.weight is not None:
            found.append(_conditioned("weight", "", node.weight))
        found.append(_conditioned("score", "", node.score))
        return found
    if node.then:
        parts = [phrasing.change(each) for each in node.then]
        places = _places(node.then)
        broken = len(parts) > 1 and any(isinstance(each, IfChange) for each in node.then)
        found.append(Section("then", parts, places, phrasing.listed(node.then), parts, "then", broken))
    if isinstance(node, ActionNode) and node.seen is not None:
        found.append(_seen(node.seen))
    if isinstance(node, ActionNode) and node.cues:
        found.append(_one("cues", phrasing.cues(node.cues), tuple(each.span for each in node.cues)))
    return found


def _places(nodes: Iterable[Node]) -> list[tuple[Span, ...]]:
    return [(each.span,) for each in nodes]


def _one(word: str, said: str, places: tuple[Span, ...]) -> Section:
    return Section(word, [said], [places], said, [said], word)


def _conditioned(word: str, rest: str, body: Expression, *more: Span) -> Section:
    """A section that is one condition, broken up at its ``and`` if need be."""
    said = phrasing.expression(body)
    below = phrasing.joined_parts(body) if isinstance(body, Joined) and body.operator == "and" else [said]
    return Section(word, [said], [(body.span, *more)], rest + said, below, word)


def _permits(permits: Permits) -> Section:
    who = _doer(permits.who)
    if permits.condition is None:
        return _one("with", who, (permits.span,))
    section = _conditioned("with", f"{who}: ", permits.condition, permits.span)
    section.head = f"with  {who}:"
    return section


def _seen(seen: SeenBy) -> Section:
    word = "also seen" if seen.also else "seen"
    if seen.variable is None or seen.condition is None:
        return _one(word, "by everyone" if seen.everyone else "by nobody", (seen.span,))
    rest = f"by {phrasing.name(seen.variable)}:"
    section = _conditioned(word, rest + " ", seen.condition, seen.span)
    section.head = f"{word.ljust(6)}{rest}" if not seen.also else f"{word} {rest}"
    return section


def _doer(node: Expression) -> str:
    return (
        phrasing.name(node, frozenset(["nobody", "everyone"])) if isinstance(node, Name) else phrasing.expression(node)
    )
