"""Asking something of a world: it is ground first, and what goes wrong while living through it is a diagnostic."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kizuna import answers, grounding
from kizuna.deliberation import Effort, Reasons
from kizuna.diagnostics import Outcome, conclude, diagnose
from kizuna.epistemics import Dynamics, EndlessRulesError
from kizuna.fabula import Fabula
from kizuna.grounding import GroundWorld
from kizuna.model.world import World

T = TypeVar("T")

SELDOM = 100_000
"""Objects made before garbage is looked for while a question is answered: more often takes a sixth of the time."""

WEIGHING = 20_000
"""States looked through, in any mind, before `why` stops weighing what else could have been done."""
FEELING = 200_000
"""States looked through, in any mind, before `feelings` stops asking who still means to do what, and fears what."""


def reasons(world: GroundWorld, work: int = WEIGHING) -> Reasons:
    """Everyone's reasons, with a bound on the work of weighing one against another."""
    dynamics = Dynamics(world)
    return Reasons(dynamics, Effort(work, states=lambda: len(dynamics.store)))


def ask_of(world: World, fabula: Fabula, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Asks about a story, having made sure that it can happen in the world at all."""
    grounded = grounding.ground(world)
    misfit = asked(grounded, lambda ground_world: (answers.misfit(ground_world, fabula),))
    if misfit.value is None or misfit.value[0] is not None:
        return conclude(None, [*misfit.diagnostics, *(misfit.value or ())])
    return asked(grounded, question)


def ask(world: World, question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """Grounds a world and asks a question of it; what goes wrong while living through it becomes a diagnostic."""
    with collecting_seldom():
        return asked(grounding.ground(world), question)


def asked(outcome: Outcome[GroundWorld], question: Callable[[GroundWorld], T]) -> Outcome[T]:
    """The same of a world that is ground already."""
    if outcome.value is None:
        return conclude(None, outcome.diagnostics)
    ground_world = outcome.value
    try:
        with collecting_seldom():
            return conclude(question(ground_world), outcome.diagnostics)
    except EndlessRulesError as endless:
        return conclude(None, [*outcome.diagnostics, answers.endless(ground_world, endless)])
    except ZeroDivisionError:
        message = "A number is divided by zero while living through the world."
        return conclude(None, [*outcome.diagnostics, diagnose("division-by-zero", message)])


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """A while in which garbage is looked for less often than usual, since nearly all that a question makes stays."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], SELDOM) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
