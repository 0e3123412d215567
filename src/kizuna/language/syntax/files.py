"""Facts, the plot, settings, and the file as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.language.syntax.changes import Change
from kizuna.language.syntax.existents import Broken, Comment, ExistentLine, StoryLine, TypeLine, Use
from kizuna.language.syntax.expressions import CallTo, Expression, Name
from kizuna.language.syntax.node import Node
from kizuna.language.syntax.schemas import (
    ActionNode,
    DefineLine,
    FluentLine,
    MatterLine,
    MotiveLine,
    PerceivesLine,
    RuleNode,
    TopicLine,
)


@dataclass(frozen=True, slots=True)
class FactLine(Node):
    """``fact change, change``: how things stand at the start."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class ChainLine(Node):
    """``path house - well - wood``: the fluent holds between each and the next."""

    fluent: Name
    links: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class EndingLine(Node):
    """``ending name: condition``."""

    name: Name
    condition: Expression


@dataclass(frozen=True, slots=True)
class WaypointLine(Node):
    """``first step`` and ``then step``; a step is a condition, or the pattern of an event: ``walk(Ana, _, _)``."""

    keyword: str
    step: Expression


@dataclass(frozen=True, slots=True)
class NeverLine(Node):
    """``never condition``."""

    condition: Expression


@dataclass(frozen=True, slots=True)
class UtilityLine(Node):
    """``utility expression``: the author's utility where endings are not enough."""

    score: Expression


PlotItem: TypeAlias = EndingLine | WaypointLine | NeverLine | UtilityLine | Comment | Broken


@dataclass(frozen=True, slots=True)
class PlotBlock(Node):
    """``plot`` and its lines."""

    items: tuple[PlotItem, ...]


@dataclass(frozen=True, slots=True)
class SettingLine(Node):
    """``word value`` in a settings or telling block, the words as written."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SettingsBlock(Node):
    """``settings``, ``telling`` (keyword says which) and their lines."""

    keyword: str
    items: tuple[SettingLine | Comment | Broken, ...]


@dataclass(frozen=True, slots=True)
class TextLine(Node):
    """A line of an outline, as written: an event in plain words, an action, or ``...`` for a gap."""

    text: str


@dataclass(frozen=True, slots=True)
class SayLine(Node):
    """``say "phrase"`` below an event of the past."""

    text: str


@dataclass(frozen=True, slots=True)
class CuesLine(Node):
    """``cues hair_on_hands(Ben, Ana), night`` below an event of the past: what calls it up again."""

    cues: tuple[CallTo, ...]


@dataclass(frozen=True, slots=True)
class HappenedLine(Node):
    """An event of the past with lines of its own below it."""

    event: CallTo
    block: tuple[SayLine | CuesLine | Comment | Broken, ...]


PastItem: TypeAlias = CallTo | HappenedLine | ExistentLine | Comment | Broken


@dataclass(frozen=True, slots=True)
class PastBlock(Node):
    """``past``: who was there, and events before the start, oldest first, each a call of an action or with a phrase."""

    items: tuple[PastItem, ...]


@dataclass(frozen=True, slots=True)
class OutlineBlock(Node):
    """``outline``: the author's own order of events."""

    items: tuple[TextLine | Comment, ...]


Declaration: TypeAlias = (
    StoryLine
    | Use
    | TypeLine
    | ExistentLine
    | FluentLine
    | DefineLine
    | TopicLine
    | MatterLine
    | PerceivesLine
    | MotiveLine
    | ActionNode
    | RuleNode
    | FactLine
    | ChainLine
    | PlotBlock
    | SettingsBlock
    | PastBlock
    | OutlineBlock
    | Comment
    | Broken
)


@dataclass(frozen=True, slots=True)
class File(Node):
    """A whole file: its declarations in order. ``trailing`` maps a line number to the comment at that line's end."""

    declarations: tuple[Declaration, ...]
    trailing: tuple[tuple[int, str], ...] = field(default=(), compare=False)
