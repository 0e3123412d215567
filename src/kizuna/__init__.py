"""kizuna: a story engine in which everyone acts for reasons of their own.

The public API, and nothing else. See :mod:`kizuna.api` and :mod:`kizuna.alternatives` for the verbs and
:mod:`kizuna.model` for building worlds.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
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
    from kizuna.sweeping.sweep import sweep
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.alternatives": "requires whatif why_not",
            "kizuna.api": "Overview arrange check feelings find ground live load must outline read read_text reader"
            " shipped_worlds tell validate why",
            "kizuna.appraisal": "Feelings",
            "kizuna.diagnostics": "DiagnosedError Diagnostic Outcome",
            "kizuna.fabula": "Event Explanation Fabula Limits Verdict",
            "kizuna.model.world": "World",
            "kizuna.search": "SearchResult Stop",
            "kizuna.sweeping.sweep": "sweep",
        },
    )

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


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


try:
    from kizuna.surfaces import notebook
except ModuleNotFoundError:  # the engine works without its surfaces
    pass
else:
    lazily.after_loading.append(notebook.attach)  # so notebooks show answers well, and values need not know how
    del notebook
