"""A narrator behind an endpoint that speaks the chat protocol of OpenAI: ``kizuna tell WORLD --narrator openai``.

Only what the reader is told leaves this machine: the passages in our own words, and which of their words to keep. No
library is needed. A request has one deadline in all, an answer a largest size, and a redirect is not followed,
since the key would go with it.
"""

from __future__ import annotations

import ipaddress
import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException
from threading import Thread
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from kizuna.diagnostics import Outcome, conclude, diagnose
from kizuna.extension import Narrator
from kizuna.narration.passages import Passage

TIMEOUT = 60.0
"""Seconds that one request may take."""
LARGEST = 1_000_000
"""Bytes that an answer may have."""
TOGETHER = 12
"""Passages in one request."""
_NUMBER = re.compile("[0-9]{1,9}")

INSTRUCTIONS = (
    "You retell a story in good plain English, passage by passage. You are given a JSON list of passages, each with a "
    "number, a text, and the names and words to keep. Write every passage anew, in the tense and person of its text, "
    "about as long. Keep all names as they are and in their order, say who does what to whom as the text does, keep "
    "the other words to keep wherever you can, and deny nothing that the text does not deny. Add no person, place, "
    "thing, event or reason. Answer with JSON alone: one object with the number of each passage and its new text."
)


class _NoAnswerError(Exception):
    """A request without a usable answer, and why."""


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> None:
        """Does not follow: the answer counts as a failure with its status."""


def connect(settings: Mapping[str, str], /) -> Outcome[Narrator]:
    """The narrator behind ``endpoint``, with ``model``; ``key`` and ``timeout`` (seconds) if they are given."""
    endpoint, model = settings.get("endpoint", ""), settings.get("model", "")
    missing = [f"--{name}" for name, value in (("endpoint", endpoint), ("model", model)) if not value]
    if missing:
        help = "For a server of your own: --endpoint http://localhost:8080/v1 --model NAME."
        return _unusable(f"it needs {' and '.join(missing)}", help)
    try:
        parts = urlsplit(endpoint)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return _unusable(f"{endpoint} is no address ({error})")
    if parts.scheme not in ("http", "https") or not host or not _is_plain(endpoint):
        return _unusable(f"{endpoint} is no address of the web", "It begins with https:// or http://.")
    key = settings.get("key", "")
    if key and parts.scheme == "http" and not _is_here(host):
        return _unusable("the key would travel unencrypted", "Use https://, or leave the key out.")
    if not key.isascii() or not key.isprintable():
        return _unusable("the key holds characters that no key has")
    try:
        timeout = float(settings.get("timeout", TIMEOUT))
    except ValueError:
        timeout = math.nan
    if not 0 < timeout < math.inf:
        return _unusable(f"{settings['timeout']} is no time in seconds")
    return Outcome(ChatNarrator(endpoint, model, key, timeout))


def _is_plain(address: str) -> bool:
    return address.isascii() and address.isprintable() and " " not in address


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _unusable(why: str, help: str = "") -> Outcome[Narrator]:
    message = f"The narrator openai cannot be used: {why}."
    return conclude(None, [diagnose("narrator-unusable", message, help=help or ())])


@dataclass(frozen=True)
class ChatNarrator:
    """A :class:`~kizuna.extension.Narrator` that asks a model; it may answer otherwise each time."""

    endpoint: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = TIMEOUT
    repeatable: bool = False
    name: str = "openai"

    def retell(self, passages: Sequence[Passage]) -> Outcome[Mapping[int, str]]:
        """Texts by number; after the first request that fails nothing more is asked."""
        texts: dict[int, str] = {}
        for begin in range(0, len(passages), TOGETHER):
            some = passages[begin : begin + TOGETHER]
            try:
                texts.update(self._asked(some))
            except _NoAnswerError as failure:
                left = len(passages) - begin
                message = f"The narrator openai gave no words for {left} of {len(passages)} passages: {failure}."
                return Outcome(texts, (diagnose("narrator-silent", message),))
        return Outcome(texts, tuple(self._missing(passages, texts)))

    @staticmethod
    def _missing(passages: Sequence[Passage], texts: Mapping[int, str]) -> Iterator[Any]:
        missing = [str(each.beats[0].beat) for each in passages if each.number not in texts and each.beats]
        if missing:
            several = "s" if len(missing) > 1 else ""
            yield diagnose("narrator-silent", f"The narrator openai left out beat{several} {', '.join(missing)}.")

    def _asked(self, passages: Sequence[Passage]) -> dict[int, str]:
        given = [{"number": each.number, "text": each.text, "keep": list(each.keep)} for each in passages]
        said = [
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": json.dumps(given, ensure_ascii=False)},
        ]
        body = json.dumps({"model": self.model, "messages": said, "stream": False}).encode()
        numbers = {each.number for each in passages}
        return {number: text for number, text in _texts(self._answer(body)).items() if number in numbers}

    def _answer(self, body: bytes) -> bytes:
        """What the endpoint answers; waited for no longer than allowed, however slowly it drips."""
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "kizuna"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = f"{self.endpoint.rstrip('/').removesuffix('/chat/completions')}/chat/completions"
        answers: list[bytes | _NoAnswerError] = []
        request = Request(address, body, headers, method="POST")
        thread = Thread(target=lambda: answers.append(self._received(request)), daemon=True)
        thread.start()
        thread.join(self.timeout)
        if not answers:
            raise self._late()
        if isinstance(answers[0], _NoAnswerError):
            raise answers[0]
        return answers[0]

    def _received(self, request: Request) -> bytes | _NoAnswerError:
        try:
            with build_opener(_NoRedirects()).open(request, timeout=self.timeout) as response:
                data: bytes = response.read(LARGEST + 1)
        except HTTPError as error:
            error.close()
            return _NoAnswerError(f"it answers with status {error.code}")
        except TimeoutError:
            return self._late()
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                return self._late()
            return _NoAnswerError(f"no connection ({getattr(error.reason, 'strerror', None) or error.reason})")
        except (OSError, HTTPException, ValueError) as error:
            return _NoAnswerError(f"the connection fails ({type(error).__name__})")
        return data if len(data) <= LARGEST else _NoAnswerError(f"its answer is larger than {LARGEST:,} bytes")

    def _late(self) -> _NoAnswerError:
        return _NoAnswerError(f"it does not answer within {self.timeout:g} seconds")


def _texts(answer: bytes) -> dict[int, str]:
    """The texts in an answer, by number; whatever else is in there is left alone."""
    try:
        content = json.loads(answer)["choices"][0]["message"]["content"]
        texts = json.loads(content[content.index("{") : content.rindex("}") + 1])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise _NoAnswerError("its answer is not what was asked for") from error
    return {int(number): text for number, text in texts.items() if _NUMBER.fullmatch(number) and isinstance(text, str)}
