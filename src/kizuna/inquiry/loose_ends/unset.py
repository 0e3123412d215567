"""Fluents that somebody asks about and that are never so: nothing sets them, and they are not so at the start."""

from __future__ import annotations

from collections.abc import Iterator

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.inquiry.loose_ends.happenings import Hopeless, asked_for, set_by
from kizuna.inquiry.loose_ends.prospects import Prospects
from kizuna.inquiry.loose_ends.readings import readings_of_events
from kizuna.model.formulas import Call, subformulas
from kizuna.model.values import Value
from kizuna.model.world import BOOLEAN, NUMBER, Fluent


def unset_fluents(prospects: Prospects, hopeless: Hopeless) -> Iterator[Diagnostic]:
    """A finding for each fluent of the author's own that an event asks about and that is never so, nor ever known.

    A number, and whatever is so from the start, may well stay as it is. Of fluents that belong to the finding about
    an impossible event nothing more is said, and motives and endings have findings of their own.
    """
    told = {signature for event, found in hopeless.values() for signature in asked_for(found) | set_by(event)}
    worths = _worths(prospects)
    parts = (part for formula in readings_of_events(prospects.world) for part in subformulas(formula))
    read = {part.fluent for part in parts if isinstance(part, Call)}
    for fluent in prospects.world.fluents:
        mine = worths.get(fluent.signature, set())
        never = bool(mine) and mine <= {False, None} and fluent.type != NUMBER
        if never and fluent.signature in read - told and prospects.owns(fluent.span):
            yield _unset(fluent)


def _worths(prospects: Prospects) -> dict[str, set[Value]]:
    """Every worth that a fluent could have at any arguments, by signature."""
    worths: dict[str, set[Value]] = {}
    for (signature, _), number in prospects.unfolded.instantiator.numbers.items():
        known = prospects.relaxed.worths[number]
        worths.setdefault(signature, set()).update({True} if known is None else known)
    return worths


def _unset(fluent: Fluent) -> Diagnostic:
    so = "so" if fluent.type == BOOLEAN else "known"
    message = f"`{fluent.name}` is asked about, and is never {so}."
    help = "Let it be so at the start (`fact ...`), or let something that can happen make it so."
    return diagnose("unset-fluent", message, fluent.span, "nothing makes this so", help=help)
