"""The phrase of an action, a fluent or an event of the past, with its arguments; made from its name if it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kizuna.english.verbs import third
from kizuna.grounding import GroundAction, GroundWorld
from kizuna.model.formulas import Variable
from kizuna.model.values import Value, show
from kizuna.model.world import Fluent, PastEvent, World


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase and what stands in its slots."""

    phrase: str
    arguments: Mapping[str, Value]


def action_wording(action: GroundAction, world: GroundWorld) -> Wording:
    """An action in the phrase of its author, else in the words of its name: ``{0} [walk] ({1}, {2})``."""
    if action.say:
        given = zip(action.parameters, action.arguments, strict=True)
        return Wording(action.say, {parameter: argument for parameter, argument in given if parameter})
    arguments = {str(place): argument for place, argument in enumerate(action.arguments)}
    doers, rest = _roles(action, world)
    verb, *particles = words(action.schema)
    after = "".join(f" {each}" for each in particles) + (f" ({', '.join(_slots(rest))})" if rest else "")
    if not doers:
        return Wording(f"{verb}{after}", arguments)
    slots = _slots(doers)
    who = slots[0] if len(slots) == 1 else f"{', '.join(slots[:-1])} and {slots[-1]}"
    return Wording(f"{who} [{verb}]{after}", arguments | {each: each for each in doers if not each.isdigit()})


def _slots(names: list[str]) -> list[str]:
    return [f"{{{name}}}" for name in names]


def _roles(action: GroundAction, world: GroundWorld) -> tuple[list[str], list[str]]:
    """Who does it (those who consent and are among the arguments, else all who consent), and the other arguments."""
    consenting = [world.characters[c] for c in action.consenting]
    places = [str(place) for place, each in enumerate(action.arguments) if show(each) in consenting]
    first = [place for place in places[:1] if place == "0"]
    doers = first or places or consenting
    named = {show(action.arguments[int(place)]) for place in doers if place.isdigit()}
    rest = [str(n) for n, each in enumerate(action.arguments) if str(n) not in doers and show(each) not in named]
    return doers, rest


def past_wording(event: PastEvent, world: World) -> Wording:
    """An event of the past in its own phrase, in that of its action, or in the words of its name."""
    if event.say:
        named = {str(value): value for value in event.arguments if isinstance(value, str)}
        return Wording(event.say, named)
    action = next((each for each in world.actions if each.name == event.action), None)
    if action is not None and action.say:
        pairs = zip(action.parameters, event.arguments, strict=True)
        return Wording(action.say, {p.name: value for p, value in pairs if isinstance(p, Variable)})
    people = world.participants(event)
    verb, *particles = words(event.action)
    rest = [show(each) for each in event.arguments if show(each) not in people[:1]]
    who = f"{{{people[0]}}} [{verb}]" if people else verb
    after = "".join(f" {each}" for each in particles) + (f" ({', '.join(_slots(rest))})" if rest else "")
    return Wording(who + after, {show(each): each for each in event.arguments})


def words(name: str) -> list[str]:
    """The words of a name written in any of the usual ways: ``pickUp``, ``pick_up``, ``PickUp``."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[_.]+", " ", name)
    return [word.lower() for word in spaced.split()] or [name]


@dataclass(frozen=True)
class Facts:
    """What is so, in words: the phrases of a world's fluents, or those of a telling for them."""

    world: World
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @cached_property
    def _fluents(self) -> dict[tuple[str, int], Fluent]:
        found: dict[tuple[str, int], Fluent] = {}
        for fluent in self.world.fluents:
            found.setdefault((fluent.name, len(fluent.parameters)), fluent)
        return found

    def wording(self, fluent: str, value: Value, *, any: bool = False) -> Wording | None:
        """That a ground fluent (``at(Ana)``) is worth something; None where the world has no words for it.

        With ``any`` the words of its name will do. Numbers and what is unknown have none.
        """
        name, arguments = taken_apart(fluent)
        declared = self._fluents.get((name, len(arguments)))
        if value is None or (not isinstance(value, bool | str)):
            return None
        phrase = ""
        given = next(iter(self.phrases.get(name, ())), None) or (declared.say if declared is not None else None)
        if declared is not None and given:
            phrase = given
            named = zip(declared.parameters, arguments, strict=True)
            slots: dict[str, Value] = {p.name: a for p, a in named if isinstance(p, Variable)}
        elif any and arguments:
            phrase = _made(words(name), len(arguments), isinstance(value, str))
            slots = {str(place): each for place, each in enumerate(arguments)}
        if not phrase:
            return None
        if isinstance(value, str):
            slots["value"] = value
        return Wording(phrase if value is not False else f"it is not so that {phrase}", slots)


def _made(name: list[str], arguments: int, has_worth: bool) -> str:
    """A phrase from the words of a fluent: ``cares_for`` is a verb, ``has_seen`` a perfect, the rest is a state."""
    first, *rest = name
    others = "".join(f" {{{place}}}" for place in range(1, arguments)) + (" {value}" if has_worth else "")
    tail = "".join(f" {each}" for each in rest) + others
    if first in ("is", "has"):
        return f"{{0}} [{'be' if first == 'is' else 'have'}]{tail}"
    if first.endswith("s") and third(first[:-1]) == first:
        return f"{{0}} [{first[:-1]}]{tail}"
    return f"{{0}} [be] {first}{tail}"


def taken_apart(fluent: str) -> tuple[str, tuple[str, ...]]:
    """The name and the arguments of a ground fluent or action."""
    name, _, rest = fluent.partition("(")
    inside = rest.removesuffix(")")
    return name, tuple(each.strip() for each in inside.split(",")) if inside.strip() else ()


def renamed(wording: Wording, mark: str) -> Wording:
    """A wording with its slots renamed, so that it can stand in another."""
    slots: dict[str, Value] = {f"{mark}{name}": value for name, value in wording.arguments.items()}
    return Wording(re.sub(r"\{(\w+)\}", rf"{{{mark}\1}}", wording.phrase), slots)


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """The words that are given for each name, in their order."""
    found: dict[str, tuple[str, ...]] = {}
    for name, said in pairs:
        found[name] = (*found.get(name, ()), said)
    return found
