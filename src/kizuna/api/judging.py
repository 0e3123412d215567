"""Whether something holds: a world, a saved story, an author's own outline; and why everyone did what they did."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kizuna import grounding, search
from kizuna.api.asking import ask, ask_of, asked, reasons
from kizuna.api.finding import limits_of
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude
from kizuna.fabula import Fabula, Verdict
from kizuna.fabula import validate as validate_fabula
from kizuna.fabula.validator import DEFAULT_EFFORT
from kizuna.grounding import GroundWorld
from kizuna.inquiry import Account
from kizuna.inquiry.loose_ends import loose_ends
from kizuna.inquiry.outline import LONGEST_GAP, MENDING, Checked, check_outline, read_outline, setting
from kizuna.inquiry.why import why as account_of
from kizuna.model.world import World
from kizuna.sources import from_library


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

    answer = asked(conclude(whole.shrunk(), unfolded.diagnostics), question)
    if answer.value is None:
        return conclude(None, answer.diagnostics)
    return conclude(answer.value[0], [*answer.diagnostics, *answer.value[1]])


def validate(world: World, fabula: Fabula, *, effort: int = DEFAULT_EFFORT) -> Outcome[Verdict]:
    """What an independent check of every claim in ``fabula`` finds."""
    return ask(world, lambda ground_world: validate_fabula(fabula, ground_world, effort))


def why(world: World, fabula: Fabula) -> Outcome[Account]:
    """Event by event, why everyone did what they did, on which beliefs, for which motives."""
    return ask_of(world, fabula, lambda ground_world: account_of(reasons(ground_world), fabula))


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
    told = read.value
    limits = limits_of(world, max(1, len(told.lines)), foresight, depth)

    def question(_: GroundWorld) -> Checked:
        return check_outline(
            told, scene, limits, gap=gap, max_expansions=max_expansions, mending=mending, observer=observer
        )

    return asked(conclude(scene.lean, [*unfolded.diagnostics, *read.diagnostics]), question)
