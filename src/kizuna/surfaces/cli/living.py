"""The command that lets everyone do as they like: live."""

from __future__ import annotations

import sys
from typing import Any

import click

from kizuna import api
from kizuna.fabula import Fabula
from kizuna.model.formulas import ZERO
from kizuna.model.values import show
from kizuna.model.world import World
from kizuna.search import Life, Lived, Rest, SearchResult
from kizuna.surfaces.cli.answering import (
    Exit,
    answer_of,
    merged,
    read_world,
    say,
    show_diagnostics,
    watched,
    world_argument,
)
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.story_document import life_document

NO_STORY = "To hold against this, no story that reaches the author's ending was found within the same limits."


@click.command("live")
@world_argument
@click.option("--events", type=click.IntRange(1), help="Most events to live through.")
@click.option("--foresight", type=click.IntRange(1), help="Actions that a character plans ahead.")
@click.option("--depth", type=click.IntRange(0), help="Layers of minds in which plans are sought.")
@click.option("--max-expansions", type=click.IntRange(1), default=200_000, show_default=True, help="Work limit.")
def live_command(world: str, language: str | None, form: str, concise: bool, **limits: Any) -> None:
    """Let everyone take their best option, with nobody steering.

    At every step the option with the largest advantage over its rival is taken. Where the world has a plot, the story
    that reaches its ending is held against what would happen by itself.
    """
    read, warnings = read_world(world, language, form, concise)
    with watched() as observer:
        outcome = api.live(read, observer=observer, **limits)
        life = answer_of(outcome, form, concise, warnings)
        sought = None if life.ends else _sought(read, life, limits["max_expansions"])
    story = None if sought is None else next(iter(sought.fabulas), None)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(life_document(life, story), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        said = _lived(read, life, story)
        say(said if story is not None or sought is None else f"{said}\n{NO_STORY}")
    sys.exit(Exit.LIMIT if life.rest is Rest.EFFORT else Exit.FOUND)


def _sought(world: World, life: Life, max_expansions: int) -> SearchResult | None:
    """What a search for the author's story within the same limits finds, if the world has a plot."""
    if not world.plot.endings and world.plot.utility == ZERO:
        return None
    limits = life.limits
    outcome = api.find(
        world,
        events=limits.events,
        foresight=limits.foresight,
        depth=limits.depth,
        max_expansions=max_expansions,
        near=0,
    )
    return outcome.value


def _lived(world: World, life: Life, story: Fabula | None) -> str:
    told = api.recount(world, life.actions).unwrap()
    lines = [
        f"{number}. {sentence.text}  [{lived.event.action}]{_by(lived)}"
        for number, (lived, sentence) in enumerate(zip(life.events, told, strict=True), 1)
    ]
    lines.append(f"Then {life.rest.value}." if lines else f"Nothing happens: {life.rest.value}.")
    if life.ends:
        lines.append("So the author's ending comes by itself.")
    elif story is not None:
        lines.append(_parting(life, story))
    return "\n".join(lines)


def _by(lived: Lived) -> str:
    if lived.advantage is None:
        return ""
    return f"  (better by {show(lived.advantage)})" if lived.advantage else "  (as good as what else there was)"


def _parting(life: Life, story: Fabula) -> str:
    """Where the author's story leaves what would happen by itself."""
    pairs = enumerate(zip(story.actions, [*life.actions, *[""] * len(story.actions)], strict=False), 1)
    number, own, other = next((n, own, other) for n, (own, other) in pairs if own != other)
    instead = f"where {other} would come by itself" if other else "where nothing would happen by itself"
    return f"The author's story departs from this at event {number}: {own}, {instead}."
