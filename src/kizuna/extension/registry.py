"""What other packages offer, found by name among the entry points of what is installed; loaded only when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kizuna.diagnostics import Diagnostic, Outcome, conclude, diagnose
from kizuna.extension.points import Narrator

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

NARRATORS = "kizuna.narrators"
"""The group of entry points in which narrators are offered."""


def narrator(name: str, settings: Mapping[str, str], offered: Iterable[EntryPoint] | None = None) -> Outcome[Narrator]:
    """The narrator of a name, made ready with ``settings``; ``offered`` is whatever is installed unless given."""
    known = tuple(_installed() if offered is None else offered)
    fitting = tuple(dict.fromkeys(each for each in known if each.name == name))
    if not fitting:
        return conclude(None, [_unknown(name, sorted({each.name for each in known}))])
    if len(fitting) > 1:
        places = " and ".join(sorted(each.value for each in fitting))
        return conclude(None, [_unusable(name, f"several packages offer one: {places}", "Uninstall one of them.")])
    return _connected(fitting[0], settings)


def _installed() -> Iterable[EntryPoint]:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow to import, and seldom asked for

    return entry_points(group=NARRATORS)


def _connected(offer: EntryPoint, settings: Mapping[str, str]) -> Outcome[Narrator]:
    """A narrator from somebody else's code, which may fail in any way."""
    try:
        connect = offer.load()
    except Exception as error:
        return conclude(None, [_unusable(offer.name, f"`{offer.value}` fails to load: {said(error)}")])
    try:
        outcome = connect(settings)
    except Exception as error:
        return conclude(None, [_unusable(offer.name, f"`{offer.value}` fails: {said(error)}")])
    asked_of = ("name", "repeatable", "retell")
    value = outcome.value if isinstance(outcome, Outcome) else outcome
    if not isinstance(outcome, Outcome) or (value is not None and not all(hasattr(value, each) for each in asked_of)):
        return conclude(None, [_unusable(offer.name, f"`{offer.value}` gives no narrator")])
    return outcome


def said(error: Exception) -> str:
    """What an exception of somebody else's code says, in a line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _unknown(name: str, names: list[str]) -> Diagnostic:
    near = get_close_matches(name, names, 1)
    known = f"Installed: {', '.join(names)}." if names else "No package that is installed offers any."
    help = f"Did you mean {near[0]}? {known}" if near else known
    return diagnose("unknown-narrator", f"No narrator is called {name}.", help=help)


def _unusable(name: str, why: str, help: str = "") -> Diagnostic:
    return diagnose("narrator-unusable", f"The narrator {name} cannot be used: {why}.", help=help or ())
