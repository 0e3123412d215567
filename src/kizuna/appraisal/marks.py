"""What a story says of feelings: which of its definitions are bonds, harm, a word that binds, closeness, danger, life.

The engine knows no bond by name. A world says what is one by a ``define`` with one of the names below, as the library
does in the modules that bring bonds, danger and undertakings. Several modules may say something under one such name,
each with a word of its own behind it: `felt_word`, `felt_word_on_order`. What they say need not be read by anything
that happens, so it would be left out of the ground world: here it is ground as if somebody wanted it, and taken off
again.
Cost: one formula for each definition at each choice of its arguments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kizuna.diagnostics import Diagnostic, diagnose
from kizuna.grounding import GroundMotive, GroundWorld, Unfolded
from kizuna.grounding.instantiate import choices
from kizuna.model.formulas import ONE, Constant, Formula, Read, Variable, subformulas
from kizuna.model.values import Value
from kizuna.model.world import CHARACTER, Definition, World

BOND, HARM, WORD, RELIANCE = "felt_bond", "felt_harm", "felt_word", "felt_reliance"
NEARNESS, DANGER, DUTY, LIFE = "felt_nearness", "felt_danger", "felt_duty", "felt_life"
CHARACTERS = {BOND: 2, HARM: 2, WORD: 2, RELIANCE: 2, NEARNESS: 2, DANGER: 1, DUTY: 1, LIFE: 1}
"""The definitions that appraisal reads, and how many characters each begins with.

A word and a danger may have more parameters.
"""
FULL_BOND = 10
"""A bond as strong as this makes another's fortune count as much as one's own."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One such definition at characters: ``about`` names its further arguments, if it has any."""

    name: str
    characters: tuple[int, ...]
    about: str
    worth: Formula


@dataclass(frozen=True)
class MarkedWorld:
    """A ground world together with what its story says of feelings.

    ``bound`` says of each motive (by character and place) at the far end of which bonds its weight lies, ``owed`` which
    of a character's motives are duties: their weight reads what `felt_duty` reads.
    """

    world: GroundWorld
    marks: tuple[Mark, ...] = ()
    bound: tuple[tuple[frozenset[int], ...], ...] = ()
    owed: tuple[frozenset[int], ...] = ()

    def of(self, name: str) -> tuple[Mark, ...]:
        """The marks of one name."""
        return tuple(mark for mark in self.marks if mark.name == name)


def marked(unfolded: Unfolded, authored: World) -> MarkedWorld:
    """The ground world of ``authored``, which unfolds to ``unfolded``, with its marks."""
    marks = tuple(
        mark for each in authored.definitions if not misfit(each, authored) for mark in _marks(unfolded, each)
    )
    whole = unfolded.whole
    wanted = tuple(GroundMotive(mark.name, ONE, mark.worth) for mark in marks)
    if not whole.characters:
        return MarkedWorld(unfolded.shrunk())
    first, *others = whole.motives
    world = replace(unfolded, whole=replace(whole, motives=((*first, *wanted), *others))).shrunk()
    kept, ground = world.motives[0][: len(first)], world.motives[0][len(first) :]
    return MarkedWorld(
        replace(world, motives=(kept, *world.motives[1:])),
        tuple(replace(mark, worth=motive.score) for mark, motive in zip(marks, ground, strict=True)),
        _bound(whole, marks),
        tuple(_owed(whole, marks)),
    )


def kind(definition: Definition) -> str | None:
    """Under which of the names a definition says something of feelings; None if it does not."""
    return next(
        (name for name in CHARACTERS if definition.name == name or definition.name.startswith(f"{name}_")), None
    )


def misfits(world: World) -> Iterator[Diagnostic]:
    """Definitions that have the name of a mark and not its shape, so that appraisal cannot read them."""
    for definition in world.definitions:
        if misfit(definition, world):
            count = CHARACTERS[kind(definition) or definition.name]
            shape = "two characters" if count == 2 else "a character"
            message = f"`{definition.name}` is read as what people feel by, and does not begin with {shape}."
            help = "Give it such parameters, or another name."
            yield diagnose("unreadable-feeling", message, definition.worth.span, help=help)


def misfit(definition: Definition, world: World) -> bool:
    """Whether a definition has the name of a mark and not its shape; any other name is none of our business."""
    name = kind(definition)
    if name is None:
        return False
    count, exactly = CHARACTERS[name], name not in (WORD, DANGER)
    begins = definition.parameters[:count]
    fits = len(begins) == count and all(_is_character(each, world) for each in begins)
    return not fits or (exactly and len(definition.parameters) > count)


def _is_character(parameter: Variable | Constant, world: World) -> bool:
    if isinstance(parameter, Constant):
        return parameter.value in world.characters
    return world.is_a(parameter.type, CHARACTER)


def _marks(unfolded: Unfolded, definition: Definition) -> Iterator[Mark]:
    name = kind(definition)
    if name is None:
        return
    count = CHARACTERS[name]
    ids = unfolded.instantiator.character_ids
    for arguments in choices(unfolded.world, definition.parameters):
        who = tuple(ids[str(argument)] for argument in arguments[:count])
        if len(set(who)) == count:
            binding = _binding(definition, arguments)
            about = ", ".join(str(argument) for argument in arguments[count:])
            yield Mark(name, who, about, unfolded.instantiator.formula(definition.worth, binding))


def _binding(definition: Definition, arguments: tuple[Value, ...]) -> dict[str, Value]:
    pairs = zip(definition.parameters, arguments, strict=True)
    return {parameter.name: argument for parameter, argument in pairs if isinstance(parameter, Variable)}


def _bound(whole: GroundWorld, marks: tuple[Mark, ...]) -> tuple[tuple[frozenset[int], ...], ...]:
    """For each motive the others towards whom a bond reads something that the motive's weight reads too."""
    bonds: dict[int, dict[int, frozenset[int]]] = {}
    for mark in marks:
        if mark.name == BOND:
            who, whom = mark.characters
            bonds.setdefault(who, {})[whom] = _reads(mark.worth) | bonds.get(who, {}).get(whom, frozenset())
    return tuple(
        tuple(
            frozenset(whom for whom, read in bonds.get(who, {}).items() if read & _reads(motive.weight))
            for motive in motives
        )
        for who, motives in enumerate(whole.motives)
    )


def _owed(whole: GroundWorld, marks: tuple[Mark, ...]) -> Iterator[frozenset[int]]:
    """For each character which of their motives are duties, by place."""
    for who, motives in enumerate(whole.motives):
        read = frozenset[int]().union(*(_reads(m.worth) for m in marks if m.name == DUTY and m.characters == (who,)))
        yield frozenset(place for place, motive in enumerate(motives) if read & _reads(motive.weight))


def _reads(formula: Formula) -> frozenset[int]:
    return frozenset(each.fluent for each in subformulas(formula) if isinstance(each, Read))
