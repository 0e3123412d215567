"""What an author wrote, as a tree: every word with its place, comments and broken lines included.

The tree is what the parser makes, what ``format`` prints and what ``elaborate`` turns into a World. It knows grammar
only: names are words here, not yet anything that they could stand for.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from kizuna.diagnostics import Span
from kizuna.model.values import Number


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Something written; equal to another by what it says, not by where it stands."""

    span: Span = field(compare=False, repr=False)


# --- words and expressions -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A name; ``text`` is without the backquotes that odd names are written in."""

    text: str


@dataclass(frozen=True, slots=True)
class Numeral(Node):
    """An exact number."""

    value: Number


@dataclass(frozen=True, slots=True)
class Truth(Node):
    """``yes`` or ``no``."""

    value: bool


@dataclass(frozen=True, slots=True)
class UnknownValue(Node):
    """``unknown``."""


@dataclass(frozen=True, slots=True)
class CallTo(Node):
    """``name(argument, ...)``; arguments are names, numbers, truth values, ``unknown``, or ``_`` in event patterns."""

    name: Name
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Wildcard(Node):
    """``_``: anything, in the pattern of an event."""


@dataclass(frozen=True, slots=True)
class Bracketed(Node):
    """``( ... )``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Negated(Node):
    """``not ...``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class Joined(Node):
    """``a and b and ...`` or ``a or b or ...``; the two are never mixed without brackets."""

    operator: str
    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Compared(Node):
    """``a = b`` and the like: one of ``= != < <= > >=``."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Reckoned(Node):
    """``a + b``, ``a - b``, ``a * b``, ``a / b``; ``*`` and ``/`` bind tighter, all from the left."""

    operator: str
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True)
class Minus(Node):
    """``-a``."""

    body: Expression


@dataclass(frozen=True, slots=True)
class According(Node):
    """``body according to who``: what something is worth in the mind of a character."""

    body: Expression
    who: Expression


@dataclass(frozen=True, slots=True)
class Believing(Node):
    """``who believes body``."""

    who: Expression
    body: Expression


@dataclass(frozen=True, slots=True)
class OfType(Node):
    """``body is a type``."""

    body: Expression
    type: Name


@dataclass(frozen=True, slots=True)
class Over(Node):
    """``every x: type (body)``, ``some ...``, ``sum of ...``, ``product of ...``; kind: every, some, sum, product."""

    kind: str
    variable: Name
    type: Name
    body: Expression


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """``if a then b else if c then d else e``."""

    branches: tuple[tuple[Expression, Expression], ...]
    otherwise: Expression


Expression: TypeAlias = (
    Name
    | Numeral
    | Truth
    | UnknownValue
    | CallTo
    | Wildcard
    | Bracketed
    | Negated
    | Joined
    | Compared
    | Reckoned
    | Minus
    | According
    | Believing
    | OfType
    | Over
    | Choice
)


# --- changes ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Becomes(Node):
    """``f(x) = value``, ``f(x)``, ``not f(x)``: ``value`` is None for the last two, told apart by ``negated``.

    ``operator`` is ``=``, ``+=`` or ``-=``.
    """

    target: CallTo
    operator: str = "="
    value: Expression | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class BelievesChange(Node):
    """``who believes change`` or ``who believes (change, change)``."""

    who: Expression
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class IfChange(Node):
    """``if condition then change [else change]``; several changes stand in brackets."""

    condition: Expression
    changes: tuple[Change, ...]
    otherwise: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class EveryChange(Node):
    """``every x: type (change, ...)``."""

    variable: Name
    type: Name
    changes: tuple[Change, ...]


Change: TypeAlias = Becomes | BelievesChange | IfChange | EveryChange


# --- declarations ----------------------------------------------------------------------------------------------------


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
    ``then``, and ``seen``. ``broken`` says that a line inside could not be read, so that something may be missing here.
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
class PastBlock(Node):
    """``past``: events before the start, oldest first, each a call of an action."""

    items: tuple[CallTo | Comment | Broken, ...]


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
