"""What the reader is told at once, before anything happens: facts as they are at the start, and who believes what."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.discourse.keeping import Keeping, gives_away
from kizuna.discourse.stage import Stage, parts
from kizuna.model.telling import EVERYTHING, Focus, Pattern, Telling
from kizuna.model.values import Value

Told = tuple[tuple[int, ...], int, Value]
"""Something that the reader is told: whose belief (a chain of minds, empty for a fact), which fluent, and its worth."""


def is_everything(telling: Telling) -> bool:
    """Whether the reader is told all that is so at the start."""
    return any(each.name == EVERYTHING and each.arguments is None for each in telling.opening)


def told_at_once(stage: Stage, telling: Telling, keeping: Keeping) -> Iterator[Told]:
    """What is said at the opening; nothing that is withheld at the first event."""
    hidden = keeping.facts(0)
    for pattern in telling.opening:
        chain = tuple(stage.world.character_ids[mind] for mind in pattern.minds)
        state = stage.states[0].at(chain)
        for number in _meant(stage, pattern):
            value = state.values[number]
            if value is not None and not gives_away(hidden, number, value):
                yield chain, number, value


def _meant(stage: Stage, pattern: Pattern) -> Iterator[int]:
    for number, fluent in enumerate(stage.world.fluents):
        if pattern.name == EVERYTHING or pattern.fits(*parts(fluent.name)):
            yield number


def setting(stage: Stage, telling: Telling, keeping: Keeping) -> tuple[str, ...]:
    """What is so at the start and need not be, where everything is told; through somebody, as they take it to be."""
    if not is_everything(telling):
        return ()
    names, hidden, start = keeping.names(0), keeping.facts(0), stage.states[0]
    if telling.focus is Focus.INNER:
        start = start.beliefs[stage.world.character_ids[telling.through]]
    facts = [name for name, worth in stage.statics.items() if worth is True]
    for number, fluent in enumerate(stage.world.fluents):
        if start.values[number] is True and not gives_away(hidden, number, True):
            facts.append(fluent.name)
    usual = {each.name for each in stage.story.fluents if each.default is True}
    said = (name for name in facts if parts(name)[0] not in usual)
    return tuple(name for name in said if names.isdisjoint((parts(name)[0], *map(str, parts(name)[1]))))


def opening(stage: Stage, telling: Telling, keeping: Keeping) -> tuple[tuple[str, Value], ...]:
    """The facts of the opening that are said by name, for whoever writes them down; not where it is everything."""
    if is_everything(telling):
        return ()
    facts = (each for each in told_at_once(stage, telling, keeping) if not each[0])
    return tuple((stage.world.fluents[fluent].name, value) for _, fluent, value in facts)
