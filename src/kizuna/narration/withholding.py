"""What of the start a telling may not say: whatever it withholds, and whatever would name it."""

from __future__ import annotations

from kizuna.model.telling import Telling
from kizuna.narration.wordings import taken_apart


def is_withheld(telling: Telling, fluent: str) -> bool:
    """Whether a telling withholds a fact, or somebody or something in it."""
    name, arguments = taken_apart(fluent)
    return any(each.what.fits(name, arguments) for each in telling.withhold) or names_withheld(
        telling, name, *arguments
    )


def names_withheld(telling: Telling, *names: str) -> bool:
    """Whether any of some names is withheld as such."""
    return any(each.what.name in names for each in telling.withhold)
