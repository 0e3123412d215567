"""How a story is told, and what its reader makes of it: parameters, the discourse, the readings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from kizuna import discourse
from kizuna.api.rehearsal import Rehearsal, rehearsed
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude
from kizuna.discourse import Discourse, Readings, Telling
from kizuna.discourse.arrange import arrange as arranged_as
from kizuna.discourse.objections import objections
from kizuna.fabula import Fabula
from kizuna.language import read_telling
from kizuna.model.telling import Distance
from kizuna.model.world import World
from kizuna.sources import Files, Sources

T = TypeVar("T")


def telling(
    world: World,
    *,
    file: str | None = None,
    options: Sequence[tuple[str, str]] = (),
    sources: Sources | None = None,
) -> Outcome[Telling]:
    """How the stories of a world are to be told: as it says itself, then as a file says, then as options do.

    A file holds a `telling` block and nothing else. An option is a word and the rest of its line in such a block:
    ``("through", "Ana")``; what is said later counts instead of what was said before.
    """
    chosen, found = world.telling, list[Diagnostic]()
    if file is not None:
        loaded = (sources or Files()).load(file)
        if loaded.value is None:
            return conclude(None, loaded.diagnostics)
        outcome = read_telling(Source(Path(file).name, loaded.value.text), world, chosen)
        if outcome.value is None:
            return outcome
        chosen, found = outcome.value, [*outcome.diagnostics]
    if not options:
        return conclude(chosen, found)
    lines = "\n".join(f"    {word} {rest}" for word, rest in options)
    outcome = read_telling(Source("the options", f"telling\n{lines}\n"), world, chosen)
    return conclude(outcome.value, [*found, *outcome.diagnostics])


def arrange(world: World, fabula: Fabula, telling: Telling | None = None, *, inside: bool = True) -> Outcome[Discourse]:
    """The beats of a story as ``telling`` has them told, which is the world's own unless given.

    ``inside`` says whether to work out what people feel and what speaks against their acts, where the telling shows it.
    """
    chosen = world.telling if telling is None else telling
    return without_objections(rehearsed(world, fabula, lambda of: arranged(of, chosen, inside=inside)))


def arranged(of: Rehearsal, telling: Telling, *, inside: bool) -> tuple[Discourse, tuple[Diagnostic, ...]]:
    """The beats of a story, and what there is to say against them."""
    shows = telling.distance is not Distance.LEFT_OUT or any(turn.distance is not None for turn in telling.turns)
    insight = of.insight(telling) if inside and shows else None
    found = arranged_as(of.fabula, of.ground, of.world, telling, insight, of.stage)
    return found, objections(found, of.ground, of.world, of.stage)


def without_objections(answer: Outcome[tuple[T, tuple[Diagnostic, ...]]]) -> Outcome[T]:
    """The answer, with what there is to say against it among the diagnostics; none where one of them is an error."""
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    value, objections = answer.value
    wrong = any(each.is_error for each in objections)
    return conclude(None if wrong else value, [*answer.diagnostics, *objections])


def reader(world: World, fabula: Fabula, telling: Telling | None = None) -> Outcome[Readings]:
    """What a reader believes after every beat of a telling, what they wonder at, and what they can conclude."""
    chosen = world.telling if telling is None else telling

    def question(of: Rehearsal) -> tuple[Readings, tuple[Diagnostic, ...]]:
        found, against = arranged(of, chosen, inside=False)
        return discourse.read_through(found, of.ground, world, of.stage), against

    return without_objections(rehearsed(world, fabula, question))
