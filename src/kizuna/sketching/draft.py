"""What an outline comes to as a whole: who and what there is in it, its deeds in order, what people want.

A name may look like a place in one sentence and like a person in another; the sentences vote, and those in which it
does something count most. *The lamp* is *the old lamp* if there is only one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kizuna.sketching.clauses import CHARACTER, PLACE, THING, Clause, Piece, Reading, State, Who, Wish
from kizuna.sketching.deeds import RESERVED, Deed, Deeds
from kizuna.sketching.lines import Sentence
from kizuna.sketching.names import Names
from kizuna.sketching.stage import Stage

# How many ways there may be from anywhere to anywhere, for anybody before the eyes of anybody.
_WAYS = 100_000
Told = tuple[Sentence, list[Reading]]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the outline with what was read in it, and the deeds of those readings that are deeds."""

    sentence: Sentence
    readings: tuple[tuple[Reading, Deed | None], ...]


@dataclass
class Draft:
    """Everything that a sheet says."""

    kinds: dict[str, str]
    titles: dict[str, str]
    lines: list[Line]
    deeds: Deeds
    stage: Stage
    wishes: dict[str, list[tuple[Wish, Deed | None]]] = field(default_factory=dict)
    states: dict[str, list[State]] = field(default_factory=dict)

    @property
    def events(self) -> list[Deed]:
        """The deeds in order."""
        return [deed for line in self.lines for _, deed in line.readings if deed is not None]

    def named(self, kind: str) -> list[str]:
        """The names of a kind, in the order in which they come up."""
        return [name for name, each in self.kinds.items() if each == kind]


def drafted(told: list[Told], titles: dict[str, str], names: Names) -> Draft:
    """What the sentences of an outline come to."""
    called = _called(list(dict.fromkeys(who.name for who in _everyone(told) if who.name)), names)
    told = [(sentence, [_renamed(reading, called) for reading in readings]) for sentence, readings in told]
    kinds = _kinds(told)
    all_titles = {called.get(name, name): title for name, title in {**names.titles, **titles}.items()}
    _limit_places(kinds)
    if PLACE not in kinds.values():
        kinds["somewhere"] = PLACE
    deeds = Deeds(kinds)
    deeds.taken |= set(kinds)
    default = next(name for name, kind in kinds.items() if kind == PLACE)
    draft = Draft(kinds, all_titles, [], deeds, Stage(default))
    for sentence, readings in told:
        draft.lines.append(Line(sentence, tuple((each, _deed(draft, each)) for each in readings)))
    for line in draft.lines:
        for reading, deed in line.readings:
            _take_in(draft, reading, deed)
    for name in draft.named(CHARACTER):
        draft.stage.homes.setdefault(name, default)
    return draft


def _deed(draft: Draft, reading: Reading) -> Deed | None:
    return draft.deeds.of(reading) if isinstance(reading, Clause) else None


def _take_in(draft: Draft, reading: Reading, deed: Deed | None) -> None:
    match reading:
        case Clause() if deed is not None:
            draft.stage.happens(deed)
        case Wish(whose=Who(name=str(name)), deed=wished):
            draft.wishes.setdefault(name, []).append((reading, draft.deeds.of(wished) if wished else None))
        case State(whose=Who(name=str(name)), verb=verb, pieces=pieces):
            draft.states.setdefault(name, []).append(reading)
            places = [
                piece.name for piece in pieces if isinstance(piece, Who) and draft.kinds.get(piece.name or "") == PLACE
            ]
            if places and places[0] and verb in ("live", "be"):
                draft.stage.homes.setdefault(name, places[0])
            if verb == "have" and len(pieces) == 1 and isinstance(pieces[0], Who) and pieces[0].name:
                draft.stage.holders.setdefault(pieces[0].name, name)


def _limit_places(kinds: dict[str, str]) -> None:
    """As many places as all can walk between without the world growing too large; the others become things."""
    people = 1 + sum(kind == CHARACTER for kind in kinds.values())
    places = [name for name, kind in kinds.items() if kind == PLACE]
    for number, name in enumerate(places, 1):
        if (people * number) ** 2 > _WAYS:
            kinds[name] = THING


# --- who there is ----------------------------------------------------------------------------------------------------


def _everyone(told: list[Told]) -> Iterator[Who]:
    for _, readings in told:
        for reading in readings:
            yield from (who for who, _ in _voters(reading))


def _voters(reading: Reading) -> Iterator[tuple[Who, int]]:
    """Everybody and everything that a reading speaks of, and how much its opinion of their kind counts."""
    match reading:
        case Clause(doers=doers, pieces=pieces):
            yield from ((who, 3) for who in doers)
            yield from ((piece, 1) for piece in pieces if isinstance(piece, Who))
        case State(whose=whose, pieces=pieces):
            yield whose, 1
            yield from (
                (piece, 1) for piece in pieces if (isinstance(piece, Who) and reading.verb != "be") or _is_place(piece)
            )  # type: ignore[misc]
        case Wish(whose=whose, deed=deed, thing=thing):
            yield whose, 3
            if deed is not None:
                yield from _voters(deed)
            if thing is not None:
                yield thing, 1


def _is_place(piece: Piece) -> bool:
    return isinstance(piece, Who) and piece.kind == PLACE


def _kinds(told: list[Told]) -> dict[str, str]:
    votes: dict[str, Counter[str]] = {}
    for _, readings in told:
        for reading in readings:
            for who, weight in _voters(reading):
                if who.name is not None:
                    votes.setdefault(who.name, Counter())[who.kind] += weight
    return {name: _elected(count) for name, count in votes.items()}


def _elected(count: Counter[str]) -> str:
    """The kind that most agree on; who never does anything and is somewhere a place is one unless that is outvoted."""
    if count[PLACE] and count[CHARACTER] < 3 and 2 * count[PLACE] >= count[CHARACTER] and count[PLACE] >= count[THING]:
        return PLACE
    return max((CHARACTER, PLACE, THING), key=lambda kind: count[kind])


def _called(names: list[str], known: Names) -> dict[str, str]:
    """What each name is called in the sheet: *old lamp* like *lamp* if that is the only one, odd names otherwise."""
    longer: dict[str, list[str]] = {}
    for name in names:
        parts = name.split("_")
        if len(parts) > 1 and "of" not in parts and "'" not in name:
            longer.setdefault(parts[-1], []).append(name)
    called = {name: name for name in names}
    for name in names:
        if len(longer.get(name, [])) == 1:
            called[longer[name][0]] = name
    for name in names:
        owned = [each for each in names if "'s_" in each and each.partition("'s_")[2] == name.lower()]
        if len(owned) == 1 and "'" not in name:
            called[name] = owned[0]
    roles = {part: name for name, title in known.titles.items() for part in title.split()[:-1]}
    for name in names:
        if name in roles and roles[name] in called and name not in known.known.values():
            called[name] = roles[name]
    for name, chosen in called.items():
        if chosen in RESERVED:
            called[name] = f"{chosen}_itself"
    return called


def _renamed(reading: Reading, called: dict[str, str]) -> Reading:
    def new(who: Who) -> Who:
        return who if who.name is None else replace(who, name=called.get(who.name, who.name))

    def all_of(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
        return tuple(new(piece) if isinstance(piece, Who) else piece for piece in pieces)

    match reading:
        case Clause():
            return replace(reading, doers=tuple(map(new, reading.doers)), pieces=all_of(reading.pieces))
        case State():
            return replace(reading, whose=new(reading.whose), pieces=all_of(reading.pieces))
        case Wish(deed=deed, thing=thing):
            renamed = _renamed(deed, called) if deed else None
            return replace(
                reading,
                whose=new(reading.whose),
                deed=renamed if isinstance(renamed, Clause) else None,
                thing=new(thing) if thing else None,
            )
    return reading
