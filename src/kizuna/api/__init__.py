"""The straight line, one function a stage: read, ground, find, why, tell, validate, check.

Texts come through a :class:`Sources`. Authors' mistakes come back as diagnostics in an :class:`Outcome`; nothing here
opens files, prints or exits.
"""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.api.arranging import arrange, reader, telling
    from kizuna.api.feeling import appraiser, feelings
    from kizuna.api.finding import CANDIDATES, find, live, must, rank
    from kizuna.api.judging import Overview, check, outline, validate, why
    from kizuna.api.narrating import Told, tell, told
    from kizuna.api.reading import begin, format_text, ground, load, read, read_text, sketch, write
    from kizuna.api.recounting import recount
    from kizuna.sources import LANGUAGES, Files, Sources, outline_of, shipped_worlds, templates
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.api.arranging": "arrange reader telling",
            "kizuna.api.feeling": "appraiser feelings",
            "kizuna.api.recounting": "recount",
            "kizuna.api.finding": "CANDIDATES find live must rank",
            "kizuna.api.judging": "Overview check outline validate why",
            "kizuna.api.narrating": "Told tell told",
            "kizuna.api.reading": "begin format_text ground load read read_text sketch write",
            "kizuna.sources": "LANGUAGES Files Sources outline_of shipped_worlds templates",
        },
    )

__all__ = [
    "CANDIDATES",
    "LANGUAGES",
    "Files",
    "Overview",
    "Sources",
    "Told",
    "appraiser",
    "arrange",
    "begin",
    "check",
    "feelings",
    "find",
    "format_text",
    "ground",
    "live",
    "load",
    "must",
    "outline",
    "outline_of",
    "rank",
    "read",
    "read_text",
    "reader",
    "recount",
    "shipped_worlds",
    "sketch",
    "tell",
    "telling",
    "templates",
    "told",
    "validate",
    "why",
    "write",
]
