"""A Sabre problem in, a world out: tokens, syntax, meaning."""

from __future__ import annotations

from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.model.world import World
from kizuna.peers.sabre.lexer import lex
from kizuna.peers.sabre.parser import parse
from kizuna.peers.sabre.resolve import resolve


def read(source: Source) -> Outcome[World]:
    """The world that a Sabre problem describes, with everything that is wrong or surprising about its text."""
    tokens, found = lex(source)
    if not tokens.texts:
        nothing = [] if any(d.is_error for d in found) else [diagnose("empty-world", "The file says nothing.")]
        return conclude(None, [*found, *nothing])
    problem, mistakes = parse(tokens)
    world, findings = resolve(source, problem)
    diagnostics = [*found, *mistakes, *findings]
    return conclude(None if any(d.is_error for d in diagnostics) else world, diagnostics)
