"""Plain sentences: an action in the phrase that its author gave it, or from its name and arguments alone.

Everybody by name, everything in the present, one sentence an event: as lists show events and outlines are read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kizuna.english import Agreement, conjugate, is_plural
from kizuna.fabula import Fabula
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.values import Value, show
from kizuna.narration.phrases import Slot, Token, Verb, Words, parse
from kizuna.narration.wordings import action_wording


@dataclass(frozen=True, slots=True)
class Line:
    """One plain sentence, and the number (from 0) of the event that it tells."""

    event: int
    text: str


class Recounted(tuple[Line, ...]):
    """A story in plain sentences, in the order of its events; as a string, a line each."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(line.text for line in self)


def recount(events: Fabula | Iterable[str], world: GroundWorld) -> Recounted:
    """A story, or events by the names of their actions, in plain sentences."""
    names = events.actions if isinstance(events, Fabula) else events
    actions = [world.actions[world.action_ids[name]] for name in names]
    return Recounted(Line(number, sentence(action, world)) for number, action in enumerate(actions))


def sentence(action: GroundAction, world: GroundWorld) -> str:
    """One action as a sentence: in its own phrase, or from its names alone: ``Tom walks (Home, Market).``"""
    wording = action_wording(action, world)
    last = Agreement()
    said = []
    for token in parse(wording.phrase):
        if isinstance(token, Verb) and not token.shares:
            last = Agreement(3, _is_several(token, wording.arguments, world))
        said.append(_said(token, wording.arguments, last, world))
    text = "".join(said)
    return f"{text[:1].upper()}{text[1:]}."


def _said(token: Token, arguments: Mapping[str, Value], of: Agreement, world: GroundWorld) -> str:
    match token:
        case Words(text=text):
            return text
        case Verb(base=base):
            return conjugate(base, of=of)
        case Slot(name=name) if name not in arguments:
            return f"{{{name}}}"
    name = called(show(arguments[token.name]), world)
    if token.owned:
        return f"the {token.owned} of {name}"
    return f"{name}'s" if token.part.value == "owner" else name


def _is_several(verb: Verb, arguments: Mapping[str, Value], world: GroundWorld) -> bool:
    if len(verb.subjects) != 1:
        return verb.several or len(verb.subjects) > 1
    name = show(arguments.get(verb.subjects[0]))
    return name not in world.characters and is_plural(name.replace("_", " "))


def called(name: str, world: GroundWorld) -> str:
    """What a plain sentence calls an existent: people by name, what is written small with an article."""
    spelled = name.replace("_", " ")
    return spelled if name in world.characters or not name[:1].islower() else f"the {spelled}"
