"""The straight line, one function a stage: read, ground, find, why, tell, validate, check.

This is the only module of the engine that opens files, and it does that through a :class:`Sources`. Authors' mistakes
come back as diagnostics in an :class:`Outcome`; nothing here prints or exits.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Protocol, TypeVar

from kizuna import grounding, inquiry, narration, search
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Fabula, Verdict
from kizuna.fabula import validate as validate_fabula
from kizuna.fabula.validate import DEFAULT_EFFORT
from kizuna.grounding import GroundWorld
from kizuna.inquiry import Account
from kizuna.language import LIBRARY, Loader, format_file, parse
from kizuna.language import read as read_story
from kizuna.language import write as write_story
from kizuna.model.values import Number, show
from kizuna.model.world import World
from kizuna.narration import Sentence
from kizuna.peers import sabre
from kizuna.search import Problem, SearchResult, Stop
from kizuna.search.saved import load_fabulas

T = TypeVar("T")

MAX_BYTES = 4_000_000
LANGUAGES = {".story": "story", ".txt": "sabre"}
_READERS: dict[str, Callable[[Source, Loader], Outcome[World]]] = {
    "sabre": lambda source, _: sabre.read(source),
    "story": read_story,
}


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
    return _world_file(Path(str(resources.files("kizuna"))) / "worlds" / name) if name.isidentifier() else None


def shipped_worlds() -> tuple[str, ...]:
    """The names of the worlds that come with kizuna."""
    folder = Path(str(resources.files("kizuna"))) / "worlds"
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir() and _world_file(path)))


def _loader(sources: Sources) -> Loader:
    """What brings the modules that a story uses: from the library, or from wherever the story came from."""

    def load(key: str) -> Outcome[Source]:
        return _library_module(key.removeprefix(LIBRARY)) if key.startswith(LIBRARY) else sources.load(key)

    return load


def _library_module(name: str) -> Outcome[Source]:
    folder = Path(str(resources.files("kizuna"))) / "library"
    known = {path.stem: path for path in sorted(folder.glob("*.story"))}
    if name not in known:
        close = difflib.get_close_matches(name, known, 1)
        hint = f"Did you mean `{close[0]}`?" if close else f"The library has: {', '.join(known)}."
        return conclude(None, [diagnose("file-not-found", f"There is no module {name} in the library.", help=hint)])
    return _decoded(str(known[name]), known[name].read_bytes())


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


def read(name: str, *, language: str | None = None, sources: Sources | None = None) -> Outcome[World]:
    """The world in a file, in a folder, or shipped under a name; the language by the file's ending unless given."""
    loaded = (sources or Files()).load(name)
    if loaded.value is None:
        return conclude(None, loaded.diagnostics)
    chosen = language or LANGUAGES.get(Path(loaded.value.name).suffix)
    outcome = read_text(loaded.value.text, name=loaded.value.name, language=chosen, sources=sources)
    if outcome.value is None or outcome.value.name != Path(loaded.value.name).stem:
        return outcome
    return Outcome(replace(outcome.value, name=_title(Path(loaded.value.name))), outcome.diagnostics)


def _title(path: Path) -> str:
    """What a world is called: its file without the ending, or its folder where the file is simply the world file."""
    name = path.resolve().parent.name if path.stem == "world" else path.stem
    return name.encode(errors="replace").decode() or "world"


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
    return reader(Source(name, text), _loader(sources or Files()))


def write(world: World) -> str:
    """The world as `.story` text; reading it gives the same world."""
    return write_story(world)


def format_text(text: str, *, name: str = "<text>") -> Outcome[str]:
    """A `.story` text in the one usual layout, which changes nothing about what it says; its line endings stay."""
    source = Source(name, text)
    file, found = parse(source)
    formatted = format_file(file, source).replace("\r\n", "\n")
    if "\r\n" in text:
        formatted = formatted.replace("\n", "\r\n")
    return conclude(formatted, found)


def ground(world: World) -> Outcome[GroundWorld]:
    """The world without variables."""
    return grounding.ground(world)


def find(
    world: World,
    *,
    goal: Number | None = None,
    events: int | None = None,
    foresight: int | None = None,
    depth: int | None = None,
    count: int | None = 1,
    max_expansions: int | None = 200_000,
    max_states: int | None = 1_000_000,
    observer: Callable[[search.Progress], bool | None] | None = None,
) -> Outcome[SearchResult]:
    """Stories of ``world`` that raise the author's utility to ``goal``: the first ``count``, or all with None.

    Limits that neither the question nor the world's settings give widen step by step. An outcome without stories says
    in a diagnostic whether there are none within the limits or none was found.
    """
    advised = world.settings

    def question(ground_world: GroundWorld) -> SearchResult:
        return search.find(
            Problem(ground_world, goal),
            events=advised.events if events is None else events,
            foresight=advised.foresight if foresight is None else foresight,
            depth=advised.depth if depth is None else depth,
            count=count,
            max_expansions=max_expansions,
            max_states=max_states,
            observer=observer,
        )

    result = _ask(world, question)
    if result.value is None or result.value.fabulas:
        return result
    return conclude(result.value, [*result.diagnostics, _no_story(result.value)])


def why(world: World, fabula: Fabula) -> Outcome[Account]:
    """Event by event, why everyone did what they did, on which beliefs, for which motives."""
    return _ask_of(world, fabula, lambda ground_world: inquiry.why(Dynamics(ground_world), fabula))


def tell(world: World, fabula: Fabula) -> Outcome[tuple[Sentence, ...]]:
    """The story in sentences."""
    return _ask_of(world, fabula, lambda ground_world: narration.narrate(fabula, ground_world))


def validate(world: World, fabula: Fabula, *, effort: int = DEFAULT_EFFORT) -> Outcome[Verdict]:
    """What an independent check of every claim in ``fabula`` finds."""
    return _ask(world, lambda ground_world: validate_fabula(fabula, ground_world, effort))


@dataclass(frozen=True, slots=True)
class Overview:
    """What a world amounts to once it is ground."""

    characters: tuple[str, ...]
    fluents: int
    actions: int
    rules: int
    digest: str


def check(world: World) -> Outcome[Overview]:
    """Whether a world can be lived in: it grounds, and its rules come to rest where it starts."""

    def question(ground_world: GroundWorld) -> Overview:
        _ = Dynamics(ground_world).initial
        counts = (len(ground_world.fluents), len(ground_world.actions), len(ground_world.rules))
        return Overview(ground_world.characters, *counts, ground_world.digest)

    return _ask(world, question)


def load(name: str, data: bytes) -> Outcome[tuple[Fabula, ...]]:
    """The stories in a saved result or a saved fabula."""
    try:
        return conclude(load_fabulas(data), [])
    except (ValueError, ArithmeticError, RecursionError) as error:
        return conclude(None, [diagnose("saved-story-unreadable", f"{name} holds no saved story: {error}.")])


def _ask_of(world: World, fabula: Fabula, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Asks about a story, having made sure that it can happen in the world at all."""
    misfit = _ask(world, lambda ground_world: (_misfit(ground_world, fabula),))
    if misfit.value is None or misfit.value[0] is not None:
        return conclude(None, [*misfit.diagnostics, *(misfit.value or ())])
    return _ask(world, question)


def _misfit(world: GroundWorld, fabula: Fabula) -> Diagnostic | None:
    """What keeps a story from happening in a world, if anything does."""
    if fabula.digest != world.digest:
        hint = "Find the story again in this world."
        message = f"The story belongs to another world than {world.name}, or to another version of it."
        return diagnose("story-of-another-world", message, help=hint)
    dynamics = Dynamics(world)
    state = dynamics.initial
    for event in fabula.events:
        action = world.action_ids.get(event.action)
        if action is None or not dynamics.holds(state, action):
            return diagnose("story-does-not-hold", f"{event.action} cannot happen at its place in the story.")
        state = dynamics.after(state, action)
    return None


def _ask(world: World, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Grounds a world and asks a question of it; what goes wrong while living through it becomes a diagnostic."""
    outcome = ground(world)
    if outcome.value is None:
        return conclude(None, outcome.diagnostics)
    ground_world = outcome.value
    try:
        return conclude(question(ground_world), outcome.diagnostics)
    except EndlessRulesError as endless:
        return conclude(None, [*outcome.diagnostics, _endless(ground_world, endless)])
    except ZeroDivisionError:
        message = "A number is divided by zero while living through the world."
        return conclude(None, [*outcome.diagnostics, diagnose("division-by-zero", message)])


def _endless(world: GroundWorld, endless: EndlessRulesError) -> Diagnostic:
    names = ", ".join(endless.names[:5]) + (" and others" if len(endless.names) > 5 else "")
    circle = "set one another" if len(endless.names) > 1 else "sets itself"
    rule = world.rules[endless.rules[0]]
    return diagnose(
        "endless-rules",
        f"The rules never come to rest: {names} {circle} off again and again.",
        rule.span,
        "this rule fires for ever",
        help="Let each rule's effect make its own condition false.",
    )


def _no_story(result: SearchResult) -> Diagnostic:
    """The honest answer of a search that found nothing."""
    limits = result.limits
    words = f"{_events(limits.events)}, foresight {limits.foresight}, depth {limits.depth}"
    if result.stopped is Stop.EXHAUSTED:
        message = f"There is no story that is worth {show(result.goal)} to the author within {words}."
        return diagnose("no-story", message, help="Widen --events, --foresight or --depth, or give someone a reason.")
    done = result.completed
    proven = (
        f"There is none within {_events(done.events)}, foresight {done.foresight}, depth {done.depth}."
        if done
        else "Nothing smaller was ruled out either."
    )
    cause = "it was cancelled" if result.stopped is Stop.CANCELLED else f"--{result.reached} was reached"
    worth = f"worth {show(result.goal)} to the author"
    message = f"No story {worth} was found within {words} before {cause}. {proven}"
    return diagnose("not-found", message, help="Raise the limit on work, or ask for fewer events or less foresight.")


def _events(number: int) -> str:
    return f"{number} event" if number == 1 else f"{number} events"
