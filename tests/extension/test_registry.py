"""Narrators of other packages: found by name, loaded only then, and whatever they do, one clear finding."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import EntryPoint
from types import ModuleType
from typing import Any, NoReturn

import pytest
from command import run, run_json, write
from tellings import LANTERN, reasoned

import kizuna
from kizuna import api
from kizuna.diagnostics import Outcome, diagnose
from kizuna.extension import NARRATORS, Narrator, heard, narrator, registry
from kizuna.narration.passages import Passage


class Louder:
    """Says all of it as it is, and that it said so."""

    name, repeatable = "louder", True

    def retell(self, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
        return Outcome({each.number: f"Now listen: {each.text}" for each in passages})


def louder(_: Mapping[str, str]) -> Outcome[Narrator]:
    return Outcome(Louder())


def breaks(_: Mapping[str, str]) -> NoReturn:
    raise KeyError("what")


def refuses(_: Mapping[str, str]) -> Outcome[Narrator]:
    return Outcome(None, (diagnose("narrator-unusable", "It needs a voice."),))


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> tuple[EntryPoint, ...]:
    module = ModuleType("some_narrators")
    content = {"louder": louder, "breaks": breaks, "refuses": refuses, "gives_text": str, "number": 3}
    vars(module).update(content)
    monkeypatch.setitem(sys.modules, "some_narrators", module)
    offers = [EntryPoint(name, f"some_narrators:{name}", NARRATORS) for name in [*content, "missing"]]
    return (*offers, EntryPoint("absent", "no_such_module_at_all:connect", NARRATORS))


def test_a_narrator_is_found_by_its_name(offered: tuple[EntryPoint, ...]) -> None:
    assert narrator("louder", {}, offered).unwrap().name == "louder"


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("loader", "unknown-narrator", "No narrator is called loader."),
        ("absent", "narrator-unusable", "fails to load: ModuleNotFoundError"),
        ("missing", "narrator-unusable", "fails to load: AttributeError"),
        ("breaks", "narrator-unusable", "`some_narrators:breaks` fails: KeyError: 'what'"),
        ("number", "narrator-unusable", "`some_narrators:number` fails: TypeError"),
        ("gives_text", "narrator-unusable", "gives no narrator"),
        ("refuses", "narrator-unusable", "It needs a voice."),
    ],
)
def test_one_that_cannot_be_had_is_one_finding(
    offered: tuple[EntryPoint, ...], name: str, code: str, said: str
) -> None:
    outcome = narrator(name, {}, offered)
    assert [each.code for each in outcome.diagnostics] == [code]
    assert said in outcome.diagnostics[0].message


def test_who_is_unknown_may_have_been_meant_otherwise(offered: tuple[EntryPoint, ...]) -> None:
    (finding,) = narrator("loader", {}, offered).diagnostics
    assert finding.help[0].startswith("Did you mean louder? Installed: absent, ")
    assert narrator("loader", {}, ()).diagnostics[0].help == ("No package that is installed offers any.",)


def test_two_packages_with_one_name(offered: tuple[EntryPoint, ...]) -> None:
    twice = (*offered, EntryPoint("louder", "others:louder", NARRATORS))
    (finding,) = narrator("louder", {}, twice).diagnostics
    assert "others:louder and some_narrators:louder" in finding.message


# --- asking -----------------------------------------------------------------------------------------------------------

PASSAGES = (Passage(1, 1, "Tom sang.", ()), Passage(2, 1, "Ana wept.", ()))


class Answers(Louder):
    def __init__(self, answer: Any) -> None:
        self.answer = answer

    def retell(self, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("answer", "texts"),
    [
        (OSError("gone"), {}),
        (None, {}),
        (Outcome(7), {}),
        (Outcome({1: b"Tom", 2: "Ana cried.", 3: "More."}), {2: "Ana cried."}),
        (Outcome(None, (diagnose("narrator-unusable", "No."),)), {}),
    ],
)
def test_whatever_it_answers_the_rest_stays_ours_and_one_finding_says_so(answer: Any, texts: dict[int, str]) -> None:
    outcome = heard("It", Answers(answer), PASSAGES)
    assert outcome.value == texts
    assert [each.code for each in outcome.diagnostics] == ["narrator-silent"]


def test_one_that_others_wrote_tells_and_says_whether_it_can_be_repeated() -> None:
    world = kizuna.read("lantern").unwrap()
    prose = api.tell(world, reasoned("lantern", LANTERN), inside=False, narrator=Louder()).unwrap()
    assert all(each.text.startswith("Now listen: ") for each in prose.sentences)
    assert (prose.narrator, prose.repeatable) == ("louder", True)


@pytest.mark.parametrize("form", ["outline", "dialogue"])
def test_an_outline_and_dialogue_are_always_ours(form: str) -> None:
    world = kizuna.read("lantern").unwrap()
    telling = api.telling(world, options=(("form", form),)).unwrap()
    outcome = api.tell(world, reasoned("lantern", LANTERN), telling, inside=False, narrator=Louder())
    assert [each.code for each in outcome.diagnostics] == ["narrator-silent"]
    assert outcome.unwrap().narrator == ""


# --- the command ------------------------------------------------------------------------------------------------------


def test_the_command_tells_in_the_words_of_a_narrator(
    offered: tuple[EntryPoint, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(registry, "_installed", lambda: offered)
    path = write(tmp_path)
    result = run("tell", path, "--narrator", "louder")
    assert result.exit_code == 0
    assert "Now listen: Tom sang." in result.stdout
    code, document = run_json("tell", path, "--narrator", "louder")
    assert code == 0
    assert (document["narrator"], document["repeatable"]) == ("louder", True)
    assert run("tell", path, "--narrator", "absent").exit_code == 1


def test_the_command_knows_the_narrator_that_comes_with_it(tmp_path: Any) -> None:
    result = run("tell", write(tmp_path), "--narrator", "openai")
    assert result.exit_code == 1
    assert result.stderr.startswith("error[narrator-unusable]: The narrator openai cannot be used: it needs --endpoint")
    assert run("tell", write(tmp_path), "--model", "small").exit_code == 2
