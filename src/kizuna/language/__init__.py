"""Text in, World out: the `.story` language."""

from typing import TYPE_CHECKING

from kizuna import lazily

if TYPE_CHECKING:
    from kizuna.language.endings import avoiding, ending_of, towards
    from kizuna.language.format import format_file
    from kizuna.language.modules import LIBRARY, Loader
    from kizuna.language.parser import parse
    from kizuna.language.reading import read
    from kizuna.language.renaming import renamed, usable_name
    from kizuna.language.tellings import read_telling
    from kizuna.language.wording import quoted
    from kizuna.language.writing import write
else:
    __getattr__ = lazily.names(
        __name__,
        {
            "kizuna.language.endings": "avoiding ending_of towards",
            "kizuna.language.format": "format_file",
            "kizuna.language.modules": "LIBRARY Loader",
            "kizuna.language.parser": "parse",
            "kizuna.language.reading": "read",
            "kizuna.language.renaming": "renamed usable_name",
            "kizuna.language.tellings": "read_telling",
            "kizuna.language.wording": "quoted",
            "kizuna.language.writing": "write",
        },
    )

__all__ = [
    "LIBRARY",
    "Loader",
    "avoiding",
    "ending_of",
    "format_file",
    "parse",
    "quoted",
    "read",
    "read_telling",
    "renamed",
    "towards",
    "usable_name",
    "write",
]
