"""Feelings as a JSON document: ``kizuna-feelings``; see docs/formats.md."""

from __future__ import annotations

from typing import Any

from kizuna.appraisal import Bond, Feelings, Felt, Moment, Mood
from kizuna.fabula.saved import numeral


def feelings_document(feelings: Feelings) -> dict[str, Any]:
    """``kizuna-feelings``: the start first, then a moment for every event."""
    return {
        "format": "kizuna-feelings",
        "version": 1,
        "world": feelings.fabula.world,
        "digest": feelings.fabula.digest,
        "moments": [_moment(moment) for moment in feelings.moments],
        "betrayals": [
            {
                "event": each.event,
                "who": each.who,
                "whom": each.whom,
                "how": each.how.value,
                "about": each.about,
                "discovered": each.discovered,
            }
            for each in feelings.betrayals
        ],
    }


def _moment(moment: Moment) -> dict[str, Any]:
    return {
        "action": moment.action,
        "tension": numeral(moment.tension),
        "moods": [_mood(mood) for mood in moment.moods],
        "bonds": [_bond(bond) for bond in moment.bonds],
    }


def _mood(mood: Mood) -> dict[str, Any]:
    return {
        "who": mood.who,
        "dominant": None if mood.dominant is None else mood.dominant.emotion.kind.value,
        "tension": numeral(mood.tension),
        "felt": [_felt(felt) for felt in mood.felt],
        "weighed": mood.weighed,
    }


def _felt(felt: Felt) -> dict[str, Any]:
    emotion = felt.emotion
    causes = [{"of": each.of.value, "name": each.name, "amount": numeral(each.amount)} for each in emotion.causes]
    return {
        "emotion": emotion.kind.value,
        "towards": emotion.towards,
        "since": emotion.event,
        "first": numeral(emotion.strength),
        "strength": numeral(felt.strength),
        "causes": causes,
    }


def _bond(bond: Bond) -> dict[str, Any]:
    return {
        "who": bond.who,
        "whom": bond.whom,
        "strength": numeral(bond.strength),
        "own": numeral(bond.own),
        "other": numeral(bond.other),
    }
