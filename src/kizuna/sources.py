"""Where texts come from: files, shipped worlds, templates and the modules of the library.

This is the only module of the engine that opens files. A name goes in and a text comes out, or a diagnostic that says
why there is none: not there, not text, too large. Whoever keeps texts elsewhere passes a :class:`Sources` of their own.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from kizuna import language
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose

if TYPE_CHECKING:
    from kizuna.language import Loader

MAX_BYTES = 4_000_000
"""The largest file that is read."""

_PACKAGE = Path(__file__).parent

LANGUAGES = {".story": "story", ".txt": "sabre"}
"""The language of a world file by its ending."""

OUTLINE = "outline.txt"
"""What the outline of a world is called that lies beside it."""


class Sources(Protocol):
    """Where texts come from: a name in, a text out, or diagnostics."""

    def load(self, name: str) -> Outcome[Source]:
        """The text called ``name``."""


class Files:
    """Texts from files, and shipped worlds by their names."""

    def load(self, name: str) -> Outcome[Source]:
        """The file at path ``name``, the world file in that folder, or the shipped world of that name."""
        path = Path(name)
        try:
            if path.is_dir():
                inside = _world_file(path)
                if inside is None:
                    hint = f"Call it {' or '.join(f'world{suffix}' for suffix in LANGUAGES)}."
                    return conclude(None, [diagnose("file-not-found", f"There is no world file in {name}.", help=hint)])
                path = inside
            elif not path.exists():
                shipped = _shipped(name)
                if shipped is None:
                    return conclude(None, [_not_found(name)])
                path = shipped
            with path.open("rb") as file:
                return _decoded(str(path), file.read(MAX_BYTES + 1))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return conclude(None, [diagnose("file-unreadable", f"{name} cannot be read: {reason}.")])


def _world_file(folder: Path) -> Path | None:
    return next((folder / f"world{suffix}" for suffix in LANGUAGES if (folder / f"world{suffix}").exists()), None)


def _shipped(name: str) -> Path | None:
    return _world_file(_PACKAGE / "worlds" / name) if name.isidentifier() else None


def outline_of(name: str) -> Outcome[Source]:
    """The outline that lies beside a world, in its folder: ``outline.txt``."""
    path = Path(name)
    if not path.exists():
        path = _shipped(name) or path
    beside = (path if path.is_dir() else path.parent) / OUTLINE
    if not beside.is_file():
        hint = "Say which file holds the outline."
        return conclude(None, [diagnose("file-not-found", f"There is no {OUTLINE} beside {name}.", help=hint)])
    return Files().load(str(beside))


def shipped_worlds() -> tuple[str, ...]:
    """The names of the worlds that come with kizuna."""
    folder = _PACKAGE / "worlds"
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir() and _world_file(path)))


def loader(sources: Sources) -> Loader:
    """What brings the modules that a story uses: from the library, or from wherever the story came from."""

    def load(key: str) -> Outcome[Source]:
        if key.startswith(language.LIBRARY):
            return _library_module(key.removeprefix(language.LIBRARY))
        return sources.load(key)

    return load


def _library_module(name: str) -> Outcome[Source]:
    if not name:  # the library itself: a text that uses all of it
        return conclude(Source("library", f"use {', '.join(_shipped_texts('library'))}\n"), [])
    return _shipped_text("library", name, "There is no module {} in the library.", "The library has: {}.")


def templates() -> tuple[str, ...]:
    """The names of the stories to begin with."""
    return tuple(_shipped_texts("templates"))


def template(name: str) -> Outcome[Source]:
    """The story to begin with of that name."""
    return _shipped_text("templates", name, "There is no template called {}.", "There are: {}.")


def _shipped_texts(folder: str) -> dict[str, Path]:
    within = _PACKAGE / folder
    return {path.stem: path for path in sorted(within.glob("*.story"))}


def _shipped_text(folder: str, name: str, missing: str, listing: str) -> Outcome[Source]:
    known = _shipped_texts(folder)
    if name not in known:
        close = difflib.get_close_matches(name, known, 1)
        hints = [f"Did you mean `{close[0]}`?"] if close else []
        if not close or folder == "templates":
            hints.append(listing.format(", ".join(known)))
        return conclude(None, [diagnose("file-not-found", missing.format(name), help=" ".join(hints))])
    return _decoded(str(known[name]), known[name].read_bytes())


def from_library(source: Source) -> bool:
    """Whether a text is a module of the library, and so not the author's own."""
    return Path(source.name).parent == _PACKAGE / "library"


def _not_found(name: str) -> Diagnostic:
    hint = f"Worlds that come with kizuna: {', '.join(shipped_worlds())}."
    return diagnose("file-not-found", f"There is no file or shipped world called {name}.", help=hint)


def _decoded(name: str, data: bytes) -> Outcome[Source]:
    if len(data) > MAX_BYTES:
        return conclude(None, [diagnose("file-too-large", f"{name} has more than {MAX_BYTES:,} bytes.")])
    hint = "Save it as UTF-8 text." if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "Is it the file that you meant?"
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"{name} is not UTF-8 text: byte {error.start + 1:,} cannot be read."
        return conclude(None, [diagnose("file-unreadable", message, help=hint)])
    if "\0" in text:
        return conclude(None, [diagnose("file-unreadable", f"{name} is not text: it has zero bytes in it.", help=hint)])
    return conclude(Source(name, text), [])


def title_of(path: Path) -> str:
    """What a world is called: its file without the ending, or its folder where the file is simply the world file."""
    name = path.resolve().parent.name if path.stem == "world" else path.stem
    return name.encode(errors="replace").decode() or "world"
