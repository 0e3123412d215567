"""docs/formats.md says what the documents hold: every field, no other, and the examples are what comes out.

KIZUNA_REGENERATE=1 writes the examples anew.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest
from command import GARDEN, LIE, run, run_json, write
from tellings import LANTERN, readings

from kizuna import api
from kizuna.diagnostics.render import render_json
from kizuna.discourse import LeftOut, Reading, Readings, Why
from kizuna.discourse.comparing import compared
from kizuna.discourse.reading import Believed, Gap, How, Inferred, Irony, Mystery, Surprise, Suspense
from kizuna.fabula import Event, Explanation, Grade, PlannedStep, Stake
from kizuna.fabula.saved import save
from kizuna.search.saved import load_fabulas
from kizuna.surfaces.cli.answering import Exit
from kizuna.surfaces.cli.document import with_diagnostics
from kizuna.surfaces.cli.reading_document import readings_document

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"
ASKING = str(Path(__file__).parents[1] / "support" / "asking.story")
PROMISE = str(Path(__file__).parents[1] / "support" / "promise.story")
THEFT = str(Path(__file__).parents[1] / "support" / "theft.story")
OUTLINE = "bandage(Ana, Bruno)\n...\ntake_lantern(Mira, House)\nbandage(Mira, Ana) # meant: she thinks so\n"
SWEPT = ("--vary", "Ana wants ring = 0 | 3", "--workers", "1")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in TEXT.split("\n## ")[1:]}

# Which table describes what stands under a field; "*" is any name (an object by character).
INSIDE: dict[str, dict[str, str]] = {
    "kizuna-result": {
        "limits": "limits",
        "completed": "limits",
        "statistics": "statistics",
        "fabulas": "kizuna-fabula",
        "ranking": "ranking",
        "begun": "begun",
    },
    "ranking": {"scores": "score"},
    "kizuna-fabula": {"limits": "limits", "events": "event"},
    "event": {"explanations": "explanation"},
    "explanation": {"plan": "step", "stakes": "stake"},
    "step": {"explanations": "explanation"},
    "kizuna-why": {"events": "account"},
    "account": {"reasons": "reason", "changes": "change", "dropped": "dropped", "forborne": "forborne"},
    "reason": {
        "explanation": "explanation",
        "grounds": "ground",
        "choice": "choice",
        "hinges": "hinge",
        "either_way": "either_way",
    },
    "choice": {"rival": "rival", "differences": "difference", "voice": "voice"},
    "hinge": {"beliefs": "ground"},
    "either_way": {"branches": "branch"},
    "kizuna-feelings": {"moments": "moment", "betrayals": "betrayal"},
    "moment": {"moods": "mood", "bonds": "bond"},
    "mood": {"felt": "felt"},
    "felt": {"causes": "cause"},
    "kizuna-readings": {"beats": "beat", "left_out": "omission", "readings": "reading", "against": "comparison"},
    "comparison": {"levels": "levels", "other_levels": "levels"},
    "reading": {
        "levels": "levels",
        "believed": "new_belief",
        "irony": "irony",
        "mystery": "mystery",
        "suspense": "threat",
        "surprise": "surprise",
        "curiosity": "gap",
        "inferred": "inference",
    },
    "kizuna-life": {"events": "lived", "limits": "limits"},
    "lived": {"explanations": "explanation"},
    "kizuna-must": {"limits": "limits"},
    "kizuna-outline": {"lines": "outlined", "findings": "flaw", "advice": "diagnostic"},
    "flaw": {"diagnostic": "diagnostic", "repairs": "repair"},
    "kizuna-whatif": {"put_in": "put", "limits": "limits", "flip": "flip", "fabula": "kizuna-fabula"},
    "flip": {"hindrances": "hindrance", "explanation": "explanation", "tipped": "tipping"},
    "tipping": {"together": "shift"},
    "hindrance": {
        "unmet": "unmet",
        "costs": "difference",
        "instead": "rival",
        "weight": "needed_weight",
        "belief": "needed_belief",
    },
    "unmet": {"actual": "actual"},
    "kizuna-why-not": {"limits": "limits", "hindrances": "hindrance"},
    "kizuna-requires": {"answers": "required"},
    "kizuna-sweep": {"axes": "axis", "cells": "cell", "regions": "region"},
    "cell": {"stories": "shown"},
    "kizuna-cell": {"stories": "kept"},
    "kept": {"fabula": "kizuna-fabula"},
    "kizuna-telling": {"paragraphs": "paragraph"},
    "paragraph": {"sentences": "sentence"},
    "sentence": {"traces": "trace", "mentions": "mention"},
    "kizuna-check": {"world": "overview"},
    "kizuna-verdicts": {"verdicts": "verdict"},
    "verdict": {"refuted": "finding", "not_proven": "finding"},
    "diagnostic": {"primary": "label", "secondary": "label"},
    "label": {"start": "point", "end": "point"},
}


def tables() -> dict[str, list[str]]:
    """The fields of every table by its title: the heading of a section, or the bold word before."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in TEXT.splitlines():
        if heading := re.fullmatch(r"## (\S+)|\*\*(\S+)\*\*", line):
            title = heading[1] or heading[2]
        elif row := re.match(r"\| `(\w+)` \| [^|]+ \| [^|]+ \|$", line):
            found.setdefault(title, []).append(row[1])
    return found


TABLES = tables()
OPTIONAL = set(re.findall(r"^\| `(\w+)` \|.*left out", TEXT, re.MULTILINE))


def differences(document: Any, table: str) -> Iterator[str]:
    """Where a document is not as its table says; each visited table is counted in ``seen``."""
    if isinstance(document, list):
        for each in document:
            yield from differences(each, table)
        return
    if document is None:
        return
    if list(document) != [field for field in TABLES[table] if field in document or field not in OPTIONAL]:
        yield f"{table}: documented {TABLES[table]}, found {list(document)}"
    for field, value in document.items():
        inside = "diagnostic" if field == "diagnostics" else INSIDE.get(table, {}).get(field)
        if inside is not None:
            yield from differences(list(value.values()) if field == "explanations" else value, inside)
        elif isinstance(value, dict) or (isinstance(value, list) and any(isinstance(each, dict) for each in value)):
            yield f"{table}.{field} is not described"


def visited(document: Any) -> set[str]:
    """The names of all fields anywhere in a document."""
    if isinstance(document, list):
        return set().union(*map(visited, document)) if document else set()
    if isinstance(document, dict):
        return set(document) | visited(list(document.values()))
    return set()


def with_an_answer(fabula: dict[str, Any]) -> dict[str, Any]:
    """The same with a reason that has every field there is."""
    first = load_fabulas(json.dumps(fabula))[0]
    answer = Explanation("Mira", (PlannedStep("nod()"),), 0, 1, (Stake("peace", 0, 1),), Grade.ANSWERS, -1, 0)
    event = Event("nod()", (answer,))
    changed: dict[str, Any] = json.loads(msgspec.json.encode(save(replace(first, events=(event, *first.events)))))
    return changed


def every_reading() -> Readings:
    """A reading in which there is something of everything."""
    told, beat = readings("lantern", LANTERN[:1]), 1
    everything = Reading(
        beat,
        (Believed("lit", None, True),),
        (Irony("Ana", "lit", True, None, Fraction(1, 2)),),
        (Mystery("Ana", "lit", False),),
        (Suspense("Ana", "Mira", ("sing()",), 2),),
        (Surprise("at", "house", None),),
        (Gap("at", 1),),
        (Inferred("lit", True, How.EXPLAINED),),
    )
    discourse = replace(told.discourse, left_out=(LeftOut(2, Why.UNSEEN),))
    return Readings(discourse, (*told.readings, everything))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Any]]:
    """Every kind of document, from a world with a lie in it and from some that are broken."""
    folder = tmp_path_factory.mktemp("formats")
    story, tampered = folder / "story.json", folder / "tampered.json"
    _, result = run_json("find", LIE, "--save", str(story))
    tampered.write_text(story.read_text(encoding="utf-8").replace('"utility": 1,', '"utility": 7,'), encoding="utf-8")
    warned = write(folder, GARDEN + "entity Cup : thing;\n")
    twice = GARDEN + "action sing(Tom) { effect: happy(Tom); };\nhappy(Tim);\n"
    broken = write(folder, twice, "broken.txt")
    return {
        "kizuna-result": [
            result,
            json.loads(story.read_bytes()),
            run_json("find", warned, "--goal", "9", "--events", "1")[1],
            run_json("find", LIE, "--count", "1", "--rank", "irony")[1],
        ],
        "kizuna-fabula": [*result["fabulas"], with_an_answer(result["fabulas"][0])],
        "kizuna-why": [run_json("why", LIE, str(story))[1], run_json("why", ASKING)[1]],
        "kizuna-feelings": [run_json("feelings", PROMISE)[1]],
        "kizuna-readings": [
            json.loads(
                with_diagnostics(readings_document(every_reading(), compared(every_reading(), every_reading())), ())
            )
        ],
        "kizuna-life": [run_json("live", ASKING)[1], run_json("live", ASKING, "--events", "1")[1]],
        "kizuna-must": [
            run_json("find", ASKING, "--must", "asked()")[1],
            run_json("find", ASKING, "--must", "stays(Ben)")[1],
        ],
        "kizuna-outline": [run_json("outline", LIE, write(folder, OUTLINE, "outline.txt"))[1]],
        "kizuna-whatif": [
            run_json("whatif", THEFT, "Ana wants ring 1")[1],
            run_json("whatif", THEFT, "never take(_)")[1],
            run_json("whatif", THEFT, "then hit(Tom, Ana)")[1],
            run_json("whatif", THEFT, "open(Tom) before open(Ana)", "never take(Tom)")[1],
        ],
        "kizuna-why-not": [
            run_json("why-not", THEFT, "take(Ana)", "--at", "1")[1],
            run_json("why-not", "lantern", "take(Mira, lamp, house)", "--at", "1")[1],
        ],
        "kizuna-requires": [
            run_json("requires", THEFT, "--ending", "has(Ana) and hurt(Tom)", "--vary", "loves(Ana, Tom)")[1],
            run_json("requires", THEFT, "--ending", "tom_has")[1],
        ],
        "kizuna-sweep": [run_json("sweep", THEFT, *SWEPT)[1], run_json("sweep", THEFT, *SWEPT, "--ask", "can")[1]],
        "kizuna-cell": [run_json("sweep", THEFT, *SWEPT, "--cell", "1")[1]],
        "kizuna-telling": [run_json("tell", LIE, str(story))[1]],
        "kizuna-check": [run_json("check", warned)[1]],
        "kizuna-verdicts": [
            run_json("validate", LIE, str(story), "--effort", "0")[1],
            run_json("validate", LIE, str(tampered), "--effort", "0")[1],
        ],
        "kizuna-failure": [run_json("check", broken)[1]],
        "kizuna-diagnostics": [json.loads(render_json(api.read(broken).diagnostics))],
    }


def test_every_document_has_a_section() -> None:
    assert [name for name in SECTIONS if name.startswith("kizuna-")] == [
        "kizuna-result",
        "kizuna-fabula",
        "kizuna-why",
        "kizuna-feelings",
        "kizuna-readings",
        "kizuna-life",
        "kizuna-must",
        "kizuna-outline",
        "kizuna-whatif",
        "kizuna-why-not",
        "kizuna-requires",
        "kizuna-sweep",
        "kizuna-cell",
        "kizuna-telling",
        "kizuna-check",
        "kizuna-verdicts",
        "kizuna-failure",
        "kizuna-diagnostics",
    ]


@pytest.mark.parametrize("name", SECTIONS)
def test_documents_hold_the_fields_that_are_described(documents: dict[str, list[Any]], name: str) -> None:
    for document in documents[name]:
        assert (document["format"], document["version"]) == (name, 1)
        assert list(differences(document, name)) == []


def test_every_table_was_held_against_something(documents: dict[str, list[Any]]) -> None:
    fields = visited(list(documents.values()))
    assert {field for table in TABLES.values() for field in table} <= fields


def test_a_field_more_or_less_is_noticed(documents: dict[str, list[Any]]) -> None:
    result = json.loads(json.dumps(documents["kizuna-result"][0]))
    del result["fabulas"][0]["events"][0]["explanations"]["Mira"]["plan"][0]["action"]
    result["mood"] = "grim"
    assert len(list(differences(result, "kizuna-result"))) == 2


def test_numbers_are_exact(documents: dict[str, list[Any]], tmp_path: Path) -> None:
    assert '"after": "5/2"' in run("why", write(tmp_path), "--format", "json").stdout
    for group in documents.values():
        for document in group:
            assert not re.search(r"[:\s]-?\d+\.\d", json.dumps(document)), "no floats"


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert [int(code) for code in re.findall(r"^\| (\d+) \|", TEXT, re.MULTILINE)] == [int(each) for each in Exit]


def without_digests(text: str) -> str:
    """A digest names one version of the model too, which says nothing about the format."""
    return re.sub(r"[0-9a-f]{64}", "f" * 64, text)


def test_the_examples_are_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path)
    write(tmp_path, GARDEN.replace("happy(Tom)) 1", "happy(Tim)) 1"), "broken.txt")
    result = run("find", "garden.txt", "--save", "story.json", "--format", "json").stdout
    answers = {
        "kizuna-result": result,
        "kizuna-fabula": json.dumps(json.loads(result)["fabulas"][0], indent=2),
        "kizuna-why": run("why", "garden.txt", "story.json", "--format", "json").stdout,
        "kizuna-telling": run("tell", "garden.txt", "story.json", "--format", "json").stdout,
        "kizuna-check": run("check", "garden.txt", "--format", "json").stdout,
        "kizuna-verdicts": run("validate", "garden.txt", "story.json", "--format", "json").stdout,
        "kizuna-failure": run("check", "broken.txt", "--format", "json").stdout,
        "kizuna-diagnostics": render_json(api.read("broken.txt").diagnostics),
    }
    page = re.sub(r"(?<=\n\n```sabre\n).*?(?=```\n\n## )", lambda _: GARDEN, TEXT, count=1, flags=re.DOTALL)
    for name, answer in answers.items():
        block = rf"(?<=\n## {name}\n)(.*?\n```json\n).*?\n(?=```\n)"
        page, number = re.subn(
            block,
            lambda found, answer=answer: f"{found[1]}{without_digests(answer).strip()}\n",  # type: ignore[misc]
            page,
            count=1,
            flags=re.DOTALL,
        )
        assert number == 1
    if REGENERATE:
        PAGE.write_text(page, encoding="utf-8", newline="\n")
    assert page == PAGE.read_text(encoding="utf-8"), "if the examples are right now: KIZUNA_REGENERATE=1"
