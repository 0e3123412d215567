"""Runs what a Markdown page shows: its fenced blocks in order, in one folder.

The first word behind a fence says what a block is:

- ``sh``: commands, one a line: ``kizuna ...``, ``cd FOLDER``, ``./run TASK`` (``./run demo`` runs what it would run).
- ``text``: what the last commands, or the last ``python`` block, printed. A line ``...`` stands for lines left out,
  and ``...`` within a line for the words between.
- ``story`` and ``sabre``: a world, which has to be free of mistakes. ``story FILE`` writes it into a file instead, and
  ``story FILE +`` adds it to the end of one; some later command has to use that file. ``story FILE =`` shows what the
  file has become. Lines that do not begin with ``story`` are a fragment, read together with the first whole world that
  the page shows, if any.
- ``diff FILE``: lines of a file with ``-`` go, those with ``+`` come in their place.
- ``python`` is run, ``json`` is read; ``ebnf`` belongs to generated pages, which have a test of their own.

Anything else fails, unless ``not run: REASON`` stands behind the fence. A command that fails has to be followed by a
``text`` block that shows how. KIZUNA_REGENERATE=1 writes anew what is shown of outputs in full.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shlex
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from kizuna import api
from kizuna.diagnostics.render import render_full
from kizuna.model.world import World
from kizuna.surfaces.cli.main import cli

ROOT = Path(__file__).parents[2]
FENCED = re.compile(r"^```([^\n`]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DEMO = re.compile(r"exec \.venv/bin/(kizuna .*?) \"\$@\"")
REGENERATE = bool(os.environ.get("KIZUNA_REGENERATE"))
KINDS = ("sh", "text", "story", "sabre", "diff", "python", "json", "ebnf")


@dataclass(frozen=True)
class Block:
    """A fenced block: where its text begins, the words behind the fence, and its text."""

    line: int
    words: tuple[str, ...]
    text: str

    @property
    def kind(self) -> str:
        """What it is."""
        return self.words[0] if self.words else ""

    @property
    def not_run(self) -> bool:
        """Whether it says of itself that it does not run."""
        return "not run: " in " ".join(self.words)


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page, in order."""
    return [
        Block(page.count("\n", 0, found.start(2)) + 1, tuple(found[1].split()), found[2])
        for found in FENCED.finditer(page)
    ]


def differs(expected: str, actual: str) -> str:
    """Where an output differs from what is shown of it; nothing if it does not."""
    wanted = [line.rstrip() for line in expected.strip("\n").splitlines()]
    given = [line.rstrip() for line in actual.strip("\n").splitlines()]
    chunks: list[list[str]] = [[]]
    for line in wanted:
        if line == "...":
            chunks.append([])
        else:
            chunks[-1].append(line)
    at = 0
    for number, chunk in enumerate(chunks):
        first, last = number == 0, number == len(chunks) - 1
        places = [0] if first else range(at, len(given) - len(chunk) + 1)
        if last:
            places = [place for place in places if place + len(chunk) == len(given) or not chunk]
        found = next((place for place in places if _same(chunk, given[place : place + len(chunk)])), None)
        if found is None:
            return "shown:\n" + "\n".join(chunk) + "\nreally:\n" + "\n".join(given)
        at = found + len(chunk)
    return ""


def _same(shown: list[str], lines: list[str]) -> bool:
    patterns = [".*".join(map(re.escape, line.split("..."))) for line in shown]
    return len(shown) == len(lines) and all(map(re.fullmatch, patterns, lines))


@dataclass
class Runner:
    """Runs the blocks of one page; what is wrong is an AssertionError that names the line."""

    name: str
    output: str | None = None
    printed: str = ""
    failed: str | None = None
    world: str | None = None
    names: dict[str, Any] = field(default_factory=dict)
    unused: dict[str, int] = field(default_factory=dict)
    anew: list[tuple[str, str]] = field(default_factory=list)

    def run(self, page: str) -> None:
        """Run all of a page in the folder that is current."""
        here = Path.cwd()
        try:
            for block, following in pairwise([*blocks(page), None]):
                assert block is not None
                if not block.not_run:
                    self._run(block)
                    shown = following is not None and following.kind == "text"
                    assert self.failed is None or shown, f"{self._at(block)}: this fails unseen:\n{self.output}"
        finally:
            os.chdir(here)
        assert not self.unused, f"{self.name}: no command uses {', '.join(self.unused)}"
        for old, new in self.anew:
            page = page.replace(f"```text\n{old}```", f"```text\n{new}\n```", 1)
        if self.anew:
            (ROOT / self.name).write_text(page, encoding="utf-8", newline="\n")

    def _at(self, block: Block) -> str:
        return f"{self.name}:{block.line}"

    def _run(self, block: Block) -> None:
        assert block.kind in KINDS, f"{self._at(block)}: nothing is known about blocks of {block.kind!r}"
        getattr(self, f"_{block.kind}")(block)

    # --- what is run -------------------------------------------------------------------------------------------------

    def _sh(self, block: Block) -> None:
        outputs = [self._command(line, block) for line in block.text.splitlines() if line.strip()]
        self.output = "\n".join(each.strip("\n") for each in outputs)

    def _command(self, line: str, block: Block) -> str:
        words = shlex.split(line, comments=True)
        if words[0] == "./run":
            words = self._task(words[1])
        if not words:
            return ""
        if words[0] == "cd":
            os.chdir(words[1])
            return ""
        assert words[0] == "kizuna", f"{self._at(block)}: only `kizuna`, `cd` and `./run` are known here, not {line!r}"
        for word in words:
            self.unused.pop(word, None)
        result = CliRunner().invoke(cli, words[1:], catch_exceptions=False)
        assert result.exit_code in (0, 1, 3), f"{self._at(block)}: {line}\n{result.output}"
        self.failed = line if result.exit_code else self.failed
        return result.output

    def _task(self, task: str) -> list[str]:
        """What a task of ``./run`` comes down to, where that is a kizuna command."""
        script = (ROOT / "run").read_text(encoding="utf-8")
        body = script.partition(f"\n{task})")[2].partition(";;")[0]
        assert body, f"./run has no task {task}"
        found = DEMO.search(body)
        return shlex.split(found[1]) if found else []

    def _text(self, block: Block) -> None:
        assert self.output is not None, f"{self._at(block)}: nothing was run before this"
        found = differs(block.text, self.output)
        if found and REGENERATE and "..." not in block.text:
            self.anew.append((block.text, "\n".join(line.rstrip() for line in self.output.strip("\n").splitlines())))
            found = ""
        assert not found, f"{self._at(block)}: {found}"
        self.failed = None

    def _python(self, block: Block) -> None:
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile("\n" * (block.line - 1) + block.text, self.name, "exec"), self.names)
        self.output = self.printed = out.getvalue()

    def _json(self, block: Block) -> None:
        json.loads(block.text)

    def _ebnf(self, block: Block) -> None:
        assert "<!-- Generated from" in (ROOT / self.name).read_text(encoding="utf-8"), self._at(block)

    # --- worlds ------------------------------------------------------------------------------------------------------

    def _story(self, block: Block) -> None:
        if len(block.words) > 1:
            self._file(block)
        elif re.match(r"story\s", block.text):
            self.world = self.world or block.text
            assert api.check(self._clean(block, block.text, "story")).ok
        else:
            self._clean(block, f"{self.world or ''}\n{block.text}", "story")

    def _sabre(self, block: Block) -> None:
        assert api.check(self._clean(block, block.text, "sabre")).ok
        if len(block.words) > 1:
            self._file(block)

    def _clean(self, block: Block, text: str, language: str) -> World:
        outcome = api.read_text(text, name=self._at(block), language=language)
        assert not outcome.diagnostics, render_full(outcome.diagnostics)
        return outcome.unwrap()

    def _file(self, block: Block) -> None:
        path = Path(block.words[1])
        if block.words[2:] == ("=",):
            assert path.read_text(encoding="utf-8") == block.text, f"{self._at(block)}: {path} is another by now"
            return
        before = f"{path.read_text(encoding='utf-8').rstrip()}\n\n" if block.words[2:] == ("+",) else ""
        self._write(path, before + block.text)

    def _write(self, path: Path, text: str) -> None:
        path.write_text(text, encoding="utf-8")
        self.unused[path.as_posix()] = 1

    def _diff(self, block: Block) -> None:
        path = Path(block.words[1])
        text = path.read_text(encoding="utf-8")
        lines = [line if line.strip() else " " + line for line in block.text.splitlines(keepends=True)]
        old = "".join(line[1:] for line in lines if line[0] in "- ")
        new = "".join(line[1:] for line in lines if line[0] in "+ ")
        assert text.count(old) == 1, f"{self._at(block)}: these lines do not stand in {path} once:\n{old}"
        self._write(path, text.replace(old, new))
