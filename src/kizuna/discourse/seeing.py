"""Who sees a beat, and what there is for them to see.

Through somebody's eyes (inner) only what they perceive is told, and of it only what they then believe. From outside
(outer) only what can be seen is told: nothing that happens in a mind alone. Without a focus everything is.
"""

from __future__ import annotations

from dataclasses import dataclass

from kizuna.discourse.beats import Focalization, Learned
from kizuna.discourse.keeping import Hidden, gives_away
from kizuna.discourse.stage import Stage
from kizuna.epistemics import State
from kizuna.grounding import GroundAction
from kizuna.model.telling import Distance, Duration, Focus, Telling


@dataclass(frozen=True, slots=True)
class Manner:
    """How one event is told: its focalization, its distance, and its duration where the telling gives one."""

    focalization: Focalization
    distance: Distance
    duration: Duration | None = None


def manner(telling: Telling, action: GroundAction) -> Manner:
    """How an event of an action is told: as the telling says, and the last of its turns that fits."""
    focus, who, distance, duration = telling.focus, telling.through, telling.distance, None
    for turn in telling.turns:
        if turn.event.fits(action.schema, action.arguments):
            if turn.focus is not None:
                focus, who = turn.focus, turn.through or ""
            distance = turn.distance or distance
            duration = turn.duration or duration
    return Manner(Focalization(focus, who), distance, duration)


def is_seen(stage: Stage, event: int, seer: Focalization) -> bool:
    """Whether there is anything of an event to tell for whoever sees."""
    if seer.focus is Focus.INNER:
        return stage.perceives(event, stage.world.character_ids[seer.who])
    return seer.focus is Focus.ZERO or not _is_inward(stage, event)


def _is_inward(stage: Stage, event: int) -> bool:
    """Whether an event happens in minds alone, and nobody but those who do it notices."""
    doers = stage.action(event).consenting
    others = [who for who in range(len(stage.world.characters)) if who not in doers]
    inward = all(chain for chain, _, _ in stage.effects(event))
    return inward and not any(stage.perceives(event, who) for who in others)


def view(stage: Stage, state: State, seer: Focalization) -> State:
    """The state as whoever sees takes it to be."""
    return state.beliefs[stage.world.character_ids[seer.who]] if seer.focus is Focus.INNER else state


def learned(stage: Stage, event: int, seer: Focalization, hidden: Hidden) -> tuple[Learned, ...]:
    """What those whose minds are seen come to believe by an event, beyond what it lays down itself."""
    if seer.focus is Focus.OUTER:
        return ()
    minds = range(len(stage.world.characters))
    if seer.focus is Focus.INNER:
        minds = range(first := stage.world.character_ids[seer.who], first + 1)
    laid = {(chain, fluent) for chain, fluent, _ in stage.effects(event)}
    before, after = stage.before(event), stage.states[event]
    found = []
    for who in minds:
        if before.beliefs[who] is after.beliefs[who]:
            continue
        old, new = before.beliefs[who].values, after.beliefs[who].values
        for fluent, (was, now) in enumerate(zip(old, new, strict=True)):
            if was == now or ((), fluent) in laid or ((who,), fluent) in laid or gives_away(hidden, fluent, now):
                continue
            name = stage.world.fluents[fluent].name
            is_true = now is not None and now == after.values[fluent]
            found.append(Learned(stage.world.characters[who], name, was, now, is_true))
    return tuple(found)
