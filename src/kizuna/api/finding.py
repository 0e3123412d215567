"""Stories of a world: those that reach its ending, what they must contain, and what happens with nobody steering."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from kizuna import answers, inquiry, language, search
from kizuna.api.asking import ask, reasons
from kizuna.diagnostics import Diagnostic, Outcome, conclude
from kizuna.fabula import Fabula, Limits
from kizuna.grounding import GroundWorld
from kizuna.model.values import Number
from kizuna.model.world import World
from kizuna.search import Problem, SearchResult, Stop

if TYPE_CHECKING:
    from kizuna.inquiry import By, Ranking

LIVING = Limits(20, 4, 2)
"""How far `live` looks where nobody says."""
NEARLY = 5_000
"""States looked through, in any mind, for a story that lacks a single reason."""
CANDIDATES = 10
"""Stories to rank where nobody says how many."""


def find(
    world: World,
    *,
    ending: str | None = None,
    goal: Number | None = None,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    count: int | None = 1,
    max_expansions: int | None = 200_000,
    max_states: int | None = 1_000_000,
    near: int = NEARLY,
    observer: Callable[[search.Progress], bool | None] | None = None,
) -> Outcome[SearchResult]:
    """Stories of ``world`` that raise the author's utility to ``goal``: the first ``count``, or all with None.

    ``ending`` asks for that ending alone, by any way: a name, a condition, or ``name: condition``.

    A count has no two stories in which the same happens for the same causes in another order.

    Limits that neither the question nor the world's settings give widen step by step. An outcome without stories says
    in a diagnostic whether there are none within the limits or none was found, and in another which story lacks a
    single reason; ``near`` bounds the work of looking for that one (0: none).
    """
    wanted = conclude(world, []) if ending is None else reaching(world, ending)
    if wanted.value is None:
        return conclude(None, wanted.diagnostics)
    advised = world.settings

    def question(ground_world: GroundWorld) -> tuple[SearchResult, tuple[Diagnostic, ...]]:
        problem = Problem(ground_world, goal)
        result = search.find(
            problem,
            events=advised.events if events is None else events,
            foresight=advised.foresight if foresight is None else foresight,
            depth=advised.depth if depth is None else depth,
            count=count,
            max_expansions=max_expansions,
            max_states=max_states,
            observer=observer,
        )
        return result, _unfound(problem, result, near)

    answer = ask(wanted.value, question)
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    result, unfound = answer.value
    return conclude(result, [*wanted.diagnostics, *answer.diagnostics, *unfound])


def reaching(world: World, ending: str) -> Outcome[World]:
    """The world with nothing but that ending to reach: one of its plot by its name, or a condition."""
    read = language.ending_of(world, ending)
    return conclude(None if read.value is None else language.towards(world, read.value), read.diagnostics)


def _unfound(problem: Problem, result: SearchResult, near: int) -> tuple[Diagnostic, ...]:
    """What there is to say of a search that found nothing."""
    if result.fabulas:
        return ()
    worthwhile = near and result.stopped is not Stop.CANCELLED
    from kizuna.inquiry.near_miss import near_miss  # noqa: PLC0415 - only a search in vain needs it

    miss = near_miss(problem, result.completed or result.limits, near) if worthwhile else None
    none = answers.no_story(result)
    return (none,) if miss is None else (none, answers.nearly(problem.world, miss))


def must(world: World, condition: str, **limits: Any) -> Outcome[search.Must]:
    """Whether ``condition``, written as in the story, comes to hold in every story; limits as in `find`."""
    without = language.avoiding(world, condition, "--must")
    if without.value is None:
        return conclude(None, without.diagnostics)
    found, spared = find(world, near=0, **limits), find(without.value, near=0, **limits)
    if found.value is None or spared.value is None:
        return conclude(None, [*found.diagnostics, *spared.diagnostics])
    return conclude(search.must(condition, found.value, spared.value), without.diagnostics)


def limits_of(
    world: World, events: int | None, foresight: int | None, depth: int | None, usual: Limits = LIVING
) -> Limits:
    """Limits as asked for, else as the world advises, else the ``usual`` ones."""
    asked, advised = (events, foresight, depth), world.settings
    named = (advised.events, advised.foresight, advised.depth)
    last = (usual.events, usual.foresight, usual.depth)
    return Limits(*(next(n for n in each if n is not None) for each in zip(asked, named, last, strict=True)))


def live(
    world: World,
    *,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    max_expansions: int | None = 200_000,
    observer: Callable[[search.Progress], bool | None] | None = None,
) -> Outcome[search.Life]:
    """What would happen with nobody steering; limits that nobody gives are those of :data:`LIVING`."""
    limits = limits_of(world, events, foresight, depth)

    def question(ground_world: GroundWorld) -> search.Life:
        problem = Problem(ground_world)
        problem.effort.max_expansions, problem.effort.observer = max_expansions, observer
        return search.live(problem, limits)

    return ask(world, question)


def rank(world: World, fabulas: Sequence[Fabula], by: By | str) -> Outcome[Ranking]:
    """Stories of ``world``, the most interesting first, each with its score; ValueError for an unknown ``by``."""
    chosen = inquiry.By(by)
    return ask(world, lambda ground_world: inquiry.rank(fabulas, chosen, lambda: reasons(ground_world)))
