"""The narrator behind an endpoint: what it is sent, what of its answers is taken, and how it may fail."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from functools import cache

import pytest
from chatting import Passages, chat, endpoint, retold
from tellings import LANTERN, reasoned

import kizuna
from kizuna import api
from kizuna.api.narrating import retell
from kizuna.backends import chat as chatting
from kizuna.backends.chat import ChatNarrator, connect
from kizuna.diagnostics import Diagnostic
from kizuna.discourse import Discourse
from kizuna.extension import Narrator
from kizuna.narration import Prose

WORLD = kizuna.read("lantern").unwrap()
STORY = reasoned("lantern", LANTERN)


@cache
def ours(*options: tuple[str, str]) -> tuple[Prose, Discourse]:
    """The story in our own words, and how it is told."""
    telling = api.telling(WORLD, options=options).unwrap()
    discourse = api.arrange(WORLD, STORY, telling, inside=False).unwrap()
    return api.tell(WORLD, STORY, telling, inside=False).unwrap(), discourse


def told(narrator: Narrator, *options: tuple[str, str]) -> tuple[Prose, tuple[Diagnostic, ...]]:
    outcome = retell(*ours(*options), WORLD, narrator)
    return outcome.unwrap(), outcome.diagnostics


OURS, _ = ours()
LAMPLESS = ("withhold", "lamp")


def asked(answer: Callable[[Passages], bytes], status: int = 200) -> tuple[Prose, tuple[Diagnostic, ...]]:
    with endpoint(answer, status) as server:
        return told(ChatNarrator(server.address, "small"))


def codes(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    return [each.code for each in diagnostics]


# --- what is taken ----------------------------------------------------------------------------------------------------


def test_good_words_are_taken_and_keep_their_beats_and_lines() -> None:
    prose, diagnostics = asked(retold(lambda text: f"And then, quietly, {text}"))
    assert diagnostics == ()
    assert all(each.text.startswith("And then, quietly, ") for each in prose.sentences)
    assert {each.narrator for each in prose.sentences} == {"openai"}
    assert (prose.narrator, prose.repeatable) == ("openai", False)
    assert (OURS.narrator, OURS.repeatable) == ("", True)
    beats = list(dict.fromkeys(trace for each in OURS.sentences for trace in each.traces))
    assert [trace for each in prose.sentences for trace in each.traces] == beats


def test_an_answer_may_be_wrapped_in_other_words() -> None:
    def answer(passages: Passages) -> bytes:
        texts = {str(each["number"]): each["text"] + " So it was." for each in passages}
        return chat(f"Here you are:\n```json\n{json.dumps(texts)}\n```\nAnything else?")

    prose, diagnostics = asked(answer)
    assert diagnostics == ()
    assert all(each.text.endswith("So it was.") for each in prose.sentences)


def test_what_is_sent_is_what_the_reader_is_told_and_nothing_that_is_withheld() -> None:
    with endpoint(retold(str)) as server:
        told(ChatNarrator(server.address + "/", "small", key="secret"), LAMPLESS)
    (request,) = server.asked
    assert (request.path, request.model) == ("/v1/chat/completions", "small")
    assert request.headers["Authorization"] == "Bearer secret"
    plain, _ = ours(LAMPLESS)
    assert " ".join(each["text"] for each in request.passages) == " ".join(each.text for each in plain.sentences)
    assert b"lamp" not in request.body


def test_a_key_is_neither_sent_nor_shown_where_it_does_not_belong() -> None:
    with endpoint(retold(str)) as server:
        told(ChatNarrator(server.address, "small"))
    assert "Authorization" not in server.asked[0].headers
    assert "secret" not in repr(ChatNarrator(server.address, "small", key="secret"))


def test_many_passages_go_in_several_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chatting, "TOGETHER", 2)
    with endpoint(retold(str)) as server:
        _, diagnostics = told(ChatNarrator(server.address, "small"))
    assert diagnostics == ()
    sent = [[each["number"] for each in request.passages] for request in server.asked]
    assert sent == [numbers for numbers in ([1, 2], [3, 4], [5]) if numbers[0] <= sent[-1][-1]]
    assert len(sent) > 1


# --- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text.replace("Mira", "Alice"), "does not name Mira"),
        (lambda text: text + " Nobody saw Bruno leave with Gerda.", "Gerda"),
        (lambda text: text.replace("took", "admired"), "loses what happens (took)"),
        (lambda text: text.replace("took", "never took"), "denies what our words say"),
        (lambda text: text * 9, "too long"),
        (lambda _: "Hm.", "too short"),
        (lambda text: text + " \x1b[31m", "cannot be printed"),
    ],
)
def test_words_that_change_what_happens_stand_in_our_own_and_the_finding_says_which(
    change: Callable[[str], str], why: str
) -> None:
    prose, diagnostics = asked(retold(change))
    assert codes(diagnostics) == ["narrator-refused"]
    (finding,) = diagnostics
    assert why in finding.help[0]
    assert "beat" in finding.help[0].lower()
    ours = [each for each in prose.sentences if not each.narrator]
    assert ours
    assert {each.text for each in ours} <= {each.text for each in OURS.sentences}


def test_what_is_withheld_is_not_said_by_somebody_else() -> None:
    plain, _ = ours(LAMPLESS)
    with endpoint(retold(lambda text: text + " The lamp was gone.")) as server:
        prose, diagnostics = told(ChatNarrator(server.address, "small"), LAMPLESS)
    assert codes(diagnostics) == ["narrator-refused"]
    assert str(prose) == str(plain)
    assert not prose.repeatable


def test_a_lost_beat_stands_in_our_own_words() -> None:
    def answer(passages: Passages) -> bytes:
        return chat(json.dumps({str(each["number"]): each["text"] for each in passages[1:]} | {"99": "More."}))

    prose, diagnostics = asked(answer)
    assert codes(diagnostics) == ["narrator-silent"]
    assert "left out beat 1" in diagnostics[0].message
    assert next(iter(prose.sentences)).narrator == ""
    assert str(prose) == str(OURS)


# --- what fails -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "status", "why"),
    [
        (b"no", 500, "status 500"),
        (b"{}", 401, "status 401"),
        (b"<html>", 200, "not what was asked for"),
        (b'{"choices": []}', 200, "not what was asked for"),
        (b"[" * 100_000, 200, "not what was asked for"),
        (b'{"choices": [{"message": {"content": null}}]}', 200, "not what was asked for"),
        (chat("I would rather not."), 200, "not what was asked for"),
        (chat('{"1": "cut off'), 200, "not what was asked for"),
        (chat("} {"), 200, "not what was asked for"),
        (b"x" * (chatting.LARGEST + 1), 200, "larger than 1,000,000 bytes"),
    ],
)
def test_without_a_usable_answer_it_is_our_own_telling_and_one_finding(answer: bytes, status: int, why: str) -> None:
    prose, diagnostics = asked(lambda _: answer, status)
    assert codes(diagnostics) == ["narrator-silent"]
    assert why in diagnostics[0].message
    assert str(prose) == str(OURS)


def test_who_does_not_answer_is_waited_for_no_longer_than_allowed() -> None:
    with endpoint(retold(str), until=threading.Event()) as server:
        prose, diagnostics = told(ChatNarrator(server.address, "small", timeout=0.2))
    assert codes(diagnostics) == ["narrator-silent"]
    assert "within 0.2 seconds" in diagnostics[0].message
    assert str(prose) == str(OURS)


def test_nobody_there() -> None:
    with endpoint(retold(str)) as server:
        address = server.address
    prose, diagnostics = told(ChatNarrator(address, "small"))
    assert codes(diagnostics) == ["narrator-silent"]
    assert str(prose) == str(OURS)


def test_a_redirect_is_not_followed_with_the_key() -> None:
    with endpoint(retold(str)) as elsewhere, endpoint(lambda _: b"", 302, location=elsewhere.address) as server:
        _, diagnostics = told(ChatNarrator(server.address, "small", key="secret"))
    assert "status 302" in diagnostics[0].message
    assert elsewhere.asked == []


# --- settings ---------------------------------------------------------------------------------------------------------

GOOD = {"endpoint": "http://localhost:1/v1", "model": "small"}


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        ({"model": ""}, "it needs --model"),
        ({"endpoint": "", "model": ""}, "it needs --endpoint and --model"),
        ({"endpoint": "file:///etc/passwd"}, "no address of the web"),
        ({"endpoint": "localhost:8080"}, "no address of the web"),
        ({"endpoint": "http://[::1"}, "no address"),
        ({"endpoint": "http://localhost:99999999"}, "no address"),
        ({"endpoint": "http://local host/"}, "no address of the web"),
        ({"endpoint": "http://example.org/v1", "key": "secret"}, "the key would travel unencrypted"),
        ({"key": "sec\nret"}, "characters that no key has"),
        ({"timeout": "soon"}, "soon is no time in seconds"),
        ({"timeout": "nan"}, "nan is no time in seconds"),
    ],
)
def test_what_is_missing_or_wrong_is_said_before_anything_is_sent(settings: dict[str, str], why: str) -> None:
    outcome = connect({**GOOD, **settings})
    assert codes(outcome.diagnostics) == ["narrator-unusable"]
    assert why in outcome.diagnostics[0].message
    assert "secret" not in outcome.diagnostics[0].message


@pytest.mark.parametrize("address", ["http://localhost:1", "http://127.0.0.1:1/v1", "https://example.org/v1"])
def test_a_key_goes_to_this_machine_or_encrypted(address: str) -> None:
    assert connect({"endpoint": address, "model": "small", "key": "secret"}).ok
