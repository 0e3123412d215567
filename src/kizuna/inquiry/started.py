"""The ground world of a start, from one unfolding that all starts share.

Naive: ground each changed world. What varies only says how things stand at the start and what motives weigh, and
unfolding looks at neither: so the variables are filled in once, and each start puts its facts, beliefs and weights in
their places. What follows from them (what can be reached, what never changes and folds away) is worked out for each
start anew, since folding shows: whoever is surprised knows for sure what can never change, and takes anything else for
possibly mistaken. So the world of a start is the same, part by part, as if it had been ground by itself; only the work
of unfolding is saved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kizuna.grounding import GroundMotive, GroundWorld, Unfolded
from kizuna.grounding.instantiate import Meter
from kizuna.inquiry.dials import Turn
from kizuna.model.formulas import Constant
from kizuna.model.world import World


def started(shared: Unfolded, turns: Sequence[Turn], made: World) -> Unfolded:
    """What ``made``, which is the unfolded world with ``turns`` made, would unfold to."""
    return replace(
        shared,
        world=replace(shared.world, initial=made.initial, motives=made.motives),
        whole=replace(begun(shared, turns), digest=made.digest),
        instantiator=replace(shared.instantiator, meter=Meter()),  # what a cell asks counts for that cell
    )


def begun(shared: Unfolded, turns: Sequence[Turn]) -> GroundWorld:
    """The unfolded world with ``turns`` made; its digest is still that of the world as it was."""
    whole = shared.whole
    facts, motives = list(whole.facts), whole.motives
    records = {(chain, fluent): value for chain, fluent, value in whole.beliefs}
    for turn in turns:
        chain = tuple(whole.character_ids[mind] for mind in turn.dial.minds)
        if turn.dial.motive is not None:
            motives = weighed(motives, chain[0], turn)
        for target in turn.dial.targets:
            fluent = shared.instantiator.fluent(target, {})
            if chain:
                records[chain, fluent] = turn.value
            else:
                facts[fluent] = turn.value
    beliefs = tuple((chain, fluent, value) for (chain, fluent), value in records.items())
    return replace(whole, facts=tuple(facts), beliefs=beliefs, motives=motives)


def weighed(
    motives: tuple[tuple[GroundMotive, ...], ...], who: int, turn: Turn
) -> tuple[tuple[GroundMotive, ...], ...]:
    """Everybody's motives, with what that turn of somebody's weighs."""
    mine = tuple(
        replace(motive, weight=Constant(turn.value)) if motive.name == turn.dial.motive else motive
        for motive in motives[who]
    )
    return (*motives[:who], mine, *motives[who + 1 :])
