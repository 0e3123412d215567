"""The story, its modules and types; who and what there is, and the lines about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kizuna.language.syntax.changes import Change
from kizuna.language.syntax.expressions import Expression, Name
from kizuna.language.syntax.node import Node


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """A comment on its own line (``# ...``), or a blank line kept between paragraphs (empty text)."""

    text: str


@dataclass(frozen=True, slots=True)
class Broken(Node):
    """A line that says nothing that can be understood; the parser has said why. Its text is kept.

    ``name`` is what it would have declared, where that much could be read: nobody needs to hear that it is unknown.
    """

    text: str
    name: Name | None = None


@dataclass(frozen=True, slots=True)
class StoryLine(Node):
    """``story name "Title"``."""

    name: Name
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Use(Node):
    """``use people, sight`` (library modules, Name) or ``use "past.story"`` (own modules by relative path, str)."""

    modules: tuple[Name | str, ...]


@dataclass(frozen=True, slots=True)
class TypeLine(Node):
    """``type name: parent, parent``."""

    name: Name
    parents: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry(Node):
    """One existent of a declaration: name, title, pronoun, and facts said on the same line (``at house``)."""

    name: Name
    title: str | None = None
    pronoun: str | None = None
    facts: tuple[tuple[Expression, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class ExistentLine(Node):
    """``TYPE name, name`` or ``TYPE & TYPE name``, with a block of lines about the (then only) existent."""

    types: tuple[Name, ...]
    entries: tuple[Entry, ...]
    block: tuple[BlockLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Wants(Node):
    """``wants name [weight]: score`` or, with ``fears``, ``fears name [weight]: what must not be``."""

    name: Name
    weight: Expression | None
    score: Expression
    fears: bool = False


@dataclass(frozen=True, slots=True)
class BelievesLine(Node):
    """``believes change, change`` inside the block of a character."""

    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class AboutLine(Node):
    """Any other line of a block: words, then existents, numbers or truth values: ``cares for Bruno 1``, ``asleep``.

    The longest run of leading words, joined by ``_``, that names a fluent is the fluent; the block's existent is its
    first argument; what follows are the other arguments and the worth.
    """

    words: tuple[Expression, ...]
    negated: bool = False


BlockLine: TypeAlias = Wants | BelievesLine | AboutLine | Comment | Broken
