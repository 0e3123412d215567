"""How a story is told, and what its reader makes of it: parameters, the discourse, the readings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from kizuna import discourse
from kizuna.api.asking import ask_of, reasons
from kizuna.api.feeling import appraiser
from kizuna.api.insight import Insight
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude
from kizuna.discourse import Discourse, Readings, Telling
from kizuna.discourse.arrange import arrange as arranged_as
from kizuna.discourse.objections import objections
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
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

    def question(ground_world: GroundWorld) -> tuple[Discourse, tuple[Diagnostic, ...]]:
        shows = chosen.distance is not Distance.LEFT_OUT or any(turn.distance is not None for turn in chosen.turns)
        insight = look_into(world, fabula, ground_world) if inside and shows else None
        return _arranged(world, ground_world, fabula, chosen, insight)

    return _without_objections(ask_of(world, fabula, question))


def _arranged(
    world: World, ground_world: GroundWorld, fabula: Fabula, telling: Telling, insight: Insight | None
) -> tuple[Discourse, tuple[Diagnostic, ...]]:
    arranged = arranged_as(fabula, ground_world, world, telling, insight)
    return arranged, objections(arranged, ground_world, world)


def _without_objections(answer: Outcome[tuple[T, tuple[Diagnostic, ...]]]) -> Outcome[T]:
    """The answer, with what there is to say against it among the diagnostics; none where one of them is an error."""
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    value, objections = answer.value
    wrong = any(each.is_error for each in objections)
    return conclude(None if wrong else value, [*answer.diagnostics, *objections])


def look_into(world: World, fabula: Fabula, ground_world: GroundWorld) -> Insight | None:
    """What looks into people, without what they fear that others would do; None for a world with no such answers."""
    outcome = appraiser(world, fabula, fears=False)
    if outcome.value is None:
        return None
    return Insight(reasons(ground_world), outcome.value)


def reader(world: World, fabula: Fabula, telling: Telling | None = None) -> Outcome[Readings]:
    """What a reader believes after every beat of a telling, what they wonder at, and what they can conclude."""
    chosen = world.telling if telling is None else telling

    def question(ground_world: GroundWorld) -> tuple[Readings, tuple[Diagnostic, ...]]:
        arranged, objections = _arranged(world, ground_world, fabula, chosen, None)
        return discourse.read_through(arranged, ground_world, world), objections

    return _without_objections(ask_of(world, fabula, question))
