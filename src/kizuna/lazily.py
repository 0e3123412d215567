"""Packages whose names are loaded when they are first asked for, so that a command loads only what it needs (PEP 562).

Naive: a package's ``__init__`` imports all that it offers, and asking for one verb loads the whole engine, half a
second of it. Better: the ``__init__`` says where each name lives::

    if TYPE_CHECKING:
        from kizuna.api.finding import find, live, must
    else:
        __getattr__ = lazily.names(__name__, {"kizuna.api.finding": "find live must"})
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

after_loading: list[Callable[[], None]] = []
"""What is called whenever a name has been loaded; a surface that gives values a new look registers here."""


def names(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a package: ``homes`` says which of its public names live in which module, with spaces.

    No such name may be that of one of the package's own modules: whoever loads the module would find it there instead.
    """
    home_of = {name: home for home, living in homes.items() for name in living.split()}

    def load(name: str) -> Any:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value = getattr(import_module(home_of[name]), name)
        setattr(sys.modules[package], name, value)
        for call in after_loading:
            call()
        return value

    return load
