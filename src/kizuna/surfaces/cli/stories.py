"""The story that a command is about: a saved one, or the first that is found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from kizuna import api
from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.fabula import Fabula
from kizuna.model.world import World
from kizuna.search import SearchResult, Stop
from kizuna.surfaces.cli.answering import Exit, answer_of, fail, merged, read_world, show_failure, watched

MAX_SAVED_BYTES = 500_000_000


def searched(
    world: World, warnings: tuple[Diagnostic, ...], form: str, concise: bool, options: dict[str, Any]
) -> tuple[SearchResult, tuple[Diagnostic, ...]]:
    """What a search finds, and what there is to say about it."""
    with watched() as observer:
        outcome = api.find(world, observer=observer, **options)
    return answer_of(outcome, form, concise, warnings), merged(warnings, outcome.diagnostics)


def exit_code(result: SearchResult) -> Exit:
    """The exit code of a search."""
    if result.stopped in (Stop.LIMIT, Stop.CANCELLED):
        return Exit.LIMIT
    return Exit.FOUND if result.fabulas else Exit.NONE


def story_of(
    world: str, story: str | None, language: str | None, form: str, concise: bool, options: dict[str, Any]
) -> tuple[World, Fabula, tuple[Diagnostic, ...]]:
    """The world and the story asked about: the saved one, or the first that is found; ends the program without one."""
    read, warnings = read_world(world, language, form, concise)
    if story is not None:
        return read, load_stories(story, form, concise)[0], warnings
    result, diagnostics = searched(read, warnings, form, concise, options)
    if not result.fabulas:
        show_failure(diagnostics, form, concise)
        sys.exit(exit_code(result))
    return read, result.fabulas[0], diagnostics


def load_stories(story: str, form: str, concise: bool) -> tuple[Fabula, ...]:
    """The stories in a saved file, one at least; ends the program with what is wrong."""
    try:
        with Path(story).open("rb") as file:
            data = file.read(MAX_SAVED_BYTES + 1)
    except OSError as error:
        fail((diagnose("file-unreadable", f"{story} cannot be read: {error.strerror}."),), form, concise)
    if len(data) > MAX_SAVED_BYTES:
        message = f"{story} is larger than a saved story can be ({MAX_SAVED_BYTES:,} bytes)."
        fail((diagnose("saved-story-unreadable", message),), form, concise)
    fabulas = answer_of(api.load(story, data), form, concise)
    if not fabulas:
        message = f"{story} holds a result without stories."
        fail((diagnose("saved-story-unreadable", message, help="Save one that was found."),), form, concise)
    return fabulas
