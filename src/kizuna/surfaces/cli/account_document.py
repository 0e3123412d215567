"""Why everyone did what they did, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import msgspec

from kizuna.fabula.saved import numeral, save_reasons
from kizuna.inquiry import Account, Change, Choice, EitherWay, Ground, Reason
from kizuna.surfaces.cli.document import document, saved_value


def account_document(account: Account) -> dict[str, Any]:
    """``kizuna-why``."""
    events = [
        {
            "action": event.action,
            "reasons": [
                {
                    "character": reason.explanation.character,
                    "explanation": msgspec.to_builtins(save_reasons((reason.explanation,)))[
                        reason.explanation.character
                    ],
                    "grounds": [_ground(ground) for ground in reason.grounds],
                    **_weighed(reason),
                }
                for reason in event.reasons
            ],
            "changes": [_change(change) for change in event.changes],
            "liar": event.liar,
            "dropped": [{"who": each.who, "plan": list(each.plan), "how": each.how.value} for each in event.dropped],
            "forborne": [asdict(forborne) for forborne in event.forborne],
        }
        for event in account.events
    ]
    return document("kizuna-why", world=account.fabula.world, digest=account.fabula.digest, events=events)


def _weighed(reason: Reason) -> dict[str, Any]:
    """What was weighed against a reason."""
    return {
        "choice": None if reason.choice is None else _choice(reason.choice),
        "hinges": [{"beliefs": [_ground(ground) for ground in hinge]} for hinge in reason.hinges],
        "either_way": None if reason.either_way is None else _either_way(reason.either_way),
        "weighed": reason.weighed,
    }


def _choice(choice: Choice) -> dict[str, Any]:
    rival, voice = choice.rival, choice.voice
    return {
        "outlook": numeral(choice.outlook),
        "margin": numeral(choice.margin),
        "rival": {"action": rival.action, "plan": list(rival.plan), "outlook": numeral(rival.outlook)},
        "differences": [{"motive": motive, "difference": numeral(d)} for motive, d in choice.differences],
        "gain": numeral(choice.gain),
        "cost": numeral(choice.cost),
        "conflict": None if choice.conflict is None else numeral(choice.conflict),
        "voice": None
        if voice is None
        else {"motive": voice.motive, "cost": numeral(voice.cost), "loudness": numeral(voice.loudness)},
    }


def _either_way(either: EitherWay) -> dict[str, Any]:
    branches = [
        {"who": each.who, "answer": each.answer, "outlook": numeral(each.outlook), "pays": each.pays}
        for each in either.branches
    ]
    return {"without": numeral(either.without), "robust": either.robust, "branches": branches}


def _ground(ground: Ground) -> dict[str, Any]:
    return {
        "minds": list(ground.minds),
        "fluent": ground.fluent,
        "believed": saved_value(ground.believed),
        "actual": saved_value(ground.actual),
        "wrong": ground.wrong,
        "usual": ground.usual,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "minds": list(change.minds),
        "fluent": change.fluent,
        "before": saved_value(change.before),
        "after": saved_value(change.after),
    }
