"""The command sweep: the map as text, tables and a picture, one cell, a store, and what is wrong with a question."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from command import run, run_json

from kizuna.surfaces.cli import sweeping as command
from kizuna.sweeping import Here

THEFT = str(Path(__file__).parents[1] / "support" / "theft.story")
VARY = ("--vary", "Ana wants ring = 0..3", "--vary", "loves(Ana, Tom) = 0..4 by 2")


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cells are answered in this process: what worker processes do is tested with them."""
    monkeypatch.setattr(command, "Processes", lambda workers: Here())


def test_the_regions_and_the_map_in_letters() -> None:
    result = run("sweep", THEFT, *VARY)
    assert result.exit_code == 0
    assert (
        result.stdout
        == """theft: what would happen with nobody steering.
  A   8 of 12  ana_has + tom_has + both_had
  B   4 of 12  ana_has + tom_has

  loves(Ana, Tom)
  4  A A A A
  2  A A A B
  0  A B B B
     0 1 2 3  Ana wants ring
"""
    )


def test_the_same_as_tables(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    code, answer = run_json("sweep", THEFT, *VARY, "--csv", str(path), "--ask", "can")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    assert (code, len(rows), answer["complete"]) == (0, 12, True)
    for row, cell in zip(rows, answer["cells"], strict=True):
        assert [row["Ana wants ring"], row["loves(Ana, Tom)"]] == [str(value) for value in cell["values"]]
        assert [row[name] for name in answer["endings"]] == cell["standings"]
        assert row["outcome"] == cell["outcome"]
    assert sum(region["cells"] for region in answer["regions"]) == 12


def test_in_a_picture_every_cell_is_a_link_to_its_story(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    path = tmp_path / "map.svg"
    assert run("sweep", THEFT, *VARY, "--picture", str(path)).exit_code == 0
    drawn, page = path.read_text("utf-8"), (tmp_path / "map.stories.html").read_text("utf-8")
    linked = {int(number) for number in re.findall(r'href="map\.stories\.html#cell-(\d+)"', drawn)}
    assert linked == set(range(12)) == {int(number) for number in re.findall(r'id="cell-(\d+)"', page)}
    for said in ("Ana wants ring", "loves(Ana, Tom)", "as the world has it", "B  ana_has + tom_has (4 of 12)"):
        assert f"<!-- {said} -->" in drawn
    assert "Tom hits (Ana)" in page or "Tom hits Ana" in page
    before = path.read_bytes()
    run("sweep", THEFT, *VARY, "--picture", str(path))
    assert path.read_bytes() == before
    third = ("--vary", "loves(Tom, Ana) = 0 | 2")
    assert run("sweep", THEFT, *VARY, *third, "--picture", str(tmp_path / "map.png")).exit_code == 0
    assert (tmp_path / "map.png").read_bytes().startswith(b"\x89PNG")


def test_a_cell_opens_its_story_which_can_be_asked_about(tmp_path: Path) -> None:
    store, story, world = (str(tmp_path / name) for name in ("map.sweep", "story.json", "cell.story"))
    assert run("sweep", THEFT, *VARY, "--store", store).exit_code == 0
    words = ("--store", store, "--cell", "9", "--save", story, "--save-world", world)
    shown = run("sweep", THEFT, *VARY, *words)
    assert shown.exit_code == 0
    assert "Cell 9 of 12: Ana wants ring 3; loves(Ana, Tom) = 0.\nIt comes to: ana_has + tom_has.\n" in shown.stdout
    assert run("why", world, story).exit_code == 0
    again = run_json("sweep", THEFT, *VARY, "--cell", "9")[1]
    assert again["stories"] == run_json("sweep", THEFT, *VARY, "--store", store, "--cell", "9")[1]["stories"]
    for ask in ("can", "must"):
        words = ("--ask", ask, "--cell", "9", "--save", story, "--save-world", world)
        assert run("sweep", THEFT, *VARY, *words).exit_code == 0
        assert run("validate", world, story).exit_code == 0


def test_a_story_may_be_followed(tmp_path: Path) -> None:
    story = str(tmp_path / "story.json")
    assert run("find", THEFT, "--save", story).exit_code == 0
    result = run(
        "sweep", THEFT, *VARY, "--story", story, "--ending", "ana_has", "--ending", "kept: taken() and has(Ana)"
    )
    assert result.stdout.startswith("theft: what would become of the story.\n")
    assert run("sweep", THEFT, *VARY, "--story", story, "--ask", "can").exit_code == 2


def test_what_is_wrong_with_a_question(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("Buy milk. " * 500, encoding="utf-8")
    for words, code in (
        (("--vary", "hates(Ana, Tom) = 0..3"), "unknown-name"),
        (("--vary", "loves(Ana, Tom) = 3..0"), "empty-range"),
        (("--vary", "Ana wants ring = 0..999", "--vary", "Tom wants ring = 0..999"), "too-many-cells"),
        ((*VARY, "--store", str(tmp_path / "notes")), "store-unreadable"),
        ((*VARY, "--cell", "12"), "no-such-cell"),
        ((*VARY, "--scheduler", "nonsense"), "scheduler-unreachable"),
        ((*VARY, "--ending", "nobody"), "unknown-name"),
    ):
        status, answer = run_json("sweep", THEFT, *words)
        assert (status, answer["diagnostics"][-1]["code"]) == (1, code)
    for usage in (("--picture", "map.gif"), ("--save", "x"), ("--ask", "should")):
        assert run("sweep", THEFT, *VARY, *usage).exit_code == 2
    assert run("sweep", THEFT).exit_code == 2


def test_very_many_cells_are_asked_about_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command.sweeping, "MOST_CELLS", 5)
    refused = run("sweep", THEFT, *VARY)
    assert (refused.exit_code, "12 cells (4 by 3)" in refused.stderr) == (1, True)
    assert run("sweep", THEFT, *VARY, "--yes").exit_code == 0
    asked: list[str] = []
    monkeypatch.setattr(command, "is_asked", lambda message: asked.append(message) is None)
    assert run("sweep", THEFT, *VARY).exit_code == 0
    assert "12 cells" in asked[0]


def test_how_long_the_rest_may_take_is_said_in_round_figures() -> None:
    said = [command.span(seconds) for seconds in (0.1, 42, 89, 150, 5000, 9000)]
    assert said == ["about 1 s", "about 42 s", "about 89 s", "about 2 min", "about 83 min", "about 2.5 h"]
