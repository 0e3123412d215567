"""A story found, and what everyone in it feels."""

from __future__ import annotations

from collections.abc import Sequence

from kizuna import answers, appraisal, grounding
from kizuna.api.asking import FEELING, asked, reasons
from kizuna.api.finding import find
from kizuna.appraisal import HALVING, Appraiser, Feelings
from kizuna.appraisal.feelings import feelings as felt
from kizuna.diagnostics import Outcome, conclude
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
from kizuna.model.world import World


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
    return conclude(felt(outcome.value, None if who is None else tuple(who)), outcome.diagnostics)


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
        return Appraiser(reasons(ground_world, FEELING), marked, fabula, fears, halving)

    found = (*unfolded.diagnostics, *appraisal.misfits(world))
    return asked(conclude(marked.world, found), question)
