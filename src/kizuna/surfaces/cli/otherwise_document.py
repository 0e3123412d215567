"""What could be otherwise, as JSON documents; see docs/formats.md."""

from __future__ import annotations

from typing import Any

import msgspec

from kizuna.fabula.saved import numeral, save, save_limits, save_reasons
from kizuna.inquiry.flip import Flip, Shift
from kizuna.inquiry.hindrance import Hindrance
from kizuna.inquiry.requires import Requires
from kizuna.inquiry.unmet import Unmet
from kizuna.inquiry.whatif import WhatIf
from kizuna.inquiry.whynot import WhyNot
from kizuna.model.values import Number, Value, is_number


def whatif_document(answer: WhatIf) -> dict[str, Any]:
    """``kizuna-whatif``."""
    course = answer.course
    life = course.life
    return {
        "format": "kizuna-whatif",
        "version": 1,
        "changes": list(answer.changes),
        "holds": answer.holds,
        "old": list(answer.story.actions),
        "put_in": [{"at": at, "event": event} for at, event, _ in answer.put_in],
        "limits": msgspec.to_builtins(save_limits(answer.limits)),
        "flip": None if answer.flip is None else _flip(answer.flip, answer.weighed),
        "new": list(course.events) if course.fabula is not None or life is not None else None,
        "reading": "can" if course.fabula is not None else "would" if life is not None else None,
        "differences": course.differences,
        "fabula": None if course.fabula is None else msgspec.to_builtins(save(course.fabula)),
        "rest": None if life is None else life.rest.value,
        "stopped": None if answer.stopped is None else answer.stopped.value,
        "reached": answer.reached,
        "gained": list(answer.gained),
        "lost": list(answer.lost),
    }


def _flip(flip: Flip, weighed: bool) -> dict[str, Any]:
    why = flip.explanation
    return {
        "at": flip.at,
        "event": flip.event,
        "who": flip.who,
        "hindrances": [_hindrance(each) for each in flip.hindrances],
        "explanation": None if why is None else msgspec.to_builtins(save_reasons((why,)))[why.character],
        "tipped": [{"together": [_shift(shift) for shift in few]} for few in flip.tipped],
        "weighed": weighed,
    }


def _shift(shift: Shift) -> dict[str, Any]:
    return {
        "minds": list(shift.minds),
        "what": shift.what,
        "before": _value(shift.before),
        "after": _value(shift.after),
        "is_weight": shift.is_weight,
    }


def whynot_document(answer: WhyNot) -> dict[str, Any]:
    """``kizuna-why-not``."""
    return {
        "format": "kizuna-why-not",
        "version": 1,
        "event": answer.event,
        "at": answer.at,
        "before": list(answer.before),
        "limits": msgspec.to_builtins(save_limits(answer.limits)),
        "happens": answer.happens,
        "hindrances": [_hindrance(each) for each in answer.hindrances],
        "reached": answer.reached,
    }


def requires_document(answer: Requires) -> dict[str, Any]:
    """``kizuna-requires``."""
    return {
        "format": "kizuna-requires",
        "version": 1,
        "wanted": answer.wanted,
        "holds": answer.holds,
        "already": None if answer.already is None else list(answer.already.story),
        "answers": [
            {"changes": list(each.changes), "steps": numeral(each.steps), "story": list(each.story)}
            for each in answer.answers
        ],
        "size": answer.size,
        "tried": answer.tried,
        "minimal": answer.is_minimal,
        "fewest": answer.is_fewest,
        "fails_at": None if answer.fails is None else answer.fails.at,
        "fails_for": None if answer.fails is None else answer.fails.who,
        "smaller": answer.tally.smaller,
        "ruled_out": answer.tally.ruled_out,
        "unsettled": answer.unsettled,
        "untried": answer.untried,
    }


def _hindrance(hindrance: Hindrance) -> dict[str, Any]:
    rival, weight, belief = hindrance.instead, hindrance.weight, hindrance.belief
    return {
        "obstacle": hindrance.obstacle.value,
        "who": hindrance.who,
        "unmet": [_unmet(each) for each in hindrance.unmet],
        "due": hindrance.due,
        "before": _number(hindrance.before),
        "after": _number(hindrance.after),
        "costs": [{"motive": motive, "difference": numeral(cost)} for motive, cost in hindrance.costs],
        "outlook": _number(hindrance.outlook),
        "instead": None
        if rival is None
        else {"action": rival.action, "plan": list(rival.plan), "outlook": numeral(rival.outlook)},
        "lacking": _number(hindrance.lacking),
        "weight": None
        if weight is None
        else {"motive": weight.motive, "now": numeral(weight.now), "needed": numeral(weight.needed)},
        "belief": None
        if belief is None
        else {
            "fluent": belief.fluent,
            "now": _value(belief.now),
            "needed": _value(belief.needed),
            "is_so": belief.is_so,
        },
        "doer": hindrance.doer,
    }


def _unmet(unmet: Unmet) -> dict[str, Any]:
    actual = [{"minds": list(each.minds), "fluent": each.fluent, "value": _value(each.value)} for each in unmet.actual]
    return {"minds": list(unmet.minds), "condition": unmet.condition, "actual": actual}


def _number(number: Number | None) -> int | str | None:
    return None if number is None else numeral(number)


def _value(value: Value) -> bool | int | str | None:
    return numeral(value) if is_number(value) else value  # type: ignore[arg-type, return-value]
