"""Every code has a broken example and an expected rendering; KIZUNA_REGENERATE=1 writes the renderings anew.

Codes about a text have an example file. Codes about files and answers come from the small stagings below.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

import pytest
from sweeps import SWEEPS

from kizuna import alternatives, api, extension
from kizuna.diagnostics import Diagnostic, Outcome
from kizuna.diagnostics.codes import CODES
from kizuna.diagnostics.render import render_full
from kizuna.fabula import Event, Fabula, Limits
from kizuna.inquiry.outline import shown_as_settled
from kizuna.model.world import World
from kizuna.narration.passages import Passage
from kizuna.surfaces.cli.beginning import _unusable
from kizuna.surfaces.cli.picture import draw
from kizuna.surfaces.cli.saving import create, save

EXAMPLES = Path(__file__).with_name("examples")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))

GARDEN = """
entity Tom : character;
property happy(who : character) : boolean;
action sing(who : character) { effect: happy(who); consenting: who; };
utility(): if(happy(Tom)) 1 else 0;
"""
CONTENT = "utility(Tom): if(happy(Tom)) 1 else 0;"


def garden(extra: str = CONTENT) -> World:
    return api.read_text(GARDEN + extra, name="garden.txt").unwrap()


def song() -> Fabula:
    return api.find(garden()).unwrap().fabulas[0]


def read(name: str, data: bytes | None = None) -> tuple[Diagnostic, ...]:
    if data is not None:
        Path(name).write_bytes(data)
    return api.read(name).diagnostics


def unwritable() -> tuple[Diagnostic, ...]:
    problem = save(b"", "no such folder/story.json", "The result")
    return () if problem is None else (problem,)


def created(*names: str) -> tuple[Diagnostic, ...]:
    return tuple(filter(None, [create(b"", Path(name)) for name in names]))


def undrawn() -> tuple[Diagnostic, ...]:
    with patch.dict(sys.modules, {"matplotlib": None}):
        return draw(api.feelings(garden(), song()).unwrap(), ".svg").diagnostics


def unreadable_mark() -> tuple[Diagnostic, ...]:
    text = "story garden\ncharacter Tom\nfluent hurts(who: character)\ndefine felt_harm(who: character): hurts(who)\n"
    world = api.read_text(text, name="garden.story", language="story").unwrap()
    return api.feelings(world, Fabula(world.name, world.digest, Limits(1, 1, 0), 0, 0, ())).diagnostics


IN_HIDING = "entity Ana : character;\naction weep(who : character) { effect: !happy(who); consenting: who; };\n"


def arranged(*options: tuple[str, str]) -> tuple[Diagnostic, ...]:
    """All that is said of a telling of the song; that somebody could weep in it does not happen."""
    world = garden(IN_HIDING + CONTENT)
    fabula = Fabula(world.name, world.digest, Limits(1, 1, 0), 0, 1, (Event("sing(Tom)"),))
    telling = api.telling(world, options=options).unwrap()
    return tuple(each for each in api.arrange(world, fabula, telling, inside=False).diagnostics if each.code in TOLD)


@dataclass
class Narrates:
    """A narrator with the same answer for everything; with None it has nothing to say."""

    answer: dict[int, str] | None
    name = "bard"
    repeatable = True

    def retell(self, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
        if self.answer is None:
            raise OSError("the voice is gone")
        return Outcome(self.answer)


def retold(answer: dict[int, str] | None) -> tuple[Diagnostic, ...]:
    return api.tell(garden(), song(), inside=False, narrator=Narrates(answer)).diagnostics


TOLD = ("nothing-to-tell", "shown-already", "never-happens", "nothing-recalled", "begin-unused")
SUPPORT = Path(__file__).parents[1] / "support"


def outlined(outline: str, *changes: tuple[str, str], world: str = "harbour", **options: int) -> tuple[Diagnostic, ...]:
    """All that is said of an outline; the world with pieces of its text changed."""
    text = (SUPPORT / f"{world}.story").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    read = api.read_text(text, name=f"{world}.story", language="story").unwrap()
    outcome = api.outline(read, outline, of="outline.txt", **options)
    if outcome.value is None:
        return outcome.diagnostics
    wrong = [finding.diagnostic for finding in outcome.value.errors]
    settled = [shown_as_settled(finding) for finding in outcome.value.findings if finding.settled is not None]
    return (*wrong, *settled, *outcome.value.advice)


AT_QUAY = ("    at mill\n", "    at quay\n")
BEFRIENDED = ("wants boat 3: has_boat(Tom)\n", "wants boat 3: has_boat(Tom)\n    wants peace 1: at(Nan) = marsh\n")
LOST = ("then inside(Ana), if word", "then inside(Ana), (if has_key(Ana) then not has_key(Ana)), if word")

STAGED: dict[str, Callable[[], tuple[Diagnostic, ...]]] = {
    "file-not-found": lambda: read("gardn.txt"),
    "file-unreadable": lambda: read("garden.txt", GARDEN.encode("utf-16")),
    "file-too-large": lambda: read("garden.txt", b"// la\n" * 1_000_000),
    "unknown-language": lambda: read("garden.odt", GARDEN.encode()),
    "file-exists": lambda: created("garden.story", "garden.story"),
    "unusable-name": lambda: tuple(filter(None, [_unusable("my garden")])),
    "no-outline": lambda: api.sketch("A garden in spring.", "garden", of="garden.txt").diagnostics,
    "long-outline": lambda: api.sketch("Tom sings.\n" * 1000, "garden", of="garden.txt").diagnostics,
    "unreadable-line": lambda: outlined("Nan goes to the mil.\nNan goes to the mill.\n"),
    "impossible-event": lambda: outlined("Nan goes to the mill.\nboard(Nan, quay)\n"),
    "no-reason": lambda: outlined("Nan goes to the mill.\nNan goes to the marsh.\n"),
    "not-known": lambda: outlined("board(Tom, quay)\n", AT_QUAY),
    "not-permitted": lambda: outlined("push(Tom, Nan, quay)\n", AT_QUAY, BEFRIENDED),
    "unfilled-gap": lambda: outlined("...\nboard(Tom, quay)\n", gap=2),
    "ambiguous-line": lambda: outlined("Nan goes away.\n", ("[go] to {to}", "[go] away")),
    "open-line": lambda: outlined("Nan goes to the mill.\n", max_expansions=1),
    "settled": lambda: outlined("Nan goes to the marsh.  # meant: she is out of her mind\n"),
    "nothing-to-settle": lambda: outlined("Nan goes to the mill.  # meant: she is his friend\n"),
    "planted-unused": lambda: outlined("pick_key()\nunlock(Ben)\nenter()\n", world="doors"),
    "change-of-heart": lambda: outlined("pick_key()\nclimb()\n", LOST, world="doors"),
    "forgotten-word": lambda: outlined("promise()\n", world="doors"),
    "broken-word": lambda: outlined("climb()\n", ("standing = none", "standing = given"), world="doors"),
    "no-story": lambda: api.find(garden(""), events=2, near=0).diagnostics,
    "not-found": lambda: api.find(garden(""), max_expansions=1, near=0).diagnostics,
    "near-miss": lambda: api.find(garden("utility(Tom): if(happy(Tom)) 0 else 1;"), events=2).diagnostics[1:],
    "saved-story-unreadable": lambda: api.load("story.json", b'{"format": "kizuna-result", "version": 1}').diagnostics,
    "cannot-save": unwritable,
    "nothing-to-feel": lambda: tuple(each for each in api.feelings(garden("")).diagnostics if each.is_error),
    "nothing-to-change": lambda: tuple(
        each for each in alternatives.whatif(garden(""), ["happy(Tom)"]).diagnostics if each.is_error
    ),
    "no-such-event": lambda: alternatives.why_not(garden(), "sing(Tom)", 9, song()).diagnostics,
    "nothing-to-tell": lambda: arranged(("withhold", "sing")),
    "shown-already": lambda: arranged(("opening", "happy(Tom)"), ("withhold", "happy(Tom) = no")),
    "never-happens": lambda: arranged(("order", "medias-res"), ("begin", "weep(Tom)")),
    "begin-unused": lambda: arranged(("begin", "sing(Tom)")),
    "nothing-recalled": lambda: arranged(("order", "flashback")),
    "unknown-narrator": lambda: extension.narrator("opnai", {}).diagnostics,
    "narrator-unusable": lambda: extension.narrator("openai", {"model": "small"}).diagnostics,
    "narrator-silent": lambda: retold(None),
    "narrator-refused": lambda: retold({1: "Ana sang."}),
    "pictures-missing": undrawn,
    "unreadable-feeling": unreadable_mark,
    "story-of-another-world": lambda: api.why(garden(""), song()).diagnostics,
    "story-does-not-hold": lambda: (
        api.tell(garden(), replace(song(), events=(Event("sing(Ana)"), *song().events))).diagnostics
    ),
    **SWEEPS,
}


def texts() -> list[Path]:
    """The example files, in whichever language."""
    return sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".txt", ".story"))


def findings(code: str) -> tuple[Diagnostic, ...]:
    """What is said about the example of a code."""
    if code in STAGED:
        return STAGED[code]()
    path = next(path for path in texts() if path.stem == code)
    world = api.read_text(path.read_text(encoding="utf-8"), name=path.name, language=api.LANGUAGES.get(path.suffix))
    further = () if world.value is None else api.check(world.value).diagnostics
    return tuple(dict.fromkeys(world.diagnostics + further))


@pytest.mark.parametrize("code", CODES)
def test_the_example_of_a_code_has_that_code_alone_and_reads_as_expected(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = findings(code)
    assert {diagnostic.code for diagnostic in found} == {code}
    rendering = render_full(found) + "\n"
    expected = EXAMPLES / f"{code}.expected"
    if REGENERATE:
        expected.write_text(rendering, encoding="utf-8", newline="\n")
    assert rendering == expected.read_text(encoding="utf-8"), "if it is better now: KIZUNA_REGENERATE=1"


def test_there_are_no_examples_of_codes_that_are_gone() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.expected")} == set(CODES)
    assert {path.stem for path in texts()} == set(CODES) - set(STAGED)


@pytest.mark.parametrize("code", CODES)
def test_a_rendering_stands_on_its_own(code: str) -> None:
    rendering = (EXAMPLES / f"{code}.expected").read_text(encoding="utf-8")
    head = rendering.splitlines()[0]
    assert head.startswith(f"{CODES[code].severity}[{code}]: ")
    assert "Traceback" not in rendering
    assert len(head.split()) > 3
