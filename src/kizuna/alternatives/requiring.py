"""What it takes: the question that looks for the changes itself, for an ending or an author's outline."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from kizuna import api, grounding, search
from kizuna.alternatives.lived import lived
from kizuna.alternatives.varying import varied
from kizuna.api.finding import limits_of, reaching
from kizuna.deliberation import EffortSpent
from kizuna.diagnostics import Outcome, Source, Span, conclude, diagnose
from kizuna.fabula import Limits
from kizuna.grounding import Unfolded
from kizuna.inquiry.dials import Dial, usual_dials
from kizuna.inquiry.leaning import Leaning, lacking_choice
from kizuna.inquiry.requires import Failing, Requires
from kizuna.inquiry.requires import Search as Requiring
from kizuna.inquiry.staging import lean_world
from kizuna.inquiry.wanted import AT_FIRST, AnEnding, AnOutline, Lack
from kizuna.inquiry.warm import Warm
from kizuna.language.altered import Line, altered
from kizuna.model.world import EventPattern, World
from kizuna.search import Problem

__all__ = ["MOST_REPLAYED", "MOST_TRIED", "requires"]

Observer = Callable[[search.Progress], bool | None]

REACHING = Limits(6, 4, 2)
"""How far `requires` looks where neither the question nor the world says."""
WEIGHING = 10_000
"""States looked through, in any mind, for what somebody would rather do than what the ending needs."""
MOST_TRIED = 400
"""Sets of changes that `requires` tries for an ending where nobody says how many."""
MOST_REPLAYED = 4000
"""The same for an outline, whose events are only replayed."""


def requires(
    world: World,
    *,
    ending: str | None = None,
    outline: str | Source | None = None,
    vary: Sequence[str] = (),
    count: int = 3,
    size: int = 2,
    most: int | None = None,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    max_expansions: int = 200_000,
    observer: Observer | None = None,
) -> Outcome[Requires]:
    """The fewest and smallest changes of the start with which an ending can be reached, or an outline holds.

    ``ending`` is the name of one or a condition; the steps of the plot on the way to it are not asked for. ``outline``
    has one event a line, as an action with its arguments. ``vary`` says what may be otherwise and how (``loves(Ana,
    Tom) = 0..10``, ``Ana believes at(Tom)``, ``Ana wants gold = 1..5``); without it bonds, weights and beliefs may.
    ValueError unless one of the two is asked for.
    """
    if (ending is None) == (outline is None):
        raise ValueError("either an ending or an outline is asked for")
    limits = limits_of(world, events, foresight, depth, REACHING)
    asked = _asked(world, ending, outline, limits, max_expansions)
    dials = _dials(world, vary)
    if asked.value is None or dials.value is None:
        return conclude(None, [*asked.diagnostics, *dials.diagnostics])
    wanted, test = asked.value
    if isinstance(test, AnEnding):
        test.own = _own_story(world, limits, max_expansions // AT_FIRST, observer)

    def question(unfolded: Unfolded) -> Requires:
        warm, free = _freed(wanted, unfolded, dials.unwrap(), test)
        start = warm.problem()
        start.effort.observer = observer
        if isinstance(test, AnOutline):
            test.knows_bystanders = warm.is_one_world
        said = ending if ending is not None else "the outline"
        lack = test.lacking(start)
        fails = _failing(test, start, lack)
        leaning = _leaning(warm, start, lack, limits)
        tries = most if most is not None else MOST_TRIED if ending is not None else MOST_REPLAYED
        answer = Requiring(warm, free, test, said, count, size, tries, leaning, observer).run(start)
        return answer if answer.already is not None else replace(answer, fails=fails)

    return lived(wanted, [*asked.diagnostics, *dials.diagnostics], question)


def _asked(
    world: World, ending: str | None, outline: str | Source | None, limits: Limits, work: int
) -> Outcome[tuple[World, AnEnding | AnOutline]]:
    """The world to be asked, and what is asked of it."""
    if ending is not None:
        wanted = reaching(world, ending)
        test = AnEnding(limits, work, work)
        return conclude(None if wanted.value is None else (wanted.value, test), wanted.diagnostics)
    lines = outline if isinstance(outline, Source) else Source("the outline", outline or "")
    return _to_an_outline(world, lines, limits, work)


def _dials(world: World, vary: Sequence[str]) -> Outcome[tuple[Dial, ...]]:
    """What the author says may vary; nothing where nothing was said."""
    if not vary:
        return conclude((), [])
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    read = varied(world, vary, unfolded.value)
    return conclude(read.value, [*unfolded.diagnostics, *read.diagnostics])


def _freed(
    wanted: World, unfolded: Unfolded, dials: tuple[Dial, ...], test: AnEnding | AnOutline
) -> tuple[Warm, tuple[Dial, ...]]:
    """The world with what may vary left open, and those dials that matter to anybody."""
    free = dials or usual_dials(wanted, unfolded, lean_world(unfolded, test.spoken_of))
    warm = Warm(unfolded, free, test.spoken_of)
    return warm, tuple(dial for dial in free if warm.matters(dial))


def _failing(test: AnEnding | AnOutline, start: Problem, lack: Lack | None) -> Failing | None:
    """Where an outline fails in the world as it is; nothing is said of an ending, to which there are many ways."""
    found = None if isinstance(test, AnEnding) else test.failing(lack)
    if found is None:
        return None
    at, event, who = found
    return Failing(at + 1, event, None if who is None else start.world.characters[who])


def _leaning(warm: Warm, start: Problem, lack: Lack | None, limits: Limits) -> Leaning | None:
    """What changes would do to the one choice that stands in the way, if one does."""
    if lack is None:
        return None
    start.effort.max_expansions = start.effort.expanded + WEIGHING
    try:
        choice = lacking_choice(start, lack.before, lack.who, lack.action, limits)
    except EffortSpent:
        return None
    finally:
        start.effort.max_expansions = None
    return None if choice is None else Leaning(warm, start, choice)


def _own_story(world: World, limits: Limits, work: int, observer: Observer | None) -> tuple[str, ...]:
    """The events of the story that the world has as it is; none if it is not soon found."""
    events, foresight, depth = limits.events, limits.foresight, limits.depth
    found = api.find(
        world, events=events, foresight=foresight, depth=depth, max_expansions=work, near=0, observer=observer
    )
    return found.value.fabulas[0].actions if found.value is not None and found.value.fabulas else ()


def _to_an_outline(
    world: World, outline: Source, limits: Limits, work: int
) -> Outcome[tuple[World, AnEnding | AnOutline]]:
    """The world, and the events of the outline in it."""
    lines = list(_events(outline))
    read = altered(world, lines)
    if read.value is None:
        return conclude(None, read.diagnostics)
    steps = read.value.world.plot.waypoints[len(world.plot.waypoints) :]
    plain = [s for s in steps if isinstance(s, EventPattern) and not any(isinstance(a, type(...)) for a in s.arguments)]
    help = "Write one event a line, as an action with all its arguments: `walk(Ana, house, well)`."
    if not steps:
        return conclude(None, [diagnose("no-outline", "No line of the outline is an event.", help=help)])
    if len(plain) < len(steps):
        span = next(line.span for line, step in zip(lines, steps, strict=True) if step not in plain)
        return conclude(None, [diagnose("unreadable-line", f"`{span.text}` is no plain event.", span, help=help)])
    return conclude((world, AnOutline(limits, work, work, tuple(plain))), read.diagnostics)


def _events(outline: Source) -> Iterator[Line]:
    """The lines that say something, without what stands after `#`."""
    for start, text in zip(outline.line_starts, outline.text.splitlines(), strict=False):
        said = text.partition("#")[0]
        if said.strip():
            first = start + len(said) - len(said.lstrip())
            yield Line(Span(outline, first, first + len(said.strip())), "then ")
