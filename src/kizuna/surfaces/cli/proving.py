"""Proving: find --must."""

from __future__ import annotations

import sys
from typing import Any, NoReturn

from kizuna import api
from kizuna.diagnostics import Diagnostic
from kizuna.model.world import World
from kizuna.search import Must, Proof
from kizuna.surfaces.cli.answering import Exit, answer_of, merged, say, show_diagnostics, watched
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.story_document import must_document

_LIMITS = ("events", "foresight", "depth", "goal", "max_expansions", "max_states")
_EXITS = {
    Proof.PROVEN: Exit.FOUND,
    Proof.REFUTED: Exit.NONE,
    Proof.NO_STORY: Exit.NONE,
    Proof.NOT_PROVEN: Exit.LIMIT,
}


def prove(
    world: World,
    warnings: tuple[Diagnostic, ...],
    condition: str,
    form: str,
    concise: bool,
    options: dict[str, Any],
) -> NoReturn:
    """Says whether a condition comes to hold in every story of a world, and ends the program."""
    limits = {name: options[name] for name in _LIMITS}
    with watched() as observer:
        outcome = api.must(world, condition, observer=observer, **limits)
    answer = answer_of(outcome, form, concise, warnings)
    diagnostics = merged(warnings, outcome.diagnostics)
    if form == "json":
        say(with_diagnostics(must_document(answer), diagnostics))
    else:
        show_diagnostics(diagnostics, concise)
        say(_words(world, answer))
    sys.exit(_EXITS[answer.proof])


def _words(world: World, answer: Must) -> str:
    limits = answer.without.limits
    within = f"within {limits.events} events, foresight {limits.foresight}, depth {limits.depth}"
    match answer.proof:
        case Proof.PROVEN:
            return f"Proven {within}: in every story it comes to pass that {answer.condition}."
        case Proof.NO_STORY:
            return f"There is no story at all {within}, so nothing must come to pass."
        case Proof.NOT_PROVEN:
            return f"Not proven: no story without it was found {within}, but the search did not come to its end."
    example = answer.counterexample
    assert example is not None
    lines = [f"  {n}. {s.text}" for n, s in enumerate(api.recount(world, example.actions).unwrap(), 1)]
    return "\n".join([f"Refuted: there is a story in which it never comes to pass that {answer.condition}:", *lines])
