"""Why a step does not hold: the condition, the belief, the motive or the better option that stands in the way.

Each objection is proven: it was asked of the same state in which the step failed. What an earlier line of the outline
brought about, so that this one cannot be, is pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kizuna.deliberation import Asked, EffortSpent
from kizuna.diagnostics import Label, Span
from kizuna.inquiry.outline.conditions import Place, failing, place_shown, places, shown
from kizuna.inquiry.outline.stage import Stage
from kizuna.inquiry.outline.walk import Done, Lane
from kizuna.model.formulas import Formula
from kizuna.model.values import Number, exact, show

MOST_PARTS = 3
"""Conditions that are spoken of."""


@dataclass(frozen=True, slots=True)
class Objection:
    """What is in the way: its code, in words what and why, whose it is, and the places that explain it.

    ``since`` are the events that brought it about, as numbers in the trail, each with what it made so.
    """

    code: str
    words: str
    who: str | None = None
    labels: tuple[Label, ...] = ()
    since: tuple[tuple[int, str], ...] = ()


def objections(stage: Stage, lane: Lane, action: int) -> Iterator[Objection]:
    """Everything that keeps an action from holding where a lane stands."""
    if not stage.dynamics.holds(lane.state, action):
        yield _impossible(stage, lane, action)
        return
    for character in stage.world.actions[action].consenting:
        asked = stage.reasons.asked_in_story(lane.state, character, stage.limits.foresight, stage.limits.depth)
        try:
            unwilling = stage.reasons.reason(asked, action) is None
        except EffortSpent:
            continue
        if unwilling:
            yield _unwilling(stage, lane, asked, action)
    for character in stage.reasons.permitting(lane.state, action):
        asked = stage.reasons.asked_in_story(lane.state, character, stage.limits.foresight, stage.limits.depth)
        if not stage.reasons.permits(asked, action):
            yield _unpermitted(stage, lane, asked, action)


# --- impossible ------------------------------------------------------------------------------------------------------


def _impossible(stage: Stage, lane: Lane, action: int) -> Objection:
    name = stage.world.actions[action].name
    parts = failing(stage.dynamics, lane.state, stage.world.actions[action].precondition)
    if not parts:
        first = stage.world.actions[stage.dynamics.possible(lane.state)[0]]
        labels = _labels([(first.span, "this is due")])
        return Objection("impossible-event", f"{name} cannot happen here: {first.name} is due first.", None, labels)
    facts = "; ".join(dict.fromkeys(shown(stage.world, lane.state, part) or "it never is" for part in parts))
    words = f"{name} cannot happen here: {facts}."
    labels = _asked_for(parts, stage.world.actions[action].span)
    return Objection("impossible-event", words, None, labels, _since(stage, lane, parts, ()))


def _asked_for(parts: list[Formula], otherwise: Span | None) -> tuple[Label, ...]:
    spans = [(part.span, "what it asks for") for part in parts[:MOST_PARTS]]
    return _labels(spans) or _labels([(otherwise, "what it asks for")])


def _labels(places: list[tuple[Span | None, str]]) -> tuple[Label, ...]:
    return tuple(Label(span, text) for span, text in dict.fromkeys(places) if span is not None)


def _since(stage: Stage, lane: Lane, parts: list[Formula], minds: tuple[int, ...]) -> tuple[tuple[int, str], ...]:
    """The events that last changed what these conditions look at, each with what it made so."""
    found: dict[int, str] = {}
    for chain, fluent in dict.fromkeys(place for part in parts for place in places(stage.world, part)):
        at = (*minds, *chain)
        event = _changed(lane, (at, fluent))
        if event is not None and not lane.trail[event].assumed:
            found.setdefault(event, place_shown(stage.world, lane.state, (at, fluent)))
    return tuple(found.items())


def _changed(lane: Lane, place: Place) -> int | None:
    """The last event that changed a fluent at the end of a chain of minds."""
    chain, fluent = place
    states = [done.before for done in lane.trail] + [lane.state]
    worths = [state.at(chain).values[fluent] for state in states]
    return next((n for n in range(len(worths) - 2, -1, -1) if worths[n] != worths[n + 1]), None)


# --- unwilling -------------------------------------------------------------------------------------------------------


def _unwilling(stage: Stage, lane: Lane, asked: Asked, action: int) -> Objection:
    """Why somebody has no reason for a possible action."""
    who, name = stage.world.characters[asked.character], stage.world.actions[action].name
    if not stage.dynamics.holds(asked.believed, action):
        return _unaware(stage, lane, asked, action)
    reasons = stage.reasons
    if reasons.worth(asked, asked.believed) is None:
        unknown = [m for m, worth in reasons.utilities.by_motive(asked.character, asked.believed, asked.heart)
                   if worth is None]  # fmt: skip
        words = f"{who} has no reason for {name}: {who} cannot tell how well off they are ({', '.join(unknown)})."
        return Objection("no-reason", words, who, _motive_labels(stage, asked, unknown, "its worth is unknown"))
    try:
        if reasons.answers(asked.believed, action) or reasons.has_plan(asked, action):
            return _outdone(stage, asked, action)
    except EffortSpent:  # it is proven that there is no reason, and not why
        return Objection("no-reason", f"{who} has no reason for {name}.", who)
    return _aimless(stage, asked, action)


def _unaware(stage: Stage, lane: Lane, asked: Asked, action: int) -> Objection:
    """That somebody takes for impossible what is possible."""
    who, name = stage.world.characters[asked.character], stage.world.actions[action].name
    parts = failing(stage.dynamics, asked.believed, stage.world.actions[action].precondition)
    wrong = dict.fromkeys(
        (chain, fluent)
        for part in parts
        for chain, fluent in places(stage.world, part)
        if asked.believed.at(chain).values[fluent] != lane.state.at(chain).values[fluent]
    )
    held = [place_shown(stage.world, asked.believed, place) for place in wrong]
    so = [place_shown(stage.world, lane.state, place) for place in wrong]
    if wrong:
        ignorant = all(asked.believed.at(c).values[f] is None for c, f in wrong)
        knows = f"{who} does not know that {'; '.join(so)}" if ignorant else f"{who} believes that {'; '.join(held)}"
        words = f"{name} can happen, but {knows}{'' if ignorant else f', while {_and(so)}'}."
    elif parts:
        held = [shown(stage.world, asked.believed, part) for part in parts]
        words = f"{name} can happen, but not as {who} sees it: {'; '.join(held)}."
    else:
        due = stage.world.actions[stage.dynamics.possible(asked.believed)[0]].name
        words = f"{name} can happen, but {who} believes that {due} is due first."
    labels = _asked_for(parts, stage.world.actions[action].span)
    return Objection("not-known", words, who, labels, _since(stage, lane, parts, (asked.character,)))


def _and(facts: list[str]) -> str:
    return "; ".join(facts)


def _outdone(stage: Stage, asked: Asked, action: int) -> Objection:
    """That somebody would rather do something else."""
    who, name = stage.world.characters[asked.character], stage.world.actions[action].name
    reasons = stage.reasons
    rivals = reasons.rivals(asked, action)
    own = reasons.at_best(asked, action)
    if own is None or not rivals:
        words = f"{who} has no reason for {name}: nobody can tell what it leads to."
        return Objection("no-reason", words, who)
    best = max(rivals, key=lambda each: rivals[each].outlook)
    better = exact(rivals[best].outlook - own.outlook)
    words = f"{who} has no reason for {name}: {stage.world.actions[best].name} is better by {show(better)}."
    return Objection("no-reason", words, who, _speaking_against(stage, asked, own.plan, rivals[best].plan))


def _speaking_against(stage: Stage, asked: Asked, mine: tuple[int, ...], other: tuple[int, ...]) -> tuple[Label, ...]:
    ends = [_by_motive(stage, asked, plan) for plan in (mine, other)]
    lost = {name: exact(ends[1][name] - ends[0][name]) for name in ends[0] if name in ends[1]}
    most = max(lost, key=lambda name: lost[name], default=None)
    if most is None or lost[most] <= 0:
        return ()
    return _motive_labels(stage, asked, [most], f"this would gain {show(lost[most])} more by that")


def _by_motive(stage: Stage, asked: Asked, plan: tuple[int, ...]) -> dict[str, Number]:
    state = asked.believed
    for step in plan:
        state = stage.dynamics.after(state, step)
    worths = stage.reasons.utilities.by_motive(asked.character, state, asked.heart)
    return {name: worth for name, worth in worths if worth is not None}


def _aimless(stage: Stage, asked: Asked, action: int) -> Objection:
    """That somebody has no plan that begins with it and leads to anything better."""
    who, name = stage.world.characters[asked.character], stage.world.actions[action].name
    before, after = _by_motive(stage, asked, ()), _by_motive(stage, asked, (action,))
    costs = {m: exact(after[m] - before[m]) for m in before if m in after and after[m] < before[m]}
    against = f" It costs {', '.join(f'{m} {show(-change)}' for m, change in costs.items())}." if costs else ""
    limits = stage.limits
    within = f"within foresight {limits.foresight}, depth {limits.depth}"
    words = f"{who} has no reason for {name}: no plan that begins with it leads to anything better {within}.{against}"
    worst = min(costs, key=lambda m: costs[m], default=None)
    labels = () if worst is None else _motive_labels(stage, asked, [worst], "this speaks against it")
    return Objection("no-reason", words, who, labels)


def _motive_labels(stage: Stage, asked: Asked, names: list[str], text: str) -> tuple[Label, ...]:
    motives = stage.world.motives[asked.character]
    return _labels([(motive.span, text) for motive in motives if motive.name in names])


# --- unpermitted -----------------------------------------------------------------------------------------------------


def _unpermitted(stage: Stage, lane: Lane, asked: Asked, action: int) -> Objection:
    who, name = stage.world.characters[asked.character], stage.world.actions[action].name
    if not stage.dynamics.holds(asked.believed, action):
        return _unaware(stage, lane, asked, action)
    before, after = _by_motive(stage, asked, ()), _by_motive(stage, asked, (action,))
    costs = {m: exact(before[m] - after[m]) for m in before if m in after and after[m] < before[m]}
    said = ", ".join(f"{motive} {show(cost)}" for motive, cost in costs.items()) or "nobody can tell what"
    worst = max(costs, key=lambda m: costs[m], default=None)
    labels = () if worst is None else _motive_labels(stage, asked, [worst], "this speaks against it")
    return Objection("not-permitted", f"{who} does not let {name} happen: it costs {said}.", who, labels)


def never(name: str, parts: list[tuple[Span | None, str]]) -> Objection:
    """That an action can never happen, whatever comes before it; ``parts`` say which conditions are never so."""
    said = [words for _, words in parts if words]
    because = f": {' and '.join(said)} {'is' if len(said) == 1 else 'are'} never so" if said else ""
    words = f"{name} can never happen in this world{because}."
    return Objection("impossible-event", words, None, _labels([(span, "never so") for span, _ in parts]))


def since_labels(objection: Objection, spans: dict[int, Span], trail: tuple[Done, ...]) -> tuple[Label, ...]:
    """The lines of the outline that brought about what is in the way."""
    found: dict[Span, str] = {}
    for event, fact in objection.since:
        span = spans.get(trail[event].step)
        if span is not None:
            found.setdefault(span, f"since this, {fact}")
    return tuple(Label(span, text) for span, text in found.items())
