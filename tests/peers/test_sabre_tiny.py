"""The tiny problems, one semantic point each, with what the peer itself does with them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kizuna.diagnostics import Source
from kizuna.peers.sabre import read

HERE = Path(__file__).parent / "tiny"
NAMES = sorted(path.stem for path in HERE.glob("*.txt"))


def expected(name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((HERE / "expected" / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_read_exactly_where_the_peer_reads(name: str) -> None:
    outcome = read(Source(f"{name}.txt", (HERE / f"{name}.txt").read_text(encoding="utf-8")))
    wanted = expected(name)
    # What the peer finds while grounding or running is for later stages to find.
    refused = bool(wanted.get("error")) and wanted.get("phase") == "parse"
    assert outcome.ok is not refused, outcome.diagnostics


@pytest.mark.parametrize("name", [name for name in NAMES if "counts" in expected(name)])
def test_as_many_definitions_as_the_peer_counts(name: str) -> None:
    world = read(Source(f"{name}.txt", (HERE / f"{name}.txt").read_text(encoding="utf-8"))).unwrap()
    counts = expected(name)["counts"]
    assert isinstance(counts, dict)
    assert len(world.ancestors) == counts["types"]
    assert len(world.characters) == counts["characters"]
    assert len(world.existents) == counts["entities"]
    templates = counts["templates"]
    assert len(world.fluents) == templates["fluents"]
    assert len(world.actions) == templates["actions"]
    assert len(world.rules) == templates["triggers"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("l04_err_elseif", "syntax"),
        ("l08_err_minus", "syntax"),
        ("l09_err_statictype", "type-mismatch"),
        ("l15_err_exists_effect", "not-an-effect"),
        ("l20_err_quant_scope", "unknown-name"),
        ("l23_err_contradiction", "contradictory-effects"),
        ("l25_err_unknowntype", "unknown-type"),
        ("l26_err_duplicate_action", "duplicate-definition"),
        ("l39_err_typecycle", "type-cycle"),
    ],
)
def test_every_mistake_is_one_finding_of_the_fitting_code(name: str, code: str) -> None:
    outcome = read(Source(name, (HERE / f"{name}.txt").read_text(encoding="utf-8")))
    assert [d.code for d in outcome.diagnostics if d.is_error] == [code]
