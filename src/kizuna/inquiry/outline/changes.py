"""Changes of the world that may supply what an event lacks: a belief, a fact at the start, a weight.

Each is first tried where the event stands, in the one mind that objects; those that help there are then made at the
start of the world, which whoever asks has to verify. Only worths that a fluent could come to have anyway are given, so
that what can ever happen stays the same and the world need not be ground anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from kizuna.deliberation import Asked, EffortSpent
from kizuna.grounding import GroundWorld
from kizuna.grounding.plot import HIDDEN
from kizuna.grounding.reachability import Reachable
from kizuna.inquiry.outline.conditions import Atom, failing, made_so
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.values import Mending
from kizuna.inquiry.outline.walk import Lane
from kizuna.model.formulas import Constant
from kizuna.model.values import Number, Value, show, show_fact

FARTHEST = 10
"""Weights are tried up to so much above and below what they are."""
MOST_BELIEFS = 60
"""Beliefs that are tried in one mind."""
WORK = 1_000
"""Expansions for all that is tried in one mind."""

Changed = tuple[Mending, str, GroundWorld]


def changes(stage: Stage, lane: Lane, action: int) -> Iterator[Changed]:
    """Changes of the world after which an action may hold where a lane stands; to be verified."""
    if not stage.dynamics.holds(lane.state, action):
        yield from _facts(stage, lane, action)
        return
    for character in stage.world.actions[action].consenting:
        asked = stage.reasons.asked_in_story(lane.state, character, stage.limits.foresight, stage.limits.depth)
        effort = stage.problem.effort
        limit, effort.max_expansions = effort.max_expansions, effort.expanded + WORK
        try:
            if stage.reasons.reason(asked, action) is None:
                yield from list(islice(_beliefs(stage, lane, asked, action), 3))
                yield from list(islice(_weights(stage, asked, action), 1))
        except EffortSpent:
            continue
        finally:
            effort.max_expansions = limit


def _facts(stage: Stage, lane: Lane, action: int) -> Iterator[Changed]:
    """What an impossible event asks for, so from the start."""
    atoms: list[Atom] = []
    for part in failing(stage.dynamics, lane.state, stage.world.actions[action].precondition):
        found = made_so(stage.dynamics, lane.state, part)
        if found is None:
            return
        atoms += found
    world = stage.world
    if not atoms or not all(_could_be(stage, fluent, value) for _, fluent, value in atoms):
        return
    facts, records = list(world.facts), dict[tuple[tuple[int, ...], int], Value]()
    for chain, fluent, value in atoms:
        if chain:
            records[chain, fluent] = value
        else:
            facts[fluent] = value
    says = " and ".join(_said(world, atom) for atom in dict.fromkeys(atoms))
    yield Mending.FACT, f"{says} from the start", replace(world, facts=tuple(facts), beliefs=_recorded(world, records))


def _beliefs(stage: Stage, lane: Lane, asked: Asked, action: int) -> Iterator[Changed]:
    """One belief with which the character who is asked would: what is so first."""
    who = asked.character
    for fluent, value in islice(_other_worths(stage, lane, asked), MOST_BELIEFS):
        mind = stage.dynamics.taught(asked.believed, who, (((), fluent, value),))
        heart = stage.reasons.utilities.heart(who, mind)
        if stage.reasons.reason(asked._replace(believed=mind, heart=heart), action) is not None:
            says = f"{stage.world.characters[who]} believes that {show_fact(stage.world.fluents[fluent].name, value)}"
            world = replace(stage.world, beliefs=_recorded(stage.world, {((who,), fluent): value}))
            yield Mending.BELIEF, f"{says}, from the start", world


def _other_worths(stage: Stage, lane: Lane, asked: Asked) -> Iterator[tuple[int, Value]]:
    believed = asked.believed.values
    named = [f for f, each in enumerate(stage.world.fluents) if not each.name.startswith(HIDDEN)]
    yield from ((f, lane.state.values[f]) for f in named if lane.state.values[f] != believed[f])
    for fluent in named:
        if isinstance(believed[fluent], bool):
            yield fluent, not believed[fluent]


def _weights(stage: Stage, asked: Asked, action: int) -> Iterator[Changed]:
    """The smallest other weight of one motive with which the character who is asked would."""
    utilities = stage.reasons.utilities
    motives = list(zip(utilities.motives(asked.character), utilities.weights(asked.heart), strict=True))
    for step in range(1, FARTHEST + 1):
        for change in (step, -step):
            for place, (motive, now) in enumerate(motives):
                if now is None or now + change < 0:
                    continue
                heart = utilities.reweighed(asked.heart, place, now + change)
                if stage.reasons.reason(asked._replace(heart=heart), action) is not None:
                    yield _reweighed(stage.world, asked.character, place, motive, now, now + change)


def _reweighed(world: GroundWorld, character: int, place: int, motive: str, now: Number, needed: Number) -> Changed:
    own = list(world.motives[character])
    own[place] = replace(own[place], weight=Constant(needed))
    motives = (*world.motives[:character], tuple(own), *world.motives[character + 1 :])
    says = f"{motive} weighs {show(needed)} for {world.characters[character]} instead of {show(now)}"
    return Mending.WEIGHT, says, replace(world, motives=motives)


def _recorded(
    world: GroundWorld, records: dict[tuple[tuple[int, ...], int], Value]
) -> tuple[tuple[tuple[int, ...], int, Value], ...]:
    kept = [each for each in world.beliefs if (each[0], each[1]) not in records]
    return (*kept, *((chain, fluent, value) for (chain, fluent), value in records.items()))


def _could_be(stage: Stage, fluent: int, value: Value) -> bool:
    """Whether a fluent could come to be worth that anyway."""
    worths = _reachable(stage.world).worths[fluent]
    return worths is None or value in worths


def _reachable(world: GroundWorld) -> Reachable:
    worths: list[set[Value] | None] = [{fact} for fact in world.facts]
    for _, fluent, value in world.beliefs:
        known = worths[fluent]
        if known is not None:
            known.add(value)
    return Reachable(worths, world.actions, world.rules, world.logic)


def _said(world: GroundWorld, atom: Atom) -> str:
    chain, fluent, value = atom
    minds = "".join(f"{world.characters[mind]} believes " for mind in chain)
    return minds + show_fact(world.fluents[fluent].name, value)
