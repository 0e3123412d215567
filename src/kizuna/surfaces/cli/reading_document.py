"""What a reader makes of a telling as a JSON document: ``kizuna-readings``; see docs/formats.md."""

from __future__ import annotations

from typing import Any

from kizuna.discourse import Beat, Reading, Readings
from kizuna.discourse.comparing import Compared
from kizuna.fabula.saved import numeral
from kizuna.model.values import Number
from kizuna.surfaces.cli.document import saved_value


def readings_document(readings: Readings, differences: tuple[Compared, ...] = ()) -> dict[str, Any]:
    """``kizuna-readings``: the opening first, then a reading for every beat; and how another telling stands to it."""
    discourse = readings.discourse
    return {
        "format": "kizuna-readings",
        "version": 1,
        "world": discourse.fabula.world,
        "digest": discourse.fabula.digest,
        "beats": [_beat(beat) for beat in discourse.beats],
        "left_out": [{"event": each.event, "why": each.why.value} for each in discourse.left_out],
        "readings": [_reading(reading) for reading in readings.readings],
        "against": [_compared(each) for each in differences],
    }


def _compared(compared: Compared) -> dict[str, Any]:
    return {
        "action": compared.action,
        "event": compared.event,
        "beat": compared.beat,
        "other": compared.other,
        "levels": _levels(compared.level),
        "other_levels": _levels(compared.against),
    }


def _levels(levels: dict[str, Number] | None) -> dict[str, Any] | None:
    return None if levels is None else {curve: numeral(level) for curve, level in levels.items()}


def _beat(beat: Beat) -> dict[str, Any]:
    return {
        "number": beat.number,
        "action": beat.action,
        "event": beat.event,
        "placing": beat.placing.value,
        "cue": beat.cue or None,
        "focus": beat.focalization.focus.value,
        "through": beat.focalization.who or None,
        "duration": beat.duration.value,
        "veiled": beat.veiled,
        "skipped": list(beat.skipped),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "beat": reading.beat,
        "levels": {curve: numeral(level) for curve, level in reading.level.items()},
        "believed": [
            {"fluent": each.fluent, "before": saved_value(each.before), "now": saved_value(each.now)}
            for each in reading.believed
        ],
        "irony": [
            {
                "who": each.who,
                "fluent": each.fluent,
                "known": saved_value(each.known),
                "believed": saved_value(each.believed),
                "stake": numeral(each.stake),
            }
            for each in reading.irony
        ],
        "mystery": [
            {"who": each.who, "fluent": each.fluent, "believed": saved_value(each.believed)} for each in reading.mystery
        ],
        "suspense": [
            {"who": each.who, "whom": each.whom, "plan": list(each.plan), "cost": numeral(each.cost)}
            for each in reading.suspense
        ],
        "surprise": [
            {"fluent": each.fluent, "believed": saved_value(each.believed), "now": saved_value(each.now)}
            for each in reading.surprise
        ],
        "curiosity": [
            {"fluent": each.fluent, "since": each.since, "between": list(each.between or ())}
            for each in reading.curiosity
        ],
        "inferred": [
            {"fluent": each.fluent, "value": saved_value(each.value), "how": each.how.value}
            for each in reading.inferred
        ],
    }
