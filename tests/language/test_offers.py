"""A name that a module of the library declares is answered with the module to use; the library itself is asked."""

from __future__ import annotations

from pathlib import Path

import pytest

import kizuna
from kizuna.diagnostics import Diagnostic, Outcome, Source, conclude, diagnose
from kizuna.language import read
from kizuna.language.offers import Offers
from kizuna.sources import Files, loader

LIBRARY = {
    "library:": "use harbour, sea\n",
    "library:harbour": "use sea\ntype ship\nfluent moored(what: ship)\ndefine free(what: ship): not moored(what)\n",
    "library:sea": "type water\naction sink()\n    then wrecked\nfluent wrecked()\n",
}


def shelf(key: str) -> Outcome[Source]:
    if key in LIBRARY:
        return conclude(Source(key, LIBRARY[key]), [])
    return conclude(None, [diagnose("file-not-found", "no")])


def findings(text: str) -> tuple[Diagnostic, ...]:
    return read(Source("main.story", text), shelf).diagnostics


@pytest.mark.parametrize(
    ("text", "place", "help"),
    [
        ("ship Argo\n", "ship", "Say `use harbour`."),
        ("type boat: ship\n", "ship", "Say `use harbour`."),
        ("thing oar\n", "thing", "Declare it: `type thing`."),
        ("type boat\nboat Argo moored\n", "moored", "Say `use harbour`."),
        ("fact wrecked()\n", "wrecked", "Say `use sea`."),
        ("type boat\nboat Argo\nfact free(Argo)\n", "free", "Say `use harbour`."),
        ("fact torn()\n", "torn", "Declare it: `fluent torn(...)`."),
        ("plot\n    first sink(_)\n", "sink", "Say `use sea`."),
    ],
)
def test_the_module_that_declares_a_missing_name_is_named(text: str, place: str, help: str) -> None:
    (found,) = findings(text)
    assert found.primary is not None
    assert (found.primary.span.text, found.help) == (place, (help,))


def test_what_is_used_is_not_missed() -> None:
    assert findings("use harbour\nship Argo moored\n") == ()


def test_the_library_is_not_read_while_nothing_is_missed() -> None:
    asked: list[str] = []

    def counting(key: str) -> Outcome[Source]:
        asked.append(key)
        return shelf(key)

    read(Source("main.story", "use sea\nwater Styx\n"), counting).unwrap()
    assert asked == ["library:sea"]


def test_a_loader_without_a_library_offers_nothing() -> None:
    nothing = Offers(lambda _: conclude(None, [diagnose("file-not-found", "no")]))
    assert nothing.help("type", "ship") == ""


@pytest.mark.parametrize("module", sorted(path.stem for path in (Path(kizuna.__file__).parent / "library").iterdir()))
def test_every_module_of_the_real_library_is_on_its_shelf(module: str) -> None:
    loaded = loader(Files())("library:").unwrap()
    assert module in loaded.text.removeprefix("use ").strip().split(", ")


@pytest.mark.parametrize(
    ("kind", "name", "module"),
    [
        ("type", "place", "places"),
        ("fluent", "at", "places"),
        ("fluent", "has", "possession"),
        ("action", "walk", "places"),
    ],
)
def test_the_real_library_knows_its_names(kind: str, name: str, module: str) -> None:
    assert Offers(loader(Files())).help(kind, name) == f"Say `use {module}`."
