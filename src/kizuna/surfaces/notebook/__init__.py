"""Answers as HTML, for Jupyter and whatever else asks a value for ``_repr_html_``.

Values of the engine know nothing of how they are shown. ``import kizuna`` calls :func:`attach`, which gives their
classes that one method from outside; the pages themselves are only loaded when one is asked for.
"""

from __future__ import annotations

from typing import Any

from kizuna.api import Overview
from kizuna.diagnostics import Diagnostic, Outcome
from kizuna.fabula import Fabula, Verdict
from kizuna.inquiry import Account
from kizuna.model.world import World
from kizuna.narration import Prose, Recounted
from kizuna.search import SearchResult

KINDS: tuple[type[Any], ...] = (
    Account,
    Diagnostic,
    Fabula,
    Outcome,
    Overview,
    Prose,
    Recounted,
    SearchResult,
    Verdict,
    World,
)
"""What a notebook shows as HTML."""


def attach() -> None:
    """Give every kind of answer its ``_repr_html_``."""
    for kind in KINDS:
        kind._repr_html_ = _repr_html_


def _repr_html_(value: object) -> str:
    """The value as HTML, for notebooks."""
    # Here, so that `import kizuna` loads neither the pages nor what renders diagnostics.
    from kizuna.surfaces.notebook.answers import page  # noqa: PLC0415

    return page(value)
