"""A world with something added to its text: a fact, a condition that must never hold, another motive.

The world is written and read again with the addition as one more file, so that the addition is understood like any
line of the author's, and its mistakes are found at their place in it.
"""

from __future__ import annotations

from dataclasses import replace

from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.language.elaborate import elaborate
from kizuna.language.modules import Gathered, gather, no_modules
from kizuna.language.parser import parse
from kizuna.language.writing import write
from kizuna.model.world import World


def amended(world: World, addition: Source) -> Outcome[World]:
    """``world`` with what ``addition`` says as well; diagnostics point into the addition."""
    written = gather(Source(world.name, write(world)), no_modules)
    file, found = parse(addition)
    if any(each.is_error for each in found):
        return conclude(None, found)
    elaborated, more = elaborate(Gathered(no_modules, [file, *written.files]))
    mine = [each for each in more if each.primary is not None and each.primary.span.source == addition]
    others = [each for each in more if each.is_error and each not in mine]
    return conclude(replace(elaborated, name=world.name), [*found, *mine, *others])
