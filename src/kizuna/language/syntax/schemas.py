"""What can be so, be said, be wanted and happen: fluents, topics, motives, actions, rules."""

from __future__ import annotations

from dataclasses import dataclass, field

from kizuna.diagnostics import Span
from kizuna.language.syntax.changes import Change
from kizuna.language.syntax.existents import Comment
from kizuna.language.syntax.expressions import CallTo, Expression, Name
from kizuna.language.syntax.node import Node


@dataclass(frozen=True, slots=True)
class ParameterNode(Node):
    """``name: type``, or ``= constant`` (an existent, number or truth value) in ``constant``."""

    name: Name | None
    type: Name | None
    constant: Expression | None = None


@dataclass(frozen=True, slots=True)
class FluentLine(Node):
    """``fluent name(params): type = default symmetric`` with an optional ``say`` line below.

    ``type`` None is true-or-false; ``low``/``high`` are the bounds of ``0..10``.
    """

    name: Name
    parameters: tuple[ParameterNode, ...]
    type: Name | None = None
    low: Expression | None = None
    high: Expression | None = None
    default: Expression | None = None
    symmetric: bool = False
    say: str | None = None
    say_span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DefineLine(Node):
    """``define name(params): expression``: a derived fluent, whose worth follows from others.

    ``is_condition`` says that nothing but what is so or not can be meant.
    """

    name: Name
    parameters: tuple[ParameterNode, ...]
    body: Expression
    is_condition: bool = False


@dataclass(frozen=True, slots=True)
class TopicLine(Node):
    """``topic name(params): content`` with an optional ``say`` line below: something that can be said.

    ``content`` is one change without a condition, which can be read as a condition as well: ``hurt(victim)``.
    """

    name: Name
    parameters: tuple[ParameterNode, ...]
    content: Change
    say: str | None = None
    say_span: Span | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class MatterLine(Node):
    """``matter name "title": condition``: something that can be promised, ordered or asked for.

    ``word`` is where the word ``matter`` stands.
    """

    name: Name
    body: Expression
    title: str | None = None
    word: Span = field(compare=False, repr=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class PerceivesLine(Node):
    """``perceives(observer: character, doer: character): condition``: who perceives whose acts, said once."""

    parameters: tuple[ParameterNode, ...]
    body: Expression


@dataclass(frozen=True, slots=True)
class MotiveLine(Node):
    """``motive name(who: character, whom: character)`` with ``when``, ``weight`` and ``score`` lines: a template.

    ``comments`` and ``broken`` are as in an action; its parts are each condition of ``when``, the weight and the score.
    """

    name: Name
    parameters: tuple[ParameterNode, ...]
    weight: Expression | None
    score: Expression
    when: tuple[Expression, ...] = ()
    comments: tuple[tuple[int, Comment], ...] = ()
    broken: bool = False


@dataclass(frozen=True, slots=True)
class SeenBy(Node):
    """``seen by everyone``, ``seen by nobody`` (variable None), or ``seen by who: condition``.

    ``also`` marks ``also seen by who: condition``, which adds to whoever perceives the doers.
    """

    variable: Name | None
    condition: Expression | None
    everyone: bool = False
    also: bool = False


@dataclass(frozen=True, slots=True)
class Permits(Node):
    """``with who``, or ``with who: condition``: who has to put up with an action, and when."""

    who: Expression
    condition: Expression | None = None


@dataclass(frozen=True, slots=True)
class ActionNode(Node):
    """``action name(params)`` with its sections; ``by`` are those who have to will it (none: the author's).

    ``permits`` are those who have to put up with it, each with the condition under which they have to be asked at all.
    ``tells`` is what the first doer thereby says to be so, ``answers`` the demand to which it is an answer. ``due`` are
    conditions like those of ``when``; if there are any, it must happen as soon as it can. ``comments`` are the
    comment lines inside it, in order, each with the number of parts that stand before it, where the parts are
    ``say``, ``by``, each ``with``, ``tells``, ``answers``, each condition of ``due`` and ``when``, each change of
    ``then``, ``seen`` and ``cues`` (the sensations that it brings). ``broken`` says that a line inside could not be
    read, so that something may be missing here.
    """

    name: Name
    parameters: tuple[ParameterNode, ...]
    by: tuple[Expression, ...] = ()
    when: tuple[Expression, ...] = ()
    then: tuple[Change, ...] = ()
    seen: SeenBy | None = None
    say: str | None = None
    tells: Expression | None = None
    permits: tuple[Permits, ...] = ()
    answers: Expression | None = None
    due: tuple[Expression, ...] = ()
    cues: tuple[CallTo, ...] = ()
    comments: tuple[tuple[int, Comment], ...] = ()
    say_span: Span | None = field(default=None, compare=False, repr=False)
    broken: bool = False


@dataclass(frozen=True, slots=True)
class RuleNode(Node):
    """``rule name(params)`` with ``when`` and ``then``."""

    name: Name
    parameters: tuple[ParameterNode, ...]
    when: tuple[Expression, ...] = ()
    then: tuple[Change, ...] = ()
    say: str | None = None
    comments: tuple[tuple[int, Comment], ...] = ()
    say_span: Span | None = field(default=None, compare=False, repr=False)
    broken: bool = False
