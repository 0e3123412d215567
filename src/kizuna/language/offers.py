"""What the library would offer: which of its modules declares a name that a story does not know.

Naive: a list of names kept beside the library. Better: ask the library itself, once a name is missed. The loader brings
under ``library:``, without a name behind it, a text that uses all modules; each is read for what it declares. Cost:
nothing until the first name is missed, then one reading of the library.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kizuna.language.modules import LIBRARY, Loader
from kizuna.language.parser import parse
from kizuna.language.syntax import ActionNode, Declaration, DefineLine, File, FluentLine, Name, TypeLine, Use


@dataclass
class Offers:
    """Answers for one loader; a loader without a library offers nothing."""

    loader: Loader

    def help(self, kind: str, name: str) -> str:
        """The advice to use the module that declares a ``type``, ``fluent`` or ``action``; nothing where none does."""
        module = self._modules.get((kind, name))
        return f"Say `use {module}`." if module else ""

    @cached_property
    def _modules(self) -> dict[tuple[str, str], str]:
        modules: dict[tuple[str, str], str] = {}
        for module in self._names():
            file = self._file(module)
            for declaration in file.declarations if file else ():
                for declared in _declared(declaration):
                    modules.setdefault(declared, module)
        return modules

    def _names(self) -> Iterator[str]:
        shelf = self._file("")
        for declaration in shelf.declarations if shelf else ():
            if isinstance(declaration, Use):
                yield from (module.text for module in declaration.modules if isinstance(module, Name))

    def _file(self, module: str) -> File | None:
        loaded = self.loader(LIBRARY + module)
        return None if loaded.value is None else parse(loaded.value)[0]


def _declared(declaration: Declaration) -> Iterator[tuple[str, str]]:
    match declaration:
        case TypeLine(name=name):
            yield "type", name.text
        case FluentLine(name=name) | DefineLine(name=name):
            yield "fluent", name.text
        case ActionNode(name=name):
            yield "action", name.text
