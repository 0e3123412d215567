"""The straight line, one function a stage: read, ground, find, why, tell, validate, check.

Texts come through a :class:`Sources`. Authors' mistakes come back as diagnostics in an :class:`Outcome`; nothing here
opens files, prints or exits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from kizuna import answers, appraisal, grounding, inquiry, narration, search, sketching
from kizuna.appraisal import HALVING, Appraiser, Feelings
from kizuna.deliberation import Effort, Reasons
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Fabula, Limits, Verdict
from kizuna.fabula import validate as validate_fabula
from kizuna.fabula.validate import DEFAULT_EFFORT
from kizuna.grounding import GroundWorld
from kizuna.inquiry import Account, By, Ranking
from kizuna.inquiry.loose_ends import loose_ends
from kizuna.inquiry.outline import LONGEST_GAP, MENDING, Checked, check_outline, read_outline, setting
from kizuna.language import Loader, amended, format_file, parse, renamed
from kizuna.language import read as read_story
from kizuna.language import write as write_story
from kizuna.model.values import Number
from kizuna.model.world import World
from kizuna.narration import Telling
from kizuna.peers import sabre
from kizuna.search import Problem, SearchResult, Stop
from kizuna.search.saved import load_fabulas
from kizuna.sketching import Sketched
from kizuna.sources import (
    LANGUAGES,
    Files,
    Sources,
    from_library,
    loader,
    outline_of,
    shipped_worlds,
    template,
    templates,
    title_of,
)

__all__ = [
    "LANGUAGES",
    "Files",
    "Overview",
    "Sources",
    "appraiser",
    "begin",
    "check",
    "feelings",
    "find",
    "format_text",
    "ground",
    "live",
    "load",
    "must",
    "outline",
    "outline_of",
    "rank",
    "read",
    "read_text",
    "recount",
    "shipped_worlds",
    "sketch",
    "tell",
    "templates",
    "validate",
    "why",
    "write",
]

T = TypeVar("T")
LIVING = Limits(20, 4, 2)
"""How far `live` looks where nobody says."""
NEARLY = 5_000
"""States looked through, in any mind, for a story that lacks a single reason."""
WEIGHING = 20_000
"""States looked through, in any mind, before `why` stops weighing what else could have been done."""
CANDIDATES = 10
"""Stories to rank where nobody says how many."""
FEELING = 200_000
"""States looked through, in any mind, before `feelings` stops asking who still means to do what, and fears what."""

_READERS: dict[str, Callable[[Source, Loader], Outcome[World]]] = {
    "sabre": lambda source, _: sabre.read(source),
    "story": read_story,
}


def read(name: str, *, language: str | None = None, sources: Sources | None = None) -> Outcome[World]:
    """The world in a file, in a folder, or shipped under a name; the language by the file's ending unless given."""
    loaded = (sources or Files()).load(name)
    if loaded.value is None:
        return conclude(None, loaded.diagnostics)
    chosen = language or LANGUAGES.get(Path(loaded.value.name).suffix)
    outcome = read_text(loaded.value.text, name=loaded.value.name, language=chosen, sources=sources)
    if outcome.value is None or outcome.value.name != Path(loaded.value.name).stem:
        return outcome
    return Outcome(replace(outcome.value, name=title_of(Path(loaded.value.name))), outcome.diagnostics)


def read_text(
    text: str, *, name: str = "<text>", language: str | None = "sabre", sources: Sources | None = None
) -> Outcome[World]:
    """The world that a text describes; what it uses comes from ``sources``."""
    reader = _READERS.get(language or "")
    if reader is None:
        hint = f"Let its name end in {' or '.join(LANGUAGES)}, or say --language {' or '.join(sorted(_READERS))}."
        return conclude(
            None, [diagnose("unknown-language", f"It is not clear which language {name} is in.", help=hint)]
        )
    return reader(Source(name, text), loader(sources or Files()))


def write(world: World) -> str:
    """The world as `.story` text; reading it gives the same world."""
    return write_story(world)


def format_text(text: str, *, name: str = "<text>") -> Outcome[str]:
    """A `.story` text in the one usual layout, which changes nothing about what it says; its line endings stay."""
    source = Source(name, text)
    file, found = parse(source)
    formatted = format_file(file, source).replace("\r\n", "\n")
    if "\r\n" in text:
        formatted = formatted.replace("\n", "\r\n")
    return conclude(formatted, found)


def begin(name: str, template_name: str) -> Outcome[str]:
    """The text of the template of that name, or of a .story file, as the beginning of a story called ``name``."""
    found = Files().load(template_name) if template_name.endswith(".story") else template(template_name)
    return conclude(None if found.value is None else renamed(found.value, name), found.diagnostics)


def sketch(text: str, name: str, *, of: str = "<outline>") -> Outcome[Sketched]:
    """A first cast sheet for a story called ``name``, made from the plain lines of an outline; ``of`` is its source."""
    return sketching.sketch(Source(of, text), name)


def ground(world: World) -> Outcome[GroundWorld]:
    """The world without variables."""
    return grounding.ground(world)


def find(
    world: World,
    *,
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

    A count has no two stories in which the same happens for the same causes in another order.

    Limits that neither the question nor the world's settings give widen step by step. An outcome without stories says
    in a diagnostic whether there are none within the limits or none was found, and in another which story lacks a
    single reason; ``near`` bounds the work of looking for that one (0: none).
    """
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

    answer = _ask(world, question)
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    result, unfound = answer.value
    return conclude(result, [*answer.diagnostics, *unfound])


def _unfound(problem: Problem, result: SearchResult, near: int) -> tuple[Diagnostic, ...]:
    """What there is to say of a search that found nothing."""
    if result.fabulas:
        return ()
    worthwhile = near and result.stopped is not Stop.CANCELLED
    miss = inquiry.near_miss(problem, result.completed or result.limits, near) if worthwhile else None
    none = answers.no_story(result)
    return (none,) if miss is None else (none, answers.nearly(problem.world, miss))


def must(world: World, condition: str, **limits: Any) -> Outcome[search.Must]:
    """Whether ``condition``, written as in the story, comes to hold in every story; limits as in `find`."""
    addition = Source("--must", f"plot\n    never ({condition})\n")
    without = amended(world, addition)
    if without.value is None:
        return conclude(None, without.diagnostics)
    found, spared = find(world, near=0, **limits), find(without.value, near=0, **limits)
    if found.value is None or spared.value is None:
        return conclude(None, [*found.diagnostics, *spared.diagnostics])
    return conclude(search.must(condition, found.value, spared.value), without.diagnostics)


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
    advised = world.settings
    limits = Limits(
        next(n for n in (events, advised.events, LIVING.events) if n is not None),
        next(n for n in (foresight, advised.foresight, LIVING.foresight) if n is not None),
        next(n for n in (depth, advised.depth, LIVING.depth) if n is not None),
    )

    def question(ground_world: GroundWorld) -> search.Life:
        problem = Problem(ground_world)
        problem.effort.max_expansions, problem.effort.observer = max_expansions, observer
        return search.live(problem, limits)

    return _ask(world, question)


def outline(
    world: World,
    text: str,
    *,
    of: str = "<outline>",
    foresight: int | None = None,
    depth: int | None = None,
    gap: int = LONGEST_GAP,
    max_expansions: int | None = 200_000,
    mending: int = MENDING,
    observer: Callable[[search.Progress], bool | None] | None = None,
) -> Outcome[Checked]:
    """Whether an author's own events, one a line, hold in ``world``; ``of`` is what their text is called.

    At most ``gap`` events fill a line of ``...``; ``mending`` bounds the work of looking for repairs (0: none). Limits
    that nobody gives are those of the world, or of :data:`LIVING`. What is wrong with the events is in the value; lines
    that cannot be read leave none.
    """
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    scene = setting(unfolded.value)
    read = read_outline(Source(of, text), unfolded.value, scene.open)
    if read.value is None:
        return conclude(None, [*unfolded.diagnostics, *read.diagnostics])
    told, advised = read.value, world.settings
    limits = Limits(
        max(1, len(told.lines)),
        next(n for n in (foresight, advised.foresight, LIVING.foresight) if n is not None),
        next(n for n in (depth, advised.depth, LIVING.depth) if n is not None),
    )

    def question(_: GroundWorld) -> Checked:
        return check_outline(
            told, scene, limits, gap=gap, max_expansions=max_expansions, mending=mending, observer=observer
        )

    return _asked(conclude(scene.lean, [*unfolded.diagnostics, *read.diagnostics]), question)


def why(world: World, fabula: Fabula) -> Outcome[Account]:
    """Event by event, why everyone did what they did, on which beliefs, for which motives."""
    return _ask_of(world, fabula, lambda ground_world: inquiry.why(_reasons(ground_world), fabula))


def rank(world: World, fabulas: Sequence[Fabula], by: By | str) -> Outcome[Ranking]:
    """Stories of ``world``, the most interesting first, each with its score; ValueError for an unknown ``by``."""
    chosen = By(by)
    return _ask(world, lambda ground_world: inquiry.rank(fabulas, chosen, lambda: _reasons(ground_world)))


def _reasons(world: GroundWorld, work: int = WEIGHING) -> Reasons:
    """Everyone's reasons, with a bound on the work of weighing one against another."""
    dynamics = Dynamics(world)
    return Reasons(dynamics, Effort(work, states=lambda: len(dynamics.store)))


def feelings(
    world: World,
    fabula: Fabula | None = None,
    *,
    who: Sequence[str] | None = None,
    fears: bool = True,
    halving: int = HALVING,
) -> Outcome[Feelings]:
    """Event by event, what everyone feels (or those of ``who``); of the first story that is found unless one is given.

    ``fears`` says whether to work out what everyone fears that others would do, which is most of the work; ``halving``
    is the number of events after which an emotion is half as strong.
    """
    if fabula is None:
        found = find(world)
        if found.value is None or not found.value.fabulas:
            return conclude(None, [*found.diagnostics, answers.nothing_to_feel(world.name)])
        fabula = found.value.fabulas[0]
    outcome = appraiser(world, fabula, fears=fears, halving=halving)
    if outcome.value is None:
        return conclude(None, outcome.diagnostics)
    return conclude(appraisal.feelings(outcome.value, None if who is None else tuple(who)), outcome.diagnostics)


def appraiser(world: World, fabula: Fabula, *, fears: bool = True, halving: int = HALVING) -> Outcome[Appraiser]:
    """What answers for single events and minds of a story; :func:`feelings` asks it for all of them."""
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    marked = appraisal.marked(unfolded.value, world)
    misfit = answers.misfit(marked.world, fabula)
    if misfit is not None:
        return conclude(None, [*unfolded.diagnostics, misfit])

    def question(ground_world: GroundWorld) -> Appraiser:
        return Appraiser(_reasons(ground_world, FEELING), marked, fabula, fears, halving)

    found = (*unfolded.diagnostics, *appraisal.misfits(world))
    return _asked(conclude(marked.world, found), question)


def tell(world: World, fabula: Fabula) -> Outcome[Telling]:
    """The story in sentences."""
    return _ask_of(world, fabula, lambda ground_world: narration.narrate(fabula, ground_world))


def recount(world: World, events: Iterable[str]) -> Outcome[Telling]:
    """Events, by the names of their actions, in sentences; KeyError for an action that the world does not have."""
    return _ask(world, lambda ground_world: narration.recount(events, ground_world))


def validate(world: World, fabula: Fabula, *, effort: int = DEFAULT_EFFORT) -> Outcome[Verdict]:
    """What an independent check of every claim in ``fabula`` finds."""
    return _ask(world, lambda ground_world: validate_fabula(fabula, ground_world, effort))


@dataclass(frozen=True, slots=True)
class Overview:
    """What a world amounts to once it is ground."""

    characters: tuple[str, ...]
    fluents: int
    actions: int
    rules: int
    digest: str


def check(world: World) -> Outcome[Overview]:
    """Whether a world can be lived in: it grounds, and its rules come to rest where it starts.

    What its author may have left loose is said in warnings; see :mod:`kizuna.inquiry.loose_ends`.
    """
    unfolded = grounding.unfold(world)
    if unfolded.value is None:
        return conclude(None, unfolded.diagnostics)
    whole = unfolded.value

    def question(ground_world: GroundWorld) -> tuple[Overview, tuple[Diagnostic, ...]]:
        found = loose_ends(world, whole, ground_world, lambda span: not from_library(span.source))
        counts = (len(ground_world.fluents), len(ground_world.actions), len(ground_world.rules))
        return Overview(ground_world.characters, *counts, ground_world.digest), found

    answer = _asked(conclude(whole.shrunk(), unfolded.diagnostics), question)
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    return conclude(answer.value[0], [*answer.diagnostics, *answer.value[1]])


def load(name: str, data: bytes) -> Outcome[tuple[Fabula, ...]]:
    """The stories in a saved result or a saved fabula."""
    try:
        return conclude(load_fabulas(data), [])
    except (ValueError, ArithmeticError, RecursionError) as error:
        return conclude(None, [diagnose("saved-story-unreadable", f"{name} holds no saved story: {error}.")])


def _ask_of(world: World, fabula: Fabula, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Asks about a story, having made sure that it can happen in the world at all."""
    misfit = _ask(world, lambda ground_world: (answers.misfit(ground_world, fabula),))
    if misfit.value is None or misfit.value[0] is not None:
        return conclude(None, [*misfit.diagnostics, *(misfit.value or ())])
    return _ask(world, question)


def _ask(world: World, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Grounds a world and asks a question of it; what goes wrong while living through it becomes a diagnostic."""
    return _asked(ground(world), question)


def _asked(outcome: Outcome[GroundWorld], question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """The same of a world that is ground already."""
    if outcome.value is None:
        return conclude(None, outcome.diagnostics)
    ground_world = outcome.value
    try:
        return conclude(question(ground_world), outcome.diagnostics)
    except EndlessRulesError as endless:
        return conclude(None, [*outcome.diagnostics, answers.endless(ground_world, endless)])
    except ZeroDivisionError:
        message = "A number is divided by zero while living through the world."
        return conclude(None, [*outcome.diagnostics, diagnose("division-by-zero", message)])
