"""Text in, world out."""

from __future__ import annotations

from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.language.elaborate import elaborate
from kizuna.language.modules import Loader, gather
from kizuna.model.world import World


def read(source: Source, loader: Loader) -> Outcome[World]:
    """The world that a story and the modules it uses describe, with everything that is wrong with them.

    ``loader`` brings the text of a module: ``library:NAME`` for one of the library, else the path of a file.
    """
    gathered = gather(source, loader)
    world, findings = elaborate(gathered)
    diagnostics = [*gathered.found, *findings]
    return conclude(None if any(d.is_error for d in diagnostics) else world, diagnostics)
