"""What a library module promises: lived through with the module as it is, and with something taken out of it.

A promise is kept if all its events can happen one after the other, what shall not be possible then is not, and what is
promised is so. The same question is put to a mutant, in which a piece of one module's text is another or gone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from bare import bare

import kizuna
from kizuna.diagnostics import Outcome, Source, conclude
from kizuna.epistemics import Dynamics
from kizuna.grounding import GroundWorld, ground
from kizuna.language import read
from kizuna.model.world import World

LIBRARY = Path(kizuna.__file__).parent / "library"
STORIES = Path(__file__).parents[1] / "library"
HEADINGS = re.compile(r"^(?:define|action|rule|perceives)\b[^(:]*", re.MULTILINE)


@dataclass(frozen=True)
class Mutation:
    """In ``module``, ``old`` becomes ``new``."""

    module: str
    old: str
    new: str = ""

    def __call__(self, name: str, text: str) -> str:
        if name != self.module:
            return text
        assert self.old in text, f"{name} does not say {self.old!r}"
        return text.replace(self.old, self.new)


@dataclass(frozen=True)
class Promise:
    """After ``events`` all of ``so`` is so and nothing of ``cannot`` is possible; not so once ``without`` is done.

    ``of`` is the heading of what promises it, such as ``rule sees_thing``.
    """

    of: str
    without: Mutation
    events: tuple[str, ...] = ()
    so: tuple[str, ...] = ()
    cannot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Trial:
    """A module, and what it promises to a small world that is called like it and stands beside its tests."""

    module: str
    promises: dict[str, Promise]

    def is_kept(self, name: str, *, mutant: bool = False) -> bool:
        """Whether the promise is kept, by the module as it is or by its mutant."""
        promise = self.promises[name]
        world = ground_world(self.module, promise, promise.without if mutant else None)
        dynamics = Dynamics(world)
        state = dynamics.initial
        for event in promise.events:
            number = world.action_ids.get(event)
            if number is None or not dynamics.holds(state, number):
                return False
            state = dynamics.after(state, number)
        possible = {world.actions[number].name for number in dynamics.possible(state)}
        yes = {f"question{n}()" for n in range(len(promise.so))}
        return possible >= yes and not possible & set(promise.cannot)

    def untried(self) -> set[str]:
        """The headings of what the module defines and lets happen that no promise is of."""
        found = {heading.strip() for heading in HEADINGS.findall(library_text(self.module))}
        return found - {promise.of for promise in self.promises.values()}

    def tests(self) -> tuple[Callable[[str], None], Callable[[str], None], Callable[[], None]]:
        """The tests of a module: each promise is kept, and broken by its mutant, and all that it declares is tried."""
        each = pytest.mark.parametrize("name", self.promises)

        @each
        def control(name: str) -> None:
            assert self.is_kept(name)

        @each
        def mutant(name: str) -> None:
            assert not self.is_kept(name, mutant=True)

        def whole() -> None:
            assert not self.untried()

        return control, mutant, whole


def block(module: str, heading: str) -> str:
    """The whole text of one declaration of a module."""
    found = re.search(rf"^{re.escape(heading)}\(.*?(?=\n\n|\Z)", library_text(module), re.MULTILINE | re.DOTALL)
    assert found, f"{module} has no {heading}"
    return found[0]


def less(module: str, heading: str) -> Mutation:
    """The module without one declaration."""
    return Mutation(module, block(module, heading))


def but(module: str, heading: str, old: str, new: str = "") -> Mutation:
    """The module with one declaration changed."""
    whole = block(module, heading)
    assert old in whole, f"{heading} does not say {old!r}"
    return Mutation(module, whole, whole.replace(old, new))


@cache
def library_text(module: str) -> str:
    """The text of a module of the library."""
    return (LIBRARY / f"{module}.story").read_text(encoding="utf-8")


def ground_world(module: str, promise: Promise, mutation: Mutation | None) -> GroundWorld:
    """The world of a module with what a promise needs to happen, and an action for each of its questions."""
    world = asking(module, promise.so, mutation)
    questions = (f"question{n}" for n in range(len(promise.so)))
    return ground(bare(world, (*promise.events, *promise.cannot, *questions))).unwrap()


def asking(module: str, questions: tuple[str, ...], mutation: Mutation | None) -> World:
    """The world of a module, with an action for every question that is possible where the answer is yes."""
    story = (STORIES / f"{module}.story").read_text(encoding="utf-8")
    asked = (f"\naction question{n}\n    when {q}\n    seen by nobody\n" for n, q in enumerate(questions))

    def load(key: str) -> Outcome[Source]:
        name = key.removeprefix("library:")
        text = library_text(name)
        return conclude(Source(f"{name}.story", mutation(name, text) if mutation else text), [])

    return read(Source(f"{module}.story", story + "".join(asked)), load).unwrap()
