"""Asking somebody else's narrator, whatever it does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kizuna.diagnostics import Diagnostic, Outcome, diagnose
from kizuna.extension.points import Narrator
from kizuna.extension.registry import said
from kizuna.narration.passages import Passage


def heard(name: str, narrator: Narrator, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
    """What a narrator makes of passages: those of its answers that are texts; with a warning where it fails."""
    try:
        outcome = narrator.retell(passages)
        answers = {} if outcome.value is None else dict(outcome.value)
        kept = {number: text for number, text in answers.items() if isinstance(text, str)}
        found = _warned(name, outcome.diagnostics)
    except Exception as error:
        message = f"{name} did not tell anything: {said(error)}."
        return Outcome({}, (diagnose("narrator-silent", message),))
    numbers = {passage.number for passage in passages}
    missing = numbers - set(kept)
    if missing and not found:
        message = f"{name} left out {len(missing)} of {len(numbers)} passages; they stand in our own words."
        found = (diagnose("narrator-silent", message),)
    return Outcome({number: text for number, text in kept.items() if number in numbers}, found)


def _warned(name: str, diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What it says itself of its failures; since our own words are there, none of them is an error."""
    return tuple(
        diagnose("narrator-silent", f"{name} did not tell anything: {each.message}", help=each.help)
        if each.is_error
        else each
        for each in diagnostics
    )
