"""Motives that nothing can move, and actions that wait for the will of somebody who wants nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.diagnostics import Diagnostic, Label, Span, diagnose
from kizuna.epistemics import Dynamics
from kizuna.grounding import GroundAction, GroundMotive
from kizuna.inquiry.loose_ends.happenings import Place, called, place_of
from kizuna.inquiry.loose_ends.prospects import Prospects, fluents_of
from kizuna.model.values import Value, show
from kizuna.model.worth import counted


def unmoved_motives(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for each motive that is worth the same whatever happens; of a template, if all that it makes are."""
    groups: dict[Span | str, list[tuple[str, GroundMotive]]] = {}
    for who, motives in zip(prospects.world.characters, prospects.unfolded.whole.motives, strict=True):
        for motive in motives:
            if prospects.owns(motive.span):
                groups.setdefault(motive.span or f"{who} {motive.name}", []).append((who, motive))
    for group in groups.values():
        if all(_is_stuck(prospects, motive) for _, motive in group):
            who, motive = group[0]
            subject = f"`{motive.name}` of `{who}`" if len(group) == 1 else f"`{motive.name.partition('(')[0]}`"
            message = f"Nothing can move the motive {subject}: {_why(prospects, motive)}."
            help = "Let something that can happen change it; a motive that stays as it is gives no reason for anything."
            yield diagnose("unmoved-motive", message, motive.span, "stays as it is", help=help)


def _is_stuck(prospects: Prospects, motive: GroundMotive) -> bool:
    weights, scores = prospects.relaxed.worths_of(motive.weight), prospects.relaxed.worths_of(motive.score)
    if weights == {0} or (_single(weights) and _single(scores)):  # what is unknown betters nothing
        return True
    read = {*fluents_of(motive.weight), *fluents_of(motive.score)}
    return prospects.touched.isdisjoint(read)


def _single(worths: set[Value] | None) -> bool:
    return worths is not None and len(worths - {None}) <= 1


def _why(prospects: Prospects, motive: GroundMotive) -> str:
    weights, scores = prospects.relaxed.worths_of(motive.weight), prospects.relaxed.worths_of(motive.score)
    if weights == {0}:
        return "it counts nothing"
    if scores is not None and _single(scores):
        worth = next(iter(scores - {None}), None)
        if isinstance(worth, bool):
            return f"what is wanted is {'always' if worth else 'never'} so"
        return f"it is always worth {show(worth)}"
    names = prospects.fluent_names(motive.score) + prospects.fluent_names(motive.weight)
    few = ", ".join(f"`{name}`" for name in names[:3])
    return f"nothing ever changes {few}{' and the rest' if len(names) > 3 else ''}"


def weights_below_zero(prospects: Prospects, dynamics: Dynamics) -> Iterator[Diagnostic]:
    """A finding for each motive that weighs less than nothing at the start, of whoever is the author's own."""
    spans = {existent.name: existent.span for existent in prospects.world.existents}
    for who, motives in zip(dynamics.world.characters, dynamics.world.motives, strict=True):
        for motive in motives:
            weight = counted(dynamics.evaluator(motive.weight)(dynamics.initial))
            if weight is not None and weight < 0 and prospects.owns(spans[who]):
                message = (
                    f"The motive `{motive.name}` of `{who}` weighs {show(weight)}: {who} wants the opposite of it."
                )
                help = "A weight says how much somebody cares, and that is never less than 0: turn the score round."
                yield diagnose("weight-below-zero", message, spans[who], "cares less than not at all", help=help)


def aimless_characters(prospects: Prospects) -> Iterator[Diagnostic]:
    """A finding for those who want nothing at all, where an action can only ever happen if they will it."""
    aimless = {n for n, motives in enumerate(prospects.unfolded.whole.motives) if not motives}
    groups: dict[tuple[int, ...], list[GroundAction]] = {}
    for instances in _by_declaration(prospects).values():
        blockers = [[who for who in action.consenting if who in aimless] for action in instances]
        if all(blockers):
            waited_for = tuple(sorted({who for each in blockers for who in each}))
            groups.setdefault(waited_for, []).append(instances[0])
    spans = {existent.name: existent.span for existent in prospects.world.existents}
    for waited_for, actions in groups.items():
        people = [prospects.world.characters[who] for who in waited_for]
        yield _aimless(people, actions, spans[people[0]])


def _by_declaration(prospects: Prospects) -> dict[Place, list[GroundAction]]:
    groups: dict[Place, list[GroundAction]] = {}
    for action in prospects.actions:
        if prospects.owns(action.span):
            groups.setdefault(place_of(action), []).append(action)
    return groups


def _aimless(people: list[str], actions: list[GroundAction], span: Span | None) -> Diagnostic:
    who, what = _listed(people), _listed([called(action) for action in actions])
    message = f"{who} want{'' if people[1:] else 's'} nothing, so {what} can never happen: it takes their will."
    bystander = "Who only stands by need not want anything, but then an action cannot wait for them: see its `by`."
    help = (f"Give {who} something to want: `wants NAME: ...`.", bystander)
    places = tuple(Label(action.span, "waits for their will") for action in actions[:3] if action.span is not None)
    return diagnose("wants-nothing", message, span, "wants nothing", secondary=places, help=help)


def _listed(names: list[str]) -> str:
    quoted = [f"`{name}`" for name in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]]) if quoted[1:] else quoted[0]
