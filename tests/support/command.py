"""Running the command in this process or in one of its own, and a small world to ask about."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from kizuna.surfaces.cli.main import cli

GARDEN = """\
entity Tom : character;
property happy(who : character) : boolean;
action sing(who : character) {
	precondition: !happy(who);
	effect: happy(who);
	consenting: who;
};
utility(): if(happy(Tom)) 1 else 0;
utility(Tom): if(happy(Tom)) 2.5 else 0;
"""
"""One story: Tom sings."""

ENDLESS_WALK = (
    "".join(f"property p{n}() : boolean;\naction do{n}() {{ effect: p{n}(); }};\n" for n in range(24))
    + "".join(f"action undo{n}() {{ effect: !p{n}(); }};\n" for n in range(24))
    + "property never() : boolean;\naction end() { precondition: never() & !p0(); effect: !never(); };\n"
    + "utility(): if(p0() & p1() & p2() & p3() & p4() & p5() & p6() & p7() & p8() & p9() & p10() & p11()) 1 else 0;\n"
)
"""A world with more states than anyone waits for, and no story of few events."""


LIE = str(Path(__file__).parents[1] / "surfaces" / "lie.txt")
"""A world with a lie, a false belief and a story of three events in it."""


def write(folder: Path, text: str = GARDEN, name: str = "garden.txt") -> str:
    """A world file, and its path."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    """The command in this process; any exception but an exit is a failure."""
    return CliRunner().invoke(cli, list(arguments), catch_exceptions=False)


def run_json(*arguments: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the document of a command."""
    result = run(*arguments, "--format", "json")
    assert result.stderr == ""
    document: dict[str, Any] = json.loads(result.stdout)
    return result.exit_code, document


def spawn(*arguments: str, timeout: float = 60, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    settings: dict[str, Any] = {"capture_output": "stdout" not in options, "text": True, "encoding": "utf-8", **options}
    return subprocess.run([sys.executable, "-m", "kizuna", *arguments], timeout=timeout, check=False, **settings)


def environment(**variables: str) -> dict[str, str]:
    """This process's environment with some variables set otherwise."""
    return {**os.environ, **variables}
