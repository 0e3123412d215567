"""What can be said: an action about a ``topic`` is one action for each topic that is declared.

Naive: an action ``tell_of_accident`` for everything that could ever be told. Better: ``tell`` once, with a parameter
of the type ``topic``; wherever that parameter stands, as a condition or as a change, the content of a topic is put, so
that everything behind this stage sees ordinary actions (``tell_accident``). Fluents, rules and motives can be about a
topic too: ``curious(who, content)`` becomes ``curious_accident(who, victim)``. Cost: the size of each, per topic.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeAlias, TypeVar, cast

from kizuna.language.mistakes import mistake
from kizuna.language.names import TOPIC, Names, elsewhere
from kizuna.language.phrasing import expression
from kizuna.language.substitute import fresh
from kizuna.language.syntax import (
    ActionNode,
    Becomes,
    BelievesChange,
    Believing,
    Bracketed,
    CallTo,
    Change,
    Compared,
    Declaration,
    DefineLine,
    Expression,
    File,
    FluentLine,
    MotiveLine,
    Name,
    Negated,
    Node,
    ParameterNode,
    RuleNode,
    TopicLine,
    Truth,
    UnknownValue,
)
from kizuna.model.world import About

N = TypeVar("N", bound=Node)
_About: TypeAlias = ActionNode | RuleNode | MotiveLine | FluentLine | DefineLine
_ABOUT = (ActionNode, RuleNode, MotiveLine, FluentLine, DefineLine)
"""What can have a parameter of the type ``topic``."""
_LABELS = ("name", "variable", "type")
"""Fields that hold a name which stands for itself."""


class Topics:
    """The topics of a story, the phrases of its fluents, and the names of those fluents that are about a topic.

    ``spoken`` are the names that were made, each with its topic.
    """

    def __init__(self, files: Iterable[File], words: Names) -> None:
        self.words = words
        self.topics: dict[str, TopicLine] = {}
        self.phrases: dict[tuple[str, int], FluentLine] = {}
        self.about: set[str] = set()
        self.spoken: list[About] = []
        for declaration in (each for file in files for each in file.declarations):
            if isinstance(declaration, TopicLine):
                words.notes.attempt(self._declare, declaration)
            elif isinstance(declaration, FluentLine | DefineLine) and _about(declaration):
                self.about.add(declaration.name.text)
            elif isinstance(declaration, FluentLine):
                self.phrases.setdefault((declaration.name.text, len(declaration.parameters)), declaration)

    def _declare(self, line: TopicLine) -> None:
        first = self.topics.setdefault(line.name.text, line)
        if first is not line:
            message = f"There is already a topic `{line.name.text}`."
            secondary = elsewhere(first.name.span, "the first declaration")
            raise mistake(line.name.span, message, code="duplicate-definition", secondary=secondary)

    def spread(self, file: File) -> File:
        """The file with an action for each topic in the place of every action about a topic; and all else alike."""
        declarations: list[Declaration] = []
        for declaration in file.declarations:
            if isinstance(declaration, _ABOUT) and _about(declaration):
                declarations += self.words.notes.attempt(self._each, declaration) or ()
            else:
                declarations.append(declaration)
        return replace(file, declarations=tuple(declarations))

    def _each(self, node: _About) -> list[_About]:
        about = _about(node)
        if len(about) > 1:
            raise mistake(about[1].span, f"`{node.name.text}` is about more than one topic.", "Make two of it.")
        return [self._told(node, about[0], topic) for topic in self.topics.values()]

    def _told(self, node: _About, about: ParameterNode, topic: TopicLine) -> _About:
        """Something about a topic, with one in the place of its parameter ``about``."""
        taken = {each.name.text for each in node.parameters if each.name is not None and each is not about}
        own = {each.name.text: fresh(each.name.text, taken) for each in topic.parameters if each.name is not None}
        renamed = {name: Name(new, span=topic.name.span) for name, new in own.items()}
        parameters = tuple(_renamed(each, own) for each in topic.parameters)
        content = _put(topic.content, _Placing(renamed))
        about_name = cast(Name, about.name).text
        given = tuple(each.name if each.name is not None else each.constant for each in parameters)
        placing = _Placing(
            {about_name: Bracketed(_condition(content), span=content.span)},
            {about_name: content},
            {name: f"{name}_{topic.name.text}" for name in self.about},
            {about_name: tuple(each for each in given if each is not None)},
        )
        at = node.parameters.index(about)
        told = replace(
            _put(node, placing),
            name=Name(f"{node.name.text}_{topic.name.text}", span=node.name.span),
            parameters=(*node.parameters[:at], *parameters, *node.parameters[at + 1 :]),
        )
        places = tuple(range(at, at + len(parameters)))
        self.spoken.append(About(topic.name.text, told.name.text, places, len(told.parameters)))
        said = getattr(node, "say", None)
        if said is None:
            return told
        phrase = self._phrase(content, frozenset(own.values())) if topic.say is None else _rephrased(topic.say, own)
        return replace(told, say=said.replace(f"{{{about_name}}}", phrase))

    # --- in words --------------------------------------------------------------------------------------------------

    def _phrase(self, content: Change, own: frozenset[str]) -> str:
        """What is said, in the phrase of its fluent."""
        if isinstance(content, BelievesChange):
            return f"{_reference(content.who, own)} [believe] that {self._phrase(content.changes[0], own)}"
        assert isinstance(content, Becomes)
        target, value = content.target, content.value
        line = self.phrases.get((target.name.text, len(target.arguments)))
        phrase = _bare(target, value, own)
        if line is not None and line.say is not None:
            names = {each.name.text: each.name.text for each in line.parameters if each.name is not None}
            given = {name: _reference(each, own) for name, each in zip(names, target.arguments, strict=False)}
            given["value"] = _reference(value, own) if value is not None else "so"
            phrase = line.say
            for name, reference in given.items():
                phrase = phrase.replace(f"{{{name}}}", reference)
        denied = content.negated or (isinstance(value, Truth) and not value.value)
        return _denied(phrase) if denied else phrase


def _about(node: _About) -> list[ParameterNode]:
    return [each for each in node.parameters if each.type is not None and each.type.text == TOPIC]


def _renamed(parameter: ParameterNode, names: Mapping[str, str]) -> ParameterNode:
    if parameter.name is None:
        return parameter
    return replace(parameter, name=Name(names[parameter.name.text], span=parameter.name.span))


def _rephrased(phrase: str, names: Mapping[str, str]) -> str:
    for old, new in names.items():
        phrase = phrase.replace(f"{{{old}}}", f"{{{new}}}")
    return phrase


def _condition(content: Change) -> Expression:
    """A change, read as the condition that it makes true."""
    match content:
        case BelievesChange(who=who, changes=(inner,)):
            return Believing(who, Bracketed(_condition(inner), span=inner.span), span=content.span)
        case Becomes(target=target, value=None, negated=negated):
            return Negated(target, span=content.span) if negated else target
        case Becomes(target=target, value=value) if value is not None:
            return Compared("=", target, Bracketed(value, span=value.span), span=content.span)
    raise TypeError(f"not one thing that is so or not: {content!r}")


# --- putting one thing in the place of another -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placing:
    """What stands in the place of names: as expressions, and as changes.

    ``names`` are the names that fluents about topics have for this topic, ``given`` the arguments in its place there.
    """

    expressions: Mapping[str, Expression]
    changes: Mapping[str, Change] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, tuple[Expression, ...]] = field(default_factory=dict)


def _put(node: N, placing: _Placing) -> N:
    """A node with other things in the place of some names."""
    return cast(N, _placed(node, placing))


def _placed(part: object, placing: _Placing) -> object:
    if isinstance(part, tuple):
        return tuple(_placed(each, placing) for each in part)
    if isinstance(part, Name):
        return placing.expressions.get(part.text, part)
    if isinstance(part, Becomes) and _is_bare(part) and part.target.name.text in placing.changes:
        content = placing.changes[part.target.name.text]
        return _opposite(content) if part.negated else content
    if isinstance(part, CallTo) and _is_about(part, placing):
        return _call_about(part, placing)
    if not isinstance(part, Node):
        return part
    kept: dict[str, Any] = {each.name: getattr(part, each.name) for each in fields(part)}
    changed: dict[str, Any] = {n: value if n in _LABELS else _placed(value, placing) for n, value in kept.items()}
    return replace(part, **changed)


def _is_about(call: CallTo, placing: _Placing) -> bool:
    """Whether the topic is one of the arguments of a fluent about topics."""
    named = (each for each in call.arguments if isinstance(each, Name))
    return call.name.text in placing.names and any(each.text in placing.given for each in named)


def _call_about(call: CallTo, placing: _Placing) -> CallTo:
    arguments: list[Expression] = []
    for each in call.arguments:
        arguments += placing.given.get(each.text, (each,)) if isinstance(each, Name) else (each,)
    return replace(call, name=Name(placing.names[call.name.text], span=call.name.span), arguments=tuple(arguments))


def _is_bare(change: Becomes) -> bool:
    return change.value is None and not change.target.arguments


def _opposite(content: Change) -> Change:
    """The change that makes somebody stop holding a content for so: it is not so, or else it is unknown what is."""
    if isinstance(content, BelievesChange):
        return replace(content, changes=tuple(map(_opposite, content.changes)))
    assert isinstance(content, Becomes)
    if isinstance(content.value, Truth):
        return replace(content, value=replace(content.value, value=not content.value.value))
    if content.value is None:
        return replace(content, negated=not content.negated)
    return replace(content, value=UnknownValue(span=content.value.span))


# --- phrases ---------------------------------------------------------------------------------------------------------


def _reference(node: Expression, own: frozenset[str]) -> str:
    """A parameter of the topic as a slot; somebody or something else by name, as narration calls what has no slot."""
    if not isinstance(node, Name):
        return expression(node)
    if node.text in own:
        return f"{{{node.text}}}"
    return f"the {node.text.replace('_', ' ')}" if node.text[:1].islower() else node.text.replace("_", " ")


def _bare(target: CallTo, value: Expression | None, own: frozenset[str]) -> str:
    """A fluent that has no phrase, in a sentence of its own words: ``fire [be] so``, ``{w} [have] seen {p}``."""
    first, *rest = target.name.text.split("_")
    people = [_reference(argument, own) for argument in target.arguments]
    worth = [] if value is None or isinstance(value, Truth) else [_reference(value, own)]
    if first not in _WHERE:  # what something is, not where
        worth = [each.removeprefix("the ") for each in worth]
    if not people:
        return " ".join([first, *rest, "[be]", *(worth or ["so"])])
    tail = [*rest, *people[1:], *worth]
    if first in _BEING:
        return " ".join([people[0], _BEING[first], *tail])
    if worth and first not in _WHERE:
        return " ".join([f"{people[0]}'s", first, *rest, *people[1:], "[be]", *worth])
    verb = _stem(first)
    return " ".join([people[0], f"[{verb}]", *tail] if verb else [people[0], "[be]", first, *tail])


_BEING = {"is": "[be]", "has": "[have]"}
_WHERE = ("at", "in", "on", "with", "near", "under", "inside", "behind")


def _stem(word: str) -> str:
    """The verb whose third person a word is, by its ending; nothing where it does not look like one."""
    if len(word) < _LONG or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("shes", "ches", "sses", "xes", "oes")) else word[:-1]


_LONG = 4
"""A shorter word is taken for no verb."""


def _denied(phrase: str) -> str:
    """The phrase with its first verb denied: ``{who} [be] not hurt``, ``{who} [do] not have it``."""
    before, bracket, rest = phrase.partition("[")
    verb, closing, after = rest.partition("]")
    if not bracket or not closing:
        return f"it [be] not so that {phrase}"
    if verb == "be" or (verb == "have" and re.match(r" [a-z]+(ed|en|n|t)\b", after)):
        return f"{before}[{verb}] not{after}"
    return f"{before}[do] not {verb}{after}"
