"""Fabulas on paper: JSON with a format name and a version, strict about what it reads.

Whole numbers are written as JSON integers, fractions as strings such as ``"5/2"``; docs/formats.md describes it all.
"""

from __future__ import annotations

import re
from fractions import Fraction

import msgspec

from kizuna.fabula.explanation import Explanation, Grade, PlannedStep, Stake
from kizuna.fabula.fabula import Event, Fabula, Limits
from kizuna.model.values import Number, exact

FORMAT = "kizuna-fabula"
VERSION = 1

Numeral = int | str
_FRACTION = re.compile(r"-?[0-9]{1,4000}/(?!0+$)[0-9]{1,4000}", re.ASCII)


class SavedStake(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One motive in a plan."""

    motive: str
    before: Numeral
    after: Numeral


class SavedStep(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One action of a plan, with the reasons expected of others by character."""

    action: str
    explanations: dict[str, SavedExplanation] = {}


class SavedExplanation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A reason: the plan and the utilities, in all and by motive."""

    plan: list[SavedStep]
    before: Numeral
    after: Numeral
    stakes: list[SavedStake] = []
    grade: str = Grade.WILLS.value
    floor: Numeral | None = None
    outlook: Numeral | None = None


class SavedEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One event, with a reason by consenting character."""

    action: str
    explanations: dict[str, SavedExplanation] = {}


class SavedLimits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The limits within which everything holds."""

    events: int
    foresight: int
    depth: int


class SavedFabula(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A story with its certificate."""

    format: str
    version: int
    world: str
    digest: str
    limits: SavedLimits
    before: Numeral
    utility: Numeral
    events: list[SavedEvent]
    not_proven: list[str] = []


def numeral(number: Number) -> Numeral:
    """A number as it is saved."""
    return number if isinstance(number, int) else f"{number.numerator}/{number.denominator}"


def number(saved: Numeral) -> Number:
    """The number that was saved; ValueError where it is none."""
    if isinstance(saved, int):
        return saved
    if _FRACTION.fullmatch(saved) is None:  # not everything that Fraction reads: 1e999999999 would take for ever
        raise ValueError(f'{saved[:40]!r} is not a number; numbers are written 2 or "5/2"')
    return exact(Fraction(saved))


def save_limits(limits: Limits) -> SavedLimits:
    """Limits as they are saved."""
    return SavedLimits(limits.events, limits.foresight, limits.depth)


def save(fabula: Fabula) -> SavedFabula:
    """The fabula as it is saved."""
    return SavedFabula(
        format=FORMAT,
        version=VERSION,
        world=fabula.world,
        digest=fabula.digest,
        limits=save_limits(fabula.limits),
        before=numeral(fabula.before),
        utility=numeral(fabula.utility),
        events=[SavedEvent(event.action, save_reasons(event.explanations)) for event in fabula.events],
        not_proven=list(fabula.not_proven),
    )


def save_reasons(explanations: tuple[Explanation, ...]) -> dict[str, SavedExplanation]:
    """Explanations by character, as they are saved."""
    return {
        why.character: SavedExplanation(
            [SavedStep(step.action, save_reasons(step.explanations)) for step in why.plan],
            numeral(why.before),
            numeral(why.after),
            [SavedStake(stake.motive, numeral(stake.before), numeral(stake.after)) for stake in why.stakes],
            why.grade.value,
            None if why.floor is None else numeral(why.floor),
            None if why.outlook is None else numeral(why.outlook),
        )
        for why in explanations
    }


def load(saved: SavedFabula) -> Fabula:
    """The fabula that was saved; ValueError where its numbers or limits are none."""
    if saved.format != FORMAT or saved.version != VERSION:
        raise ValueError(f"this is {saved.format}, version {saved.version}; {FORMAT}, version {VERSION}, can be read")
    limits = saved.limits
    return Fabula(
        saved.world,
        saved.digest,
        Limits(limits.events, limits.foresight, limits.depth),
        number(saved.before),
        number(saved.utility),
        tuple(Event(event.action, _reasons(event.explanations)) for event in saved.events),
        tuple(saved.not_proven),
    )


def _reasons(saved: dict[str, SavedExplanation]) -> tuple[Explanation, ...]:
    return tuple(
        Explanation(
            character,
            tuple(PlannedStep(step.action, _reasons(step.explanations)) for step in why.plan),
            number(why.before),
            number(why.after),
            tuple(Stake(stake.motive, number(stake.before), number(stake.after)) for stake in why.stakes),
            Grade(why.grade),
            None if why.floor is None else number(why.floor),
            None if why.outlook is None else number(why.outlook),
        )
        for character, why in saved.items()
    )
