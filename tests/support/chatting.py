"""A chat endpoint on this machine for tests: it answers every request as it is told to, and keeps what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Passages = list[dict[str, Any]]


@dataclass
class Asked:
    """What an endpoint was sent."""

    headers: dict[str, str]
    path: str
    model: str
    passages: Passages
    body: bytes = field(repr=False, default=b"")


@dataclass
class Endpoint:
    """An endpoint that is up: its address, and everything that it was asked."""

    address: str
    asked: list[Asked]


def chat(content: str) -> bytes:
    """An answer of the chat protocol."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def retold(change: Callable[[str], str]) -> Callable[[Passages], bytes]:
    """An answer in which every passage is changed."""
    return lambda passages: chat(json.dumps({str(each["number"]): change(each["text"]) for each in passages}))


@contextmanager
def endpoint(
    answer: Callable[[Passages], bytes], status: int = 200, *, until: threading.Event | None = None, location: str = ""
) -> Iterator[Endpoint]:
    """Serves answers as long as the block lasts; with ``until`` it answers nothing before that is set."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            said = json.loads(body)
            passages = json.loads(said["messages"][-1]["content"])
            asked.append(Asked(dict(self.headers), self.path, said["model"], passages, body))
            if until is not None:
                until.wait(10)
                return
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            data = answer(passages)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            with suppress(OSError):  # whoever asked has heard enough
                self.wfile.write(data)

        def log_message(self, format: str, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Endpoint(f"http://127.0.0.1:{server.server_port}/v1", asked)
    finally:
        if until is not None:
            until.set()
        server.shutdown()
        server.server_close()
        thread.join()
