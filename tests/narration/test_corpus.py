"""Every phrase of the library and of the shipped worlds, said: snapshots to be read by people.

`KIZUNA_REGENERATE=1 pytest tests/narration/test_corpus.py` writes them anew; whoever does that reads what it changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kizuna
from kizuna.english import Tense
from kizuna.model.formulas import Variable
from kizuna.model.values import Value
from kizuna.model.world import Existent, Type, World
from kizuna.narration.cast import Cast
from kizuna.narration.referring import Memory
from kizuna.narration.saying import Manner, Sayer, sentence_of

EXPECTED = Path(__file__).with_name("expected")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))
ROOT = Path(kizuna.__file__).parent
MODULES = sorted(path.stem for path in (ROOT / "library").glob("*.story"))
WORLDS = sorted(path.parent.name for path in (ROOT / "worlds").glob("*/world.story"))
PEOPLE = ("Ana", "Ben", "Cleo")
CAST = Cast(
    World(
        "corpus",
        types=(Type("place"), Type("thing"), Type("matter")),
        existents=(
            Existent("Ana", ("character",), pronoun="she"),
            Existent("Ben", ("character",), pronoun="he"),
            Existent("Cleo", ("character",), pronoun="she"),
            Existent("house", ("place",)),
            Existent("well", ("place",)),
            Existent("errand", ("matter",), title="to come home"),
            *(Existent(name, ("thing",)) for name in ("lamp", "scrolls", "answer", "fall", "north", "wolf")),
        ),
    )
)
OF_TYPE = {"place": ("house", "well"), "matter": ("errand", "errand"), "character": PEOPLE}


def given(world: World, parameters: tuple[object, ...], phrase: str) -> dict[str, Value]:
    """An argument for every parameter, by its type: people one after the other, everything else as a thing."""
    used: dict[str, int] = {}
    arguments: dict[str, Value] = {"value": "answer"}
    for parameter in parameters:
        if isinstance(parameter, Variable):
            of = next((each for each in OF_TYPE if each in world.ancestors.get(parameter.type, ())), "thing")
            count = used[of] = used.get(of, 0) + 1
            choices = OF_TYPE.get(of, ("lamp", "scrolls"))
            arguments[parameter.name] = choices[(count - 1) % len(choices)]
    remembered = ("Kakashi", "Naruto", "Sakura", "Sasuke", "Sai")
    return arguments | {name: name for name in remembered if f"{{{name}}}" in phrase}


@cache
def of_library() -> frozenset[str]:
    """The phrases of all modules of the library."""
    return frozenset(phrase for name in MODULES for phrase, _, _ in phrases(story(name), name))


def phrases(world: World, module: str = "") -> Iterator[tuple[str, dict[str, Value], bool]]:
    """The phrases of a world, with arguments, and whether each is of something that is so."""
    seen = set()
    for is_fact, declared in (*((False, each) for each in world.actions), *((True, each) for each in world.fluents)):
        is_own = declared.span is not None and Path(declared.span.source.name).stem == module
        if declared.say and declared.say not in seen and (is_own or not module):
            seen.add(declared.say)
            yield declared.say, given(world, declared.parameters, declared.say), is_fact
    for event in world.past:
        if event.say and event.say not in seen:
            seen.add(event.say)
            yield event.say, {str(each): each for each in event.arguments}, False


def said(phrase: str, arguments: dict[str, Value], is_fact: bool) -> Iterator[str]:
    """A phrase in the ways in which it is needed: told, told by whoever acts, before that; or so, not so, believed."""
    first = next(iter(arguments.values() if len(arguments) == 1 else list(arguments.values())[1:]), "")
    cast = Cast(CAST.world)
    if is_fact:
        yield sentence_of(Sayer(Memory(cast)).say(phrase, arguments))
        yield sentence_of(Sayer(Memory(cast)).say(f"it is not so that {phrase}", arguments))
        yield sentence_of(
            Sayer(Memory(cast), Manner(Tense.PRESENT)).say(
                f"{{seer}} [see] that {phrase}", arguments | {"seer": "Cleo"}
            )
        )
    else:
        yield sentence_of(Sayer(Memory(cast)).say(phrase, arguments))
        yield sentence_of(Sayer(Memory(cast, i=str(first)), Manner(Tense.PRESENT)).say(phrase, arguments))
        yield sentence_of(Sayer(Memory(cast), Manner(Tense.PLUPERFECT)).say(phrase, arguments))


def corpus(name: str) -> str:
    """The phrases of a module that are its own; those of a world that are not the library's."""
    parts = []
    for phrase, arguments, is_fact in phrases(story(name), "" if name in WORLDS else name):
        if name not in WORLDS or phrase not in of_library():
            parts += [f"{phrase}\n", *(f"    {each}\n" for each in said(phrase, arguments, is_fact))]
    return "".join(parts)


@cache
def story(name: str) -> World:
    if name in WORLDS:
        return kizuna.read(name).unwrap()
    return kizuna.read_text(
        f"story corpus\nuse {name}\ncharacter Ana\n", name="corpus.story", language="story"
    ).unwrap()


@pytest.mark.parametrize("name", [*MODULES, *WORLDS])
def test_every_phrase_reads_as_it_was_read(name: str) -> None:
    found = corpus(name)
    path = EXPECTED / f"{name}.txt"
    if REGENERATE:
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_the_corpus_is_large_enough_and_has_no_more_than_it_should() -> None:
    files = sorted(path.stem for path in EXPECTED.glob("*.txt"))
    assert files == sorted([*MODULES, *WORLDS])
    sentences = {
        line
        for path in EXPECTED.glob("*.txt")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("    ")
    }
    assert len(sentences) >= 300
    assert not [line for line in sentences if any(mark in line for mark in "{}[]_") or "  " in line.strip()]
