"""Text in, World out: the `.story` language."""

from __future__ import annotations

from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.language.amend import amended
from kizuna.language.elaborate import elaborate
from kizuna.language.format import format_file
from kizuna.language.modules import LIBRARY, Loader, gather
from kizuna.language.parser import parse
from kizuna.language.renaming import renamed, usable_name
from kizuna.language.tellings import read_telling
from kizuna.language.wording import name as written_name
from kizuna.language.wording import quoted
from kizuna.language.write import write
from kizuna.model.world import World

__all__ = [
    "LIBRARY",
    "Loader",
    "amended",
    "format_file",
    "parse",
    "quoted",
    "read",
    "read_telling",
    "renamed",
    "usable_name",
    "write",
    "written_name",
]


def read(source: Source, loader: Loader) -> Outcome[World]:
    """The world that a story and the modules it uses describe, with everything that is wrong with them.

    ``loader`` brings the text of a module: ``library:NAME`` for one of the library, else the path of a file.
    """
    gathered = gather(source, loader)
    world, findings = elaborate(gathered)
    diagnostics = [*gathered.found, *findings]
    return conclude(None if any(d.is_error for d in diagnostics) else world, diagnostics)
