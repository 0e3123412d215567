"""Clauses in, actions out: one for every verb and what follows it, whoever does it to whom.

Naive: an action a sentence. Better: the people, things and places of a clause become parameters, so that *Ana takes
the lamp* and *Ben takes the key* are one action; walking and falling asleep are left to the library, which has them.
What a deed changes is guessed for a few kinds of verb; for all others it is simply remembered as done.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kizuna.language import usable_name
from kizuna.sketching import verbs
from kizuna.sketching import vocabulary as v
from kizuna.sketching.clauses import CHARACTER, PLACE, THING, Clause, Piece, Who

_PARAMETERS = {
    CHARACTER: ("who", "whom", "third", "fourth", "fifth", "sixth"),
    THING: ("what", "tool", "further", "fourth_thing", "fifth_thing", "sixth_thing"),
    PLACE: ("where", "there", "beyond", "fourth_place", "fifth_place", "sixth_place"),
}
PARAMETERS = frozenset(name for names in _PARAMETERS.values() for name in names)
_MOST = 4
# How many ways of filling in its parameters all actions together may have, times those who may see it, and any action
# at least.
_GROUND = 250_000
_LEAST = 60
_DROPPED = v.words("to into at in from with and the a an")
_LIBRARY = v.words(
    "walk open close fall_asleep alive awake able at path shut together holder spot place thing character existent "
    "number boolean"
)
RESERVED = _LIBRARY | PARAMETERS
"""What the library calls things, and the parameters; nothing of the outline may be called the same."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of an action: its name and its type."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Action:
    """An action of the sheet. ``phrase`` and ``memory`` are how it and its being done are said.

    ``then`` are its changes, over the names of its parameters; ``fluent`` is what remembers it, if anything has to.
    """

    name: str
    parameters: tuple[Parameter, ...]
    by: tuple[str, ...]
    verb: str
    phrase: str
    memory: str
    fluent: str
    then: tuple[str, ...]
    from_library: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """An action with those whom it is about; None is somebody unnamed."""

    action: Action
    whos: tuple[Who, ...]

    @property
    def arguments(self) -> tuple[str | None, ...]:
        """The names of those whom it is about."""
        return tuple(who.name for who in self.whos)


@dataclass
class Deeds:
    """All actions of an outline, each known by its verb and the shape of what follows it."""

    kinds: dict[str, str]
    room: int = _GROUND
    actions: dict[tuple[object, ...], Action] = field(default_factory=dict)
    taken: set[str] = field(default_factory=lambda: set(RESERVED))

    def of(self, clause: Clause) -> Deed:
        """The deed that a clause tells."""
        whos = [self._typed(who) for who in clause.doers]
        pieces = [self._typed(piece) if isinstance(piece, Who) else piece for piece in clause.pieces]
        library = None if clause.passive else _from_library(clause.verb, whos, pieces)
        if library is not None:
            return library
        key = _shape(clause, whos, pieces)
        if key not in self.actions:
            whos, pieces = self._narrowed(whos, pieces)
            key = _shape(clause, whos, pieces)
        if key not in self.actions:
            self.actions[key] = self._action(clause, whos, pieces)
        return Deed(self.actions[key], (*whos, *(piece for piece in pieces if isinstance(piece, Who))))

    def _narrowed(self, doers: list[Who], pieces: list[Piece]) -> tuple[list[Who], list[Piece]]:
        """As many people, things and places as the world can bear; the names of the others become plain words."""
        sizes = {kind: max(1, sum(each == kind for each in self.kinds.values())) for kind in _PARAMETERS}
        people = sizes[CHARACTER]
        most, product, kept = max(_LEAST, self.room // people // 3), 1, 0
        narrowed: list[Piece] = []
        for piece in [*doers, *pieces]:
            if isinstance(piece, str):
                narrowed.append(piece)
            elif kept == 0 or (kept < _MOST and product * sizes[piece.kind] <= most):
                product, kept = product * sizes[piece.kind], kept + 1
                narrowed.append(piece)
            else:
                narrowed.append(_in_words(piece))
        self.room = max(0, self.room - product * people)
        acting = [piece for piece in narrowed[: len(doers)] if isinstance(piece, Who)]
        others = [word for piece in narrowed[: len(doers)] if isinstance(piece, str) for word in ("with", piece)]
        return acting, [*others, *narrowed[len(doers) :]]

    def _typed(self, who: Who) -> Who:
        return who if who.name is None else Who(who.name, self.kinds.get(who.name, who.kind), who.said)

    def _action(self, clause: Clause, doers: list[Who], pieces: list[Piece]) -> Action:
        named = _parameters([*doers, *(piece for piece in pieces if isinstance(piece, Who))])
        subjects = [f"{{{each.name}}}" for each in named[: len(doers)]]
        objects = iter(named[len(doers) :])
        rest = [f"{{{next(objects).name}}}" if isinstance(piece, Who) else _plain(piece) for piece in pieces]
        participle = verbs.participle(clause.verb)
        name = self._name([*(["be", participle] if clause.passive else [clause.verb])], pieces)
        memory = self._free(
            f"is_{name.removeprefix('be_')}" if clause.passive else _done(name, clause.verb, participle)
        )
        by = tuple(each.name for each in named[: len(doers)] if each.kind == CHARACTER and not clause.passive)
        then, remembers = _changes(clause, named, memory)
        return Action(
            name,
            tuple(named),
            by,
            clause.verb,
            _said(subjects, "be" if clause.passive else clause.verb, [participle] * clause.passive + rest),
            _said(subjects, "be" if clause.passive else "have", [participle, *rest]),
            memory if remembers else "",
            then,
        )

    def _name(self, begin: list[str], pieces: list[Piece]) -> str:
        """A short name for an action: its verb and the words that belong to it; a longer one where that is taken."""
        words = [piece for piece in pieces if isinstance(piece, str)]
        firm = [
            piece
            for piece, after in zip(pieces, [*pieces[1:], ""], strict=False)
            if isinstance(piece, str) and not (isinstance(after, Who) and piece in _DROPPED)
        ]
        short = _joined([*begin, *firm])
        long = _joined([*begin, *words])
        about = next((piece.kind for piece in pieces if isinstance(piece, Who)), "")
        names = [short, long, f"{short}_{about}"] if about else [short, long]
        return self._free(next((name for name in names if name not in self.taken), short))

    def _free(self, name: str) -> str:
        number, found = 2, name
        while found in self.taken or not usable_name(found):
            found, number = f"{name}_{number}", number + 1
        self.taken.add(found)
        return found


def _shape(clause: Clause, doers: list[Who], pieces: list[Piece]) -> tuple[object, ...]:
    """What makes two deeds one action."""
    words = tuple((piece.kind,) if isinstance(piece, Who) else piece for piece in pieces)
    return clause.verb, clause.passive, tuple(who.kind for who in doers), words


def _in_words(who: Who) -> str:
    """A name as plain words of a phrase."""
    said = (who.name or who.said).replace("_", " ")
    return f"the {said}" if who.name is not None and said[:1].islower() else said


def _parameters(whos: list[Who]) -> list[Parameter]:
    used = dict.fromkeys(_PARAMETERS, 0)
    found = []
    for who in whos:
        found.append(Parameter(_PARAMETERS[who.kind][used[who.kind]], who.kind))
        used[who.kind] += 1
    return found


def _joined(words: list[str]) -> str:
    """Words as one name, of five words at most."""
    plain = [word for text in words for word in re.findall(r"[^\W_]+", text.replace("'", "").lower())]
    kept = [word for word in plain if word not in ("the", "a", "an")] or plain
    return "_".join(kept[:5])[:60] or "act"


def _done(name: str, verb: str, participle: str) -> str:
    return f"has_{participle}{name.removeprefix(verb)}"


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter not in '{}[]"\\')


def _said(subjects: list[str], verb: str, rest: list[str]) -> str:
    plural = {"be": "are", "have": "have"}
    shown = f"[{verb}]" if len(subjects) == 1 else plural.get(verb, verb)
    doers = subjects[0] if len(subjects) == 1 else f"{', '.join(subjects[:-1])} and {subjects[-1]}"
    return " ".join([doers, shown, *rest])


def _from_library(verb: str, doers: list[Who], pieces: list[Piece]) -> Deed | None:
    """The deed as one of the library's, if it is one."""
    if len(doers) != 1 or doers[0].kind != CHARACTER:
        return None
    (doer,) = doers
    open_place = Who(None, PLACE, "somewhere")
    match pieces:
        case [*words, Who(kind="place") as to] if verb in ("walk", "go", "return", "come") and all(
            word in ("to", "into", "back", "home", "over") for word in words
        ):
            return Deed(_WALK, (doer, open_place, to))
        case ["asleep"] if verb == "fall":
            return Deed(_FALL_ASLEEP, (doer,))
    return None


def _known(name: str, kinds: str, then: str) -> Action:
    found = tuple(Parameter(*each.split(":")) for each in kinds.split())
    return Action(name, found, (found[0].name,), name, "", "", "", (then,), from_library=True)


_WALK = _known("walk", "who:character from:place to:place", "at(who) = to")
_FALL_ASLEEP = _known("fall_asleep", "who:character", "not awake(who)")


def _changes(clause: Clause, named: list[Parameter], memory: str) -> tuple[tuple[str, ...], bool]:
    """What a deed changes, as far as its verb tells, and whether that it was done has to be remembered too."""
    call = f"{memory}({', '.join(each.name for each in named)})"
    people, things, places = ([each.name for each in named if each.kind == kind] for kind in _PARAMETERS)
    known = ""
    if clause.passive:
        known = f"not alive({people[0]})" if people and clause.verb in v.KILLING else ""
    elif clause.verb == "die" and people:
        known = f"not alive({people[0]})"
    elif clause.verb in v.KILLING and len(people) > 1:
        known = f"not alive({people[1]})"
    elif clause.verb == "wake" and len(people) == 1:
        known = f"awake({people[0]})"
    elif clause.verb in v.MOVING | {"enter", "reach"} and people and places and "from" not in clause.pieces:
        known = f"at({people[0]}) = {places[0]}"
    elif clause.verb in v.GETTING and people and things:
        known = f"holder({things[0]}) = {people[0]}"
    elif clause.verb in v.GIVING and len(people) == 2 and things and named[len(clause.doers)].kind == THING:
        known = f"holder({things[0]}) = {people[1]}"
    remembers = not known or any(not re.search(rf"\b{each.name}\b", known) for each in named)
    return tuple(filter(None, [known, call if remembers else ""])), remembers
