"""Text in, world out, and back: reading, writing, laying out, beginning, grounding, loading what was saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kizuna import grounding, sketching
from kizuna import language as story
from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
from kizuna.model.world import World
from kizuna.peers import sabre
from kizuna.sources import LANGUAGES, Files, Sources, loader, template, title_of

if TYPE_CHECKING:
    from kizuna.language import Loader
    from kizuna.sketching import Sketched

_READERS: dict[str, Callable[[Source, Loader], Outcome[World]]] = {
    "sabre": lambda source, _: sabre.read(source),
    "story": lambda source, load: story.read(source, load),  # noqa: PLW0108 - `story.read` would load it now
}


def read(name: str, *, language: str | None = None, sources: Sources | None = None) -> Outcome[World]:
    """The world in a file, in a folder, or shipped under a name; the language by the file's ending unless given."""
    loaded = (sources or Files()).load(name)
    if loaded.value is None:
        return conclude(None, loaded.diagnostics)
    chosen = language or LANGUAGES.get(Path(loaded.value.name).suffix)
    outcome = read_text(loaded.value.text, name=loaded.value.name, language=chosen, sources=sources)
    if outcome.value is None or outcome.value.name != Path(loaded.value.name).stem:
        return outcome
    return Outcome(replace(outcome.value, name=title_of(Path(loaded.value.name))), outcome.diagnostics)


def read_text(
    text: str, *, name: str = "<text>", language: str | None = "sabre", sources: Sources | None = None
) -> Outcome[World]:
    """The world that a text describes; what it uses comes from ``sources``."""
    reader = _READERS.get(language or "")
    if reader is None:
        hint = f"Let its name end in {' or '.join(LANGUAGES)}, or say --language {' or '.join(sorted(_READERS))}."
        return conclude(
            None, [diagnose("unknown-language", f"It is not clear which language {name} is in.", help=hint)]
        )
    return reader(Source(name, text), loader(sources or Files()))


def write(world: World) -> str:
    """The world as `.story` text; reading it gives the same world."""
    return story.write(world)


def format_text(text: str, *, name: str = "<text>") -> Outcome[str]:
    """A `.story` text in the one usual layout, which changes nothing about what it says; its line endings stay."""
    source = Source(name, text)
    file, found = story.parse(source)
    formatted = story.format_file(file, source).replace("\r\n", "\n")
    if "\r\n" in text:
        formatted = formatted.replace("\n", "\r\n")
    return conclude(formatted, found)


def begin(name: str, template_name: str) -> Outcome[str]:
    """The text of the template of that name, or of a .story file, as the beginning of a story called ``name``."""
    found = Files().load(template_name) if template_name.endswith(".story") else template(template_name)
    return conclude(None if found.value is None else story.renamed(found.value, name), found.diagnostics)


def sketch(text: str, name: str, *, of: str = "<outline>") -> Outcome[Sketched]:
    """A first cast sheet for a story called ``name``, made from the plain lines of an outline; ``of`` is its source."""
    return sketching.sketch(Source(of, text), name)


def ground(world: World) -> Outcome[GroundWorld]:
    """The world without variables."""
    return grounding.ground(world)


def load(name: str, data: bytes) -> Outcome[tuple[Fabula, ...]]:
    """The stories in a saved result or a saved fabula."""
    from kizuna.search.saved import load_fabulas  # noqa: PLC0415 - what reads JSON is slow to import

    try:
        return conclude(load_fabulas(data), [])
    except (ValueError, ArithmeticError, RecursionError) as error:
        return conclude(None, [diagnose("saved-story-unreadable", f"{name} holds no saved story: {error}.")])
