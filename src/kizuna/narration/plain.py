"""Plain sentences: an action in the phrase that its author gave it, or from its name and arguments alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kizuna.fabula import Fabula
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.values import show


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and the number (from 0) of the event that it tells."""

    event: int
    text: str


class Telling(tuple[Sentence, ...]):
    """A story in sentences, in the order of telling; as a string, a line each."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(sentence.text for sentence in self)


def narrate(fabula: Fabula, world: GroundWorld) -> Telling:
    """The story in plain sentences, one an event."""
    return recount(fabula.actions, world)


def recount(events: Iterable[str], world: GroundWorld) -> Telling:
    """Events, by the names of their actions, in plain sentences."""
    actions = [world.actions[world.action_ids[name]] for name in events]
    return Telling(Sentence(number, sentence(action, world)) for number, action in enumerate(actions))


def sentence(action: GroundAction, world: GroundWorld) -> str:
    """One action as a sentence: in its own phrase, or from its names alone: ``Tom walks (Home, Market).``"""
    if action.say:
        return _sentence(phrased(action.say, action, world))
    doers, rest = _roles(action, world)
    verb, *particles = words(action.schema)
    if not doers:
        happening = " ".join([verb, *particles])
        return _sentence(f"{happening}{_bracketed(rest)}")
    phrase = " ".join([verb if len(doers) > 1 else third_person(verb), *particles])
    return _sentence(f"{listed(doers)} {phrase}{_bracketed(rest)}")


def _bracketed(rest: list[str]) -> str:
    return f" ({', '.join(rest)})" if rest else ""


def phrased(phrase: str, action: GroundAction, world: GroundWorld) -> str:
    """A phrase such as ``{who} [take] {what}`` with the action's arguments and its verbs in the present."""
    names = {p: called(show(a), world) for p, a in zip(action.parameters, action.arguments, strict=True) if p}
    filled = re.sub(r"\{([^{}]*)\}", lambda match: names.get(match[1], match[0]), phrase)
    return re.sub(r"\[([^\[\]]*)\]", lambda match: third_person(match[1]), filled)


def called(name: str, world: GroundWorld) -> str:
    """What a sentence calls an existent: people by name, what is written small with an article."""
    spelled = name.replace("_", " ")
    return spelled if name in world.characters or not name[:1].islower() else f"the {spelled}"


def _roles(action: GroundAction, world: GroundWorld) -> tuple[list[str], list[str]]:
    """Who does it (those who consent and are among the arguments, else all who consent), and the other arguments."""
    consenting = [world.characters[c] for c in action.consenting]
    arguments = [show(argument) for argument in action.arguments]
    doers = [a for a in arguments[:1] if a in consenting] or [a for a in arguments if a in consenting] or consenting
    return doers, [argument for argument in arguments if argument not in doers]


def words(name: str) -> list[str]:
    """The words of a name written in any of the usual ways: ``pickUp``, ``pick_up``, ``PickUp``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_.]+", " ", name)
    return [word.lower() for word in spaced.split()] or [name]


def third_person(verb: str) -> str:
    """The third person singular: ``walks``, ``watches``, ``tries``."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    head, space, rest = verb.partition(" ")
    if space:
        return f"{third_person(head)} {rest}"
    if verb.endswith(("s", "x", "z", "ch", "sh", "o")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in tuple("aeiou"):
        return verb[:-1] + "ies"
    return verb + "s"


_IRREGULAR = {"be": "is", "have": "has"}


def listed(items: list[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}" if items else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
