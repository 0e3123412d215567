"""The facts and beliefs that a world starts from: the initial effects, one after the other, over the defaults."""

from __future__ import annotations

from kizuna.grounding.instantiate import Instantiator
from kizuna.model.values import Value
from kizuna.model.world import World
from kizuna.model.worth import worth

Chain = tuple[int, ...]


def initial_facts(
    world: World, instantiator: Instantiator, defaults: list[Value]
) -> tuple[list[Value], dict[tuple[Chain, int], Value]]:
    """The true worth of every fluent, and what chains of minds hold instead.

    Each statement is read as a whole before it changes anything, and sees what the ones before it did. A chain without
    a record reads the chain one shorter, down to the truth.
    """
    facts = list(defaults)
    records: dict[tuple[Chain, int], Value] = {}
    numbers = {name: number for number, name in enumerate(world.characters)}

    def read(chain: tuple[str, ...], fluent: int) -> Value:
        minds = tuple(numbers[name] for name in chain)
        while minds:
            if (minds, fluent) in records:
                return records[minds, fluent]
            minds = minds[:-1]
        return facts[fluent]

    for effect in world.initial:
        ground = instantiator.effects((effect,), {})
        changes = [
            (e, worth(e.value, read, world.logic)) for e in ground if worth(e.condition, read, world.logic) is True
        ]
        for change, value in changes:
            if change.minds:
                records[change.minds, change.fluent] = value
            else:
                facts[change.fluent] = value
    return facts, records
