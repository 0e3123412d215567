"""Modules: from the library and from beside a story, each once, never in a circle."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kizuna import api
from kizuna.diagnostics import Outcome, Source, conclude, diagnose
from kizuna.language import read
from kizuna.model.world import World
from kizuna.surfaces.cli.main import cli


class Shelf:
    """A loader over texts by key, which counts what it is asked for."""

    def __init__(self, **texts: str) -> None:
        self.texts = {key.replace("__", ":"): text for key, text in texts.items()}
        self.asked: list[str] = []

    def __call__(self, key: str) -> Outcome[Source]:
        self.asked.append(key)
        text = self.texts.get(key.removesuffix(".story"))
        if text is None:
            return conclude(None, [diagnose("file-not-found", "no", help="Did you mean `people`?")])
        return conclude(Source(key, text), [])


def outcome(text: str, shelf: Shelf) -> Outcome[World]:
    return read(Source("main.story", text), shelf)


def test_what_is_used_comes_first_and_once() -> None:
    shelf = Shelf(library__a="use b\nplace here", library__b="type place\nplace there", own="use a\nplace mine")
    found = outcome('use b, a, "own.story"\nplace last', shelf).unwrap()
    assert [existent.name for existent in found.existents] == ["there", "here", "mine", "last"]
    assert shelf.asked == ["library:b", "library:a", "own.story"]
    assert found.name == "main"


def test_paths_are_beside_the_file_that_uses_them() -> None:
    shelf = Shelf(
        **{"parts/one": 'use "two.story"\nuse "../three.story"', "parts/two": "type two", "three": "type three"}
    )
    found = outcome('use "parts/one.story", "three.story"', shelf).unwrap()
    assert [type.name for type in found.types] == ["two", "three"]
    assert shelf.asked == ["parts/one.story", "parts/two.story", "three.story"]


def test_only_the_main_file_names_the_story() -> None:
    shelf = Shelf(library__a='story a "The Module"')
    assert outcome("use a\ncharacter Ana", shelf).unwrap().name == "main"
    assert outcome('story mine "Mine"\nuse a', shelf).unwrap().title == "Mine"


@pytest.mark.parametrize(("word", "place"), [("peple", "peple"), ('"peple.story"', '"peple.story"')])
def test_an_unknown_module_is_one_message(word: str, place: str) -> None:
    found = outcome(f"use {word}\ncharacter Ana at home\nfact lit(lamp)", Shelf()).diagnostics
    assert [d.code for d in found] == ["unknown-module"]
    assert found[0].primary is not None
    assert found[0].primary.span.text == place
    assert found[0].help == ("Did you mean `people`?",)


def test_a_circle_of_modules_is_named() -> None:
    shelf = Shelf(b='use "c.story"', c='use "b.story"')
    (only,) = outcome('use "b.story"', shelf).diagnostics
    assert (only.code, only.message) == ("module-cycle", "`b.story` uses `c.story`, which uses `b.story` again.")
    (only,) = outcome('use "main.story"', Shelf()).diagnostics
    assert only.message == "`main.story` uses `main.story` again."


def test_a_mistake_in_a_module_points_into_the_module() -> None:
    found = outcome("use a\ncharacter Ana", Shelf(library__a="fluent f(x: nothing)")).diagnostics
    assert [d.primary.span.source.name for d in found if d.primary] == ["library:a"]


def test_an_exact_reading_holds_for_its_own_file_only() -> None:
    shelf = Shelf(library__a="fluent f: 0..3\nfact f() = 9")
    refused = outcome("settings\n    reading exact\nuse a", shelf)
    assert [each.code for each in refused.diagnostics] == ["wrong-bounds"]
    shelf = Shelf(library__a="settings\n    reading exact\nfluent f: 0..3\nfact f() = 9")
    assert outcome("use a", shelf).unwrap().initial[0].value.value == 9  # type: ignore[union-attr]


# --- through the api and the command ---------------------------------------------------------------------------------

STORY = """use people
use "rooms.story"
character   Ana
    wants rest: not awake(Ana)
plot
    ending asleep: not awake(Ana)
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "rooms.story").write_text("type room\nroom attic\n", encoding="utf-8")
    (tmp_path / "world.story").write_text(STORY, encoding="utf-8")
    (tmp_path / "world.txt").write_text("entity Zoe : character;", encoding="utf-8")
    return tmp_path / "world.story"


def test_a_folder_is_read_with_its_modules_and_the_story_first(story: Path) -> None:
    found = api.read(str(story.parent)).unwrap()
    assert found.name == story.parent.name
    assert [existent.name for existent in found.existents] == ["attic", "Ana"]
    assert "awake" in {fluent.name for fluent in found.fluents}
    assert api.read(str(story)).unwrap() == found


def test_a_module_that_the_library_lacks_is_guessed(story: Path) -> None:
    story.write_text("use peple\ncharacter Ana", encoding="utf-8")
    (only,) = api.read(str(story)).diagnostics
    assert (only.message, only.help) == ("There is no module `peple`.", ("Did you mean `people`?",))


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, list(words))
    return result.exit_code, result.stdout


def test_format_changes_the_layout_and_nothing_else(story: Path) -> None:
    before = api.read(str(story)).unwrap()
    assert run("format", str(story), "--check")[0] == 1
    assert story.read_text(encoding="utf-8") == STORY
    code, printed = run("format", str(story), "--stdout")
    assert (code, story.read_text(encoding="utf-8")) == (0, STORY)
    assert "character Ana\n" in printed
    assert run("format", str(story))[0] == 0
    assert story.read_text(encoding="utf-8") == printed
    assert run("format", str(story), "--check")[0] == 0
    assert api.read(str(story)).unwrap() == before


def test_format_keeps_line_endings_and_the_byte_order_mark(story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    assert run("format", str(story))[0] == 0
    data = story.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") > 3


def test_format_leaves_a_broken_file_alone(story: Path) -> None:
    story.write_text("character   Ana\nfluent (", encoding="utf-8")
    assert run("format", str(story))[0] == 1
    assert story.read_text(encoding="utf-8") == "character   Ana\nfluent ("


def test_convert_writes_the_same_world(story: Path) -> None:
    source, target = str(story.with_suffix(".txt")), story.with_name("zoe.story")
    assert run("convert", source, "-o", str(target))[0] == 0
    world = api.read(source).unwrap()
    assert api.read(str(target)).unwrap().existents == world.existents
    assert run("convert", source) == (0, target.read_text(encoding="utf-8"))
    assert run("convert", source, "-o", str(story.parent / "no" / "zoe.story"))[0] == 1


def test_a_converted_world_has_the_same_ground_and_the_same_digest() -> None:
    world = api.read("lantern").unwrap()
    again = api.read_text(api.write(world), language="story").unwrap()
    assert again.digest == world.digest
    assert api.ground(again).unwrap() == api.ground(world).unwrap()
