"""A story and the modules that it uses, each read once, those that are used first.

Sources come through a ``loader``. It is asked for ``library:NAME`` for a module of the library, else for the path of a
file, beside the one that uses it. Cost: every module is loaded and parsed once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TypeAlias

from kizuna.diagnostics import Diagnostic, Label, Outcome, Source, Span, conclude, diagnose
from kizuna.language.parser import parse
from kizuna.language.syntax import Broken, File, Name, Use

Loader: TypeAlias = Callable[[str], Outcome[Source]]
LIBRARY = "library:"


def no_modules(key: str) -> Outcome[Source]:
    """The loader of a text that stands alone, such as a written world."""
    return conclude(None, [diagnose("file-not-found", f"A written world stands alone, without {key}.")])


@dataclass
class Gathered:
    """The files of a story, the used before the users, and what was wrong with them.

    ``incomplete`` says that something could not be read or found, so that names may be missing. ``loader`` is what
    brought the modules. ``uses`` says of each text which others it uses, directly or through others.
    """

    loader: Loader
    files: list[File] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)
    incomplete: bool = False
    uses: dict[Source, set[Source]] = field(default_factory=dict)

    def takes_up(self, later: Span | None, first: Span | None) -> bool:
        """Whether a place lies in a file that uses the file of another, and so may say anew what is said there."""
        return later is not None and first is not None and first.source in self.uses.get(later.source, ())


def gather(source: Source, loader: Loader) -> Gathered:
    """A story with all that it uses."""
    gathered = Gathered(loader)
    _Gatherer(loader, gathered).file(source, _key(source.name), ())
    return gathered


@dataclass
class _Gatherer:
    loader: Loader
    gathered: Gathered
    done: set[str] = field(default_factory=set)
    sources: dict[str, Source] = field(default_factory=dict)

    def file(self, source: Source, key: str, users: tuple[tuple[str, str], ...]) -> None:
        """Read one file: first those that it uses, then itself."""
        self.done.add(key)
        self.sources[key] = source
        used = self.gathered.uses.setdefault(source, set())
        file, found = parse(source)
        self.gathered.found += found
        self.gathered.incomplete |= any(
            isinstance(declaration, Broken) and declaration.text.startswith("use") for declaration in file.declarations
        )
        for declaration in file.declarations:
            if isinstance(declaration, Use):
                for module in declaration.modules:
                    other = self._use(module, declaration.span, source, ((key, PurePath(source.name).name), *users))
                    if other is not None:  # it is done, and knows what it uses in turn
                        used |= {other, *self.gathered.uses[other]}
        self.gathered.files.append(file)

    def _use(self, module: Name | str, line: Span, user: Source, users: tuple[tuple[str, str], ...]) -> Source | None:
        """The text of one module, read if need be."""
        if isinstance(module, Name):
            span, key, shown = module.span, LIBRARY + module.text, module.text
        else:
            at = line.text.find(f'"{module}"')
            span = Span(line.source, line.start + at, line.start + at + len(module) + 2) if at >= 0 else line
            key, shown = _key(str(PurePath(user.name).parent / module)), module
        keys = [each for each, _ in users]
        if key in keys:
            names = [f"`{name}`" for _, name in users[: keys.index(key) + 1]]
            message = f"{names[-1]} uses {', which uses '.join([*names[-2::-1], names[-1]])} again."
            self.gathered.found.append(
                diagnose("module-cycle", message, span, help="Move what both need into a third file.")
            )
            return None
        if key in self.done:
            return self.sources.get(key)
        loaded = self.loader(key)
        if loaded.value is None:
            self.gathered.incomplete = True
            self.done.add(key)
            self.gathered.found.append(_unknown(shown, span, loaded))
            return None
        self.file(loaded.value, key, users)
        return loaded.value


def _unknown(shown: str, span: Span, loaded: Outcome[Source]) -> Diagnostic:
    reason = loaded.diagnostics[0]
    message = f"There is no module `{shown}`." if reason.code == "file-not-found" else reason.message
    return diagnose("unknown-module", message, span, help=reason.help, secondary=_labels(reason))


def _labels(reason: Diagnostic) -> tuple[Label, ...]:
    return (reason.primary,) if reason.primary else ()


def _key(name: str) -> str:
    return name if name.startswith(LIBRARY) else posixpath.normpath(PurePath(name).as_posix())
