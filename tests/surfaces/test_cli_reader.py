"""`kizuna reader`: as text, as JSON, as a picture; and what it says of a bad telling."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from command import run, run_json
from tellings import LANTERN, reasoned

from kizuna.fabula.saved import save


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("reader") / "lantern.json"
    path.write_bytes(msgspec.json.encode(save(reasoned("lantern", LANTERN))))
    return str(path)


def test_it_says_beat_by_beat_what_a_reader_makes_of_it(story: str) -> None:
    result = run("reader", "lantern", story, "--opening", "everything")
    assert result.exit_code == 0
    assert "1. tell_of_accident(Mira, Ana, Bruno)\n" in result.stdout
    assert "irony      not hurt(Bruno), and Ana believes that hurt(Bruno) (at stake: 2)" in result.stdout
    assert "left out" not in result.stdout


def test_through_somebody_it_says_what_is_left_out(story: str) -> None:
    result = run("reader", "lantern", story, "--through", "Ana")
    assert result.exit_code == 0
    assert "3. walk(Ana, well, house)  (event 5)" in result.stdout
    assert "Event 3 is left out: unseen." in result.stdout
    assert "surprise   not hurt(Bruno), where it was to be expected that hurt(Bruno)" in result.stdout


def test_the_document_says_the_same(story: str) -> None:
    code, document = run_json("reader", "lantern", story, "--through", "Ana", "--withhold", "location(lamp)")
    assert code == 0
    assert [each["event"] for each in document["beats"]] == [1, 2, 5]
    assert [each["beat"] for each in document["readings"]] == [0, 1, 2, 3]
    assert document["readings"][3]["levels"]["surprise"] == 1


def test_a_file_says_how_it_is_told(story: str, tmp_path: Path) -> None:
    file = tmp_path / "hers.telling"
    file.write_text("telling\n    through Ana\n    order medias-res\n", encoding="utf-8")
    code, document = run_json("reader", "lantern", story, "--telling", str(file))
    assert code == 0
    assert [each["event"] for each in document["beats"]] == [2, 1, 5]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--through", "Anna"), "unknown-name"),
        (("--withhold", "walk", "--withhold", "take", "--withhold", "tell_of_accident"), "nothing-to-tell"),
        (("--person", "first"), "unreadable-telling"),
    ],
)
def test_a_bad_telling_is_found_fault_with(story: str, options: tuple[str, ...], code: str) -> None:
    exit_code, document = run_json("reader", "lantern", story, *options)
    assert exit_code == 1
    assert [each["code"] for each in document["diagnostics"]] == [code]


def test_the_picture_is_drawn_and_the_same_twice(story: str, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    pictures = []
    for name in ("one.svg", "two.svg"):
        assert run("reader", "lantern", story, "--picture", str(tmp_path / name)).exit_code == 0
        pictures.append((tmp_path / name).read_bytes())
    assert pictures[0] == pictures[1]
    assert b"curiosity" in pictures[0]
    assert run("reader", "lantern", story, "--picture", str(tmp_path / "one.txt")).exit_code == 2
