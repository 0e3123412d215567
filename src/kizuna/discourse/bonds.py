"""What binds people to one another when a telling begins, as far as it is said at once.

A bond is a number that one of two people has of the other: *loves(Ana, Ben)* is 9. Whoever sees it all is told how
strong it is, what it is taken for by the one who has it, and by the other. Through somebody's eyes only what binds
them is told, and only as they take it to be. Cost: one look at each fluent.
"""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.discourse.beats import Bond
from kizuna.discourse.keeping import Keeping, gives_away
from kizuna.discourse.openings import is_everything
from kizuna.discourse.stage import Stage, parts
from kizuna.model.telling import Focus, Telling
from kizuna.model.values import Number, Value

BETWEEN = 2
"""A bond is between so many."""


def bonds(stage: Stage, telling: Telling, keeping: Keeping) -> tuple[Bond, ...]:
    """The bonds that are told at the opening, the strongest first."""
    if not is_everything(telling) or telling.focus is Focus.OUTER:
        return ()
    found = [bond for bond in all_bonds(stage, keeping) if telling.focus is Focus.ZERO or bond.who == telling.through]
    if telling.focus is Focus.INNER:
        found = [_as_taken(bond) for bond in found]
    return tuple(sorted((each for each in found if each.strength > 0), key=lambda each: -each.strength))


def _as_taken(bond: Bond) -> Bond:
    """A bond as the one who has it takes it to be."""
    return Bond(bond.who, bond.whom, bond.fluent, bond.strength if bond.known is None else bond.known)


def all_bonds(stage: Stage, keeping: Keeping) -> Iterator[Bond]:
    """All bonds as they are at the start, but for what is withheld then."""
    names = keeping.names(0)
    hidden, start, ids = keeping.facts(0), stage.states[0], stage.world.character_ids
    for name, worth in stage.statics.items():
        kind, people = parts(name)
        strength, open_ = _strength(worth), names.isdisjoint((kind, *map(str, people)))
        if open_ and _is_between(people, stage) and strength is not None:
            yield Bond(str(people[0]), str(people[1]), kind, strength)
    for number, fluent in enumerate(stage.world.fluents):
        kind, people = parts(fluent.name)
        strength = _strength(start.values[number])
        if strength is None or not _is_between(people, stage) or gives_away(hidden, number, strength):
            continue
        taken = [_strength(start.beliefs[ids[str(each)]].values[number]) for each in people]
        known, believed = (None if each is None or gives_away(hidden, number, each) else each for each in taken)
        yield Bond(str(people[0]), str(people[1]), kind, strength, known, believed)


def _is_between(people: tuple[Value, ...], stage: Stage) -> bool:
    known = stage.world.character_ids
    return len(people) == BETWEEN and people[0] != people[1] and all(each in known for each in people)


def _strength(worth: Value) -> Number | None:
    return None if worth is None or isinstance(worth, bool | str) else worth
