"""Answers as HTML, for Jupyter and whatever else asks a value for ``_repr_html_``.

Values of the engine know nothing of how they are shown. :func:`attach` gives their classes that one method from
outside, to each as soon as it is loaded; the pages themselves are only loaded when one is asked for.
"""

from __future__ import annotations

import sys

KINDS = (
    ("kizuna.inquiry.why", "Account"),
    ("kizuna.diagnostics", "Diagnostic"),
    ("kizuna.fabula", "Fabula"),
    ("kizuna.diagnostics", "Outcome"),
    ("kizuna.api.judging", "Overview"),
    ("kizuna.narration.prose", "Prose"),
    ("kizuna.narration.plain", "Recounted"),
    ("kizuna.search.result", "SearchResult"),
    ("kizuna.fabula.validator", "Verdict"),
    ("kizuna.model.world", "World"),
)
"""What a notebook shows as HTML: every kind of answer, by its module and name."""


def attach() -> None:
    """Give every kind of answer that has been loaded its ``_repr_html_``."""
    for module, name in KINDS:
        kind = getattr(sys.modules.get(module), name, None)
        if kind is not None:
            kind._repr_html_ = _repr_html_


def _repr_html_(value: object) -> str:
    """The value as HTML, for notebooks."""
    # Here, so that `import kizuna` loads neither the pages nor what renders diagnostics.
    from kizuna.surfaces.notebook.answers import page  # noqa: PLC0415

    return page(value)
