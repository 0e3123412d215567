"""kizuna: a story engine in which everyone acts for reasons of their own.

The public API, and nothing else. See :mod:`kizuna.api` and :mod:`kizuna.alternatives` for the verbs and
:mod:`kizuna.model` for building worlds.
"""

from kizuna.alternatives import requires, whatif, why_not
from kizuna.api import (
    Overview,
    arrange,
    check,
    feelings,
    find,
    ground,
    live,
    load,
    must,
    outline,
    read,
    read_text,
    reader,
    shipped_worlds,
    tell,
    validate,
    why,
)
from kizuna.appraisal import Feelings
from kizuna.diagnostics import DiagnosedError, Diagnostic, Outcome
from kizuna.fabula import Event, Explanation, Fabula, Limits, Verdict
from kizuna.model.world import World
from kizuna.search import SearchResult, Stop
from kizuna.sweeping import sweep

__all__ = [
    "DiagnosedError",
    "Diagnostic",
    "Event",
    "Explanation",
    "Fabula",
    "Feelings",
    "Limits",
    "Outcome",
    "Overview",
    "SearchResult",
    "Stop",
    "Verdict",
    "World",
    "arrange",
    "check",
    "feelings",
    "find",
    "ground",
    "live",
    "load",
    "must",
    "outline",
    "read",
    "read_text",
    "reader",
    "requires",
    "shipped_worlds",
    "sweep",
    "tell",
    "validate",
    "whatif",
    "why",
    "why_not",
]

try:
    from kizuna.surfaces.notebook import attach as _attach
except ModuleNotFoundError:  # the engine works without its surfaces
    pass
else:
    _attach()  # so that notebooks show answers well, and values need not know how
